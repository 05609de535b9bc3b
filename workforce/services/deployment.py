"""Putting a worker to work: a saga whose every step may be repeated, so that it ends the same after a crash anywhere.

A change of a worker goes the same way, into the same workflow; when n8n will not have it, the version before takes its
place again.

compile → credentials → create → publish → listen → record. Before n8n is asked to make a thing, the name it will be
found by is settled: it carries the worker's (or the connection's) id. What a lost answer or a killed process may have
made is looked up by that name before anything is made anew.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, system
from workforce.core.errors import EngineRefused, NotFound, WorkforceError
from workforce.core.security import new_secret, seal, unseal
from workforce.core.telemetry import log
from workforce.data.models import Draft, Worker, WorkerVersion
from workforce.data.models import Engine as EngineRow
from workforce.data.postgres import tenant_session
from workforce.services import catalogue, changes, credentials, engines, failure_workflow, versions
from workforce.services.connection_fields import label_of
from workforce.services.engines import EngineAt
from workforce.services.failures import explain_refusal
from workforce.services.in_n8n import (
    SECRET_HEADER,
    enqueue_retirement,
    locked_row,
    mark,
    marked,
    public_paths,
    remove_from_engine,
    secret_context,
    wait_until_listening,
)
from workforce.services.progress import tell
from workforce.services.records import DraftStatus, WorkerStatus
from workforce.workflow.n8n_json import Stamp, UnknownOperation, compile_spec
from workforce.workflow.spec import WorkerSpec


@dataclass(frozen=True, slots=True)
class Job:
    """What a deployment works on, read once. fresh: nothing of this worker can be in n8n yet: nothing to look up."""

    actor: Actor
    organisation_id: UUID
    worker_id: UUID
    draft_id: UUID | None
    name: str
    version: int
    spec: dict[str, Any]
    run_path: str
    secret: str
    workflow_id: str | None
    connections: tuple[UUID, ...]
    engine: EngineAt
    fresh: bool


async def perform_deploy(organisation_id: UUID, worker_id: UUID, correlation_id: str) -> None:
    """Deploy the worker; harmless when it is deployed already, gone or retired.

    A lasting refusal leaves the worker `failed` with its reason and nothing of it in n8n. Raises what a retry can help.
    """
    actor = system(organisation_id, correlation_id)
    job: Job | None = None
    try:
        job = await _begin(actor, organisation_id, worker_id)
        if job is None:
            return
        await _deploy(job)
    except WorkforceError as error:
        if error.retryable:
            await _note_waiting(actor, worker_id, error)
            raise
        plain = explain_refusal(error.detail, label_of) or error.sentence
        if await versions.back_to_what_worked(actor, worker_id, plain):
            return
        await _clean_up(job)
        await give_up(organisation_id, worker_id, correlation_id, WorkforceError(plain, detail=error.detail))
    except Exception:
        if job is None or job.version == 1:
            await _clean_up(job)
        raise


async def give_up(organisation_id: UUID, worker_id: UUID, correlation_id: str, error: WorkforceError) -> None:
    """Leave the worker `failed` with the error's sentence; "try again" continues from there."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        worker = await session.get(Worker, worker_id, with_for_update=True)
        if worker is None or worker.status != WorkerStatus.DEPLOYING:
            return
        worker.status, worker.reason = WorkerStatus.FAILED, error.sentence
        draft_id = worker.draft_id
    log.warning("deployment failed", worker=str(worker_id), reason=error.sentence, detail=error.detail)
    await _tell(actor, draft_id, "publish", "failed", error.sentence)
    await changes.publish(organisation_id, f"worker:{worker_id}")


# --- the steps --------------------------------------------------------------------------------------------


async def _begin(actor: Actor, organisation_id: UUID, worker_id: UUID) -> Job | None:
    """Settle engine, secret path and secret before n8n hears of anything; None when there is nothing to do."""
    async with tenant_session(actor) as session:
        worker = await session.get(Worker, worker_id, with_for_update=True)
        if worker is not None and worker.status == WorkerStatus.RETIRED:
            # Retired while a run of this job was under way that did not end: whatever it made must go.
            await enqueue_retirement(session, organisation_id, worker_id, actor.correlation_id)
        if worker is None or worker.status != WorkerStatus.DEPLOYING:
            return None
        fresh = not worker.run_path
        row = await _engine_of(session, worker, organisation_id)
        if fresh:
            worker.run_path = f"run/{new_secret()}"
            worker.webhook_secret = seal(new_secret(), secret_context(worker_id))
        version = await _current_version(session, worker)
        draft = await session.get(Draft, worker.draft_id) if worker.draft_id else None
        return Job(
            actor=actor,
            organisation_id=organisation_id,
            worker_id=worker_id,
            draft_id=worker.draft_id,
            name=worker.name,
            version=version.number,
            spec=version.spec,
            run_path=worker.run_path,
            secret=unseal(worker.webhook_secret, secret_context(worker_id)),
            workflow_id=worker.engine_workflow_id,
            connections=tuple(UUID(ident) for ident in (draft.connections if draft else {}).values()),
            engine=engines.ready(row),
            fresh=fresh,
        )


