"""Time zones that a text mentions: "New York time", "(Berlin)", "Fuso de São Paulo", "Europe/Paris", "9am ET"."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from workforce.workflow.language.times.found import FoundZone
from workforce.workflow.language.times.languages import known, vocabulary
from workforce.workflow.language.times.places import ABBREVIATIONS, first_words, key, places
from workforce.workflow.language.times.tokens import Token, tokens

_LONGEST_NAME = 4
_LONGEST_CUE = 6
_TIMELIKE = frozenset({"clock", "hours", "number"})
_AFTER_TIME = frozenset({"am", "pm", "uhr", "h", "m", ".", "hrs", "horas", "heures", "hours", "clock", ",", "("})
_IN = frozenset({"in", "en", "a", "em", "de"})
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?([+-])\s?(\d{1,2})(?::?00)?\b")
_AMBIGUOUS = 2  # "ET" and "PT" are words elsewhere; "CEST" is not


def find_zones(text: str, language: str = "en") -> list[FoundZone]:
    """Every time zone the text mentions, in order."""
    language = known(language)
    pieces = tokens(text)
    found = [
        FoundZone(start=match.start(), end=match.end(), timezone=_offset(match[1], int(match[2])))
        for match in _OFFSET.finditer(text)
        if int(match[2]) <= 14
    ]
    index = 0
    while index < len(pieces):
        zone = _at(text, pieces, index, language)
        if zone is not None and not any(one.start <= zone[0].start < one.end for one in found):
            found.append(zone[0])
        index = zone[1] if zone else index + 1
    return sorted(found, key=lambda one: one.start)


def _offset(sign: str, hours: int) -> str:
    """The zone of a fixed offset; POSIX names have the sign the other way round."""
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "Etc/UTC"


def _at(text: str, pieces: list[Token], index: int, language: str) -> tuple[FoundZone, int] | None:
    piece = pieces[index]
    if piece.kind == "zone":
        name = _iana().get(piece.text)
        return (FoundZone(start=piece.start, end=piece.end, timezone=name), index + 1) if name else None
    if piece.kind != "word":
        return None
    written = text[piece.start : piece.end]
    zone = ABBREVIATIONS.get(written)
    if (
        zone
        and (len(written) > _AMBIGUOUS or _after_time(pieces, index))
        and (_after_time(pieces, index) or written in {"UTC", "CET", "MEZ"})
    ):
        return FoundZone(start=piece.start, end=piece.end, timezone=zone), index + 1
    if piece.text not in first_words(language) and not piece.text.endswith("er"):
        return None
    for size in range(min(_LONGEST_NAME, len(pieces) - index), 0, -1):
        zone = _place(tuple(one.text for one in pieces[index : index + size]), language)
        if zone:
            end = _cued(text, pieces, index, index + size, language)
            if end:
                return FoundZone(start=piece.start, end=pieces[end - 1].end, timezone=zone), end
    return None


@cache
def _iana() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def _place(name: tuple[str, ...], language: str) -> str | None:
    zone = places(language).get(name)
    if zone is None and language == "de" and len(name) == 1 and name[0].endswith("er"):
        zone = places(language).get((name[0][:-2],))
    return zone


@cache
def _cues(language: str, sense: str) -> frozenset[tuple[str, ...]]:
    return frozenset(key(phrase) for phrase in vocabulary(language).said(sense))


def _cued(text: str, pieces: list[Token], start: int, end: int, language: str) -> int:
    """Where the mention ends, 0 when nothing says that the place is meant as a time zone."""
    for size in range(1, 4):
        if tuple(piece.text for piece in pieces[end : end + size]) in _cues(language, "zoneafter"):
            return end + size
    for size in range(1, _LONGEST_CUE + 1):
        before = tuple(piece.text for piece in pieces[max(0, start - size) : start])
        if len(before) == size and before in _cues(language, "zonebefore"):
            return end
    capital = text[pieces[start].start].isupper()
    if (
        capital
        and start
        and pieces[start - 1].text in "(,"
        and _after_time(pieces, start - 1)
        and pieces[end : end + 1]
    ):
        return end if pieces[end].text == ")" or (pieces[start - 1].text == "," and pieces[end].kind == "mark") else 0
    near = capital and start > 1 and pieces[start - 1].text in _IN and _after_time(pieces, start - 1)
    return end if near else 0


def _after_time(pieces: list[Token], index: int) -> bool:
    """Whether a time of day stands right before, its am/pm and brackets aside."""
    for back in range(index - 1, max(index - 6, -1), -1):
        if pieces[back].kind in _TIMELIKE:
            return True
        if pieces[back].text not in _AFTER_TIME:
            return False
    return False
