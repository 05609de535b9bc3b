"""Connections: the services a company lets its workers use. Their secrets go in sealed and never come out again."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import orjson
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, Role
from workforce.core.errors import Conflict, InvalidInput, NotFound
from workforce.core.security import seal
from workforce.data.models import Connection, Draft
from workforce.data.postgres import tenant_session
from workforce.services import audit, changes, connection_fields, engines
from workforce.services.connection_names import ConnectionKind
from workforce.services.credentials import sealed_context, workers_using
from workforce.services.records import ConnectionFacts, ConnectionField, DraftStatus

MAX_VALUE = 20_000
CHOOSING = (DraftStatus.PLANNED, DraftStatus.DEPLOYING)
_schemas: dict[str, dict[str, Any]] = {}


def kinds() -> list[ConnectionKind]:
    """What can be connected, the common ones first."""
    return list(connection_fields.known_kinds())


async def fields(actor: Actor, kind: str) -> list[ConnectionField]:
    """What the form for that kind asks for. `InvalidInput` for a kind there is none of; `EngineUnavailable`."""
    actor.require(Role.MANAGER)
    if not any(known.kind == kind for known in connection_fields.known_kinds()):
        raise InvalidInput("There is no such service to connect. Choose one from the list.", field="kind")
    return connection_fields.fields_of(kind, await _schema(actor, kind))


async def add(actor: Actor, name: str, kind: str, data: dict[str, str]) -> UUID:
    """Keep a connection: its id. `InvalidInput` names the field (`name`, `kind`, or one of the form's)."""
    organisation = actor.require(Role.MANAGER)
    title = " ".join(name.split())
    if not title or len(title) > 80:
        raise InvalidInput("Give the connection a name of up to 80 characters.", field="name")
    too_long = next((key for key, value in data.items() if len(value) > MAX_VALUE), None)
    if too_long:
        raise InvalidInput("That is too long.", field=too_long)
    cleaned = connection_fields.clean(await fields(actor, kind), data)
    ident = uuid4()
    async with tenant_session(actor) as session:
        if (await session.execute(select(Connection.id).where(Connection.name == title))).first():
            raise InvalidInput(f"You already have a connection called “{title}”. Choose another name.", field="name")
        row = Connection(
            id=ident,
            organisation_id=organisation,
            name=title,
            kind=kind,
            sealed=seal(orjson.dumps(cleaned), sealed_context(organisation, ident)),
            created_by=actor.user_id,
        )
        session.add(row)
        await audit.record(session, actor, "connection.added", "connection", ident, after={"name": title, "kind": kind})
    await changes.publish(organisation, "connections")
    return ident


async def list_connections(actor: Actor) -> list[ConnectionFacts]:
    """The company's connections by name, and how many workers use each."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        rows = (await session.execute(select(Connection).order_by(col(Connection.name)))).scalars().all()
        return [
            ConnectionFacts(
                id=row.id,
                name=row.name,
                kind=row.kind,
                service=connection_fields.label_of(row.kind),
                icon=connection_fields.kind_of(row.kind).icon,
                created_at=row.created_at,
                used_by=len(await workers_using(session, row.id)),
            )
            for row in rows
        ]


async def remove(actor: Actor, connection_id: UUID) -> None:
    """Forget a connection. `Conflict` while a worker or an open draft uses it; `NotFound`."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        row = await session.get(Connection, connection_id, with_for_update=True)
        if row is None:
            raise NotFound("We could not find that connection. It may have been removed.")
        await _refuse_used(session, connection_id)
        left = dict(row.engine_credentials)
        await session.delete(row)
        await audit.record(
            session,
            actor,
            "connection.removed",
            "connection",
            connection_id,
            before={"name": row.name, "kind": row.kind},
        )
    for engine_id, credential_id in left.items():
        engine = await engines.at(UUID(engine_id))
        await engine.client.delete_credential(credential_id)
    await changes.publish(organisation, "connections")


async def _refuse_used(session: AsyncSession, connection_id: UUID) -> None:
    if users := await workers_using(session, connection_id):
        number = f"{len(users)} worker{'s' if len(users) > 1 else ''}"
        raise Conflict(f"{number} use this connection. Retire them first, then remove it.")
    drafts = await session.execute(select(Draft.connections).where(col(Draft.status).in_(CHOOSING)))
    if any(str(connection_id) in chosen.values() for chosen in drafts.scalars()):
        raise Conflict("A plan that waits for your approval uses this connection. Discard it or choose another there.")


async def _schema(actor: Actor, kind: str) -> dict[str, Any]:
    """n8n's schema of that type; it is the same for everybody and as long as the process lives."""
    if kind not in _schemas:
        organisation = actor.require(Role.MANAGER)
        async with tenant_session(actor) as session:
            client = await engines.client_for(session, organisation)
        _schemas[kind] = await client.credential_schema(kind)
    return _schemas[kind]
