"""Which parameters a node shows: n8n's display conditions, evaluated on values in hand."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

PATH_PART = re.compile(r"[^.\[\]]+")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Host:
    """The node around the parameters: what `@version` and `@tool` mean."""

    version: float
    is_tool: bool = False


@functools.lru_cache(maxsize=4096)
def path_parts(path: str) -> tuple[str, ...]:
    """`a.b[0].c` → (`a`, `b`, `0`, `c`)."""
    return tuple(PATH_PART.findall(path))


def lookup(values: Any, path: str, nothing: Any = None) -> Any:
    """The value at a dotted path with `[i]` indices; `nothing` where there is none."""
    if isinstance(values, dict) and path in values:
        return values[path]
    for part in path_parts(path):
        if isinstance(values, dict):
            values = values.get(part, nothing)
        elif isinstance(values, list) and part.isdigit() and int(part) < len(values):
            values = values[int(part)]
        else:
            return nothing
    return values


def same(one: Any, other: Any) -> bool:
    """Equality as JavaScript sees it: True is not 1, "1" is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def is_expression(value: Any) -> bool:
    """Whether n8n would evaluate this text."""
    return isinstance(value, str) and value.startswith("=")


def shown(prop: Mapping[str, Any], values: Any, root: Any, host: Host) -> bool:
    """Whether a parameter (or a credential, or an option) is shown beside these values.

    values: those of its own level; root: those of the whole node, for conditions that begin with `/`.
    """
    options = prop.get("displayOptions")
    if not options:
        return True
    for name, conditions in (options.get("show") or {}).items():
        actual = actual_values(name, values, root, host)
        if any(is_expression(value) for value in actual):
            return True
        if not holds(conditions, actual):
            return False
    for name, conditions in (options.get("hide") or {}).items():
        actual = actual_values(name, values, root, host)
        if actual and holds(conditions, actual):
            return False
    return True


def actual_values(name: str, values: Any, root: Any, host: Host) -> list[Any]:
    """What a condition on `name` is held against; a list value counts by its members."""
    if name.startswith("/"):
        value = lookup(root, name[1:])
    elif name == "@version":
        value = host.version
    elif name == "@tool":
        value = host.is_tool
    elif name == "@feature":
        return []
    else:
        value = lookup(values, name)
    if isinstance(value, dict) and value.get("__rl"):
        value = value.get("value")
    return value if isinstance(value, list) else [value]


def holds(conditions: list[Any], actual: list[Any]) -> bool:
    """Whether any of the conditions holds for the values."""
    for condition in conditions:
        if isinstance(condition, dict) and len(condition) == 1 and condition.get("_cnd"):
            key, target = next(iter(condition["_cnd"].items()))
            if (key == "not") if not actual else all(COMPARE.get(key, _never)(value, target) for value in actual):
                return True
        elif any(same(value, condition) for value in actual):
            return True
    return False


def _never(_value: Any, _target: Any) -> bool:
    return False


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def guarded(value: Any, target: Any) -> bool:
        try:
            return bool(compare(value, target))
        except TypeError:
            return False

    return guarded


def _text(test: Callable[[str, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, target: isinstance(value, str) and test(value, target)


COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": same,
    "not": lambda value, target: not same(value, target),
    "gte": _ordered(lambda value, target: value >= target),
    "lte": _ordered(lambda value, target: value <= target),
    "gt": _ordered(lambda value, target: value > target),
    "lt": _ordered(lambda value, target: value < target),
    "between": _ordered(lambda value, target: target["from"] <= value <= target["to"]),
    "includes": _text(lambda value, target: str(target) in value),
    "startsWith": _text(lambda value, target: value.startswith(str(target))),
    "endsWith": _text(lambda value, target: value.endswith(str(target))),
    "regex": _text(lambda value, target: re.search(str(target), value) is not None),
    "exists": lambda value, _target: value is not None and value != "",
}
