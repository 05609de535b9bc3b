# ruff: noqa: E501 - patterns and answers stay readable in one line
"""Anthropic: the Messages API."""

from __future__ import annotations

import json
from typing import Any

from workforce.workflow.rehearsal.world.ai.question import Question, Tool, said_by, text_of
from workforce.workflow.rehearsal.world.ai.thinking import thought
from workforce.workflow.rehearsal.world.exchange import Answer
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.openai import events, usage
from workforce.workflow.rehearsal.world.visit import Visit

anthropic = Service("Anthropic", r"api\.anthropic\.com")
Json = dict[str, Any]


@anthropic.on("POST", r"/v1/messages")
def messages(visit: Visit) -> Any:
    """A message in answer to others."""
    body = visit.fields
    question = question_of(body)
    answer = thought(question, visit)
    read, written = usage(question, answer)
    block: Json = {"type": "text", "text": answer.text}
    if answer.tool:
        block = {"type": "tool_use", "id": f"toolu_{visit.new_id(20)}", "name": answer.tool, "input": answer.arguments}
    whole = {
        "id": f"msg_{visit.new_id(20)}",
        "type": "message",
        "role": "assistant",
        "model": body.get("model") or "claude",
        "content": [block],
        "stop_reason": "tool_use" if answer.tool else "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": read, "output_tokens": written},
    }
    return _stream(whole, block) if body.get("stream") else whole


def question_of(body: Json) -> Question:
    """The question in a body of the Messages API."""
    said = body.get("messages") or []
    tools = [
        Tool(str(t.get("name")), t.get("input_schema") or {}) for t in body.get("tools") or () if "input_schema" in t
    ]
    parts = [part for m in said if isinstance(m.get("content"), list) for part in m["content"]]
    called = sum(isinstance(part, dict) and part.get("type") == "tool_result" for part in parts)
    choice = body.get("tool_choice") or {}
    schema = ((body.get("output_config") or {}).get("format") or body.get("output_format") or {}).get("schema")
    return Question(
        str(body.get("model", "")), text_of(body.get("system")), said_by(said, "user"), tools, schema, bool(schema), called,
        str(choice.get("name") or ""),
    )  # fmt: skip


def _stream(whole: Json, block: Json) -> Answer:
    empty: Json = {**block, "text": ""} if block["type"] == "text" else {**block, "input": {}}
    delta: Json = {"type": "text_delta", "text": block.get("text")}
    if block["type"] == "tool_use":
        delta = {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}
    parts: list[Json] = [
        {"type": "message_start", "message": {**whole, "content": [], "stop_reason": None}},
        {"type": "content_block_start", "index": 0, "content_block": empty},
        {"type": "content_block_delta", "index": 0, "delta": delta},
        {"type": "content_block_stop", "index": 0},
        {
            "type": "message_delta",
            "delta": {"stop_reason": whole["stop_reason"], "stop_sequence": None},
            "usage": whole["usage"],
        },
        {"type": "message_stop"},
    ]
    return events(parts, named=True)


@anthropic.on("GET", r"/v1/models")
def models(visit: Visit) -> Any:
    """The models there are."""
    names = ("claude-sonnet-4-5", "claude-haiku-4-5")
    rows = [{"type": "model", "id": name, "display_name": name, "created_at": visit.now} for name in names]
    return {"data": rows, "has_more": False, "first_id": names[0], "last_id": names[-1]}
