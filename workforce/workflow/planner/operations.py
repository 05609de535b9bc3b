"""Which operation a wish at a service means: knowledge first, then the catalogue's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.language.lexicon.nouns import NOUNS
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.knowledge.primary import PRIMARY
from workforce.workflow.planner.knowledge.resources import RESOURCE_WORDS
from workforce.workflow.planner.knowledge.wishes import OPERATION_VERBS, WISHES
from workforce.workflow.planner.services import Service

SURE = 0.95  # nobody can be surer of what a person means
_KNOWN, _CLEAR = 5.0, 1.0  # scores: an operation that is usually meant, and its lead over the next
_CLOSE = 1.5
_GENERIC = word_set("email message channel list tag url table sheet database project form report note file")


@dataclass(frozen=True, slots=True)
class Choice:
    """An operation, how sure (0..1), and what came close."""

    operation: Operation
    confidence: float
    alternatives: tuple[str, ...] = ()


def wishes(verbs: Iterable[str]) -> list[str]:
    """What verbs ask for, as wishes, best first, each once."""
    return list(dict.fromkeys(wish for verb in verbs for wish in WISHES.get(verb, ())))


def choose(service: Service, wanted: list[str], nouns: list[str], catalogue: Catalogue) -> Choice | None:
    """The action of a service for these wishes (best first) and nouns (nearest first); None when it has no actions."""
    del catalogue
    scored = sorted(
        ((_score(service, op, wanted, nouns), op.id, op) for op in service.actions), key=lambda row: (-row[0], row[1])
    )
    if not scored:
        return None
    best = scored[0]
    close = tuple(ident for score, ident, _ in scored[1:4] if score > best[0] - _CLOSE)
    other = next((score for score, _, op in scored[1:] if not _alike(op, best[2])), best[0] - _CLEAR)
    return Choice(best[2], _confidence(best[0], best[0] - other), close)


def _alike(one: Operation, two: Operation) -> bool:
    """Whether two operations do the same to the same thing: getting many and searching."""
    return one.resource == two.resource and verb_of(one.operation) == verb_of(two.operation)


def _confidence(score: float, lead: float) -> float:
    """How sure: little where nothing says that it is meant, and where something else fits nearly as well."""
    strength, clearness = min(max(score, 0) / _KNOWN, 1), min(lead / _CLEAR, 1)
    return round(SURE * strength * (0.55 + 0.45 * clearness), 2)


READS: dict[str, dict[str, str]] = {
    # what reading a thing means where the service's own names mislead
    "github": {
        "issue": "repository/getIssues",
        "pull_request": "repository/getPullRequests",
        "repository": "repository/get",
    },
    "gitlab": {"issue": "repository/getIssues"},
    "trello": {"card": "list/getCards"},
    "mailchimp": {"campaign": "campaign/getAll"},
}


def _score(service: Service, operation: Operation, wanted: list[str], nouns: list[str]) -> float:
    score = 0.0
    does = verb_of(operation.operation)
    key = f"{operation.resource}/{operation.operation}"
    primary = PRIMARY.get(service.key, {})
    for place, wish in enumerate(wanted[:3]):
        weight = 1.0 - 0.25 * place
        if primary.get(wish) == key:
            score = max(score, 5.0 * weight)
        elif does == wish or does in _NEAR.get(wish, ()):
            score = max(score, (4.0 if does == wish else 3.0) * weight)
    if wanted[:1] == ["read"] and any(READS.get(service.key, {}).get(noun) == key for noun in nouns[:2]):
        score += 8.0
    if not wanted and primary.get("create") == key:
        score += 2.0
    score += _noun_score(service, operation, nouns)
    if operation.operation.endswith("AndWait") and "approve" not in wanted:
        score -= 6.0
    if does == "read" and "read" in wanted:
        single = operation.operation in ("get", "read", "lookup") and any(
            o.resource == operation.resource
            and verb_of(o.operation) == "read"
            and o.operation in ("getAll", "getMany", "search", "list")
            for o in service.actions
        )
        score -= 1.0 if single else 0.0
    return score


# a wish → what an operation may do that comes near it
_NEAR = {
    "add": ("create", "upsert"),
    "create": ("add", "upsert"),
    "tell": ("create", "add"),
    "update": ("upsert",),
    "upload": ("create", "add"),
    "close": ("update",),
    "move": ("update",),
    "copy": ("create",),
    "reply": ("tell",),
    "comment": ("add", "create"),
    "call": ("read",),
    "download": ("read",),
    "invite": ("create",),
    "tag": ("add", "update"),
}


def _noun_score(service: Service, operation: Operation, nouns: list[str]) -> float:
    renamed = RESOURCE_WORDS.get(service.key, {})
    resource = _words(operation.resource or operation.operation)
    best = 0.0
    for place, noun in enumerate(nouns[:6]):
        weight = 1.0 - 0.12 * place
        if noun in renamed:
            match = 4.0 if renamed[noun] == operation.resource else 0.0
        else:
            match = 3.5 if resource and _means(noun, resource) else 0.0
            match *= 0.6 if noun in _GENERIC else 1.0
        best = max(best, match * weight)
    return best


def resource_of(service: Service, noun: str) -> str:
    """The resource of a service that a noun means; empty when it has none of that kind."""
    renamed = RESOURCE_WORDS.get(service.key, {})
    resources = [op.resource for op in service.actions if op.resource]
    if noun in renamed:
        return renamed[noun] if renamed[noun] in resources else ""
    return next((name for name in resources if _means(noun, _words(name))), "")


def _means(noun: str, resource: tuple[str, ...]) -> bool:
    """Whether a resource's name says what a concept is: `databasePage` is a page, `member` a subscriber."""
    forms = _forms(noun)
    return " ".join(resource) in forms or resource[-1] in forms


_FORMS: dict[str, frozenset[str]] = {}


def _forms(noun: str) -> frozenset[str]:
    if noun not in _FORMS:
        english = NOUNS.get(noun, {}).get("en", noun).split()
        _FORMS[noun] = frozenset(form.rstrip("*").replace("_", " ") for form in [*english, noun])
    return _FORMS[noun]


def _words(name: str) -> tuple[str, ...]:
    parts = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return tuple(fold(part) for part in parts)


def verb_of(operation: str) -> str:
    """The wish that n8n's operation name grants: `getAll` → read."""
    if operation in OPERATION_VERBS:
        return OPERATION_VERBS[operation]
    first = re.match(r"[a-z]+", operation)
    return OPERATION_VERBS.get(first.group(), "") if first else ""
