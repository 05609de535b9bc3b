"""Runs: what workers did. Each is kept once, whoever reports it: the watch, the failure workflow, a page that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_
from sqlalchemy import inspect as sa_inspect
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, Role, system
from workforce.core.errors import NotFound, WorkforceError
from workforce.core.telemetry import log
from workforce.data import platform
from workforce.data.models import Run, UsageRecord, Worker
from workforce.data.platform import WorkerPlace
from workforce.data.postgres import platform_session, tenant_session
from workforce.integrations.n8n import Execution
from workforce.services import catalogue, changes, engines
from workforce.services.failures import explain_failure
from workforce.services.records import RunFacts, RunStatus, StepRun
from workforce.services.run_reading import RunReading, Services, read_run

# Texts that a later report without data must not blank out.
KEPT_TEXTS = ("trigger", "error", "failed_step")
OPEN = (RunStatus.RUNNING, RunStatus.WAITING)


async def list_runs(actor: Actor, worker_id: UUID | None = None, limit: int = 20) -> list[RunFacts]:
    """The company's (or one worker's) last runs, newest first, without their steps. `NotFound`."""
    actor.require(Role.MANAGER)
    wanted = select(Run, Worker.name).join(Worker, col(Worker.id) == col(Run.worker_id))
    if worker_id is not None:
        wanted = wanted.where(Run.worker_id == worker_id)
    async with tenant_session(actor) as session:
        if worker_id is not None and await session.get(Worker, worker_id) is None:
            raise NotFound("We could not find that worker. It may have been removed.")
        found = await session.execute(wanted.order_by(col(Run.started_at).desc()).limit(min(limit, 200)))
        return [facts(run, name, with_steps=False) for run, name in found.all()]


async def get_run(actor: Actor, run_id: UUID) -> RunFacts:
    """One run with what each step did; fetched from the engine if we do not have it yet. `NotFound`."""
    actor.require(Role.MANAGER)
    run, name = await _find(actor, run_id)
    if run.steps is None and run.status not in OPEN:
        await _fetch_steps(run)
        run, name = await _find(actor, run_id)
    return facts(run, name)


def facts(run: Run, worker_name: str, *, with_steps: bool = True) -> RunFacts:
    """A run's row as facts."""
    took = (run.finished_at - run.started_at) if run.finished_at else None
    return RunFacts(
        id=run.id,
        worker_id=run.worker_id,
        worker_name=worker_name,
        status=RunStatus(run.status),
        trigger=run.trigger,
        started_at=run.started_at,
        finished_at=run.finished_at,
        milliseconds=int(took / timedelta(milliseconds=1)) if took is not None else None,
        error=run.error,
        failed_step=run.failed_step,
        steps=tuple(StepRun(**step) for step in run.steps or []) if with_steps else (),
    )


async def keep(engine_id: UUID, place: WorkerPlace, executions: Sequence[Execution]) -> None:
    """Write a worker's executions as runs, each once, and count the finished ones as used; then tell open pages."""
    readings = [read_run(execution, services()) for execution in executions if not _only_a_notice(execution)]
    async with tenant_session(system(place.organisation_id)) as session:
        worker = await session.get(Worker, place.worker_id)
        if worker is None:
            return
        for reading in readings:
            run_id = await _upsert(session, engine_id, worker, reading)
            if reading.finished_at and run_id:
                await _count(session, worker, run_id, reading.finished_at)
    await changes.publish(place.organisation_id, f"runs:{place.worker_id}")


async def record_failure(engine_id: UUID, payload: dict[str, Any]) -> bool:
    """Keep a failure that the engine pushed; True when it was one of a worker's.

    payload: what n8n's Error Trigger gives: `workflow.id`, and `execution` (id, error, lastNodeExecuted) of a run that
    failed, or `trigger` (error) of a trigger that could not listen.
    """
    async with platform_session() as session:
        workflow_id = str((payload.get("workflow") or {}).get("id") or "")
        place = await platform.worker_of_workflow(session, engine_id, workflow_id)
    if place is None:
        return False
    execution = payload.get("execution") or {}
    if execution.get("id"):
        await keep(engine_id, place, [_failed_execution(execution, workflow_id)])
    elif payload.get("trigger"):
        await _note_trigger(place, (payload["trigger"] or {}).get("error") or {})
    return True


@lru_cache(maxsize=1)
def services() -> Services:
    """By node type: (the service's name, its icon's key)."""
    try:
        operations = catalogue.current().operations.values()
    except WorkforceError as error:  # a run is worth keeping without pictures
        log.warning("no catalogue for runs", detail=error.sentence)
        return {}
    return {operation.node_type: (operation.service, operation.icon) for operation in operations}


