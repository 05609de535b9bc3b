"""Workers: what a manager sees of them and does with them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from workforce.core.actor import Actor, Role
from workforce.core.errors import Conflict, EngineRefused, EngineUnavailable, InvalidInput, NotFound
from workforce.core.security import unseal
from workforce.data import queue
from workforce.data.models import Engine, Worker
from workforce.data.postgres import tenant_session
from workforce.services import audit, changes, engines
from workforce.services.engines import EngineAt
from workforce.services.in_n8n import SECRET_HEADER, enqueue_retirement, secret_context, wait_until_listening
from workforce.services.records import WorkerStatus
from workforce.services.worker_facts import current_spec, get_worker, list_workers
from workforce.workflow.run_input import NotThatKind, run_inputs, start_item
from workforce.workflow.spec import WorkerSpec

__all__ = [
    "get_worker",
    "list_workers",
    "pause",
    "resume",
    "retire",
    "retry",
    "reveal_webhook_secret",
    "run_now",
]

LONGEST_VALUE = 20_000
NOT_FOUND = "We could not find that worker. It may have been removed."


async def retry(actor: Actor, worker_id: UUID) -> None:
    """Try a failed deployment again. `Conflict` for a worker that did not fail."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, WorkerStatus.FAILED, WorkerStatus.DEPLOYING)
        worker.status, worker.reason = WorkerStatus.DEPLOYING, ""
        await audit.record(session, actor, "worker.retried", "worker", worker.id)
        await queue.enqueue(
            session,
            "deploy_worker",
            key=f"deploy:{worker_id}",
            organisation_id=str(organisation),
            worker_id=str(worker_id),
            correlation_id=actor.correlation_id or worker.correlation_id,
        )
    await changes.publish(organisation, f"worker:{worker_id}")


async def run_now(actor: Actor, worker_id: UUID, given: dict[str, str] | None = None) -> None:
    """Start the worker once; its run shows up by itself.

    given: by `RunInput.path`, what its trigger would have brought; what is left out is a sample. `Conflict` unless it
    is live; `InvalidInput` names the path; `EngineUnavailable`.
    """
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, WorkerStatus.LIVE)
        engine = await _engine(session, worker)
        item = _start_item(await current_spec(session, worker), given)
        await audit.record(session, actor, "worker.run", "worker", worker.id)
    secret = unseal(worker.webhook_secret, secret_context(worker_id))
    reply = await engine.client.call_webhook(worker.run_path, headers={SECRET_HEADER: secret}, body={"item": item})
    if reply.status == 404:
        raise Conflict("n8n does not listen for this worker. Pause it and resume it, then run it again.")
    if reply.status >= 500:
        raise EngineUnavailable(detail=f"run-now webhook: {reply.status} {reply.text[:200]}")
    if reply.status >= 400:
        raise EngineRefused(
            "n8n did not accept the start of this worker. Pause it and resume it, then run it again.",
            detail=f"run-now webhook: {reply.status} {reply.text[:200]}",
        )


def _start_item(spec: WorkerSpec, given: dict[str, str] | None) -> dict[str, Any]:
    known = {one.path for one in run_inputs(spec)}
    for path, text in (given or {}).items():
        if path not in known:
            raise InvalidInput("This worker does not ask for that value. Reload the page.", field=path)
        if len(text) > LONGEST_VALUE:
            raise InvalidInput(f"That is too long. Use at most {LONGEST_VALUE:,} characters.", field=path)
    try:
        return start_item(spec, given)
    except NotThatKind as error:
        raise InvalidInput("That does not fit: a number or JSON is needed here.", field=error.path) from error


async def pause(actor: Actor, worker_id: UUID) -> None:
    """Stop its triggers; it stays as it is otherwise. Pausing twice is fine."""
    organisation = actor.require(Role.MANAGER)
    engine, workflow_id = await _on_engine(actor, worker_id, WorkerStatus.LIVE, WorkerStatus.PAUSED)
    await engine.client.unpublish(workflow_id)
    await _become(actor, worker_id, WorkerStatus.PAUSED, "worker.paused")
    await changes.publish(organisation, f"worker:{worker_id}")


async def resume(actor: Actor, worker_id: UUID) -> None:
    """Start its triggers again and wait until they answer. Resuming twice is fine."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        run_path = (await _locked(session, worker_id, WorkerStatus.PAUSED, WorkerStatus.LIVE)).run_path
    engine, workflow_id = await _on_engine(actor, worker_id, WorkerStatus.PAUSED, WorkerStatus.LIVE)
    await engine.client.publish(workflow_id)
    await wait_until_listening(engine.client, run_path)
    await _become(actor, worker_id, WorkerStatus.LIVE, "worker.resumed")
    await changes.publish(organisation, f"worker:{worker_id}")


async def retire(actor: Actor, worker_id: UUID) -> None:
    """Let the worker go for good: it stops at once, a job removes it from the engine, its history stays."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, *WorkerStatus)
        if worker.status == WorkerStatus.RETIRED:
            return
        before = worker.status
        worker.status, worker.reason, worker.retired_at = WorkerStatus.RETIRED, "", datetime.now(UTC)
        await audit.record(session, actor, "worker.retired", "worker", worker.id, before={"status": before})
        await enqueue_retirement(session, organisation, worker_id, actor.correlation_id or worker.correlation_id)
    await changes.publish(organisation, f"worker:{worker_id}")


async def reveal_webhook_secret(actor: Actor, worker_id: UUID) -> str:
    """The secret that callers of its webhook send as `X-WorkForce-Secret`; shown once, then `Conflict`."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, WorkerStatus.LIVE, WorkerStatus.PAUSED)
        if not worker.webhook_path:
            raise Conflict("This worker has no webhook of its own, so there is no secret to show.")
        if worker.webhook_secret_shown_at is not None:
            raise Conflict("The secret was shown already. Whoever saw it has it; otherwise hire the worker again.")
        worker.webhook_secret_shown_at = datetime.now(UTC)
        await audit.record(session, actor, "worker.secret_shown", "worker", worker.id)
        return unseal(worker.webhook_secret, secret_context(worker_id))


async def _locked(session: AsyncSession, worker_id: UUID, *allowed: WorkerStatus) -> Worker:
    worker: Worker | None = await session.get(Worker, worker_id, with_for_update=True)
    if worker is None:
        raise NotFound(NOT_FOUND)
    if worker.status not in allowed:
        raise Conflict(f"This worker is {worker.status} now, so that cannot be done. Reload the page to see it.")
    return worker


async def _engine(session: AsyncSession, worker: Worker) -> EngineAt:
    row = await session.get(Engine, worker.engine_id) if worker.engine_id else None
    if row is None:
        raise Conflict("The engine of this worker was removed. Hire the worker again.")
    return engines.ready(row)


async def _on_engine(actor: Actor, worker_id: UUID, *allowed: WorkerStatus) -> tuple[EngineAt, str]:
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, *allowed)
        return await _engine(session, worker), worker.engine_workflow_id or ""


async def _become(actor: Actor, worker_id: UUID, status: WorkerStatus, verb: str) -> None:
    async with tenant_session(actor) as session:
        worker = await _locked(session, worker_id, WorkerStatus.LIVE, WorkerStatus.PAUSED)
        if worker.status != status:
            await audit.record(
                session, actor, verb, "worker", worker.id, before={"status": worker.status}, after={"status": status}
            )
        worker.status, worker.reason = status, ""
