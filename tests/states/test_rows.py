"""Rows and words: pure, so plain."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from workforce.services.records import OverviewFacts, RunFacts, RunStatus, StageEvent, WorkerFacts, WorkerStatus
from workforce.states.overview import overview_row
from workforce.states.plan_rows import PLANNING, stage_rows
from workforce.states.words import many, took, when
from workforce.states.worker_rows import worker_row

NOW = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(None, ""), (0, "0 ms"), (999, "999 ms"), (4_200, "4.2 s"), (185_000, "3 min 5 s")]
)
def test_durations_in_words(milliseconds: int | None, words: str) -> None:
    assert took(milliseconds) == words


def test_times_are_said_in_the_managers_zone() -> None:
    assert when(datetime(2031, 3, 31, 22, 30, tzinfo=UTC), "Europe/Berlin") == "Tue 1 Apr 2031, 00:30"


def test_counting() -> None:
    assert [many(n, "item") for n in (0, 1, 1200)] == ["0 items", "1 item", "1,200 items"]


def test_the_first_unfinished_stage_is_the_running_one() -> None:
    events = (StageEvent(1, "brief", "done", "Weekly sales", NOW),)
    rows = stage_rows(events, PLANNING)
    assert [row.state for row in rows] == ["done", "started", "waiting", "waiting"]
    assert rows[0].detail == "Weekly sales"


def test_a_failed_stage_stops_the_rest() -> None:
    events = (StageEvent(1, "brief", "done", "", NOW), StageEvent(2, "spec", "failed", "No", NOW))
    assert [row.state for row in stage_rows(events, PLANNING)] == ["done", "failed", "waiting", "waiting"]


def test_a_workers_card() -> None:
    ident = uuid4()
    run = RunFacts(uuid4(), ident, "Report", RunStatus.FAILED, "schedule", NOW, NOW, 120, "No access")
    worker = WorkerFacts(
        ident, "Report", "Weekly report", WorkerStatus.FAILED, "Sales", "Every Monday", NOW, reason="No", last_run=run
    )
    row = worker_row(worker, "UTC")
    assert (row.label, row.tone, row.last_run_tone) == ("Needs attention", "bad", "bad")
    assert row.url == f"/app/workers/{ident}"


def test_the_tallest_day_fills_the_chart() -> None:
    facts = OverviewFacts(1, 0, 4, 1, 0.5, (("2026-11-23", 0, 0), ("2026-11-24", 3, 1)), 0)
    assert [(day.good_height, day.bad_height) for day in overview_row(facts).days] == [(0, 0), (75, 25)]
