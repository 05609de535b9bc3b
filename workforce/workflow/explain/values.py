"""Values in words, and back: what people read in sentences and type into fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from workforce.workflow.explain.phrases import Phrases
from workforce.workflow.spec import (
    Expression,
    Group,
    Literal,
    Locator,
    Many,
    Moment,
    Question,
    Ref,
    Step,
    Template,
    Trigger,
    Unknown,
    Value,
    WorkerSpec,
)

WRAPPERS = {"body", "json", "data", "output", "properties", "fields", "payload", "object", "object_attributes"}
SIDE = re.compile(r"^(sum|average|count|min|max)_(.+)")
LONG = 160
PEOPLE = {"from": "sender"}
EXAMPLE = {
    "yyyy": "2026",
    "LLLL": "May",
    "MM": "05",
    "dd": "31",
    "HH": "14",
    "mm": "30",
    "ss": "00",
    "cccc": "Sunday",
    "EEEE": "Sunday",
    "d": "31",
}
ANSWER_OF_AI = {"chain_llm": {"text"}, "agent": {"output"}, "chain_summarization": {"output.text", "response.text"}}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the language's phrases, the titles of steps, what the open questions ask.

    brief: in a sentence (long texts are cut, an origin is told once), not in a field that is typed into.
    told: (step, path) of what has been said with its origin; unclear: names that several things share.
    """

    phrases: Phrases
    titles: Mapping[str, str]
    asked: Mapping[str, Question]
    operations: Mapping[str, str]
    near: frozenset[str] = frozenset()
    brief: bool = False
    told: set[tuple[str, str]] = field(default_factory=set)
    unclear: frozenset[str] = frozenset()

    @classmethod
    def of(cls, spec: WorkerSpec, phrases: Phrases, near: frozenset[str] = frozenset()) -> Voice:
        """The voice for a spec. near: steps whose data needs no "from …" (the one right before)."""
        parts: list[Trigger | Step] = [*spec.triggers, *spec.steps]
        titles = {part.id: part.title for part in parts}
        return cls(phrases, titles, spec.asked(), {part.id: part.operation for part in parts}, near)

    def in_sentences(self, spec: WorkerSpec) -> Voice:
        """The voice that tells the plan, sentence after sentence."""
        named: dict[str, set[tuple[str, str]]] = {}
        parts: list[Trigger | Step] = [*spec.triggers, *spec.steps]
        for part in parts:
            for ref in references(part.inputs.values()):
                named.setdefault(path_in_words(ref.path), set()).add((ref.step, ref.path))
        return replace(self, brief=True, unclear=frozenset(name for name, refs in named.items() if len(refs) > 1))

    def at(self, near: frozenset[str]) -> Voice:
        """The same voice at another step."""
        return replace(self, near=near)


def references(values: Iterable[Value | str]) -> Iterator[Ref]:
    """Every reference inside values."""
    for value in values:
        match value:
            case Ref():
                yield value
            case Template(parts=inner) | Many(items=inner):
                yield from references(inner)
            case Group(fields=fields):
                yield from references(fields.values())
            case Locator(value=inside):
                yield from references([inside])


def words(value: Value, voice: Voice) -> str:
    """A value in words."""
    match value:
        case Literal(value=plain):
            return _shortened(_plain(plain, voice), voice)
        case Ref():
            return reference(value, voice)
        case Moment():
            return moment(value, voice)
        case Template(parts=parts):
            return _shortened("".join(p if isinstance(p, str) else f"[{words(p, voice)}]" for p in parts), voice)
        case Unknown():
            question = voice.asked.get(value.question)
            kind = question.answer_kind if question else "text"
            return voice.phrases.say(f"open_{kind}" if f"open_{kind}" in voice.phrases.phrases else "open")
        case Locator():
            return value.name or words(value.value, voice)
        case Group(fields=fields):
            if "operator" in fields and "leftValue" in fields:
                return condition(value, voice)
            if "conditions" in fields:
                return conditions(value, voice)
            return "; ".join(f"{humanised(name)}: {words(inner, voice)}" for name, inner in fields.items())
        case Many(items=items):
            return ", ".join(words(item, voice) for item in items)
        case Expression(text=text):
            return _shortened(text, voice)
    raise TypeError(value)


def _shortened(text: str, voice: Voice) -> str:
    """In a sentence: on one line, cut between words and never inside brackets."""
    if not voice.brief:
        return text
    text = re.sub(r"(?<=[:.,;!?])\s*\n\s*", " ", text.strip())
    text = " ".join(re.sub(r"\s*\n\s*", " · ", text).split())
    if len(text) <= LONG:
        return text
    cut = text[:LONG].rsplit(" ", 1)[0] if " " in text[:LONG] else text[:LONG]
    if cut.rfind("[") > cut.rfind("]"):
        cut = cut[: cut.rfind("[")]
    return cut.rstrip(" ·,;:") + " …"


def _plain(plain: object, voice: Voice) -> str:
    if isinstance(plain, bool):
        return voice.phrases.say("yes" if plain else "no")
    if isinstance(plain, list):
        return ", ".join(_plain(item, voice) for item in plain)
    if isinstance(plain, dict):
        return "; ".join(f"{humanised(str(name))}: {_plain(inner, voice)}" for name, inner in plain.items())
    return str(plain)


def humanised(name: str) -> str:
    """`chatId` → `chat id`; names with blanks stay as they are."""
    if " " in name:
        return name
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_+", " ", name).strip().lower() or name


