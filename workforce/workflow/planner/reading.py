"""Reading a prompt: what starts the worker, what it does, in which order and under which conditions."""

from __future__ import annotations

from workforce.workflow.language.clauses import clauses
from workforce.workflow.language.detect import detect, ranked
from workforce.workflow.language.names import bind_names
from workforce.workflow.language.pieces import Piece, annotate, pieces
from workforce.workflow.language.times import FoundSchedule, find_daily
from workforce.workflow.language.words import fold
from workforce.workflow.planner.clause_reader import Reader
from workforce.workflow.planner.cleaning import clean, corrected, schedules_of
from workforce.workflow.planner.contradictions import rhythms_at_odds
from workforce.workflow.planner.elsewhere import name_elsewhere
from workforce.workflow.planner.intents import Request, Scope
from workforce.workflow.planner.mentions import defaults
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting import Prompt, counts, find_start

_PLAIN_TIME = 0.9
_MIXED = 2_000  # characters: longer texts have words of every language


def read(prompt: str, timezone: str, services: Services) -> Request:
    """Everything a prompt asks for, in the order it asks."""
    text, ignored = clean(prompt)
    languages = _languages(text, timezone)
    request = _in_one_language(text, languages[0], timezone, services)
    if _misses(request):
        others = (_in_one_language(text, language, timezone, services) for language in languages[1:])
        request = next((other for other in others if not _misses(other)), request)
    request.ignored = [*ignored, *request.ignored]
    return request


def _languages(text: str, timezone: str) -> list[str]:
    """The languages to read a text in, best first: its own, but before it one in which alone it says when it runs."""
    found = ranked(text)[: 5 if len(text) <= _MIXED else 1] or [detect(text)]
    timed_in = (code for code in found if any(map(_plainly_timed, schedules_of(text, code, timezone))))
    first = next(timed_in, found[0])
    return [first, *(code for code in found if code != first)]


def _plainly_timed(found: FoundSchedule) -> bool:
    return found.confidence >= _PLAIN_TIME and len(found.text.split()) > 1


def _misses(request: Request) -> bool:
    """Whether a start or something to do was not found: it may be said in another language than the rest."""
    return request.start.kind == "unknown" or not request.intents


def _in_one_language(text: str, language: str, timezone: str, services: Services) -> Request:
    schedules = schedules_of(text, language, timezone)
    request = _read(text, language, schedules, services)
    nothing_starts = request.start.kind == "unknown" and not request.start.pieces and not schedules
    if nothing_starts and (daily := find_daily(text, language, timezone)):
        request = _read(text, language, daily, services)
    return request


def _read(text: str, language: str, schedules: tuple[FoundSchedule, ...], services: Services) -> Request:
    found = name_elsewhere(bind_names(annotate(timed(pieces(text), text, schedules), language, services.at)))
    found = corrected(found)
    usual = defaults(found)
    parts = clauses(found, language)
    start, rest = find_start(Prompt(parts, language, usual, services), schedules)
    request = Request(text, language, found, start, chat=usual.chat, mail=usual.mail, database=usual.database)
    request.scopes.append(Scope(0))
    request.contradictions = rhythms_at_odds(text, schedules)
    Reader(request, usual, services).read(rest)
    return request


def timed(found: list[Piece], text: str, schedules: tuple[FoundSchedule, ...]) -> list[Piece]:
    """Pieces that say when become one piece of kind `time` each; its value is the number of the schedule."""
    spans = [(s.start, s.end, str(i)) for i, s in enumerate(schedules) if counts(s)]
    result: list[Piece] = []
    for piece in found:
        span = next((s for s in spans if s[0] <= piece.start < s[1]), None)
        if span is None or piece.kind in ("line", "bullet", "url", "email", "channel"):
            result.append(piece)
        elif not (result and result[-1].kind == "time" and result[-1].value == span[2]):
            result.append(
                Piece("time", text[span[0] : span[1]], fold(text[span[0] : span[1]]), span[0], span[1], value=span[2])
            )
    return result


__all__ = ["read", "timed"]
