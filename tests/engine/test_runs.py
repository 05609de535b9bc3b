"""What workers do becomes visible by itself: in time, once, and in plain words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from time import monotonic
from uuid import UUID

import pytest
from sqlmodel import select

from tests.engine.cases import NOTE, deployed, row, spec, step
from tests.engine.conftest import Company
from workforce.data.models import UsageRecord
from workforce.data.postgres import tenant_session
from workforce.services import changes, runs, watch, workers
from workforce.services.records import RunFacts, RunStatus
from workforce.workflow.spec import Link, Trigger

STOP = step("stop_and_error", "Check the till", errorMessage="the till is empty")
CALL = step("http_request", "Ask the shop", url="http://127.0.0.1:9/stock")
PAUSE = step("wait", "Breathe", amount=2, unit="seconds")


@pytest.fixture
async def watching(company: Company) -> AsyncIterator[None]:
    """The watch runs, as it does in the job worker."""
    stop = asyncio.Event()
    task = asyncio.create_task(watch.keep_watch(stop))
    yield
    stop.set()
    await task


async def _seen(company: Company, worker_id: UUID, *wanted: RunStatus, seconds: float = 6.0) -> RunFacts:
    """The worker's only run once it has one of these states."""
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        found = await runs.list_runs(company.alice, worker_id)
        if found and found[0].status in wanted:
            assert len(found) == 1
            return found[0]
        await asyncio.sleep(0.05)
    raise AssertionError(f"no run in {wanted} within {seconds} s: {found}")


@pytest.mark.usefixtures("watching")
async def test_a_run_is_seen_within_three_seconds_with_what_each_step_did(company: Company) -> None:
    fill = step("set", "Fill in", mode="raw", jsonOutput='{"shop": "north", "apiKey": "s3cr3t"}')
    worker_id = await deployed(company.alice, spec(fill))
    began = monotonic()
    await workers.run_now(company.alice, worker_id)
    run = await _seen(company, worker_id, RunStatus.SUCCEEDED)
    assert monotonic() - began < 3.0
    assert (run.trigger, run.error, run.worker_name) == ("Started by hand", "", "Morning check")
    whole = await runs.get_run(company.alice, run.id)
    assert [(one.title, one.status, one.items) for one in whole.steps] == [
        ("Started by hand", "succeeded", 1),
        ("Fill in", "succeeded", 1),
    ]
    assert '"shop": "north"' in whole.steps[1].sample
    secret = (await row(company.alice, worker_id)).webhook_secret
    assert "s3cr3t" not in whole.steps[1].sample and secret not in str(whole)


@pytest.mark.usefixtures("watching")
async def test_a_long_run_is_seen_while_it_runs_and_when_it_ends(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(PAUSE))
    await workers.run_now(company.alice, worker_id)
    running = await _seen(company, worker_id, RunStatus.RUNNING)
    assert running.finished_at is None
    ended = await _seen(company, worker_id, RunStatus.SUCCEEDED)
    assert ended.id == running.id and ended.milliseconds and ended.milliseconds >= 1900


@pytest.mark.usefixtures("callback")
async def test_a_failure_is_pushed_in_plain_words(company: Company) -> None:
    """Without the watch: the engine's failure workflow alone brings it."""
    worker_id = await deployed(company.alice, spec(CALL))
    told = asyncio.create_task(_first_change(company, f"runs:{worker_id}"))
    await asyncio.sleep(0.2)
    began = monotonic()
    await workers.run_now(company.alice, worker_id)
    run = await _seen(company, worker_id, RunStatus.FAILED)
    assert monotonic() - began < 3.0
    assert run.failed_step == "Ask the shop"
    assert run.error.startswith("“Ask the shop” failed. ") and "could not be reached. Check that it is up" in run.error
    await asyncio.wait_for(told, 5)
    whole = await runs.get_run(company.alice, run.id)
    assert [one.status for one in whole.steps] == ["succeeded", "failed"]
    assert "HTTP Request could not be reached" in whole.error
    assert "refused the connection" in whole.steps[1].error


@pytest.mark.usefixtures("watching", "callback")
async def test_a_worker_that_tells_of_failures_itself_is_heard_and_seen(company: Company) -> None:
    """n8n starts one error workflow only: here it is the worker's own trigger, and the watch sees the failure."""
    made = spec(STOP)
    broken = Trigger(id="broken", operation="error_trigger", title="When something breaks")
    tell = step("set", "Tell us", mode="raw", jsonOutput='{"told": true}')
    both = made.model_copy(
        update={
            "triggers": [*made.triggers, broken],
            "steps": [*made.steps, tell.model_copy(update={"after": [Link(step="broken")]})],
        }
    )
    worker_id = await deployed(company.alice, both)
    workflow_id = (await row(company.alice, worker_id)).engine_workflow_id
    await workers.run_now(company.alice, worker_id)
    run = await _seen(company, worker_id, RunStatus.FAILED)
    assert run.failed_step == "Check the till"
    for _ in range(60):
        done = [one for one in await company.n8n.executions(workflow_id=workflow_id) if one.finished]
        if len(done) == 2:
            break
        await asyncio.sleep(0.1)
    assert {(one.mode, one.status) for one in done} == {("webhook", "error"), ("error", "success")}
    await watch.sync_engine(company.engine_id)
    assert [one.id for one in await runs.list_runs(company.alice, worker_id)] == [run.id]


async def _first_change(company: Company, topic: str) -> None:
    async for heard in changes.listen(company.organisation_id):
        if heard == topic:
            return


@pytest.mark.usefixtures("watching", "callback")
async def test_a_failure_reported_twice_is_one_run_and_counted_once(company: Company) -> None:
    worker_id = await deployed(company.alice, spec(STOP))
    await workers.run_now(company.alice, worker_id)
    run = await _seen(company, worker_id, RunStatus.FAILED)
    await watch.sync_engine(company.engine_id)
    assert "the till is empty" in run.error
    whole = await runs.get_run(company.alice, run.id)
    assert whole.steps and whole.failed_step == "Check the till"
    async with tenant_session(company.alice) as session:
        assert len((await session.execute(select(UsageRecord))).scalars().all()) == 1


async def test_what_happened_while_nobody_watched_is_found(company: Company) -> None:
    """A watch that dies with a run open: the next one finds how it ended, and what else ran in between."""
    worker_id = await deployed(company.alice, spec(PAUSE))
    first = watch.EngineWatch(company.engine_id)
    await first.look()
    await workers.run_now(company.alice, worker_id)
    await asyncio.sleep(0.5)
    await first.look()
    await _seen(company, worker_id, RunStatus.RUNNING)
    await asyncio.sleep(2.5)
    await workers.run_now(company.alice, worker_id)
    await asyncio.sleep(2.8)
    assert await watch.sync_engine(company.engine_id) >= 2
    found = await runs.list_runs(company.alice, worker_id)
    assert [run.status for run in found] == [RunStatus.SUCCEEDED, RunStatus.SUCCEEDED]
    assert found[0].started_at > datetime.now(UTC) - timedelta(minutes=1)


async def test_another_companys_workflow_on_the_same_engine_is_not_ours(company: Company) -> None:
    theirs = await deployed(company.charlie, spec(NOTE))
    await workers.run_now(company.charlie, theirs)
    await asyncio.sleep(0.5)
    await watch.sync_engine(company.engine_id)
    assert await runs.list_runs(company.alice) == []
    assert len(await runs.list_runs(company.charlie)) == 1
