"""One contract, two engines: the real n8n is the truth, the double is held to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.engine.cases import answering, chain, node, webhook
from workforce.core.errors import EngineRefused, NotFound
from workforce.integrations.n8n import Engine, InMemoryEngine, N8nClient


@pytest.fixture(params=["n8n", "memory"])
def either(request: pytest.FixtureRequest, n8n: N8nClient) -> Engine:
    """The real n8n, then the double."""
    return n8n if request.param == "n8n" else InMemoryEngine()


@pytest.fixture
async def guard(either: Engine) -> AsyncIterator[tuple[str, str]]:
    """A header credential: its id and name."""
    name = f"eng-contract-{uuid4().hex}"
    credential = await either.create_credential(name, "httpHeaderAuth", {"name": "X-Guard", "value": "right"})
    yield credential.id, credential.name
    await either.delete_credential(credential.id)


async def test_is_healthy_and_tells_its_version(either: Engine) -> None:
    await either.check()
    assert (await either.version()).startswith("2.")


async def test_a_workflow_is_created_found_changed_and_deleted(either: Engine) -> None:
    name = f"eng-contract-{uuid4().hex}"
    made = await either.create_workflow(chain(name, webhook(name)))
    assert not made.active
    assert [one.id for one in await either.find_workflows(name[:-3])] == [made.id]
    await either.update_workflow(made.id, chain(name + "-b", webhook(name)))
    assert (await either.get_workflow(made.id)).name == name + "-b"
    await either.delete_workflow(made.id)
    await either.delete_workflow(made.id)
    with pytest.raises(NotFound):
        await either.get_workflow(made.id)
    assert await either.find_workflows(name) == []


async def test_a_half_workflow_is_refused(either: Engine) -> None:
    with pytest.raises(EngineRefused, match="nodes"):
        await either.create_workflow({"name": "eng-contract-half"})


async def test_an_unknown_node_type_is_refused_when_publishing(either: Engine) -> None:
    made = await either.create_workflow(chain("eng-contract-unknown", webhook(uuid4().hex), node("X", "acme.nope")))
    with pytest.raises(EngineRefused, match=r"Unrecognized node type: acme\.nope"):
        await either.publish(made.id)
    assert not (await either.get_workflow(made.id)).active


async def test_a_workflow_without_a_trigger_is_refused_when_publishing(either: Engine) -> None:
    made = await either.create_workflow(chain("eng-contract-idle", node("Nothing", "noOp")))
    with pytest.raises(EngineRefused, match="no trigger node"):
        await either.publish(made.id)


async def test_a_published_webhook_answers_and_an_unpublished_one_does_not(
    either: Engine, guard: tuple[str, str]
) -> None:
    path = f"eng-{uuid4().hex}"
    made = await either.create_workflow(chain("eng-contract-live", webhook(path, guard), node("Nothing", "noOp")))
    assert (await either.call_webhook(path)).status == 404
    assert (await either.publish(made.id)).active
    assert (await answering(either, path)).status == 403
    assert await either.executions(workflow_id=made.id) == []
    assert (await either.call_webhook(path, headers={"X-Guard": "right"})).status == 200
    await either.publish(made.id)
    await either.unpublish(made.id)
    assert not (await either.unpublish(made.id)).active
    for _ in range(60):
        status = (await either.call_webhook(path)).status
        if status == 404:
            break
        await asyncio.sleep(0.05)
    assert status == 404


async def test_a_published_workflow_is_deleted(either: Engine) -> None:
    made = await either.create_workflow(chain("eng-contract-gone", webhook(uuid4().hex)))
    await either.publish(made.id)
    await either.delete_workflow(made.id)
    with pytest.raises(NotFound):
        await either.publish(made.id)
    with pytest.raises(NotFound):
        await either.unpublish(made.id)


async def _finished(either: Engine, workflow_id: str) -> str:
    """The id of its one finished execution."""
    for _ in range(100):
        found = await either.executions(workflow_id=workflow_id)
        if found and found[0].finished:
            return found[0].id
        await asyncio.sleep(0.05)
    raise AssertionError("no execution finished within 5 s")


async def test_an_execution_tells_what_each_node_did(either: Engine) -> None:
    path, began = f"eng-{uuid4().hex}", datetime.now(UTC) - timedelta(seconds=5)
    made = await either.create_workflow(chain("eng-contract-run", webhook(path), node("Nothing", "noOp")))
    await either.publish(made.id)
    await answering(either, path)
    seen = await either.execution(await _finished(either, made.id))
    assert (seen.status, seen.mode, seen.workflow_id, seen.started_by) == ("success", "webhook", made.id, "Run now")
    assert [(run.name, run.status, run.items) for run in seen.nodes] == [
        ("Run now", "success", 1),
        ("Nothing", "success", 1),
    ]
    assert seen.error is None and seen.failed_node == "" and seen.started_at and seen.stopped_at
    assert seen.id in {one.id for one in await either.executions(started_after=began)}
    assert seen.id in {one.id for one in await either.executions(started_after=seen.started_at, workflow_id=made.id)}
    later = datetime.now(UTC) + timedelta(hours=1)
    assert await either.executions(started_after=later, workflow_id=made.id) == []
    assert await either.executions(status="error", workflow_id=made.id) == []


async def test_a_failed_execution_tells_where_and_why(either: Engine) -> None:
    path = f"eng-{uuid4().hex}"
    stop = node("Refuse", "stopAndError", errorMessage="the till is empty")
    made = await either.create_workflow(chain("eng-contract-fail", webhook(path), stop))
    await either.publish(made.id)
    await answering(either, path)
    seen = await either.execution(await _finished(either, made.id))
    assert (seen.status, seen.failed_node) == ("error", "Refuse")
    assert seen.error is not None and seen.error["message"] == "the till is empty"
    assert [run.status for run in seen.nodes] == ["success", "error"]


async def test_an_execution_that_is_not_there(either: Engine) -> None:
    with pytest.raises(NotFound):
        await either.execution("999999999")


async def test_credentials_are_created_found_and_deleted(either: Engine) -> None:
    name = f"eng-contract-{uuid4().hex}"
    made = await either.create_credential(name, "httpHeaderAuth", {"name": "X", "value": "y"})
    assert await either.find_credentials(name) == [made]
    await either.delete_credential(made.id)
    await either.delete_credential(made.id)
    assert await either.find_credentials(name) == []


async def test_a_credential_type_has_a_schema(either: Engine) -> None:
    schema = await either.credential_schema("httpHeaderAuth")
    assert {"name", "value"} <= set(schema["properties"])
    with pytest.raises(NotFound):
        await either.credential_schema("nopeApi")
