"""What starts the worker: a schedule, or an event."""

from __future__ import annotations

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.cleaning import schedules_of
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.mentions import Defaults
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting.events import find_event


def find_start(
    parts: list[Clause],
    found: list[Piece],
    language: str,
    timezone: str,
    text: str,
    usual: Defaults,
    services: Services,
) -> tuple[Start, list[Clause]]:
    """The start, and the clauses that are left for the work itself."""
    schedules = [s for s in schedules_of(text, language, timezone) if s.confidence >= 0.5]
    spoken = [s for s in schedules if len(s.text.split()) > 1]  # `annual value` says nothing about when
    event = find_event(parts, usual, services, language, scheduled=bool(spoken))
    if event is not None and not spoken:
        return event[0], event[1]
    if schedules and (event is None or not event[2]):
        chosen = schedules[0]
        start = Start(
            "schedule",
            [],
            schedule=chosen.schedule,
            timezone=chosen.timezone or next((s.timezone for s in schedules if s.timezone), ""),
            assumed=list(chosen.assumed),
        )
        return start, [
            c for c in parts if (c.pieces and any(p.kind not in ("time", "mark") for p in c.pieces)) or c.lead
        ]
    if event is not None:
        return event[0], event[1]
    return Start("unknown", []), parts
