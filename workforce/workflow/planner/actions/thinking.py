"""What needs a mind: summarise, translate, classify, write."""

from __future__ import annotations

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING, THINKING
from workforce.workflow.planner.actions.listing import listing
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.reading import near_verbs
from workforce.workflow.planner.actions.services import act_intent, read_intent
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention
from workforce.workflow.planner.services import Services

_SAYING = word_set("says say explains explain why sagt begrundet dice explica dit explique diz counts gives")


def is_thinking(
    found: list[Piece], verbs: list[str], places: list[Mention], thinking: bool, request: Request, clause: Clause
) -> bool:
    """Whether a mind is needed: an AI is named, or the verb cannot be done otherwise (summarise, translate)."""
    if thinking:
        return True
    why = any(p.fold in ("why", "warum", "pourquoi") or p.text.lower() in ("por qué", "por quê") for p in found)
    if found and set(found[0].verbs) & TELL_VERBS and not why:
        return False
    for piece in found[:6]:
        if piece.verbs and piece.verbs[0] in ("summarise",) and not _is_noun_use(found, piece):
            return True
        if "translate" in piece.verbs and not any(m.service in ("deepl", "googletranslate") for m in places):
            return True
    if "classify" in verbs and len(listing(found)) >= 2 and not places:
        return True
    if (
        "extract" in verbs
        and len(listing(found)) >= 2
        and not places
        and any(i.kind in ("document", "ai") for i in request.intents)
    ):
        return True
    previous = request.intents[-1] if request.intents else None
    continues = previous is not None and previous.kind == "ai" and previous.unit == clause.unit and not places
    heads = set(verbs) & (THINKING | {"total", "choose", "extract"})
    saying = any(p.fold in _SAYING for p in found[:3])
    if continues and (heads or saying) and not set(verbs) & (TELL_VERBS - {"send"}):
        return True
    draft = any(
        "compose" in p.verbs and "add" not in p.verbs and "create" not in p.verbs and not p.nouns for p in found[:3]
    )
    return draft and not any(m.named and KIND_OF.get(m.service) in ("mail",) for m in places)


def _is_noun_use(found: list[Piece], piece: Piece) -> bool:
    index = found.index(piece)
    return bool(index and found[index - 1].fold in ARTICLES)


_KEEPING = word_set("sheet database desk crm shop feed calendar")


def thinking_intents(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    services: Services,
    usual: Defaults,
) -> list[Intent]:
    intent = Intent("ai", scope, found, clause.unit, verbs=verbs, nouns=nouns_of(found))
    items = listing(found)
    sorting = {"classify", "rate"} & set(verbs) or any(
        p.fold in ("risk", "urgency", "sentiment", "priority") for p in found
    )
    sorting = sorting or any(p.fold in ("whether", "ob") for p in found)
    if items and ("extract" in verbs or ("read" in verbs and not sorting)):
        intent.fields = items
    elif items and (sorting or any(p.depth for p in found if fold(items[0]) in p.fold)):
        intent.categories = items
    rest = [
        m for m in places if not (KIND_OF.get(m.service) in ("chat", "mail", "social", "docs") and m.named is False)
    ]
    made: list[Intent] = []
    for mention in rest:
        if mention.source or (
            KIND_OF.get(mention.service) in _KEEPING
            and not {"add", "create", "send", "post"} & set(near_verbs(found, mention.index))
        ):
            made.append(read_intent(clause, found, scope, mention, verbs))
    made.append(intent)
    for mention in rest:
        if any(m.service == mention.service for m in made):
            continue
        if KIND_OF.get(mention.service) in TELLING | {"docs", "sheet", "base"} and _goes_there(found, mention):
            made.append(act_intent(clause, found, scope, mention, verbs))
    return made


_INTO = word_set("in into to on via an auf im en a al dans sur par no na em para per ins den by pelo pela")


def _goes_there(found: list[Piece], mention: Mention) -> bool:
    """Whether text goes there (`draft it into a Google Doc`) and is not just meant for it (`draft a LinkedIn post`)."""
    before = [p.fold for p in found[max(0, mention.index - 4) : mention.index]]
    linked = any(word in _INTO for word in before)
    named = any(p.kind in ("channel", "email", "chatid", "phone") for p in found)
    return linked and (
        named
        or KIND_OF.get(mention.service) not in ("social", "mail")
        or bool(before and before[-1] in ("to", "via", "on"))
    )