async def _deploy(job: Job) -> None:
    await _tell(job.actor, job.draft_id, "create", "started")
    error_workflow = job.engine.error_workflow_id or await _failure_workflow(job.engine)
    secret = await credentials.ensure_secret(
        job.engine.client, mark(job.worker_id), SECRET_HEADER, job.secret, may_exist=not job.fresh
    )
    chosen = await credentials.ensure_all(job.actor, job.engine, job.connections)
    stamp = Stamp(
        worker=str(job.worker_id),
        version=job.version,
        credentials=chosen,
        run_now_path=job.run_path,
        secret=secret,
        error_workflow=error_workflow,
    )
    workflow = await asyncio.to_thread(_compile, job, stamp)
    workflow_id = await _ensure_workflow(job, workflow)
    await _tell(job.actor, job.draft_id, "create", "done")
    await _tell(job.actor, job.draft_id, "publish", "started")
    await job.engine.client.publish(workflow_id)
    await _tell(job.actor, job.draft_id, "publish", "done")
    await _tell(job.actor, job.draft_id, "listen", "started")
    await wait_until_listening(job.engine.client, job.run_path)
    if not await _record_live(job, workflow_id, workflow):
        await _clean_up(job)
        return
    await _tell(job.actor, job.draft_id, "listen", "done")
    await changes.publish(job.organisation_id, f"worker:{job.worker_id}")


def _compile(job: Job, stamp: Stamp) -> dict[str, Any]:
    """The workflow n8n gets. Blocking, milliseconds."""
    try:
        workflow = compile_spec(WorkerSpec.model_validate(job.spec), catalogue.current(), stamp)
    except UnknownOperation as error:
        raise EngineRefused(
            f"The engine cannot do one of this worker's steps ({error}). Hire the worker again with another step.",
            detail=str(error),
        ) from error
    return {**workflow, "name": marked(job.name, job.worker_id)}


async def _ensure_workflow(job: Job, workflow: dict[str, Any]) -> str:
    """Exactly one workflow of this worker with this content, unpublished or published; its id is in the row."""
    client = job.engine.client
    known = [job.workflow_id] if job.workflow_id else []
    found = [] if job.fresh else [one.id for one in await client.find_workflows(mark(job.worker_id))]
    for ident in dict.fromkeys([*known, *found]):
        with suppress(NotFound):
            await client.update_workflow(ident, workflow)
            await _record_workflow(job, ident)
            return ident
    made = await client.create_workflow(workflow)
    holder = await _record_workflow(job, made.id)
    if holder != made.id:  # another run of this job was faster; one worker, one workflow
        await client.delete_workflow(made.id)
    return holder


async def _record_workflow(job: Job, workflow_id: str) -> str:
    """Write the id unless another run of this job has written one in the meantime; the id that counts."""
    async with tenant_session(job.actor) as session:
        worker = await locked_row(session, job.worker_id)
        if worker.engine_workflow_id in (None, job.workflow_id):
            worker.engine_workflow_id = workflow_id
        return worker.engine_workflow_id or workflow_id


async def _record_live(job: Job, workflow_id: str, workflow: dict[str, Any]) -> bool:
    """False when the worker was retired in the meantime: what was made must go again."""
    async with tenant_session(job.actor) as session:
        worker = await locked_row(session, job.worker_id)
        if worker.status != WorkerStatus.DEPLOYING:
            return False
        worker.status, worker.reason = WorkerStatus.LIVE, await versions.why_back(session, worker)
        worker.engine_workflow_id = workflow_id
        worker.webhook_path, worker.form_path = public_paths(workflow, job.run_path)
        draft = await session.get(Draft, worker.draft_id) if worker.draft_id else None
        if draft is not None:
            draft.status, draft.reason = DraftStatus.DEPLOYED, ""
        return True


# --- when it does not work --------------------------------------------------------------------------------


async def _clean_up(job: Job | None) -> None:
    """Take back what was made in n8n. An engine that refuses us altogether made nothing that could be taken back."""
    if job is None:
        return
    try:
        await remove_from_engine(job.actor, job.engine, job.worker_id, job.connections)
    except WorkforceError as error:
        if error.retryable:
            raise
        log.warning("clean-up refused", worker=str(job.worker_id), detail=error.detail)


async def _note_waiting(actor: Actor, worker_id: UUID, error: WorkforceError) -> None:
    """Let people see that the worker waits and for what. When the store is what is away, there is no way to tell."""
    with suppress(WorkforceError):
        async with tenant_session(actor) as session:
            worker = await session.get(Worker, worker_id)
            if worker is None or worker.status != WorkerStatus.DEPLOYING:
                return
            worker.reason = f"Waiting for n8n, we keep trying: {error.sentence}"
        await changes.publish(worker.organisation_id, f"worker:{worker_id}")


# --- small things -----------------------------------------------------------------------------------------


async def _failure_workflow(engine: EngineAt) -> str:
    """Make it when the engine has none yet; the next health check writes its id down."""
    return await failure_workflow.ensure(engine.client, engine.id)


async def _engine_of(session: AsyncSession, worker: Worker, organisation_id: UUID) -> EngineRow:
    row = await session.get(EngineRow, worker.engine_id) if worker.engine_id else None
    if row is None:
        row = await engines.choose(session, organisation_id)
        worker.engine_id = row.id
    return row


async def _current_version(session: AsyncSession, worker: Worker) -> WorkerVersion:
    found = await session.execute(
        select(WorkerVersion)
        .where(WorkerVersion.worker_id == worker.id)
        .order_by(col(WorkerVersion.number).desc())
        .limit(1)
    )
    version: WorkerVersion | None = found.scalar_one_or_none()
    if version is None:
        raise NotFound("This worker has no plan to deploy. Hire it again.")
    return version


async def _tell(actor: Actor, draft_id: UUID | None, stage: str, state: str, detail: str = "") -> None:
    if draft_id is not None:
        await tell(actor, draft_id, stage, state, detail)
