"""The embedded services, for real: who may enter, what is left behind."""

from __future__ import annotations

import httpx
import psycopg
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from tests.conftest import Database, EngineUnderTest
from workforce.core.settings import get_settings
from workforce.local.postgres import PostgresServer
from workforce.local.stack import APPLICATION, Stack


def test_postgres_asks_for_a_password(postgres: PostgresServer) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgres.url(password="wrong"))


def test_the_application_role_owns_nothing_and_cannot_pass_row_level_security(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.url()) as db:
        role = db.execute(
            "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = %s", [APPLICATION]
        ).fetchone()
    assert role == (False, False, False, False)


def test_the_application_role_cannot_enter_the_engines_database(
    stack: Stack, postgres: PostgresServer, engine: EngineUnderTest
) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(stack.database_url(APPLICATION, "n8n"))


def test_redis_asks_for_a_password(stack: Stack, redis_url: str) -> None:
    stranger = redis.Redis(port=stack.port("redis"), retry=Retry(NoBackoff(), 0))
    with stranger as client, pytest.raises(redis.AuthenticationError):
        client.ping()


def test_the_engines_key_opens_its_public_api(engine: EngineUnderTest) -> None:
    answer = httpx.get(f"{engine.url}/api/v1/workflows", headers={"X-N8N-API-KEY": engine.key})
    assert answer.status_code == 200


def test_a_refused_engine_key_is_replaced(stack: Stack, engine: EngineUnderTest) -> None:
    stack.kept.put("n8n_api_key", "stale")
    renewed = stack.n8n.api_key()
    assert httpx.get(f"{engine.url}/api/v1/workflows", headers={"X-N8N-API-KEY": renewed}).status_code == 200


async def test_every_test_gets_a_migrated_database_of_its_own(database: Database) -> None:
    with psycopg.connect(database.url) as db:
        assert db.execute("select count(*) from organisations").fetchone() == (0,)
        assert db.execute("select current_user").fetchone() == (APPLICATION,)
    assert get_settings().database_url == database.url
