"""`kill -9` at any point of a deployment, then again: exactly one worker, one workflow, one credential each."""

from __future__ import annotations

import asyncio
import signal
import sys
from uuid import UUID

import pytest

from tests.engine.cases import hire, row, spec, step
from tests.engine.conftest import Company
from workforce.services import connections
from workforce.services.deployment import mark, perform_deploy

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


async def _die(company: Company, worker_id: UUID, verb: str, count: int, when: str) -> None:
    """Deploy in another process that is killed at that point."""
    arguments = [str(company.organisation_id), str(worker_id), verb, str(count), when]
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.engine.killed", *arguments)
    assert await asyncio.wait_for(process.wait(), 60) == -signal.SIGKILL


@pytest.mark.parametrize(("verb", "count", "when"), POINTS)
async def test_killed_and_run_again(company: Company, verb: str, count: int, when: str) -> None:
    mine = await connections.add(
        company.alice, "Our mail", "smtp", {"host": "mail.example", "user": "a", "password": "b"}
    )
    write = step("email_send.send", "Write", fromEmail="a@b.example", toEmail="c@d.example", subject="s")
    worker_id = await hire(company.alice, spec(write), {"smtp": mine})
    await _die(company, worker_id, verb, count, when)
    assert (await row(company.alice, worker_id)).status == "deploying"
    await perform_deploy(company.organisation_id, worker_id, "again")
    worker = await row(company.alice, worker_id)
    assert worker.status == "live"
    found = await company.n8n.find_workflows(mark(worker_id))
    assert [one.id for one in found] == [worker.engine_workflow_id] and found[0].active
    assert sorted(one.kind for one in await company.n8n.all_credentials()) == ["httpHeaderAuth", "smtp"]
    assert (await company.n8n.call_webhook(worker.run_path)).status == 403
