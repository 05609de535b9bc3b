"""Putting a trigger in place."""

from __future__ import annotations

from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.knowledge.wording import in_words
from workforce.workflow.schedule import Schedule
from workforce.workflow.spec import Link, Trigger, Value


def put(
    assembly: Assembly,
    operation: str,
    title: str,
    inputs: dict[str, Value],
    *,
    schedule: Schedule | None = None,
    confidence: float = 1.0,
) -> Trigger:
    """Add a trigger; everything that always happens hangs on it."""
    title = in_words(title, assembly.request.language)
    trigger = Trigger(
        id=assembly.ident(title),
        operation=operation,
        title=title,
        inputs=inputs,
        schedule=schedule,
        confidence=confidence,
    )
    assembly.triggers.append(trigger)
    assembly.ends[0] = [Link(step=trigger.id)]
    assembly.items[0] = [Link(step=trigger.id)]
    assembly.sources.setdefault(0, [])
    return trigger


def put_source(
    assembly: Assembly,
    operation: str,
    title: str,
    source: Source,
    inputs: dict[str, Value] | None = None,
    confidence: float = 1.0,
) -> Trigger:
    """Add a trigger that gives data."""
    trigger = put(assembly, operation, title, inputs or {}, confidence=confidence)
    source.step = trigger.id
    assembly.sources[0].append(source)
    return trigger
