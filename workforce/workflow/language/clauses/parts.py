"""The parts of a sentence, cut at commas, arrows and `and`."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.workflow.language.clauses.clause import POLITE
from workforce.workflow.language.clauses.phrases import AND_TABLE, FILLERS_TABLE, PURPOSE_TABLE, phrase_at
from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set


@dataclass(slots=True)
class Part:
    pieces: list[Piece]
    opened: str
    joint: list[Piece] = field(default_factory=list)
    closed: str = "stop"


def parts_of(unit: list[Piece]) -> list[Part]:
    parts = [Part([], "stop")]
    folds = [piece.fold for piece in unit]
    index = 0
    while index < len(unit):
        piece = unit[index]
        filler = phrase_at(FILLERS_TABLE, folds, index) if piece.kind == "word" and not piece.depth else 0
        if filler:
            if folds[index].startswith("automat"):
                unit[min(index + filler, len(unit) - 1)].flags.add("automatic")
            index += filler
            if (
                folds[index - filler] in POLITE
                and len(parts[-1].pieces) > 1
                and index < len(unit)
                and (unit[index].verbs or folds[index] == "to" or folds[index] in ARTICLES)
            ):
                parts[-1].closed = "comma"
                parts.append(Part([], "comma"))
            continue
        opened, length = _boundary(unit, folds, index, len(parts[-1].pieces))
        if opened and (parts[-1].pieces or opened == "and"):
            if parts[-1].pieces:
                parts[-1].closed = opened
                parts.append(Part([], opened, unit[index : index + length]))
            elif parts[-1].opened not in ("arrow", "colon", "stop"):
                parts[-1].opened = opened
            index += length
            continue
        if opened:
            index += length
            continue
        parts[-1].pieces.append(piece)
        index += 1
    if len(parts) > 1:
        parts[-1].closed = "stop"
    return parts


def _boundary(unit: list[Piece], folds: list[str], index: int, size: int) -> tuple[str, int]:
    piece = unit[index]
    if piece.kind == "arrow":
        return "arrow", 1
    if piece.depth:
        return "", 0
    if piece.kind == "mark":
        if piece.text == ":" and not (is_number(unit, index - 1) and is_number(unit, index + 1)):
            return "colon", 1
        if piece.text == "=" and 0 < size <= 3 and not _WHERE & set(folds[max(0, index - 3) : index]):
            return "arrow", 1
        if piece.text == "+" and _counts_up(unit, index):
            return "", 0
        if piece.text in ",–—&+" or (piece.text == "-" and index and piece.start > unit[index - 1].end):
            return ("and" if piece.text in "&+" else "comma"), 1
        if piece.text == ">" and index + 1 < len(unit) and unit[index + 1].text == ">":
            return "arrow", 2
        return "", 0
    there = piece.fold == "y" and index + 1 < len(folds) and folds[index + 1] in ("a", "en", "avait", "aura")
    if piece.kind == "word" and piece.text.lower() not in ("é", "è") and not there:
        length = phrase_at(AND_TABLE, folds, index)
        if length:
            return "and", length
    return "", 0


def _counts_up(unit: list[Piece], index: int) -> bool:
    """`score 70+: …`: the sign belongs to the number in front of it."""
    if not index or unit[index - 1].kind != "number" or unit[index - 1].end != unit[index].start:
        return False
    return (
        index + 1 >= len(unit) or unit[index + 1].start > unit[index].end or unit[index + 1].kind in ("mark", "arrow")
    )


_WHERE = word_set("where whose with if when wo donde ou onde cuyo dont cujo")


def is_number(unit: list[Piece], index: int) -> bool:
    return 0 <= index < len(unit) and unit[index].kind in ("number", "time")


def without_purpose(pieces: list[Piece]) -> list[Piece]:
    """Without `so that we can …`: why something is wanted, not what."""
    folds = [piece.fold for piece in pieces]
    for index in range(len(pieces)):
        if pieces[index].kind == "word" and phrase_at(PURPOSE_TABLE, folds, index):
            return pieces[:index]
    return pieces
