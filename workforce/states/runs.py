"""Runs: a worker's, or the company's last ones; and the one that is opened."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.services import runs
from workforce.states.asking import asking, named
from workforce.states.requires import requires
from workforce.states.rows import RunRow, StepRunRow
from workforce.states.worker_rows import run_row, step_row

PAGE = 20


class RunsState(rx.State):
    """The list on screen. `opened`: the run whose steps are shown, empty for none; `steps_loaded`: they are here."""

    rows: list[RunRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    loaded: bool = False
    failed: str = ""
    opened: str = ""
    steps: list[StepRunRow] = []  # noqa: RUF012
    steps_loaded: bool = False
    limit: int = PAGE
    _of: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """The company's last runs."""
        async with asking(self) as actor:
            await self._look(actor, "")

    @rx.event
    @requires(Role.MANAGER)
    async def toggle(self, ident: str) -> Any:
        """Open a run, or close it again."""
        self.opened = "" if self.opened == ident else str(ident)
        self.steps, self.steps_loaded = [], False
        return RunsState.fetch if self.opened else None

    @rx.event
    @requires(Role.MANAGER)
    async def fetch(self) -> None:
        """The opened run's steps; the engine may be asked for them."""
        async with asking(self) as actor:
            run = await runs.get_run(actor, named(self.opened))
            self.steps = [step_row(step) for step in run.steps]
        self.steps_loaded = True

    @rx.event
    @requires(Role.MANAGER)
    async def more(self) -> None:
        """Show older ones too."""
        self.limit += PAGE
        async with asking(self) as actor:
            await self._look(actor, self._of)

    async def _look(self, actor: Actor, worker: str) -> None:
        if worker != self._of:
            self.reset()  # type: ignore[no-untyped-call]
            self._of = worker
        found = await runs.list_runs(actor, named(worker) if worker else None, self.limit)
        self.rows = [run_row(run, actor.timezone) for run in found]
        self.loaded = True