def path_in_words(path: str) -> str:
    """`body.customer.name` → `customer name`: without what only wraps and without places in lists."""
    plain = re.sub(r"\[([^\]]*)\]", r".\1", re.sub(r"\[\d+\]", "", path))
    parts = [part for part in plain.split(".") if part]
    while len(parts) > 1 and parts[0] in WRAPPERS:
        parts = parts[1:]
    parts = [part for part in parts if part != "value"] or parts
    return " ".join(dict.fromkeys(" ".join(PEOPLE.get(part, humanised(part)) for part in parts).split(" ")))


def reference(ref: Ref, voice: Voice) -> str:
    """`amount from “An order arrives”`, `the number of items from …`."""
    step = voice.titles.get(ref.step, ref.step)
    if ref.take == "count":
        return voice.phrases.say("items", step=step)
    path = _result(ref, voice) or path_in_words(ref.path)
    if not ref.path and not (voice.brief and ref.step in voice.near and ref.take == "item"):
        return voice.phrases.say("everything", step=step)
    if ref.take != "item":
        return voice.phrases.say("first" if ref.take == "first" else "all", path=path, step=step)
    known = voice.brief and (ref.step, ref.path) in voice.told and path_in_words(ref.path) not in voice.unclear
    voice.told.add((ref.step, ref.path))
    return path if known or ref.step in voice.near else voice.phrases.say("named", path=path, step=step)


def _result(ref: Ref, voice: Voice) -> str:
    """What a step's result is called where its path would say little: an AI's answer, a total, a list."""
    operation, say = voice.operations.get(ref.step, ""), voice.phrases.say
    if not ref.path:
        return say("whole_item")
    if ref.path in ANSWER_OF_AI.get(operation, ()):
        return say("answer")
    if operation == "information_extractor" and ref.path == "output":
        return say("findings")
    if operation == "summarize" and ref.path.startswith("concatenated_"):
        return say("list")
    side = SIDE.match(ref.path) if operation == "summarize" else None
    return say(f"{side[1]}_of", field=humanised(side[2])) if side else ""


def moment(value: Moment, voice: Voice) -> str:
    """`7 days ago`, `the start of the month, …`."""
    say = voice.phrases.say
    if value == Moment(format="cccc"):
        return say("weekday")
    shifts = [
        say("ago" if n < 0 else "ahead", n=abs(n), unit=_unit(unit if abs(n) > 1 else unit.rstrip("s"), voice))
        for unit, n in value.shift.items()
    ]
    text = ", ".join(shifts) or say("today" if value.snap == "day" or value.format else "now")
    if value.snap == "day" and value.shift in ({"days": 1}, {"days": -1}):
        text = say(f"start_{value.shift['days']}")
    elif value.snap and not shifts and value.snap != "day":
        text = say("start_now", unit=_unit(value.snap, voice))
    elif value.snap and shifts:
        text = say("start", unit=_unit(value.snap, voice), moment=text)
    if not value.format:
        return text
    return say("written", moment=text, format=_example(value.format) if voice.brief else value.format)


def _unit(unit: str, voice: Voice) -> str:
    return voice.phrases.settings.get(unit, unit)


def _example(pattern: str) -> str:
    """A date in that format."""
    return re.sub("|".join(EXAMPLE), lambda match: EXAMPLE[match[0]], pattern)


def conditions(value: Group, voice: Voice) -> str:
    """A whole `conditions` input: its rows joined by and / or."""
    rows = value.fields["conditions"]
    combine = value.fields.get("combinator", Literal(value="and"))
    joint = voice.phrases.say("or" if combine == Literal(value="or") else "and")
    return f" {joint} ".join(words(row, voice) for row in (rows.items if isinstance(rows, Many) else [rows]))


def condition(value: Group, voice: Voice) -> str:
    """One row: `amount is above 500`."""
    operator, subject = value.fields["operator"], value.fields["leftValue"]
    how = operator.value if isinstance(operator, Literal) and isinstance(operator.value, dict) else {}
    operation = str(how.get("operation", ""))
    asked = isinstance(subject, Ref) and voice.operations.get(subject.step, "").endswith("send_and_wait")
    if asked and operation in ("true", "false"):
        return voice.phrases.say("approved" if operation == "true" else "declined")
    verb = voice.phrases.operators.get(operation, humanised(operation))
    left = words(subject, voice)
    if how.get("singleValue") or "rightValue" not in value.fields:
        return f"{left} {verb}"
    other = value.fields["rightValue"]
    right = words(other, voice)
    quoted = voice.brief and isinstance(other, Literal) and isinstance(other.value, str)
    if quoted and not re.fullmatch(r"[\d.,: -]+", right):
        right = voice.phrases.say("quoted", text=right)
    return f"{left} {verb} {right}".rstrip()


# --- the way back -----------------------------------------------------------------------------------------


def retold(text: str, old: Template, voice: Voice) -> Template:
    """A template that a person edited: `[amount]` is the reference it was before; other brackets are text.

    Where two references read the same, they keep their order.
    """
    known: dict[str, list[Ref | Moment]] = {}
    for part in old.parts:
        if not isinstance(part, str):
            known.setdefault(f"[{words(part, voice)}]", []).append(part)
    if not known:
        return Template(parts=[text])
    pieces = re.split("(" + "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True)) + ")", text)
    parts: list[str | Ref | Moment] = []
    for piece in pieces:
        meant = known.get(piece)
        if meant is None:
            parts += [piece] if piece else []
        else:
            parts.append(meant.pop(0) if len(meant) > 1 else meant[0])
    return Template(parts=parts)
