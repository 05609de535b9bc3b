"""Conditions of If, Filter and Switch from comparisons in words: which field, held against what."""

from __future__ import annotations

import re

from workforce.workflow.build import condition, conditions
from workforce.workflow.language.comparisons import COUNT, Comparison
from workforce.workflow.language.words import fold, slug, word_set
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source, concept_of
from workforce.workflow.spec import Group, Moment, Ref, Value

_NEGATED = {
    "gt": "lte",
    "gte": "lt",
    "lt": "gte",
    "lte": "gt",
    "eq": "neq",
    "neq": "eq",
    "contains": "lacks",
    "empty": "filled",
    "filled": "empty",
    "lacks": "contains",
}
_NUMBER = {"gt": "gt", "gte": "gte", "lt": "lt", "lte": "lte", "eq": "equals", "neq": "notEquals"}
_TEXT = {
    "eq": "contains",
    "neq": "notContains",
    "contains": "contains",
    "lacks": "notContains",
    "empty": "empty",
    "filled": "notEmpty",
}
_YES = word_set("yes true ja si sim oui checked ticked")


def rule(assembly: Assembly, scope: int, tests: list[Comparison], *, negated: bool = False) -> Group:
    """The conditions of one branch."""
    rows: list[Group] = []
    combine = "and"
    for test in tests:
        op = _NEGATED.get(test.op, test.op) if negated else test.op
        left = field_for(assembly, scope, test)
        if op in ("empty", "filled"):
            rows.append(condition(left, _TEXT[op]))
        elif test.numeric and test.unit and (dated := _dated(assembly, scope, test)) is not None:
            rows.append(condition(dated, _AGE[op], Moment(shift={test.unit: -int(float(test.values[0]))}), "dateTime"))
        elif test.numeric:
            rows += [condition(left, _NUMBER.get(op, "equals"), _whole(value), "number") for value in test.values]
            combine = "or" if len(test.values) > 1 and op == "eq" else combine
        else:
            rows += [condition(left, _TEXT.get(op, "contains"), _word(str(value))) for value in test.values]
            combine = "or" if len(test.values) > 1 and op in ("eq", "contains") else combine
    return conditions(*rows, combine=combine) if rows else conditions(condition(True, "true", "", "boolean"))  # type: ignore[arg-type]


# more than 3 days old: dated before three days ago
_AGE = {"gt": "before", "gte": "beforeOrEquals", "lt": "after", "lte": "afterOrEquals", "eq": "before", "neq": "after"}
_OLD = re.compile(
    r"\b(old|older|overdue|past due|since|ago|without|pending|waiting|open for|inactive|alt|alter|uberfallig|"
    r"vencid|retard|atras)"
)


def _dated(assembly: Assembly, scope: int, test: Comparison) -> Ref | None:
    """The date that an age is counted from; None where the number is a field of its own."""
    words = fold(f"{test.subject} {test.text}")
    sources = [s for s in reversed(assembly.sources_of(scope)) if s.style not in ("ai", "list")]
    if not sources or not _OLD.search(words) or (test.subject and sources[0].holds(test.subject)):
        return None
    due = re.search(r"overdue|past due|uberfallig|vencid|retard", words) is not None
    for name in ("due date", "date") if due else ("date", "due date"):
        if path := sources[0].path(name, guess=False):
            return sources[0].ref(path)
    return sources[0].ref(sources[0].path("due date" if due else "date")) if sources[0].style == "sheet" else None


def _whole(value: str | float) -> float | int:
    number = float(value)
    return int(number) if number.is_integer() else number


_STATES = {
    "won": r"won|ganad[oa]s?|gewonnen|gagnee?s?|ganh[oa]s?",
    "lost": r"lost|perdid[oa]s?|verloren|perdue?s?",
    "open": r"offene?n?|abiert[oa]s?|ouverte?s?|abert[oa]s?",
    "closed": r"geschlossen|cerrad[oa]s?|fermee?s?|fechad[oa]s?",
    "urgent": r"dringend|urgente",
    "done": r"erledigt|fertig|hech[oa]|terminee?|concluid[oa]|feit[oa]",
}


def _word(value: str) -> str:
    """States as services call them: `ganado` → won."""
    return next((state for state, pattern in _STATES.items() if re.fullmatch(pattern, fold(value))), value)


