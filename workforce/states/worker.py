"""One worker: how it is, what it does, and the manager's controls."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput, NotFound, Unavailable
from workforce.services import workers
from workforce.services.records import WorkerFacts
from workforce.states.asking import asking, last_part, named
from workforce.states.live import moments
from workforce.states.notices import say
from workforce.states.plan_rows import DEPLOYING, plan_row, stage_rows
from workforce.states.requires import requires
from workforce.states.rows import PlanRow, RunInputRow, StageRow, WorkerRow
from workforce.states.runs import RunsState
from workforce.states.session import followed_by
from workforce.states.worker_rows import run_input_rows, worker_row

STARTED = "Started. The run appears below in a moment."
Verb = Callable[[Actor, UUID], Awaitable[None]]


class WorkerState(rx.State):
    """The worker on screen.

    missing: why there is none; busy: the control that is at work; revealed: the webhook's secret shows;
    inputs: what a run by hand starts with, asked for while `asking`.
    """

    worker: WorkerRow = WorkerRow()
    plan: PlanRow = PlanRow()
    stages: list[StageRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    inputs: list[RunInputRow] = []  # noqa: RUF012
    asking: bool = False
    missing: str = ""
    failed: str = ""
    busy: str = ""
    revealed: bool = False
    _ident: str = ""
    _watch: int = 0

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> Any:
        """Open the worker that the address names, and follow it from then on."""
        if (ident := last_part(self)) != self._ident:
            watch = self._watch
            self.reset()  # type: ignore[no-untyped-call]
            self._ident, self._watch = ident, watch
        self.busy, self.revealed = "", False
        async with asking(self) as actor:
            await self._look(actor)
        return WorkerState.follow

    @rx.event(background=True)
    @requires(Role.MANAGER)
    async def follow(self) -> None:
        """Show what changes: its status, the stages of its deployment, its runs as they come."""
        async with self:
            self._watch += 1
            watch, ident = self._watch, self._ident
            sid, organisation = await followed_by(self)
        async for actor in moments(sid, organisation, {f"worker:{ident}", f"runs:{ident}"}):
            async with self:
                if (self._watch, self._ident) != (watch, ident) or self.missing:
                    return
                with suppress(Unavailable):
                    await self._look(actor)

    @rx.event
    @requires(Role.MANAGER)
    async def run_now(self) -> AsyncIterator[Any]:
        """Start it once; one that waits for something is given a sample first."""
        if self.inputs:
            self.asking = True
            return
        async for step in self._do("run", workers.run_now, STARTED):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    async def run_with(self, typed: dict[str, Any]) -> AsyncIterator[Any]:
        """Start it once with these values in the place of what its trigger brings."""
        given = {row.path: str(typed[row.key]) for row in self.inputs if row.key in typed}

        async def start(actor: Actor, ident: UUID) -> None:
            try:
                await workers.run_now(actor, ident, given)
            except InvalidInput as error:
                self.inputs = [replace(row, error=error.sentence * (row.path == error.field)) for row in self.inputs]
                raise
            self.asking = False

        async for step in self._do("run", start, STARTED):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    def run_not(self) -> Any:
        """Rather not."""
        self.asking = False
        return rx.set_focus("run-now")

    @rx.event
    @requires(Role.MANAGER)
    async def pause(self) -> AsyncIterator[Any]:
        """Stop its triggers."""
        async for step in self._do("pause", workers.pause, "Paused. It starts nothing until you resume it."):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    async def resume(self) -> AsyncIterator[Any]:
        """Start its triggers again."""
        async for step in self._do("resume", workers.resume, "Back at work."):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    async def retire(self) -> AsyncIterator[Any]:
        """Let it go for good."""
        async for step in self._do("retire", workers.retire, "Retired. Its runs stay here."):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    async def retry(self) -> AsyncIterator[Any]:
        """Go on with a deployment that failed."""
        async for step in self._do("retry", workers.retry, "Trying again."):
            yield step

    @rx.event
    @requires(Role.MANAGER)
    async def told(self, reply: dict[str, Any]) -> None:
        """The webhook's secret is on screen (it never comes here), or there is a sentence why not."""
        if sentence := str(reply.get("sentence") or ""):
            await say(self, sentence, "bad")
        self.revealed = not sentence

    async def _do(self, name: str, verb: Verb, done: str) -> AsyncIterator[None]:
        self.busy = name
        yield
        async with asking(self) as actor:
            await verb(actor, named(self._ident))
            await say(self, done)
        async with asking(self) as actor:
            await self._look(actor)
        self.busy = ""

    async def _look(self, actor: Actor) -> None:
        try:
            self._show(actor, await workers.get_worker(actor, named(self._ident)))
        except NotFound as error:
            self.missing = error.sentence
            return
        await (await self.get_state(RunsState))._look(actor, self._ident)

    def _show(self, actor: Actor, facts: WorkerFacts) -> None:
        self.worker, self.missing = worker_row(facts, actor.timezone), ""
        self.stages = stage_rows(facts.events, DEPLOYING)
        if [row.path for row in self.inputs] != [one.path for one in facts.run_inputs]:
            self.inputs = run_input_rows(facts)
        if facts.plan is not None:
            self.plan = plan_row(facts.plan, actor.timezone)
