"""Any GraphQL service: the answer has exactly the fields that the query selects, with values as their names suggest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from workforce.workflow.rehearsal.plausible import kind_of, value_named
from workforce.workflow.rehearsal.plausible.kinds import Kind
from workforce.workflow.rehearsal.world.visit import Visit

_TOKEN = re.compile(r'"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|\.\.\.|[{}()\[\]:!=@$|]|[^\s{}()\[\]:,!=@$|"]+')
_ONE = re.compile(
    r"(?:status|address|success|progress|access|business|process|has|is|cas|news|canvas|previous)$", re.IGNORECASE
)
COUNT, DEEPEST = 3, 12


@dataclass
class Selected:
    """A field of a query. name: the service's; below: what is selected inside."""

    name: str
    below: dict[str, Selected] = field(default_factory=dict)


def graphql(visit: Visit) -> Any:
    """`{"data": …}` for the query in the body."""
    query = str(visit.fields.get("query") or visit.query.get("query") or "")
    given = _flat(visit.fields.get("variables") or {})
    mutates = bool(re.match(r"\s*mutation\b", query))
    selected = _parse(query)
    return {"data": {alias: _value(visit, one, given if mutates else {}, 0, 0) for alias, one in selected.items()}}


def _flat(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, inner in value.items() if isinstance(value, dict) else ():
        found |= _flat(inner) if isinstance(inner, dict) else {name: inner}
    return found


def _parse(query: str) -> dict[str, Selected]:
    tokens: list[str] = _TOKEN.findall(re.sub(r"#[^\n]*", "", query))
    place = tokens.index("{") if "{" in tokens else len(tokens)
    selected, _ = _selection(tokens, place + 1)
    return selected


def _selection(tokens: list[str], place: int) -> tuple[dict[str, Selected], int]:
    found: dict[str, Selected] = {}
    while place < len(tokens) and tokens[place] != "}":
        if tokens[place] == "...":  # a fragment: its fields belong to the object around it
            while (
                place < len(tokens) and tokens[place] != "{" and tokens[place + 1 : place + 2] not in (["}"], ["..."])
            ):
                place += 1
            if place < len(tokens) and tokens[place] == "{":
                inner, place = _selection(tokens, place + 1)
                found |= inner
                continue
            place += 1
            continue
        alias = name = tokens[place]
        place += 1
        if tokens[place : place + 1] == [":"]:
            name, place = tokens[place + 1], place + 2
        if tokens[place : place + 1] == ["("]:
            place = _closing(tokens, place)
        below: dict[str, Selected] = {}
        if tokens[place : place + 1] == ["{"]:
            below, place = _selection(tokens, place + 1)
        found[alias] = Selected(name, below)
    return found, place + 1


def _closing(tokens: list[str], place: int) -> int:
    depth = 0
    for at in range(place, len(tokens)):
        depth += (tokens[at] in "([{") - (tokens[at] in ")]}")
        if depth == 0:
            return at + 1
    return len(tokens)


def _value(visit: Visit, one: Selected, given: dict[str, Any], number: int, depth: int) -> Any:
    if not one.below or depth > DEEPEST:
        return _leaf(visit, one.name, given, number, kind_of(one.name))
    lists = one.name in ("nodes", "edges") or (one.name.endswith("s") and not _ONE.search(one.name))
    connection = {"nodes", "edges", "pageInfo", "items", "cursor"} & set(one.below)
    if lists and not connection:
        return [_object(visit, one, given, n, depth) for n in range(0 if visit.empty else COUNT)]
    if one.name == "items" and "id" in one.below:
        return [_object(visit, one, given, n, depth) for n in range(0 if visit.empty else COUNT)]
    if lists and one.name in ("boards", "groups"):
        return [_object(visit, one, given, 0, depth)]
    return _object(visit, one, given, number, depth)


def _object(visit: Visit, one: Selected, given: dict[str, Any], number: int, depth: int) -> dict[str, Any]:
    kind = kind_of(one.name)
    made: dict[str, Any] = {}
    for alias, inner in one.below.items():
        made[alias] = (
            _value(visit, inner, given, number, depth + 1)
            if inner.below
            else _leaf(visit, inner.name, given, number, kind)
        )
    return made


def _leaf(visit: Visit, name: str, given: dict[str, Any], number: int, kind: Kind) -> Any:
    if name in given:
        return given[name]
    if re.match(r"has\w*Page$|archived|isArchived", name):
        return False
    if name in ("endCursor", "startCursor", "cursor", "archivedAt", "deletedAt", "canceledAt"):
        return None
    if name in ("success", "ok"):
        return True
    if name == "id":
        return str(value_named("id", number, visit.cast, kind))
    wanted = visit.dressing.fields.get(name)
    return wanted[number % len(wanted)] if wanted else value_named(name, number, visit.cast, kind)
