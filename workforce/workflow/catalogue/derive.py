"""From node descriptions to operations: which things a node can do, and what each is called."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from workforce.workflow.catalogue.display import Host, Json, holds
from workforce.workflow.catalogue.effective import ParametersDoNotFit
from workforce.workflow.catalogue.node_type import NodeType
from workforce.workflow.catalogue.operation import Operation

BASE = "n8n-nodes-base."
NOT_AN_OPERATION = {"__CUSTOM_API_CALL__", ""}
EVENT_PARAMETERS = {"event", "events", "triggerOn", "topic", "updates", "object", "trigger"}


def slug(text: str) -> str:
    """`googleSheets` → `google_sheets`, `getAll` → `get_all`."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+", "_", text)
    return text.strip("_").lower()


def node_slugs(names: Iterable[str]) -> dict[str, str]:
    """A short unique name for every node type; n8n-nodes-base has the first choice."""
    slugs: dict[str, str] = {}
    for name in sorted(set(names), key=lambda n: (not n.startswith(BASE), n)):
        package, short = name.rsplit(".", 1)
        wanted = slug(short)
        taken = wanted in slugs.values()
        slugs[name] = f"{slug(package.rsplit('-', 1)[-1])}_{wanted}" if taken else wanted
    return slugs


def current_of(nodes: list[NodeType]) -> NodeType:
    """The description that holds the version for new steps."""
    return next((n for n in nodes if n.default_version in n.versions), max(nodes, key=lambda n: n.versions[-1]))


def operations_of(nodes: list[NodeType], node_slug: str) -> Iterator[Operation]:
    """All operations of one node type: those for new steps first, those only older versions have after them."""
    current = current_of(nodes)
    seen: set[str] = set()
    for node in [current, *sorted((n for n in nodes if n is not current), key=lambda n: -n.versions[-1])]:
        version = node.default_version if node.default_version in node.versions else node.versions[-1]
        for resource, operation, selects in selections(node, version):
            found = _operation(node, version, node_slug, resource, operation, selects)
            if found.id not in seen:
                seen.add(found.id)
                yield found if node is current else dataclasses.replace(found, hidden=True)


def selections(node: NodeType, version: float) -> Iterator[tuple[Json, Json, dict[str, str]]]:
    """Every (resource option, operation option, parameters that choose both) a node offers; {} where it has none."""
    host = node.host(version)
    resources = _options(node, "resource", {}, host)
    for resource in resources or [{}]:
        selects = {"resource": resource["value"]} if resource else {}
        known = selects or {p["name"]: p["default"] for p in node.properties if p["name"] == "resource"}
        chooser = "operation"
        operations = _options(node, chooser, known, host)
        if not operations and not resources and isinstance(node.description["outputs"], str):
            chooser = "mode"  # a vector store is a step, a tool or a store, as its mode says
            operations = [o for o in _options(node, chooser, {}, host) if o.get("action")]
        if not operations:
            yield resource, {}, selects
        for operation in operations:
            yield resource, operation, {**selects, chooser: operation["value"]}


def _options(node: NodeType, name: str, known: Json, host: Host) -> list[Json]:
    """The options of the properties called `name` that can be chosen under `known`."""
    found: dict[str, Json] = {}
    for prop in node.properties:
        if prop["name"] == name and prop["type"] == "options" and _possible(prop, known, host):
            for option in prop.get("options") or ():
                value = option.get("value")
                if value not in NOT_AN_OPERATION and isinstance(value, str) and _possible(option, known, host):
                    found.setdefault(value, option)
    return list(found.values())


def _possible(prop: Json, known: Json, host: Host) -> bool:
    """Whether display conditions allow it, as far as they speak of what is known."""
    facts = {**{k: [v] for k, v in known.items()}, "@version": [host.version], "@tool": [host.is_tool]}
    options = prop.get("displayOptions") or {}
    show, hide = options.get("show") or {}, options.get("hide") or {}
    return all(
        holds(conditions, facts[name.strip("/")]) for name, conditions in show.items() if name.strip("/") in facts
    ) and not any(
        holds(conditions, facts[name.strip("/")]) for name, conditions in hide.items() if name.strip("/") in facts
    )


def _operation(
    node: NodeType, version: float, node_slug: str, resource: Json, operation: Json, selects: dict[str, str]
) -> Operation:
    description = node.description
    parts = [node_slug, slug(resource.get("value", "")), slug(operation.get("value", ""))]
    title = operation.get("name") or resource.get("name") or description["displayName"]
    codex = description.get("codex") or {}
    inputs, outputs, dynamic = _ports(node, version, dict(selects))
    return Operation(
        id=".".join(part for part in parts if part),
        node_type=node.name,
        version=version,
        resource=resource.get("value", ""),
        operation=operation.get("value", ""),
        selects=selects,
        title=title,
        action=operation.get("action") or resource.get("action") or _action(description, title, resource),
        service=service_of(description),
        description=operation.get("description") or description.get("description") or "",
        resource_title=resource.get("name", ""),
        aliases=tuple(codex.get("alias") or ()),
        categories=tuple(codex.get("categories") or ()),
        credentials=tuple(dict.fromkeys(c["name"] for c in description.get("credentials") or ())),
        is_trigger=node.is_trigger,
        inputs=inputs,
        outputs=outputs,
        dynamic=dynamic,
        icon=node_slug,
        hidden=bool(description.get("hidden")),
    )


def service_of(description: Json) -> str:
    """The service's name as people know it: `Slack` for the Slack Trigger."""
    return re.sub(r"\s+Trigger$", "", description["displayName"]).strip() or str(description["displayName"])


def _action(description: Json, title: str, resource: Json) -> str:
    if title == description["displayName"]:
        return str(description.get("description") or title)
    return f"{title} {resource.get('name', '')}".strip()


def _ports(node: NodeType, version: float, parameters: Json) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    sides = node.description["inputs"], node.description["outputs"]
    dynamic = any(isinstance(side, str) for side in sides)
    if dynamic:
        try:
            parameters = node.effective(parameters, version)
        except ParametersDoNotFit:
            return ("main",), ("main",), True
    kinds = [
        tuple(port.kind for port in ports)
        for ports in (node.inputs(parameters, version), node.outputs(parameters, version))
    ]
    return kinds[0], kinds[1], dynamic


def event_words(node: NodeType) -> str:
    """What a trigger can listen to, for the search."""
    if not node.is_trigger:
        return ""
    chosen = (p for p in node.properties if p["name"] in EVENT_PARAMETERS and p["type"] in ("options", "multiOptions"))
    return " ".join(str(option.get("name", "")) for prop in chosen for option in prop.get("options") or ())
