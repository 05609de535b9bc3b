"""Workflows made by hand, as small as a case needs them."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any
from uuid import UUID

from pydantic import JsonValue

from workforce.core.actor import Actor, Role
from workforce.data.models import Draft, Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.integrations.n8n import Engine, WebhookReply
from workforce.services.deployment import perform_deploy
from workforce.workflow.schedule import Cron, Schedule
from workforce.workflow.spec import Link, Step, Trigger, WorkerSpec, json_inputs


def node(name: str, kind: str, version: float = 1, **parameters: Any) -> dict[str, Any]:
    """One node; ids and webhook ids come from its name."""
    ident = name.lower().replace(" ", "-")
    made = {
        "id": ident,
        "name": name,
        "type": kind if "." in kind else f"n8n-nodes-base.{kind}",
        "typeVersion": version,
        "position": [0, 0],
        "parameters": parameters,
    }
    return made | ({"webhookId": f"eng-{ident}-{parameters['path']}"} if "path" in parameters else {})


def webhook(path: str, credential: tuple[str, str] | None = None, name: str = "Run now") -> dict[str, Any]:
    """A POST webhook, guarded by a header credential (id, name) if given."""
    guard = {"authentication": "headerAuth"} if credential else {}
    made = node(name, "webhook", 2, httpMethod="POST", path=path, options={}, **guard)
    if credential:
        made["credentials"] = {"httpHeaderAuth": {"id": credential[0], "name": credential[1]}}
    return made


def chain(name: str, *nodes: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """A workflow whose nodes follow one another."""
    arrows = {
        before["name"]: {"main": [[{"node": after["name"], "type": "main", "index": 0}]]}
        for before, after in itertools.pairwise(nodes)
    }
    return {"name": name, "nodes": list(nodes), "connections": arrows, "settings": {"executionOrder": "v1", **settings}}


async def answering(engine: Engine, path: str, seconds: float = 5.0) -> WebhookReply:
    """Probe the webhook until it is registered (guarded ones then say 403), at most `seconds`."""
    for _ in range(int(seconds / 0.05)):
        reply = await engine.call_webhook(path)
        if reply.status != 404:
            return reply
        await asyncio.sleep(0.05)
    return reply


# --- specs and hired workers ------------------------------------------------------------------------------


def spec(*steps: Step, trigger: Trigger | None = None, name: str = "Morning check") -> WorkerSpec:
    """A worker whose steps follow one another; by default it runs every Monday at nine."""
    first = trigger or Trigger(
        id="start",
        operation="schedule_trigger",
        title="Every Monday",
        schedule=Schedule(rules=[Cron(expression="0 9 * * 1")]),
    )
    linked: list[Step] = []
    for step in steps:
        linked.append(step.model_copy(update={"after": [Link(step=linked[-1].id if linked else first.id)]}))
    return WorkerSpec(
        name=name, objective="Look after the shop", timezone="Europe/Berlin", triggers=[first], steps=linked
    )


def step(operation: str, title: str, **inputs: JsonValue) -> Step:
    """A step with literal inputs."""
    return Step(id=title.lower().replace(" ", "-"), operation=operation, title=title, inputs=json_inputs(inputs))


NOTE = step("no_op", "Do nothing")


async def hire(actor: Actor, made: WorkerSpec, connections: dict[str, UUID] | None = None) -> UUID:
    """The rows of an approved worker that waits for its deployment; its id."""
    organisation_id = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = Draft(
            organisation_id=organisation_id,
            prompt="look after the shop",
            title=made.name,
            status="deploying",
            connections={kind: str(ident) for kind, ident in (connections or {}).items()},
        )
        session.add(draft)
        await session.flush()
        worker = Worker(
            organisation_id=organisation_id,
            name=made.name,
            objective=made.objective,
            draft_id=draft.id,
            timezone=made.timezone,
        )
        session.add(worker)
        await session.flush()
        dump = made.model_dump(mode="json")
        session.add(
            WorkerVersion(
                organisation_id=organisation_id, worker_id=worker.id, number=1, spec=dump, spec_digest=made.digest()
            )
        )
        draft.worker_id = worker.id
        return worker.id


async def deployed(actor: Actor, made: WorkerSpec, connections: dict[str, UUID] | None = None) -> UUID:
    """A worker that is live; its id."""
    worker_id = await hire(actor, made, connections)
    await perform_deploy(actor.require(Role.MANAGER), worker_id, "test")
    assert (await row(actor, worker_id)).status == "live"
    return worker_id


async def row(actor: Actor, worker_id: UUID) -> Worker:
    """The worker's row as it is now."""
    async with tenant_session(actor) as session:
        found = await session.get(Worker, worker_id)
        assert found is not None
        return found
