"""Clauses that name no service and mean the one that started the worker."""

from __future__ import annotations

import re

from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import AI
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.operations import wishes

_BACK = re.compile(
    r"\b(same (chat|thread|channel|person|conversation)|back\b|gleichen? chat|zuruck|mismo chat|de vuelta|"
    r"meme (chat|conversation)|en retour|mesmo chat|de volta)"
)


def started_here(said: Said) -> list[Intent]:
    """`fetch the diff`, `reply in the same chat`, `close the ticket`."""
    start = said.request.start
    if said.places or start.kind not in ("app", "poll", "mail") or said.services.get(start.service) is None:
        return []
    first = next((p.verbs for p in said.found if p.verbs), None)
    if first is None:
        return []
    nouns, kind = nouns_of(said.found), KIND_OF.get(start.service)
    if "diff" in nouns and said.has("read"):
        return [said.intent("read", start.service, ["read"], nouns=nouns)]
    if _BACK.search(said.words) and first[0] in ("send", "reply", "post") and kind in ("chat", "sms", "mail"):
        return [said.intent("act", start.service, ["reply", "tell"], verbs=["reply", *said.verbs])]
    if first[0] == "reply" and kind in ("chat", "mail", "sms", "desk") and not {p.fold for p in said.found} & AI:
        return [said.intent("act", start.service, ["reply", "tell"])]
    if first[0] in ("comment", "close", "assign", "tag") and kind in ("tracker", "desk", "crm"):
        return [said.intent("act", start.service, wishes(first), nouns=[*nouns, *start.nouns])]
    return []
