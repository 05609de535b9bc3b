"""From facts to a schedule: which facts belong together and what was taken back."""

from __future__ import annotations

from collections.abc import Sequence

from workforce.workflow.language.times.fields import merged
from workforce.workflow.language.times.reader import Element
from workforce.workflow.language.times.segment import Composed, Segment
from workforce.workflow.schedule import Rule, Schedule

_DAY_KINDS = frozenset({"days", "monthdays", "nth", "date"})
_REPLACES = {
    "interval": "rhythm",
    "count": "rhythm",
    "countdays": "rhythm",
    "daily": "rhythm",
    "dailytime": "rhythm",
    "days": "rhythm",
    "monthdays": "rhythm",
    "nth": "rhythm",
    "date": "rhythm",
    "cron": "rhythm",
    "times": "time",
    "part": "time",
    "range": "range",
    "zone": "zone",
    "only": "only",
    "except": "only",
}


def corrected(elements: Sequence[Element]) -> list[Element]:
    """The elements without what a later "no sorry, …" takes back."""
    kept: list[Element] = []
    replacing: set[str] = set()
    correcting = False
    for element in elements:
        if element.kind == "correct":
            correcting, replacing = True, set()
            continue
        family = _REPLACES.get(element.kind, element.kind)
        if correcting and family not in replacing:
            replacing.add(family)
            before = [one for one in kept if _REPLACES.get(one.kind, one.kind) != family]
            kept = before
            replacing_since = len(kept)
            kept = kept[:replacing_since]
        kept.append(element)
    return kept


def compose(elements: Sequence[Element]) -> Composed:
    """One schedule out of the elements of one group."""
    result = Composed()
    rules: list[Rule] = []
    conditions: set[str] = set()
    for segment in _segments(corrected(elements)):
        found, condition = Segment(segment, result).rules()
        rules.extend(rule for rule in found if rule not in rules)
        if found:
            conditions.add(condition)
    if len(conditions) > 1:
        result.notes.append(("only", {}))
        rules = rules[:1]
    if rules:
        result.schedule = Schedule(rules=merged(rules), only=next(iter(conditions)))
    return result


def _segments(elements: Sequence[Element]) -> list[list[Element]]:
    """ "Mondays at 9 and Fridays at 16" is two: days that follow days with their own times begin anew."""
    shared = [element for element in elements if element.kind in {"zone", "only", "except", "months", "exceptmonths"}]
    segments: list[list[Element]] = [[]]
    rest = [element for element in elements if element not in shared]
    for index, element in enumerate(rest):
        kinds = {one.kind for one in segments[-1]}
        timed = bool(kinds & {"times", "dailytime", "part", "cron"})
        if (
            element.kind in _DAY_KINDS | {"cron", "daily"}
            and timed
            and kinds & (_DAY_KINDS | {"cron", "daily"})
            and (
                element.kind in {"cron", "daily"}
                or any(one.kind in {"times", "part"} for one in rest[index + 1 :])
                or not kinds & {"interval", "daily"}
            )
        ) or (
            element.kind == "times"
            and "times" in kinds
            and kinds & _DAY_KINDS
            and index + 1 < len(rest)
            and rest[index + 1].kind == "days"
        ):
            segments.append([])
        segments[-1].append(element)
    return [segment + shared for segment in segments if segment]
