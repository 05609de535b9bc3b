"""A prompt cut into clauses."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses.acting import is_action
from workforce.workflow.language.clauses.clause import ENTITIES, MODALS, SUBJECTS, TO, Clause
from workforce.workflow.language.clauses.leads import condition_and_action, last_word, lead_of, split_postfix
from workforce.workflow.language.clauses.parts import parts_of, without_purpose
from workforce.workflow.language.clauses.units import levels, units_of
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set


def clauses(found: list[Piece], language: str) -> list[Clause]:
    """All clauses of annotated pieces, in order."""
    result: list[Clause] = []
    for number, (unit, bullet) in enumerate(units_of(levels(found))):
        for clause in _split(unit, language):
            clause.unit, clause.bullet = number, bullet
            clause.words = " ".join(p.fold for p in clause.pieces)
            result.append(clause)
    return result


def _split(unit: list[Piece], language: str) -> list[Clause]:
    result: list[Clause] = []
    for part in parts_of(unit):
        pieces = without_purpose(part.pieces)
        if not pieces:
            if result:
                result[-1].closed = part.closed
            continue
        lead, rest = lead_of(pieces)
        if lead == "if" and pieces[0].fold == "se" and language != "pt":
            lead, rest = "", pieces[1:]  # `… se la envíe`
        if (
            result
            and not lead
            and part.opened in ("comma", "and")
            and not _fresh(result[-1])
            and not _decides(rest)
            and (not is_action(rest, language) or _completes(result[-1], rest))
        ):
            result[-1].pieces += part.joint + pieces
            result[-1].closed = part.closed
            continue
        if lead in ("if", "unless"):
            condition, action = condition_and_action(rest, language)
            result.append(
                Clause(
                    condition,
                    lead,
                    last_word(pieces, rest),
                    opened=part.opened,
                    closed="comma" if action else part.closed,
                )
            )
            if action:
                result.append(Clause(action, "", opened="comma", closed=part.closed))
            continue
        main, kind, postfix = split_postfix(rest, language)
        result.append(Clause(main, lead, opened=part.opened, closed=part.closed))
        if postfix:
            result[-1].closed = "postfix"
            word = pieces[len(pieces) - len(rest) + len(main)].fold
            result.append(Clause(postfix, kind, word, opened="postfix", closed=part.closed))
    return [clause for clause in result if clause.pieces or clause.lead]


_ON = word_set("bei on upon in en em im nach after")
_DECISION = re.compile(
    r"(ablehnung|freigabe|genehmigung|zustimmung|rejection|approval|refusal|refus|rejet|validation|rechazo|aprobacion|recusa|"
    r"rejeicao|aprovacao)$"
)


def _decides(rest: list[Piece]) -> bool:
    """`…, bei Ablehnung nur eine Mail`: another case of a decision begins."""
    if not rest or rest[0].fold not in _ON:
        return False
    return any(_DECISION.match(word) for p in rest[1:4] for word in p.fold.split())


_SUMS = word_set("total totals sum count amount")
_FOR_EACH = word_set("for fur para pour por je pro")
_INDEFINITE = word_set("a an un una une ein eine einen um uma")


def _completes(before: Clause, rest: list[Piece]) -> bool:
    """Whether a part only ends what the clause before began: `save the number` + `the text in a Google Sheet`."""
    if before.lead or not before.pieces or any(p.service or p.kind in ENTITIES for p in before.pieces):
        return False
    if any(noun in ("email", "message", "sms") for p in before.pieces for noun in p.nouns):
        return False
    begun = bool(before.pieces[0].verbs) and not (
        set(before.pieces[0].verbs) & {"notify", "merge", "approve", "filter", "ignore", "dedupe"}
    )
    field = rest[0].fold in _SUMS and len(rest) > 1 and rest[1].fold in TO
    new = (
        rest[0].fold in _INDEFINITE | _FOR_EACH
        or (bool(rest[0].verbs) and not rest[0].nouns and not field)
        or (rest[0].fold in SUBJECTS and rest[0].fold not in ("o", "a", "os", "el", "on"))
        or rest[0].fold in MODALS
    )
    return begun and not new and any(p.service or (field and p.names) for p in rest)


def _fresh(clause: Clause) -> bool:
    """Whether a clause is a condition or alternative whose action is still to come."""
    return (clause.lead in ("if", "unless") and clause.closed in ("comma", "colon", "arrow")) or (
        clause.lead == "else" and not clause.pieces
    )
