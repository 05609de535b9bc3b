"""How often and when: triggers against triggers, and what the difference costs."""

from __future__ import annotations

from collections.abc import Iterator

from workforce.workflow import schedule
from workforce.workflow.diff.matching import Pairs
from workforce.workflow.diff.phrases import inside, said_in
from workforce.workflow.diff.telling import Change, Side
from workforce.workflow.forecast import forecast
from workforce.workflow.spec import Trigger

ALIKE = 1.05
CENT = 0.01
MANY, NEARLY = 10, 0.05


def rhythm(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    """Schedules that changed, triggers that became others, came or went."""
    for before, after in pairs.same:
        if isinstance(before, Trigger) and isinstance(after, Trigger):
            if before.operation != after.operation:
                yield _change(new, after, "starts", _said(old, before), _said(new, after))
            elif before.schedule != after.schedule:
                yield _change(new, after, *_frequency(old, new, before, after))
    for part in pairs.added:
        if isinstance(part, Trigger):
            said = _said(new, part)
            text = said_in(new.language, "starts_too", after=inside(new.language, said))
            yield Change(
                kind="added", step=part.id, title=part.title, icon=new.icon(part), what="step", after=said, text=text
            )
    for part in pairs.removed:
        if isinstance(part, Trigger):
            said = _said(old, part)
            text = said_in(new.language, "starts_not", before=inside(new.language, said))
            yield Change(
                kind="removed", step=part.id, title=part.title, icon=old.icon(part), what="step", before=said, text=text
            )


def _change(new: Side, trigger: Trigger, key: str, before: str, after: str, n: str = "") -> Change:
    small = {"before": inside(new.language, before), "after": inside(new.language, after)}
    text = said_in(new.language, key, **small, n=n)
    return Change(
        kind="changed",
        step=trigger.id,
        title=trigger.title,
        icon=new.icon(trigger),
        what="schedule",
        before=before,
        after=after,
        text=text,
    )


def _said(side: Side, trigger: Trigger) -> str:
    return schedule.words(trigger.schedule, side.language) if trigger.schedule else side.action(trigger)


def _frequency(old: Side, new: Side, before: Trigger, after: Trigger) -> tuple[str, str, str, str]:
    """(phrase, before, after, how many times as often)."""
    said = _said(old, before), _said(new, after)
    if before.schedule is None or after.schedule is None:
        return ("starts", *said, "")
    was, now = schedule.runs_per_month(before.schedule), schedule.runs_per_month(after.schedule)
    if was <= 0 or now <= 0 or max(was, now) / min(was, now) < ALIKE:
        return ("runs", *said, "")
    return ("runs_more" if now > was else "runs_less", *said, _times(max(was, now) / min(was, now)))


def _times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= MANY or abs(ratio - round(ratio)) < NEARLY else f"{ratio:.1f}"


def cost(old: Side, new: Side, events: int | None) -> list[Change]:
    """What the AI costs more or less; nothing below a cent."""
    before, after = (forecast(side.spec, side.catalogue, events).dollars.likely for side in (old, new))
    if abs(after - before) < CENT:
        return []
    key = "dearer" if after > before else "cheaper"
    text = said_in(new.language, key, dollars=f"{abs(after - before):.2f}")
    return [Change(kind="changed", what="forecast", before=f"${before:.2f}", after=f"${after:.2f}", text=text)]
