"""From a prompt to a plan, without storing anything: what drafts, the trial and the command line share."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from workforce.core.errors import InvalidInput
from workforce.core.settings import get_settings
from workforce.core.zones import zones
from workforce.integrations.claude import Usage
from workforce.services import catalogue, claude_planning
from workforce.workflow import planner
from workforce.workflow.checks import check_spec
from workforce.workflow.explain import explain
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.plan import Plan
from workforce.workflow.spec import Issue, Planned, WorkerSpec

MAX_PROMPT = 20_000
PlannerName = Literal["builtin", "claude"]
Stage = Literal["brief", "spec", "checks", "compile"]
Report = Callable[[Stage, str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A spec, looked at from all sides: its issues, its plan in words, and the n8n workflow it becomes."""

    spec: WorkerSpec
    issues: tuple[Issue, ...]
    plan: Plan
    workflow: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlannedWorker:
    """A planner's whole answer. `reading` is there whenever there is a spec, open questions or not.

    planner: who made the plan in the end; usage: what Claude used, also where the built-in planner took over.
    """

    planned: Planned
    reading: Reading | None
    planner: PlannerName
    seconds: float
    usage: Usage | None = None


def clean_prompt(prompt: str) -> str:
    """The prompt as it is kept: no control characters, no blank ends. Raises `InvalidInput` with what to do."""
    text = "".join(c for c in prompt if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"}).strip()
    if not text:
        raise InvalidInput(
            "Tell us in a sentence what the worker should do, for example: “Every Monday at 9, "
            "e-mail me last week's sales from our database.”",
            field="prompt",
        )
    if len(text) > MAX_PROMPT:
        raise InvalidInput(
            f"That is {len(text):,} characters; we read up to {MAX_PROMPT:,}. "
            "Keep the part that says what the worker should do and when.",
            field="prompt",
        )
    return text


def clean_timezone(timezone: str) -> str:
    """An IANA zone name, `UTC` for an empty one. Raises `InvalidInput` for one that does not exist."""
    if timezone and timezone not in zones():
        raise InvalidInput(
            f"“{timezone[:40]}” is not a time zone we know. Use a name such as Europe/Berlin.", field="timezone"
        )
    return timezone or "UTC"


def read_spec(spec: WorkerSpec, report: Report = lambda _stage, _detail: None) -> Reading:
    """Check, compile and explain a spec against the engine's catalogue."""
    operations = catalogue.current()
    issues = tuple(check_spec(spec, operations))
    report("checks", _issues_in_words(issues))
    workflow = compile_spec(spec, operations)
    report("compile", f"{len(workflow['nodes'])} steps on the engine")
    plan = explain(spec, operations, datetime.now(UTC).astimezone(ZoneInfo(spec.timezone)))
    return Reading(spec, issues, plan, workflow)


def plan_prompt(
    prompt: str,
    timezone: str = "UTC",
    engine: PlannerName = "builtin",
    report: Report = lambda _stage, _detail: None,
    progress: Callable[[str], None] = lambda _said: None,
) -> PlannedWorker:
    """Plan one prompt; blocking, tens of milliseconds, seconds with Claude. `report` hears each stage as it ends.

    progress: hears in words what Claude is doing. Raises `PlannerUnavailable` for Claude without a key.
    """
    started = time.perf_counter()
    text, zone = clean_prompt(prompt), clean_timezone(timezone)
    usage = None
    if engine == "claude":
        made = claude_planning.plan(text, zone, catalogue.current(), progress)
        planned, engine, usage = made.planned, made.planner, made.usage
    else:
        planned = planner.plan(text, zone, catalogue.current())
    report("brief", planned.brief.objective)
    reading = None
    if planned.spec is not None:
        report("spec", _steps_in_words(planned.spec))
        reading = read_spec(planned.spec, report)
    return PlannedWorker(planned, reading, engine, time.perf_counter() - started, usage)


def default_planner() -> PlannerName:
    """Claude where a key is set, else the built-in planner."""
    return "claude" if get_settings().anthropic_api_key.get_secret_value() else "builtin"


async def plan_prompt_async(prompt: str, timezone: str, engine: PlannerName = "builtin") -> PlannedWorker:
    """`plan_prompt` beside the event loop, for pages."""
    return await asyncio.to_thread(plan_prompt, prompt, timezone, engine)


def _steps_in_words(spec: WorkerSpec) -> str:
    count = len([step for step in spec.steps if not step.serves])
    return f"{count} step{'' if count == 1 else 's'}" + (
        f", {len(spec.questions)} question{'' if len(spec.questions) == 1 else 's'} for you" if spec.questions else ""
    )


def _issues_in_words(issues: tuple[Issue, ...]) -> str:
    errors = sum(issue.severity == "error" for issue in issues)
    warnings = len(issues) - errors
    if not issues:
        return "No problem found"
    found = [f"{errors} to solve" if errors else "", f"{warnings} to look at" if warnings else ""]
    return ", ".join(text for text in found if text)
