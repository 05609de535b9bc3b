"""Whether a service in a clause is read or written, by the verbs and words around it."""

from __future__ import annotations

import re

from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING, WRITE_VERBS
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention

_PLURAL_READ = word_set(
    "all every alle todos todas toutes tous last latest newest yesterday today's open unpaid overdue letzten "
    "letzte ultimos ultimas derniers dernieres recent neuesten offene offenen heutigen gestrigen upcoming "
    "list"
)


_READING = word_set("merge read total order choose summarise analyse call download filter")
_TABLE_FILE = re.compile(r"\b(csv|xlsx|excel)\b")
GETS_A = re.compile(
    r"\b(get|gets|receive|receives|recib\w*|erhalt\w*|bekomm\w*|receb\w*|recev\w*|recoi\w*) (a|an|one|ein|"
    r"eine|einen|un|una|une|um|uma)\b"
)


def is_read(said: Said, mention: Mention, number: int) -> bool:
    """Whether the service at this place among those of a clause gives data (else something is done there)."""
    kind = KIND_OF.get(mention.service, "")
    near = near_verbs(said.found, mention.index)
    certain = _by_kind(said, mention, kind, near)
    if certain is not None:
        return certain
    if len(said.places) > 1 and (beside := _beside_others(said, mention, number, kind, near)):
        return beside
    if not near:
        return _plural(said.found, mention.index) or _opens(said, kind)
    if near[0] in _READING:
        return "create" not in near and not ("upload" in near and kind == "files")
    return near[0] in TELL_VERBS and kind not in TELLING and mention.source != 0


_SOURCES = word_set("crm shop money desk tracker sheet base database calendar hr forms marketing watch")


def _opens(said: Said, kind: str) -> bool:
    """What stands first in a scheduled job, without a verb, is what it works on: `revenue of the table sales, …`."""
    if (
        said.request.start.kind != "schedule"
        or said.clause.opened == "arrow"
        or any(i.kind != "read" for i in said.request.intents)
    ):
        return False
    return kind in _SOURCES and not any(p.fold in _SINGULAR for p in said.found)


def _by_kind(said: Said, mention: Mention, kind: str, near: list[str]) -> bool | None:
    """What the kind of service and the word in front of it already say; None when they leave it open."""
    if kind == "social" and said.head in TELL_VERBS:
        return False
    if kind in ("sms", "push") or (mention.source == -1 and kind not in ("feed", "web")):
        return False
    if kind == "mail" and GETS_A.search(_words(said)):
        return False
    if kind == "feed" or mention.service == "openweathermap":
        return True
    if mention.source == 2:
        return kind != "chat" or "read" in near
    if kind in ("chat", "mail"):
        return _mailbox_is_read(said, mention, near)
    if kind not in ("files", "docs") and mention.source == 1 and _TABLE_FILE.search(_words(said)):
        return True
    if kind == "web":
        return not said.has("send", "post", "notify") or said.has("call")
    return None


def _mailbox_is_read(said: Said, mention: Mention, near: list[str]) -> bool:
    if GETS_A.search(_words(said)) or "read" not in near or set(near) & TELL_VERBS:
        return False
    if not any(p.kind in ("email", "channel") or p.names == "channel" for p in said.found):
        return True
    return mention.named and len(said.places) > 1 and mention.index < said.places[-1].index


def _beside_others(said: Said, mention: Mention, number: int, kind: str, near: list[str]) -> bool:
    """What a service's place among several says: things go from the first to the last."""
    last, verbs = number == len(said.places) - 1, set(near)
    told_before = any(m.index < mention.index and KIND_OF.get(m.service) in TELLING for m in said.places)
    if not last and verbs & (TELL_VERBS | {"read", "total"}) and not verbs & {"create", "update"}:
        return True
    if last and told_before and verbs & TELL_VERBS and kind in _SOURCES and _comes_from(said, mention):
        return True
    if last and mention.source == 1 and told_before and not verbs & WRITE_VERBS:
        return True
    if kind in TELLING:
        return False
    if not last and verbs & {"copy", "move", "add", "upload", "update", "create"} and said.places[-1].source == -1:
        return True
    return not near and any(KIND_OF.get(m.service) in TELLING for m in said.places)


_RELATIVE = word_set("que that which die das der den qui from aus desde depuis de out")


def _comes_from(said: Said, mention: Mention) -> bool:
    """`post on LinkedIn the text that is in the sheet X`."""
    before = max(m.index for m in said.places if m.index < mention.index)
    between = said.found[before + 1 : mention.index]
    there = any(p.fold in _PLURAL_READ or p.fold.endswith("'s") for p in between) and any(p.nouns for p in between)
    return there or any(p.fold in _RELATIVE for p in between)


def _words(said: Said) -> str:
    return " ".join(p.fold for p in said.found)


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
