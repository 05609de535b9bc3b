"""Events told with `when`, `every time`, `for each new …`."""

from __future__ import annotations

import re
from itertools import pairwise

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.knowledge.cues import ARRIVES, ERROR, EVENT_LEADS, NEW
from workforce.workflow.planner.mentions import mentions
from workforce.workflow.planner.starting.only import tests_of
from workforce.workflow.planner.starting.prompt import Found, Prompt, without
from workforce.workflow.planner.starting.sources import FORM, WEBHOOK
from workforce.workflow.planner.starting.statements import find_statement

_WHEN = word_set(
    "como as anytime cuanto when whenever once if wenn sobald falls cuando si quand lorsque quando se time que"
)
_PURE = frozenset(("if", "si", "se", "falls"))
_EACH = word_set("every each any jede jeder jedes cada chaque toda todo on")
_MODALS = word_set("should must soll sollen muss debe deben doit doivent deve devem needs werden wird")
_BECOMING = word_set("becomes become turns devient deviennent vira viram")
_OBJECTS = word_set("a an ein eine einen un una une um uma")
_LEADS = sorted((tuple(lead.split()) for lead in EVENT_LEADS), key=len, reverse=True)


def find_event(prompt: Prompt, *, scheduled: bool) -> tuple[Start, list[Clause], bool] | None:
    """(start, clauses that are left, whether it is said so clearly that it goes before a schedule)."""
    for index in range(len(prompt.parts)):
        clause = prompt.parts[index]
        if clause.lead == "if" and ERROR.search(f"{clause.word} {clause.words}"):
            continue
        if clause.lead == "if" and _decided(prompt, index):
            continue
        if not scheduled and (found := _called_before(prompt, index)):
            return *found, True
        if found := _form_or_call(prompt, index) or _when(prompt, index, scheduled=scheduled):
            return *found, not scheduled
        if found := _for_each(prompt, index, scheduled=scheduled):
            return *found, True
    if scheduled:
        return None
    stated = (find_statement(prompt, index) for index, clause in enumerate(prompt.parts) if not clause.lead)
    found = next((found for found in stated if found), None)
    return (*found, True) if found else None


def _called_before(prompt: Prompt, index: int) -> Found | None:
    """`Our CI posts to a webhook. When status is failed …`: the call starts it, the condition comes after."""
    clause = prompt.parts[index]
    if clause.lead != "if" or WEBHOOK.search(clause.words):
        return None
    for place, before in enumerate(prompt.parts[:index]):
        if not before.lead and WEBHOOK.search(before.words) and tests_of(clause.pieces):
            return prompt.told(before.pieces, place, "webhook")
        if not before.lead and _form_itself(before):
            return find_statement(prompt, place)
    return None


def _form_itself(clause: Clause) -> bool:
    """`Form "Damage report" (name, location, …)`: a form that is told with its fields."""
    listed = any(p.depth for p in clause.pieces)
    return listed and any("form" in p.nouns and not p.service for p in clause.pieces[:3])


def _conditional(clause: Clause) -> bool:
    return clause.lead == "if" and clause.word in _WHEN


def _form_or_call(prompt: Prompt, index: int) -> Found | None:
    """`a form that asks …, when it is sent`: the clause in front names what the condition speaks of."""
    clause = prompt.parts[index]
    if not index or not _conditional(clause) or clause.opened != "postfix":
        return None
    before = prompt.parts[index - 1]
    form = FORM.search(before.words) and any("form" in p.nouns for p in before.pieces)
    if not form and not WEBHOOK.search(before.words):
        return None
    start = prompt.start_of([*before.pieces, *clause.pieces], index)
    return (start, [*prompt.parts[: index - 1], *prompt.parts[index + 1 :]]) if start else None


def _when(prompt: Prompt, index: int, *, scheduled: bool) -> Found | None:
    """`when a deal is won`; a plain `if` is a start only where nothing was done before it and nothing else starts."""
    clause = prompt.parts[index]
    pure = clause.word in _PURE
    if not _conditional(clause) or (scheduled and pure):
        return None
    before = [c for c in prompt.parts[:index] if (c.unit == clause.unit or pure) and not c.lead and not _heads(c)]
    if clause.opened != "postfix" and any(prompt.is_action(c.pieces) for c in before):
        return None
    start = prompt.start_of(clause.pieces, index)
    return _found(prompt, index, start, []) if start else None


def _decided(prompt: Prompt, index: int) -> bool:
    """`when approved, send …`: the answer to what was asked before."""
    here = any("approve" in p.verbs for p in prompt.parts[index].pieces[:3])
    return here and any("approve" in p.verbs for c in prompt.parts[:index] for p in c.pieces)


