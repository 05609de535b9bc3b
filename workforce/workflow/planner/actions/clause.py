"""What one clause asks to be done."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.approval import approval_intent, is_approval
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.services import read_intent, service_intents
from workforce.workflow.planner.actions.simple import own_steps
from workforce.workflow.planner.actions.telling import unnamed_intents
from workforce.workflow.planner.actions.thinking import is_thinking, thinking_intents
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import AI, NUMBERS, UNITS, WAIT
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention, mentions
from workforce.workflow.planner.operations import wishes
from workforce.workflow.planner.services import Services


def intents_of(clause: Clause, scope: int, request: Request, usual: Defaults, services: Services) -> list[Intent]:
    """The intents of one clause, in order; empty when it asks for nothing."""
    found = [p for p in clause.pieces if p.kind != "time"]
    verbs = list(dict.fromkeys(verb for p in found for verb in p.verbs))
    words = clause.words
    places = mentions(found, usual)
    thinking = bool({p.fold for p in found} & AI) or any(KIND_OF.get(p.service) == "ai" for p in found)
    previous = request.intents[-1] if request.intents else None
    if (
        not verbs
        and previous is not None
        and previous.kind == "read"
        and previous.unit == clause.unit
        and clause.opened in ("comma", "and")
        and places
    ):
        return [read_intent(clause, found, scope, mention, ["read"]) for mention in places]
    own = _at_the_start(clause, found, scope, verbs, places, request, services)
    if own:
        return own
    if is_approval(found, verbs, words):
        place = next(i for i, p in enumerate(found) if "approve" in p.verbs)
        after = next((i for i in range(place - 1, 1, -1) if found[i].fold in _AFTERWARDS), None)
        if after is not None and found[0].verbs and "approve" not in found[0].verbs:
            rest = Clause(found[:after], unit=clause.unit, words=" ".join(p.fold for p in found[:after]))
            right = found[after + 1 :]
            asked = approval_intent(clause, right, scope, mentions(right, usual), verbs, usual)
            return [asked, *intents_of(rest, scope, request, usual, services)]
        return [approval_intent(clause, found, scope, places, verbs, usual)]
    simple = own_steps(clause, found, scope, verbs, words, places, thinking)
    if simple is not None:
        return simple
    if is_thinking(found, verbs, places, thinking, request, clause):
        return thinking_intents(clause, found, scope, verbs, places, services, usual)
    made = service_intents(clause, found, scope, verbs, places, services, usual)
    if made:
        return made
    return unnamed_intents(clause, found, scope, verbs, usual, request)


def _at_the_start(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    request: Request,
    services: Services,
) -> list[Intent]:
    """Without a service named, `fetch the diff` and `close the ticket` mean the service that started the worker."""
    start = request.start
    if places or not verbs or start.kind not in ("app", "poll", "mail") or services.get(start.service) is None:
        return []
    nouns = nouns_of(found)
    if "diff" in nouns and "read" in verbs:
        return [Intent("read", scope, found, clause.unit, start.service, ["read"], verbs, nouns)]
    first = next((p for p in found if p.verbs), None)
    back = re.search(
        (
            r"\b(same (chat|thread|channel|person|conversation)|back\b|gleichen? chat|zuruck|mismo chat|de vuelta|"
            r"meme (chat|conversation)|en retour|mesmo chat|de volta)"
        ),
        clause.words,
    )
    if (
        back
        and first is not None
        and first.verbs[0] in ("send", "reply", "post")
        and KIND_OF.get(start.service) in ("chat", "sms", "mail")
    ):
        return [Intent("act", scope, found, clause.unit, start.service, ["reply", "tell"], ["reply", *verbs], [])]
    speaking = KIND_OF.get(start.service) in ("chat", "mail", "sms", "desk")
    if first is not None and first.verbs[0] == "reply" and speaking and not {p.fold for p in found} & AI:
        return [Intent("act", scope, found, clause.unit, start.service, ["reply", "tell"], verbs, [])]
    if (
        first is not None
        and first.verbs[0] in ("comment", "close", "assign", "tag")
        and KIND_OF.get(start.service) in ("tracker", "desk", "crm")
    ):
        return [
            Intent("act", scope, found, clause.unit, start.service, wishes(first.verbs), verbs, [*nouns, *start.nouns])
        ]
    return []


_AFTERWARDS = word_set("after once nachdem sobald wenn apres despues depois tras when cuando quand quando")


def wait_of(words: str) -> dict[str, int] | None:
    """`one week after that` → {"weeks": 1}; None when nothing is waited for."""
    match = WAIT.search(words)
    if match is None:
        return None
    amount = match["n1"] or match["n2"] or match["n3"]
    unit = (match["u1"] or match["u2"] or match["u3"])[:3]
    number = int(amount) if amount.isdigit() else NUMBERS.get(amount, 1)
    return {UNITS[unit]: number} if unit in UNITS else None
