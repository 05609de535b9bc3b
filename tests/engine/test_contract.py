"""One contract, two engines: the real n8n is the truth, the double is held to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from workforce.core.errors import EngineRefused, NotFound
from workforce.integrations.n8n import Engine, InMemoryEngine, N8nClient

from .cases import answering, chain, node, webhook


@pytest.fixture(params=["n8n", "memory"])
async def engine(request: pytest.FixtureRequest) -> AsyncIterator[Engine]:
    """The real n8n, then the double; what a test leaves behind is removed."""
    if request.param == "memory":
        yield InMemoryEngine()
        return
    client = N8nClient(*request.getfixturevalue("engine_address"))
    yield client
    for workflow in await client.find_workflows("eng-contract"):
        await client.delete_workflow(workflow.id)
    await client.aclose()


@pytest.fixture
async def guard(engine: Engine) -> AsyncIterator[tuple[str, str]]:
    """A header credential: its id and name."""
    name = f"eng-contract-{uuid4().hex}"
    credential = await engine.create_credential(name, "httpHeaderAuth", {"name": "X-Guard", "value": "right"})
    yield credential.id, credential.name
    await engine.delete_credential(credential.id)


async def test_is_healthy_and_tells_its_version(engine: Engine) -> None:
    await engine.check()
    assert (await engine.version()).startswith("2.")


async def test_a_workflow_is_created_found_changed_and_deleted(engine: Engine) -> None:
    name = f"eng-contract-{uuid4().hex}"
    made = await engine.create_workflow(chain(name, webhook(name)))
    assert not made.active
    assert [one.id for one in await engine.find_workflows(name[:-3])] == [made.id]
    await engine.update_workflow(made.id, chain(name + "-b", webhook(name)))
    assert (await engine.get_workflow(made.id)).name == name + "-b"
    await engine.delete_workflow(made.id)
    await engine.delete_workflow(made.id)
    with pytest.raises(NotFound):
        await engine.get_workflow(made.id)
    assert await engine.find_workflows(name) == []


async def test_a_half_workflow_is_refused(engine: Engine) -> None:
    with pytest.raises(EngineRefused, match="nodes"):
        await engine.create_workflow({"name": "eng-contract-half"})


async def test_an_unknown_node_type_is_refused_when_publishing(engine: Engine) -> None:
    made = await engine.create_workflow(chain("eng-contract-unknown", webhook(uuid4().hex), node("X", "acme.nope")))
    with pytest.raises(EngineRefused, match=r"Unrecognized node type: acme\.nope"):
        await engine.publish(made.id)
    assert not (await engine.get_workflow(made.id)).active


async def test_a_workflow_without_a_trigger_is_refused_when_publishing(engine: Engine) -> None:
    made = await engine.create_workflow(chain("eng-contract-idle", node("Nothing", "noOp")))
    with pytest.raises(EngineRefused, match="no trigger node"):
        await engine.publish(made.id)


async def test_a_published_webhook_answers_and_an_unpublished_one_does_not(
    engine: Engine, guard: tuple[str, str]
) -> None:
    path = f"eng-{uuid4().hex}"
    made = await engine.create_workflow(chain("eng-contract-live", webhook(path, guard), node("Nothing", "noOp")))
    assert (await engine.call_webhook(path)).status == 404
    assert (await engine.publish(made.id)).active
    assert (await answering(engine, path)).status == 403
    assert await engine.executions(workflow_id=made.id) == []
    assert (await engine.call_webhook(path, headers={"X-Guard": "right"})).status == 200
    await engine.publish(made.id)
    await engine.unpublish(made.id)
    assert not (await engine.unpublish(made.id)).active
    for _ in range(60):
        status = (await engine.call_webhook(path)).status
        if status == 404:
            break
        await asyncio.sleep(0.05)
    assert status == 404


async def test_a_published_workflow_is_deleted(engine: Engine) -> None:
    made = await engine.create_workflow(chain("eng-contract-gone", webhook(uuid4().hex)))
    await engine.publish(made.id)
    await engine.delete_workflow(made.id)
    with pytest.raises(NotFound):
        await engine.publish(made.id)
    with pytest.raises(NotFound):
        await engine.unpublish(made.id)


async def _finished(engine: Engine, workflow_id: str) -> str:
    """The id of its one finished execution."""
    for _ in range(100):
        found = await engine.executions(workflow_id=workflow_id)
        if found and found[0].finished:
            return found[0].id
        await asyncio.sleep(0.05)
    raise AssertionError("no execution finished within 5 s")


async def test_an_execution_tells_what_each_node_did(engine: Engine) -> None:
    path, began = f"eng-{uuid4().hex}", datetime.now(UTC) - timedelta(seconds=5)
    made = await engine.create_workflow(chain("eng-contract-run", webhook(path), node("Nothing", "noOp")))
    await engine.publish(made.id)
    await answering(engine, path)
    seen = await engine.execution(await _finished(engine, made.id))
    assert (seen.status, seen.mode, seen.workflow_id, seen.started_by) == ("success", "webhook", made.id, "Run now")
    assert [(run.name, run.status, run.items) for run in seen.nodes] == [
        ("Run now", "success", 1),
        ("Nothing", "success", 1),
    ]
    assert seen.error is None and seen.failed_node == "" and seen.started_at and seen.stopped_at
    assert seen.id in {one.id for one in await engine.executions(started_after=began)}
    assert seen.id in {one.id for one in await engine.executions(started_after=seen.started_at, workflow_id=made.id)}
    later = datetime.now(UTC) + timedelta(hours=1)
    assert await engine.executions(started_after=later, workflow_id=made.id) == []
    assert await engine.executions(status="error", workflow_id=made.id) == []


async def test_a_failed_execution_tells_where_and_why(engine: Engine) -> None:
    path = f"eng-{uuid4().hex}"
    stop = node("Refuse", "stopAndError", errorMessage="the till is empty")
    made = await engine.create_workflow(chain("eng-contract-fail", webhook(path), stop))
    await engine.publish(made.id)
    await answering(engine, path)
    seen = await engine.execution(await _finished(engine, made.id))
    assert (seen.status, seen.failed_node) == ("error", "Refuse")
    assert seen.error is not None and seen.error["message"] == "the till is empty"
    assert [run.status for run in seen.nodes] == ["success", "error"]


async def test_an_execution_that_is_not_there(engine: Engine) -> None:
    with pytest.raises(NotFound):
        await engine.execution("999999999")


async def test_credentials_are_created_found_and_deleted(engine: Engine) -> None:
    name = f"eng-contract-{uuid4().hex}"
    made = await engine.create_credential(name, "httpHeaderAuth", {"name": "X", "value": "y"})
    assert await engine.find_credentials(name) == [made]
    await engine.delete_credential(made.id)
    await engine.delete_credential(made.id)
    assert await engine.find_credentials(name) == []


async def test_a_credential_type_has_a_schema(engine: Engine) -> None:
    schema = await engine.credential_schema("httpHeaderAuth")
    assert {"name", "value"} <= set(schema["properties"])
    with pytest.raises(NotFound):
        await engine.credential_schema("nopeApi")
