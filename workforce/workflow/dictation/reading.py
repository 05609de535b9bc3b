"""A dictated worker becomes what a planner answers; what cannot be read comes back as issues that can be repaired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from croniter import croniter
from pydantic import ValidationError

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks.spec import unknowns
from workforce.workflow.dictation.form import (
    Dictated,
    DictatedQuestion,
    DictatedRhythm,
    DictatedSchedule,
    DictatedStep,
    DictatedTrigger,
)
from workforce.workflow.dictation.links import links
from workforce.workflow.dictation.values import Mistake, ValueReader
from workforce.workflow.schedule import WEEKDAYS, Cron, Every, Schedule
from workforce.workflow.spec import (
    Brief,
    Choice,
    Issue,
    OnFailure,
    Planned,
    Question,
    Refusal,
    Step,
    Trigger,
    WorkerSpec,
)

MOST_ISSUES = 30


@dataclass(frozen=True, slots=True)
class Dictation:
    """What was read: `planned`, or what stands in the way."""

    planned: Planned | None
    issues: tuple[Issue, ...] = ()


def read(given: Any, catalogue: Catalogue, timezone: str) -> Dictation:
    """Read a dictated answer (`form.Dictated` as JSON). Never raises for what a model may have written."""
    try:
        dictated = Dictated.model_validate(given)
    except ValidationError as error:
        return Dictation(None, tuple(_malformed(error)))
    brief = _brief(dictated)
    if dictated.outcome == "refused":
        said = dictated.refusal
        refusal = Refusal(reason=said.reason, instead=said.instead) if said else Refusal(reason=brief.objective)
        return Dictation(Planned(brief=brief, refusal=refusal))
    if not dictated.triggers:
        return _without_spec(dictated, brief)
    return _with_spec(dictated, brief, catalogue, timezone)


def _without_spec(dictated: Dictated, brief: Brief) -> Dictation:
    if dictated.outcome == "questions" and dictated.questions:
        questions = [_question(question, essential=True) for question in dictated.questions]
        return Dictation(Planned(brief=brief, questions=questions))
    issue = Issue(code="no_trigger", message="Nothing starts the worker.", fix="Add a trigger, or ask questions.")
    return Dictation(None, (issue,))


def _with_spec(dictated: Dictated, brief: Brief, catalogue: Catalogue, timezone: str) -> Dictation:
    values = ValueReader([*(trigger.id for trigger in dictated.triggers), *(step.id for step in dictated.steps)])
    triggers = [_trigger(trigger, values) for trigger in dictated.triggers]
    steps = [_step(step, dictated, catalogue, values) for step in dictated.steps]
    if values.mistakes:
        return Dictation(None, tuple(_issue(mistake) for mistake in values.mistakes[:MOST_ISSUES]))
    all_essential = dictated.outcome == "questions" and not any(q.essential for q in dictated.questions)
    spec = WorkerSpec(
        name=dictated.name.strip() or brief.objective[:60],
        objective=brief.objective,
        language=dictated.language,
        timezone=timezone,
        triggers=triggers,
        steps=steps,
        questions=[
            _question(question, essential=question.essential or all_essential, about=_about(question, triggers, steps))
            for question in _once(dictated.questions)
        ],
        assumptions=dictated.assumptions,
        risks=dictated.risks,
    )
    return Dictation(Planned(brief=brief, spec=spec))


# --- parts ------------------------------------------------------------------------------------------------


def _trigger(given: DictatedTrigger, values: ValueReader) -> Trigger:
    place = f"triggers.{given.id}"
    return Trigger(
        id=given.id,
        operation=given.operation,
        title=given.title,
        inputs=values.inputs(given.inputs, f"{place}.inputs"),
        schedule=_schedule(given.schedule, f"{place}.schedule", values) if given.schedule else None,
    )


def _step(given: DictatedStep, dictated: Dictated, catalogue: Catalogue, values: ValueReader) -> Step:
    place = f"steps.{given.id}"
    return Step(
        id=given.id,
        operation=given.operation,
        title=given.title,
        inputs=values.inputs(given.inputs, f"{place}.inputs"),
        after=links(given, dictated, catalogue, values.mistakes),
        on_failure=OnFailure(do=given.on_failure),
        serves=given.serves,
        port=given.port,
        once=given.once,
        confidence=given.confidence,
        alternatives=given.alternatives,
    )


def _schedule(given: DictatedSchedule, place: str, values: ValueReader) -> Schedule | None:
    rules: list[Cron | Every] = []
    for number, rule in enumerate(given.rules):
        if isinstance(rule, DictatedRhythm):
            rules.append(_rhythm(rule))
        elif len(rule.split()) == 5 and croniter.is_valid(rule):
            rules.append(Cron(expression=" ".join(rule.split())))
        else:
            fix = "Write minute hour day month weekday, for example 0 9 * * 1."
            values.mistakes.append(Mistake(f"{place}.rules.{number}", f"“{rule}” is not a cron expression.", fix))
    try:
        return Schedule(rules=rules, only=given.only) if rules else None
    except ValidationError:
        fix = "Use first_working_day, last_working_day, last_day_of_month or for example first_monday."
        values.mistakes.append(Mistake(f"{place}.only", f"“{given.only}” is no calendar condition.", fix))
        return None


def _rhythm(rule: DictatedRhythm) -> Every:
    hour, minute = (int(part) for part in rule.at.split(":"))
    days = [WEEKDAYS.index(day) for day in rule.weekdays]
    return Every(
        n=rule.every,
        unit=rule.unit,
        weekdays=days,
        day_of_month=rule.day_of_month,
        hour=min(hour, 23),
        minute=min(minute, 59),
    )


# --- what is open -----------------------------------------------------------------------------------------


def _once(questions: list[DictatedQuestion]) -> Iterator[DictatedQuestion]:
    """Each key once, the first wins."""
    yield from {question.key: question for question in reversed(questions)}.values()


def _question(given: DictatedQuestion, *, essential: bool, about: str = "") -> Question:
    return Question(
        key=given.key,
        text=given.text,
        why=given.why,
        about=about,
        answer_kind="choice" if given.choices else "text" if given.answer == "choice" else given.answer,
        choices=[Choice(value=choice, label=choice) for choice in given.choices],
        default=given.default,
        essential=essential,
    )


def _about(given: DictatedQuestion, triggers: list[Trigger], steps: list[Step]) -> str:
    """The part it is about: as said, else the one that waits for the answer, else the first trigger."""
    parts: list[Step | Trigger] = [*triggers, *steps]
    if any(part.id == given.about for part in parts):
        return given.about
    for part in parts:
        if any(unknown.question == given.key for value in part.inputs.values() for unknown in unknowns(value)):
            return part.id
    return triggers[0].id


def _brief(dictated: Dictated) -> Brief:
    said = dictated.brief
    return Brief(
        **said.model_dump(),
        assumptions=dictated.assumptions,
        open_questions=[question.text for question in dictated.questions],
    )


# --- issues -----------------------------------------------------------------------------------------------


def _issue(mistake: Mistake) -> Issue:
    return Issue(
        code="dictation",
        step=[*mistake.place.split("."), ""][1],
        message=f"{mistake.place}: {mistake.message}",
        fix=mistake.fix,
    )


def _malformed(error: ValidationError) -> Iterator[Issue]:
    for one in error.errors(include_url=False, include_input=False)[:MOST_ISSUES]:
        place = ".".join(str(part) for part in one["loc"]) or "answer"
        yield Issue(code="dictation", message=f"{place}: {one['msg']}")
