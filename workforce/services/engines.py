"""Engines: which n8n a company's workers run on, whether it is well, and the one workflow that tells us of failures."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import func, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import system
from workforce.core.errors import EngineUnavailable, NotFound, WorkforceError
from workforce.core.security import seal, unseal
from workforce.data import platform
from workforce.data.models import Engine as EngineRow
from workforce.data.postgres import platform_session, tenant_session
from workforce.integrations.n8n import Engine, N8nClient
from workforce.services import failure_workflow

NO_ROOM = "All our automation engines are full. Add an engine under Engines, or retire workers that are not needed."

# A client keeps connections open, and those belong to the event loop that opened them.
_clients: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[tuple[str, str], N8nClient]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class EngineAt:
    """An engine ready for use. public_url: where its webhooks are reached from outside."""

    id: UUID
    organisation_id: UUID | None
    public_url: str
    error_workflow_id: str
    client: Engine


async def ensure_shared(base_url: str, api_key: str, public_url: str = "") -> UUID:
    """Have this n8n as a shared engine, with its failure workflow: its id. Run it as often as you like.

    Raises what stands in the way (`EngineUnavailable`, `EngineKeyRefused`); the engine is kept all the same.
    """
    address = base_url.rstrip("/")
    values = {"api_key": seal(api_key, _context(address)), "public_url": (public_url or address).rstrip("/")}
    async with platform_session() as session:
        stored = insert(EngineRow).values(base_url=address, **values)
        keys = [col(EngineRow.organisation_id), col(EngineRow.base_url)]
        ident = await session.execute(
            stored.on_conflict_do_update(index_elements=keys, set_=values).returning(col(EngineRow.id))
        )
        engine_id: UUID = ident.scalar_one()
    await check(engine_id)
    return engine_id


async def check(engine_id: UUID) -> None:
    """Ask the engine whether it is well, keep the answer in its row, and see to its failure workflow.

    Raises `EngineUnavailable` when it does not answer, `EngineKeyRefused` when it refuses the key.
    """
    engine = await at(engine_id)
    try:
        await engine.client.check()
        found: dict[str, Any] = {"health": "healthy", "health_detail": "", "version": await engine.client.version()}
        found["error_workflow_id"] = await failure_workflow.ensure(engine.client, engine.id, engine.error_workflow_id)
    except WorkforceError as error:
        await _write(engine, {"health": "unhealthy", "health_detail": error.sentence, "checked_at": datetime.now(UTC)})
        raise
    await _write(engine, {**found, "checked_at": datetime.now(UTC)})


async def at(engine_id: UUID) -> EngineAt:
    """The engine of that id, for jobs. `NotFound`."""
    async with platform_session() as session:
        owners = {place.engine_id: place.organisation_id for place in await platform.engines(session)}
    if engine_id not in owners:
        raise NotFound("That engine is gone.")
    async with _as_owner(owners[engine_id]) as session:
        row = await session.get(EngineRow, engine_id)
    if row is None:
        raise NotFound("That engine is gone.")
    return ready(row)


async def all_engines() -> list[UUID]:
    """The ids of all engines, of all companies."""
    async with platform_session() as session:
        return [place.engine_id for place in await platform.engines(session)]


async def choose(session: AsyncSession, organisation_id: UUID) -> EngineRow:
    """Where a new worker of this company goes: its own engine first, else the emptiest shared one with room.

    `session` is the company's. Raises `EngineUnavailable` when there is none.
    """
    load = func.engine_load(col(EngineRow.id))
    own_first = col(EngineRow.organisation_id).is_(None)
    healthy_first = col(EngineRow.health) == "unhealthy"
    found = await session.execute(
        select(EngineRow).where(load < col(EngineRow.capacity)).order_by(own_first, healthy_first, load).limit(1)
    )
    row: EngineRow | None = found.scalar_one_or_none()
    if row is None:
        raise EngineUnavailable(NO_ROOM)
    return row


async def client_for(session: AsyncSession, organisation_id: UUID) -> Engine:
    """A client of the engine that this company's workers go to."""
    return ready(await choose(session, organisation_id)).client


def ready(row: EngineRow) -> EngineAt:
    """A row as something to talk to."""
    return EngineAt(row.id, row.organisation_id, row.public_url or row.base_url, row.error_workflow_id, connect(row))


def connect(row: EngineRow) -> Engine:
    """The running loop's client for this engine; opened once."""
    ours = _clients.setdefault(asyncio.get_running_loop(), {})
    key = (row.base_url, row.api_key)
    if key not in ours:
        ours[key] = N8nClient(row.base_url, unseal(row.api_key, _context(row.base_url)))
    return ours[key]


async def close() -> None:
    """Close the running loop's clients."""
    for client in _clients.pop(asyncio.get_running_loop(), {}).values():
        await client.aclose()


async def remember_mark(engine: EngineAt, mark: datetime) -> None:
    """Keep how far the engine's executions have been taken over."""
    await _write(engine, {"synced_until": mark})


async def mark_of(engine: EngineAt) -> datetime | None:
    """How far the engine's executions have been taken over."""
    async with _as_owner(engine.organisation_id) as session:
        row = await session.get(EngineRow, engine.id)
        return row.synced_until if row else None


def _context(address: str) -> str:
    """A sealed key opens for its own address only: nobody can have it sent elsewhere by changing a row."""
    return f"engine:{address}"


def _as_owner(organisation_id: UUID | None) -> AbstractAsyncContextManager[AsyncSession]:
    """A session that may change the engine's row: its company's, or the platform's."""
    return platform_session() if organisation_id is None else tenant_session(system(organisation_id))


async def _write(engine: EngineAt, values: dict[str, Any]) -> None:
    async with _as_owner(engine.organisation_id) as session:
        await session.execute(update(EngineRow).where(col(EngineRow.id) == engine.id).values(**values))
