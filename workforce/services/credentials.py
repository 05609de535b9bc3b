"""A company's connections as credentials in n8n: made when a worker needs them, removed when none does."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor
from workforce.core.errors import EngineRefused
from workforce.core.security import unseal
from workforce.data.models import Connection, Draft, Worker
from workforce.data.postgres import tenant_session
from workforce.integrations.n8n import Engine
from workforce.services.engines import EngineAt
from workforce.services.records import WorkerStatus

Chosen = dict[str, tuple[str, str]]
USING = (WorkerStatus.DEPLOYING, WorkerStatus.LIVE, WorkerStatus.PAUSED)


async def ensure_secret(client: Engine, mark: str, header: str, secret: str, *, may_exist: bool) -> tuple[str, str]:
    """The header credential that guards a worker's webhooks: (n8n's id, name)."""
    name = f"WorkForce AI {mark}"
    found = await client.find_credentials(name) if may_exist else []
    made = (
        found[0] if found else await client.create_credential(name, "httpHeaderAuth", {"name": header, "value": secret})
    )
    return made.id, made.name


async def remove_secret(client: Engine, mark: str) -> None:
    """Delete that credential."""
    for one in await client.find_credentials(f"WorkForce AI {mark}"):
        await client.delete_credential(one.id)


async def ensure_all(actor: Actor, engine: EngineAt, connections: tuple[UUID, ...]) -> Chosen:
    """Each connection as a credential in this engine: by kind (n8n's id, name)."""
    chosen: Chosen = {}
    for ident in connections:
        kind, credential = await _ensure(actor, engine, ident)
        chosen[kind] = credential
    return chosen


async def _ensure(actor: Actor, engine: EngineAt, ident: UUID) -> tuple[str, tuple[str, str]]:
    async with tenant_session(actor) as session:
        row = await session.get(Connection, ident)
    if row is None:
        raise EngineRefused("A connection this worker uses was removed. Hire the worker again with another connection.")
    name = credential_name(row)
    known = row.engine_credentials.get(str(engine.id))
    if known:
        return row.kind, (known, name)
    found = await engine.client.find_credentials(name)
    made = found[0] if found else await engine.client.create_credential(name, row.kind, opened(row))
    holder = await _record(actor, engine, ident, made.id)
    if holder != made.id:  # two workers needed it at the same time
        await engine.client.delete_credential(made.id)
    return row.kind, (holder, name)


async def _record(actor: Actor, engine: EngineAt, ident: UUID, credential_id: str) -> str:
    async with tenant_session(actor) as session:
        row = await session.get(Connection, ident, with_for_update=True)
        if row is None:
            return credential_id
        holder = row.engine_credentials.get(str(engine.id)) or credential_id
        row.engine_credentials = {**row.engine_credentials, str(engine.id): holder}
        return holder


async def remove_unused(actor: Actor, engine: EngineAt, worker_id: UUID, connections: tuple[UUID, ...]) -> None:
    """Delete the credentials of these connections that no other worker uses."""
    for ident in connections:
        async with tenant_session(actor) as session:
            row = await session.get(Connection, ident, with_for_update=True)
            if row is None or worker_id_using(await workers_using(session, ident), but=worker_id):
                continue
            known = row.engine_credentials.get(str(engine.id))
            row.engine_credentials = {k: v for k, v in row.engine_credentials.items() if k != str(engine.id)}
        # Forgotten before it is deleted: a worker hired in between makes its own instead of using a dying one.
        names = [one.id for one in await engine.client.find_credentials(credential_name(row))] if not known else []
        for credential_id in [known] if known else names:
            await engine.client.delete_credential(credential_id)


async def workers_using(session: AsyncSession, connection_id: UUID) -> list[UUID]:
    """The workers at work (or about to be) that use this connection."""
    found = await session.execute(
        select(Worker.id, Draft.connections)
        .join(Draft, col(Draft.id) == col(Worker.draft_id))
        .where(col(Worker.status).in_(USING))
    )
    return [worker for worker, chosen in found.all() if str(connection_id) in chosen.values()]


def worker_id_using(workers: list[UUID], *, but: UUID) -> bool:
    """Whether anybody but `but` is among them."""
    return any(worker != but for worker in workers)


def credential_name(row: Connection) -> str:
    """The name in n8n: people's name for it and the mark it is found by."""
    return f"{row.name[:60]} (connection {row.id})"


def opened(row: Connection) -> dict[str, Any]:
    """A connection's data, unsealed."""
    data: dict[str, Any] = orjson.loads(unseal(row.sealed, sealed_context(row.organisation_id, row.id)))
    return data


def sealed_context(organisation_id: UUID, connection_id: UUID) -> str:
    """What a sealed connection is bound to."""
    return f"connection:{organisation_id}:{connection_id}"
