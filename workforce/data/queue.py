"""Put durable work in the queue in the caller's own transaction: both are there afterwards, or neither."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

QUEUE = "work"
REHEARSALS = "rehearsals"  # wait for the stage, and must not keep other work waiting meanwhile

# The same work that waits already (also for its next try) is brought forward instead of queued twice.
_HURRY = text(
    """
    update procrastinate_jobs set scheduled_at = null
    where lock = :key and task_name = :task and status = 'todo' returning id
    """
)
_DEFER = text(
    """
    select (procrastinate_defer_jobs_v1(array[
        row(:queue, :task, 0, :key, :key, cast(:args as jsonb), null)::procrastinate_job_to_defer_v1
    ]))[1]
    """
)
# Two that enqueue the same key at once: the second waits here until the first has committed or rolled back.
_ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtextextended('enqueue:' || :key, 0))")


async def enqueue(session: AsyncSession, task: str, *, key: str, queue: str = QUEUE, **args: Any) -> int:
    """Have `task` run with `args` (JSON) after this transaction commits; the job's id.

    Jobs of one key run one after the other, and only one of them waits at a time: enqueueing again while one waits
    gives that one's id, and while one runs, queues one more run after it.
    """
    connection = await session.connection()
    await connection.execute(_ONE_AT_A_TIME, {"key": key})
    waiting = (await connection.execute(_HURRY, {"key": key, "task": task})).scalar()
    if waiting is not None:
        return int(waiting)
    values = {"queue": queue, "task": task, "key": key, "args": json.dumps(args)}
    return int((await connection.execute(_DEFER, values)).scalar_one())
