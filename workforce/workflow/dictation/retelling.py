"""The way back: a spec as a model would dictate it, so that one can be shown to it and changed."""

from __future__ import annotations

from typing import Any, TypeVar

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.dictation.form import Json
from workforce.workflow.dictation.reading import read
from workforce.workflow.dictation.values import PLACEHOLDER
from workforce.workflow.schedule import WEEKDAYS, Every, Schedule
from workforce.workflow.spec import (
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

EMPTY: tuple[object, ...] = ("", [], {}, None, False)


def dictated(spec: WorkerSpec) -> Json:
    """A spec in the form of `form.Dictated`; reading it gives the spec again, up to its time zone."""
    return {
        "outcome": "workflow",
        "brief": {"objective": spec.objective},
        "name": spec.name,
        "language": spec.language,
        "triggers": [_trigger(trigger) for trigger in spec.triggers],
        "steps": [_step(step) for step in spec.steps],
        "questions": [_question(question) for question in spec.questions],
        "assumptions": spec.assumptions,
        "risks": spec.risks,
    }


def _trigger(trigger: Trigger) -> Json:
    said: Json = {"id": trigger.id, "operation": trigger.operation, "title": trigger.title}
    said |= {"inputs": _inputs(trigger.inputs)} if trigger.inputs else {}
    return said | ({"schedule": _schedule(trigger.schedule)} if trigger.schedule else {})


def _step(step: Step) -> Json:
    after = [_arrow(link.step, link.output, link.input) for link in step.after]
    said: Json = {
        "id": step.id,
        "operation": step.operation,
        "title": step.title,
        "inputs": _inputs(step.inputs),
        "after": after,
        "serves": step.serves,
        "port": step.port,
        "on_failure": "" if step.on_failure.do == "stop" else step.on_failure.do,
        "once": step.once,
    }
    return {name: value for name, value in said.items() if value not in EMPTY}


def _arrow(step: str, output: int, into: int) -> str | Json:
    if into:
        return {"step": step, "output": output, "input": into}
    return f"{step}:{output}" if output else step


def _schedule(schedule: Schedule) -> Json:
    rules: list[Any] = []
    for rule in schedule.rules:
        if not isinstance(rule, Every):
            rules.append(rule.expression)
            continue
        days = {"weekdays": [WEEKDAYS[day] for day in rule.weekdays]} if rule.weekdays else {}
        at = f"{rule.hour:02}:{rule.minute:02}"
        rules.append({"every": rule.n, "unit": rule.unit, "day_of_month": rule.day_of_month, "at": at, **days})
    return {"rules": rules, **({"only": schedule.only} if schedule.only else {})}


def _question(question: Question) -> Json:
    return {
        "key": question.key,
        "text": question.text,
        "why": question.why,
        "about": question.about,
        "answer": question.answer_kind,
        "choices": [choice.label for choice in question.choices],
        "default": question.default,
        "essential": question.essential,
    }


def _inputs(inputs: dict[str, Value]) -> Json:
    return {name: _value(value) for name, value in inputs.items()}


def _value(value: Value) -> Any:
    match value:
        case Literal(value=plain):
            return {"literal": plain} if _needs_care(plain) else plain
        case Ref():
            return {"from": value.step, "field": value.path, "take": value.take}
        case Moment():
            return {"now": value.model_dump(exclude={"kind"}, exclude_defaults=True)}
        case Template(parts=parts):
            said = "".join(part if isinstance(part, str) else _inside(part) for part in parts)
            braces = any(mark in part for part in parts if isinstance(part, str) for mark in ("{{", "}}"))
            return {"literal": said} if braces else said  # the form cannot say braces beside a reference
        case Unknown():
            return {"ask": value.question, "stand_in": value.stand_in}
        case Locator():
            return {"by": value.mode, "value": _value(value.value), "name": value.name}
        case Group(fields=fields):
            return _group(fields)
        case Many(items=items):
            return [_value(item) for item in items]
    return {"literal": value.text}


def _needs_care(plain: object) -> bool:
    """Whether a plain value would be read as something else."""
    return isinstance(plain, dict | list) or (isinstance(plain, str) and PLACEHOLDER.search(plain) is not None)


def _group(fields: dict[str, Value]) -> Json:
    operator, rows = fields.get("operator"), fields.get("conditions")
    if isinstance(operator, Literal) and isinstance(operator.value, dict) and "leftValue" in fields:
        how = operator.value
        said = {"left": _value(fields["leftValue"]), "is": how.get("operation"), "type": how.get("type")}
        return said | ({"right": _value(fields["rightValue"])} if "rightValue" in fields else {})
    if isinstance(rows, Many) and set(fields) <= {"conditions", "combinator"}:
        either = fields.get("combinator") == Literal(value="or")
        return {"any" if either else "all": [_value(row) for row in rows.items]}
    return _inputs(fields)


def _inside(part: Ref | Moment) -> str:
    if isinstance(part, Ref):
        take = "" if part.take == "item" else f"{part.take} "
        return f"{{{{{take}{part.step}{'.' + part.path if part.path else ''}}}}}"
    shifts = "".join(f" {'-' if n < 0 else '+'} {abs(n)} {unit}" for unit, n in part.shift.items())
    snap = f" start of {part.snap}" if part.snap else ""
    return f"{{{{now{shifts}{snap}{f' as {chr(34)}{part.format}{chr(34)}' if part.format else ''}}}}}"


# --- what the form cannot say ---------------------------------------------------------------------------------


def restored(before: WorkerSpec, after: WorkerSpec, catalogue: Catalogue) -> WorkerSpec:
    """A changed spec with all that was not changed exactly as it was: the form says some values less precisely."""
    planned = read(dictated(before), catalogue, before.timezone).planned
    retold = planned.spec if planned is not None else None
    if retold is None:
        return after
    questions = {question.key: question for question in before.questions}
    again = {question.key: question for question in retold.questions}
    asked = [questions[q.key] if again.get(q.key) == q else q for q in after.questions]
    places = {key: place for place, key in enumerate(questions)}
    return after.model_copy(
        update={
            "triggers": [_as_it_was(trigger, before, retold) for trigger in after.triggers],
            "steps": [_as_it_was(step, before, retold) for step in after.steps],
            "questions": sorted(asked, key=lambda question: places.get(question.key, len(places))),
            "timezone": before.timezone,
            "origin": before.origin,
        }
    )


Part = TypeVar("Part", Step, Trigger)


def _as_it_was(part: Part, before: WorkerSpec, retold: WorkerSpec) -> Part:
    """A step with the inputs, and all else, that came back as they were sent."""
    old, sent = before.step(part.id), retold.step(part.id)
    if old is None or sent is None or type(old) is not type(part) or old.operation != part.operation:
        return part
    fields = [name for name in type(part).model_fields if name not in ("inputs", "id")]
    same = {name: getattr(old, name) for name in fields if getattr(part, name) == getattr(sent, name)}
    inputs = {
        name: old.inputs[name] if sent.inputs.get(name) == value and name in old.inputs else value
        for name, value in part.inputs.items()
    }
    return part.model_copy(update={**same, "inputs": inputs})
