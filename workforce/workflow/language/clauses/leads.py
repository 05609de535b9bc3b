"""The word that leads a clause in, and conditions that stand behind their action."""

from __future__ import annotations

from workforce.workflow.language.clauses.acting import is_action, object_follows
from workforce.workflow.language.clauses.clause import AI_WORDS, AUXILIARY, MODALS, NEGATED_IF, PRONOUNS, TO
from workforce.workflow.language.clauses.phrases import ELSE_TABLE, IF_TABLE, THEN_TABLE, UNLESS_TABLE, phrase_at
from workforce.workflow.language.lexicon.small import ARTICLES, FUNCTION
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

_INVERTED = word_set("ist sind liegt liegen war")  # `Ist es nicht Deutsch, …`
_WHO = word_set("es er sie der die das dieser diese dieses ein eine")


def lead_of(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The leading word of a part and the part without it (and without `then`, `please`, …)."""
    folds = [piece.fold for piece in pieces]
    if len(pieces) > 2 and folds[0] in _INVERTED and folds[1] in _WHO:
        return "if", [*pieces[1:], pieces[0]]
    index = 0
    while index < len(pieces):
        for kind, table in (("else", ELSE_TABLE), ("unless", UNLESS_TABLE), ("if", IF_TABLE)):
            length = phrase_at(table, folds, index)
            if length and pieces[index].kind == "word" and not (kind == "if" and folds[index] in ("for", "bei")):
                if (
                    kind == "else"
                    and (
                        folds[index] in NEGATED_IF or folds[index] in ("rest", "autres", "otros", "outros", "sonstige")
                    )
                    and index + length < len(pieces)
                ):
                    continue
                if kind == "if" and len(pieces) - index - length < 1:
                    break
                if folds[index] == "daruber" and folds[index + 1 : index + 2] == ["hinaus"]:
                    continue
                return kind, pieces[index + length :]
        length = phrase_at(THEN_TABLE, folds, index)
        if not length and folds[index] == "to" and index + 1 < len(pieces) and pieces[index + 1].verbs and not index:
            length = 1
        if not length or pieces[index].kind != "word":
            break
        index += length
    return "", pieces[index:]


def last_word(pieces: list[Piece], rest: list[Piece]) -> str:
    """The last word of a clause's lead: `when`, `si`, …"""
    place = len(pieces) - len(rest) - 1
    return pieces[place].fold if place >= 0 else ""


_CONDITIONAL = word_set("se si caso quando cuando quand lorsque when whenever wenn once sobald")


_TEMPORAL = word_set("when whenever wenn quando cuando quand lorsque")


def split_postfix(pieces: list[Piece], language: str) -> tuple[list[Piece], str, list[Piece]]:
    """`mail her if the amount is above 100` → the action, `if`, the condition."""
    folds = [piece.fold for piece in pieces]
    for index in range(1, len(pieces)):
        if pieces[index].kind != "word" or pieces[index].depth:
            continue
        for kind, table in (("unless", UNLESS_TABLE), ("if", IF_TABLE)):
            length = phrase_at(table, folds, index)
            if not length or folds[index] in ("for", "bei"):
                continue
            if folds[index] in _CONDITIONAL and not (
                _has_copula(pieces[index + length :]) or folds[index] in _TEMPORAL
            ):
                continue
            if index > 1 and any(p.fold in AI_WORDS for p in pieces[index - 2 : index]):
                continue
            if (
                set(pieces[index - 1].verbs) & {"classify", "rate", "read", "analyse", "notify", "send"}
                and not pieces[index - 1].nouns
            ):
                continue
            if len(pieces) - index - length < 2 or not is_action(pieces[:index], language):
                continue
            return pieces[:index], kind, pieces[index + length :]
    return pieces, "", []


def _has_copula(pieces: list[Piece]) -> bool:
    return any(piece.fold in AUXILIARY or piece.kind == "number" for piece in pieces[:6])


_LETS = word_set("let have lass lassen haz deja fais laisse faz deixe")
_ANSWERS = word_set("not nicht yes no ja nein oui non sim nao")
_ONLY = word_set("only just nur bloss solo seulement juste apenas somente")
_YOU = word_set("you du ihr sie vous tu usted voce")


def condition_and_action(pieces: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """`amount is 5 or more tell the team` → the condition and, where no comma parts them, the action."""
    decided = bool(pieces) and ("approve" in pieces[0].verbs or pieces[0].fold in _ANSWERS)
    for index in range(1 if decided else 2, len(pieces)):
        piece, before = pieces[index], pieces[index - 1]
        if (
            piece.fold in _LETS
            and index + 2 < len(pieces)
            and any(p.fold in AI_WORDS for p in pieces[index + 1 : index + 3])
        ):
            return pieces[:index], pieces[index:]
        if piece.fold in TO and index + 2 == len(pieces) and pieces[index + 1].kind in ("email", "channel"):
            return pieces[:index], pieces[index:]  # `if it is Rotterdam to rotterdam@…`
        if piece.fold in _YOU and before.fold in MODALS and len(pieces) - index > 2:
            return pieces[: index - 1], pieces[index + 1 :]
        begins = index
        if before.fold in _ONLY and index > 2:
            before, begins = pieces[index - 2], index - 1
        answer = index == 1 and before.fold in _ANSWERS
        small = not answer and before.fold in FUNCTION | PRONOUNS | MODALS | AUXILIARY | ARTICLES
        if (
            piece.kind != "word"
            or not piece.verbs
            or piece.depth
            or (small and not (before.text.isupper() and len(before.text) > 1))
        ):
            continue
        if piece.nouns and not object_follows(pieces, index):
            continue
        if len(pieces) - index >= 2 and object_follows(pieces, index):
            return pieces[:begins], pieces[begins:]
    return pieces, []
