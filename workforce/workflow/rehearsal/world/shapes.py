"""Shapes of records made from the names of their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.visit import Shape, Visit


def shape_of(about: str, fields: str, more: Callable[[Cast, int], Mapping[str, Any]] | None = None) -> Shape:
    """Records with these fields (space-separated), valued by their names; `more` adds or replaces some."""
    names, kind = fields.split(), kind_of(about)

    def shape(cast: Cast, number: int) -> Record:
        record = {name: value_named(name, number, cast, kind) for name in names}
        return record | dict(more(cast, number) if more else {})

    return shape


def under(name: str) -> Callable[[Visit, list[Record]], Any]:
    """A list under a name: {"tickets": […]}."""
    return lambda visit, records: {name: records}


def inside(name: str) -> Callable[[Record], Any]:
    """One record under a name: {"ticket": {…}}."""
    return lambda record: {name: record}


def held(name: str) -> Callable[[Visit], Record]:
    """The fields of a body that stand under a name."""

    def given(visit: Visit) -> Record:
        found = visit.fields.get(name)
        return found if isinstance(found, dict) else {}

    return given


def listed(name: str, **more: Any) -> Callable[[Visit, list[Record]], Any]:
    """A list under a name beside what says that there is no more."""
    return lambda visit, records: {name: records, **more}


def prefixed(prefix: str, length: int = 16) -> Callable[[Visit], Any]:
    """New ids with a prefix: `cus_…`."""
    return lambda visit: f"{prefix}{visit.new_id(length)}"
