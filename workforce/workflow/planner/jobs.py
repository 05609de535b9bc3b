"""Several jobs in one prompt: what starts by itself, at another time or by another event, is a worker of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workforce.workflow.language.clauses import Clause, clauses
from workforce.workflow.language.detect import detect
from workforce.workflow.language.names import bind_names
from workforce.workflow.language.pieces import Piece, annotate, pieces
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.actions import wait_of
from workforce.workflow.planner.cleaning import clean, schedules_of
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.knowledge.cues import ERROR
from workforce.workflow.planner.knowledge.events import PREFERRED
from workforce.workflow.planner.mentions import defaults, mentions
from workforce.workflow.planner.reading import timed
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting import Prompt, find_start

MOST = 10
# `I need three workers: one that …, another that …`
_ANNOUNCED = re.compile(
    r"\b(?:two|three|four|five|several|[2-9]|zwei|drei|vier|funf|mehrere|dos|tres|cuatro|cinco|varios|deux|trois|quatre|"
    r"cinq|plusieurs|dois|duas|quatro|varios)\b(?:\s\w+){0,2}?\s(?:workers?|bots?|automations?|agents?|workflows?|"
    r"mitarbeiter|trabajadores|automatizaciones|agentes|automatisations|trabalhadores|automacoes)\b"
)
_ONE_THAT = re.compile(
    r"(?:^|[,;:.\n-]|\band|\bund|\by|\bet|\be)\s*(?:and\s|und\s|y\s|et\s|e\s)?(?:(?:the\s)?(?:first|second|third|fourth|last|"
    r"other)|one|another|einer|einen|ein\s(?:weiterer|anderer)|uno|otro|un\sautre|un|outro|um)"
    r"(?:\s(?:one|worker|bot))?,?\s(?:that|which|who|to|should|must|der|die|das|soll|que|qui|debe|doit|deve)\s"
)
_LEANS = word_set(
    "it its them they their this that these those he she him her es ihn ihm ihnen sie er dies diese dieser lo eso esto "
    "whose which who deren dessen dont cuyo cuya cujo cuja ellos ils elles ca cela isso isto eles elas ele ela"
)
_BETWEEN = " \t\n.;,!?"
_LEADS_IN = re.compile(
    r"^\s*(?:[-*•–]|\d{1,2}[.)])?\s*(?:(?:and|also|then|additionally|in addition|besides|separately|"
    r"second(?:ly)?|third(?:ly)?|und|auch|ausserdem|außerdem|zusätzlich|además|también|y|aussi|de plus|et|"
    r"também|além disso|e)\b[\s,:]*)*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Unit:
    """A sentence or list item. places: services it names; reads: those it takes data from."""

    text: str
    pieces: list[Piece]
    start: Start | None = None
    failing: bool = False
    places: set[str] = field(default_factory=set)


def jobs(prompt: str, timezone: str, services: Services) -> list[str]:
    """The jobs of a prompt, each as a prompt of its own, in order; the prompt itself where it is one."""
    text, _ = clean(prompt)
    announced = _announced(text)
    if len(announced) > 1:
        return announced[:MOST]
    found = _grouped(_units(text, timezone, services))
    return found[:MOST] if len(found) > 1 else [prompt]


def _announced(text: str) -> list[str]:
    """`three workers: one that posts …, one that mails …` → what each does."""
    folded = fold(text)
    if len(folded) != len(text) or not _ANNOUNCED.search(folded):
        return []
    cuts = [(m.start(), m.end()) for m in _ONE_THAT.finditer(folded)]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    parts = [text[begin:end].strip(" ,;.:\n") for (_, begin), end in zip(cuts, ends, strict=True)]
    return [part[:1].upper() + part[1:] for part in parts if len(part.split()) > 2]


def _units(text: str, timezone: str, services: Services) -> list[_Unit]:
    language = detect(text)
    schedules = schedules_of(text, language, timezone)
    found = bind_names(annotate(timed(pieces(text), text, schedules), language, services.at))
    usual = defaults(found)
    numbers: dict[int, list[Clause]] = {}
    for clause in clauses(found, language):
        numbers.setdefault(clause.unit, []).append(clause)
    units: list[_Unit] = []
    end = 0
    for parts in numbers.values():
        inside = [p for clause in parts for p in clause.pieces]
        if not inside:
            continue
        begin, end = end, max(p.end for p in inside)  # the words that lead a clause in are not among its pieces
        here = tuple(s for s in schedules if begin <= s.start < end)
        start, rest = find_start(Prompt(parts, language, usual, services), here)
        does = [p for clause in rest for p in clause.pieces]
        own = start.kind != "unknown" and _does_something(does, usual_places=bool(mentions(does, usual)))
        unit = _Unit(text[begin:end].strip(_BETWEEN), inside, failing=any(ERROR.search(c.words) for c in parts))
        unit.places = {m.service for m in mentions(inside, usual)} - {start.service}
        if own and not unit.failing and not _leans(inside) and wait_of(" ".join(c.words for c in parts)) is None:
            unit.start = start
        units.append(unit)
    return units


def _does_something(found: list[Piece], *, usual_places: bool) -> bool:
    return usual_places and any(p.verbs for p in found)


def _leans(found: list[Piece]) -> bool:
    """Whether a sentence goes on with what the one before spoke of: `on Fridays send it to the CFO as well`."""
    for piece in found:
        if piece.kind == "word" and piece.fold in _LEANS:
            return True
        if piece.service or piece.nouns:
            return False
    return False


def _grouped(units: list[_Unit]) -> list[str]:
    """The units of each job; what starts nothing belongs to the job before, what holds for failures to every job."""
    groups: list[list[_Unit]] = [[]]
    for unit in units:
        if unit.failing:
            continue
        if unit.start is not None and _another(groups, unit):
            groups.append([])
        groups[-1].append(unit)
    failing = [unit.text for unit in units if unit.failing]
    return [". ".join([*(_plain(unit.text) for unit in group), *failing]) for group in groups]


def _another(groups: list[list[_Unit]], unit: _Unit) -> bool:
    """Whether a unit starts a job that none of those before is about."""
    before = [one for group in groups for one in group]
    starts = [one.start for one in before if one.start is not None]
    if not starts or unit.start is None:
        return False
    if unit.start.kind not in ("schedule", "form", "webhook", "chat") and unit.start.tests:
        return False
    if any(_same(start, unit.start) for start in starts):
        return False
    return unit.start.kind == "schedule" or unit.start.service not in set().union(*(one.places for one in groups[-1]))


def _same(one: Start, two: Start) -> bool:
    if one.kind != two.kind:
        return False
    if one.kind == "schedule":
        return one.schedule == two.schedule
    return one.service == two.service and _event(one) == _event(two)


def _event(start: Start) -> object:
    """Which event of its service a start means, as far as it is known."""
    words = fold(" ".join(p.text for p in start.pieces))
    rows = PREFERRED.get(start.service, ())
    return next((str(inputs) for pattern, inputs in rows if not pattern or re.search(pattern, words)), "")


def _plain(text: str) -> str:
    bare = _LEADS_IN.sub("", text, count=1).strip() or text
    return bare[:1].upper() + bare[1:]
