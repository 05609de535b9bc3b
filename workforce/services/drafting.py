"""The work behind a draft: planning it, stage by stage, as the body of a durable job."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from workforce.core.actor import Actor, system
from workforce.core.errors import InvalidInput, WorkforceError
from workforce.data.models import Draft
from workforce.data.postgres import tenant_session
from workforce.services import changes, rehearsals, templates
from workforce.services.drafts import keep_reading
from workforce.services.planning import (
    PlannedWorker,
    Reading,
    Report,
    Stage,
    default_planner,
    plan_prompt,
    read_spec,
)
from workforce.services.progress import tell
from workforce.services.records import DraftStatus
from workforce.workflow import answers as spec_answers

Plan = Callable[..., PlannedWorker]


async def perform_planning(
    organisation_id: UUID, draft_id: UUID, correlation_id: str, plan: Plan = plan_prompt
) -> None:
    """Plan the draft and keep the result. Safe to run twice: a draft that is no longer `planning` is left alone."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id)
        if draft is None or draft.status != DraftStatus.PLANNING:
            return
        prompt, zone = draft.prompt, draft.timezone
    await tell(actor, draft_id, "brief", "started")
    try:
        result = await _plan_aloud(
            actor, draft_id, lambda *listeners: plan(prompt, zone, default_planner(), *listeners)
        )
    except WorkforceError as error:
        if error.retryable:
            raise
        await _keep_failure(actor, draft_id, error)
        return
    await _keep(actor, draft_id, result)


async def _plan_aloud(
    actor: Actor, draft_id: UUID, plan: Callable[[Report, Callable[[str], None]], PlannedWorker]
) -> PlannedWorker:
    """Plan beside the event loop; each stage is written down as it ends, and what Claude does meanwhile, in order."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[tuple[Stage, str, str] | None] = asyncio.Queue()

    async def write() -> None:
        while line := await lines.get():
            await tell(actor, draft_id, *line)

    def report(stage: Stage, detail: str) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, (stage, "done", detail))

    def progress(said: str) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, ("spec", "started", said))

    writing = asyncio.create_task(write())
    try:
        return await asyncio.to_thread(plan, report, progress)
    finally:
        lines.put_nowait(None)
        await writing


async def give_up(organisation_id: UUID, draft_id: UUID, correlation_id: str, error: WorkforceError) -> None:
    """After the last try: say in the draft why it could not be planned."""
    await _keep_failure(system(organisation_id, correlation_id), draft_id, error)


async def _keep(actor: Actor, draft_id: UUID, result: PlannedWorker) -> None:
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id, with_for_update=True)
        if draft is None or draft.status != DraftStatus.PLANNING:
            return
        draft.brief = result.planned.brief.model_dump(mode="json")
        draft.notes = list(result.planned.notes)
        draft.planner = result.planner
        reading = _keep_outcome(draft, result)
        if reading is not None:
            if near := await templates.nearest(session, draft.prompt, reading.spec):
                draft.notes = [*draft.notes, f"Close to our template “{near}”, which you find under “Hire a worker”."]
            await rehearsals.enqueue(session, draft, reading, draft.created_by)
    if actor.organisation_id:
        await changes.publish(actor.organisation_id, f"draft:{draft_id}")


def _keep_outcome(draft: Draft, result: PlannedWorker) -> Reading | None:
    """Write the outcome down; the plan as it is kept, if there is one."""
    if refusal := result.planned.refusal:
        draft.status, draft.reason, draft.instead = DraftStatus.REFUSED, refusal.reason, refusal.instead
    elif result.reading is None:
        draft.status = DraftStatus.UNCLEAR
        draft.reason = " ".join(question.text for question in result.planned.questions)
        draft.questions = [question.model_dump(mode="json") for question in result.planned.questions]
    else:
        draft.status = DraftStatus.PLANNED
        reading = _with_earlier_answers(result.reading, draft.answers)
        keep_reading(draft, reading)
        return reading
    return None


def _with_earlier_answers(reading: Reading, answers: dict[str, str]) -> Reading:
    """A draft that was put in other words keeps the answers to the questions that came again."""
    spec = reading.spec
    for key, text in answers.items():
        with suppress(InvalidInput):
            spec = spec_answers.answer(spec, key, text)
    return reading if spec is reading.spec else read_spec(spec)


async def _keep_failure(actor: Actor, draft_id: UUID, error: WorkforceError) -> None:
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id, with_for_update=True)
        if draft is not None and draft.status == DraftStatus.PLANNING:
            draft.status, draft.reason = DraftStatus.FAILED, error.sentence
    await tell(actor, draft_id, "spec", "failed", error.sentence)
