"""What a model may look up: operations by words, and one operation's inputs, in few words."""

from __future__ import annotations

import json
from typing import Any

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.catalogue.display import Host, Json, shown
from workforce.workflow.catalogue.parameters import DECORATION, parameter
from workforce.workflow.catalogue.policy import reaches_the_machine

MOST_HITS, MOST_CHOICES, LONGEST_NOTE, MOST_FIELDS = 12, 24, 140, 30
DEEPEST = 2
UNUSED = {"authentication"}  # how to sign in is settled when a company connects its account


def search_operations(catalogue: Catalogue, query: str, limit: int = MOST_HITS) -> str:
    """Operations for some words, one a line: `id | what it does`."""
    lines = [line_of(hit.operation) for hit in catalogue.search(query[:300], limit) if _offered(hit.operation)]
    return "\n".join(lines) or "Nothing found. Try other words, or http_request for a service that is not there."


def line_of(operation: Operation) -> str:
    """`slack.message.post | Slack: Send a message (step)`."""
    kind = "trigger" if operation.is_trigger else operation.outputs[0] if operation.is_sub_node else "step"
    return f"{operation.id} | {operation.service}: {operation.action or operation.title} ({kind})"


def read_operation(catalogue: Catalogue, ident: str, given: Json | None = None) -> str:
    """One operation's inputs as compact JSON. given: inputs chosen so far, for those that depend on them."""
    operation = catalogue.operation(ident)
    if operation is None or not _offered(operation):
        return f"There is no operation {ident}. Near:\n" + search_operations(catalogue, ident.replace(".", " "), 5)
    about: Json = {"id": ident, "does": _note(operation.action or operation.description)}
    if operation.is_sub_node:
        about["port"] = list(operation.outputs)
    elif len(operation.outputs) > 1:
        about["outputs"] = len(operation.outputs)
    about["inputs"] = _inputs(catalogue, operation, given or {})
    if gives := catalogue.output_fields(ident):
        about["gives"] = list(gives)[:MOST_FIELDS]
    return json.dumps(about, ensure_ascii=False, separators=(",", ":"))


def _offered(operation: Operation) -> bool:
    return not reaches_the_machine(operation.node_type)


def _inputs(catalogue: Catalogue, operation: Operation, given: Json) -> list[Json]:
    """Shown inputs, then those that another choice shows, with `when`."""
    node, version = catalogue.node_of(operation), operation.version
    host = node.host(version)
    values = node.effective({**operation.selects, **given}, version)
    now: list[Json] = []
    later: list[Json] = []
    for prop in node.properties:
        if prop["name"] in operation.selects or prop["name"] in UNUSED or prop["type"] in (*DECORATION, "hidden"):
            continue
        if shown(prop, values, values, host):
            now.append(_described(prop, 0))
        elif when := _when(prop, operation.selects, values, host):
            later.append({**_described(prop, 1), "when": when})
    return [*now, *later]


def _when(prop: Json, selects: dict[str, str], values: Json, host: Host) -> Json:
    """Under which other inputs it is shown; empty when this operation never shows it."""
    options = prop.get("displayOptions") or {}
    show = options.get("show") or {}
    settled = {path: wanted for path, wanted in show.items() if path.strip("/") in selects or path.startswith("@")}
    fits = shown({"displayOptions": {**options, "show": settled}}, values, values, host)
    return {path.strip("/"): wanted for path, wanted in show.items() if path not in settled} if fits else {}


def _described(prop: Json, depth: int) -> Json:
    one = parameter(prop)
    about: Json = {"name": one.name, "type": one.kind}
    if one.required:
        about["required"] = True
    if one.many:
        about["many"] = True
    if isinstance(one.default, bool | int | float | str) and 0 < len(str(one.default)) < LONGEST_NOTE:
        about["default"] = one.default
    if one.choices and one.kind in ("options", "multiOptions"):
        about["choices"] = [value for value, _ in one.choices[:MOST_CHOICES]]
    if one.modes:
        about["by"] = list(one.modes)
    if one.loaded:
        about["known_by_the_service_only"] = True
    if one.description and depth == 0:
        about["note"] = _note(one.description)
    if depth < DEEPEST and (members := _members(prop, depth + 1)):
        about["fields"] = members
    return about


def _members(prop: Json, depth: int) -> list[Any]:
    options = prop.get("options") or []
    if prop["type"] == "collection":
        return [_described(option, depth) for option in options if "type" in option]
    if prop["type"] == "fixedCollection":
        return [
            {"name": group["name"], "fields": [_described(member, depth) for member in group["values"]]}
            for group in options
        ]
    return []


def _note(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NOTE else line[: LONGEST_NOTE - 1] + "…"
