"""What a worker will probably do and cost a month: runs, tokens, dollars; a guess with its bounds."""

from __future__ import annotations

from pydantic import Field

from workforce.workflow import schedule
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.forecast.amounts import EVENTS, Band, items_by_step
from workforce.workflow.forecast.models import AI_CALLS, Price, model_name, price_of
from workforce.workflow.spec import Frozen, Step, Trigger, WorkerSpec

__all__ = ["MOST_EVENTS", "Band", "Forecast", "forecast"]

MILLION = 1_000_000
MOST_EVENTS = 1_000_000
TOKENS_A_LISTED_ITEM = 80
ONCE = Band(low=1, likely=1, high=1)


class Forecast(Frozen):
    """A month. events: how many were assumed for triggers that wait for something, None when a schedule decides all.

    exact: the number of runs follows from schedules alone; steps: how many one run takes; dollars: what AI models cost
    at list price; models: their names; unpriced: titles of steps whose price is not known.
    """

    runs: Band
    exact: bool
    events: int | None
    steps: int
    tokens: Band
    dollars: Band
    models: list[str] = Field(default_factory=list)
    unpriced: list[str] = Field(default_factory=list)


def forecast(spec: WorkerSpec, catalogue: Catalogue, events: int | None = None) -> Forecast:
    """The forecast of a spec. events: how often a month something happens that starts it; a usual number without."""
    scheduled = sum(schedule.runs_per_month(t.schedule) for t in spec.triggers if t.schedule is not None)
    waiting = [trigger for trigger in spec.triggers if _waits(trigger)]
    assumed = _assumed(waiting) if events is None else events
    happening = Band.around(assumed, guessed=events is None) if waiting else Band.none()
    runs = Band.exactly(scheduled).plus(happening)
    calls = items_by_step(spec, catalogue)
    tokens, dollars, models, unpriced = Band.none(), Band.none(), [], []
    for step in spec.steps:
        if step.operation not in AI_CALLS:
            continue
        read, written = _tokens(step, spec, calls)
        model = model_name(spec, step, catalogue)
        models.append(model)
        price = price_of(model)
        unpriced += [] if price else [step.title]
        times = runs.times(calls.get(step.id, ONCE))
        tokens = tokens.plus(times.times(read.plus(written)))
        dollars = dollars.plus(times.times(_dollars(read, written, price)))
    return Forecast(
        runs=runs.rounded(1),
        exact=not waiting,
        events=assumed if waiting else None,
        steps=len([step for step in spec.steps if not step.serves]),
        tokens=tokens.rounded(0),
        dollars=dollars.rounded(4),
        models=list(dict.fromkeys(name for name in models if name)),
        unpriced=unpriced,
    )


def _waits(trigger: Trigger) -> bool:
    return trigger.schedule is None and trigger.operation not in ("error_trigger", "manual_trigger")


def _assumed(waiting: list[Trigger]) -> int:
    """A usual number for what starts it: mails come more often than filled-in forms."""
    found = [next((n for words, n in EVENTS if words in trigger.operation), 100) for trigger in waiting]
    return sum(found)


def _tokens(step: Step, spec: WorkerSpec, calls: dict[str, Band]) -> tuple[Band, Band]:
    """(read, written) of one call; a list that was put together before it is read as a whole."""
    read, written = AI_CALLS[step.operation]
    for link in step.after:
        source = spec.step(link.step)
        if isinstance(source, Step) and source.operation in ("aggregate", "summarize"):
            listed = calls.get(source.id, ONCE)
            read = read.plus(listed.times(Band.exactly(TOKENS_A_LISTED_ITEM)))
    return read, written


def _dollars(read: Band, written: Band, price: Price | None) -> Band:
    """What one call costs."""
    if price is None:
        return Band.none()
    return read.times(Band.exactly(price.read / MILLION)).plus(written.times(Band.exactly(price.written / MILLION)))
