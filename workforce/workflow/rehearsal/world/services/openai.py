"""OpenAI, and the many services that speak its language: chat completions, responses, embeddings, images, speech."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any

from workforce.workflow.rehearsal.world.ai.question import Question, Tool, said_by, text_of
from workforce.workflow.rehearsal.world.ai.thinking import Thought, thought
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, text_answer
from workforce.workflow.rehearsal.world.files import PNG
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

openai = Service("OpenAI", r"api\.openai\.com|.+\.openai\.azure\.com")
mistral = Service("Mistral AI", r"api\.mistral\.ai")
openrouter = Service("OpenRouter", r"openrouter\.ai")
groq = Service("Groq", r"api\.groq\.com")
deepseek = Service("DeepSeek", r"api\.deepseek\.com")
xai = Service("xAI Grok", r"api\.x\.ai")
perplexity = Service("Perplexity", r"api\.perplexity\.ai")
SPEAKERS = (openai, mistral, openrouter, groq, deepseek, xai, perplexity)
Json = dict[str, Any]


def question_of(body: Json, messages: list[Any]) -> Question:
    """The question in a body of chat completions or responses."""
    form = body.get("response_format") or (body.get("text") or {}).get("format") or {}
    schema = form.get("schema") or (form.get("json_schema") or {}).get("schema")
    tools = [_tool(tool) for tool in body.get("tools") or () if tool.get("type") == "function"]
    results = [
        m
        for m in messages
        if isinstance(m, dict) and (m.get("role") == "tool" or m.get("type") == "function_call_output")
    ]
    choice = body.get("tool_choice")
    forced = (choice.get("function") or choice).get("name", "") if isinstance(choice, dict) else ""
    rules = f"{said_by(messages, 'system', 'developer')}\n{body.get('instructions') or ''}"
    prompt = said_by(messages, "user") or text_of(body.get("prompt"))
    as_json = str(form.get("type", "")).startswith("json")
    return Question(str(body.get("model", "")), rules, prompt, tools, schema, as_json, len(results), forced)


def _tool(tool: Json) -> Tool:
    function = tool.get("function") or tool
    return Tool(str(function.get("name")), function.get("parameters") or {})


def usage(question: Question, answer: Thought) -> tuple[int, int]:
    """Tokens in and out, about."""
    return max(1, len(question.text) // 4), max(1, len(answer.text or json.dumps(answer.arguments)) // 4)


def chat(visit: Visit) -> Any:
    """A chat completion."""
    body = visit.fields
    question = question_of(body, body.get("messages") or [])
    answer = thought(question, visit)
    read, written = usage(question, answer)
    message: Json = {"role": "assistant", "content": answer.text or None, "refusal": None}
    if answer.tool:
        call = {"name": answer.tool, "arguments": json.dumps(answer.arguments, ensure_ascii=False)}
        message["tool_calls"] = [{"id": f"call_{visit.new_id(9)}", "type": "function", "function": call}]
    whole = {
        "id": f"chatcmpl-{visit.new_id(24)}",
        "object": "chat.completion",
        "created": visit.stamp(),
        "model": body.get("model") or "model",
        "choices": [
            {"index": 0, "message": message, "logprobs": None, "finish_reason": "tool_calls" if answer.tool else "stop"}
        ],
        "usage": {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written},
    }
    return _chat_stream(whole, message) if body.get("stream") else whole


def _chat_stream(whole: Json, message: Json) -> Answer:
    delta = {key: value for key, value in message.items() if value is not None}
    if "tool_calls" in delta:
        delta["tool_calls"] = [{"index": n, **call} for n, call in enumerate(delta["tool_calls"])]
    head = {**whole, "object": "chat.completion.chunk"}
    last = {**head, "choices": [{"index": 0, "delta": {}, "finish_reason": whole["choices"][0]["finish_reason"]}]}
    first = {
        **{name: value for name, value in head.items() if name != "usage"},
        "choices": [{"index": 0, "delta": delta, "finish_reason": None}],
    }
    return events([first, last], done=True)


def events(parts: Iterable[Json], *, done: bool = False, named: bool = False) -> Answer:
    """Server-sent events. named: each carries its type as the event's name."""
    lines = [(f"event: {part['type']}\n" if named else "") + f"data: {json.dumps(part)}\n\n" for part in parts]
    return text_answer("".join(lines) + ("data: [DONE]\n\n" if done else ""), "text/event-stream")


@openai.on("POST", r".*/responses")
def responses(visit: Visit) -> Any:
    """A response, the newer form."""
    body, given = visit.fields, visit.fields.get("input")
    messages = [{"role": "user", "content": given}] if isinstance(given, str) else list(given or [])
    question = question_of(body, messages)
    answer = thought(question, visit)
    read, written = usage(question, answer)
    whole = {
        "id": f"resp_{visit.new_id(24)}",
        "object": "response",
        "created_at": visit.stamp(),
        "status": "completed",
        "error": None,
        "incomplete_details": None,
        "instructions": body.get("instructions"),
        "model": body.get("model") or "model",
        "output": [_output(visit, answer)],
        "parallel_tool_calls": True,
        "tools": body.get("tools") or [],
        "tool_choice": "auto",
        "text": body.get("text") or {"format": {"type": "text"}},
        "usage": {"input_tokens": read, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": written,
                  "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": read + written},
        "metadata": {},
    }  # fmt: skip
    return _response_stream(whole) if body.get("stream") else whole


