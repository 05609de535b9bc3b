"""What is different between two specs, in plain sentences and as rows: computed, complete by construction.

Specs that behave alike give nothing, whatever their ids, confidences or remarks; every other pair gives a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.diff.matching import Pairs, pair
from workforce.workflow.diff.order import moved, reordered
from workforce.workflow.diff.phrases import said_in
from workforce.workflow.diff.rhythm import cost, rhythm
from workforce.workflow.diff.steps import added, compared, removed
from workforce.workflow.diff.telling import Change, Diff, Side
from workforce.workflow.spec import WorkerSpec

__all__ = ["Change", "Diff", "diff"]


def diff(before: WorkerSpec, after: WorkerSpec, catalogue: Catalogue, events: int | None = None) -> Diff:
    """The changes from one spec to another, in the language of the second.

    events: how often a month something happens that starts it, for what the change costs; a usual number without.
    """
    old, new = Side.of(before, after.language, catalogue), Side.of(after, after.language, catalogue)
    pairs = pair(before, after)
    changes = list(_changes(old, new, pairs))
    if changes:
        changes += cost(old, new, events)
    return Diff(changes=changes)


def _changes(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    yield from _worker(old, new)
    yield from rhythm(old, new, pairs)
    yield from added(new, pairs)
    yield from removed(old, pairs)
    yield from compared(old, new, pairs)
    yield from moved(old, new, pairs)
    yield from reordered(old, new, pairs)
    yield from _questions(old, new)


def _worker(old: Side, new: Side) -> Iterator[Change]:
    """The worker's name, task and clock."""
    for field in ("name", "objective", "timezone"):
        before, after = str(getattr(old.spec, field)), str(getattr(new.spec, field))
        if before != after:
            text = said_in(new.language, field, before=before, after=after)
            yield Change(kind="changed", what=field, before=before, after=after, text=text)
    if old.spec.origin != new.spec.origin:
        yield Change(kind="changed", what="imported", text=said_in(new.language, "workflow"))


def _questions(old: Side, new: Side) -> Iterator[Change]:
    """What is asked now, and what is no longer."""
    before, after = ({q.key: q for q in side.spec.questions} for side in (old, new))
    for key in after.keys() - before.keys():
        text = said_in(new.language, "asks", question=after[key].text)
        yield Change(kind="added", step=after[key].about, what="question", after=after[key].text, text=text)
    for key in before.keys() - after.keys():
        text = said_in(new.language, "asks_no_more", question=before[key].text)
        yield Change(kind="removed", step=before[key].about, what="question", before=before[key].text, text=text)
