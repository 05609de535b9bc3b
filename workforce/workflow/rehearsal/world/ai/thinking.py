# ruff: noqa: E501 - patterns and answers stay readable in one line
"""`thought`: what a simulated model answers: a tool call once, JSON where JSON is asked for, else a short text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from workforce.workflow.rehearsal.plausible import value_named
from workforce.workflow.rehearsal.world.ai.question import Question, Tool
from workforce.workflow.rehearsal.world.ai.schema import instance_of
from workforce.workflow.rehearsal.world.visit import Visit

Json = dict[str, Any]
FINAL = "format_final_json_response"
"""The tool by which n8n's agents give their answer in a form."""
TEXT_FIELDS = ("output", "text", "content", "response", "result", "answer", "message")
_FENCED = re.compile(r"```(?:json)?\s*(\{.*?\})\s*```", re.DOTALL)
_WANTS_JSON = re.compile(r"\bjson\b", re.IGNORECASE)
_CUE = re.compile(
    r"one of|either|only(?: with)?|exactly|categor(?:y|ies)|labels?|classif\w+|answer with|reply with|respond with|entweder|eine[rs]? der|kategorien?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"'“”«»`]([^\"'“”«»`]{1,40})[\"'“”«»`]")
_BETWEEN = re.compile(r",|;|/|\||\b(?:or|oder|ou|o|and|und|as|into|als|in)\b")


@dataclass(frozen=True)
class Thought:
    """An answer: text, or a call of a tool."""

    text: str = ""
    tool: str = ""
    arguments: Json = field(default_factory=dict)


def thought(question: Question, visit: Visit) -> Thought:
    """The answer to a question; the same one for the same place in the same rehearsal."""
    tool = _tool(question)
    if tool is not None:
        return Thought(tool=tool.name, arguments=_arguments(tool, visit, _which(visit, tool.name)))
    which = _which(visit, "answers")
    schema, fenced = question.schema, False
    if schema is None:
        schema, fenced = _schema_in(question.text), True
    if schema is not None:
        text = json.dumps(instance_of(schema, visit, which), ensure_ascii=False)
        return Thought(f"```json\n{text}\n```" if fenced else text)
    example = _example_in(question.text) if question.json or _WANTS_JSON.search(question.text) else None
    if example is not None or question.json:
        return Thought(json.dumps(_like(example or {"answer": ""}, visit, which), ensure_ascii=False))
    return Thought(_text(question, visit, which))


def _which(visit: Visit, what: str) -> int:
    """How many of these there were before, so that one answer after the other takes another choice."""
    given = visit.memory.collection(f"ai/{what}", list)
    given.append({"at": visit.now})
    return len(given) - 1


def _tool(question: Question) -> Tool | None:
    """The tool to call: the forced one; another one once; in the end the one that gives the answer its form."""
    named = {tool.name: tool for tool in question.tools}
    if question.forced in named:
        return named[question.forced]
    others = [tool for tool in question.tools if tool.name != FINAL]
    if others and question.called == 0:
        mentioned = [tool for tool in others if tool.name.lower().replace("_", " ") in question.text.lower()]
        return (mentioned or others)[0]
    return named.get(FINAL)


def _arguments(tool: Tool, visit: Visit, which: int) -> Json:
    made = instance_of({"type": "object", **tool.schema}, visit, which)
    return made if isinstance(made, dict) else {}


def _schema_in(text: str) -> Json | None:
    """A JSON Schema that the prompt's format instructions hold."""
    for candidate in reversed(_FENCED.findall(text)):
        found = _loaded(candidate)
        if isinstance(found, dict) and ("properties" in found or found.get("$schema") or "items" in found):
            return found
    return None


