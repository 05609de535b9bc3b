"""A draft's rehearsal on screen: how it goes, what each scenario showed, and a person's own questions."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput, NotFound, Unavailable
from workforce.services import rehearsals
from workforce.states.asking import asking, last_part, named
from workforce.states.draft import DraftState
from workforce.states.live import moments
from workforce.states.rehearsal_rows import (
    ReceiptRow,
    RehearsalRow,
    RehearsedStepRow,
    ScenarioRow,
    receipt_rows,
    rehearsal_row,
    scenario_rows,
    step_rows,
)
from workforce.states.requires import requires
from workforce.states.session import followed_by

UNDER_WAY = ("waiting", "acting")


class RehearsalState(rx.State):
    """The rehearsal of the draft on screen. `opened`: the scenario whose receipts are shown, empty for none."""

    rehearsal: RehearsalRow = RehearsalRow()
    scenarios: list[ScenarioRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    opened: str = ""
    receipts: list[ReceiptRow] = []  # noqa: RUF012
    steps: list[RehearsedStepRow] = []  # noqa: RUF012
    technical: bool = False
    question: str = ""
    refused: str = ""
    _ident: str = ""
    _watch: int = 0

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> Any:
        """Open the rehearsal of the draft that the address names."""
        if (ident := last_part(self)) != self._ident:
            watch = self._watch
            self.reset()  # type: ignore[no-untyped-call]
            self._ident, self._watch = ident, watch
        async with asking(self) as actor:
            with suppress(NotFound):  # the draft's own state says so
                await self._look(actor)
        return RehearsalState.follow

    @rx.event(background=True)
    @requires(Role.MANAGER)
    async def follow(self) -> Any:
        """Show each scenario as it is played; the acting itself is a job elsewhere."""
        async with self:
            self._watch += 1
            watch, ident = self._watch, self._ident
            sid, organisation = await followed_by(self)
        async for actor in moments(sid, organisation, {f"draft:{ident}"}):
            async with self:
                if (self._watch, self._ident) != (watch, ident):
                    return
                before = self.rehearsal.state
                with suppress(Unavailable, NotFound):
                    await self._look(actor)
                if before in UNDER_WAY and self.rehearsal.state not in UNDER_WAY:
                    yield DraftState.load

    @rx.event
    @requires(Role.MANAGER)
    async def again(self) -> None:
        """Rehearse the plan as it is now."""
        async with asking(self) as actor:
            await rehearsals.request(actor, named(self._ident))
            self.opened = ""
            await self._look(actor)

    @rx.event
    @requires(Role.MANAGER)
    async def toggle(self, name: str) -> None:
        """Open a scenario, or close it again."""
        self.opened = "" if self.opened == name else str(name)
        self.receipts, self.steps = [], []
        async with asking(self) as actor:
            await self._look(actor)

    @rx.event
    @requires(Role.MANAGER)
    async def toggle_technical(self) -> None:
        """Show what technicians want to see, or hide it."""
        self.technical = not self.technical

    @rx.event
    @requires(Role.MANAGER)
    async def imagine(self, typed: dict[str, Any]) -> None:
        """Add the scenario that a person's “what if …” describes, and rehearse with it."""
        self.question, self.refused = str(typed.get("question", "")), ""
        async with asking(self) as actor:
            try:
                await rehearsals.imagine(actor, named(self._ident), self.question)
            except InvalidInput as error:
                self.refused = error.sentence
                return
            self.question = ""
            await self._look(actor)

    @rx.event
    @requires(Role.MANAGER)
    async def forget(self, name: str) -> None:
        """Remove a person's scenario; it is left out from the next rehearsal on."""
        async with asking(self) as actor:
            await rehearsals.remove_scenario(actor, named(self._ident), str(name))
            await rehearsals.request(actor, named(self._ident))
            await self._look(actor)

    async def _look(self, actor: Actor) -> None:
        seen = await rehearsals.latest(actor, named(self._ident))
        self.rehearsal = rehearsal_row(seen)
        report = seen.report if seen else None
        self.scenarios = scenario_rows(report)
        opened = next((one for one in (report.scenarios if report else []) if one.name == self.opened), None)
        self.receipts = receipt_rows(opened) if opened else []
        self.steps = step_rows(opened) if opened else []
