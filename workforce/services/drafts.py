"""A manager's drafts: from a typed prompt to an approved plan."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, Role
from workforce.core.errors import Conflict, InvalidInput, NotFound
from workforce.core.telemetry import new_correlation_id
from workforce.data import queue
from workforce.data.models import Connection, Department, Draft, Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.services import audit, changes, rehearsals, versions
from workforce.services.draft_facts import facts, spec_of, whole_facts
from workforce.services.planning import Reading, clean_prompt, clean_timezone, read_spec
from workforce.services.records import DraftFacts, DraftStatus
from workforce.workflow import answers as spec_answers
from workforce.workflow.spec import Job, WorkerSpec

OPEN = (DraftStatus.PLANNING, DraftStatus.PLANNED, DraftStatus.UNCLEAR, DraftStatus.FAILED, DraftStatus.DEPLOYING)
REPHRASABLE = (DraftStatus.PLANNED, DraftStatus.UNCLEAR, DraftStatus.REFUSED, DraftStatus.FAILED)


async def start(actor: Actor, prompt: str, department: UUID | None = None) -> UUID:
    """Keep a prompt as a draft and have it planned; the draft's id."""
    organisation = actor.require(Role.MANAGER)
    text = clean_prompt(prompt)
    async with tenant_session(actor) as session:
        if department and not await session.get(Department, department):
            raise NotFound("That department is gone. Choose another one.")
        draft = await _begun(session, actor, text, department)
    await changes.publish(organisation, f"draft:{draft.id}")
    return draft.id


async def plan_other_jobs(actor: Actor, ident: UUID) -> list[UUID]:
    """Make a draft of each other job that a draft's prompt asked for; their ids. None is made twice."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, *REPHRASABLE, DraftStatus.DEPLOYING, DraftStatus.DEPLOYED)
        jobs = [Job.model_validate(job) for job in (draft.brief or {}).get("other_jobs", [])]
        made = [await _begun(session, actor, clean_prompt(job.prompt), draft.department_id) for job in jobs]
        if jobs:
            draft.brief = {**(draft.brief or {}), "other_jobs": []}
    for one in made:
        await changes.publish(organisation, f"draft:{one.id}")
    return [one.id for one in made]


async def _begun(session: AsyncSession, actor: Actor, text: str, department: UUID | None) -> Draft:
    """A new draft's row, and the job that plans it."""
    draft = Draft(
        organisation_id=actor.require(Role.MANAGER),
        prompt=text,
        title=_headline(text),
        timezone=clean_timezone(actor.timezone),
        department_id=department,
        created_by=actor.user_id,
        correlation_id=actor.correlation_id or new_correlation_id(),
    )
    session.add(draft)
    await session.flush()
    await _enqueue_planning(session, draft)
    return draft


async def rephrase(actor: Actor, ident: UUID, prompt: str) -> DraftFacts:
    """Plan the same draft again from other words; its answers are kept for questions that come again."""
    actor.require(Role.MANAGER)
    text = clean_prompt(prompt)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, *REPHRASABLE)
        draft.prompt, draft.title = text, _headline(text)
        draft.status, draft.reason, draft.instead = DraftStatus.PLANNING, "", ""
        draft.spec, draft.issues, draft.questions = None, [], []
        await _enqueue_planning(session, draft)
    return await get(actor, ident)


async def get(actor: Actor, ident: UUID) -> DraftFacts:
    """One draft with its plan and its progress so far."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        return await whole_facts(session, await _found(session, ident), actor)


async def list_drafts(actor: Actor, limit: int = 50) -> list[DraftFacts]:
    """The drafts that still need somebody, newest first, without their plans."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        drafts = await session.scalars(
            select(Draft).where(col(Draft.status).in_(OPEN)).order_by(col(Draft.created_at).desc()).limit(limit)
        )
        return [facts(draft, with_plan=False) for draft in drafts.all()]


async def answer(actor: Actor, ident: UUID, given: dict[str, str]) -> DraftFacts:
    """Answer questions by key. Good answers are kept even when another one is refused (`InvalidInput`, field = key)."""
    actor.require(Role.MANAGER)
    refused: InvalidInput | None = None
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, DraftStatus.PLANNED)
        spec, kept = spec_of(draft), dict(draft.answers)
        for key, text in given.items():
            try:
                spec = spec_answers.answer(spec, key, text.strip())
                kept[key] = text.strip()
            except InvalidInput as error:
                refused = refused or InvalidInput(error.sentence, field=key)
        draft.answers = kept
        await keep_and_rehearse(session, actor, draft, spec)
    if refused:
        raise refused
    return await get(actor, ident)


async def edit(actor: Actor, ident: UUID, step: str, path: str, value: str) -> DraftFacts:
    """Change one value of the plan (an `EditableField`)."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, DraftStatus.PLANNED)
        await keep_and_rehearse(session, actor, draft, spec_answers.edit(spec_of(draft), step, path, value))
    return await get(actor, ident)


async def choose_connection(actor: Actor, ident: UUID, kind: str, connection: UUID) -> DraftFacts:
    """Let the worker use one of the company's connections for a need of that kind."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, DraftStatus.PLANNED)
        row = await session.get(Connection, connection)
        if row is None or row.kind != kind:
            raise NotFound("That connection is gone. Choose another one or add it again.")
        draft.connections = {**draft.connections, kind: str(connection)}
    return await get(actor, ident)


