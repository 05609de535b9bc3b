"""A stranger attacks every table of a company, as the application's role and with all that it may do."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import ForeignKeyViolation, InsufficientPrivilege
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlmodel import select

from tests.conftest import Database
from tests.data.companies import Company, company
from workforce.core.actor import GUEST, system
from workforce.core.errors import SignInRequired
from workforce.data import models as m
from workforce.data import platform
from workforce.data.postgres import platform_session, tenant_session

NUMBERED = {"audit_entries", "draft_events"}


@pytest.fixture
async def pair(database: Database) -> tuple[Company, Company]:
    """(the victim, the stranger)"""
    return await company("alice"), await company("mallory")


@asynccontextmanager
async def as_app(database: Database, organisation: UUID | None) -> AsyncIterator[psycopg.AsyncConnection]:
    async with await psycopg.AsyncConnection.connect(database.url) as db:
        if organisation:
            await db.execute("select set_config('app.organisation_id', %s, true)", [str(organisation)])
        yield db
        await db.rollback()


def company_tables(database: Database) -> list[str]:
    with psycopg.connect(database.super_url) as db:
        rows = db.execute(
            """select table_name from information_schema.columns
               where table_schema = 'public' and column_name = 'organisation_id'
                 and table_name in (select relname from pg_class where relkind in ('r', 'p')) order by 1"""
        )
        return [row[0] for row in rows]


def row_of(database: Database, table: str, owner: UUID) -> dict[str, object]:
    with psycopg.connect(database.super_url) as db:
        query = sql.SQL("select to_jsonb(t) from {} t where organisation_id = %s limit 1").format(sql.Identifier(table))
        found = db.execute(query, [owner]).fetchone()
    assert found, f"tests/data/companies.py makes no row in {table}"
    return dict(found[0])


async def test_every_company_table_is_forced(database: Database) -> None:
    tables = company_tables(database)
    assert len(tables) >= 13
    with psycopg.connect(database.super_url) as db:
        for table in [*tables, "organisations", "users"]:
            flags = db.execute(
                "select relrowsecurity, relforcerowsecurity from pg_class where oid = %s::regclass", [table]
            ).fetchone()
            assert flags == (True, True), table
            policies = db.execute("select count(*) from pg_policies where tablename = %s", [table]).fetchone()
            assert policies and policies[0] > 0, table


async def test_no_table_is_without_a_decision(database: Database) -> None:
    platform_tables = {"organisations", "users", "alembic_version"}
    with psycopg.connect(database.super_url) as db:
        rows = db.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
    others = {row[0] for row in rows if not row[0].startswith("procrastinate_")}
    assert others - set(company_tables(database)) == platform_tables


async def test_stranger_reads_updates_and_deletes_nothing(database: Database, pair: tuple[Company, Company]) -> None:
    victim, stranger = pair
    for table in company_tables(database):
        name = sql.Identifier(table)
        attacks = {
            "read": sql.SQL("select 1 from {} where organisation_id = %s").format(name),
            "update": sql.SQL("update {} set organisation_id = organisation_id where organisation_id = %s").format(
                name
            ),
            "steal": sql.SQL("update {} set organisation_id = {} where organisation_id = %s").format(
                name, sql.Literal(str(stranger.id))
            ),
            "delete": sql.SQL("delete from {} where organisation_id = %s").format(name),
        }
        for attack, query in attacks.items():
            async with as_app(database, stranger.id) as db:
                try:
                    cursor = await db.execute(query, [victim.id])
                except InsufficientPrivilege:
                    assert attack != "read"
                else:
                    assert cursor.rowcount == 0, (table, attack)
        row_of(database, table, victim.id)


async def test_stranger_plants_nothing(database: Database, pair: tuple[Company, Company]) -> None:
    victim, stranger = pair
    for table in company_tables(database):
        row = row_of(database, table, victim.id) | {"id": uuid4().hex if table not in NUMBERED else 10**9}
        query = sql.SQL("insert into {0} select * from jsonb_populate_record(null::{0}, %s)").format(
            sql.Identifier(table)
        )
        async with as_app(database, stranger.id) as db:
            with pytest.raises(InsufficientPrivilege):
                await db.execute(query, [json.dumps(row)])


async def test_own_rows_cannot_be_given_away(database: Database, pair: tuple[Company, Company]) -> None:
    victim, stranger = pair
    for table in company_tables(database):
        query = sql.SQL("update {} set organisation_id = %s where organisation_id = %s").format(sql.Identifier(table))
        async with as_app(database, stranger.id) as db:
            with pytest.raises(InsufficientPrivilege):
                await db.execute(query, [victim.id, stranger.id])


async def test_without_a_company_there_is_nothing(database: Database, pair: tuple[Company, Company]) -> None:
    with psycopg.connect(database.super_url) as db:
        assert db.execute("select count(*) from workers").fetchone() == (2,)
    for table in [*company_tables(database), "organisations", "users"]:
        async with as_app(database, None) as db:
            cursor = await db.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table)))
            assert await cursor.fetchone() == (0,), table
    with pytest.raises(SignInRequired):
        async with tenant_session(GUEST):
            pass


async def test_strangers_people_are_invisible(database: Database, pair: tuple[Company, Company]) -> None:
    victim, stranger = pair
    async with tenant_session(stranger.admin) as session:
        assert [user.id for user in await session.exec(select(m.User))] == [stranger.admin.user_id]
        assert [row.id for row in await session.exec(select(m.Organisation))] == [stranger.id]
    async with as_app(database, stranger.id) as db:
        cursor = await db.execute("update users set name = 'x' where id = %s", [victim.admin.user_id])
        assert cursor.rowcount == 0
        with pytest.raises(InsufficientPrivilege):
            await db.execute("update users set is_superuser = true where id = %s", [stranger.admin.user_id])


async def test_app_role_owns_nothing_and_cannot_get_round(database: Database, pair: tuple[Company, Company]) -> None:
    with psycopg.connect(database.super_url) as db:
        role = db.execute(
            "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'workforce_app'"
        ).fetchone()
        assert role == (False, False, False, False)
        owned = db.execute("select count(*) from pg_class where relowner = 'workforce_app'::regrole").fetchone()
        assert owned == (0,)
    forbidden = (
        "alter table workers disable row level security",
        "alter table workers no force row level security",
        "create policy mine on workers using (true)",
        "drop policy company on workers",
        "set role workforce_owner",
        "create table loot (id int)",
        "create function public.loot() returns int language sql as 'select 1'",
        "truncate workers",
        "set local row_security = off; select * from workers",
        "update audit_entries set verb = 'nothing.happened'",
        "delete from audit_entries",
        "update worker_versions set number = 2",
        "delete from draft_events",
        "select password_hash from pg_authid",
    )
    for statement in forbidden:
        async with as_app(database, pair[1].id) as db:
            with pytest.raises((InsufficientPrivilege, psycopg.errors.UndefinedColumn)):
                await db.execute(statement)


async def test_functions_of_the_platform_are_the_applications_alone(database: Database) -> None:
    with psycopg.connect(database.super_url) as db:
        rows = db.execute(
            """select p.oid::regprocedure::text, has_function_privilege('public', p.oid, 'execute'), p.proconfig
               from pg_proc p join pg_namespace n on n.oid = p.pronamespace
               where n.nspname = 'public' and p.prosecdef"""
        ).fetchall()
    assert len(rows) >= 6
    for name, public, config in rows:
        assert not public, name
        assert config == ["search_path=public, pg_temp"], name


async def test_references_stay_inside_the_company(database: Database, pair: tuple[Company, Company]) -> None:
    victim, stranger = pair
    department = row_of(database, "departments", victim.id)["id"]
    engine = row_of(database, "engines", victim.id)["id"]
    with pytest.raises(IntegrityError) as refused:
        async with tenant_session(stranger.admin) as session:
            session.add(m.Worker(organisation_id=stranger.id, name="Spy", department_id=UUID(str(department))))
    assert isinstance(refused.value.orig, ForeignKeyViolation)
    with pytest.raises(ProgrammingError) as hidden:
        async with tenant_session(stranger.admin) as session:
            session.add(m.Worker(organisation_id=stranger.id, name="Spy", engine_id=UUID(str(engine))))
    assert isinstance(hidden.value.orig, InsufficientPrivilege)


async def test_shared_engines_are_seen_by_all_and_changed_by_the_platform(
    database: Database, pair: tuple[Company, Company]
) -> None:
    async with platform_session() as session:
        shared = m.Engine(base_url="http://shared.example.com", api_key="sealed")
        session.add(shared)
        await session.flush()
        assert len(await platform.engines(session)) == 3
    for member in pair:
        async with tenant_session(member.admin) as session:
            seen = (await session.exec(select(m.Engine))).all()
            assert {row.organisation_id for row in seen} == {None, member.id}
        async with as_app(database, member.id) as db:
            cursor = await db.execute("update engines set base_url = 'http://evil' where id = %s", [shared.id])
            assert cursor.rowcount == 0
            cursor = await db.execute("delete from engines where id = %s", [shared.id])
            assert cursor.rowcount == 0


async def test_platform_names_the_company_of_a_workflow(pair: tuple[Company, Company], database: Database) -> None:
    victim, _ = pair
    row = row_of(database, "workers", victim.id)
    engine, workflow = UUID(str(row["engine_id"])), str(row["engine_workflow_id"])
    async with platform_session() as session:
        place = await platform.worker_of_workflow(session, engine, workflow)
        assert place == platform.WorkerPlace(victim.id, UUID(str(row["id"])), workflow)
        assert await platform.workers_of_engine(session, engine) == [place]
        assert await platform.engine_load(session, engine) == 1
        assert await platform.worker_of_workflow(session, engine, "unknown") is None


async def test_two_hundred_at_once_never_mix(database: Database) -> None:
    companies = [await company(f"company{number}") for number in range(4)]
    order = random.Random(7)

    async def look(number: int) -> None:
        mine = companies[order.randrange(4)]
        async with tenant_session(system(mine.id)) as session:
            session.add(m.Department(organisation_id=mine.id, name=f"Department {number}"))
            await asyncio.sleep(order.random() / 100)
            for table in (m.Worker, m.Draft, m.Department, m.Run):
                assert {row.organisation_id for row in await session.exec(select(table))} == {mine.id}
        async with platform_session() as session:
            assert (await session.exec(select(m.Worker))).all() == []

    await asyncio.gather(*(look(number) for number in range(200)))


async def test_the_company_is_forgotten_after_each_transaction(pair: tuple[Company, Company]) -> None:
    for member in pair:
        with pytest.raises(ZeroDivisionError):
            async with tenant_session(member.admin):
                raise ZeroDivisionError
        async with platform_session() as session:
            assert (await session.exec(select(m.Department))).all() == []
