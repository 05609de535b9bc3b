"""What goes to Claude, what comes back, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the Messages API. seconds: the time it may take, retries included; max_tokens: of the answer."""

    system: list[Json]
    messages: list[Json]
    tools: list[Json]
    max_tokens: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Call:
    """What one call used. `fresh` input tokens were neither read from nor written to the cache."""

    model: str
    fresh: int
    output: int
    cache_read: int
    cache_written: int
    dollars: float
    seconds: float
    ended: str

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.fresh + self.output + self.cache_read + self.cache_written


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer: the API's content blocks (`text`, `tool_use`, `thinking` …), to be sent back as they are."""

    content: list[Json]
    stop_reason: str
    call: Call

    def tool_uses(self) -> list[Json]:
        """The blocks that ask for a tool."""
        return [block for block in self.content if block.get("type") == "tool_use"]


@dataclass(frozen=True, slots=True)
class Usage:
    """All calls of one draft, failed ones included as far as they were counted."""

    calls: tuple[Call, ...] = field(default=())

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return sum(call.tokens for call in self.calls)

    @property
    def dollars(self) -> float:
        """At list price."""
        return sum(call.dollars for call in self.calls)

    @property
    def seconds(self) -> float:
        """The time spent waiting for Claude."""
        return sum(call.seconds for call in self.calls)

    def plus(self, call: Call) -> Usage:
        """With one more call."""
        return Usage((*self.calls, call))
