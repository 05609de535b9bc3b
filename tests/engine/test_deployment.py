"""A deployment that goes well, one that cannot, and one that waits."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from tests.engine.cases import NOTE, deployed, hire, row, spec, step
from tests.engine.conftest import Company
from workforce.core.errors import EngineUnavailable
from workforce.core.security import seal
from workforce.data.models import Draft, Engine, StageEventRow
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import connections, engines
from workforce.services.deployment import perform_deploy
from workforce.services.in_n8n import mark
from workforce.workflow.spec import Trigger, json_inputs

CHANNEL = {"__rl": True, "mode": "id", "value": "C0123"}


async def _stages(company: Company) -> list[tuple[str, str]]:
    async with tenant_session(company.alice) as session:
        found = await session.execute(select(StageEventRow).order_by(col(StageEventRow.id)))
        return [(event.stage, event.state) for event in found.scalars()]


async def _left_in_n8n(company: Company) -> tuple[int, int]:
    """Workflows and credentials of workers and connections."""
    workflows = await company.n8n.find_workflows("(worker ")
    return len(workflows), len(await company.n8n.all_credentials())


async def test_a_worker_goes_live(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    worker = await row(company.alice, worker_id)
    assert worker.engine_id == company.engine_id
    workflow = await company.n8n.get_workflow(worker.engine_workflow_id or "")
    assert workflow.active and mark(worker_id) in workflow.name
    engine = await engines.at(company.engine_id)
    assert workflow.body["settings"]["errorWorkflow"] == engine.error_workflow_id
    assert (await company.n8n.call_webhook(worker.run_path)).status == 403
    assert await _stages(company) == [
        (stage, state) for stage in ("create", "publish", "listen") for state in ("started", "done")
    ]
    async with tenant_session(company.alice) as session:
        assert (await session.execute(select(Draft.status))).scalar_one() == "deployed"


async def test_deploying_twice_changes_nothing(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    before = (await row(company.alice, worker_id)).engine_workflow_id
    await perform_deploy(company.organisation_id, worker_id, "again")
    assert (await row(company.alice, worker_id)).engine_workflow_id == before
    assert len(await company.n8n.find_workflows(mark(worker_id))) == 1


async def test_a_connection_becomes_one_credential_however_many_use_it(company: Company) -> None:
    mine = await connections.add(company.alice, "Our Slack", "slackApi", {"accessToken": "xoxb-1"})
    post = step("slack.message.post", "Tell the team", select="channel", channelId=CHANNEL, text="hello")
    first = await deployed(company.alice, spec(post), {"slackApi": mine})
    second = await deployed(company.alice, spec(post), {"slackApi": mine})
    held = [one for one in await company.n8n.all_credentials() if one.kind == "slackApi"]
    assert [one.name for one in held] == [f"Our Slack (connection {mine})"]
    for worker_id in (first, second):
        workflow = await company.n8n.get_workflow((await row(company.alice, worker_id)).engine_workflow_id or "")
        used = next(node["credentials"] for node in workflow.body["nodes"] if node["type"].endswith(".slack"))
        assert used["slackApi"]["id"] == held[0].id


async def test_a_worker_with_a_webhook_of_its_own_has_its_own_secret(company: Company) -> None:
    hook = Trigger(id="start", operation="webhook", title="When called", inputs=json_inputs({"httpMethod": "POST"}))
    worker = await row(company.alice, await deployed(company.alice, spec(NOTE, trigger=hook)))
    assert worker.webhook_path and worker.webhook_path != worker.run_path
    assert (await company.n8n.call_webhook(worker.webhook_path)).status == 403


async def test_an_unknown_operation_is_said_and_nothing_stays(company: Company) -> None:
    worker_id = await hire(company.alice, spec(step("acme.rocket.launch", "Launch")))
    await perform_deploy(company.organisation_id, worker_id, "test")
    worker = await row(company.alice, worker_id)
    assert worker.status == "failed"
    assert "cannot do one of this worker's steps" in worker.reason
    assert await _left_in_n8n(company) == (0, 0)


async def test_a_step_that_n8n_refuses_is_said_and_nothing_stays(company: Company) -> None:
    """Without the connection it needs, n8n does not publish the worker; the connection it did get is taken back too."""
    mail = await connections.add(
        company.alice, "Our mail", "smtp", {"host": "mail.example", "user": "a", "password": "b"}
    )
    steps = [
        step("email_send.send", "Write", fromEmail="a@b.example", toEmail="c@d.example", subject="s"),
        step("slack.message.post", "Tell the team", select="channel", channelId=CHANNEL, text="hello"),
    ]
    worker_id = await hire(company.alice, spec(*steps), {"smtp": mail})
    await perform_deploy(company.organisation_id, worker_id, "test")
    worker = await row(company.alice, worker_id)
    assert worker.status == "failed"
    lacks = "“Tell the team” lacks its connection to Slack (bot token)."
    assert worker.reason == f"{lacks} Hire the worker again and choose one."
    assert worker.engine_workflow_id is None
    assert await _left_in_n8n(company) == (0, 0)


async def _repoint(company: Company, address: str, key: str) -> None:
    """Let the shared engine's row name another address or key."""
    changed = {"base_url": address, "api_key": seal(key, f"engine:{address}")}
    async with platform_session() as session:
        await session.execute(update(Engine).where(col(Engine.id) == company.engine_id).values(**changed))


async def test_with_n8n_away_the_worker_waits_and_goes_live_once_it_is_back(
    company: Company, engine_address: tuple[str, str]
) -> None:
    worker_id = await hire(company.alice, spec(NOTE))
    await _repoint(company, "http://127.0.0.1:9", "key")
    with pytest.raises(EngineUnavailable):
        await perform_deploy(company.organisation_id, worker_id, "test")
    waiting = await row(company.alice, worker_id)
    assert waiting.status == "deploying" and waiting.reason.startswith("Waiting for n8n")
    await _repoint(company, *engine_address)
    await perform_deploy(company.organisation_id, worker_id, "test")
    assert (await row(company.alice, worker_id)).status == "live"
    assert len(await company.n8n.find_workflows(mark(worker_id))) == 1


async def test_a_wrong_key_is_said_and_a_retry_with_the_right_one_continues(
    company: Company, engine_address: tuple[str, str]
) -> None:
    worker_id = await hire(company.alice, spec(NOTE))
    await _repoint(company, engine_address[0], "wrong")
    await perform_deploy(company.organisation_id, worker_id, "test")
    worker = await row(company.alice, worker_id)
    assert worker.status == "failed" and "refused our API key" in worker.reason
    assert await _left_in_n8n(company) == (0, 0)