def _example_in(text: str) -> Any:
    """An example of the JSON that is asked for, standing in the prompt."""
    for start in (match.start() for match in re.finditer(r"[{\[]", text)):
        try:
            found, _ = json.JSONDecoder().raw_decode(text[start:])
        except ValueError:
            found = _named_fields(text[start : start + 400])
        if isinstance(found, dict) and found:
            return found
        if isinstance(found, list) and found and isinstance(found[0], dict):
            return found
    listed = re.search(r"(?:keys|fields|properties|feldern?)\s*:?\s*([\w\s,\"'`]+)", text, re.IGNORECASE)
    names = [name.strip(" \"'`") for name in re.split(r",|\band\b|\bund\b", listed[1])] if listed else []
    return {name: "" for name in names if re.fullmatch(r"\w+", name)} or None


def _named_fields(text: str) -> Json:
    """`{subject, body}` and `{"score": number}`: an example that is not quite JSON."""
    inside = re.match(r"\{([^{}]+)\}", text)
    if inside is None or "$json" in text[:20]:
        return {}
    parts = [re.match(r"\s*[\"']?(\w+)[\"']?\s*(?::|$)", part) for part in inside[1].split(",")]
    return {part[1]: "" for part in parts if part} if all(parts) else {}


def _like(example: Any, visit: Visit, which: int, name: str = "") -> Any:
    if isinstance(example, dict):
        return {key: _like(inner, visit, which, key) for key, inner in example.items()}
    if isinstance(example, list):
        return [_like(inner, visit, which + n, name) for n, inner in enumerate(example or [""])]
    wanted = visit.dressing.fields.get(name)
    if wanted:
        return wanted[which % len(wanted)]
    if isinstance(example, bool):
        return True
    if isinstance(example, str) and (choices := [part.strip() for part in example.split("|")])[1:]:
        return choices[which % len(choices)]
    value = value_named(name, which, visit.cast)
    same = isinstance(value, type(example)) or example == ""
    return value if same else example


def _text(question: Question, visit: Visit, which: int) -> str:
    for name in TEXT_FIELDS:
        wanted = [value for value in visit.dressing.fields.get(name, ()) if isinstance(value, str) and value]
        if wanted:
            return wanted[which % len(wanted)]
    choices = _choices(question.text)
    if choices:
        return choices[which % len(choices)]
    return _prose(question.text.lower(), visit, which)


def _choices(text: str) -> list[str]:
    """The answers that a prompt leaves open: `only one of: urgent, normal`, `as either "a" or "b"`."""
    for cue in _CUE.finditer(text):
        rest = re.split(r"[\n.]", text[cue.end() : cue.end() + 200], maxsplit=1)[0]
        for segment in (rest.split(":")[0], *rest.split(":")[1:2]):
            quoted = _QUOTED.findall(segment)
            parts = quoted or [part.strip(" ;()*-") for part in _BETWEEN.split(segment)]
            parts = [part for part in parts if part and not _CUE.fullmatch(part)]
            if len(parts) > 1 and all(len(part.split()) <= 3 for part in parts):
                return parts
    return []


_PROSE: tuple[tuple[str, str], ...] = (
    (r"subject line|betreff", "A short note for {first}"),
    (r"repl(?:y|ies)|respond|antwort|respuesta|reponse|draft|e-?mail|entwurf",
     "Dear {first},\n\nthank you for your message. We have looked into it and will come back to you by tomorrow.\n\nKind regards"),
    (r"translat|übersetz|traduc|tradu[iz]", "Good day, we have received your order and will send it tomorrow."),
    (r"tweet|social|linkedin|instagram|post\b", "Less paperwork, more time for customers: see what changed this week."),
    (r"summar|zusammenfass|resum|résum|digest|key points|overview",
     "Summary:\n- {product} sold best this week\n- Two requests are still open\n- Next step: answer {first} by Friday"),
    (r"sentiment|stimmung|tone", "positive"),
)  # fmt: skip


def _prose(text: str, visit: Visit, which: int) -> str:
    words = {"first": visit.cast.person(which).first, "product": visit.cast.product(which)}
    for pattern, answer in _PROSE:
        if re.search(pattern, text):
            return answer.format(**words)
    return f"All is well: {words['product']} is in demand, and {words['first']} has been told about it."


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
