"""Short messages to the person, shown on every page and read aloud."""

from __future__ import annotations

from dataclasses import dataclass

import reflex as rx

from workforce.states.requires import PUBLIC, requires

LONGEST = 400
KEPT = 4


@dataclass
class Notice:
    """One message. tone: neutral, good, warn, bad."""

    id: int = 0
    tone: str = "neutral"
    text: str = ""


class NoticeState(rx.State):
    """The messages on this tab, newest last."""

    notices: list[Notice] = []  # noqa: RUF012 - Reflex copies defaults per tab
    _next: int = 1

    @rx.event
    @requires(PUBLIC)
    def tell(self, tone: str, text: str) -> None:
        """Show a message; also what an error that nobody caught ends in."""
        self._say(str(text), tone if tone in {"good", "warn", "bad"} else "neutral")

    @rx.event
    @requires(PUBLIC)
    def dismiss(self, ident: int) -> None:
        """Take one message away."""
        self.notices = [notice for notice in self.notices if notice.id != ident]

    @rx.event
    @requires(PUBLIC)
    def clear(self) -> None:
        """Take all messages away; pages do so when they open."""
        if self.notices:
            self.notices = []

    def _say(self, text: str, tone: str = "neutral") -> None:
        kept = [notice for notice in self.notices if notice.text != text[:LONGEST]]
        self.notices = [*kept, Notice(self._next, tone, text[:LONGEST])][-KEPT:]
        self._next += 1


async def say(state: rx.State, text: str, tone: str = "good") -> None:
    """Show a message from inside another state's handler. tone: neutral, good, warn, bad."""
    notices = await state.get_state(NoticeState)
    notices._say(text, tone)
