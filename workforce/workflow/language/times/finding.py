"""Schedules found in a text."""

from __future__ import annotations

import itertools
import re

from workforce.workflow.language.times import cron, zones
from workforce.workflow.language.times.compose import compose
from workforce.workflow.language.times.found import FoundSchedule
from workforce.workflow.language.times.groups import Group, groups, hide_quotes
from workforce.workflow.language.times.languages import known, said, vocabulary
from workforce.workflow.language.times.lexicon import Lexeme, lexemes
from workforce.workflow.language.times.reader import Element
from workforce.workflow.language.times.segment import Composed

LONGEST = 20_000


def find_schedules(text: str, language: str = "en", timezone: str = "UTC") -> list[FoundSchedule]:
    """Every schedule the text asks for, in order; `timezone` is what counts when the text names none.

    The first 20,000 characters are read. A text in English is understood whatever `language` says, if nothing else is.
    """
    text = text[:LONGEST]
    found = _found(text, known(language), timezone)
    return found if found or known(language) == "en" else _found(text, "en", timezone)


def marked_lexemes(text: str, language: str) -> list[Lexeme]:
    """The text's lexemes, with cron expressions and time zones recognised and quotations hidden."""
    pieces = lexemes(text, vocabulary(language))
    for start, end, expression in cron.expressions(text):
        pieces = _replaced(pieces, start, end, {"cron": expression})
    for zone in zones.find_zones(text, language):
        pieces = _replaced(pieces, zone.start, zone.end, {"zone": zone.timezone})
    hide_quotes(pieces, text)
    _hide_names(pieces, text)
    return pieces


_RHYTHM = re.compile(r"(hourly|daily|weekly|monthly|yearly|quarterly|today|tomorrow|weekend)$", re.IGNORECASE)


def _hide_names(pieces: list[Lexeme], text: str) -> None:
    """`#daily-revenue`, `weekly-report`: a rhythm's word within a name says nothing about when."""
    for piece in pieces:
        if not _RHYTHM.match(text[piece.start : piece.end]):
            continue
        before, after = text[max(0, piece.start - 2) : piece.start], text[piece.end : piece.end + 2]
        if before.endswith("#") or re.match(r"[-_][^\W\d]", after) or re.match(r"[^\W\d][-_]$", before):
            piece.senses, piece.opaque, piece.stop = {}, True, False


def _replaced(pieces: list[Lexeme], start: int, end: int, senses: dict[str, object]) -> list[Lexeme]:
    inside = [index for index, piece in enumerate(pieces) if piece.start < end and piece.end > start]
    if not inside:
        return pieces
    whole = Lexeme(pieces[inside[0]].start, pieces[inside[-1]].end, "", dict(senses))
    return [*pieces[: inside[0]], whole, *pieces[inside[-1] + 1 :]]


def _found(text: str, language: str, timezone: str) -> list[FoundSchedule]:
    pieces = marked_lexemes(text, language)
    whole_zone = next((piece.senses["zone"] for piece in pieces if "zone" in piece.senses), "")
    found: list[FoundSchedule] = []
    for group in groups(pieces):
        composed = compose(group.elements)
        if composed.schedule is None:
            continue
        start, end = span(pieces, group.elements)
        zone = next((str(element.value) for element in group.elements if element.kind == "zone"), whole_zone)
        found.append(
            FoundSchedule(
                start=start, end=end, text=text[start:end], schedule=composed.schedule, timezone=zone,
                confidence=_confidence(group, composed), **spoken(composed, text, pieces, language),
            )
        )  # fmt: skip
    return found


def span(pieces: list[Lexeme], elements: list[Element]) -> tuple[int, int]:
    """The characters that the elements cover."""
    first, last = min(element.first for element in elements), max(element.last for element in elements)
    return pieces[first].start, pieces[last - 1].end


def _confidence(group: Group, composed: Composed) -> float:
    confidence = min(0.97, group.strength)
    if composed.contradictions:
        confidence = min(confidence, 0.4)
    firsts = sorted(group.elements, key=lambda element: element.first)
    apart = any(after.first - before.last > 3 for before, after in itertools.pairwise(firsts))
    return round(confidence - 0.1 * apart, 2)


def spoken(composed: Composed, text: str, pieces: list[Lexeme], language: str) -> dict[str, list[str]]:
    """The assumptions, contradictions and notes as clauses of the language."""
    return {
        name: list(
            dict.fromkeys(_sentence(key, values, text, pieces, language) for key, values in getattr(composed, name))
        )
        for name in ("assumed", "contradictions", "notes")
    }


def _sentence(key: str, values: dict[str, object], text: str, pieces: list[Lexeme], language: str) -> str:
    filled: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Element):
            start, end = span(pieces, [value])
            filled[name] = text[start:end]
        elif name == "time" and isinstance(value, list):
            filled[name] = said(language).conjunction.join(f"{hour:02}:{minute:02}" for hour, minute in value)
        elif name == "interval" and isinstance(value, tuple):
            filled["words"] = said(language).units[value[0]][value[1] > 1].format(value[1])
        else:
            filled[name] = value
    return said(language).sentences[key].format(**filled)
