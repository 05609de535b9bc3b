"""Which fields a workflow reads, from whom, and which values send its items down each way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from workforce.workflow.catalogue.display import Json
from workforce.workflow.rehearsal.flow import BASE, BRANCHES, Flow

SEGMENTS = r"((?:\??\.(?:[A-Za-z_]\w*)(?![\w(])|\??\.?\[\s*(?:\"[^\"\]]+\"|'[^'\]]+'|\d+)\s*\])*)"
OWN = re.compile(r"\$json" + SEGMENTS)
NAME = r"(?:\"([^\"]+)\"|'([^']+)')"
PICK = r"(?:item|first\(\)|last\(\)|all\(\)\[\d+\]|itemMatching\([^)]*\))"
OTHERS = re.compile(rf"\$\(\s*{NAME}\s*\)\.{PICK}\.json" + SEGMENTS + rf"|\$node\[\s*{NAME}\s*\]\.json" + SEGMENTS)
SEGMENT = re.compile(r"\.([A-Za-z_]\w*)|\[\s*(?:\"([^\"\]]+)\"|'([^'\]]+)'|(\d+))\s*\]")
SET = BASE + "set"
WHOLE = re.compile(r"^=\s*\{\{(.*)\}\}\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Read:
    """A step reads `path` of what `source` gave. values: such that each way of a condition is taken by some item."""

    reader: str
    source: str
    path: tuple[str, ...]
    values: tuple[Any, ...] = field(default=())

    @property
    def name(self) -> str:
        """The field's own name, without where it lies."""
        return next((part for part in reversed(self.path) if not part.isdigit()), "")


def reads_of(flow: Flow) -> list[Read]:
    """Everything that the workflow's parameters read of earlier steps, conditions with the values that decide them."""
    found: list[Read] = []
    for name in flow.nodes:
        for text in _texts(flow.nodes[name].get("parameters") or {}):
            found += [Read(name, source, path) for source, path in _references(flow, name, text) if path]
        if flow.nodes[name]["type"] in BRANCHES:
            found += _decided(flow, name)
    return found + [deeper for read in found if read.values for deeper in _behind_set(flow, read)]


def _behind_set(flow: Flow, read: Read) -> Iterator[Read]:
    """Where a field that an Edit Fields step copies really comes from."""
    node = flow.nodes[read.source]
    rows = (node.get("parameters") or {}).get("assignments")
    rows = rows.get("assignments") if isinstance(rows, dict) and node["type"] == SET else None
    for row in rows if isinstance(rows, list) else ():
        text = row.get("value") if isinstance(row, dict) and row.get("name") == read.path[0] else None
        if isinstance(text, str) and WHOLE.match(text):
            for source, path in _references(flow, read.source, text):
                yield Read(read.reader, source, path + read.path[1:], read.values)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _references(flow: Flow, name: str, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if "$" not in text:
        return
    for match in OTHERS.finditer(text):
        source = match[1] or match[2] or match[4] or match[5]
        if source in flow.nodes:
            yield source, _path(match[3] or match[6] or "")
    if "$json" in text:
        rest = OTHERS.sub("", text)
        sources = sorted(flow.sources_of(name))
        for match in OWN.finditer(rest):
            for source in sources:
                yield source, _path(match[1])


def _path(segments: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part) for match in SEGMENT.finditer(segments))


# --- conditions -------------------------------------------------------------------------------------------


def _decided(flow: Flow, name: str) -> Iterator[Read]:
    for left, operator, right in _conditions(flow.nodes[name].get("parameters") or {}):
        whole = WHOLE.match(left) if isinstance(left, str) else None
        references = list(_references(flow, name, left)) if whole else []
        values = deciding_values(str(operator.get("type", "")), str(operator.get("operation", "")), right)
        for source, path in references[:1] if len({path for _, path in references}) == 1 else []:
            if path and values:
                yield from (Read(name, one, path, values) for one in {source for source, _ in references})


def _conditions(parameters: Json) -> Iterator[tuple[Any, Json, Any]]:
    groups = [parameters.get("conditions")]
    groups += [rule.get("conditions") for rule in _rules(parameters) if isinstance(rule, dict)]
    for group in groups:
        rows = group.get("conditions") if isinstance(group, dict) else None
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and isinstance(row.get("operator"), dict):
                yield row.get("leftValue"), row["operator"], row.get("rightValue")


def _rules(parameters: Json) -> list[Any]:
    rules = parameters.get("rules")
    values = rules.get("values") if isinstance(rules, dict) else None
    return values if isinstance(values, list) else []


def deciding_values(kind: str, operation: str, right: Any) -> tuple[Any, ...]:
    """Values of which some meet the condition and some do not; none where that cannot be told."""
    if isinstance(right, str) and right.startswith("="):
        return _moments() if kind == "dateTime" else ()
    match kind:
        case "number":
            return _numbers(operation, right)
        case "boolean":
            return (True, False)
        case "dateTime":
            return _moments()
        case "string":
            return _strings(operation, "" if right is None else str(right))
    return ()


def _numbers(operation: str, right: Any) -> tuple[Any, ...]:
    if operation in ("empty", "exists", "notEmpty", "notExists"):
        return ()
    try:
        bound = float(right)
    except (TypeError, ValueError):
        return ()
    step = max(1.0, round(abs(bound) * 0.2, 2))
    around = (bound + step, bound - step, bound)
    return tuple(int(value) if value.is_integer() else value for value in around)


def _strings(operation: str, right: str) -> tuple[Any, ...]:
    match operation:
        case "equals" | "notEquals":
            return (right, f"not {right}") if right else ()
        case "contains" | "notContains":
            return (f"About {right} today", "Something else")
        case "startsWith" | "notStartsWith":
            return (f"{right} and more", "Something else")
        case "endsWith" | "notEndsWith":
            return (f"This is {right}", "Something else")
        case "empty" | "notEmpty" | "exists" | "notExists":
            return ("Something", "")
        case "regex" | "notRegex":
            words = [word for word in re.findall(r"[\w@ ]+", right) if word.strip()]
            return (*words, "Something else") if words else ()
    return ()


def _moments() -> tuple[str, ...]:
    now = datetime.now(UTC).replace(microsecond=0)
    return tuple((now + timedelta(days=days)).isoformat() for days in (-2, 2, -40, 40, 0, -9))
