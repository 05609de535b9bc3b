"""Lists in a clause, and the fields an action carries: `(name, email)`, `with title and link`."""

from __future__ import annotations

import re

from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.data import concept_of
from workforce.workflow.planner.knowledge.cues import AI

_JOINING = word_set("or oder o ou and und y et e plus sowie")


_ANSWERS = word_set("yes no ja nein si sim oui non nao")


_LEADING_IN = word_set("into as in to of with als como comme en mit con avec com from is by")


_LIST_LEADS = frozenset(["their", "its", "with", "into", "als", "como", "comme"])


def listing(found: list[Piece]) -> list[str]:
    """The items of the longest list in pieces, at least two: `(name, email, date)`, `hot, warm or cold`."""
    best: list[str] = []
    current: list[str] = []
    words: list[str] = []
    for piece in [*found, Piece("mark", ".", ".", 0, 0)]:
        joins = (piece.kind == "mark" and piece.text in ",/+&") or piece.fold in _JOINING
        opens = piece.kind == "mark" and piece.text in "(:["
        if piece.fold in ("out", "from", "aus", "desde", "depuis") and words and current:
            piece = Piece("mark", ".", ".", piece.start, piece.end)
        ends = (piece.kind in ("mark", "line", "arrow", "time")) and not joins
        if joins:
            if words:
                current.append(" ".join(words))
                words = []
            continue
        if opens or ends:
            if words and current:
                current.append(" ".join(words))
            if len(current) > len(best):
                best = current
            current, words = [], []
            continue
        letter = len(piece.text) == 1 and piece.text.isupper() and piece.text not in "IO"
        answer = piece.depth > 0 and piece.fold in _ANSWERS
        small = (piece.fold in FUNCTION and not answer) or piece.fold in AI or piece.fold in _LIST_LEADS
        if piece.kind in ("word", "name", "quote") and (letter or not small):
            words.append(piece.content)
        elif piece.fold in _LEADING_IN and not current:
            words = []
    return [item for item in _trimmed(best) if len(item.split()) <= 4] if len(best) > 1 else []


_ARTICLE = re.compile(
    (
        r"^(?:(?:s'il )?s'agit )?(?:d'une? |d'|de la |de |du |des |an? |the |eine?[nr]? |une? |uma? |una |el |la |"
        r"le |l'|les )(?=\w{3})"
    ),
    re.IGNORECASE,
)


def _trimmed(items: list[str]) -> list[str]:
    """Without what leads the list in: `rates lead hot`, `warm`, `cold` → hot, warm, cold."""
    tail = items[-1].split()
    if (
        len(tail) == 2
        and all(len(item.split()) == 1 for item in items[1:-1])
        and tail[-1].islower()
        and tail[-1].endswith("en")
    ):
        items = [*items[:-1], tail[0]]
    items = [_ARTICLE.sub("", item) for item in items]
    most = max(len(item.split()) for item in items[1:])
    first = items[0].split()
    return [" ".join(first[-most:]) if len(first) > max(most, 2) or most == 1 else items[0], *items[1:]]


_CARRIES = word_set("with mit con avec com including inklusive incluyendo inclut containing nebst contendo")


def carried(found: list[Piece]) -> list[str]:
    """The fields an action carries: `(name, email)`, `with title and link`, `put the titles in …`."""
    inside = listing([p for p in found if p.depth])
    if inside:
        return inside
    place = next((i for i, p in enumerate(found) if p.fold in _CARRIES and i), None)
    if place is not None:
        behind = [p for p in found[place + 1 :] if not p.service]
        named = listing(behind)
        if named:
            return [name for name in named if not any(w in name for w in ("#", "@"))]
        words = [p.text for p in behind[:4] if p.kind == "word" and p.fold not in FUNCTION]
        single = " ".join(words[:3])
        return [single] if single and concept_of(single) else []
    start = next((i for i, p in enumerate(found) if p.verbs), None)
    if start is None:
        return []
    objects: list[str] = []
    for piece in found[start + 1 : start + 9]:
        if piece.service or piece.kind in ("quote", "name", "channel", "email") or piece.fold in _STOPS:
            break
        if piece.kind == "word" and concept_of(piece.text) in _CARRIED and concept_of(piece.text):
            objects.append(piece.text)
    return objects


_STOPS = word_set("in into to on onto an auf en a al dans sur no na em ins im for fur para pour from")


_CARRIED = word_set("title url name phone amount id subject score status date company quantity")
