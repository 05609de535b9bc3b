"""A change of a live worker on the real n8n: the same workflow, another content; what n8n refuses is put back."""

from __future__ import annotations

import pytest

from tests.engine.cases import NOTE, deployed, row, spec, step
from tests.engine.conftest import Company
from workforce.core.errors import EngineRefused
from workforce.integrations.n8n import N8nClient
from workforce.services import changing, drafts, versions, workers
from workforce.services.deployment import perform_deploy
from workforce.services.in_n8n import mark
from workforce.services.records import DraftStatus, WorkerStatus
from workforce.workflow.spec import WorkerSpec

SET = step("set", "Say hello", mode="manual")
DAILY = "make it daily at 7 and call it Daily check"


def morning() -> WorkerSpec:
    return spec(NOTE)


async def approved(company: Company, worker_id: object, sentence: str, monkeypatch: pytest.MonkeyPatch) -> object:
    """A change, read, shown and approved; rehearsals have tests of their own."""

    async def pass_by(*_given: object) -> None:
        return None

    monkeypatch.setattr("workforce.services.rehearsals.admit", pass_by)
    ident = await changing.change_worker(company.alice, worker_id, sentence)  # type: ignore[arg-type]
    draft = await drafts.get(company.alice, ident)
    assert draft.plan
    assert await drafts.approve(company.alice, ident, draft.plan.digest) == worker_id
    return ident


async def test_a_change_goes_into_the_same_workflow(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    worker_id = await deployed(company.alice, morning())
    before = await row(company.alice, worker_id)
    ident = await approved(company, worker_id, DAILY, monkeypatch)
    await perform_deploy(company.organisation_id, worker_id, "test")
    after = await row(company.alice, worker_id)
    assert (after.status, after.current_version, after.name) == (WorkerStatus.LIVE, 2, "Daily check")
    assert after.engine_workflow_id == before.engine_workflow_id
    found = await company.n8n.find_workflows(mark(worker_id))
    assert [one.id for one in found] == [before.engine_workflow_id]
    assert found[0].name.startswith("Daily check")
    assert (await drafts.get(company.alice, ident)).status is DraftStatus.DEPLOYED  # type: ignore[arg-type]
    await workers.run_now(company.alice, worker_id)
    card = await workers.get_worker(company.alice, worker_id)
    assert card.trigger_words == "Every day at 07:00"


async def test_an_old_version_comes_back_as_a_new_one(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    worker_id = await deployed(company.alice, morning())
    await approved(company, worker_id, DAILY, monkeypatch)
    await perform_deploy(company.organisation_id, worker_id, "test")
    assert await versions.roll_back(company.alice, worker_id, 1) == 3
    await perform_deploy(company.organisation_id, worker_id, "test")
    after = await row(company.alice, worker_id)
    assert (after.status, after.name) == (WorkerStatus.LIVE, "Morning check")
    assert len(await company.n8n.find_workflows(mark(worker_id))) == 1


async def test_a_change_that_n8n_refuses_is_put_back(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    worker_id = await deployed(company.alice, morning())
    await approved(company, worker_id, DAILY, monkeypatch)

    async def refuse(*_given: object) -> None:
        raise EngineRefused("n8n does not like it.")

    with monkeypatch.context() as patched:
        patched.setattr(N8nClient, "publish", refuse)
        await perform_deploy(company.organisation_id, worker_id, "test")
    assert (await row(company.alice, worker_id)).status == WorkerStatus.DEPLOYING
    await perform_deploy(company.organisation_id, worker_id, "test")
    after = await row(company.alice, worker_id)
    assert (after.status, after.current_version, after.name) == (WorkerStatus.LIVE, 3, "Morning check")
    assert "n8n does not like it." in after.reason
    await workers.run_now(company.alice, worker_id)


async def test_two_changes_at_once_do_not_overwrite_each_other(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker_id = await deployed(company.alice, morning())
    late = await changing.change_worker(company.alice, worker_id, "call it Late check")
    await approved(company, worker_id, DAILY, monkeypatch)
    await perform_deploy(company.organisation_id, worker_id, "test")
    plan = (await drafts.get(company.alice, late)).plan
    assert plan
    with pytest.raises(Exception, match="changed in the meantime"):
        await drafts.approve(company.alice, late, plan.digest)
