"""Work and the row that needs it are there together, or not at all; a key is queued once."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest

from tests.conftest import Database
from tests.data.companies import company
from workforce.data import models as m
from workforce.data import queue
from workforce.data.postgres import platform_session, tenant_session


def jobs(database: Database) -> list[tuple[Any, ...]]:
    with psycopg.connect(database.super_url) as db:
        return db.execute(
            "select task_name, lock, queueing_lock, args, status from procrastinate_jobs order by id"
        ).fetchall()


async def test_commit_queues_and_rollback_does_not(database: Database) -> None:
    alice = await company("alice")
    with pytest.raises(ZeroDivisionError):
        async with tenant_session(alice.admin) as session:
            session.add(m.Draft(organisation_id=alice.id, prompt="lost"))
            await queue.enqueue(session, "plan_draft", key="plan:1", draft_id="1")
            raise ZeroDivisionError
    assert jobs(database) == []
    async with tenant_session(alice.admin) as session:
        await queue.enqueue(session, "plan_draft", key="plan:1", draft_id="1")
        assert jobs(database) == []
    assert jobs(database) == [("plan_draft", "plan:1", "plan:1", {"draft_id": "1"}, "todo")]


async def test_the_same_key_waits_once(database: Database) -> None:
    async with platform_session() as session:
        first = await queue.enqueue(session, "plan_draft", key="a")
        assert await queue.enqueue(session, "plan_draft", key="a") == first
        assert await queue.enqueue(session, "plan_draft", key="b") != first
    async with platform_session() as session:
        assert await queue.enqueue(session, "plan_draft", key="a") == first
    assert len(jobs(database)) == 2


async def test_two_at_once_queue_one(database: Database) -> None:
    async def enqueue() -> int:
        async with platform_session() as session:
            ident = await queue.enqueue(session, "plan_draft", key="same")
            await asyncio.sleep(0.02)
            return ident

    assert len(set(await asyncio.gather(*(enqueue() for _ in range(10))))) == 1
    assert len(jobs(database)) == 1


async def test_the_second_takes_over_when_the_first_rolls_back(database: Database) -> None:
    entered = asyncio.Event()

    async def fails() -> None:
        async with platform_session() as session:
            await queue.enqueue(session, "plan_draft", key="same", who="first")
            entered.set()
            await asyncio.sleep(0.1)
            raise ZeroDivisionError

    async def follows() -> None:
        await entered.wait()
        async with platform_session() as session:
            await queue.enqueue(session, "plan_draft", key="same", who="second")

    await asyncio.gather(fails(), follows(), return_exceptions=True)
    assert [row[3] for row in jobs(database)] == [{"who": "second"}]


async def test_what_waits_for_its_next_try_is_brought_forward(database: Database) -> None:
    async with platform_session() as session:
        first = await queue.enqueue(session, "plan_draft", key="a")
    with psycopg.connect(database.super_url) as db:
        db.execute("update procrastinate_jobs set status = 'doing'")
        db.execute("update procrastinate_jobs set status = 'todo', scheduled_at = now() + interval '1 hour'")
    async with platform_session() as session:
        assert await queue.enqueue(session, "plan_draft", key="a") == first
    with psycopg.connect(database.super_url) as db:
        assert db.execute("select scheduled_at from procrastinate_jobs").fetchall() == [(None,)]


async def test_a_running_job_and_a_new_one_do_not_collide(database: Database) -> None:
    async with platform_session() as session:
        first = await queue.enqueue(session, "plan_draft", key="a")
    with psycopg.connect(database.super_url) as db:
        db.execute("update procrastinate_jobs set status = 'doing'")
    async with platform_session() as session:
        assert await queue.enqueue(session, "plan_draft", key="a") != first
    with psycopg.connect(database.super_url) as db:
        db.execute("update procrastinate_jobs set status = 'todo' where id = %s", [first])
        one, two = (db.execute("select (procrastinate_fetch_job_v2(null, null)).id").fetchone() for _ in range(2))
    assert one == (first,)
    assert two == (None,)  # same lock: only after the first
