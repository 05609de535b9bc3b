"""The built-in planner: from a prompt to a spec, without a key, without a network, the same each time."""

from __future__ import annotations

import re
from functools import lru_cache

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.language.words import fold
from workforce.workflow.planner.asking import essential_questions
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.briefing import brief
from workforce.workflow.planner.cleaning import clean, steers
from workforce.workflow.planner.flow import Flow, build
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.jobs import jobs
from workforce.workflow.planner.naming import worker_name
from workforce.workflow.planner.reading import read
from workforce.workflow.planner.refusals import refusal
from workforce.workflow.planner.sayings import CUT
from workforce.workflow.planner.services import Services
from workforce.workflow.planner.thread import unthreaded
from workforce.workflow.planner.triggers import begin
from workforce.workflow.spec import Brief, Job, Planned, Question, Refusal, WorkerSpec

__all__ = ["plan"]

LONGEST = 20_000


@lru_cache(maxsize=4)
def _services(catalogue: Catalogue) -> Services:
    return Services(catalogue)


def plan(prompt: str, timezone: str, catalogue: Catalogue, answers: dict[str, str] | None = None) -> Planned:
    """Plan one prompt (its first 20,000 characters). `timezone`: IANA name that counts when the prompt names none.

    answers: by question key; what they say is read as part of the prompt. Where the prompt asks for several workers,
    the plan is the first one's and the brief names the others. Pure and deterministic.
    """
    text = prompt[:LONGEST]
    refused = refusal(text)
    if refused is not None:
        return Planned(brief=Brief(objective=_first_line(text)), refusal=refused)
    services = _services(catalogue)
    text, left_out = unthreaded(text)
    first, *others = jobs(text, timezone, services)
    planned = _plan(_answered(first, answers or {}), timezone, catalogue, services)
    brief_ = planned.brief.model_copy(update={"other_jobs": [_job(job, timezone, services) for job in others]})
    ignored = _notes(clean(text)[1]) if others else []
    return planned.model_copy(update={"brief": brief_, "notes": [*left_out, *ignored, *planned.notes]})


def _job(prompt: str, timezone: str, services: Services) -> Job:
    return Job(title=worker_name(read(prompt, timezone, services), services), prompt=prompt)


def _plan(text: str, timezone: str, catalogue: Catalogue, services: Services) -> Planned:
    request = read(text, timezone, services)
    notes = _notes(request.ignored)
    if not _says_something(request):
        return _unclear(text, notes)
    name = worker_name(request, services)
    assembly = Assembly(request, catalogue, services)
    begin(assembly)
    build(Flow(assembly))
    _say_what_was_misspelt(assembly)
    essential_questions(assembly)
    if not assembly.steps:
        return Planned(brief=brief(assembly), questions=assembly.questions or [_what()], notes=notes)
    spec = WorkerSpec(
        name=name,
        objective=_first_line(request.text),
        language=request.language,
        timezone=request.start.timezone or timezone or "UTC",
        triggers=assembly.triggers,
        steps=assembly.steps,
        questions=assembly.questions,
        assumptions=assembly.assumptions,
        risks=[*assembly.risks, *notes],
    )
    return Planned(brief=brief(assembly), spec=spec, notes=notes)


def _say_what_was_misspelt(assembly: Assembly) -> None:
    for piece in assembly.request.pieces:
        service = assembly.services.get(piece.service)
        if piece.kind == "word" and service is not None and assembly.services.misspelt(piece.fold):
            assembly.assume(f"“{piece.text}” was read as {service.name}.")


def _answered(text: str, answers: dict[str, str]) -> str:
    """The prompt with what was answered, as further lines of it."""
    return "\n".join([text, *(f"{key.replace('_', ' ')}: {value}" for key, value in sorted(answers.items()))])


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return re.sub(r"\s+", " ", line)[:200]


def _says_something(request: Request) -> bool:
    return bool(request.intents) or request.start.kind != "unknown"


def _notes(ignored: list[str]) -> list[str]:
    """What was not followed, and why."""
    return [
        f"Too long for one worker; left out from “{part[2:82]}” on."
        if part.startswith(CUT)
        else f"Not followed, because it is somebody else's text or an instruction to the planner: “{part[:80]}…”"
        for part in ignored[:3]
    ]


def _what() -> Question:
    return Question(
        key="what",
        text=(
            "What should the worker do, step by step: what starts it, which tools does it use, and what should "
            "happen or be sent where?"
        ),
        why="From what is written so far it is not clear what should happen.",
        about="",
        answer_kind="long_text",
    )


def _unclear(text: str, notes: list[str]) -> Planned:
    if steers(text):
        reason = "This reads like instructions to the planner instead of a job for a worker."
        return Planned(
            brief=Brief(objective=""),
            refusal=Refusal(
                reason=reason,
                instead=(
                    "Describe what should happen in your company: when, with which tools, and who should hear of it."
                ),
            ),
            notes=notes,
        )
    return Planned(
        brief=Brief(objective=_first_line(fold(text)) and _first_line(text)), questions=[_what()], notes=notes
    )
