"""What is only told so that the wish is understood: `we run a shop on WooCommerce`, a lone `Freshdesk:` in front."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.clauses.clause import PRONOUNS
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention

_STATEMENT = re.compile(
    r"^(?:(?:context|background|fyi|info|zur info|kontext|contexto|contexte)\b\W*)?"
    r"(?:(?:we|i|our (?:[\w-]+ ){1,3}|my (?:[\w-]+ ){1,2}|all our (?:[\w-]+ ){1,2})"
    r"\s*(?:(?:already|currently|mostly|also|all|still|just|only)\s+)?"
    r"(?:use|uses|are using|run|runs|have|has|sell|sells|are|'re|is|am|work (?:with|in|on)|works (?:with|in|"
    r"on)|live|lives|"
    r"sits?|keep|keeps|store|stores|track|tracks|manage|manages|do all|drown|collect|collects|we're|i'm)\b"
    r"|(?:we're|i'm)\b"
    r"|(?:wir|unsere? (?:\w+ ){1,2}|ich)\s?(?:nutzen|benutzen|verwenden|haben|verkaufen|sind|arbeiten mit|"
    r"nutze|habe|bin|"
    r"liegt|liegen|laufen|lauft|fuhren|verwalten|sitzen)\b"
    r"|(?:usamos|tenemos|vendemos|somos|trabajamos con|utilizamos|uso|tengo|nuestr[oa]s? (?:\w+ ){1,2}(?:esta|estan))\b"
    r"|(?:nous|on|je) (?:utilisons|avons|vendons|sommes|travaillons (?:avec|sur)|utilise|vend|"
    r"travaille (?:avec|sur)|gerons)\b"
    r"|(?:usamos|temos|vendemos|somos|trabalhamos com|utilizamos|uso|tenho|noss[oa]s? (?:\w+ ){1,2}(?:esta|"
    r"estao|fica|ficam))\b)"
)
_WISH = re.compile(
    r"\b(?:need|want|would|like|should|must|brauch\w*|mocht\w*|soll\w*|quer\w*|necesit\w*|precis\w*|besoin|"
    r"veux|voulons)\b"
)
# the kinds of services where a thing is kept
_HOMES: dict[str, tuple[str, ...]] = {
    "order": ("shop",),
    "product": ("shop",),
    "customer": ("shop", "crm", "money"),
    "deal": ("crm",),
    "lead": ("crm",),
    "contact": ("crm", "marketing"),
    "company": ("crm",),
    "ticket": ("desk", "tracker"),
    "conversation": ("desk", "chat"),
    "invoice": ("money",),
    "bill": ("money",),
    "estimate": ("money",),
    "payment": ("money",),
    "charge": ("money",),
    "refund": ("money", "shop"),
    "subscription": ("money",),
    "issue": ("tracker",),
    "task": ("tracker",),
    "bug": ("tracker",),
    "card": ("tracker",),
    "pull_request": ("tracker",),
    "release": ("tracker",),
    "row": ("sheet", "base", "database"),
    "record": ("base", "database", "crm"),
    "page": ("base",),
    "event": ("calendar",),
    "booking": ("calendar", "forms"),
    "file": ("files",),
    "document": ("docs", "files"),
    "response": ("forms",),
    "employee": ("hr",),
    "candidate": ("hr",),
    "subscriber": ("marketing",),
    "campaign": ("marketing",),
    "incident": ("watch",),
    "error": ("watch",),
}
_LONG = 5
_BOTH = re.compile(r"\b(?:both|beiden?|beides|ambos|ambas|les deux|as duas|os dois)\b")


def is_background(clause: Clause) -> bool:
    """Whether a clause only tells how things are: nothing is to be done about it."""
    if clause.lead or clause.opened in ("arrow", "postfix") or _WISH.search(clause.words):
        return False
    if any(p.kind in ("email", "channel", "chatid", "phone", "url", "time") for p in clause.pieces):
        return False
    return _STATEMENT.match(clause.words) is not None


def is_heading(clause: Clause) -> bool:
    """Whether a clause is a service's name and nothing else, in front of a colon or line: `Freshdesk: list …`."""
    content = [p for p in clause.pieces if p.kind != "mark"]
    if clause.closed != "colon" or clause.lead or clause.opened != "stop" or not content:
        return False
    place = len(content) > 1 and content[-1].names in (
        "sheet",
        "table",
        "database",
        "board",
        "list",
        "project",
        "folder",
    )
    bare = len(content) == 1 or (place and len(content) < _LONG and not any(p.verbs and not p.nouns for p in content))
    return bare and bool(content[0].service)


def home_of(nouns: list[str], words: str, told: list[str]) -> list[str]:
    """The services among those told of where such things are kept; all of them for `both`."""
    for noun in nouns:
        kinds = _HOMES.get(noun, ())
        fitting = list(dict.fromkeys(s for kind in kinds for s in told if KIND_OF.get(s) == kind))
        if fitting:
            return fitting if _BOTH.search(words) else fitting[:1]
    return []


def services_in(pieces: list[Piece]) -> list[str]:
    """The services that pieces name, in order, each once."""
    return list(dict.fromkeys(p.service for p in pieces if p.service and p.kind != "data"))


_CHANGING = frozenset(("update", "close", "delete", "tag", "assign", "move", "comment"))
_KEPT = frozenset(
    ("desk", "tracker", "crm", "sheet", "base", "files", "shop", "money", "marketing", "database", "mail")
)


def referred(found: list[Piece], verbs: list[str], nouns: list[str], request: Request) -> list[Mention]:
    """The services that a clause means without naming them: told of before, or where the thing spoken of came from."""
    if not verbs:
        return []
    words = " ".join(p.fold for p in found)
    place = next((i for i, p in enumerate(found) if p.nouns), len(found) - 1)
    first = next(p.verbs[0] for p in found if p.verbs)
    if first in ("read", "total", "download"):
        return [Mention(service, place, 2) for service in home_of(nouns, words, request.told)]
    if first in _CHANGING:
        return [Mention(service, place, 0) for service in _latest(found, nouns, request)]
    return []


def _latest(found: list[Piece], nouns: list[str], request: Request) -> list[str]:
    """Where the thing that is to change came from: what was read or made last, else what started the worker."""
    pointing = any(p.fold in PRONOUNS for p in found)
    told = [(i.service, i.nouns) for i in reversed(request.intents) if i.kind in ("read", "act")]
    if request.start.kind in ("app", "poll"):
        told.append((request.start.service, request.start.nouns))
    for service, known in told:
        if KIND_OF.get(service) in _KEPT and (pointing or set(nouns) & set(known)):
            return [service]
    return []
