"""The real services that the tests share: one of each a session, started when the first test asks for it.

| fixture | what a test gets |
|---|---|
| `stack` | the session's `workforce.local.stack.Stack`; the fixtures below start its services |
| `postgres` | a running PostgreSQL 18 (`.url(database)`: as superuser; `.ensure_role`, `.ensure_database`) |
| `database` | `Database(name, url, owner_url, super_url)`: an own, migrated one a test (a clone, some 50 ms) |
| `redis_url` | a running Redis, emptied before the test |
| `engine` | `EngineUnderTest(url, key)`: the real n8n, on a database of its own; remove what you make |
| `rehearsal_socket` | the door of the rehearsal stage: the sealed second n8n and its simulated world |
| `catalogue_path` | the installed n8n's `node_modules`, with its node descriptions |
| `app` | `database` and `redis_url` together, for services that need no n8n |
| `site` | `Site(url, email, password, mail)`: pages, web app, job worker, n8n, demo company, mailbox |
| `browser` | a Chromium for the session (Playwright's async API) |
| `page` | a new page (1280 × 900) in a new context of it; `page_problems` lists its errors |

`database`, `redis_url` and `engine` also point the settings (`get_settings`) at what they give.
Tests are plain `async def`; the event loop is one for the session, so use the async API of everything.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import redis as redis_client
from psycopg import sql

from tests.browser import browser, page, page_problems
from tests.stack import WEB_PORT, Site, point_settings_at, running_site, seed
from workforce.local import guard, n8n
from workforce.local.places import Places
from workforce.local.postgres import PostgresServer
from workforce.local.rehearsal.service import door
from workforce.local.stack import APPLICATION, OWNER, Stack

__all__ = ["browser", "page", "page_problems"]

GIVEN = (
    *("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "N8N_BASE_URL", "N8N_API_KEY"),
    *("REHEARSAL_SOCKET", "PUBLIC_URL"),
)
PORTS = {"web": WEB_PORT, "postgres": 27330, "redis": 27380, "n8n": 27680, "n8n_broker": 27690, "mail": 12500}
TEMPLATE = "workforce_template"


@dataclass(frozen=True, slots=True)
class Database:
    """A migrated database. url: the application's role; owner_url: the owner's; super_url: may do everything."""

    name: str
    url: str
    owner_url: str
    super_url: str


@dataclass(frozen=True, slots=True)
class EngineUnderTest:
    """The session's n8n."""

    url: str
    key: str


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """The session's services, in a folder of their own; all that ran is stopped at the end."""
    for name in GIVEN:
        os.environ.pop(name, None)  # the tests bring their own services
    folder = Path(tempfile.mkdtemp(prefix="workforce-tests-"))
    places = Places(Places.of().cache, folder).made()
    stack = Stack(places, durable=False)
    stack.choose_ports(PORTS)
    with (folder / "session.lock").open("w") as held:
        guarded = guard.start(places.pids, held.fileno())  # a killed session leaves nothing behind either
    yield stack
    stack.stop()
    guarded.communicate()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(stack: Stack) -> PostgresServer:
    """The session's PostgreSQL, with the platform's roles."""
    stack.start_postgres()
    return stack.postgres


@pytest.fixture(scope="session")
def _template(stack: Stack, postgres: PostgresServer) -> str:
    postgres.ensure_database(TEMPLATE, OWNER)
    stack.migrate(stack.database_url(OWNER, TEMPLATE))
    return TEMPLATE


@pytest.fixture
async def database(stack: Stack, postgres: PostgresServer, _template: str) -> AsyncIterator[Database]:
    """An own migrated database, dropped after the test."""
    name = f"test_{uuid4().hex[:12]}"
    postgres.ensure_database(name, OWNER, _template)
    postgres.grant_connect(name, APPLICATION)
    made = Database(name, stack.database_url(APPLICATION, name), stack.database_url(OWNER, name), postgres.url(name))
    async with point_settings_at(DATABASE_URL=made.url, DATABASE_OWNER_URL=made.owner_url):
        yield made
    with psycopg.connect(postgres.url(), autocommit=True) as db:
        db.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def _redis(stack: Stack) -> str:
    stack.start_redis()
    return stack.redis.url


@pytest.fixture
async def redis_url(_redis: str) -> AsyncIterator[str]:
    """An empty Redis database (the site has another number)."""
    with redis_client.Redis.from_url(_redis) as client:
        client.flushdb()
    async with point_settings_at(REDIS_URL=_redis):
        yield _redis


@pytest.fixture
def app(database: Database, redis_url: str) -> Database:
    """What most services stand on: an own database and an empty Redis."""
    return database


@pytest.fixture(scope="session")
def _n8n_installed(stack: Stack) -> Path:
    n8n.install(stack.places, stack.runner)
    return n8n.installation(stack.places.cache) / "node_modules"


@pytest.fixture(scope="session")
def catalogue_path(_n8n_installed: Path) -> Path:
    """Where the installed n8n's node descriptions are."""
    return _n8n_installed


@pytest.fixture(scope="session")
def _engine(stack: Stack, postgres: PostgresServer, _n8n_installed: Path) -> Stack:
    stack.start_engine()
    return stack


@pytest.fixture
async def engine(_engine: Stack, catalogue_path: Path) -> AsyncIterator[EngineUnderTest]:
    """The session's real n8n; remove what a test makes there."""
    real = EngineUnderTest(_engine.n8n.url, _engine.kept.get("n8n_api_key"))
    async with point_settings_at(N8N_BASE_URL=real.url, N8N_API_KEY=real.key, CATALOGUE_PATH=str(catalogue_path)):
        yield real


@pytest.fixture(scope="session")
def _stage(stack: Stack, postgres: PostgresServer, _n8n_installed: Path) -> Stack:
    stack.start_rehearsal()
    return stack


@pytest.fixture
async def rehearsal_socket(_stage: Stack) -> AsyncIterator[str]:
    """The door of the session's rehearsal stage; its n8n may still be starting, plays wait for it."""
    socket = str(door(_stage.places))
    async with point_settings_at(REHEARSAL_SOCKET=socket):
        yield socket


@pytest.fixture(scope="session")
def _site(stack: Stack, _template: str, _redis: str, _engine: Stack, _stage: Stack) -> Iterator[Site]:
    with running_site(stack) as running:
        yield running


@pytest.fixture
def site(stack: Stack, _site: Site) -> Site:
    """The whole product on one port, as `make up` runs it, with the demo company."""
    seed(stack)  # a test before this one may have replaced the engine's key
    return _site
