"""Where an event comes from: a call, a chat, a service, a form, a mailbox."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import Start, StartKind
from workforce.workflow.planner.knowledge.cues import ARRIVES, NEW
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, mentions
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting.only import tests_of

WEBHOOK = re.compile(
    r"\b(web ?hooks?|post(s|ed)? (json|data|to (a|our|the|an)? ?(url|endpoint))|json to a url|calls? (a|our|"
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


def start_of(found: list[Piece], parts: list[Clause], index: int, usual: Defaults, services: Services) -> Start | None:
    """The start an event's words tell; None when they tell of no event that a service, a form or a call could be."""
    content = [p for p in found if p.kind != "time"]
    if not content:
        return None
    words = " ".join(p.fold for p in content)
    nouns, verbs = concepts_of(content)
    tests = tests_of(content)
    near = [p for c in parts[max(0, index - 2) : index] if not c.lead for p in c.pieces]
    kind, service = _source(content, words, nouns, usual, services)
    if kind == "unknown" and near:
        kind, service = _source(
            near, " ".join(p.fold for p in near), [n for p in near for n in p.nouns], usual, services
        )
        if kind in ("app", "poll"):
            content = [*near, *content]
    if kind == "unknown":
        happened = any(ARRIVES.match(w) for p in content for w in p.fold.split()) or any(p.fold in NEW for p in content)
        if not (happened and nouns):
            return None
        mail = _mail_arrives(content, nouns)
        kind, service = ("mail", usual.mail) if mail else ("unknown", "")
    return Start(kind, content, service, verbs, nouns, fields_of(found), tests=tests)


def _source(
    content: list[Piece], words: str, nouns: list[str], usual: Defaults, services: Services
) -> tuple[StartKind, str]:
    if WEBHOOK.search(words) and not any(
        has_trigger(p.service, services) and p.service not in ("webhook", "sentryio", "stripe", "github")
        for p in content
    ):
        return "webhook", "webhook"
    if CHAT.search(words) and not any(p.service for p in content):
        return "chat", "chat"
    for mention in mentions(content, usual):
        if mention.service == "emailsend" or (KIND_OF.get(mention.service) == "mail" and not mention.named):
            continue
        if has_trigger(mention.service, services):
            return ("mail" if KIND_OF.get(mention.service) == "mail" else "app"), mention.service
    if "merge_request" in nouns:
        return "app", "gitlab"
    if "pull_request" in nouns or any(p.kind == "repo" for p in content):
        return "app", "github"
    named = [m for m in mentions(content, usual) if m.named]
    if named:
        service = named[0].service
        readable = services.get(service) is not None and KIND_OF.get(service) not in ("ai",)
        if readable and KIND_OF.get(service) != "web":
            return ("mail", service) if KIND_OF.get(service) == "mail" else ("poll", service)
    if "sheet" in nouns or ("row" in nouns and not usual.database):
        return "app", usual.sheet if has_trigger(usual.sheet, services) else "googlesheets"
    if "form" in nouns or ("response" in nouns and "form" in words) or re.search(r"\bfills? (out|in)\b|ausfull", words):
        return "form", "form"
    if _mail_arrives(content, nouns):
        return "mail", usual.mail
    return "unknown", ""


def has_trigger(key: str, services: Services) -> bool:
    service = services.get(key) if key else None
    return service is not None and bool(service.triggers) and key != "form"


def acts_too(key: str, services: Services) -> bool:
    """Whether a service can do anything besides starting workers."""
    service = services.get(key)
    return service is not None and bool(service.actions)


_MAILS = word_set(
    "mail mails email emails e-mail e-mails correo correos courriel courriels inbox mailbox posteingang "
    "postfach bandeja boite"
)


def _mail_arrives(content: list[Piece], nouns: list[str]) -> bool:
    if "email" not in nouns:
        return False
    return any(p.fold in _MAILS for p in content)


def fields_of(found: list[Piece]) -> list[str]:
    from workforce.workflow.planner.actions import listing

    inside = [p for p in found if p.depth]
    return listing(inside) if inside else []


def concepts_of(found: list[Piece]) -> tuple[list[str], list[str]]:
    """(nouns, verbs) of pieces, each once."""
    nouns = list(dict.fromkeys(n for p in found for n in p.nouns))
    verbs = list(dict.fromkeys(v for p in found for v in p.verbs))
    return nouns, verbs


def without(parts: list[Clause], told: int | Clause, tail: list[Piece]) -> list[Clause]:
    """The clauses without the one that told the start; what it says besides stays."""
    index = told if isinstance(told, int) else next(i for i, c in enumerate(parts) if c is told)
    clause = parts[index]
    before = [c for c in parts[:index] if c.pieces or c.lead]
    rest = parts[index + 1 :]
    if not tail:
        return before + rest
    kept = Clause(tail, "", "", clause.unit, clause.bullet, "comma", clause.closed, " ".join(p.fold for p in tail))
    return [*before, kept, *rest]
