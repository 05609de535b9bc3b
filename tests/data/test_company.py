"""Departments, the overview and the audit log, each for its own company alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlmodel import select

from tests.conftest import Database
from tests.data.companies import company
from workforce.core.actor import GUEST, Role
from workforce.core.errors import InvalidInput, NotAllowed, NotFound, SignInRequired
from workforce.data import models as m
from workforce.data.postgres import tenant_session
from workforce.services import audit
from workforce.services.departments import add_department, list_departments, remove_department, rename_department
from workforce.services.overview import overview


async def test_departments_are_added_renamed_and_removed(database: Database) -> None:
    alice = await company("alice")
    made = await add_department(alice.admin, "  Field   service ")
    listed = await list_departments(alice.admin)
    assert [(row.name, row.workers) for row in listed] == [("Field service", 0), ("Sales", 1)]
    await rename_department(alice.admin, made.id, "field SERVICE")
    for name in ("SALES", "", "\x00", "x" * 61):
        with pytest.raises(InvalidInput):
            await rename_department(alice.admin, made.id, name)
    sales = (await list_departments(alice.admin))[1]
    await remove_department(alice.admin, sales.id)
    assert [row.name for row in await list_departments(alice.admin)] == ["field SERVICE"]
    async with tenant_session(alice.admin) as session:
        worker = (await session.exec(select(m.Worker))).one()
        verbs = [row.verb for row in await session.exec(select(m.AuditEntry).order_by(m.AuditEntry.id))]
    assert worker.department_id is None
    assert verbs == ["draft.started", "department.added", "department.renamed", "department.removed"]


async def test_a_strangers_department_is_not_found(database: Database) -> None:
    alice, mallory = await company("alice"), await company("mallory")
    (sales,) = await list_departments(alice.admin)
    for attack in (rename_department(mallory.admin, sales.id, "Mine"), remove_department(mallory.admin, sales.id)):
        with pytest.raises(NotFound):
            await attack
    assert [row.name for row in await list_departments(alice.admin)] == ["Sales"]


async def test_who_may_do_what(database: Database) -> None:
    alice = await company("alice")
    manager = replace(alice.admin, role=Role.MANAGER)
    assert await list_departments(manager)
    for attempt in (add_department(manager, "X"), remove_department(manager, uuid4())):
        with pytest.raises(NotAllowed):
            await attempt
    for verb in (list_departments, overview):
        with pytest.raises(SignInRequired):
            await verb(GUEST)


async def test_the_overview_counts_this_company_and_days_in_its_zone(database: Database) -> None:
    alice, _ = await company("alice"), await company("mallory")
    empty = await overview(replace(alice.admin, timezone="Pacific/Auckland"))
    assert (empty.workers_live, empty.runs_7d, empty.drafts_open, len(empty.runs_by_day)) == (0, 1, 1, 7)
    async with tenant_session(alice.admin) as session:
        worker = (await session.exec(select(m.Worker))).one()
        worker.status = "live"
        assert worker.engine_id
        session.add_all(
            m.Run(
                organisation_id=alice.id,
                worker_id=worker.id,
                engine_id=worker.engine_id,
                execution_id=f"n{number}",
                status=status,
                started_at=datetime.now(UTC),
            )
            for number, status in enumerate(["succeeded", "succeeded", "running", "failed"])
        )
    facts = await overview(alice.admin)
    assert (facts.workers_live, facts.workers_attention) == (1, 1)
    assert (facts.runs_7d, facts.failures_7d, facts.hours_saved_7d) == (5, 1, 0.5)
    assert facts.runs_by_day[-1] == (datetime.now(UTC).date().isoformat(), 3, 1)


async def test_the_audit_log_keeps_no_secrets(database: Database) -> None:
    alice = await company("alice")
    async with tenant_session(alice.admin) as session:
        before, after = {"api_key": "k1"}, {"name": "n", "deep": [{"token": "t"}]}
        await audit.record(session, alice.admin, "x.y", "x", "1", before, after)
    async with tenant_session(alice.admin) as session:
        entry = (await session.exec(select(m.AuditEntry).where(m.AuditEntry.verb == "x.y"))).one()
    assert entry.before == {"api_key": "[hidden]"}
    assert entry.after == {"name": "n", "deep": [{"token": "[hidden]"}]}
    assert entry.user_id == alice.admin.user_id
