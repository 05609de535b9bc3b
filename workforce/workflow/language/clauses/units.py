"""Sentences, lines and list items."""

from __future__ import annotations

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set


def levels(found: list[Piece]) -> list[Piece]:
    depth = 0
    for piece in found:
        if piece.kind == "mark" and piece.text in "([{":
            depth += 1
        piece.depth = depth
        if piece.kind == "mark" and piece.text in ")]}" and depth:
            depth -= 1
        if piece.kind == "line":
            depth = 0
    return found


def units_of(found: list[Piece]) -> list[tuple[list[Piece], bool]]:
    units: list[tuple[list[Piece], bool]] = []
    current: list[Piece] = []
    bullet = False
    for index, piece in enumerate(found):
        if piece.kind == "bullet":
            bullet = True
            continue
        if piece.kind == "mark" and piece.text in ".!?" and index + 1 < len(found) and found[index + 1].kind == "arrow":
            continue
        ends = piece.kind == "line" or (
            piece.kind == "mark" and piece.text in ".!?;" and not piece.depth and not _is_abbreviation(found, index)
        )
        if not ends:
            current.append(piece)
            continue
        if current:
            units.append((current, bullet))
        current = []
        if piece.kind == "line":
            bullet = False
    if current:
        units.append((current, bullet))
    return units


def _trails_off(found: list[Piece], index: int) -> bool:
    """`add them as member... well, just post it`: dots in the middle of a sentence."""
    dots = [p for p in found[max(0, index - 2) : index + 3] if p.kind == "mark" and p.text in ".,"]
    behind = next((p for p in found[index:] if p.kind != "mark"), None)
    return len(dots) > 1 and behind is not None and behind.kind == "word" and behind.text[:1].islower()


_ABBREVIATED = word_set("e g i z b bzw nr no ca approx etc p ex ej vs inc mr mrs dr st")


def _is_abbreviation(found: list[Piece], index: int) -> bool:
    """A full stop that ends no sentence: `e.g.`, `Nr. 5`, `..` in the middle of a line followed by a small letter."""
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    if before is None or after is None or found[index].text != ".":
        return False
    if _trails_off(found, index):
        found[index].text = ","
        return True
    if before.fold in ("no", "nr", "p"):
        return after.kind in ("number", "ident")
    glued = after.start == found[index].end and after.kind == "word"
    return before.fold in _ABBREVIATED or (glued and len(before.fold) < 3)
