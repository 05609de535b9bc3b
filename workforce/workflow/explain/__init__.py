"""A spec in words and as a drawing: always computed from the spec, so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from workforce.workflow import schedule
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.drawing import draw
from workforce.workflow.explain.fields import editable_fields
from workforce.workflow.explain.needs import needs, risks
from workforce.workflow.explain.sentences import sentences
from workforce.workflow.plan import Plan
from workforce.workflow.spec import WorkerSpec

__all__ = ["draw", "explain", "needs"]

RUNS_SHOWN = 3


def explain(spec: WorkerSpec, catalogue: Catalogue, now: datetime, connected: Collection[str] = ()) -> Plan:
    """The plan of a spec, in the spec's language.

    now: aware; the next runs are shown in its zone; connected: credential types the company already has.
    """
    scheduled = [trigger.schedule for trigger in spec.triggers if trigger.schedule is not None]
    runs = sorted(run for rhythm in scheduled for run in schedule.next_runs(rhythm, spec.timezone, now, RUNS_SHOWN))
    return Plan(
        title=spec.name,
        objective=spec.objective,
        sentences=sentences(spec, catalogue),
        fields=editable_fields(spec, catalogue),
        questions=spec.questions,
        needs=needs(spec, catalogue, connected),
        assumptions=spec.assumptions,
        risks=risks(spec, catalogue),
        drawing=draw(spec, catalogue),
        schedule_words="; ".join(schedule.words(rhythm, spec.language) for rhythm in scheduled),
        next_runs=[run.astimezone(now.tzinfo).isoformat() for run in runs[:RUNS_SHOWN]],
        digest=spec.digest(),
    )
