"""Approve → live worker, against the same n8n calls made bare, in one run: `python -m benchmarks.deploys`.

Beside a running `make up`. What is deployed is taken away again.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from uuid import uuid4

from workforce.core.actor import Actor
from workforce.core.settings import get_settings
from workforce.integrations.n8n import N8nClient
from workforce.local.places import Places
from workforce.local.seed import demo_actor
from workforce.local.stack import Stack
from workforce.services import catalogue, drafts, rehearsals, workers
from workforce.services.in_n8n import SECRET_HEADER, wait_until_listening
from workforce.services.planning import plan_prompt
from workforce.services.records import DraftFacts, DraftStatus, WorkerStatus
from workforce.workflow.n8n_json import Stamp, compile_spec
from workforce.workflow.spec import WorkerSpec

ROUNDS = 20
PROMPT = "Every day at 8 read https://api.harbour.example/sales and send it to https://hooks.harbour.example/in"


async def planned(actor: Actor) -> DraftFacts:
    """A draft ready for approval."""
    ident = await drafts.start(actor, PROMPT)
    while (draft := await drafts.get(actor, ident)).status is DraftStatus.PLANNING:
        await asyncio.sleep(0.05)
    if draft.plan is None or draft.plan.questions:
        raise SystemExit(f"The prompt of this benchmark should plan without questions: {draft}")
    while (seen := await rehearsals.latest(actor, ident)) is None or seen.state in ("waiting", "acting"):
        await asyncio.sleep(0.1)
    if seen.verdict != "passed":
        raise SystemExit(f"The plan of this benchmark should pass its rehearsal: {seen.reason}")
    return draft


async def ours(actor: Actor, draft: DraftFacts) -> float:
    """Seconds from the approval to a live worker."""
    started = time.perf_counter()
    worker = await drafts.approve(actor, draft.id, draft.plan.digest if draft.plan else "")
    while (facts := await workers.get_worker(actor, worker)).status is WorkerStatus.DEPLOYING:
        await asyncio.sleep(0.005)
    took = time.perf_counter() - started
    if facts.status is not WorkerStatus.LIVE:
        raise SystemExit(f"The worker did not go live: {facts.reason}")
    await workers.retire(actor, worker)
    return took


async def bare(client: N8nClient, spec: WorkerSpec) -> float:
    """Seconds for the calls alone: credential, workflow, publish, until its trigger answers."""
    mark = uuid4().hex
    started = time.perf_counter()
    secret = await client.create_credential(f"bare {mark}", "httpHeaderAuth", {"name": SECRET_HEADER, "value": mark})
    stamp = Stamp(worker=mark, run_now_path=f"run/{mark}", secret=(secret.id, secret.name))
    workflow = await client.create_workflow(compile_spec(spec, catalogue.current(), stamp) | {"name": f"bare {mark}"})
    await client.publish(workflow.id)
    await wait_until_listening(client, stamp.run_now_path)
    took = time.perf_counter() - started
    await client.delete_workflow(workflow.id)
    await client.delete_credential(secret.id)
    return took


async def measure() -> None:
    """Take turns, so that a noisy machine is noisy for both."""
    stack = Stack(Places.of())
    os.environ.update(stack.environment())
    get_settings.cache_clear()
    settings = get_settings()
    actor = await demo_actor(stack)
    client = N8nClient(settings.n8n_base_url, settings.n8n_api_key.get_secret_value())
    spec = plan_prompt(PROMPT, actor.timezone).planned.spec
    if spec is None:
        raise SystemExit("The prompt of this benchmark should give a spec.")
    with_us, without = [], []
    for _ in range(ROUNDS):
        without.append(await bare(client, spec))
        with_us.append(await ours(actor, await planned(actor)))
    a, b = statistics.median(with_us) * 1000, statistics.median(without) * 1000
    print(f"n8n's calls, bare          p50 {b:6.0f} ms")
    print(f"approve → live worker      p50 {a:6.0f} ms")
    print(f"ratio {a / b:.2f}   over 1.5 × bare: {a - 1.5 * b:+.0f} ms   goal: ≤ 1.5 × bare + 150 ms")
    await client.aclose()


if __name__ == "__main__":
    asyncio.run(measure())
