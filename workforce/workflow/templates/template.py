"""How a template is written: a start, parts one behind the other, and questions for what only a manager knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workforce.workflow import build
from workforce.workflow.checks.spec import unknowns
from workforce.workflow.schedule import Cron, Every, Schedule
from workforce.workflow.spec import Frozen, Link, Question, Step, Trigger, Unknown, Value, WorkerSpec
from workforce.workflow.templates.questions import question_for


class Template(Frozen):
    """A worker to start from. prompt: how a manager would say it; summary: one sentence for the gallery."""

    name: str
    department: str
    summary: str
    prompt: str
    spec: WorkerSpec


@dataclass(frozen=True, slots=True)
class Part:
    """One step to be. after: "id" or "id:output" of what it follows; the part before it without; "" for none."""

    id: str
    operation: str
    title: str
    inputs: dict[str, Value] = field(default_factory=dict)
    after: str | None = None
    serves: str = ""
    port: str = ""
    once: bool = False


def part(ident: str, operation: str, title: str, after: str | None = None, /, **inputs: build.Plain) -> Part:
    """A step by its operation and inputs; plain JSON becomes literals."""
    return Part(ident, operation, title, build.inputs(**inputs), after)


def ask(key: str, stand_in: Any = "") -> Unknown:
    """A value that only the manager knows; `questions` has its words."""
    return Unknown(question=key.replace(":", "_").replace(" ", "_"), stand_in=stand_in or key)


def trigger(operation: str, title: str, /, **inputs: build.Plain) -> Trigger:
    """What starts a worker; its id is `start`."""
    return Trigger(id="start", operation=operation, title=title, inputs=build.inputs(**inputs))


def clock(title: str, *rules: str | Every, only: str = "") -> Trigger:
    """A schedule by cron expressions or rhythms."""
    made = [rule if isinstance(rule, Every) else Cron(expression=rule) for rule in rules]
    return Trigger(id="start", operation="schedule_trigger", title=title, schedule=Schedule(rules=[*made], only=only))


def template(
    name: str, department: str, summary: str, prompt: str, start: Trigger, *parts: Part | tuple[Part, ...]
) -> Template:
    """A template whose parts follow one another."""
    flat = [one for given in parts for one in (given if isinstance(given, tuple) else (given,))]
    steps = list(_linked(flat))
    questions = _questions([start, *steps])
    spec = WorkerSpec(name=name, objective=summary, triggers=[start], steps=steps, questions=questions)
    return Template(name=name, department=department, summary=summary, prompt=prompt, spec=spec)


def _linked(parts: list[Part]) -> Iterator[Step]:
    before = "start"
    for one in parts:
        source, _, output = (before if one.after is None else one.after).partition(":")
        yield Step(
            id=one.id,
            operation=one.operation,
            title=one.title,
            inputs=one.inputs,
            after=[] if one.serves else [Link(step=source, output=int(output or 0))],
            serves=one.serves,
            port=one.port,
            once=one.once,
        )
        before = before if one.serves else one.id


def _questions(parts: list[Step | Trigger]) -> list[Question]:
    """A question for each open value, asked once, about the first part that waits for it."""
    found: dict[str, Question] = {}
    for one in parts:
        for value in one.inputs.values():
            for unknown in unknowns(value):
                found.setdefault(unknown.question, question_for(unknown.question, one.id))
    return list(found.values())
