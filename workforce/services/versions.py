"""A worker's versions: a change is a new one, and so is going back to an old one. Nothing is ever rewritten."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from workforce.core.actor import Actor, Role
from workforce.core.errors import Conflict, InvalidInput, NotFound
from workforce.data import queue
from workforce.data.models import Draft, User, Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.services import audit, catalogue, changes
from workforce.services.planning import Reading, read_spec
from workforce.services.records import VersionFacts, WorkerStatus
from workforce.workflow.diff import Diff, diff
from workforce.workflow.spec import WorkerSpec

CHANGEABLE = (WorkerStatus.LIVE, WorkerStatus.PAUSED, WorkerStatus.FAILED)
NOT_FOUND = "We could not find that worker. It may have been removed."
PUT_BACK = "The change did not work, so the worker does again what it did before:"
SHOWN = 20


async def list_versions(actor: Actor, worker_id: UUID) -> list[VersionFacts]:
    """A worker's versions, newest first, each with what it changed. `NotFound`."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await session.get(Worker, worker_id)
        if worker is None:
            raise NotFound(NOT_FOUND)
        rows = (
            await session.execute(
                select(WorkerVersion, col(User.name))
                .join(User, col(User.id) == col(WorkerVersion.created_by), isouter=True)
                .where(col(WorkerVersion.worker_id) == worker_id)
                .order_by(col(WorkerVersion.number).desc())
                .limit(SHOWN + 1)
            )
        ).all()
        current = worker.current_version
    specs = {row.number: WorkerSpec.model_validate(row.spec) for row, _ in rows}
    return [
        VersionFacts(
            number=row.number,
            note=row.note,
            created_at=row.created_at,
            by=name or "",
            current=row.number == current,
            diff=_changed(specs, row.number),
        )
        for row, name in rows[:SHOWN]
    ]


async def roll_back(actor: Actor, worker_id: UUID, number: int) -> int:
    """Put an old version to work again, as a new one: its number. `NotFound`, `Conflict` while it is being deployed."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await changeable(session, worker_id)
        old = await _version(session, worker_id, number)
        if number == worker.current_version:
            raise Conflict(f"Version {number} is at work already.")
        reading = read_spec(WorkerSpec.model_validate(old.spec))
        made = await add_version(session, actor, worker, reading, f"As version {number}")
        await audit.record(session, actor, "worker.rolled_back", "worker", worker_id, after={"version": number})
        await enqueue_deployment(session, worker)
    await changes.publish(organisation, f"worker:{worker_id}")
    return made.number


async def take_change(session: AsyncSession, actor: Actor, draft: Draft, reading: Reading) -> Worker:
    """A new version of the worker that an approved draft changes; the caller enqueues its deployment.

    `Conflict` when the worker has changed since the draft began.
    """
    worker = await changeable(session, draft.changes_worker_id)
    if worker.current_version != draft.base_version:
        raise Conflict("The worker was changed in the meantime. Start this change again from its page.")
    if (await _version(session, worker.id, worker.current_version)).spec_digest == reading.spec.digest():
        raise InvalidInput("Nothing is different yet. Say what should change, then approve it.", field="change")
    await add_version(session, actor, worker, reading, draft.prompt[:200])
    worker.draft_id = draft.id
    worker.correlation_id = draft.correlation_id
    await audit.record(session, actor, "worker.changed", "worker", worker.id, after={"version": worker.current_version})
    return worker


async def back_to_what_worked(actor: Actor, worker_id: UUID, why: str) -> bool:
    """After n8n refused a change: the version before as a new one, and its deployment. False when there is none.

    What was put back itself is not put back again.
    """
    async with tenant_session(actor) as session:
        worker = await session.get(Worker, worker_id, with_for_update=True)
        if worker is None or worker.status != WorkerStatus.DEPLOYING or worker.current_version == 1:
            return False
        refused = await _version(session, worker_id, worker.current_version)
        if refused.note.startswith(PUT_BACK):
            return False
        before = await _version(session, worker_id, worker.current_version - 1)
        reading = read_spec(WorkerSpec.model_validate(before.spec))
        await add_version(session, actor, worker, reading, f"{PUT_BACK} {why}")
        await audit.record(session, actor, "worker.put_back", "worker", worker_id, after={"why": why})
        await enqueue_deployment(session, worker)
    await changes.publish(worker.organisation_id, f"worker:{worker_id}")
    return True


async def why_back(session: AsyncSession, worker: Worker) -> str:
    """Why the worker is as it was before its last change; empty when it is not."""
    note = (await _version(session, worker.id, worker.current_version)).note
    return note if note.startswith(PUT_BACK) else ""


async def changeable(session: AsyncSession, worker_id: UUID | None) -> Worker:
    """A worker's row, locked, when it may get a new version. `NotFound`, `Conflict`."""
    worker: Worker | None = await session.get(Worker, worker_id, with_for_update=True) if worker_id else None
    if worker is None:
        raise NotFound(NOT_FOUND)
    if worker.status not in CHANGEABLE:
        raise Conflict(f"This worker is {worker.status} now, so it cannot be changed. Reload the page to see it.")
    return worker


async def add_version(
    session: AsyncSession, actor: Actor, worker: Worker, reading: Reading, note: str
) -> WorkerVersion:
    """The worker's next version; the worker is on its way to it."""
    made = WorkerVersion(
        organisation_id=worker.organisation_id,
        worker_id=worker.id,
        number=await _highest(session, worker.id) + 1,
        spec=reading.spec.model_dump(mode="json"),
        spec_digest=reading.spec.digest(),
        workflow=reading.workflow,
        note=note,
        created_by=actor.user_id,
        created_at=datetime.now(UTC),
    )
    session.add(made)
    worker.current_version, worker.status, worker.reason = made.number, WorkerStatus.DEPLOYING, ""
    worker.name, worker.objective = reading.spec.name, reading.spec.objective
    worker.timezone = reading.spec.timezone
    await session.flush()
    return made


async def enqueue_deployment(session: AsyncSession, worker: Worker) -> None:
    """Have the worker's newest version put to work by the same job that put it to work first."""
    await queue.enqueue(
        session,
        "deploy_worker",
        key=f"deploy:{worker.id}",
        organisation_id=str(worker.organisation_id),
        worker_id=str(worker.id),
        correlation_id=worker.correlation_id,
    )


def _changed(specs: dict[int, WorkerSpec], number: int) -> Diff | None:
    """What a version changed; None for the first, and where the one before is not shown."""
    before = specs.get(number - 1)
    return diff(before, specs[number], catalogue.current()) if before is not None else None


async def _version(session: AsyncSession, worker_id: UUID, number: int) -> WorkerVersion:
    wanted = select(WorkerVersion).where(col(WorkerVersion.worker_id) == worker_id, col(WorkerVersion.number) == number)
    found: WorkerVersion | None = (await session.execute(wanted)).scalar_one_or_none()
    if found is None:
        raise NotFound("This worker has no such version.")
    return found


async def _highest(session: AsyncSession, worker_id: UUID) -> int:
    wanted = select(col(WorkerVersion.number)).where(col(WorkerVersion.worker_id) == worker_id)
    return max((await session.execute(wanted)).scalars().all(), default=0)
