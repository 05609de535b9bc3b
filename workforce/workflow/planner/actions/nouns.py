"""What things a clause speaks of, nearest first."""

from __future__ import annotations

from workforce.workflow.language.names import container
from workforce.workflow.language.pieces import Piece


def _names_place(found: list[Piece], index: int) -> bool:
    """Whether a word only says what a name is the name of: `the audience Club Terra`, `im Kanal #vertrieb`."""
    kind = container(found[index])
    if not kind or found[index].service:
        return False
    return any(
        (p.names == kind and p.kind in ("name", "quote", "channel", "ident")) or (p.kind == "path" and kind == "folder")
        for p in found[index + 1 : index + 4]
    ) or (index > 0 and found[index - 1].names == kind)


def nouns_of(found: list[Piece], index: int | None = None) -> list[str]:
    """Noun concepts, those nearest to a place first (right behind it counts as nearest)."""
    places = {i for i in range(len(found)) if _names_place(found, i)}
    if index is None:
        return list(dict.fromkeys(noun for i, p in enumerate(found) if i not in places for noun in p.nouns))
    ranked: list[tuple[float, str]] = []
    for place, piece in enumerate(found):
        if place in places:
            continue
        distance = place - index if place >= index else (index - place) * 1.2
        ranked += [(distance, noun) for noun in piece.nouns if not (piece.service and place != index)]
    return list(dict.fromkeys(noun for _, noun in sorted(ranked, key=lambda row: row[0])))
