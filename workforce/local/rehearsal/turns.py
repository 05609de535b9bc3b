"""Who has the stage: one at a time, owners in turns, and nobody who does not come back."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

LAPSES_AFTER = 20.0
MOST_WAITING = 500


@dataclass
class Ticket:
    """A place in the queue, then a turn. seen: when its holder last asked; busy: a play of it is being performed."""

    owner: str
    number: int
    seen: float
    granted: asyncio.Event = field(default_factory=asyncio.Event)
    busy: bool = False
    ident: str = field(default_factory=lambda: uuid4().hex)


class Turns:
    """The queue. The next turn is that of the owner who has waited longest since the last one of theirs."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._numbers = itertools.count(1)
        self._waiting: dict[str, Ticket] = {}
        self._served: dict[str, int] = {}
        self.current: Ticket | None = None

    def join(self, owner: str) -> Ticket | None:
        """A place at the end; None when too many wait."""
        self.tidy()
        if len(self._waiting) >= MOST_WAITING:
            return None
        ticket = Ticket(owner, next(self._numbers), self._now())
        self._waiting[ticket.ident] = ticket
        self._grant()
        return ticket

    def find(self, ident: str) -> Ticket | None:
        """The ticket if it is still good; to ask for it keeps it good."""
        self.tidy()
        current = self.current if self.current and self.current.ident == ident else None
        ticket = current or self._waiting.get(ident)
        if ticket:
            ticket.seen = self._now()
        return ticket

    def ahead(self, ticket: Ticket) -> int:
        """How many turns come before this one."""
        if ticket is self.current:
            return 0
        order = sorted(self._waiting.values(), key=self._rank)
        return 1 + next((place for place, one in enumerate(order) if one is ticket), 0)

    def leave(self, ident: str) -> None:
        """Give the turn, or the place in the queue, back."""
        self._waiting.pop(ident, None)
        if self.current and self.current.ident == ident:
            self.current = None
        self._grant()

    def tidy(self) -> None:
        """Take away what nobody asks for any more."""
        late = self._now() - LAPSES_AFTER
        for ticket in [one for one in self._waiting.values() if one.seen < late]:
            del self._waiting[ticket.ident]
        if self.current and not self.current.busy and self.current.seen < late:
            self.current = None
        self._grant()

    def _grant(self) -> None:
        if self.current is None and self._waiting:
            ticket = min(self._waiting.values(), key=self._rank)
            del self._waiting[ticket.ident]
            self._served[ticket.owner] = next(self._numbers)
            if len(self._served) > 10_000:
                self._served.pop(next(iter(self._served)))
            ticket.seen = self._now()
            self.current = ticket
            ticket.granted.set()

    def _rank(self, ticket: Ticket) -> tuple[int, int]:
        return self._served.get(ticket.owner, 0), ticket.number
