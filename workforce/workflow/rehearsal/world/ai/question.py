# ruff: noqa: E501 - patterns and answers stay readable in one line
"""What a language model is asked, whichever vendor's form it came in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Tool:
    """A tool the model may call. schema: JSON Schema of its arguments."""

    name: str
    schema: Json


@dataclass(frozen=True)
class Question:
    """rules: what the system prompt says; prompt: the user's text; schema: of the JSON asked for; json: JSON is asked for;
    called: how many tool results are among the messages already; forced: a tool must be called.
    """

    model: str
    rules: str
    prompt: str
    tools: list[Tool] = field(default_factory=list)
    schema: Json | None = None
    json: bool = False
    called: int = 0
    forced: str = ""

    @property
    def text(self) -> str:
        """Everything that was written."""
        return f"{self.rules}\n{self.prompt}"


def text_of(content: Any) -> str:
    """The text in a message's content: a string, or parts of which some are text."""
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return text_of(content.get("text") or content.get("content") or content.get("parts") or "")
    if isinstance(content, list):
        return "\n".join(filter(None, (text_of(part) for part in content)))
    return ""


def said_by(messages: Iterable[Any], *roles: str) -> str:
    """What these roles said."""
    return "\n".join(
        text_of(m.get("content", m.get("parts"))) for m in messages if isinstance(m, dict) and m.get("role") in roles
    )