def _output(visit: Visit, answer: Thought) -> Json:
    if answer.tool:
        arguments = json.dumps(answer.arguments, ensure_ascii=False)
        return {"id": f"fc_{visit.new_id()}", "type": "function_call", "call_id": f"call_{visit.new_id(9)}",
                "name": answer.tool, "arguments": arguments, "status": "completed"}  # fmt: skip
    content = [{"type": "output_text", "text": answer.text, "annotations": [], "logprobs": []}]
    return {
        "id": f"msg_{visit.new_id()}",
        "type": "message",
        "role": "assistant",
        "status": "completed",
        "content": content,
    }


def _response_stream(whole: Json) -> Answer:
    item = whole["output"][0]
    parts: list[Json] = [
        {"type": "response.created", "response": {**whole, "status": "in_progress", "output": []}},
        {"type": "response.output_item.added", "output_index": 0, "item": item},
    ]
    if item["type"] == "message":
        text = item["content"][0]["text"]
        parts.append(
            {
                "type": "response.output_text.delta",
                "item_id": item["id"],
                "output_index": 0,
                "content_index": 0,
                "delta": text,
            }
        )
    parts.append({"type": "response.output_item.done", "output_index": 0, "item": item})
    return events([*parts, {"type": "response.completed", "response": whole}], named=True)


@openai.on("GET", r".*/responses/[^/]+")
def finished(visit: Visit) -> Any:
    """A response that was worked on in the background."""
    return {"id": "resp", "status": "completed", "output": [_output(visit, Thought("Done."))]}


def completion(visit: Visit) -> Any:
    """A completion, the oldest form."""
    answer = thought(question_of(visit.fields, []), visit)
    return {
        "id": "cmpl",
        "object": "text_completion",
        "choices": [{"index": 0, "text": answer.text, "finish_reason": "stop"}],
    }


def embeddings(visit: Visit) -> Any:
    """A vector per text."""
    given = visit.fields.get("input", visit.fields.get("inputs"))
    texts = given if isinstance(given, list) else [given]
    size = int(visit.fields.get("dimensions") or (3072 if "large" in str(visit.fields.get("model")) else 1536))
    vectors = [
        [round(visit.cast.dice("vector", text, n % 97).uniform(-1, 1), 4) for n in range(size)] for text in texts
    ]
    rows = [
        {"object": "embedding", "index": n, "embedding": _encoded(visit, vector)} for n, vector in enumerate(vectors)
    ]
    return {
        "object": "list",
        "data": rows,
        "model": visit.fields.get("model"),
        "usage": {"prompt_tokens": 8, "total_tokens": 8},
    }


def _encoded(visit: Visit, vector: list[float]) -> Any:
    if visit.fields.get("encoding_format") != "base64":
        return vector
    import struct

    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def models(visit: Visit) -> Any:
    """The models there are."""
    names = ("gpt-4.1", "gpt-4.1-mini", "gpt-4o", "gpt-4o-mini", "mistral-large-latest", "text-embedding-3-small")
    return {
        "object": "list",
        "data": [{"id": name, "object": "model", "created": 1, "owned_by": "system"} for name in names],
    }


@openai.on("POST", r".*/images/(?:generations|edits|variations)")
def image(visit: Visit) -> Any:
    """A picture."""
    return {
        "created": visit.stamp(),
        "data": [{"b64_json": base64.b64encode(PNG).decode(), "url": "https://images.example.com/made.png"}],
    }


def transcript(visit: Visit) -> Any:
    """What was said in a recording."""
    return {"text": "Hello, this is a short message about our order. Please call me back tomorrow morning."}


@openai.on("POST", r".*/audio/speech")
def speech(visit: Visit) -> Any:
    """A spoken text."""
    return bytes_answer(b"ID3\x03\x00\x00\x00\x00\x00\x00", "audio/mpeg")


def moderation(visit: Visit) -> Any:
    """Nothing wrong with it."""
    return {
        "id": "modr",
        "model": "moderation",
        "results": [{"flagged": False, "categories": {}, "category_scores": {}}],
    }


@openai.on("POST GET", r".*/files(?:/[^/]+)?")
def files(visit: Visit) -> Any:
    """Files, kept by the service."""
    one = {
        "id": "file-1",
        "object": "file",
        "bytes": 5,
        "created_at": visit.stamp(),
        "filename": "a.txt",
        "purpose": "assistants",
    }
    return one if visit.asked.method == "POST" else {"object": "list", "data": [one], "has_more": False}


for _speaker in SPEAKERS:
    _speaker.on("POST", r".*/chat/completions")(chat)
    _speaker.on("POST", r".*/(?<!chat/)completions")(completion)
    _speaker.on("POST", r".*/embeddings")(embeddings)
    _speaker.on("GET", r".*/models")(models)
    _speaker.on("POST", r".*/audio/(?:transcriptions|translations)")(transcript)
    _speaker.on("POST", r".*/moderations")(moderation)
