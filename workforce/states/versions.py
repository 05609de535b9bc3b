"""A worker's versions on its page, and the box in which a change of it is said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput
from workforce.services import changing, versions
from workforce.states.asking import asking, last_part, named
from workforce.states.change_rows import VersionRow, version_row
from workforce.states.notices import say
from workforce.states.requires import requires


class VersionsState(rx.State):
    """What the worker on screen did and does; error: beside the box."""

    rows: list[VersionRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    error: str = ""
    busy: bool = False

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """List the versions of the worker that the address names."""
        self.rows, self.error, self.busy = [], "", False
        async with asking(self) as actor:
            await self._look(actor)

    @rx.event
    @requires(Role.MANAGER)
    async def change(self, typed: dict[str, Any]) -> AsyncIterator[Any]:
        """Make a draft of what is said, and go there; nothing happens to the worker before it is approved."""
        self.error, self.busy = "", True
        yield
        try:
            async with asking(self) as actor:
                try:
                    sentence = str(typed.get("change", ""))
                    ident = await changing.change_worker(actor, named(last_part(self)), sentence)
                    yield rx.redirect(f"/app/drafts/{ident}")
                except InvalidInput as problem:
                    self.error = problem.sentence
        finally:
            self.busy = False

    @rx.event
    @requires(Role.MANAGER)
    async def go_back(self, number: int) -> None:
        """Put an old version to work again."""
        async with asking(self) as actor:
            made = await versions.roll_back(actor, named(last_part(self)), number)
            await say(self, f"Version {made}, equal to version {number}, is on its way.")
            await self._look(actor)

    async def _look(self, actor: Actor) -> None:
        found = await versions.list_versions(actor, named(last_part(self)))
        self.rows = [version_row(version, actor.timezone) for version in found]
