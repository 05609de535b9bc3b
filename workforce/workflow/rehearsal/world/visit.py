"""`Visit`: one call on its way through a service, with all that the answer is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, Dressing, Kind, kind_of
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.exchange import Asked
from workforce.workflow.rehearsal.world.hints import Hints
from workforce.workflow.rehearsal.world.memory import Memory, Record

Shape = Callable[[Cast, int], Record]
"""How a service writes the record of a number."""
COUNT = 3
"""How many records a service begins with."""


@dataclass
class Visit:
    """service: the name people know; found: the route's named groups; empty: the service has nothing to give."""

    asked: Asked
    cast: Cast
    dressing: Dressing
    memory: Memory
    service: str
    empty: bool = False
    hints: Hints = field(default_factory=Hints)
    found: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Any]:
        """The body's fields."""
        return self.asked.fields

    @property
    def query(self) -> dict[str, str]:
        """The query's fields."""
        return self.asked.query

    @property
    def now(self) -> str:
        """The rehearsal's date as most services write it."""
        return iso(self.cast.now)

    def past(self, number: int) -> str:
        """A moment of the last days."""
        return iso(self.cast.past(number))

    def stamp(self, moment: datetime | None = None) -> int:
        """Seconds since 1970."""
        return int((moment or self.cast.now).timestamp())

    def new_id(self, length: int = 17) -> str:
        """An id for something that is made now."""
        return self.cast.id(f"new/{self.service}", self.memory.next(), length)

    def new_number(self, start: int = 5000) -> int:
        """A number for something that is made now."""
        return start + self.memory.next()

    # --- collections -----------------------------------------------------------------------------------

    def all(self, name: str, shape: Shape | None = None, count: int = COUNT) -> list[Record]:
        """The records of a collection: made up in the service's shape at first, what was made since included."""
        return self.memory.collection(
            f"{self.service}/{name}", lambda: [] if self.empty else [self.made(name, shape, n) for n in range(count)]
        )

    def made(self, name: str, shape: Shape | None, number: int) -> Record:
        """The made-up record of that number."""
        kind = kind_of(name)
        if shape is None:
            return self.dressing.record(kind, number)
        return self.dressing.dressed(shape(self.cast, number), number, kind)

    def one(self, name: str, ident: object, shape: Shape | None = None, key: str = "id") -> Record:
        """The record of that id; one is made up for an id that nobody made here, for it exists outside."""
        records = self.all(name, shape)
        for record in records:
            if str(record.get(key)) == str(ident):
                return record
        record = self.made(name, shape, len(records) % 7)
        record[key] = _like(record.get(key), ident)
        records.append(record)
        return record

    def create(self, name: str, record: Record, shape: Shape | None = None) -> Record:
        """Keep a new record, newest first."""
        self.all(name, shape).insert(0, record)
        return record

    def update(
        self, name: str, ident: object, changes: Mapping[str, Any], shape: Shape | None = None, key: str = "id"
    ) -> Record:
        """Change a record."""
        record = self.one(name, ident, shape, key)
        record.update(changes)
        return record

    def delete(self, name: str, ident: object, shape: Shape | None = None, key: str = "id") -> None:
        """Forget a record."""
        records = self.all(name, shape)
        records[:] = [record for record in records if str(record.get(key)) != str(ident)]

    def kind(self, text: str) -> Kind:
        """The kind of record that a text speaks of."""
        return kind_of(text)


def _like(old: Any, ident: object) -> Any:
    """An id in the type its neighbours have."""
    text = str(ident)
    return int(text) if isinstance(old, int) and not isinstance(old, bool) and text.isdigit() else text
