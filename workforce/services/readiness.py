"""Whether each part that the product stands on answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlmodel import col, select

from workforce.core.errors import WorkforceError
from workforce.data import job_store, redis
from workforce.data.models import Engine
from workforce.data.postgres import platform_session
from workforce.services import engines

SILENT_SECONDS = 30
PATIENCE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One part; `sentence` says what is wrong when it is not well."""

    name: str
    well: bool
    sentence: str = ""


async def parts() -> list[Part]:
    """Ask all parts at once: database, redis, engine, jobs."""
    checks: dict[str, Callable[[], Awaitable[str]]] = {
        "database": _database,
        "redis": _redis,
        "engine": _engine,
        "jobs": _jobs,
    }
    return list(await asyncio.gather(*(_asked(name, check) for name, check in checks.items())))


async def waiting_jobs() -> int:
    """How many jobs wait for a worker process."""
    async with platform_session() as session:
        return (await job_store.queue_state(session))[1]


async def _asked(name: str, check: Callable[[], Awaitable[str]]) -> Part:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            sentence = await check()
    except WorkforceError as error:
        sentence = error.sentence
    except TimeoutError:
        sentence = f"No answer within {PATIENCE_SECONDS} seconds."
    return Part(name, not sentence, sentence)


async def _database() -> str:
    async with platform_session() as session:
        await (await session.connection()).exec_driver_sql("select 1")
    return ""


async def _redis() -> str:
    with redis.store_errors():
        await redis.client().exists("health")
    return ""


async def _engine() -> str:
    async with platform_session() as session:
        shared = (await session.exec(select(Engine).where(col(Engine.organisation_id).is_(None)))).all()
    if not shared:
        return "No shared automation engine (n8n) is set up yet."
    answers = await asyncio.gather(*(engines.connect(row).check() for row in shared), return_exceptions=True)
    if all(isinstance(answer, BaseException) for answer in answers):
        return next(error.sentence if isinstance(error, WorkforceError) else str(error) for error in answers if error)
    return ""


async def _jobs() -> str:
    async with platform_session() as session:
        since_beat, _ = await job_store.queue_state(session)
    if since_beat is None or since_beat > SILENT_SECONDS:
        return "No job worker is running. Start one with: python -m workforce jobs"
    return ""
