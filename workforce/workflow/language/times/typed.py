"""A schedule that somebody types into a field: all of the text has to be one."""

from __future__ import annotations

from workforce.core.errors import InvalidInput
from workforce.workflow.language.times.compose import compose
from workforce.workflow.language.times.finding import marked_lexemes, span, spoken
from workforce.workflow.language.times.found import FoundSchedule
from workforce.workflow.language.times.grammar import Grammar
from workforce.workflow.language.times.languages import NAMES, known
from workforce.workflow.language.times.lexicon import Lexeme
from workforce.workflow.language.times.reader import Element

_LONGEST = 500
_EXAMPLES = (
    "For example: “every weekday at 8:30”, “Mondays and Thursdays at 9”, “on the 1st of every month at 10”, "
    "“every 15 minutes”."
)


def typed_schedule(text: str, language: str = "en", timezone: str = "UTC") -> FoundSchedule:
    """The schedule a text is, with what was assumed; InvalidInput when it is none, or contradicts itself."""
    if len(text) > _LONGEST:
        raise InvalidInput(f"That is too long for a schedule. {_EXAMPLES}", field="schedule")
    candidates = [known(language), *(code for code in NAMES if code != known(language))]
    partly: list[tuple[FoundSchedule, list[str]]] = []
    for code in candidates:
        reading = _read(text, code)
        if reading:
            partly.append(reading)
            if not reading[1]:
                break
    if not partly:
        raise InvalidInput(f"We could not read a schedule in that. {_EXAMPLES}", field="schedule")
    found, strange = min(partly, key=lambda reading: len(reading[1]))
    if found.contradictions:
        raise InvalidInput(f"That cannot be one schedule: {found.contradictions[0]}. {_EXAMPLES}", field="schedule")
    if strange:
        raise InvalidInput(
            f"We understood “{found.text}”, but not “{' '.join(strange)}”. {_EXAMPLES}", field="schedule"
        )
    return found


def _read(text: str, language: str) -> tuple[FoundSchedule, list[str]] | None:
    """The schedule in that language, and the words that are not part of it."""
    pieces = [piece for piece in marked_lexemes(text, language) if piece.text != "\n"]
    elements, strange = _elements(pieces)
    composed = (
        compose(elements)
        if any(element.kind not in {"zone", "correct", "part"} or element.marked for element in elements)
        else None
    )
    if (
        composed is None
        or composed.schedule is None
        or all(element.kind in {"zone", "correct"} for element in elements)
    ):
        return None
    start, end = span(pieces, elements)
    zone = next((str(element.value) for element in elements if element.kind == "zone"), "")
    found = FoundSchedule(
        start=start,
        end=end,
        text=text[start:end],
        schedule=composed.schedule,
        timezone=zone,
        **spoken(composed, text, pieces, language),
    )
    if any(element.kind == "cron" for element in elements):
        strange = []  # whatever introduces a cron expression, the expression says it all
    return found, [text[piece.start : piece.end] for piece in strange]


def _elements(pieces: list[Lexeme]) -> tuple[list[Element], list[Lexeme]]:
    grammar = Grammar(pieces)
    elements: list[Element] = []
    strange: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        element = grammar.element(index) or grammar.bare(index)
        if element is not None and element.kind != "guard":
            elements.append(element)
            index = element.last
            continue
        if (
            element is not None
            or pieces[index].opaque
            or (not pieces[index].senses and any(map(str.isalnum, pieces[index].text)))
        ):
            strange.append(pieces[index])
        index += 1
    return elements, strange
