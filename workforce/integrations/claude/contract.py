"""The contract of Claude: one question, one whole answer or one failure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from workforce.core.errors import PlannerUnavailable
from workforce.integrations.claude.records import Call, Reply, Request

Progress = Callable[[str], None]
Reason = Literal["away", "busy", "key", "request", "time", "broken_off", "too_long", "declined", "budget", "invalid"]
SENTENCES: dict[Reason, str] = {
    "away": "Claude does not answer right now.",
    "busy": "Claude is overloaded right now.",
    "key": "Claude refused our API key. Check ANTHROPIC_API_KEY.",
    "request": "Claude could not work with our request.",
    "time": "Claude took longer than a draft may take.",
    "broken_off": "Claude's answer broke off.",
    "too_long": "Claude's answer became too long.",
    "declined": "Claude declined to plan this.",
    "budget": "Claude would have cost more than a draft may cost.",
    "invalid": "Claude's plan still had problems after two corrections.",
}


class ClaudeFailed(PlannerUnavailable):
    """No usable answer. `reason` says why in a word, `call` what it cost as far as that is known."""

    def __init__(self, reason: Reason, *, detail: str = "", call: Call | None = None) -> None:
        super().__init__(SENTENCES[reason], detail=detail)
        self.reason = reason
        self.call = call


class Claude(Protocol):
    """One Claude model behind the Messages API."""

    @property
    def model(self) -> str:
        """The model's id."""

    async def ask(self, request: Request, progress: Progress) -> Reply:
        """The whole answer, streamed; `progress` hears the names of tools as they are called and the text as it grows.

        Raises `ClaudeFailed`: also for an answer that ended for no reason, at its limit, or in a refusal.
        """

    async def close(self) -> None:
        """Let go of connections."""
