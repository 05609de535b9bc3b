"""Changing the draft on screen by saying so, and what its month will bring."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput
from workforce.services import changing
from workforce.services.records import DraftFacts
from workforce.states.asking import asking, last_part, named
from workforce.states.change_rows import ChangeRow, ForecastRow, ProposalRow, change_rows, forecast_row, proposal_row
from workforce.states.notices import say
from workforce.states.requires import requires

Verb = Callable[[Actor], Awaitable[DraftFacts]]


class ChangeState(rx.State):
    """The change that waits beside the plan; `diff`: what the draft changes about a worker; error: beside the box."""

    proposal: ProposalRow = ProposalRow()
    diff: list[ChangeRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    worker_id: str = ""
    forecast: ForecastRow = ForecastRow()
    starts_from: str = ""
    error: str = ""
    busy: bool = False
    _ident: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def propose(self, typed: dict[str, Any]) -> AsyncIterator[Any]:
        """Read what is said; what is not understood says so beside the box, and stays in it."""
        self.error, self.busy = "", True
        yield
        try:
            sentence = str(typed.get("change", ""))
            await self._do(lambda actor: changing.propose(actor, named(last_part(self)), sentence))
            yield self._follow()
        finally:
            self.busy = False

    @rx.event
    @requires(Role.MANAGER)
    async def accept(self) -> None:
        """Take the change into the plan."""
        if await self._do(lambda actor: changing.accept(actor, named(last_part(self)))):
            await say(self, "Changed. The plan below shows it.")

    @rx.event
    @requires(Role.MANAGER)
    async def drop(self) -> None:
        """Put the change away."""
        await self._do(lambda actor: changing.drop(actor, named(last_part(self))))

    @rx.event
    @requires(Role.MANAGER)
    async def expect(self, number: str) -> None:
        """Say how often a month something starts the worker; empty: nobody knows."""
        text = str(number).strip().replace(",", "")
        if text == self.forecast.events:
            return
        if text and not text.isdigit():
            await say(self, "Use a whole number, like 200.", "bad")
            return
        await self._do(lambda actor: changing.expect(actor, named(last_part(self)), int(text) if text else None))

    async def _do(self, verb: Verb) -> bool:
        """One verb, and the draft as it is afterwards."""
        from workforce.states.draft import DraftState  # it shows this state's rows, too

        done, self.error = False, ""
        async with asking(self) as actor:
            try:
                await (await self.get_state(DraftState))._show(actor, await verb(actor))
                done = True
            except InvalidInput as problem:
                self.error = problem.sentence
        return done

    def _follow(self) -> Any:
        from workforce.states.draft import DraftState

        return DraftState.follow if self.proposal.state == "thinking" else None

    def _show(self, facts: DraftFacts) -> None:
        if self._ident != str(facts.id):
            self._ident, self.error = str(facts.id), ""
        self.proposal = proposal_row(facts.proposal)
        self.diff = change_rows(facts.diff)
        self.worker_id = str(facts.changes_worker or "")
        self.forecast = forecast_row(facts)
        self.starts_from = facts.starts_from
