"""Google Gemini: generateContent and embeddings."""

from __future__ import annotations

import base64
from typing import Any

from workforce.workflow.rehearsal.world.ai.question import Question, Tool, said_by, text_of
from workforce.workflow.rehearsal.world.ai.thinking import thought
from workforce.workflow.rehearsal.world.files import PNG
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.openai import events, usage
from workforce.workflow.rehearsal.world.visit import Visit

gemini = Service("Google Gemini", r"generativelanguage\.googleapis\.com|.*aiplatform\.googleapis\.com")
Json = dict[str, Any]


@gemini.on("POST", r"/v1(?:beta)?/.*models/(?P<model>[^/:]+):(?P<how>generateContent|streamGenerateContent)")
def generate(visit: Visit) -> Any:
    """Content generated from contents."""
    question = question_of(visit.fields, visit.found["model"])
    answer = thought(question, visit)
    read, written = usage(question, answer)
    part: Json = (
        {"functionCall": {"name": answer.tool, "args": answer.arguments}} if answer.tool else {"text": answer.text}
    )
    if "IMAGE" in ((visit.fields.get("generationConfig") or {}).get("responseModalities") or ()):
        part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(PNG).decode()}}
    whole = {
        "candidates": [{"content": {"role": "model", "parts": [part]}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {"promptTokenCount": read, "candidatesTokenCount": written, "totalTokenCount": read + written},
        "modelVersion": visit.found["model"],
    }
    if visit.found["how"] == "generateContent":
        return whole
    return events([whole]) if visit.query.get("alt") == "sse" else [whole]


def question_of(body: Json, model: str) -> Question:
    """The question in a body of generateContent."""
    said = [{"role": "user", **message} for message in body.get("contents") or ()]
    config = body.get("generationConfig") or {}
    schema = config.get("responseSchema") or config.get("responseJsonSchema")
    declared = [d for tool in body.get("tools") or () for d in tool.get("functionDeclarations") or ()]
    tools = [Tool(str(d.get("name")), d.get("parameters") or d.get("parametersJsonSchema") or {}) for d in declared]
    parts = [part for message in said for part in message.get("parts") or ()]
    called = sum("functionResponse" in part for part in parts)
    rules = text_of(body.get("systemInstruction") or body.get("system_instruction"))
    as_json = config.get("responseMimeType") == "application/json"
    return Question(model, rules, said_by(said, "user"), tools, schema, as_json, called)


@gemini.on("POST", r"/v1(?:beta)?/.*:(?P<how>embedContent|batchEmbedContents)")
def embed(visit: Visit) -> Any:
    """A vector per text."""
    count = len(visit.fields.get("requests") or [1])
    rows = [
        {"values": [round(visit.cast.dice("gemini", n, m).uniform(-1, 1), 4) for m in range(768)]} for n in range(count)
    ]
    return {"embeddings": rows} if visit.found["how"] == "batchEmbedContents" else {"embedding": rows[0]}


@gemini.on("GET", r"/v1(?:beta)?/models")
def models(visit: Visit) -> Any:
    """The models there are."""
    methods = ["generateContent", "embedContent"]
    names = ("gemini-2.5-flash", "gemini-2.5-pro")
    return {
        "models": [
            {"name": f"models/{name}", "displayName": name, "supportedGenerationMethods": methods} for name in names
        ]
    }
