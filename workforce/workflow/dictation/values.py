"""Dictated values become typed ones: references, moments, questions, things in services, conditions, plain data."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast
from typing import Literal as OneOf

from pydantic import ValidationError

from workforce.workflow import build
from workforce.workflow.spec import Group, Literal, Locator, Many, Moment, Ref, Template, Unknown, Value

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
REFERENCE = re.compile(r"(?:(first|all|count)\s+)?([A-Za-z_][\w-]*)(?:\.(.+))?", re.DOTALL)
NOW = re.compile(
    r"now((?:\s*[+-]\s*\d+\s*(?:year|month|week|day|hour|minute)s?)*)"
    r"(?:\s+start of (day|week|month|quarter|year))?(?:\s+as\s+[\"'“]?([^\"'”]+?)[\"'”]?)?"
)
SHIFT = re.compile(r"([+-])\s*(\d+)\s*(year|month|week|day|hour|minute)")
EXPRESSION = re.compile(r"\$(?:json|node|input|now|today|item|items|execution|workflow|vars|env)\b|\$\(")
TAKES = ("item", "first", "all", "count")
Take = OneOf["item", "first", "all", "count"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that cannot be read. place: `steps.mail.inputs.text`."""

    place: str
    message: str
    fix: str = ""


class ValueReader:
    """Reads the values of one worker whose parts have these ids; `mistakes` holds what cannot be read."""

    def __init__(self, idents: Collection[str]) -> None:
        self.idents = idents
        self.mistakes: list[Mistake] = []

    def inputs(self, given: dict[str, Any], place: str) -> dict[str, Value]:
        """All inputs of a step or trigger."""
        return {name: self.value(inner, f"{place}.{name}") for name, inner in given.items()}

    def value(self, given: Any, place: str) -> Value:
        """One value."""
        if isinstance(given, str):
            return self._text(given, place)
        if isinstance(given, list):
            return Many(items=[self.value(item, f"{place}.{number}") for number, item in enumerate(given)])
        if isinstance(given, dict):
            return self._object(given, place)
        return Literal(value=given)

    def _wrong(self, place: str, message: str, fix: str = "") -> Value:
        self.mistakes.append(Mistake(place, message, fix))
        return Literal(value="")

    # --- objects ------------------------------------------------------------------------------------------

    def _object(self, given: dict[str, Any], place: str) -> Value:
        keys = set(given)
        if keys == {"literal"}:
            return _kept(given["literal"])
        if "from" in keys and keys <= {"from", "field", "take"}:
            return self._reference(
                str(given["from"]), str(given.get("field") or ""), str(given.get("take") or "item"), place
            )
        if "ask" in keys and keys <= {"ask", "stand_in"}:
            return Unknown(question=str(given["ask"]), stand_in=given.get("stand_in") or "")
        if keys == {"now"}:
            return self._moment(given["now"], place)
        if {"by", "value"} <= keys <= {"by", "value", "name"}:
            return self._locator(str(given["by"]), given["value"], given.get("name"), place)
        if "__rl" in keys:
            return self._locator(str(given.get("mode", "id")), given.get("value"), given.get("cachedResultName"), place)
        if {"left", "is"} <= keys <= {"left", "is", "right", "type"}:
            return self._condition(given, place)
        if keys in ({"all"}, {"any"}) and isinstance(rows := next(iter(given.values())), list):
            return self._conditions(rows, "and" if "all" in keys else "or", place)
        return Group(fields=self.inputs(given, place))

    def _reference(self, step: str, path: str, take: str, place: str) -> Value:
        if step not in self.idents:
            return self._wrong(place, f"There is no step “{step}”.", f"The ids are: {', '.join(self.idents)}.")
        if take not in TAKES:
            return self._wrong(place, f"“{take}” is no way to take data.", f"Use one of {', '.join(TAKES)}.")
        return Ref(step=step, path=path, take=cast(Take, take))

    def _moment(self, given: Any, place: str) -> Value:
        fields = given if isinstance(given, dict) else {}
        try:
            return Moment.model_validate({name: inner for name, inner in fields.items() if inner is not None})
        except ValidationError:
            fix = 'Write {"now": {"shift": {"days": -7}, "snap": "week", "format": "d LLLL yyyy"}}.'
            return self._wrong(place, "This moment cannot be read.", fix)

    def _locator(self, mode: str, given: Any, name: Any, place: str) -> Value:
        inner = self.value(given, f"{place}.value")
        if isinstance(inner, Unknown):
            return inner
        shown = name if isinstance(name, str) else ""
        if not shown and isinstance(inner, Literal) and mode in ("name", "list"):
            shown = str(inner.value)
        return Locator(mode=mode, value=inner, name=shown)

    def _condition(self, given: dict[str, Any], place: str) -> Value:
        left, right = self.value(given["left"], f"{place}.left"), self.value(given.get("right", ""), f"{place}.right")
        kind = given.get("type") or _kind(given.get("right", ""))
        return build.condition(left, str(given["is"]), right, kind)

    def _conditions(self, rows: list[Any], combine: OneOf["and", "or"], place: str) -> Value:
        read = [self.value(row, f"{place}.{number}") for number, row in enumerate(rows)]
        return build.conditions(*(row for row in read if isinstance(row, Group)), combine=combine)

    # --- texts --------------------------------------------------------------------------------------------

    def _text(self, given: str, place: str) -> Value:
        if given.startswith("=") and EXPRESSION.search(given):
            return self._wrong(place, "n8n expressions are not read.", "Write {{step.field}} or {{now}} in plain text.")
        parts: list[str | Ref | Moment] = []
        end = 0
        for found in PLACEHOLDER.finditer(given):
            parts += [given[end : found.start()]] if found.start() > end else []
            part = self._placeholder(found.group(1).strip(), place)
            parts += [part] if part is not None else []
            end = found.end()
        parts += [given[end:]] if end < len(given) else []
        if all(isinstance(part, str) for part in parts):
            return Literal(value=given)
        alone = parts[0]
        return alone if len(parts) == 1 and not isinstance(alone, str) else Template(parts=parts)

    def _placeholder(self, inner: str, place: str) -> Ref | Moment | None:
        if (now := NOW.fullmatch(inner)) and "now" not in self.idents:
            return _moment_of(now)
        found = REFERENCE.fullmatch(inner)
        if EXPRESSION.search(inner) or not found:
            fix = 'Write {{step.field}}; {"literal": "…"} for a text that shall keep its braces.'
            self._wrong(place, f"“{{{{{inner}}}}}” cannot be read.", fix)
            return None
        take, step, path = found.groups()
        value = self._reference(step, (path or "").strip(), take or "item", place)
        return value if isinstance(value, Ref) else None


def _kept(given: Any) -> Value:
    """To the letter; lists and objects in parts, so that each can be looked at."""
    if isinstance(given, dict):
        return Group(fields={name: _kept(inner) for name, inner in given.items()})
    if isinstance(given, list):
        return Many(items=[_kept(item) for item in given])
    return Literal(value=given)


def _moment_of(found: re.Match[str]) -> Moment:
    shifts, snap, pattern = found.groups()
    shift: dict[str, int] = {}
    for sign, number, unit in SHIFT.findall(shifts or ""):
        shift[f"{unit}s"] = int(number) * (-1 if sign == "-" else 1)
    return Moment.model_validate({"shift": shift, "snap": snap or "", "format": pattern or ""})


def _kind(right: Any) -> build.Kind:
    if isinstance(right, bool):
        return "boolean"
    if isinstance(right, int | float):
        return "number"
    return "dateTime" if isinstance(right, dict) and "now" in right else "string"
