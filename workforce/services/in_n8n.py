"""What a worker has in n8n: the names it is found by, when it listens, and how it is taken away again."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from workforce.core.actor import Actor
from workforce.core.errors import EngineRefused, NotFound
from workforce.data import queue
from workforce.data.models import Worker
from workforce.data.postgres import tenant_session
from workforce.integrations.n8n import Engine
from workforce.services import credentials
from workforce.services.engines import EngineAt

SECRET_HEADER = "X-WorkForce-Secret"  # noqa: S105 - a header's name
LISTEN_SECONDS = 20.0
NEVER_ANSWERED = (
    "n8n took the worker but its trigger never answered. Usually a connection it listens with was not accepted: "
    "check the worker's connections, then try again."
)


def marked(name: str, worker_id: UUID) -> str:
    """The workflow's name in n8n: people's name for it and the mark it is found by."""
    return f"{name[:80]} {mark(worker_id)}"


def mark(worker_id: UUID) -> str:
    """What the names of all that belongs to a worker in n8n carry."""
    return f"(worker {worker_id})"


def secret_context(worker_id: UUID) -> str:
    """What a worker's sealed secret is bound to."""
    return f"worker:{worker_id}"


async def wait_until_listening(client: Engine, run_path: str, seconds: float = LISTEN_SECONDS) -> None:
    """Return once n8n answers at the run-now webhook. Called without its secret, it says 403 and starts nothing."""
    loop = asyncio.get_running_loop()
    deadline, pause = loop.time() + seconds, 0.02
    while (await client.call_webhook(run_path)).status == 404:
        if loop.time() > deadline:
            raise EngineRefused(NEVER_ANSWERED, detail=f"no answer at the run-now webhook for {seconds:.0f} s")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, 0.25)


def public_paths(workflow: dict[str, Any], run_path: str) -> tuple[str, str]:
    """The paths of the worker's own webhook and form, empty without one."""
    hook = form = ""
    for node in workflow["nodes"]:
        given = node["parameters"]
        if node["type"] == "n8n-nodes-base.webhook" and given.get("path") != run_path:
            hook = hook or str(given.get("path") or node.get("webhookId", ""))
        if node["type"] == "n8n-nodes-base.formTrigger":
            path = given.get("path") or (given.get("options") or {}).get("path") or node.get("webhookId", "")
            form = form or str(path)
    return hook, form


async def remove_from_engine(actor: Actor, engine: EngineAt, worker_id: UUID, connections: tuple[UUID, ...]) -> None:
    """Delete the worker's workflows and what only it used. Twice is fine."""
    async with tenant_session(actor) as session:
        worker = await locked_row(session, worker_id)
        known = worker.engine_workflow_id
    found = [one.id for one in await engine.client.find_workflows(mark(worker_id))]
    for ident in dict.fromkeys([*([known] if known else []), *found]):
        await engine.client.delete_workflow(ident)
    await credentials.remove_secret(engine.client, mark(worker_id))
    await credentials.remove_unused(actor, engine, worker_id, connections)
    async with tenant_session(actor) as session:
        (await locked_row(session, worker_id)).engine_workflow_id = None


async def enqueue_retirement(
    session: AsyncSession, organisation_id: UUID, worker_id: UUID, correlation_id: str
) -> None:
    """Have the worker taken off its engine, by a job of its own."""
    await queue.enqueue(
        session,
        "retire_worker",
        key=f"retire:{worker_id}",
        organisation_id=str(organisation_id),
        worker_id=str(worker_id),
        correlation_id=correlation_id,
    )


async def locked_row(session: AsyncSession, worker_id: UUID) -> Worker:
    """The worker's row, locked until the transaction ends. `NotFound`."""
    worker: Worker | None = await session.get(Worker, worker_id, with_for_update=True)
    if worker is None:
        raise NotFound("That worker is gone.")
    return worker
