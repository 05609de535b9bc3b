"""A person's answers and edits become the next spec. Nothing is changed in place; each verb gives a new spec."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from pydantic import JsonValue

from workforce.core.errors import InvalidInput
from workforce.workflow import schedule
from workforce.workflow.explain.fields import SCHEDULE
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.explain.sentences import near_of
from workforce.workflow.explain.values import Voice, retold
from workforce.workflow.spec import (
    Choice,
    Group,
    Link,
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

LONGEST_ANSWER = 10_000
ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
Part = Step | Trigger


def answer(spec: WorkerSpec, key: str, value: str) -> WorkerSpec:
    """The spec with one question answered; the question is gone, those that the chosen way raises are added.

    Raises `InvalidInput` (field: the question's key) when the answer cannot be used or nobody asked.
    """
    question = next((q for q in spec.questions if q.key == key), None)
    if question is None:
        raise InvalidInput("This question is no longer open. Reload the page to see what is.", field=key)
    text = value.strip() or question.default
    if not text:
        raise InvalidInput("Please give an answer here.", field=key)
    if len(text) > LONGEST_ANSWER:
        raise InvalidInput(f"That is too long; please stay below {LONGEST_ANSWER:,} characters.", field=key)
    if question.answer_kind == "schedule":
        return _without(_reschedule(spec, question.about, text, key), key)
    if question.answer_kind == "choice" and question.choices:
        choice = _chosen(question, text)
        spec = _take(spec, question, choice)
        return _fill(_without(spec, key), key, choice.value)
    return _fill(_without(spec, key), key, _read(question, text))


def edit(spec: WorkerSpec, step: str, path: str, value: str) -> WorkerSpec:
    """The spec with one editable field changed. Raises `InvalidInput` (field: `step.path`)."""
    part, field = spec.step(step), f"{step}.{path}"
    if part is None:
        raise InvalidInput("This step is no longer part of the plan. Reload the page.", field=field)
    if path == SCHEDULE:
        return _reschedule(spec, step, value, field)
    text = value.strip()
    if len(text) > LONGEST_ANSWER:
        raise InvalidInput(f"That is too long; please stay below {LONGEST_ANSWER:,} characters.", field=field)
    name, *rest = path.split(".")
    if name not in part.inputs:
        raise InvalidInput("This value is no longer part of the plan. Reload the page.", field=field)
    voice = Voice.of(spec, phrases_of(spec.language), near_of(spec, part))
    changed = _changed(part.inputs[name], rest, text, voice, field)
    return _put(spec, part, {**part.inputs, name: changed})


# --- what an answer must look like ------------------------------------------------------------------------


def _read(question: Question, text: str) -> JsonValue:
    match question.answer_kind:
        case "email":
            return _addresses(text, question.key)
        case "url":
            return address_of_page(text, question.key)
        case "number":
            return number(text, question.key)
    return text


def _addresses(text: str, field: str) -> str:
    """One or more e-mail addresses, separated by commas."""
    addresses = [part.strip() for part in re.split(r"[,;\s]+", text) if part.strip()]
    wrong = next((part for part in addresses if not ADDRESS.fullmatch(part)), None)
    if wrong is not None:
        raise InvalidInput(f"“{wrong}” is not an e-mail address. Write it like name@company.com.", field=field)
    return ", ".join(addresses)


def address_of_page(text: str, field: str) -> str:
    """A web address; a missing `https://` is added."""
    url = text if "://" in text else f"https://{text}"
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or "") or re.search(r"\s", url):
        raise InvalidInput(f"“{text}” is not a web address. Write it like https://example.com/page.", field=field)
    return url


def number(text: str, field: str) -> int | float:
    """A number as people write it: `1,500`, `2.5`, `12 %`."""
    match = re.fullmatch(r"[^\d\-+]*([-+]?\d[\d\s,.']*)\D*", text)
    digits = re.sub(r"[\s']", "", match.group(1)) if match else ""
    if re.fullmatch(r"[-+]?\d{1,3}([,.]\d{3})+", digits):
        digits = re.sub(r"[,.]", "", digits)
    try:
        found = float(digits.replace(",", "."))
    except ValueError:
        raise InvalidInput(f"“{text}” is not a number. Write digits only, like 500.", field=field) from None
    return int(found) if found.is_integer() else found


def _chosen(question: Question, text: str) -> Choice:
    wanted = text.lower()
    for choice in question.choices:
        if wanted in (choice.value.lower(), choice.label.lower()):
            return choice
    offered = ", ".join(choice.label for choice in question.choices)
    raise InvalidInput(f"Please choose one of: {offered}.", field=question.key)


# --- the next spec ----------------------------------------------------------------------------------------


def _without(spec: WorkerSpec, key: str) -> WorkerSpec:
    return spec.model_copy(update={"questions": [q for q in spec.questions if q.key != key]})


def _take(spec: WorkerSpec, question: Question, choice: Choice) -> WorkerSpec:
    """The chosen step in the place of the one the question is about, and the questions it raises."""
    known = {q.key for q in spec.questions}
    raised = [q for q in choice.questions if q.key not in known]
    spec = spec.model_copy(update={"questions": [*spec.questions, *raised]})
    return _replace_step(spec, question.about, choice.step) if choice.step is not None else spec


def _replace_step(spec: WorkerSpec, ident: str, new: Step) -> WorkerSpec:
    """Put a step in the place of another; arrows and references to the old one lead to it."""
    old = spec.step(ident)
    if not isinstance(old, Step):
        raise InvalidInput("This step is no longer part of the plan. Reload the page.", field=ident)
    update: dict[str, Any] = {"after": new.after or old.after}
    new = new.model_copy(update=update)
    steps = [new if step.id == ident else step for step in spec.steps]
    if new.id != ident:
        steps = [_renamed(step, ident, new.id) for step in steps]
        questions = [q.model_copy(update={"about": new.id}) if q.about == ident else q for q in spec.questions]
        spec = spec.model_copy(update={"questions": questions})
    return spec.model_copy(update={"steps": steps})


def _renamed(step: Step, old: str, new: str) -> Step:
    def follow(value: Value) -> Value:
        return value.model_copy(update={"step": new}) if isinstance(value, Ref) and value.step == old else value

    return step.model_copy(
        update={
            "after": [
                Link(step=new, output=link.output, input=link.input) if link.step == old else link
                for link in step.after
            ],
            "serves": new if step.serves == old else step.serves,
            "inputs": {name: mapped(value, follow) for name, value in step.inputs.items()},
        }
    )


def _fill(spec: WorkerSpec, key: str, value: JsonValue) -> WorkerSpec:
    """Every `Unknown` of that question becomes the value."""

    def known(inner: Value) -> Value:
        return Literal(value=value) if isinstance(inner, Unknown) and inner.question == key else inner

    return _over_parts(spec, known)


def _over_parts(spec: WorkerSpec, change: Callable[[Value], Value]) -> WorkerSpec:
    def through(part: Part) -> Part:
        return part.model_copy(update={"inputs": {name: mapped(value, change) for name, value in part.inputs.items()}})

    return spec.model_copy(
        update={"triggers": [through(t) for t in spec.triggers], "steps": [through(s) for s in spec.steps]}
    )


def mapped(value: Value, change: Callable[[Value], Value]) -> Value:
    """A value with every value inside it changed, innermost first."""
    match value:
        case Group(fields=fields):
            return change(Group(fields={name: mapped(inner, change) for name, inner in fields.items()}))
        case Many(items=items):
            return change(Many(items=[mapped(item, change) for item in items]))
        case Locator(value=inner):
            filled = mapped(inner, change)
            name = str(filled.value) if isinstance(inner, Unknown) and isinstance(filled, Literal) else value.name
            return change(value.model_copy(update={"value": filled, "name": name}))
        case Template(parts=parts):
            pieces = [p if isinstance(p, str) else change(p) for p in parts]
            return change(Template(parts=[p for p in pieces if isinstance(p, str | Ref | Moment)]))
    return change(value)


def _put(spec: WorkerSpec, part: Part, inputs: dict[str, Value], **more: Any) -> WorkerSpec:
    new = part.model_copy(update={"inputs": inputs, **more})
    return spec.model_copy(
        update={
            "triggers": [new if t.id == part.id else t for t in spec.triggers],
            "steps": [new if s.id == part.id else s for s in spec.steps],
        }
    )


def _reschedule(spec: WorkerSpec, ident: str, text: str, field: str) -> WorkerSpec:
    """A new rhythm for a trigger, read from what a person typed."""
    triggers = [t for t in spec.triggers if t.schedule is not None]
    trigger = next((t for t in triggers if t.id == ident), triggers[0] if triggers else None)
    if trigger is None:
        raise InvalidInput("This worker does not run on a schedule.", field=field)
    try:
        rhythm = schedule.from_text(text, spec.language, spec.timezone)
    except InvalidInput as error:
        raise InvalidInput(error.sentence, field=field, detail=error.detail) from error
    return _put(spec, trigger, trigger.inputs, schedule=rhythm)


def _changed(value: Value, path: list[str], text: str, voice: Voice, field: str) -> Value:
    """A value with the one at `path` inside it changed to what was typed."""
    match value:
        case Group(fields=fields) if path and path[0] in fields:
            return Group(fields={**fields, path[0]: _changed(fields[path[0]], path[1:], text, voice, field)})
        case Many(items=items) if path and path[0].isdigit() and int(path[0]) < len(items):
            at = int(path[0])
            return Many(
                items=[_changed(v, path[1:], text, voice, field) if i == at else v for i, v in enumerate(items)]
            )
        case Literal(value=str() | int() | float() as old) if not path and not isinstance(old, bool):
            return Literal(value=_like(old, text, field))
        case Template() if not path:
            return retold(text, value, voice)
        case Locator() if not path:
            if not text:
                raise InvalidInput("Please give a name or an address here.", field=field)
            return Locator(mode=_mode(value, text), value=Literal(value=text), name="" if "://" in text else text)
    raise InvalidInput("This value is no longer part of the plan. Reload the page.", field=field)


def _like(old: str | int | float, text: str, field: str) -> JsonValue:
    """What was typed, of the kind that was there."""
    if isinstance(old, int | float):
        return number(text, field)
    if ADDRESS.fullmatch(old.strip()):
        return _addresses(text, field)
    if old.startswith(("http://", "https://")) and " " not in old:
        return address_of_page(text, field)
    return text


def _mode(old: Locator, text: str) -> str:
    if "://" in text:
        return "url"
    return "list" if old.mode == "url" else old.mode
