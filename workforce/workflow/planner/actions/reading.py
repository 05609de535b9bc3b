"""Whether a service in a clause is read or written, by the verbs and words around it."""

from __future__ import annotations

import re

from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING, WRITE_VERBS
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention

_PLURAL_READ = word_set(
    "all every alle todos todas toutes tous last latest newest yesterday today's open unpaid overdue letzten "
    "letzte ultimos ultimas derniers dernieres recent neuesten offene offenen heutigen gestrigen upcoming "
    "list"
)


_READING = word_set("merge read total order choose summarise analyse call download filter")


def is_read(found: list[Piece], mention: Mention, number: int, places: list[Mention], verbs: list[str]) -> bool:
    kind = KIND_OF.get(mention.service, "")
    near = near_verbs(found, mention.index)
    if kind in ("sms", "push"):
        return False
    if mention.source == -1 and kind not in ("feed", "web"):
        return False
    if kind == "feed" or mention.service == "openweathermap":
        return True
    if mention.source == 2:
        return kind not in ("chat",) or "read" in near
    words = " ".join(p.fold for p in found)
    if (
        kind not in ("chat", "mail", "files", "docs")
        and mention.source >= 1
        and re.search(r"\b(csv|xlsx|excel)\b", words)
    ):
        return True
    if kind in ("chat", "mail") and re.search(
        (
            r"\b(get|gets|receive|receives|recib\w*|erhalt\w*|bekomm\w*|receb\w*|recev\w*|recoi\w*) (a|an|one|ein|"
            r"eine|einen|un|una|une|um|uma)\b"
        ),
        words,
    ):
        return False
    if kind in ("chat", "mail"):
        reading = "read" in near and not set(near) & TELL_VERBS
        return (reading and not any(p.kind in ("email", "channel") for p in found)) or (
            reading and mention.named and len(places) > 1 and mention.index < places[-1].index
        )
    if kind == "web":
        posting = set(verbs) & {"send", "post", "notify"} and "call" not in verbs
        return not posting
    if (
        len(places) > 1
        and number < len(places) - 1
        and set(near) & (TELL_VERBS | {"read", "total"})
        and not set(near) & {"create", "update"}
    ):
        return True
    if (
        len(places) > 1
        and number == len(places) - 1
        and mention.source == 1
        and any(m.index < mention.index and KIND_OF.get(m.service) in TELLING for m in places)
        and not set(near) & WRITE_VERBS
    ):
        return True
    moving = set(near) & {"copy", "move", "add", "upload", "update", "create"}
    if moving and len(places) > 1 and number < len(places) - 1 and kind not in TELLING and places[-1].source == -1:
        return True
    if not near and len(places) > 1 and kind not in TELLING and any(KIND_OF.get(m.service) in TELLING for m in places):
        return True
    if near:
        first = near[0]
        if first in _READING:
            return "create" not in near and not (set(near) & {"upload"} and kind == "files")
        if first in TELL_VERBS:
            return kind not in TELLING and mention.source != 0
        return False
    return _plural(found, mention.index)


_SINGULAR = word_set("a an un una une ein eine einen um uma new one")


def _plural(found: list[Piece], index: int) -> bool:
    """A noun phrase without a verb that speaks of what is there already: `last week's Zendesk tickets`."""
    before = [p.fold for p in found[:index]]
    if any(word in _PLURAL_READ or word.endswith(("'s", "'")) for word in before):
        return True
    after = [p for p in found[index + 1 : index + 3] if p.nouns]
    singular = any(word in _SINGULAR for word in before)
    return bool(after) and after[0].fold.endswith("s") and not singular


def near_verbs(found: list[Piece], index: int) -> list[str]:
    """The verbs that govern a place: the last one in front of it, else the first behind it."""
    before = [p for p in found[:index] if p.verbs and not _relative_before(found, p)]
    if before:
        first = before[0]
        verbs = list(first.verbs)
        if len(before) > 1 and before[-1] is not first and not before[-1].nouns:
            verbs += [v for v in before[-1].verbs if v not in verbs]
        return verbs
    behind = [p for p in found[index + 1 :] if p.verbs and (not p.nouns or p is found[-1])]
    return list(behind[-1].verbs) if behind else []


def _relative_before(found: list[Piece], piece: Piece) -> bool:
    index = found.index(piece)
    return any(p.fold in ("that", "which", "who", "que", "qui") for p in found[max(0, index - 2) : index]) or (
        bool(piece.nouns) and index > 0 and found[index - 1].fold in ARTICLES | {"of", "de", "open", "all"}
    )
