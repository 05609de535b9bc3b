"""The contract of the stage: what the platform asks of the rehearsal engine, and nothing else.

A turn is one owner's time alone on the stage; it plays as many scenarios as it likes, one after another. Whoever
waits gets the stage in order of arrival, owners in turns. Every verb may raise `StageUnavailable` (no answer, or the
queue is too long; trying again can help) and `StageRefused` (the play cannot be acted; the sentence says why).
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Status = Literal["success", "error", "waiting", "timeout", "none"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Play:
    """One scenario, ready to be acted. Dictionaries have the fields of the model of that name in the workflow room.

    workflow: n8n JSON whose start is a webhook node with `path`, which gets `{"items": trigger}`; plays of a turn with
    the same workflow share one published copy, so keep what differs out of it. others: workflows that it calls, by the
    id under which it names them. credentials: types to have dummies for; others are made when a node names one.
    empty_services: what the world says there is nothing of; fields: names that every record of the world has, with
    values to alternate; missing: names that records lack. seconds: the time limit of the whole performance.
    """

    workflow: Json
    path: str
    trigger: list[Json] = field(default_factory=list)
    others: dict[str, Json] = field(default_factory=dict)
    credentials: list[str] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    rules: list[Json] = field(default_factory=list)
    empty_services: list[str] = field(default_factory=list)
    fields: dict[str, list[Any]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    approval: Literal["approve", "deny", "expire"] = "approve"
    deliveries: int = 1
    seed: int = 1
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call that left the engine, or tried to.

    url: `smtp://host/recipients`, `postgres://host/table`, `tcp://host:port` and `dns://name` for what is not HTTP.
    body: JSON, else text; an e-mail is `{from, to, cc, bcc, subject, text, html, attachments: [{name, size}]}`, a
    statement `{sql, parameters}`, what is too long `{"shortened": text, "bytes": n}`. at: seconds since the curtain
    rose. step: the node that was running, empty when none was. refused: nothing may go there, nothing was answered.
    """

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    status: int = 0
    answer: Any = None
    at: float = 0.0
    step: str = ""
    service: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class StepRecord:
    """What one node did in one go (a node in a loop gives several). at, seconds: since the curtain rose, its length."""

    name: str
    items_in: int = 0
    items_out: int = 0
    error: str = ""
    at: float = 0.0
    seconds: float = 0.0
    sample: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PerformanceRecord:
    """A play as it was acted. fault: what went wrong with the stage itself, in a sentence; empty when nothing did."""

    status: Status
    steps: list[StepRecord] = field(default_factory=list)
    calls: list[CallRecord] = field(default_factory=list)
    error: str = ""
    failed_step: str = ""
    seconds: float = 0.0
    fault: str = ""


class Turn(Protocol):
    """The stage, for one owner."""

    async def perform(self, play: Play) -> PerformanceRecord:
        """Act a play to its end or its time limit; never raises for what the workflow does."""


class Stage(Protocol):
    """One rehearsal engine."""

    async def check(self) -> None:
        """Return when the stage answers, also while its engine is still starting."""

    def turn(self, owner: str, *, patience: float = 120.0) -> AbstractAsyncContextManager[Turn]:
        """Wait for the stage and have it until the end of the block; nothing of the turn is left afterwards.

        owner: who takes turns with the others, an organisation or a visitor; patience: seconds to wait at most.
        """
