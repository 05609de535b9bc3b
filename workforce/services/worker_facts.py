"""Workers as their cards and pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func
from sqlalchemy import select as sa_select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, Role
from workforce.core.errors import NotFound
from workforce.data.models import Department, Engine, Run, StageEventRow, Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.services import catalogue, runs
from workforce.services.records import RunFacts, RunStatus, StageEvent, WorkerFacts, WorkerStatus
from workforce.workflow import schedule as timetable
from workforce.workflow.explain import explain
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.explain.sentences import sentences
from workforce.workflow.n8n_json.triggers import ERROR_TRIGGER
from workforce.workflow.plan import Plan
from workforce.workflow.run_input import run_inputs
from workforce.workflow.spec import WorkerSpec

NEXT_RUNS = 3
STAGES = ("create", "publish", "listen")


async def list_workers(actor: Actor, *, retired: bool = False) -> list[WorkerFacts]:
    """The company's workers, newest first, without their plans; retired ones only when asked for."""
    actor.require(Role.MANAGER)
    wanted = _with_details().order_by(col(Worker.created_at).desc())
    if not retired:
        wanted = wanted.where(Worker.status != WorkerStatus.RETIRED)
    async with tenant_session(actor) as session:
        rows = (await session.execute(wanted)).all()
        idents = [row[0].id for row in rows]
        last = await _last_runs(session, idents)
        counts = await _counts(session, idents)
    return [_facts(actor, row, last.get(row[0].id), counts.get(row[0].id, (0, 0))) for row in rows]


async def get_worker(actor: Actor, worker_id: UUID) -> WorkerFacts:
    """One worker with its plan and the progress of its deployment. `NotFound`."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        row = (await session.execute(_with_details().where(Worker.id == worker_id))).first()
        if row is None:
            raise NotFound("We could not find that worker. It may have been removed.")
        last = await _last_runs(session, [worker_id])
        counts = await _counts(session, [worker_id])
        events = await _events(session, row[0].draft_id)
    plan = _plan(actor, row[1])
    facts = _facts(actor, row, last.get(worker_id), counts.get(worker_id, (0, 0)), plan, events)
    return replace(facts, run_inputs=tuple(run_inputs(WorkerSpec.model_validate(row[1])))) if row[1] else facts


async def current_spec(session: AsyncSession, worker: Worker) -> WorkerSpec:
    """What the worker does now. `NotFound` for one without a version."""
    wanted = select(WorkerVersion.spec).where(
        WorkerVersion.worker_id == worker.id, WorkerVersion.number == worker.current_version
    )
    dump = (await session.execute(wanted)).scalar_one_or_none()
    if dump is None:
        raise NotFound("This worker has no plan. Hire it again.")
    return WorkerSpec.model_validate(dump)


def _with_details() -> Any:
    current = and_(
        col(WorkerVersion.worker_id) == col(Worker.id), col(WorkerVersion.number) == col(Worker.current_version)
    )
    return (
        sa_select(Worker, col(WorkerVersion.spec), col(Department.name), col(Engine.public_url), col(Engine.base_url))
        .join(WorkerVersion, current, isouter=True)
        .join(Department, col(Department.id) == col(Worker.department_id), isouter=True)
        .join(Engine, col(Engine.id) == col(Worker.engine_id), isouter=True)
    )


def _facts(
    actor: Actor,
    row: Any,
    last: RunFacts | None,
    counts: tuple[int, int],
    plan: Plan | None = None,
    events: Sequence[StageEventRow] = (),
) -> WorkerFacts:
    worker, spec_dump, department, public_url, base_url = row
    spec = WorkerSpec.model_validate(spec_dump) if spec_dump else None
    address = (public_url or base_url or "").rstrip("/")
    return WorkerFacts(
        id=worker.id,
        name=worker.name,
        objective=worker.objective,
        status=WorkerStatus(worker.status),
        department=department or "",
        trigger_words=_trigger_words(spec),
        created_at=worker.created_at,
        version=worker.current_version,
        reason=worker.reason,
        next_runs=_next_runs(actor, worker, spec),
        webhook_url=f"{address}/webhook/{worker.webhook_path}" if worker.webhook_path else "",
        form_url=f"{address}/form/{worker.form_path}" if worker.form_path else "",
        has_webhook_secret=bool(worker.webhook_path) and worker.webhook_secret_shown_at is None,
        services=_services(spec),
        last_run=last,
        runs_30d=counts[0],
        failures_30d=counts[1],
        plan=plan,
        events=tuple(StageEvent(one.id, one.stage, one.state, one.detail, one.at) for one in events),
        draft_id=worker.draft_id,
    )


def _trigger_words(spec: WorkerSpec | None) -> str:
    """“Every Monday at 09:00”, “When somebody fills in the form …”; an error trigger starts no work."""
    if spec is None:
        return ""
    starts = [trigger for trigger in spec.triggers if trigger.operation != ERROR_TRIGGER] or spec.triggers
    told = sentences(spec.model_copy(update={"triggers": starts, "steps": []}), catalogue.current())
    words = [
        timetable.words(trigger.schedule, "en") if trigger.schedule else sentence.text.removesuffix(".")
        for trigger, sentence in zip(starts, told, strict=False)
    ]
    return " · ".join(words)


def _next_runs(actor: Actor, worker: Worker, spec: WorkerSpec | None) -> tuple[datetime, ...]:
    """The next times of a live worker, in the actor's zone."""
    if spec is None or worker.status != WorkerStatus.LIVE:
        return ()
    zone, now = ZoneInfo(actor.timezone or "UTC"), datetime.now(UTC)
    moments = [
        moment
        for trigger in spec.triggers
        if trigger.schedule
        for moment in timetable.next_runs(trigger.schedule, spec.timezone, now, NEXT_RUNS)
    ]
    return tuple(moment.astimezone(zone) for moment in sorted(moments)[:NEXT_RUNS])


