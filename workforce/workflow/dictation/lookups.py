"""What a model may look up: operations by words, and one operation's inputs, in few words."""

from __future__ import annotations

import json
import re
from typing import Any

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.catalogue.display import Host, Json, shown
from workforce.workflow.catalogue.parameters import DECORATION, parameter
from workforce.workflow.catalogue.policy import reaches_the_machine

MOST_HITS, MOST_CHOICES, LONGEST_NOTE, MOST_FIELDS = 12, 24, 140, 30
DEPTHS = (2, 1, 0)  # how deep nested inputs are told; less where an operation has very many
LONGEST_ANSWER = 8_000
BOILERPLATE = re.compile(r"<[^>]*>|Choose from the list, or specify.*", re.DOTALL)
MORE = "There are more inputs: read it again with `given`, the inputs you have chosen."
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
    if gives := catalogue.output_fields(ident):
        about["gives"] = list(gives)[:MOST_FIELDS]
    for deepest in DEPTHS:
        inputs = _inputs(catalogue, operation, given or {}, deepest)
        if len(told := _json({**about, "inputs": inputs})) <= LONGEST_ANSWER:
            return told
    while len(told := _json({**about, "inputs": inputs, "more": MORE})) > LONGEST_ANSWER:
        inputs = inputs[: len(inputs) * 3 // 4]
    return told


def _json(about: Json) -> str:
    return json.dumps(about, ensure_ascii=False, separators=(",", ":"))


def _offered(operation: Operation) -> bool:
    return not reaches_the_machine(operation.node_type)


def _inputs(catalogue: Catalogue, operation: Operation, given: Json, deepest: int) -> list[Json]:
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
            now.append({**_described(prop, deepest), **_noted(prop)})
        elif (when := _when(prop, operation.selects, values, host)) is not None:
            later.append({**_described(prop, deepest), **({"when": when} if when else {})})
    return [*now, *later]


def _when(prop: Json, selects: dict[str, str], values: Json, host: Host) -> Json | None:
    """What else must be chosen for it to be shown (nothing: it comes with the required inputs); None for never."""
    options = prop.get("displayOptions") or {}

    def settled(side: str) -> Json:
        rules: Json = options.get(side) or {}
        return {path: wanted for path, wanted in rules.items() if path.strip("/") in selects or path.startswith("@")}

    if not shown({"displayOptions": {"show": settled("show"), "hide": settled("hide")}}, values, values, host):
        return None
    show: Json = options.get("show") or {}
    return {
        path.strip("/"): wanted
        for path, wanted in show.items()
        if path not in settled("show") and not shown({"displayOptions": {"show": {path: wanted}}}, values, values, host)
    }


def _described(prop: Json, deepest: int) -> Json:
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
    if deepest and (members := _members(prop, deepest - 1)):
        about["fields"] = members
    return about


def _noted(prop: Json) -> Json:
    note = _note(str(prop.get("description") or ""))
    return {"note": note} if note else {}


def _members(prop: Json, deepest: int) -> list[Any]:
    options = prop.get("options") or []
    if prop["type"] == "collection":
        return _once(options, deepest)
    if prop["type"] == "fixedCollection":
        return [{"name": group["name"], "fields": _once(group["values"], deepest)} for group in options]
    return []


def _once(props: list[Json], deepest: int) -> list[Json]:
    """Members, each name once: n8n shows one of several by turns."""
    first = {prop["name"]: prop for prop in reversed(props) if "type" in prop and prop["type"] not in DECORATION}
    return [_described(prop, deepest) for prop in reversed(first.values())]


def _note(text: str) -> str:
    line = " ".join(BOILERPLATE.sub("", text).split())
    return line if len(line) <= LONGEST_NOTE else line[: LONGEST_NOTE - 1] + "…"
