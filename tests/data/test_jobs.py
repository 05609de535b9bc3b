"""Real worker processes: killed in the middle, stopped politely, failing and trying again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest

from tests.conftest import Database
from workforce.core.errors import EngineRefused, EngineUnavailable, StoreUnavailable
from workforce.data import queue
from workforce.data.job_store import DEAD_SECONDS
from workforce.data.postgres import platform_session
from workforce.jobs import MOST_TRIES, seconds_until_retry

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def worker(marks: Path, seconds: float = 0) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.data.worker_process", str(marks), str(seconds), cwd=ROOT, env=os.environ
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.1)


async def put(task: str, key: str = "k") -> None:
    async with platform_session() as session:
        await queue.enqueue(session, task, key=key, correlation_id="c0ffee")


def words(marks: Path) -> list[str]:
    return [line.split()[0] for line in marks.read_text().splitlines()] if marks.exists() else []


async def test_a_killed_process_leaves_its_job_to_another(app: Database, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    await put("slow")
    async with worker(marks, 60) as first:
        await until(lambda: words(marks) == ["began"])
        first.send_signal(signal.SIGKILL)
        await first.wait()
        async with worker(marks, 0.2):
            await until(lambda: words(marks) == ["began", "began", "ended"], DEAD_SECONDS + 20)
            await asyncio.sleep(2)
    assert words(marks) == ["began", "began", "ended"]
    with psycopg.connect(app.super_url) as db:
        assert db.execute("select count(*) from procrastinate_jobs").fetchone() == (0,)


async def test_a_stopped_process_finishes_what_it_has(app: Database, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    await put("slow")
    async with worker(marks, 1.5) as process:
        await until(lambda: words(marks) == ["began"])
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 15) == 0
    assert words(marks) == ["began", "ended"]


async def test_trying_again_and_giving_up(app: Database, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    async with worker(marks):
        await put("away", "1")
        await until(lambda: words(marks) == ["tried"] * 3)
        marks.unlink()
        await put("refused", "2")
        await until(lambda: words(marks) == ["tried", "gave-up:InvalidInput"])
        marks.unlink()
        await put("broken", "3")
        await until(lambda: words(marks) == ["tried", "gave-up:WorkforceError"])


async def test_the_database_comes_back(app: Database, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    async with worker(marks) as process:
        await put("slow", "1")
        await until(lambda: words(marks) == ["began", "ended"])
        with psycopg.connect(app.super_url, autocommit=True) as db:
            db.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'workforce%'"
            )
        await put("slow", "2")
        await until(lambda: words(marks) == ["began", "ended"] * 2)
        assert process.returncode is None


@pytest.mark.parametrize(
    ("error", "attempts", "seconds"),
    [
        (EngineUnavailable(), 0, 1),
        (EngineUnavailable(), 3, 8),
        (EngineUnavailable(), MOST_TRIES - 1, None),
        (StoreUnavailable(), 50, 30),
        (EngineRefused(), 0, None),
        (ZeroDivisionError(), 0, None),
        (asyncio.CancelledError(), 3, 0),
    ],
)
def test_when_to_try_again(error: BaseException, attempts: int, seconds: int | None) -> None:
    assert seconds_until_retry(error, attempts) == seconds
