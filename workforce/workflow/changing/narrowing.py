"""“Skip orders under 50 €”, “only those from Germany”: a filter right behind what gives the data."""

from __future__ import annotations

import re
from dataclasses import replace

from workforce.workflow.changing import cues
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.context import in_context
from workforce.workflow.changing.parts import behind, ends, free_id, with_inputs
from workforce.workflow.changing.wish import Wish
from workforce.workflow.explain.values import references
from workforce.workflow.language.comparisons import Comparison, numeric
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.conditions import rule
from workforce.workflow.planner.data import concept_of
from workforce.workflow.planner.intents import Intent, Scope
from workforce.workflow.spec import Group, Link, Literal, Many, Step, WorkerSpec

MONEY = re.compile(r"[€$£]|(?<!\w)(?:eur|euros?|usd|dollars?|gbp|pounds?|chf)(?!\w)", re.IGNORECASE)
ABOUT = re.compile(r"(?<!\w)(?:about|uber|sobre|sur|mention\w*|erwahn\w*)(?!\w)")
FROM = re.compile(r"(?<!\w)(?:from|aus|de|desde|du|da|do)(?!\w)")


def narrow(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Let fewer items through."""
    skipping = wish.says(cues.SKIP) or wish.says(cues.STOP)
    if not skipping and not wish.says(cues.ONLY):
        return None
    request = wish.planned(spec.timezone)
    content = _without_cues(wish)
    test = numeric(content)
    tests, negated = ([test], skipping) if test else (_worded(request.intents, request.scopes), False)
    if not tests:
        return None
    assembly = in_context(spec, request, wish.catalogue, ends(spec))
    if not assembly.sources_of(0):
        raise Cannot("There are no items to choose from: the worker reads nothing that could be skipped.")
    tests = [_about_a_field(test, wish, assembly) for test in tests]
    conditions = rule(assembly, 0, tests, negated=negated)
    source = next((ref.step for ref in references([conditions])), "")
    if not source:
        return None
    return _filtered(spec, source, conditions, wish.text)


def _without_cues(wish: Wish) -> list[Piece]:
    """The pieces without the words that only say what to do with them."""
    return [p for p in wish.pieces if not any(c.fullmatch(p.fold) for c in (cues.SKIP, cues.ONLY, cues.STOP))]


def _about_a_field(test: Comparison, wish: Wish, assembly: Assembly) -> Comparison:
    """`orders under 50 €` speaks of their amount, `orders from Germany` of the country, `about x` of the title."""
    if not test.numeric and cues.CONTAINS.fullmatch(str(test.values[0]).lower()):
        return _verb_last(test, wish)
    held = [word for word in test.subject.split() if any(s.holds(word) for s in assembly.sources_of(0))]
    if held and not MONEY.search(wish.text):
        return test
    if test.numeric:
        return replace(test, subject=held[0] if held and concept_of(held[0]) == "amount" else "amount")
    if ABOUT.search(wish.words):
        return replace(test, subject="title")
    if FROM.search(wish.words) and str(test.values[0])[:1].isupper():
        return replace(test, subject="country")
    return test


def _verb_last(test: Comparison, wish: Wish) -> Comparison:
    """`Artikel, die Batterie enthalten`: what is looked for stands in front of the verb."""
    words = [piece for piece in wish.pieces if piece.kind in ("word", "name", "quote")]
    at = next(n for n, piece in enumerate(words) if cues.CONTAINS.fullmatch(piece.fold))
    return replace(test, subject="title", values=[words[at - 1].content]) if at else test


def _worded(intents: list[Intent], scopes: list[Scope]) -> list[Comparison]:
    """What the planner read as a gate or as a condition."""
    gates = [test for intent in intents if intent.kind == "gate" for test in intent.tests]
    return gates or [test for scope in scopes if scope.kind == "if" for test in scope.tests]


def _filtered(spec: WorkerSpec, source: str, conditions: Group, said: str) -> WorkerSpec:
    """The filter behind its source; one that asks the same with another value is changed instead."""
    for step in spec.steps:
        old = step.inputs.get("conditions")
        if step.operation == "filter" and isinstance(old, Group) and _asks(old) == _asks(conditions):
            return with_inputs(spec, step, {**step.inputs, "conditions": conditions})
    title = f"Only what was asked for: {said}"[:60].strip()
    new = Step(
        id=free_id(spec, "only"),
        operation="filter",
        title=title[:1].upper() + title[1:],
        inputs={"conditions": conditions},
        after=[Link(step=source)],
    )
    return behind(spec, source, new)


def _asks(conditions: Group) -> list[tuple[object, object]]:
    """What is looked at and how it is compared, without with what."""
    rows = conditions.fields.get("conditions")
    found: list[tuple[object, object]] = []
    for row in rows.items if isinstance(rows, Many) else []:
        if isinstance(row, Group):
            how = row.fields.get("operator", Literal(value=""))
            found.append((row.fields.get("leftValue"), how))
    return found
