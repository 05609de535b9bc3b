"""What starts the worker: a schedule, or an event."""

from __future__ import annotations

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.times import FoundSchedule
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.starting.events import find_event
from workforce.workflow.planner.starting.prompt import Found, Prompt

SURE_ENOUGH = 0.5  # below that, words about time may well mean something else


def counts(found: FoundSchedule) -> bool:
    """Whether words about time say when it runs; two rhythms that contradict each other do, and are asked about."""
    return found.confidence >= SURE_ENOUGH or bool(found.contradictions)


def find_start(prompt: Prompt, found: tuple[FoundSchedule, ...]) -> Found:
    """The start, and the clauses that are left for the work itself. found: the schedules the prompt speaks of."""
    schedules = [s for s in found if counts(s)]
    spoken = any(len(s.text.split()) > 1 for s in schedules)  # `annual value` says nothing about when
    event = find_event(prompt, scheduled=spoken)
    if event is None and not schedules:
        return Start("unknown", []), prompt.parts
    if event is not None and (event[2] or not spoken or not schedules):
        return event[0], event[1]
    return _scheduled(schedules), [c for c in prompt.parts if c.lead or _says_more(c)]


def _scheduled(schedules: list[FoundSchedule]) -> Start:
    chosen = schedules[0]
    zone = next((s.timezone for s in schedules if s.timezone), "")
    return Start("schedule", [], schedule=chosen.schedule, timezone=zone, assumed=list(chosen.assumed))


def _says_more(clause: Clause) -> bool:
    return any(p.kind not in ("time", "mark") for p in clause.pieces)