def _services(spec: WorkerSpec | None) -> tuple[tuple[str, str], ...]:
    """(Name, icon's key) of every service it uses, each once, in the order of its steps."""
    if spec is None:
        return ()
    used = [part.operation for part in spec.triggers] + [part.operation for part in spec.steps]
    operations = [catalogue.current().operation(ident) for ident in used]
    phrases = phrases_of("en")
    return tuple(dict.fromkeys((service_name(found.service, phrases), found.icon) for found in operations if found))


def _plan(actor: Actor, spec_dump: dict[str, Any] | None) -> Plan | None:
    if not spec_dump:
        return None
    zone = ZoneInfo(actor.timezone or "UTC")
    return explain(WorkerSpec.model_validate(spec_dump), catalogue.current(), datetime.now(zone))


async def _last_runs(session: AsyncSession, workers: list[UUID]) -> dict[UUID, RunFacts]:
    found = await session.execute(
        select(Run, Worker.name)
        .join(Worker, col(Worker.id) == col(Run.worker_id))
        .where(col(Run.worker_id).in_(workers))
        .distinct(col(Run.worker_id))
        .order_by(col(Run.worker_id), col(Run.started_at).desc())
    )
    return {run.worker_id: runs.facts(run, name, with_steps=False) for run, name in found.all()}


async def _counts(session: AsyncSession, workers: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """Runs and failures of the last 30 days."""
    failed = func.count().filter(col(Run.status) == RunStatus.FAILED)
    since = datetime.now(UTC) - timedelta(days=30)
    found = await session.execute(
        select(Run.worker_id, func.count(), failed)
        .where(col(Run.worker_id).in_(workers), col(Run.started_at) > since)
        .group_by(col(Run.worker_id))
    )
    return {worker: (total, bad) for worker, total, bad in found.all()}


async def _events(session: AsyncSession, draft_id: UUID | None) -> Sequence[StageEventRow]:
    if draft_id is None:
        return ()
    found = await session.execute(
        select(StageEventRow)
        .where(StageEventRow.draft_id == draft_id, col(StageEventRow.stage).in_(STAGES))
        .order_by(col(StageEventRow.id))
    )
    return found.scalars().all()
