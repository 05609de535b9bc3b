"""The few questions that span companies. Each is a database function that answers this and nothing more.

Use them in a `platform_session()`; then act for the company they name in a `tenant_session(system(...))`.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Account:
    """What signing in needs to know; `organisation_id` is None for a person without a company."""

    user_id: UUID
    password_hash: str
    organisation_id: UUID | None


@dataclass(frozen=True, slots=True)
class EnginePlace:
    """An engine and whose it is; `organisation_id` is None in the shared pool."""

    engine_id: UUID
    organisation_id: UUID | None


@dataclass(frozen=True, slots=True)
class WorkerPlace:
    """A worker on an engine, and its company."""

    organisation_id: UUID
    worker_id: UUID
    engine_workflow_id: str


async def account_of_email(session: AsyncSession, email: str) -> Account | None:
    """The account of an e-mail address (any case), with its first company."""
    connection = await session.connection()
    found = await connection.execute(text("select * from account_of_email(:email)"), {"email": email})
    row = found.first()
    return Account(row.user_id, row.password_hash, row.organisation_id) if row else None


async def create_user(
    session: AsyncSession, email: str, name: str, password_hash: str, zone: str, language: str
) -> UUID:
    """Add a person who belongs to no company yet; a known address is an `IntegrityError`."""
    connection = await session.connection()
    made = await connection.execute(
        text("select create_user(:email, :name, :hash, :zone, :language)"),
        {"email": email, "name": name, "hash": password_hash, "zone": zone, "language": language},
    )
    return UUID(str(made.scalar_one()))


async def engines(session: AsyncSession) -> list[EnginePlace]:
    """Every engine, the shared ones and the companies' own, oldest first."""
    connection = await session.connection()
    rows = await connection.execute(text("select * from list_engines()"))
    return [EnginePlace(row.engine_id, row.organisation_id) for row in rows]


async def workers_of_engine(session: AsyncSession, engine_id: UUID) -> list[WorkerPlace]:
    """Every worker that has a workflow on the engine, of all companies."""
    connection = await session.connection()
    rows = await connection.execute(text("select * from workers_of_engine(:engine)"), {"engine": engine_id})
    return [WorkerPlace(row.organisation_id, row.worker_id, row.engine_workflow_id) for row in rows]


async def worker_of_workflow(session: AsyncSession, engine_id: UUID, workflow_id: str) -> WorkerPlace | None:
    """The worker behind a workflow of an engine."""
    connection = await session.connection()
    found = await connection.execute(
        text("select * from worker_of_workflow(:engine, :workflow)"), {"engine": engine_id, "workflow": workflow_id}
    )
    row = found.first()
    return WorkerPlace(row.organisation_id, row.worker_id, workflow_id) if row else None


async def engine_load(session: AsyncSession, engine_id: UUID) -> int:
    """How many workers that are not retired the engine carries, of all companies."""
    connection = await session.connection()
    return int((await connection.execute(text("select engine_load(:engine)"), {"engine": engine_id})).scalar_one())
