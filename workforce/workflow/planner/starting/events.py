"""Events told with `when`, `every time`, `for each new …`."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause, is_action
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.knowledge.cues import ARRIVES, EVENT_LEADS, NEW
from workforce.workflow.planner.mentions import Defaults, mentions
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting.sources import FORM, WEBHOOK, start_of, without
from workforce.workflow.planner.starting.statements import find_statement

WHEN = word_set("as anytime cuanto when whenever once if wenn sobald falls cuando si quand lorsque quando se time que")


_LEADS = sorted((tuple(lead.split()) for lead in EVENT_LEADS), key=len, reverse=True)


def find_event(
    parts: list[Clause], usual: Defaults, services: Services, language: str, *, scheduled: bool
) -> tuple[Start, list[Clause], bool] | None:
    """(start, clauses that are left, whether it is said so clearly that it goes before a schedule)."""
    for index, clause in enumerate(parts):
        lead = _lead_length(clause)
        conditional = clause.lead == "if" and clause.word in WHEN
        pure = clause.word in ("if", "si", "se", "falls")
        acted = any(
            is_action(c.pieces, language) and not c.lead for c in parts[:index] if c.unit == clause.unit or pure
        )
        if (
            conditional
            and clause.opened == "postfix"
            and index
            and (
                WEBHOOK.search(parts[index - 1].words)
                or (FORM.search(parts[index - 1].words) and any("form" in p.nouns for p in parts[index - 1].pieces))
            )
        ):
            whole = [*parts[index - 1].pieces, *clause.pieces]
            start = start_of(whole, parts, index, usual, services)
            if start is not None:
                return start, [*parts[: index - 1], *parts[index + 1 :]], not scheduled
        if (
            conditional
            and (not acted or clause.opened == "postfix")
            and not (scheduled and clause.word in ("if", "si", "se", "falls"))
        ):
            start = start_of(clause.pieces, parts, index, usual, services)
            if start is not None:
                return start, without(_spoken(parts, index, start, usual), parts[index], []), not scheduled
        if lead and scheduled and not _fresh_event(clause):
            lead = 0
        if lead:
            head, tail = _head_and_tail(clause.pieces[lead:], language)
            start = start_of(head, parts, index, usual, services)
            if start is not None:
                return start, without(_spoken(parts, index, start, usual), parts[index], tail), True
    if scheduled:
        return None
    for index, clause in enumerate(parts):
        if clause.lead:
            continue
        stated = find_statement(parts, index, usual, services, language)
        if stated is not None:
            return *stated, True
    return None


def _fresh_event(clause: Clause) -> bool:
    """Whether `for every …` speaks of something new and not of each thing a schedule reads."""
    first = " ".join(p.fold for p in clause.pieces[:2])
    each = re.match(r"(for|fur|por|para|pour) (every|each|jede|jeden|jedes|cada|chaque)", first)
    return not each or any(p.fold in NEW for p in clause.pieces[:5])


def _spoken(parts: list[Clause], index: int, start: Start, usual: Defaults) -> list[Clause]:
    """Without a clause in front that only says where the event is: `Answers land in sheet X. For every new row …`."""
    told = set(map(id, start.pieces))
    kept = []
    for place, clause in enumerate(parts):
        inside = place < index and clause.pieces and all(id(p) in told for p in clause.pieces if p.kind != "time")
        other = {m.service for m in mentions(clause.pieces, usual)} - {start.service, "form"}
        if inside and not other:
            continue
        kept.append(clause)
    return kept


_EACH = word_set("every each any jede jeder jedes cada chaque toda todo on")


def _lead_length(clause: Clause) -> int:
    folds = [word for p in clause.pieces[:6] for word in ([p.fold] if p.kind != "word" else p.fold.split())]
    for lead in _LEADS:
        if tuple(folds[: len(lead)]) == lead:
            return _pieces(clause.pieces, len(lead))
    if (
        len(clause.pieces) > 1
        and clause.pieces[0].fold in _EACH
        and any(p.nouns for p in clause.pieces[1:4])
        and not any(p.kind == "time" for p in clause.pieces[:3])
    ):
        return (
            1
            if (
                any(p.service or p.nouns for p in clause.pieces[1:])
                and any(ARRIVES.match(w) for p in clause.pieces for w in p.fold.split())
            )
            or any(p.fold in NEW for p in clause.pieces[:4])
            else 0
        )
    return 0


def _pieces(found: list[Piece], words: int) -> int:
    count = 0
    for number, piece in enumerate(found, start=1):
        count += len(piece.fold.split()) if piece.kind == "word" else 1
        if count >= words:
            return number
    return len(found)


_MODALS = word_set("should must soll sollen muss debe deben doit doivent deve devem needs werden wird")


def _head_and_tail(found: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """`pull request in kitebird/platform-api fetch the diff` → the event and the action glued to it."""
    for index in range(2, len(found)):
        piece = found[index]
        if (
            piece.kind == "word"
            and piece.verbs
            and not piece.nouns
            and not any(ARRIVES.match(w) for w in piece.fold.split())
            and found[index - 1].kind != "word"
            and is_action(found[index:], language)
        ):
            return found[:index], found[index:]
        modal = piece.fold in _MODALS
        if modal and index + 1 < len(found):
            return found[:index], found[index + 1 :]
        if modal and index + 2 >= len(found):
            break
    return found, []
