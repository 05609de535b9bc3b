"""What needs a mind: summarise, translate, classify, write."""

from __future__ import annotations

from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING, THINKING
from workforce.workflow.planner.actions.listing import listing
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.reading import GETS_A, near_verbs
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.actions.services import act_intent, read_intent
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import AI
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention

_SAYING = word_set("says say explains explain why sagt begrundet dice explica dit explique diz counts gives")
_SCALES = frozenset(("risk", "urgency", "sentiment", "priority", "whether", "ob"))
_KEEPING = word_set("tracker money base hr sheet database desk crm shop feed calendar")
_ABOUT = word_set("about of from using based on over uber aus von sobre de del desde sur depuis da do com")
_INTO = word_set("in into to on via an auf im en a al dans sur par no na em para per ins den by pelo pela")


def thinking_intents(said: Said) -> list[Intent]:
    """What an AI does, what is read for it, and where its text goes; nothing when no mind is needed."""
    if not _needs_mind(said):
        return []
    thought = _thought(said)
    sends = said.head in TELL_VERBS and said.has_target and not _starts_with_mind(said)
    quiet = () if sends else ("chat", "mail", "social", "docs")
    places = [m for m in said.places if m.named or KIND_OF.get(m.service) not in quiet]
    reads = [read_intent(said, mention) for mention in places if _gives(said, mention, sends=sends)]
    read = {intent.service for intent in reads}
    acts = [
        act_intent(said, m)
        for m in places
        if m.service not in read and (_goes_there(said, m) or (sends and KIND_OF.get(m.service) in TELLING))
    ]
    return [*reads, thought, *acts]


def _needs_mind(said: Said) -> bool:
    """An AI is named, or the verb cannot be done otherwise (summarise, translate, classify into …)."""
    if said.names_ai:
        return True
    if said.found and said.found[0].fold in _SAYING and _thinks_on(said):
        return True
    if said.found and set(said.found[0].verbs) & TELL_VERBS and not _asks_why(said):
        return False
    return _head_thinks(said) or _sorts(said) or _thinks_on(said) or _drafts(said)


def _asks_why(said: Said) -> bool:
    return any(p.fold in ("why", "warum", "pourquoi") or p.text.lower() in ("por qué", "por quê") for p in said.found)


def _head_thinks(said: Said) -> bool:
    translator = any(m.service in ("deepl", "googletranslate") for m in said.places)
    for piece in said.found[:6]:
        if piece.verbs[:1] == ("summarise",) and not _is_noun_use(said.found, piece):
            return True
        if "translate" in piece.verbs and not translator:
            return True
    return False


def _sorts(said: Said) -> bool:
    """`classify it as billing, bug or other`; `extract name, date and sum` from what was read or written before."""
    if said.places or len(listing(said.found)) < 2:
        return False
    read = any(i.kind in ("document", "ai") for i in said.request.intents)
    return said.has("classify") or (said.has("extract") and read)


def _thinks_on(said: Said) -> bool:
    """A sentence goes on with what an AI does: `… and says why`."""
    before = said.previous
    if before is None or before.kind != "ai" or before.unit != said.clause.unit or said.places:
        return False
    if set(said.verbs) & (TELL_VERBS - {"send"}):
        return False
    return said.has(*THINKING, "total", "choose", "extract") or any(p.fold in _SAYING for p in said.found[:3])


def _drafts(said: Said) -> bool:
    draft = any("compose" in p.verbs and not {"add", "create"} & set(p.verbs) and not p.nouns for p in said.found[:3])
    return draft and not any(m.named and KIND_OF.get(m.service) == "mail" for m in said.places)


def _is_noun_use(found: list[Piece], piece: Piece) -> bool:
    index = found.index(piece)
    return bool(index and found[index - 1].fold in ARTICLES)


def _thought(said: Said) -> Intent:
    intent = said.intent("ai", nouns=nouns_of(said.found))
    items = listing(said.found)
    sorting = said.has("classify", "rate") or any(p.fold in _SCALES for p in said.found)
    if items and (said.has("extract") or (said.has("read") and not sorting)):
        intent.fields = items
    elif items and (sorting or any(p.depth for p in said.found if fold(items[0]) in p.fold)):
        intent.categories = items
    return intent


def _starts_with_mind(said: Said) -> bool:
    """`have AI write it and send it to …`: the AI is asked first."""
    return any(p.fold in AI for p in said.found[:3])


def _gives(said: Said, mention: Mention, *, sends: bool = False) -> bool:
    """Whether what the AI works on comes from there."""
    kept = KIND_OF.get(mention.service) in _KEEPING
    if kept and (sends or any(p.fold in _ABOUT for p in said.found[max(0, mention.index - 3) : mention.index])):
        return mention.source >= 0
    if KIND_OF.get(mention.service) == "mail" and GETS_A.search(said.words):
        return False
    if mention.source:
        return True
    keeps = KIND_OF.get(mention.service) in _KEEPING
    return keeps and not {"add", "create", "send", "post"} & set(near_verbs(said.found, mention.index))


def _goes_there(said: Said, mention: Mention) -> bool:
    """Whether text goes there (`draft it into a Google Doc`) and is not just meant for it (`draft a LinkedIn post`)."""
    kind = KIND_OF.get(mention.service)
    before = [p.fold for p in said.found[max(0, mention.index - 4) : mention.index]]
    if kind == "mail" and GETS_A.search(said.words):
        return True
    if kind not in TELLING | {"docs", "sheet", "base"} or not any(word in _INTO for word in before):
        return False
    named = any(p.kind in ("channel", "email", "chatid", "phone") for p in said.found)
    return named or kind not in ("social", "mail") or before[-1] in ("to", "via", "on")
