"""The way back: a spec as a model would dictate it, so that one can be shown to it and changed."""

from __future__ import annotations

from typing import Any

from workforce.workflow.dictation.form import Json
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
            return "".join(part if isinstance(part, str) else _inside(part) for part in parts)
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
