"""Engines: kept once, chosen by whose they are and by room, and honest about their health."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlmodel import col

from tests.engine.cases import NOTE, deployed, spec
from tests.engine.conftest import Company
from workforce.core.errors import EngineKeyRefused, EngineUnavailable
from workforce.core.security import seal
from workforce.data.models import Engine
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import engines


async def _row(company: Company) -> Engine:
    async with platform_session() as session:
        row = await session.get(Engine, company.engine_id)
        assert row is not None
        return row


async def test_the_same_address_is_one_engine(company: Company, engine_address: tuple[str, str]) -> None:
    assert await engines.ensure_shared(engine_address[0] + "/", engine_address[1]) == company.engine_id
    row = await _row(company)
    assert (row.health, row.health_detail) == ("healthy", "") and row.version.startswith("2.")
    assert engine_address[1] not in row.api_key


async def test_it_has_one_failure_workflow_that_is_published(company: Company) -> None:
    await engines.check(company.engine_id)
    found = await company.n8n.find_workflows("WorkForce AI: tell of failures")
    assert [one.id for one in found] == [(await _row(company)).error_workflow_id]
    assert found[0].active


async def test_a_lost_failure_workflow_is_made_again(company: Company) -> None:
    await company.n8n.delete_workflow((await _row(company)).error_workflow_id)
    await engines.check(company.engine_id)
    assert (await company.n8n.get_workflow((await _row(company)).error_workflow_id)).active


async def test_an_unreachable_engine_and_a_wrong_key_read_differently(
    company: Company, engine_address: tuple[str, str]
) -> None:
    with pytest.raises(EngineUnavailable) as away:
        await engines.ensure_shared("http://127.0.0.1:9", "key")
    with pytest.raises(EngineKeyRefused) as refused:
        await engines.ensure_shared(engine_address[0], "wrong")
    assert "does not answer" in away.value.sentence and "refused our API key" in refused.value.sentence
    row = await _row(company)
    assert (row.health, row.health_detail) == ("unhealthy", refused.value.sentence)


async def test_a_companys_own_engine_comes_before_the_shared_ones(
    company: Company, engine_address: tuple[str, str]
) -> None:
    base, key = engine_address
    async with tenant_session(company.alice) as session:
        own = Engine(organisation_id=company.organisation_id, base_url=base, api_key=seal(key, f"engine:{base}"))
        session.add(own)
        await session.flush()
        assert (await engines.choose(session, company.organisation_id)).id == own.id
    async with tenant_session(company.charlie) as session:
        assert company.charlie.organisation_id
        assert (await engines.choose(session, company.charlie.organisation_id)).id == company.engine_id
    await engines.check(own.id)
    assert (await engines.at(own.id)).organisation_id == company.organisation_id


async def test_a_full_engine_takes_nobody(company: Company) -> None:
    await deployed(company.charlie, spec(NOTE))
    async with platform_session() as session:
        await session.execute(update(Engine).where(col(Engine.id) == company.engine_id).values(capacity=1))
    async with tenant_session(company.alice) as session:
        with pytest.raises(EngineUnavailable, match="full"):
            await engines.choose(session, company.organisation_id)
