"""What hangs on what: steps that now follow others, and their order where nothing says it."""

from __future__ import annotations

from collections.abc import Iterator

from workforce.workflow.diff.matching import Pairs, Part
from workforce.workflow.diff.phrases import said_in
from workforce.workflow.diff.telling import Change, Side
from workforce.workflow.explain.order import reading_order
from workforce.workflow.spec import Link, Step, WorkerSpec

Arrows = frozenset[tuple[str, int, int]]


def moved(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    """Steps that hang on others than before, beyond what follows from steps that came or went in between."""
    new_ones, gone = {part.id for part in pairs.added}, {part.id for part in pairs.removed}
    for before, after in pairs.same:
        if not (isinstance(before, Step) and isinstance(after, Step)):
            continue
        was = frozenset((pairs.name(s), o, i) for s, o, i in _behind(old.spec, before, gone))
        now = _behind(new.spec, after, new_ones)
        if was != now:
            yield _moved(old, new, pairs, after, was, now)


def _behind(spec: WorkerSpec, step: Step, through: set[str]) -> Arrows:
    """The arrows a step hangs on, traced back through steps that only one of the specs has."""
    found: set[tuple[str, int, int]] = set()
    waiting: list[tuple[Link, int]] = [(link, link.input) for link in step.after]
    seen: set[str] = set()
    while waiting:
        link, place = waiting.pop()
        source = spec.step(link.step)
        if link.step in through and isinstance(source, Step) and source.after and link.step not in seen:
            seen.add(link.step)
            waiting += [(inner, place) for inner in source.after]
        else:
            found.add((link.step, link.output, place))
    return frozenset(found)


def _moved(old: Side, new: Side, pairs: Pairs, step: Step, was: Arrows, now: Arrows) -> Change:
    before = _named(old, pairs, {name for name, _, _ in was})
    after = _named(new, pairs, {name for name, _, _ in now})
    if before == after:
        text = said_in(new.language, "other_way", title=step.title)
    elif not after:
        text = said_in(new.language, "starts_with", title=step.title, before=before)
    else:
        nothing = said_in(new.language, "nothing")
        text = said_in(new.language, "comes_after", title=step.title, after=after, before=before or nothing)
    return Change(
        kind="changed",
        step=step.id,
        title=step.title,
        icon=new.icon(step),
        what="order",
        before=before,
        after=after,
        text=text,
    )


def _named(side: Side, pairs: Pairs, idents: set[str]) -> str:
    """Steps by their titles; ids are the newer spec's."""
    older = {new.id: old.id for old, new in pairs.same}
    parts: list[Part] = []
    for ident in sorted(idents):
        found = side.spec.step(ident) or side.spec.step(older.get(ident, ident))
        parts += [found] if found else []
    return side.phrases.listed([said_in(side.language, "quoted", text=part.title) for part in parts]) if parts else ""


def _places(spec: WorkerSpec, pairs: Pairs | None) -> set[tuple[str, str, int, int]]:
    """Which of the arrows out of an output is which, where that is said."""

    def name(ident: str) -> str:
        return pairs.name(ident) if pairs else ident

    arrows = ((step, link) for step in spec.steps for link in step.after)
    return {(name(link.step), name(step.id), link.output, link.place) for step, link in arrows if link.place}


def reordered(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    """Steps side by side are done in the order in which they stand."""
    if _places(old.spec, pairs) != _places(new.spec, None):
        yield Change(kind="changed", what="order", text=said_in(new.language, "order"))
        return
    was = [pairs.name(part.id) for part in reading_order(old.spec)]
    now = [part.id for part in reading_order(new.spec)]
    both = set(was) & set(now) & {part.id for _, part in pairs.same}
    if [ident for ident in was if ident in both] != [ident for ident in now if ident in both]:
        yield Change(kind="changed", what="order", text=said_in(new.language, "order"))
