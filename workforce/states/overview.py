"""The first screen: the company's last seven days in numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.services import overview
from workforce.services.records import OverviewFacts
from workforce.states.asking import asking
from workforce.states.requires import requires
from workforce.states.rows import DayRow, OverviewRow
from workforce.states.runs import RunsState
from workforce.states.words import hours


class OverviewState(rx.State):
    """The numbers."""

    numbers: OverviewRow = OverviewRow()
    loaded: bool = False
    failed: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> Any:
        """Fetch them; after a failure the runs below are asked for again too."""
        failed_before = self.failed
        async with asking(self) as actor:
            self.numbers = overview_row(await overview.overview(actor))
            self.loaded = True
        return RunsState.load if failed_before and not self.failed else None


def overview_row(facts: OverviewFacts) -> OverviewRow:
    """The numbers as the screen shows them; the tallest day fills the chart."""
    tallest = max([good + bad for _, good, bad in facts.runs_by_day] or [0]) or 1
    return OverviewRow(
        workers_live=facts.workers_live,
        workers_attention=facts.workers_attention,
        runs_7d=facts.runs_7d,
        failures_7d=facts.failures_7d,
        saved_7d=hours(facts.hours_saved_7d),
        drafts_open=facts.drafts_open,
        days=[_day(text, good, bad, tallest) for text, good, bad in facts.runs_by_day],
    )


def _day(text: str, good: int, bad: int, tallest: int) -> DayRow:
    on = date.fromisoformat(text)
    return DayRow(f"{on:%a} {on.day}", good + bad, bad, round(100 * good / tallest), round(100 * bad / tallest))
