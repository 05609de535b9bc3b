"""`kill -9` at any point of a deployment, then again: exactly one worker, one workflow, one credential each."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from uuid import UUID

import pytest

from tests.engine.cases import hire, row, spec, step
from tests.engine.conftest import Company
from workforce import jobs
from workforce.data.models import Worker
from workforce.services import connections, runs, workers
from workforce.services.deployment import perform_deploy
from workforce.services.in_n8n import mark

POINTS = [
    (verb, count, when)
    for verb, count in [
        ("create_credential", 1),
        ("create_credential", 2),
        ("create_workflow", 1),
        ("publish", 1),
        ("call_webhook", 1),
    ]
    for when in ("before", "after")
]


async def _die(verb: str, count: int, when: str, *named: UUID) -> None:
    """Deploy (or work through jobs) in another process that is killed at that point."""
    arguments = [verb, str(count), when, *map(str, named)]
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.engine.killed", *arguments)
    assert await asyncio.wait_for(process.wait(), 60) == -signal.SIGKILL


@pytest.mark.parametrize(("verb", "count", "when"), POINTS)
async def test_killed_and_run_again(company: Company, verb: str, count: int, when: str) -> None:
    mine = await connections.add(
        company.alice, "Our mail", "smtp", {"host": "mail.example", "user": "a", "password": "b"}
    )
    write = step("email_send.send", "Write", fromEmail="a@b.example", toEmail="c@d.example", subject="s")
    worker_id = await hire(company.alice, spec(write), {"smtp": mine})
    await _die(verb, count, when, company.organisation_id, worker_id)
    assert (await row(company.alice, worker_id)).status == "deploying"
    await perform_deploy(company.organisation_id, worker_id, "again")
    worker = await row(company.alice, worker_id)
    assert worker.status == "live"
    found = await company.n8n.find_workflows(mark(worker_id))
    assert [one.id for one in found] == [worker.engine_workflow_id] and found[0].active
    assert sorted(one.kind for one in await company.n8n.all_credentials()) == ["httpHeaderAuth", "smtp"]
    assert (await company.n8n.call_webhook(worker.run_path)).status == 403


async def test_another_job_worker_takes_over(company: Company) -> None:
    """All the way through the queue: killed in the middle, finished by the next process, run, retired."""
    worker_id = await hire(company.alice, spec(step("no_op", "Do nothing")))
    await workers.retry(company.alice, worker_id)
    await _die("create_workflow", 1, "after")
    task = asyncio.create_task(jobs.run_worker())
    try:
        await _until(company, worker_id, lambda worker: worker.status == "live", 40)
        assert len(await company.n8n.find_workflows(mark(worker_id))) == 1
        await workers.run_now(company.alice, worker_id)
        await asyncio.sleep(2.5)
        assert [run.status for run in await runs.list_runs(company.alice, worker_id)] == ["succeeded"]
        await workers.retire(company.alice, worker_id)
        await _until(company, worker_id, lambda worker: worker.engine_workflow_id is None, 20)
        assert await company.n8n.find_workflows(mark(worker_id)) == []
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _until(company: Company, worker_id: UUID, holds: Callable[[Worker], bool], seconds: float) -> None:
    for _ in range(int(seconds / 0.1)):
        if holds(await row(company.alice, worker_id)):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"still not so after {seconds} s: {await row(company.alice, worker_id)}")
