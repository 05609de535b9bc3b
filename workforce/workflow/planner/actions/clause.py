"""What one clause asks to be done."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.lexicon.small import ARTICLES, FROM
from workforce.workflow.planner.actions.approval import approval_in
from workforce.workflow.planner.actions.here import started_here
from workforce.workflow.planner.actions.kinds import TELLING
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.said import Said, told_to
from workforce.workflow.planner.actions.services import read_intent, service_intents
from workforce.workflow.planner.actions.simple import own_steps
from workforce.workflow.planner.actions.telling import unnamed_intents
from workforce.workflow.planner.actions.thinking import thinking_intents
from workforce.workflow.planner.background import referred
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import NUMBERS, UNITS, WAIT
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults
from workforce.workflow.planner.services import Services

# the first way of reading a clause that finds something counts
_WAYS = (own_steps, thinking_intents, service_intents, unnamed_intents)


def intents_of(clause: Clause, scope: int, request: Request, usual: Defaults, services: Services) -> list[Intent]:
    """The intents of one clause, in order; empty when it asks for nothing."""
    said = Said(clause, scope, request, usual, services)
    if _reads_on(said):
        return [read_intent(said, mention, ["read"]) for mention in said.places]
    if _more_of_the_text(said):
        return []
    if _more_to_say(said):
        return []
    if here := started_here(said):
        return here
    said.places = said.places or (
        [] if said.names_ai else referred(said.found, said.verbs, nouns_of(said.found), request)
    )
    if decided := approval_in(said):
        asked, left = decided
        return [asked, *(intents_of(left, scope, request, usual, services) if left else [])]
    made = next((made for way in _WAYS if (made := way(said))), [])
    return [*_summed(said, made), *made]


_SUM = re.compile(
    r"\b(?:the|el|la|den|die|das|le|o|a)\s(?:total|sum|count|number|average|suma|cuenta|numero|promedio|summe|anzahl|zahl|"
    r"durchschnitt|somme|nombre|moyenne|soma|contagem|media)\b(?!\s(?:of|de|der|des|du|do|da)\b)"
)


def _summed(said: Said, made: list[Intent]) -> list[Intent]:
    """`get the charges. Mail me the total`: what was read is added up first."""
    before = [i for i in said.request.intents if i.scope == said.scope]
    tells = bool(made) and all(i.kind == "act" and KIND_OF.get(i.service) in TELLING for i in made)
    if not tells or not before or before[-1].kind != "read" or not _SUM.search(said.words):
        return []
    return [said.intent("total")]


def _reads_on(said: Said) -> bool:
    """`read the orders from Shopify`, `the refunds from Stripe`: the second part goes on with the first one's verb."""
    before = said.previous
    if said.verbs or not said.places or before is None:
        return False
    if before.kind == "ai" and said.found[0].fold in FROM and said.clause.opened == "and":
        return any(i.kind == "read" and i.unit == said.clause.unit for i in said.request.intents)
    if before.kind != "read":
        return False
    return before.unit == said.clause.unit and said.clause.opened in ("comma", "and")


def _more_of_the_text(said: Said) -> bool:
    """`write a tweet and a LinkedIn post`: what an AI is to write as well, not something to publish."""
    before = said.previous
    if before is None or before.kind != "ai" or before.unit != said.clause.unit or said.clause.opened != "and":
        return False
    if any(p.verbs and not p.nouns for p in said.found) or not said.found or said.found[0].fold not in ARTICLES:
        return False
    if any(KIND_OF.get(m.service) not in ("social", "docs", "mail") for m in said.places) or said.has_target:
        return False
    before.pieces = [*before.pieces, *said.found]
    return True


def _more_to_say(said: Said) -> bool:
    """`send a mail to all and ask them to close their timesheet`: what the message says."""
    before = said.previous
    if told_to(said.found) == len(said.found) or before is None or before.unit != said.clause.unit:
        return False
    if said.places or said.has_target or KIND_OF.get(before.service) not in TELLING:
        return False
    before.pieces = [*before.pieces, *said.found]
    return True


def wait_of(words: str) -> dict[str, int] | None:
    """`one week after that` → {"weeks": 1}; None when nothing is waited for."""
    match = WAIT.search(words)
    if match is None:
        return None
    amount = match["n1"] or match["n2"] or match["n3"]
    unit = (match["u1"] or match["u2"] or match["u3"])[:3]
    number = int(amount) if amount.isdigit() else NUMBERS.get(amount, 1)
    return {UNITS[unit]: number} if unit in UNITS else None
