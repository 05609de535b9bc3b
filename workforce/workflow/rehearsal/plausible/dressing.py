"""`Dressing`: made-up records get the fields that later steps read, and lose the ones that a scenario leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workforce.workflow.rehearsal.plausible.cast import Cast
from workforce.workflow.rehearsal.plausible.kinds import KINDS, Kind, kind_of
from workforce.workflow.rehearsal.plausible.values import value_named

DEEPEST = 4


class Dressing:
    """fields: dotted names and the values that alternate over the records (none: plausible ones); missing: left out."""

    def __init__(
        self, cast: Cast, fields: Mapping[str, Sequence[Any]] | None = None, missing: Sequence[str] = ()
    ) -> None:
        self.cast, self.fields, self.missing = cast, dict(fields or {}), tuple(missing)

    def record(self, kind: Kind, number: int) -> dict[str, Any]:
        """The record of that kind and number, dressed."""
        plain = {name: value_named(name, number, self.cast, kind) for name in kind.fields}
        return self.dressed(plain, number, kind)

    def records(self, about: str, count: int) -> list[dict[str, Any]]:
        """Several records of the kind that a text speaks of."""
        kind = kind_of(about)
        return [self.record(kind, number) for number in range(count)]

    def dressed(self, record: dict[str, Any], number: int, kind: Kind = KINDS["record"]) -> dict[str, Any]:
        """The record with the wanted fields: at their place where the service has one, else on top."""
        for path, values in self.fields.items():
            value = (
                values[number % len(values)]
                if values
                else value_named(path.rsplit(".", 1)[-1], number, self.cast, kind)
            )
            holders = list(_holders(record, path)) if "." not in path else []
            for holder in holders:
                if values and not isinstance(holder[path], dict | list):
                    holder[path] = value
            if not holders:
                put(record, path, value, replace=bool(values))
        for path in self.missing:
            if "." in path:
                _take(record, path)
            for holder in list(_holders(record, path)):
                holder.pop(path)
        return record

    def columns(self, base: Sequence[str], *, flat: bool = True) -> list[str]:
        """Column names: the wanted ones first, then the base's that are not among them in another spelling."""
        wanted = [name for name in self.fields if "." not in name] if flat else list(self.fields)
        known = {_loose(name) for name in wanted}
        names = [*wanted, *(name for name in base if _loose(name) not in known)]
        return [name for name in names if name not in self.missing]


def put(record: dict[str, Any], path: str, value: Any, *, replace: bool = False) -> None:
    """Set a dotted name where nothing is; with replace also where a plain value is."""
    *above, last = path.split(".")
    here: Any = record
    for name in above:
        here = here.setdefault(name, {}) if isinstance(here, dict) else None
        if isinstance(here, list) and here:
            here = here[0]
    if isinstance(here, dict) and (last not in here or (replace and not isinstance(here[last], dict | list))):
        here[last] = value


def _holders(value: Any, name: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects, however deep, that have a field of this name."""
    if isinstance(value, dict):
        if name in value:
            yield value
        for inner in value.values():
            if depth < DEEPEST:
                yield from _holders(inner, name, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _holders(inner, name, depth)


def _take(record: dict[str, Any], path: str) -> None:
    *above, last = path.split(".")
    here: Any = record
    for name in above:
        here = here.get(name) if isinstance(here, dict) else None
    if isinstance(here, dict):
        here.pop(last, None)


def _loose(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())
