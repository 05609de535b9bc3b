"""All workers of the company, and what narrows the list."""

from __future__ import annotations

import reflex as rx

from workforce.core.actor import Role
from workforce.services import workers
from workforce.states.asking import asking
from workforce.states.requires import requires
from workforce.states.rows import WorkerRow
from workforce.states.worker_rows import worker_row


class WorkersState(rx.State):
    """The cards. status: empty for all that are not retired; department: empty for all."""

    rows: list[WorkerRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    loaded: bool = False
    failed: str = ""
    text: str = ""
    status: str = ""
    department: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Fetch them, retired ones too: they are a filter away."""
        async with asking(self) as actor:
            self.rows = [worker_row(row, actor.timezone) for row in await workers.list_workers(actor, retired=True)]
            self.loaded = True

    @rx.event
    @requires(Role.MANAGER)
    def search(self, text: str) -> None:
        """Narrow by words."""
        self.text = str(text)

    @rx.event
    @requires(Role.MANAGER)
    def pick_status(self, status: str) -> None:
        """Narrow by status."""
        self.status = str(status)

    @rx.event
    @requires(Role.MANAGER)
    def pick_department(self, department: str) -> None:
        """Narrow by department."""
        self.department = str(department)

    @rx.event
    @requires(Role.MANAGER)
    def show_all(self) -> None:
        """Take all filters away."""
        self.text = self.status = self.department = ""

    @rx.var
    def shown(self) -> list[WorkerRow]:
        """The cards that the filters leave."""
        return [row for row in self.rows if self._fits(row)]

    @rx.var
    def departments(self) -> list[str]:
        """The departments that have workers."""
        return sorted({row.department for row in self.rows if row.department})

    def _fits(self, row: WorkerRow) -> bool:
        words = f"{row.name} {row.objective} {row.trigger_words} {' '.join(s.name for s in row.services)}".lower()
        return (
            all(word in words for word in self.text.lower().split())
            and (row.status == self.status if self.status else row.status != "retired")
            and self.department in {"", row.department}
        )