def _heads(clause: Clause) -> bool:
    """A heading, `Quality control: when …`: nothing is done there."""
    named = any(p.service or p.kind in ("channel", "email", "url") for p in clause.pieces)
    return clause.closed == "colon" and len(clause.pieces) < 5 and not named


def _for_each(prompt: Prompt, index: int, *, scheduled: bool) -> Found | None:
    """`for every new ticket`, `each time an invoice arrives`."""
    clause = prompt.parts[index]
    lead = _lead_length(clause)
    if not lead or (scheduled and not _fresh_event(clause)):
        return None
    head, tail = _head_and_tail(prompt, clause.pieces[lead:])
    start = prompt.start_of(head, index)
    return _found(prompt, index, start, tail) if start else None


def _found(prompt: Prompt, index: int, start: Start, tail: list[Piece]) -> Found:
    left = _spoken(prompt, index, start)
    return start, without(left, next(i for i, c in enumerate(left) if c is prompt.parts[index]), tail)


_PRONOUN = word_set("one ones of")  # `for each new one` speaks of what was read


def _fresh_event(clause: Clause) -> bool:
    """Whether `for every …` speaks of something new and not of each thing a schedule reads."""
    first = " ".join(p.fold for p in clause.pieces[:2])
    each = re.match(r"(for|fur|por|para|pour) (every|each|jede|jeden|jedes|cada|chaque)", first)
    told = clause.pieces[:6]
    new = any(p.fold in NEW and q.fold not in _PRONOUN for p, q in pairwise(told))
    return not each or new


def _spoken(prompt: Prompt, index: int, start: Start) -> list[Clause]:
    """Without a clause in front that only says where the event is: `Answers land in sheet X. For every new row …`."""
    told = set(map(id, start.pieces))

    def only_says_where(clause: Clause) -> bool:
        if not clause.pieces or any(id(p) not in told for p in clause.pieces if p.kind != "time"):
            return False
        return not {m.service for m in mentions(clause.pieces, prompt.usual)} - {start.service, "form"}

    return [c for place, c in enumerate(prompt.parts) if place >= index or not only_says_where(c)]


def _lead_length(clause: Clause) -> int:
    """How many pieces lead an event in; 0 when none do."""
    found = clause.pieces
    folds = [word for p in found[:6] for word in ([p.fold] if p.kind != "word" else p.fold.split())]
    for lead in _LEADS:
        if tuple(folds[: len(lead)]) == lead:
            return _pieces(found, len(lead))
    if len(found) < 2 or found[0].fold not in _EACH or any(p.kind == "time" for p in found[:3]):
        return 0
    if not any(p.nouns for p in found[1:4]):
        return 0
    arrives = any(ARRIVES.match(word) for p in found for word in p.fold.split())
    return 1 if arrives or any(p.fold in NEW for p in found[:4]) else 0


def _pieces(found: list[Piece], words: int) -> int:
    count = 0
    for number, piece in enumerate(found, start=1):
        count += len(piece.fold.split()) if piece.kind == "word" else 1
        if count >= words:
            return number
    return len(found)


def _head_and_tail(prompt: Prompt, found: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """`pull request in kitebird/platform-api fetch the diff` → the event and the action glued to it."""
    for index in range(1, len(found)):
        if found[index].fold in _BECOMING and index + 2 < len(found):
            return found[:index], found[index + 1 :]
    for index in range(2, len(found)):
        if _begins_action(prompt, found, index) or _acts_anew(prompt, found, index):
            return found[:index], found[index:]
        if found[index].fold in _MODALS:
            rest = found[index + 1 :]
            return (found[:index], rest) if rest else (found, [])
    return found, []


def _acts_anew(prompt: Prompt, found: list[Piece], index: int) -> bool:
    """`every new form submission created a task in …`: something new is told already, and this makes another thing."""
    told = any(p.service or "form" in p.nouns or "email" in p.nouns for p in found[:index])
    if told and found[index].fold in _OBJECTS and found[-1].verbs and not found[-1].nouns:
        return any(
            p.service or "sheet" in p.nouns for p in found[index + 1 :]
        )  # `… in Shopify eine Zeile ins Sheet schreiben`
    if not told or not found[index].verbs or found[index].nouns or index + 3 >= len(found):
        return False
    made = found[index + 1].fold in _OBJECTS and any(p.service for p in found[index + 1 :])
    return made and prompt.is_action(found[index:])


def _begins_action(prompt: Prompt, found: list[Piece], index: int) -> bool:
    piece = found[index]
    if piece.kind != "word" or not piece.verbs or piece.nouns or found[index - 1].kind == "word":
        return False
    return not any(ARRIVES.match(word) for word in piece.fold.split()) and prompt.is_action(found[index:])
