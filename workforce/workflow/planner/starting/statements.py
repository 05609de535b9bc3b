"""Events told without `when`: `New ticket in Zendesk ->`, `save every attachment that arrives in Gmail`."""

from __future__ import annotations

from workforce.workflow.language.clauses import Clause, is_action
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.knowledge.cues import ARRIVES, NEW
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, mentions
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting.sources import (
    CHAT,
    FORM,
    WEBHOOK,
    acts_too,
    concepts_of,
    fields_of,
    has_trigger,
    start_of,
    without,
)

_EVERY = word_set("every each any all the jede jeden jedes cada chaque toda todo")


_THAT = word_set("that which die der das que qui")


_SHALL = word_set("should must soll sollen muss debe deben doit doivent deve devem werden to")


def find_statement(
    parts: list[Clause], index: int, usual: Defaults, services: Services, language: str
) -> tuple[Start, list[Clause]] | None:
    """An event told without `when`, and the clauses that are left."""
    clause = parts[index]
    found = clause.pieces
    words = clause.words
    if not found:
        return None
    fresh = any(p.fold in NEW for p in found[:4])
    arrives = next(
        (i for i, p in enumerate(found) if p.kind == "word" and any(ARRIVES.match(w) for w in p.fold.split())), None
    )
    headed = clause.closed in ("arrow", "colon")
    only_trigger = next(
        (
            p.service
            for p in found
            if p.service and has_trigger(p.service, services) and not acts_too(p.service, services)
        ),
        "",
    )
    webhook = bool(WEBHOOK.search(words))
    form = (
        bool(FORM.search(words))
        and any("form" in p.nouns or "form" in p.fold for p in found)
        and not any(p.service and has_trigger(p.service, services) for p in found)
    )
    incoming = next((i for i, p in enumerate(found) if p.fold in NEW and i > 1), None)
    if incoming is not None and found[0].verbs and not found[0].nouns:
        among = mentions(found, usual)
        every = found[incoming - 1].fold in _EVERY
        if len(among) == 1 and every and found[0].verbs[0] == "read" and has_trigger(among[0].service, services):
            start = start_of(found, parts, index, usual, services)
            if start is not None and start.kind in ("app", "mail"):
                return start, without(parts, index, [])
        if len(among) > 1 and among[0].index > incoming and has_trigger(among[0].service, services):
            told = _relative(parts, index, incoming, usual, services)
            if told is not None:
                return told
    bare = next((i for i, p in enumerate(found[:2]) if p.fold in NEW), None)
    if bare is not None and not any(p.verbs and not p.nouns for p in found):
        among = mentions(found, usual)
        if len(among) == 1 and (has_trigger(among[0].service, services) or KIND_OF.get(among[0].service) == "mail"):
            start = start_of(found, parts, index, usual, services)
            if start is not None and start.kind not in ("unknown", "poll"):
                return start, without(parts, index, [])
    mailbox = (
        headed
        and not index
        and any("email" in p.nouns for p in found[:3])
        and any(KIND_OF.get(p.service) == "mail" for p in found)
        and not any(p.kind == "email" for p in found)
    )
    if mailbox:
        start = start_of(found, parts, index, usual, services)
        if start is not None and start.kind == "mail":
            return start, without(parts, index, [])
    if not (fresh or arrives is not None or only_trigger or webhook or form or CHAT.search(words)):
        return None
    if (
        (fresh and headed)
        or webhook
        or (
            only_trigger
            and (
                not is_action(found, language)
                or arrives is not None
                or len(found) < 9
                or not {"send", "post", "notify"} & {v for p in found for v in p.verbs}
            )
        )
    ):
        start = start_of(found, parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, without(parts, index, [])
    if form:
        start = Start(
            "form", found, "form", nouns=concepts_of(found)[0], verbs=concepts_of(found)[1], fields=fields_of(found)
        )
        tail = _after_form(found, language)
        return start, without(parts, index, tail)
    relative = next(
        (
            i
            for i, p in enumerate(found)
            if p.fold in _THAT
            and 0 < i < len(found) - 2
            and any(ARRIVES.match(w) for q in found[i + 1 : i + 4] for w in q.fold.split())
        ),
        None,
    )
    if relative is not None and found[0].verbs:
        return _relative(parts, index, relative, usual, services)
    modal = next(
        (i for i, p in enumerate(found) if i > 1 and p.fold in _SHALL),
        None,
    )
    if modal is not None and any(p.service for p in found[:modal]):
        start = start_of(found[:modal], parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, without(parts, index, found[modal + 1 :])
    if (
        (arrives is not None and not (found[0].verbs and not found[0].nouns))
        or (fresh and headed)
        or (fresh and not is_action(found, language))
    ):
        start = start_of(found, parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, without(parts, index, [])
    return None


_LEADING = word_set("the our into to in a an en dans den das el la le no na")


def _relative(
    parts: list[Clause], index: int, place: int, usual: Defaults, services: Services
) -> tuple[Start, list[Clause]] | None:
    """`save every file that arrives in Gmail into the folder X` → the mail starts it, the saving stays."""
    found = parts[index].pieces
    places = [m for m in mentions(found, usual) if m.index > place]
    if not places:
        return None
    end = places[1].index if len(places) > 1 else len(found)
    while end > place and len(places) > 1 and found[end - 1].fold in _LEADING:
        end -= 1
    start = start_of(found[max(0, place - 1) : end], parts, index, usual, services)
    if start is None or start.kind == "unknown":
        return None
    return start, without(parts, index, found[:place] + found[end:])


def _after_form(found: list[Piece], language: str) -> list[Piece]:
    close = next((i for i, p in enumerate(found) if p.kind == "mark" and p.text == ")"), None)
    tail = found[close + 1 :] if close is not None else []
    return tail if is_action(tail, language) else []
