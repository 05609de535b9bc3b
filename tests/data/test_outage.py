"""PostgreSQL or Redis gone, also in the middle: a sentence that helps, and all is well when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from sqlmodel import select

from tests.conftest import Database
from tests.data.cable import Cable
from tests.data.companies import company
from tests.stack import point_settings_at
from workforce.core.errors import InvalidInput, StoreUnavailable
from workforce.data import models as m
from workforce.data import postgres, redis
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import accounts

SENTENCE = "Our database does not answer right now. Nothing you typed is lost; try again in a minute."


def through(url: str, cable: Cable) -> str:
    parts = urlsplit(url)
    who, _, where = parts.netloc.rpartition("@")
    host = where.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{who}{'@' if who else ''}{host}:{cable.port}"))


@pytest.fixture
async def database_cable(app: Database) -> AsyncIterator[Cable]:
    cable = Cable(urlsplit(app.url).port or 5432)
    await cable.mend()
    async with point_settings_at(DATABASE_URL=through(app.url, cable)):
        yield cable
    await cable.cut()


@pytest.fixture
async def redis_cable(app: Database, redis_url: str) -> AsyncIterator[Cable]:
    cable = Cable(urlsplit(redis_url).port or 6379)
    await cable.mend()
    async with point_settings_at(REDIS_URL=through(redis_url, cable)):
        yield cable
    await cable.cut()


async def test_postgres_goes_in_the_middle_and_comes_back(database_cable: Cable) -> None:
    alice = await company("alice")
    with pytest.raises(StoreUnavailable) as away:
        async with tenant_session(alice.admin) as session:
            session.add(m.Department(organisation_id=alice.id, name="Half"))
            await session.flush()
            await database_cable.cut()
            await session.exec(select(m.Department))
    assert away.value.sentence == SENTENCE
    with pytest.raises(StoreUnavailable):
        async with platform_session() as session:
            await session.exec(select(m.Engine))
    await database_cable.mend()
    async with tenant_session(alice.admin) as session:
        assert [row.name for row in await session.exec(select(m.Department))] == ["Sales"]


async def test_postgres_goes_at_the_commit(database_cable: Cable) -> None:
    alice = await company("alice")
    with pytest.raises(StoreUnavailable):
        async with tenant_session(alice.admin) as session:
            session.add(m.Department(organisation_id=alice.id, name="Half"))
            await session.flush()
            await database_cable.cut()


async def test_a_restarted_postgres_is_not_even_noticed(app: Database) -> None:
    alice = await company("alice")
    with psycopg.connect(app.super_url, autocommit=True) as db:
        db.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'workforce'")
    async with tenant_session(alice.admin) as session:
        assert len((await session.exec(select(m.Department))).all()) == 1


async def test_a_restart_is_met_by_every_pooled_connection(app: Database) -> None:
    alice = await company("alice")

    async def look() -> int:
        async with tenant_session(alice.admin) as session:
            return len((await session.exec(select(m.Department))).all())

    await asyncio.gather(*(look() for _ in range(postgres.POOL)))
    with psycopg.connect(app.super_url, autocommit=True) as db:
        db.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'workforce'")
    assert await asyncio.gather(*(look() for _ in range(2 * postgres.POOL))) == [1] * (2 * postgres.POOL)


async def test_a_short_look_asks_postgres_three_times(database_cable: Cable) -> None:
    alice = await company("alice")
    before = database_cable.asked
    async with tenant_session(alice.admin) as session:
        assert (await session.exec(select(m.Department.name))).all() == ["Sales"]
    assert database_cable.asked - before == 3, "begin with the company, the question, commit"


async def test_a_wrong_address_is_a_sentence(app: Database) -> None:
    async with point_settings_at(DATABASE_URL="postgresql://workforce_app:x@127.0.0.1:9/none"):
        with pytest.raises(StoreUnavailable):
            await accounts.sign_up("a@example.com", "correct horse", "Anna", "Acme", "UTC")


async def test_redis_goes_and_comes_back(redis_cable: Cable) -> None:
    sid = await accounts.sign_up("anna@example.com", "correct horse", "Anna", "Acme", "UTC")
    assert await accounts.actor_of(sid)
    await redis_cable.cut()
    with pytest.raises(StoreUnavailable) as away:
        await accounts.actor_of(sid)
    assert away.value.sentence == SENTENCE
    with pytest.raises(StoreUnavailable):  # closed: nobody may guess passwords while tries cannot be counted
        await accounts.sign_in("anna@example.com", "correct horse", "127.0.0.1")
    await redis_cable.mend()
    assert await accounts.actor_of(sid)


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
async def test_text_that_cannot_be_stored_is_a_sentence(app: Database, text: str) -> None:
    alice = await company("alice")
    for row in (
        m.Draft(organisation_id=alice.id, prompt=text),
        m.Draft(organisation_id=alice.id, prompt="fine", answers={"key": text}),
    ):
        with pytest.raises(InvalidInput):
            async with tenant_session(alice.admin) as session:
                session.add(row)


async def test_nothing_is_prepared_on_the_server(app: Database) -> None:
    for _ in range(10):
        async with platform_session() as session:
            connection = await session.connection()
            prepared = await connection.exec_driver_sql("select count(*) from pg_prepared_statements")
            assert prepared.scalar_one() == 0


def test_each_event_loop_has_its_own_connections(app: Database) -> None:
    async def look() -> int:
        async with platform_session() as session:
            await session.exec(select(m.Engine))
        with redis.store_errors():
            await redis.client().get("x")
        await postgres.close()
        await redis.close()
        return 1

    with ThreadPoolExecutor() as pool:
        assert sum(pool.map(lambda _: asyncio.run(look()), range(3))) == 3
