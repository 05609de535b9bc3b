"""The job queue as its worker processes use it."""

from __future__ import annotations

from procrastinate import PsycopgConnector
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from workforce.core.settings import get_settings
from workforce.data.urls import psycopg_url

HEARTBEAT_SECONDS = 5.0
# A process is dead when it has missed two beats; the whole of crash recovery rests on this.
DEAD_SECONDS = 12.0

# One statement, so that two processes that look at once cannot both take the same job. A job that keeps killing its
# process waits longer each time.
_RECOVER = text(
    """
    update procrastinate_jobs job
    set status = 'todo', worker_id = null, attempts = attempts + 1,
        scheduled_at = now() + least(power(2, attempts) - 1, 300) * interval '1 second'
    where status = 'doing' and (worker_id is null or exists (
        select from procrastinate_workers w
        where w.id = job.worker_id and w.last_heartbeat < now() - :dead * interval '1 second'))
    returning id
    """
)
_STATE = text(
    """
    select
        (select extract(epoch from now() - max(last_heartbeat)) from procrastinate_workers) as since_beat,
        (select count(*) from procrastinate_jobs where status = 'todo') as waiting
    """
)


def connector(connections: int) -> PsycopgConnector:
    """A worker process's own pool; straight to PostgreSQL, since it listens for new jobs."""
    return PsycopgConnector(
        conninfo=psycopg_url(get_settings().database_url),
        min_size=1,
        max_size=connections,
        timeout=10,
        kwargs={"prepare_threshold": None, "connect_timeout": 5, "application_name": "workforce-jobs"},
    )


async def recover_jobs(session: AsyncSession) -> list[int]:
    """Queue again what dead worker processes left half done: the jobs' ids."""
    bare = await session.connection()
    return [row.id for row in await bare.execute(_RECOVER, {"dead": DEAD_SECONDS})]


async def queue_state(session: AsyncSession) -> tuple[float | None, int]:
    """(seconds since the last heartbeat of any worker process, None without one; jobs that wait)."""
    bare = await session.connection()
    row = (await bare.execute(_STATE)).one()
    return (None if row.since_beat is None else float(row.since_beat)), int(row.waiting)
