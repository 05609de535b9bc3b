"""Which facts of a text belong to one schedule: those side by side, and the loose ones of the same sentence."""

from __future__ import annotations

from dataclasses import dataclass

from workforce.workflow.language.times.grammar import Grammar
from workforce.workflow.language.times.lexicon import Lexeme
from workforce.workflow.language.times.reader import Element

SAYS_WHEN = 0.45
_GLUE = (
    "filler",
    "at",
    "on",
    "of",
    "and",
    "comma",
    "per",
    "the",
    "to",
    "only",
    "between",
    "from",
    "correct",
    "habit",
    "every",
    "times",
)
_PUNCTUATION = frozenset({":", "(", ")", "-", "–", "—", "/", "@", ",", "'", "[", "]", "*", "•", "·", "…"})
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "”": "”"}
_LONGEST_QUOTE = 120
_VAGUE = 0.6
_COMPLETES = {
    "days": frozenset({"times", "dailytime", "part"}),
    "weeks": frozenset({"days"}),
    "months": frozenset({"monthdays", "nth"}),
}
_LOOSE = frozenset({"minute", "times", "range", "only", "except", "businesshours", "zone", "exceptmonths", "part"})
_CORRECTION_REACH = 4


@dataclass
class Group:
    """Elements that stand together, in sentence number `sentence`."""

    sentence: int
    elements: list[Element]

    @property
    def strength(self) -> float:
        """How much the group says that something repeats."""
        if {"days", "range"} <= self.kinds and not self.kinds & {"interval", "count", "times"}:
            return 0.0  # opening hours
        return max((element.strength for element in self.elements), default=0.0)

    @property
    def kinds(self) -> set[str]:
        """The kinds of its elements."""
        return {element.kind for element in self.elements}


def hide_quotes(lexemes: list[Lexeme], text: str) -> None:
    """Make what stands in quotation marks opaque: names and texts, not instructions."""
    opened: int | None = None
    for index, lexeme in enumerate(lexemes):
        mark = text[lexeme.start : lexeme.end]
        if lexeme.text == "\n":
            opened = None
        elif opened is not None and mark == _QUOTES[text[lexemes[opened].start]]:
            if lexeme.start - lexemes[opened].start <= _LONGEST_QUOTE and not any(
                "cron" in one.senses for one in lexemes[opened:index]
            ):
                for hidden in lexemes[opened : index + 1]:
                    hidden.senses, hidden.opaque, hidden.stop = {}, True, False
            opened = None
        elif opened is None and mark in _QUOTES:
            opened = index


def groups(lexemes: list[Lexeme]) -> list[Group]:
    """All groups of neighbouring elements."""
    grammar = Grammar(lexemes)
    found: list[Group] = []
    current: list[Element] = []
    sentence = index = strange = 0
    correcting = False
    while index < len(lexemes):
        lexeme = lexemes[index]
        element = None if lexeme.opaque or lexeme.stop else grammar.element(index)
        if element is not None and element.kind == "guard":
            current, correcting = _close(found, current, sentence), False
        elif element is not None:
            if element.kind == "correct":
                correcting, strange = bool(current), 0
                if not current:
                    index = element.last
                    continue
            current.append(element)
        elif lexeme.stop or not _glue(lexeme):
            strange += 1
            if lexeme.stop or not correcting or strange > _CORRECTION_REACH:
                current, correcting = _close(found, current, sentence), False
        if lexeme.stop:
            sentence += 1
        index = element.last if element is not None else index + 1
    _close(found, current, sentence)
    return _joined(found)


def _glue(lexeme: Lexeme) -> bool:
    return not lexeme.opaque and (lexeme.text in _PUNCTUATION or any(sense in lexeme.senses for sense in _GLUE))


def _close(found: list[Group], elements: list[Element], sentence: int) -> list[Element]:
    while elements and elements[-1].kind == "correct":
        elements.pop()
    if elements and (len(elements) > 1 or elements[0].marked or elements[0].strength):
        found.append(Group(sentence, elements))
    return []


def _joined(found: list[Group]) -> list[Group]:
    """Loose times, spans and exceptions go to the nearest schedule of their sentence that lacks them."""
    whole = [group for group in found if group.strength >= SAYS_WHEN]
    for group in found:
        if group.strength >= SAYS_WHEN or not group.kinds <= _LOOSE | {"correct"}:
            continue
        near = [one for one in whole if one.sentence == group.sentence and not _answered(one, group)]
        if near:
            target = min(near, key=lambda one: abs(one.elements[0].first - group.elements[0].first))
            target.elements = sorted([*target.elements, *group.elements], key=lambda element: element.first)
    return _merge_days(_specified(found, whole))


def _specified(found: list[Group], whole: list[Group]) -> list[Group]:
    """ "a weekly digest … on Mondays", "monthly report: on the 1st at 7": the vague word belongs there."""
    for vague in list(whole):
        units = {element.value[0] for element in vague.elements if element.kind == "interval"}
        if len(vague.elements) > 1 or len(units) != 1 or vague.strength > _VAGUE:
            continue
        wanted = _COMPLETES.get(units.pop(), frozenset())
        for precise in found:
            if (
                precise is not vague
                and precise.sentence == vague.sentence
                and precise.kinds & wanted
                and not precise.kinds & {"interval", "count"}
            ):
                precise.elements = sorted([*precise.elements, *vague.elements], key=lambda element: element.first)
                whole = [group for group in whole if group is not vague]
                whole = whole if precise in whole else [*whole, precise]
                break
    return whole


def _answered(whole: Group, loose: Group) -> bool:
    """Whether the schedule already says what the loose words would add."""
    if "times" in loose.kinds or "part" in loose.kinds:
        if whole.kinds & {"times", "cron", "dailytime"}:
            return True
        units = {element.value[0] for element in whole.elements if element.kind == "interval"}
        return bool(units & {"minutes", "hours", "seconds"})
    return bool(whole.kinds & loose.kinds - {"zone"})


def _merge_days(whole: list[Group]) -> list[Group]:
    """ "every hour look at the inbox on weekdays": an interval and days of one sentence are one schedule."""
    merged: list[Group] = []
    for group in whole:
        last = merged[-1] if merged else None
        if last and last.sentence == group.sentence and (_completes(last, group) or _completes(group, last)):
            last.elements = [*last.elements, *group.elements]
        else:
            merged.append(group)
    return merged


def _completes(interval: Group, days: Group) -> bool:
    units = {element.value[0] for element in interval.elements if element.kind == "interval"}
    return (
        bool(units & {"minutes", "hours", "seconds"})
        and days.kinds <= {"days", "range", "zone"}
        and "days" not in interval.kinds
    )
