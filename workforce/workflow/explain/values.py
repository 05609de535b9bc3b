"""Values in words, and back: what people read in sentences and type into fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workforce.workflow.explain.phrases import Phrases
from workforce.workflow.spec import (
    Expression,
    Group,
    Literal,
    Locator,
    Many,
    Moment,
    Ref,
    Template,
    Unknown,
    Value,
    WorkerSpec,
)

WRAPPERS = {"body", "json", "data"}
ROWS = {
    "values",
    "value",
    "rules",
    "parameters",
    "property",
    "attributes",
    "categories",
    "sortField",
    "fieldToAggregate",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the language's phrases, the titles of steps, what the open questions ask."""

    phrases: Phrases
    titles: Mapping[str, str]
    questions: Mapping[str, str]
    near: frozenset[str] = frozenset()

    @classmethod
    def of(cls, spec: WorkerSpec, phrases: Phrases, near: frozenset[str] = frozenset()) -> Voice:
        """The voice for a spec. near: steps whose data needs no "from …" (the one right before)."""
        titles = {t.id: t.title for t in spec.triggers} | {s.id: s.title for s in spec.steps}
        return cls(phrases, titles, {key: question.text for key, question in spec.asked().items()}, near)


def words(value: Value, voice: Voice) -> str:
    """A value in words."""
    match value:
        case Literal(value=plain):
            return _plain(plain, voice)
        case Ref():
            return reference(value, voice)
        case Moment():
            return moment(value, voice)
        case Template(parts=parts):
            return "".join(p if isinstance(p, str) else f"[{words(p, voice)}]" for p in parts)
        case Unknown():
            return voice.phrases.say("open", question=voice.questions.get(value.question, value.question))
        case Locator():
            return value.name or words(value.value, voice)
        case Group(fields=fields):
            if "operator" in fields and "leftValue" in fields:
                return condition(value, voice)
            if "conditions" in fields:
                return conditions(value, voice)
            if set(fields) >= {"aggregation", "field"}:
                return _row(fields, "aggregation", "of", "field", voice=voice)
            if set(fields) >= {"column", "condition"}:
                return _row(fields, "column", "condition", "value", voice=voice)
            if "fieldLabel" in fields:
                return _row(fields, "fieldLabel", voice=voice)
            if "fieldName" in fields:
                return _row(fields, "fieldName", voice=voice)
            return "; ".join(_entry(name, inner, voice) for name, inner in fields.items() if _matters(name, inner))
        case Many(items=items):
            return ", ".join(words(item, voice) for item in items)
        case Expression(text=text):
            return text
    raise TypeError(value)


def _plain(plain: object, voice: Voice) -> str:
    if isinstance(plain, bool):
        return voice.phrases.say("yes" if plain else "no")
    if isinstance(plain, list):
        return ", ".join(_plain(item, voice) for item in plain)
    if isinstance(plain, dict):
        return "; ".join(f"{humanised(str(name))}: {_plain(inner, voice)}" for name, inner in plain.items())
    return str(plain)


def _row(fields: Mapping[str, Value], *told: str, voice: Voice) -> str:
    """A row of a collection: some fields as they are (`of` comes from the phrases), the rest in brackets."""
    said = [
        voice.phrases.say("of") if name == "of" else words(fields[name], voice)
        for name in told
        if name == "of" or name in fields
    ]
    rest = {name: value for name, value in fields.items() if name not in told}
    return " ".join(said) + (f" ({words(Group(fields=rest), voice)})" if rest else "")


def _entry(name: str, value: Value, voice: Voice) -> str:
    text = words(value, voice)
    return text if name in ROWS else f"{humanised(name)}: {text}"


def _matters(name: str, value: Value) -> bool:
    """Bookkeeping of n8n's own (how columns are mapped, which rows have names) is no news to a person."""
    return name not in ("mappingMode", "schema", "renameOutput") and value != Literal(value=[])


def humanised(name: str) -> str:
    """`chatId` → `chat id`; names with blanks stay as they are."""
    if " " in name:
        return name
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_+", " ", name).strip().lower() or name


def reference(ref: Ref, voice: Voice) -> str:
    """`amount from “An order arrives”`, `the number of items from …`."""
    step = voice.titles.get(ref.step, ref.step)
    parts = ref.path.split(".")
    shown = parts[1:] if len(parts) > 1 and parts[0] in WRAPPERS else parts
    path = " ".join(humanised(part) for part in shown)
    if ref.take == "count":
        return voice.phrases.say("items", step=step)
    if not ref.path:
        return voice.phrases.say("everything", step=step)
    if ref.take == "item" and ref.step in voice.near:
        return path
    return voice.phrases.say({"item": "named", "first": "first", "all": "all"}[ref.take], path=path, step=step)


def moment(value: Moment, voice: Voice) -> str:
    """`7 days ago`, `the start of the month, …`."""
    say = voice.phrases.say
    shifts = [
        say("ago" if n < 0 else "ahead", n=abs(n), unit=unit if abs(n) > 1 else unit.rstrip("s"))
        for unit, n in value.shift.items()
    ]
    text = ", ".join(shifts) or say("today" if value.snap == "day" or value.format else "now")
    if value.snap and (value.snap != "day" or shifts):
        text = say("start", unit=value.snap, moment=text)
    return say("written", moment=text, format=value.format) if value.format else text


def conditions(value: Group, voice: Voice) -> str:
    """A whole `conditions` input: its rows joined by and / or."""
    rows = value.fields["conditions"]
    combine = value.fields.get("combinator", Literal(value="and"))
    joint = voice.phrases.say("or" if combine == Literal(value="or") else "and")
    rest = {name: inner for name, inner in value.fields.items() if name not in ("conditions", "combinator", "options")}
    text = f" {joint} ".join(words(row, voice) for row in (rows.items if isinstance(rows, Many) else [rows]))
    return f"{text} ({words(Group(fields=rest), voice)})" if rest.keys() - {"renameOutput"} else text


def condition(value: Group, voice: Voice) -> str:
    """One row: `amount is greater than 500`."""
    operator = value.fields["operator"]
    how = operator.value if isinstance(operator, Literal) and isinstance(operator.value, dict) else {}
    operation = str(how.get("operation", ""))
    verb = voice.phrases.operators.get(operation, humanised(operation))
    left = words(value.fields["leftValue"], voice)
    if how.get("singleValue"):
        return f"{left} {verb}"
    right = words(value.fields["rightValue"], voice) if "rightValue" in value.fields else ""
    return f"{left} {verb} {right}".rstrip()


# --- the way back -----------------------------------------------------------------------------------------


def retold(text: str, old: Template, voice: Voice) -> Template:
    """A template that a person edited: `[amount]` is the reference it was before; other brackets are text."""
    known = {f"[{words(part, voice)}]": part for part in old.parts if not isinstance(part, str)}
    if not known:
        return Template(parts=[text])
    pieces = re.split("(" + "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True)) + ")", text)
    return Template(parts=[known.get(piece, piece) for piece in pieces if piece])
