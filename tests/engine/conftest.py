"""The real n8n, a company with workers on it, a stranger, and the platform's ear for failures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from fastapi import FastAPI
from granian.constants import Interfaces
from granian.server.embed import Server

from tests.conftest import Database, EngineUnderTest
from tests.stack import point_settings_at
from workforce.api import callbacks
from workforce.core.actor import Actor
from workforce.integrations.n8n import N8nClient
from workforce.services import accounts, engines

CALLBACK_PORT = 18765


@dataclass(frozen=True, slots=True)
class Company:
    """Alice hires in her company, Charlie is a stranger; n8n: a client of the shared engine both may use."""

    alice: Actor
    charlie: Actor
    engine_id: UUID
    n8n: N8nClient
    database: Database

    @property
    def organisation_id(self) -> UUID:
        """Alice's company."""
        assert self.alice.organisation_id
        return self.alice.organisation_id


async def _person(name: str, company: str) -> Actor:
    address = f"{name}@{company}.example".lower()
    sid = await accounts.sign_up(address, "correct horse battery", name, company, "Europe/Berlin")
    actor = await accounts.actor_of(sid)
    assert actor is not None
    return actor


@pytest.fixture
def engine_address(engine: EngineUnderTest) -> tuple[str, str]:
    """The base URL and API key of the n8n under test."""
    return engine.url, engine.key


@pytest.fixture
async def n8n(engine: EngineUnderTest) -> AsyncIterator[N8nClient]:
    """A client of the n8n under test. Whatever workflow and credential is there afterwards is removed."""
    client = N8nClient(engine.url, engine.key)
    yield client
    for workflow in await client.find_workflows(""):
        await client.delete_workflow(workflow.id)
    for credential in await client.all_credentials():
        await client.delete_credential(credential.id)
    await client.aclose()
    await engines.close()


@pytest.fixture
async def company(app: Database, engine: EngineUnderTest, n8n: N8nClient) -> AsyncIterator[Company]:
    """Two companies in a fresh database, and the n8n as a shared engine that reports failures to `callback`'s port."""
    async with point_settings_at(CALLBACK_URL=f"http://127.0.0.1:{CALLBACK_PORT}"):
        alice = await _person("Alice", "Harbour")
        charlie = await _person("Charlie", "Desert")
        engine_id = await engines.ensure_shared(engine.url, engine.key)
        yield Company(alice, charlie, engine_id, n8n, app)
        await engines.close()


@pytest.fixture
async def callback(company: Company) -> AsyncIterator[None]:
    """The platform listens where the engine reports failures to."""
    web = FastAPI()
    web.include_router(callbacks.router)
    server = Server(web, address="127.0.0.1", port=CALLBACK_PORT, interface=Interfaces.ASGI, log_enabled=False)
    task = asyncio.create_task(server.serve())
    await asyncio.sleep(0.3)
    yield
    server.stop()
    await asyncio.wait_for(task, 10)
