"""A prompt's clauses while the start is looked for, and the start that a stretch of them tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workforce.workflow.language.clauses import Clause, is_action
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions import listing
from workforce.workflow.planner.intents import Start, StartKind
from workforce.workflow.planner.knowledge.cues import ARRIVES, NEW
from workforce.workflow.planner.mentions import Defaults
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.starting.only import tests_of
from workforce.workflow.planner.starting.sources import has_trigger, mail_arrives, source_of

_CARRYING = word_set("with mit con avec com containing sending carrying")
Found = tuple[Start, list[Clause]]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Clauses, the language they are in, what the company uses as far as they show, and the services there are."""

    parts: list[Clause]
    language: str
    usual: Defaults
    services: Services

    def is_action(self, found: list[Piece]) -> bool:
        """Whether these pieces can say an action by themselves."""
        return is_action(found, self.language)

    def has_trigger(self, service: str) -> bool:
        """Whether something that happens at a service can start a worker."""
        return has_trigger(service, self.services)

    def acts(self, service: str) -> bool:
        """Whether a service can do anything besides starting workers."""
        known = self.services.get(service)
        return known is not None and bool(known.actions)

    def start_of(self, found: list[Piece], index: int) -> Start | None:
        """The start an event's words tell; None when they tell of no event."""
        content = [p for p in found if p.kind != "time"]
        if not content:
            return None
        told = content
        kind, service = source_of(content, self.usual, self.services)
        near = [p for c in self.parts[max(0, index - 2) : index] if not c.lead for p in c.pieces]
        if kind == "unknown" and near:
            kind, service = source_of(near, self.usual, self.services)
            if kind in ("app", "poll", "form"):
                told = [*near, *content]
        if kind == "unknown":
            if not _happens(told):
                return None
            if mail_arrives(content):
                kind, service = "mail", self.usual.mail
        nouns, verbs = concepts_of(content)
        return Start(
            kind,
            told,
            service,
            verbs,
            nouns,
            fields_of(found) or (fields_of(told) if kind == "form" else []),
            tests=tests_of(content),
        )

    def told(self, found: list[Piece], index: int, *kinds: StartKind, tail: Iterable[Piece] = ()) -> Found | None:
        """The start these pieces tell (of these kinds; any known one without), and the clauses that are left."""
        start = self.start_of(found, index)
        if start is None or (start.kind not in kinds if kinds else start.kind == "unknown"):
            return None
        return start, without(self.parts, index, list(tail))


def _happens(content: list[Piece]) -> bool:
    """Whether something is said to happen, or to be new."""
    arrives = any(ARRIVES.match(word) for p in content for word in p.fold.split())
    return (arrives or any(p.fold in NEW for p in content)) and any(p.nouns for p in content)


def fields_of(found: list[Piece]) -> list[str]:
    """The fields in brackets: `a form (name, e-mail, message)`."""
    inside = [p for p in found if p.depth]
    if inside:
        return listing(inside)
    place = next((i for i, p in enumerate(found) if p.fold in _CARRYING and i), None)
    called = any(p.service == "webhook" or "form" in p.nouns for p in found)
    return listing(found[place + 1 :]) if place is not None and called else []


def concepts_of(found: list[Piece]) -> tuple[list[str], list[str]]:
    """(nouns, verbs) of pieces, each once."""
    nouns = list(dict.fromkeys(n for p in found for n in p.nouns))
    verbs = list(dict.fromkeys(v for p in found for v in p.verbs))
    return nouns, verbs


def without(parts: list[Clause], index: int, tail: list[Piece]) -> list[Clause]:
    """The clauses without the one that told the start; what it says besides stays."""
    clause = parts[index]
    before = [c for c in parts[:index] if c.pieces or c.lead]
    rest = parts[index + 1 :]
    if not tail:
        return before + rest
    kept = Clause(tail, "", "", clause.unit, clause.bullet, "comma", clause.closed, " ".join(p.fold for p in tail))
    return [*before, kept, *rest]