async def approve(actor: Actor, ident: UUID, digest: str, reason: str = "") -> UUID:
    """Put the plan that the person saw (its digest) to work: the worker's id. Approving twice gives the same worker.

    reason: why, when its rehearsal did not pass (`rehearsals.admit`).
    """
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, DraftStatus.PLANNED, DraftStatus.DEPLOYING, DraftStatus.DEPLOYED)
        if draft.worker_id:
            return draft.worker_id
        reading = read_spec(spec_of(draft))
        _refuse_unready(draft, reading, digest)
        await rehearsals.admit(session, actor, draft, digest, reason)
        changed = await versions.take_change(session, actor, draft, reading) if draft.changes_worker_id else None
        worker = changed or await _hire(session, actor, draft, reading)
        draft.status, draft.worker_id = DraftStatus.DEPLOYING, worker.id
        draft.approved_by, draft.approved_at, draft.approved_digest = actor.user_id, datetime.now(UTC), digest
        await audit.record(session, actor, "draft.approved", "draft", draft.id, after={"digest": digest})
        await queue.enqueue(
            session,
            "deploy_worker",
            key=f"deploy:{worker.id}",
            organisation_id=str(organisation),
            worker_id=str(worker.id),
            correlation_id=worker.correlation_id,
        )
    await changes.publish(organisation, f"draft:{ident}")
    return worker.id


async def discard(actor: Actor, ident: UUID) -> None:
    """Put a draft away; nothing was deployed from it."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await locked(session, ident, *REPHRASABLE, DraftStatus.PLANNING)
        draft.status = DraftStatus.DISCARDED
        await audit.record(session, actor, "draft.discarded", "draft", draft.id)
    await changes.publish(organisation, f"draft:{ident}")


async def keep_and_rehearse(session: AsyncSession, actor: Actor, draft: Draft, spec: WorkerSpec) -> None:
    """Write a changed spec into the draft's row; once it is complete, its rehearsal is queued."""
    reading = read_spec(spec)
    keep_reading(draft, reading)
    await rehearsals.enqueue(session, draft, reading, actor.user_id)


def keep_reading(draft: Draft, reading: Reading) -> None:
    """Write a spec and what follows from it into the draft's row."""
    draft.spec = reading.spec.model_dump(mode="json")
    draft.title = reading.spec.name
    draft.issues = [issue.model_dump(mode="json") for issue in reading.issues]
    draft.questions = [question.model_dump(mode="json") for question in reading.spec.questions]


def _headline(prompt: str) -> str:
    first = " ".join(prompt.split())
    return first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…"


async def _found(session: AsyncSession, ident: UUID) -> Draft:
    draft: Draft | None = await session.get(Draft, ident)
    if draft is None:
        raise NotFound("We could not find that draft. It may have been removed.")
    return draft


async def locked(session: AsyncSession, ident: UUID, *allowed: DraftStatus) -> Draft:
    """A draft's row, locked until the transaction ends. `NotFound`; `Conflict` in another status."""
    draft: Draft | None = await session.get(Draft, ident, with_for_update=True)
    if draft is None:
        raise NotFound("We could not find that draft. It may have been removed.")
    if draft.status not in allowed:
        raise Conflict(f"This draft is {draft.status} by now. Reload the page to see it.")
    return draft


async def _enqueue_planning(session: AsyncSession, draft: Draft) -> None:
    await queue.enqueue(
        session,
        "plan_draft",
        key=f"plan:{draft.id}",
        organisation_id=str(draft.organisation_id),
        draft_id=str(draft.id),
        correlation_id=draft.correlation_id,
    )


def _refuse_unready(draft: Draft, reading: Reading, digest: str) -> None:
    if reading.plan.digest != digest:
        raise Conflict("The plan changed since you looked at it. Read it once more, then approve.")
    if reading.plan.questions:
        raise InvalidInput(f"One answer is still missing: {reading.plan.questions[0].text}", field="questions")
    if problem := next((issue for issue in reading.issues if issue.severity == "error"), None):
        raise InvalidInput(f"{problem.message} {problem.fix}".strip(), field="issues")
    for need in reading.plan.needs:
        if need.kind == "connection" and not {need.key, *need.choices} & set(draft.connections):
            raise InvalidInput(f"Connect {need.label} first: {need.why}", field=need.key)


async def _hire(session: AsyncSession, actor: Actor, draft: Draft, reading: Reading) -> Worker:
    worker = Worker(
        organisation_id=draft.organisation_id,
        name=reading.spec.name,
        objective=reading.spec.objective,
        department_id=draft.department_id,
        draft_id=draft.id,
        timezone=reading.spec.timezone,
        correlation_id=draft.correlation_id,
        created_by=actor.user_id,
    )
    session.add(worker)
    await session.flush()
    session.add(
        WorkerVersion(
            organisation_id=draft.organisation_id,
            worker_id=worker.id,
            number=1,
            spec=draft.spec or {},
            spec_digest=reading.spec.digest(),
            workflow=reading.workflow,
            created_by=actor.user_id,
        )
    )
    return worker
