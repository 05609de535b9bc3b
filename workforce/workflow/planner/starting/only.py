"""Which events count: `with the subject …`, `moves to Won`, `above 1,000`."""

from __future__ import annotations

import re

from workforce.workflow.language.comparisons import Comparison, numeric, worded
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

_TELLING = word_set(
    "containing contains to a auf para labelled with mit con avec com marked as als como comme en is por"
)
_HOLDS = re.compile(r"(contain|includ|mention|enthalt|contien|contem|conten|inclu)")
_BECOMES = re.compile(r"(mov|chang|pas[ae]|pass|becom|mark|wechsel|gesetzt|mud|cambi|transition|set$|goes$|reach)")
# how a deal, an order, a ticket ends: its trigger tells of every change
_ENDED = re.compile(
    r"(won|lost|gewonnen|verloren|ganad[oa]|perdid[oa]|gagnee?|perdue?|ganh[oa]|escalated|eskaliert|escalad[oa])$"
)


def tests_of(content: list[Piece]) -> list[Comparison]:
    """The condition an event's words carry, if any."""
    test = numeric(content) or _worded(content) or _ended(content) or _with_state(content)
    return [test] if test else []


def _worded(content: list[Piece]) -> Comparison | None:
    quoted = _quotes(content)
    becoming = any(_BECOMES.match(p.fold) for p in content)
    if not becoming and not (quoted and any(p.fold in _TELLING for p in content)):
        return None
    test = worded(content)
    if test is None or quoted:
        return test
    # `moves to Won` says a state; longer words tell of something else
    return test if test.values and all(len(str(value).split()) <= 2 for value in test.values) else None


_WITH = word_set("with mit con avec com of whose")
_STATES = word_set(
    "status state priority type stage severity level category prioritat status typ stufe prioridad estado tipo "
    "gravedad "
    "priorite statut gravite categorie prioridade gravidade categoria"
)


def _with_state(content: list[Piece]) -> Comparison | None:
    """`a ticket with priority urgent`."""
    for index in range(1, len(content) - 1):
        if content[index].fold in _STATES and content[index - 1].fold in _WITH:
            value = next((p for p in content[index + 1 :] if p.kind in ("word", "name", "quote")), None)
            return Comparison(content[index].content, "eq", [value.content], value.content) if value else None
    return None


def _ended(content: list[Piece]) -> Comparison | None:
    state = next((p for p in content if _ENDED.match(p.fold)), None)
    return Comparison("status", "eq", [state.fold], state.text) if state else None


def _quotes(content: list[Piece]) -> bool:
    """Whether a subject, a state or a text that has to be in it is quoted."""
    holds = any(_HOLDS.match(p.fold) for p in content)
    kinds = {"subject", "status", "stage", "column"} | ({"text", ""} if holds else set())
    return any(p.kind in ("quote", "name") and p.names in kinds for p in content)
