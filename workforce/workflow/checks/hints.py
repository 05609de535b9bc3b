"""What n8n's node hints ask for: sub-nodes that must be plugged in, values that must not be left as placeholders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue import NodeType
from workforce.workflow.catalogue.display import Host, Json, shown
from workforce.workflow.checks.flow import Finding, wires

ALTERNATIVES = re.compile(r"(.*)\((.+)\)")
PLACEHOLDER = re.compile(r"<__PLACEHOLDER_VALUE__.*?__>", re.DOTALL)


def hint_issues(connections: Json, nodes: list[tuple[Json, NodeType, Host]]) -> Iterator[Finding]:
    """(code, node, what is wrong), by the parameters as they were given; n8n looks at disabled nodes as well."""
    plugged: dict[str, set[str]] = defaultdict(set)
    for _, _, _, target, into, _ in wires(connections):
        plugged[target].add(into)
    for node, node_type, host in nodes:
        given = node.get("parameters") or {}
        hints = (node_type.description.get("builderHint") or {}).get("inputs") or {}
        for kind, hint in hints.items():
            wanted = kind.startswith("ai_") and hint.get("required") and _applies(hint, given, host)
            if wanted and kind not in plugged[node["name"]]:
                yield "missing_required_input", node["name"], f"needs something connected to its {kind} input"
        for name in _placeholders(node_type, given):
            yield "invalid_parameter", node["name"], f'"{name}" is still a placeholder'


def _applies(hint: Json, given: Json, host: Host) -> bool:
    """Whether the hint's conditions hold; a path may name several members, `/a.(b|c)`: any of them will do."""
    show: dict[str, Any] = (hint.get("displayOptions") or {}).get("show") or {}
    for path, conditions in show.items():
        match = ALTERNATIVES.fullmatch(path)
        if match is None:
            continue
        ways = [f"{match[1]}{name}" for name in match[2].split("|")]
        others = {name: rule for name, rule in show.items() if name != path}
        return any(_applies({"displayOptions": {"show": {**others, way: conditions}}}, given, host) for way in ways)
    return shown(hint, given, given, host)


def _placeholders(node_type: NodeType, given: Json) -> Iterator[str]:
    for prop in node_type.properties:
        value = given.get(prop["name"])
        guarded = (prop.get("builderHint") or {}).get("placeholderSupported") is False
        if guarded and isinstance(value, str) and PLACEHOLDER.search(value):
            yield prop["name"]
