# ruff: noqa: E501 - patterns and sentences stay whole
"""Questions to language models: which one, what was asked, what it said."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of
from workforce.workflow.rehearsal.world.ai.question import said_by
from workforce.workflow.rehearsal.world.ai.question import text_of as words_of


def read_question(seen: Seen) -> Receipt | None:
    """The call as a question to a model, if it is one."""
    f = seen.fields
    if seen.at(
        r".+", r".*/(?:chat/completions|responses|completions|messages|api/chat|api/generate)", "POST"
    ) and _asks(f):
        prompt = said_by(f.get("messages") or [], "user") or _given(f)
        return _question(seen, text_of(f.get("model")), prompt, _answered(seen.answer))
    match = seen.at(r".+", r".*models/(?P<model>[^/:]+):(?:generateContent|streamGenerateContent)", "POST")
    if match:
        prompt = said_by([{"role": "user", **one} for one in f.get("contents") or ()], "user")
        return _question(seen, match["model"], prompt, _answered(seen.answer))
    if seen.at(r".+", r".*/embeddings|.*:(?:embedContent|batchEmbedContents)", "POST"):
        return seen.receipt(
            kind="question",
            verb="ask",
            noun="question",
            title=f"{seen.service} turns a text into numbers",
            effect=False,
        )
    return None


def _asks(fields: dict[str, Any]) -> bool:
    """A model is named, or messages of roles are there: a chat service's `/messages` has neither."""
    messages = fields.get("messages")
    return bool(fields.get("model")) or (
        isinstance(messages, list) and all(isinstance(m, dict) and "role" in m for m in messages)
    )


def _given(fields: dict[str, Any]) -> str:
    given = fields.get("input") or fields.get("prompt")
    return said_by(given, "user") if isinstance(given, list) else words_of(given)


def _question(seen: Seen, model: str, prompt: str, reply: str) -> Receipt:
    return seen.receipt(
        kind="ai", verb="ask", noun="question", title=f"Ask {seen.service}{f' ({model})' if model else ''}", model=model, text=prompt.strip(),
        reply=reply, effect=False,
    )  # fmt: skip


def _answered(answer: Any) -> str:
    """What the model said, in any vendor's form; a tool it wants to use by its name."""
    if isinstance(answer, str):
        return "".join(re.findall(r'"(?:text|content|delta)":\s*"((?:[^"\\]|\\.)*)"', answer))[:2000]
    if not isinstance(answer, dict):
        return ""
    choice = (answer.get("choices") or [{}])[0]
    message = choice.get("message") or {}
    if message.get("tool_calls"):
        return "uses the tool " + ", ".join(
            text_of((one.get("function") or {}).get("name")) for one in message["tool_calls"]
        )
    parts = [message.get("content"), choice.get("text")]
    for block in [*(answer.get("content") or ()), *(answer.get("output") or ())]:
        if isinstance(block, dict):
            parts.append(
                f"uses the tool {block['name']}"
                if block.get("type") in ("tool_use", "function_call")
                else words_of(block.get("text") or block.get("content"))
            )
    for candidate in answer.get("candidates") or ():
        for part in (candidate.get("content") or {}).get("parts") or ():
            call = part.get("functionCall") or {}
            parts.append(f"uses the tool {call['name']}" if call else part.get("text"))
    return "\n".join(text_of(part) for part in parts if part)