def field_for(assembly: Assembly, scope: int, test: Comparison) -> Value:
    """What a comparison looks at: a field of the AI step, of the form or call, of what was read."""
    if test.subject == COUNT:
        counted = next((s for s in reversed(assembly.sources_of(scope)) if "count" in s.fields), None)
        if counted is not None:
            return counted.ref(counted.fields["count"])
    words = re.sub(r"^(meta field|field|feld|campo|champ|the)\s+", "", test.subject, flags=re.IGNORECASE).strip()
    last = words.split(" ")[-1] if words else ""
    sources = assembly.sources_of(scope)
    for source in reversed(sources):
        if source.style == "ai":
            path = _ai_field(source, test, words)
            if path:
                return source.ref(path)
    status = next(
        (s for s in reversed(sources) if s.service == "httprequest" and "statusCode" in s.fields.values()), None
    )
    if (
        status is not None
        and test.numeric
        and (
            not words
            or re.search(r"status|code|answer|antwort|respon|repond", fold(words))
            or not any(s is not status for s in sources)
        )
    ):
        return status.ref("statusCode")
    units = test.numeric and concept_of(words) == "product"
    for candidate in ("quantity",) if units else tuple(dict.fromkeys((words, last, *reversed(words.split())))):
        if not candidate:
            continue
        for source in reversed(sources):
            if source.style not in ("list",) and source.holds(candidate):
                return source.ref(source.path(candidate))
    base = next((s for s in reversed(sources) if s.style not in ("ai", "list")), None)
    if base is None:
        return (
            Ref(step=sources[-1].step, path=slug(last or "value"))
            if sources
            else Ref(step=assembly.triggers[0].id, path=slug(last or "value"))
        )
    return base.ref(_guess(base, words, last, test))


def _guess(base: Source, words: str, last: str, test: Comparison) -> str:
    if test.numeric and concept_of(words) == "product":
        return base.path("quantity") or "quantity"
    if test.numeric:
        amount = base.path("amount", guess=False)
        known = concept_of(words)
        if amount and known in ("", "amount", "customer", "product"):
            return amount
    if "_" in words.rsplit(" ", maxsplit=1)[-1] if words else False:
        return base.path(words.rsplit(" ", maxsplit=1)[-1])
    folded = fold(" ".join(str(v) for v in test.values))
    if (
        not test.numeric
        and re.search(r"urgent|high|hoch|alta|haute|dringend|critical|kritisch|normal|low", folded)
        and base.path("priority", guess=False)
    ):
        return base.path("priority")
    if not test.numeric and not concept_of(words) and base.path("status", guess=False):
        return base.path("status")
    return (
        base.path(words if concept_of(words) or len(words.split()) <= 3 else last) or slug(last or "value") or "value"
    )


def _ai_field(source: Source, test: Comparison, words: str) -> str:
    if words and (path := source.path(words)):
        return path
    folded = [fold(str(v)) for v in test.values]
    for name, path in source.fields.items():
        if fold(name) in folded:
            return path
    for name, path in source.fields.items():
        stem = fold(name)[:5]
        if len(stem) == 5 and any(value.startswith(stem) for value in folded):
            return path
    if test.subject == "category" or (not test.numeric and not words):
        return source.fields.get("category", "") or next(
            (p for n, p in source.fields.items() if n not in ("text", "reason")), ""
        )
    if test.numeric and not words:
        return next(
            (p for n, p in source.fields.items() if re.search(r"score|punkt|nota|note|rating|puntu", fold(n))), ""
        )
    if not test.numeric and "category" in source.fields:
        return source.fields["category"]
    return ""


def within_days(assembly: Assembly, scope: int, days: int, words: str) -> Group:
    """`expiring in the next 30 days`: a date between now and then."""
    sources = [s for s in reversed(assembly.sources_of(scope)) if s.style not in ("ai", "list")]
    base = sources[0]
    path = base.path("due date", guess=False) or base.path(words or "due date")
    return conditions(
        condition(base.ref(path), "afterOrEquals", Moment(snap="day"), "dateTime"),
        condition(base.ref(path), "beforeOrEquals", Moment(shift={"days": days}), "dateTime"),
    )
