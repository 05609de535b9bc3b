"""What a prompt asks for, step by step, before it is known how n8n does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal as OneOf

from workforce.workflow.language.comparisons import Comparison
from workforce.workflow.language.pieces import Piece
from workforce.workflow.schedule import Schedule

StartKind = OneOf["schedule", "app", "webhook", "form", "mail", "chat", "poll", "unknown"]
Kind = OneOf[
    "read",
    "act",
    "ai",
    "approve",
    "wait",
    "gate",
    "dedupe",
    "merge",
    "total",
    "sort",
    "limit",
    "csv",
    "document",
    "ask",
]


@dataclass(slots=True)
class Scope:
    """When something happens. parent: the scope it stands in (0: always).

    kind: if (a comparison holds), else (the scope `of` does not), approved, declined, error.
    """

    id: int
    kind: OneOf["root", "if", "else", "approved", "declined", "error"] = "root"
    parent: int = 0
    of: int = 0
    tests: list[Comparison] = field(default_factory=list)
    negated: bool = False
    gate: bool = False
    label: str = ""
    instead: bool = False


@dataclass(slots=True)
class Intent:
    """One thing to do.

    service: its key, empty where none is needed or known; wanted: wishes, best first; nouns: nearest first.
    """

    kind: Kind
    scope: int
    pieces: list[Piece]
    unit: int
    service: str = ""
    wanted: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    tests: list[Comparison] = field(default_factory=list)
    each: bool = False
    amount: dict[str, int] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """What was said, roughly."""
        return (
            " ".join(piece.text for piece in self.pieces if piece.kind != "line").replace(" ,", ",").lstrip(" ),.:;-")
        )

    def named(self, *kinds: str) -> list[Piece]:
        """The names, quotations and channels in it that name one of these kinds of things."""
        return [p for p in self.pieces if p.names in kinds and p.kind in ("name", "quote", "channel", "ident")]

    def entities(self, kind: str) -> list[str]:
        """The contents of the pieces of a kind (`email`, `url`, …), each once."""
        return list(dict.fromkeys(p.content for p in self.pieces if p.kind == kind))


@dataclass(slots=True)
class Start:
    """What starts the worker.

    kind: schedule, app (a service's trigger), webhook, form, mail, chat, poll (a service without a trigger is looked at
    every few minutes), unknown.
    """

    kind: StartKind
    pieces: list[Piece]
    service: str = ""
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    schedule: Schedule | None = None
    timezone: str = ""
    tests: list[Comparison] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was said, roughly."""
        return (
            " ".join(piece.text for piece in self.pieces if piece.kind != "line").replace(" ,", ",").lstrip(" ),.:;-")
        )

    def named(self, *kinds: str) -> list[Piece]:
        """The names in it that name one of these kinds of things."""
        return [p for p in self.pieces if p.names in kinds and p.kind in ("name", "quote", "channel", "ident")]


@dataclass(slots=True)
class Request:
    """A whole prompt, read.

    contradictions: what it says against itself; ignored: sentences that were not followed; told: services named only so
    that the rest is understood.
    """

    text: str
    language: str
    pieces: list[Piece]
    start: Start
    intents: list[Intent] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    chat: str = ""
    mail: str = "emailsend"
    model: str = ""
    database: str = ""
