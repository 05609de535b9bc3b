"""Pause, resume, retire, the secret shown once, and the stranger who finds nothing."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

import pytest

from tests.engine.cases import NOTE, deployed, hire, row, spec, step
from tests.engine.conftest import Company
from workforce.core.actor import GUEST
from workforce.core.errors import Conflict, InvalidInput, NotFound, SignInRequired
from workforce.integrations.n8n import Engine
from workforce.services import connections, deployment, in_n8n, retirement, runs, watch, workers
from workforce.services.deployment import perform_deploy
from workforce.services.in_n8n import SECRET_HEADER, mark
from workforce.services.records import RunFacts, WorkerStatus
from workforce.workflow import build
from workforce.workflow.spec import Ref, Step, Trigger, WorkerSpec, json_inputs

HOOK = Trigger(id="start", operation="webhook", title="When called", inputs=json_inputs({"httpMethod": "POST"}))


async def _answers(company: Company, path: str, status: int) -> None:
    for _ in range(60):
        if (await company.n8n.call_webhook(path)).status == status:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"webhook never answered {status}")


async def test_a_paused_worker_rests_until_it_is_resumed(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    path = (await row(company.alice, worker_id)).run_path
    for _ in range(2):
        await workers.pause(company.alice, worker_id)
    await _answers(company, path, 404)
    assert (await row(company.alice, worker_id)).status == WorkerStatus.PAUSED
    with pytest.raises(Conflict, match="paused"):
        await workers.run_now(company.alice, worker_id)
    for _ in range(2):
        await workers.resume(company.alice, worker_id)
    assert (await company.n8n.call_webhook(path)).status == 403
    await workers.run_now(company.alice, worker_id)


async def test_a_retired_worker_leaves_its_history_and_nothing_in_n8n(company: Company) -> None:
    mine = await connections.add(
        company.alice, "Our mail", "smtp", {"host": "mail.example", "user": "a", "password": "b"}
    )
    worker_id = await deployed(company.alice, spec(NOTE), {"smtp": mine})
    await workers.run_now(company.alice, worker_id)
    await asyncio.sleep(0.5)
    await workers.retire(company.alice, worker_id)
    await workers.retire(company.alice, worker_id)
    for _ in range(2):
        await retirement.perform_retire(company.organisation_id, worker_id, "test")
    assert await company.n8n.find_workflows(mark(worker_id)) == []
    assert await company.n8n.all_credentials() == []
    assert [run.status for run in await runs.list_runs(company.alice, worker_id)] == ["succeeded"]
    assert worker_id not in {one.id for one in await workers.list_workers(company.alice)}
    with pytest.raises(Conflict, match="retired"):
        await workers.resume(company.alice, worker_id)


async def test_what_an_absent_engine_left_over_is_swept_once_it_is_back(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    await workers.retire(company.alice, worker_id)
    assert await retirement.sweep(company.engine_id) == 1
    await retirement.perform_retire(company.organisation_id, worker_id, "test")
    assert await retirement.sweep(company.engine_id) == 0
    assert await company.n8n.find_workflows(mark(worker_id)) == []


async def test_one_that_is_retired_before_it_was_deployed_never_comes_to_life(company: Company) -> None:
    worker_id = await hire(company.alice, spec(NOTE))
    await workers.retry(company.alice, worker_id)
    await workers.retire(company.alice, worker_id)
    await perform_deploy(company.organisation_id, worker_id, "test")
    assert (await row(company.alice, worker_id)).status == WorkerStatus.RETIRED
    assert await company.n8n.find_workflows(mark(worker_id)) == []


async def test_one_that_is_retired_in_the_middle_of_its_deployment_is_taken_back(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker_id = await hire(company.alice, spec(NOTE))

    async def retire_meanwhile(client: Engine, path: str) -> None:
        await in_n8n.wait_until_listening(client, path)
        await workers.retire(company.alice, worker_id)

    monkeypatch.setattr(deployment, "wait_until_listening", retire_meanwhile)
    await deployment.perform_deploy(company.organisation_id, worker_id, "test")
    assert (await row(company.alice, worker_id)).status == WorkerStatus.RETIRED
    assert await company.n8n.find_workflows(mark(worker_id)) == []


async def test_a_connection_that_another_worker_uses_stays(company: Company) -> None:
    mine = await connections.add(
        company.alice, "Our mail", "smtp", {"host": "mail.example", "user": "a", "password": "b"}
    )
    first = await deployed(company.alice, spec(NOTE), {"smtp": mine})
    await deployed(company.alice, spec(NOTE), {"smtp": mine})
    await workers.retire(company.alice, first)
    await retirement.perform_retire(company.organisation_id, first, "test")
    assert [one.kind for one in await company.n8n.all_credentials()].count("smtp") == 1


async def test_the_webhook_secret_is_shown_once_and_opens_the_webhook(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE, trigger=HOOK))
    card = next(one for one in await workers.list_workers(company.alice) if one.id == worker_id)
    assert card.has_webhook_secret and "/webhook/" in card.webhook_url
    secret = await workers.reveal_webhook_secret(company.alice, worker_id)
    path = card.webhook_url.split("/webhook/")[1]
    assert (await company.n8n.call_webhook(path)).status == 403
    assert (await company.n8n.call_webhook(path, headers={SECRET_HEADER: secret})).status == 200
    with pytest.raises(Conflict, match="shown already"):
        await workers.reveal_webhook_secret(company.alice, worker_id)


def _waiting(trigger: Trigger, path: str) -> WorkerSpec:
    """Reads what came in beside the trigger, and again behind a step that says nothing of it."""
    first = Step(
        id="first",
        operation="set",
        title="Read it",
        inputs={"assignments": build.assignments(now=Ref(step="start", path=path))},
    )
    later = Step(
        id="later",
        operation="set",
        title="Read it again",
        inputs={"assignments": build.assignments(then=Ref(step="start", path=path))},
    )
    return spec(first, later, trigger=trigger)


async def _ended(company: Company, worker_id: UUID) -> RunFacts:
    for _ in range(40):
        await watch.sync_engine(company.engine_id)
        found = await runs.list_runs(company.alice, worker_id)
        if found and found[0].finished_at:
            return await runs.get_run(company.alice, found[0].id)
        await asyncio.sleep(0.1)
    raise AssertionError("no run")


FORM = Trigger(
    id="start",
    operation="form_trigger",
    title="When somebody asks",
    inputs=json_inputs(
        {"formTitle": "Ask", "formFields": {"values": [{"fieldLabel": "Your e-mail", "fieldType": "email"}]}}
    ),
)


@pytest.mark.parametrize(("trigger", "path"), [(HOOK, "body.customer.email"), (FORM, "Your e-mail")])
async def test_a_run_by_hand_brings_a_sample_of_what_the_worker_waits_for(
    company: Company, trigger: Trigger, path: str
) -> None:
    worker_id = await deployed(company.alice, _waiting(trigger, path))
    asked = (await workers.get_worker(company.alice, worker_id)).run_inputs
    assert [one.path for one in asked] == [path] and "@" in asked[0].value
    await workers.run_now(company.alice, worker_id)
    run = await _ended(company, worker_id)
    assert (run.status, run.trigger) == ("succeeded", "Started by hand"), run.error
    samples = {step.title: step.sample for step in run.steps}
    assert asked[0].value in samples["Read it"] and asked[0].value in samples["Read it again"]


async def test_a_run_by_hand_starts_with_what_a_person_typed(company: Company) -> None:
    worker_id = await deployed(company.alice, _waiting(HOOK, "body.amount"))
    await workers.run_now(company.alice, worker_id, {"body.amount": "17.5"})
    run = await _ended(company, worker_id)
    assert '"then": "17.5"' in next(step.sample for step in run.steps if step.title == "Read it again")
    for given, path in (({"body.amount": "many"}, "body.amount"), ({"body.other": "1"}, "body.other")):
        with pytest.raises(InvalidInput) as caught:
            await workers.run_now(company.alice, worker_id, given)
        assert caught.value.field == path


async def test_a_webhook_that_is_called_still_reaches_every_step(company: Company) -> None:
    """What a caller sends goes the same way as a sample does."""
    worker_id = await deployed(company.alice, _waiting(HOOK, "body.amount"))
    secret = await workers.reveal_webhook_secret(company.alice, worker_id)
    path = (await row(company.alice, worker_id)).webhook_path
    await company.n8n.call_webhook(path, headers={SECRET_HEADER: secret}, body={"amount": 3})
    run = await _ended(company, worker_id)
    assert (run.status, run.trigger) == ("succeeded", "When called"), run.error
    assert '"then": "3"' in next(step.sample for step in run.steps if step.title == "Read it again")


async def test_a_worker_that_answers_its_caller_can_be_run_by_hand(company: Company) -> None:
    """n8n refuses an answer that nobody waits for."""
    trigger = HOOK.model_copy(update={"inputs": json_inputs({"httpMethod": "POST", "responseMode": "responseNode"})})
    answer = step("respond_to_webhook", "Answer", respondWith="text", responseBody="thanks")
    worker_id = await deployed(company.alice, spec(answer, trigger=trigger))
    await workers.run_now(company.alice, worker_id)
    run = await _ended(company, worker_id)
    assert run.status == "succeeded", run.error


async def test_a_card_tells_schedule_services_and_counts(company: Company) -> None:
    post = step("email_send.send", "Write", fromEmail="a@b.example", toEmail="c@d.example", subject="s")
    mine = await connections.add(company.alice, "Our mail", "smtp", {"host": "127.0.0.1", "port": "9", "user": "a"})
    worker_id = await deployed(company.alice, spec(post), {"smtp": mine})
    await workers.run_now(company.alice, worker_id)
    await asyncio.sleep(1)
    await watch.sync_engine(company.engine_id)
    card = (await workers.list_workers(company.alice))[0]
    assert "Monday" in card.trigger_words and len(card.next_runs) == 3
    assert {moment.hour for moment in card.next_runs} == {9} and card.next_runs[0].tzinfo
    assert card.services == (("Schedule", "schedule_trigger"), ("E-mail", "email_send"))
    assert (card.runs_30d, card.failures_30d) == (1, 1)
    assert card.last_run and card.last_run.error.startswith("“Write” failed. Send Email could not be reached.")
    whole = await workers.get_worker(company.alice, worker_id)
    assert whole.plan and whole.plan.sentences
    assert [event.stage for event in whole.events][-1] == "listen"


async def test_only_a_failed_deployment_is_tried_again(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    with pytest.raises(Conflict):
        await workers.retry(company.alice, worker_id)


async def test_a_stranger_finds_nothing(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(NOTE, trigger=HOOK))
    mine = await connections.add(company.alice, "Our Slack", "slackApi", {"accessToken": "xoxb-1"})
    await workers.run_now(company.alice, worker_id)
    await asyncio.sleep(0.5)
    await watch.sync_engine(company.engine_id)
    run = (await runs.list_runs(company.alice))[0]
    verbs = [
        workers.get_worker(company.charlie, worker_id),
        workers.retry(company.charlie, worker_id),
        workers.run_now(company.charlie, worker_id),
        workers.pause(company.charlie, worker_id),
        workers.resume(company.charlie, worker_id),
        workers.retire(company.charlie, worker_id),
        workers.reveal_webhook_secret(company.charlie, worker_id),
        runs.list_runs(company.charlie, worker_id),
        runs.get_run(company.charlie, run.id),
        connections.remove(company.charlie, mine),
    ]
    for verb in verbs:
        with pytest.raises(NotFound):
            await verb
    assert await workers.list_workers(company.charlie) == []
    assert await connections.list_connections(company.charlie) == []
    assert (await row(company.alice, worker_id)).status == WorkerStatus.LIVE


async def test_a_visitor_is_asked_to_sign_in(company: Company) -> None:
    worker_id: UUID = uuid4()
    for verb in (
        workers.list_workers(GUEST),
        workers.run_now(GUEST, worker_id),
        workers.retire(GUEST, worker_id),
        runs.list_runs(GUEST),
        connections.list_connections(GUEST),
        connections.add(GUEST, "x", "smtp", {}),
    ):
        with pytest.raises(SignInRequired):
            await verb


async def test_a_waiting_worker_cannot_be_run(company: Company) -> None:
    worker_id = await hire(company.alice, spec(NOTE))
    with pytest.raises(Conflict, match="deploying"):
        await workers.run_now(company.alice, worker_id)
