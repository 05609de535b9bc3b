"""Two companies that look alike, with a row in every table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from workforce.core.actor import Actor, Role
from workforce.data import models as m
from workforce.data import platform
from workforce.data.postgres import enter_company, platform_session


@dataclass(frozen=True, slots=True)
class Company:
    """A company and its administrator."""

    id: UUID
    admin: Actor


async def company(name: str) -> Company:
    """A company with one row in every table that belongs to companies."""
    ident = uuid4()
    async with platform_session() as session:
        user = await platform.create_user(session, f"{name}-{ident.hex[:6]}@example.com", name, "hash", "UTC", "en")
        await enter_company(session, ident)
        session.add(m.Organisation(id=ident, name=name))
        await session.flush()
        session.add(m.Membership(organisation_id=ident, user_id=user, role="admin"))
        await _staff(session, ident, user)
    return Company(ident, Actor(user, ident, Role.ADMIN, name=name, email=f"{name}@example.com"))


async def _staff(session: AsyncSession, ident: UUID, user: UUID) -> None:
    soon = datetime.now(UTC) + timedelta(days=1)
    department = m.Department(organisation_id=ident, name="Sales")
    engine = m.Engine(organisation_id=ident, base_url="http://n8n.example.com", api_key="sealed")
    draft = m.Draft(organisation_id=ident, prompt="Send weekly reports", created_by=user)
    session.add_all(
        [
            department,
            engine,
            draft,
            m.Invitation(
                organisation_id=ident, email="x@example.com", role="manager", token_hash=uuid4().hex, expires_at=soon
            ),
            m.Template(organisation_id=ident, name="Reports", prompt="Send reports"),
            m.Connection(organisation_id=ident, name="Mail", kind="smtp", sealed="sealed"),
            m.AuditEntry(organisation_id=ident, verb="draft.started", subject_kind="draft", subject_id="1"),
        ]
    )
    await session.flush()
    session.add(m.StageEventRow(organisation_id=ident, draft_id=draft.id, stage="brief", state="started"))
    session.add(m.RehearsalRow(organisation_id=ident, draft_id=draft.id, digest="d"))
    session.add(m.OwnScenario(organisation_id=ident, draft_id=draft.id, name="no rows"))
    worker = m.Worker(
        organisation_id=ident,
        name="Reporter",
        department_id=department.id,
        draft_id=draft.id,
        engine_id=engine.id,
        engine_workflow_id=uuid4().hex,
    )
    session.add(worker)
    await session.flush()
    session.add(m.WorkerVersion(organisation_id=ident, worker_id=worker.id, number=1, spec_digest="d"))
    run = m.Run(organisation_id=ident, worker_id=worker.id, engine_id=engine.id, execution_id="1", status="succeeded")
    session.add(run)
    await session.flush()
    session.add(m.UsageRecord(organisation_id=ident, worker_id=worker.id, run_id=run.id))
