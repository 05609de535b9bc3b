"""Where an event comes from: a call, a chat, a service, a form, a mailbox."""

from __future__ import annotations

import re

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import StartKind
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention, mentions
from workforce.workflow.planner.services import Services

WEBHOOK = re.compile(
    r"\b(web ?hooks?|post(s|ed)? (json|data|to (a|our|the|an)? ?(url|endpoint))|(hits?|reaches) (a|an|our|your|"
    r"the) (url|endpoint|api)|(put|post|get) request\b|json to a url|calls? (a|our|"
    r"an) (url|endpoint)|http (call|post|request) (comes|arrives)|takes? that call|(api|http) endpoint|"
    r"an eine url|llamad[ao] http|appel http|chamada http)\b"
)
FORM = re.compile(
    r"\b(form|forms|online form|web form|formular\w*|webformular|formulario\w*|formulaire\w*|fill(s|ed)? (out |"
    r"in )?(a|the|our|this)?|ausfull\w*|anmeldeformular|kontaktformular)\b"
)
CHAT = re.compile(
    r"\b(chat ?bot|chat window|chat widget|chat on our|in (the|a|our) chat|chat trigger|im chat|en el chat|"
    r"dans le chat|no chat|conversation with)\b"
)


_MAILS = word_set(
    "mail mails email emails e-mail e-mails correo correos courriel courriels inbox mailbox posteingang "
    "postfach bandeja boite"
)
_FILLS = re.compile(r"\bfills? (out|in)\b|ausfull")
# services whose events are calls anyway: `a webhook from Stripe` is Stripe's own trigger all the same
_CALLING = frozenset(("webhook", "sentryio", "stripe", "github"))


def source_of(content: list[Piece], usual: Defaults, services: Services) -> tuple[StartKind, str]:
    """The kind of start and its service; (`unknown`, "") when nothing says where the event is."""
    called = _called(content, services)
    if called:
        return called
    places = mentions(content, usual)
    return _at_service(content, places, services) or _in_data(content, usual, services)


def _called(content: list[Piece], services: Services) -> tuple[StartKind, str] | None:
    words = " ".join(p.fold for p in content)
    if WEBHOOK.search(words) and not any(
        has_trigger(p.service, services) and p.service not in _CALLING for p in content
    ):
        return "webhook", "webhook"
    if CHAT.search(words) and not any(p.service for p in content):
        return "chat", "chat"
    return None


def _at_service(content: list[Piece], places: list[Mention], services: Services) -> tuple[StartKind, str] | None:
    for mention in places:
        mail = KIND_OF.get(mention.service) == "mail"
        if mention.service != "emailsend" and (mention.named or not mail) and has_trigger(mention.service, services):
            return ("mail" if mail else "app"), mention.service
    nouns = {noun for p in content for noun in p.nouns}
    if "merge_request" in nouns:
        return "app", "gitlab"
    if "pull_request" in nouns or any(p.kind == "repo" for p in content):
        return "app", "github"
    service = next((m.service for m in places if m.named), "")
    kind = KIND_OF.get(service)
    if not service or services.get(service) is None or kind in ("ai", "web"):
        return None
    return ("mail" if kind == "mail" else "poll"), service


def _in_data(content: list[Piece], usual: Defaults, services: Services) -> tuple[StartKind, str]:
    """No service is named: a sheet, a form, a mailbox of the company's."""
    words, nouns = " ".join(p.fold for p in content), {noun for p in content for noun in p.nouns}
    if "sheet" in nouns or ("row" in nouns and not usual.database):
        return "app", usual.sheet if has_trigger(usual.sheet, services) else "googlesheets"
    if "form" in nouns or ("response" in nouns and "form" in words) or _FILLS.search(words):
        return "form", "form"
    if mail_arrives(content):
        return "mail", usual.mail
    return "unknown", ""


def has_trigger(key: str, services: Services) -> bool:
    """Whether something that happens at a service can start a worker."""
    service = services.get(key) if key else None
    return service is not None and bool(service.triggers) and key != "form"


def mail_arrives(content: list[Piece]) -> bool:
    """Whether a mail or a mailbox is spoken of."""
    return any("email" in p.nouns for p in content) and any(p.fold in _MAILS for p in content)
