"""What the workers did this month."""

from __future__ import annotations

import reflex as rx

from workforce.core.actor import Role
from workforce.services import usage
from workforce.states.asking import asking
from workforce.states.requires import requires
from workforce.states.rows import UsageRow


class UsageState(rx.State):
    """Runs of this month by worker; the month is the person's own."""

    rows: list[UsageRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    month: str = ""
    total: int = 0
    loaded: bool = False
    failed: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Fetch them."""
        async with asking(self) as actor:
            facts = await usage.this_month(actor)
            self.rows = [
                UsageRow(f"/app/workers/{row.worker_id}", row.name, row.runs, row.failures) for row in facts.by_worker
            ]
            self.month, self.total, self.loaded = f"{facts.since:%B %Y}", sum(row.runs for row in self.rows), True
