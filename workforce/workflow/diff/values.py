"""Inputs against inputs, down to the smallest setting that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workforce.workflow.answers import ADDRESS
from workforce.workflow.spec import Group, Literal, Many, Value

# What is the case when the other is not.
OPPOSITE = {
    "gt": "lte",
    "lte": "gt",
    "lt": "gte",
    "gte": "lt",
    "equals": "notEquals",
    "notEquals": "equals",
    "contains": "notContains",
    "notContains": "contains",
    "startsWith": "notStartsWith",
    "endsWith": "notEndsWith",
    "exists": "notExists",
    "notExists": "exists",
    "empty": "notEmpty",
    "notEmpty": "empty",
    "true": "false",
    "false": "true",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One setting that differs: where it stands, its values (None: not set)."""

    path: tuple[str, ...]
    before: Value | None
    after: Value | None


def leaves(before: Mapping[str, Value], after: Mapping[str, Value], path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every setting that differs."""
    for name in dict.fromkeys([*before, *after]):
        yield from _leaves(before.get(name), after.get(name), (*path, name))


def _leaves(before: Value | None, after: Value | None, path: tuple[str, ...]) -> Iterator[Leaf]:
    if before == after:
        return
    match before, after:
        case Group(fields=old), Group(fields=new) if not _is_one(old) and not _is_one(new):
            yield from leaves(old, new, path)
        case Many(items=old), Many(items=new) if len(old) == len(new):
            for place, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from _leaves(one, other, (*path, str(place)))
        case _:
            yield Leaf(path, before, after)


def _is_one(fields: Mapping[str, Value]) -> bool:
    """Whether a group is told as a whole: a condition, or conditions joined by and / or."""
    return "operator" in fields or "conditions" in fields


def addresses(leaf: Leaf) -> tuple[list[str], list[str]] | None:
    """(those that are new, those that are gone) where both values are lists of e-mail addresses."""
    if leaf.before is None and leaf.after is None:
        return None
    was, now = ([] if value is None else _addresses(value) for value in (leaf.before, leaf.after))
    if was is None or now is None:
        return None
    more, fewer = [one for one in now if one not in was], [one for one in was if one not in now]
    return (more, fewer) if more or fewer else None


def people_in(value: Value | None) -> list[str]:
    """The addresses in a value."""
    return (_addresses(value) or []) if value is not None else []


def _addresses(value: Value | None) -> list[str] | None:
    if not isinstance(value, Literal) or not isinstance(value.value, str):
        return None
    found = [part.strip() for part in re.split(r"[,;\s]+", value.value) if part.strip()]
    return found if found and all(ADDRESS.fullmatch(part) for part in found) else None


def condition_turned(rule: Group) -> Group | None:
    """The opposite of a rule with one condition; None where it has no simple one."""
    rows = rule.fields.get("conditions")
    if not isinstance(rows, Many) or len(rows.items) != 1 or not isinstance(rows.items[0], Group):
        return None
    row = rows.items[0]
    how = row.fields.get("operator")
    if not isinstance(how, Literal) or not isinstance(how.value, dict):
        return None
    other = OPPOSITE.get(str(how.value.get("operation")))
    if other is None:
        return None
    turned = Group(fields={**row.fields, "operator": Literal(value={**how.value, "operation": other})})
    return Group(fields={**rule.fields, "conditions": Many(items=[turned])})