async def _find(actor: Actor, run_id: UUID) -> tuple[Run, str]:
    async with tenant_session(actor) as session:
        wanted = select(Run, Worker.name).join(Worker, col(Worker.id) == col(Run.worker_id)).where(Run.id == run_id)
        found = (await session.execute(wanted)).first()
    if found is None:
        raise NotFound("We could not find that run. It may have been removed.")
    return found[0], found[1]


async def _fetch_steps(run: Run) -> None:
    """Ask the engine once more; a run it has forgotten keeps what we know of it."""
    try:
        engine = await engines.at(run.engine_id)
        execution = await engine.client.execution(run.execution_id)
    except WorkforceError as error:
        log.info("steps not to be had", run=str(run.id), reason=error.sentence)
        return
    await keep(run.engine_id, WorkerPlace(run.organisation_id, run.worker_id, execution.workflow_id), [execution])


async def _upsert(session: AsyncSession, engine_id: UUID, worker: Worker, reading: RunReading) -> UUID | None:
    """Insert or bring up to date; a finished run is never opened again and known steps are never forgotten."""
    values: dict[str, Any] = {
        "status": reading.status,
        "started_at": reading.started_at,
        "finished_at": reading.finished_at,
        "steps": [asdict(step) for step in reading.steps] if reading.steps is not None else None,
        "trigger": reading.trigger,
        "error": reading.error,
        "failed_step": reading.failed_step,
    }
    known = {"organisation_id": worker.organisation_id, "worker_id": worker.id, "version": worker.current_version}
    stored = insert(Run).values(engine_id=engine_id, execution_id=reading.execution_id, **known, **values)
    fresh = stored.excluded
    runs = sa_inspect(Run).local_table.c
    better = {name: func.coalesce(func.nullif(fresh[name], ""), runs[name]) for name in KEPT_TEXTS}
    statement = stored.on_conflict_do_update(
        index_elements=[runs.engine_id, runs.execution_id],
        set_={
            "status": fresh.status,
            "started_at": func.least(fresh.started_at, runs.started_at),
            "finished_at": func.coalesce(fresh.finished_at, runs.finished_at),
            "steps": func.coalesce(fresh.steps, runs.steps),
            "updated_at": func.now(),
            **better,
        },
        where=and_(
            runs.organisation_id == worker.organisation_id,
            or_(runs.status.in_(OPEN), fresh.finished_at.is_not(None)),
        ),
    ).returning(runs.id)
    found: UUID | None = (await session.execute(statement)).scalar_one_or_none()
    return found


async def _count(session: AsyncSession, worker: Worker, run_id: UUID, at: datetime) -> None:
    counted = insert(UsageRecord).values(
        organisation_id=worker.organisation_id, run_id=run_id, worker_id=worker.id, kind="run", at=at
    )
    await session.execute(counted.on_conflict_do_nothing(index_elements=["run_id"]))


def _only_a_notice(execution: Execution) -> bool:
    """A worker's own word of a failed run belongs to that run, unless it did not get through."""
    return execution.mode == "error" and read_run(execution, {}).status is not RunStatus.FAILED


def _failed_execution(execution: dict[str, Any], workflow_id: str) -> Execution:
    error = execution.get("error") or {}
    now = datetime.now(UTC)
    node = (error.get("node") or {}) if isinstance(error.get("node"), dict) else {}
    return Execution(
        id=str(execution["id"]),
        workflow_id=workflow_id,
        status="error",
        mode=str(execution.get("mode") or ""),
        started_at=_established(execution) or now,
        stopped_at=now,
        error=error,
        failed_node=str(node.get("name") or execution.get("lastNodeExecuted") or ""),
        started_by=str(((execution.get("executionContext") or {}).get("triggerNode") or {}).get("name") or ""),
    )


def _established(execution: dict[str, Any]) -> datetime | None:
    milliseconds = (execution.get("executionContext") or {}).get("establishedAt")
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if isinstance(milliseconds, int | float) else None


async def _note_trigger(place: WorkerPlace, error: dict[str, Any]) -> None:
    """A trigger that could not listen is no run; the worker says so."""
    async with tenant_session(system(place.organisation_id)) as session:
        worker = await session.get(Worker, place.worker_id, with_for_update=True)
        if worker is not None:
            worker.reason = explain_failure(error, "Waiting for its trigger", "")
    await changes.publish(place.organisation_id, f"worker:{place.worker_id}")
