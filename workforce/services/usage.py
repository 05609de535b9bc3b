"""What a company's workers did, counted as it will be billed: one record a finished run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlmodel import col

from workforce.core.actor import Actor, Role
from workforce.data.models import Run, UsageRecord, Worker
from workforce.data.postgres import tenant_session
from workforce.services.records import RunStatus


@dataclass(frozen=True, slots=True)
class WorkerUsage:
    """One worker's finished runs, and how many of them failed."""

    worker_id: UUID
    name: str
    runs: int
    failures: int


@dataclass(frozen=True, slots=True)
class UsageFacts:
    """A month so far. since: its first moment in the actor's time zone; by_worker: the busiest first."""

    since: datetime
    by_worker: tuple[WorkerUsage, ...]


async def this_month(actor: Actor) -> UsageFacts:
    """The company's finished runs of this month, by worker."""
    actor.require(Role.MANAGER)
    now = datetime.now(UTC).astimezone(ZoneInfo(actor.timezone))
    since = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    failed = func.count().filter(col(Run.status) == RunStatus.FAILED)
    wanted = (
        select(col(Worker.id), col(Worker.name), func.count(), failed)
        .join(UsageRecord, col(UsageRecord.worker_id) == col(Worker.id))
        .join(Run, col(Run.id) == col(UsageRecord.run_id))
        .where(col(UsageRecord.at) >= since)
        .group_by(col(Worker.id), col(Worker.name))
        .order_by(func.count().desc(), col(Worker.name))
    )
    async with tenant_session(actor) as session:
        rows = (await session.execute(wanted)).all()
    return UsageFacts(since, tuple(WorkerUsage(*row) for row in rows))
