"""Taking workers off their engine: a retired one as the body of a durable job, and what an absent engine left over."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from sqlmodel import col, select

from workforce.core.actor import system
from workforce.core.errors import NotFound
from workforce.data import platform
from workforce.data.models import Draft, Engine, Run, Worker
from workforce.data.platform import WorkerPlace
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import engines, runs
from workforce.services.engines import EngineAt
from workforce.services.in_n8n import enqueue_retirement, remove_from_engine
from workforce.services.records import WorkerStatus

# Nothing of such a worker belongs in n8n.
OVER = (WorkerStatus.RETIRED, WorkerStatus.FAILED)


async def perform_retire(organisation_id: UUID, worker_id: UUID, correlation_id: str) -> None:
    """Stop the workflow, keep its last runs, then delete it with all that only it used. Safe to run twice."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        worker = await session.get(Worker, worker_id)
        row = await session.get(Engine, worker.engine_id) if worker and worker.engine_id else None
        if worker is None or row is None or worker.status not in OVER:
            return
        draft = await session.get(Draft, worker.draft_id) if worker.draft_id else None
        workflow_id = worker.engine_workflow_id
    engine = engines.ready(row)
    if workflow_id:
        with suppress(NotFound):
            await engine.client.unpublish(workflow_id)
        await _keep_last_runs(engine, WorkerPlace(organisation_id, worker_id, workflow_id))
    connections = tuple(UUID(ident) for ident in (draft.connections if draft else {}).values())
    await remove_from_engine(actor, engine, worker_id, connections)


async def _keep_last_runs(engine: EngineAt, place: WorkerPlace) -> None:
    """n8n forgets a workflow's executions with the workflow: what the watch has not kept yet is kept now."""
    listed = await engine.client.executions(workflow_id=place.engine_workflow_id, limit=200)
    async with tenant_session(system(place.organisation_id)) as session:
        known = select(Run.execution_id).where(
            Run.engine_id == engine.id, Run.worker_id == place.worker_id, col(Run.steps).is_not(None)
        )
        kept = set((await session.execute(known)).scalars())
    missing = [await engine.client.execution(one.id) for one in listed if one.finished and one.id not in kept]
    if missing:
        await runs.keep(engine.id, place, missing)


async def sweep(engine_id: UUID) -> int:
    """Have taken off what stayed because the engine was away too long: failed and retired workers. How many."""
    async with platform_session() as session:
        places = await platform.workers_of_engine(session, engine_id)
    return sum([await _sweep_company(ident, engine_id) for ident in {place.organisation_id for place in places}])


async def _sweep_company(organisation_id: UUID, engine_id: UUID) -> int:
    wanted = select(Worker.id, Worker.correlation_id).where(
        Worker.engine_id == engine_id, col(Worker.engine_workflow_id).is_not(None), col(Worker.status).in_(OVER)
    )
    async with tenant_session(system(organisation_id)) as session:
        left = (await session.execute(wanted)).all()
        for worker_id, correlation_id in left:
            await enqueue_retirement(session, organisation_id, worker_id, correlation_id)
    return len(left)
