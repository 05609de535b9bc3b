"""`deploy`, `run` and `workers`: what the dashboard does, for one company."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

import orjson

from workforce.cli.machine import local_stack
from workforce.cli.planning import print_plan
from workforce.core.actor import Actor, system
from workforce.core.errors import InvalidInput, NotFound
from workforce.local.seed import demo_actor
from workforce.services import connections, drafts, rehearsals, runs
from workforce.services import workers as staff
from workforce.services.records import DraftFacts, RunFacts, WorkerFacts

Arguments = argparse.Namespace
T = TypeVar("T")
REHEARSAL_SECONDS = 180.0


def deploy(arguments: Arguments) -> int:
    """Plan, answer, approve, and wait until the worker is live; 2 when something is still to be said."""
    return asyncio.run(_deploy(arguments))


async def _deploy(arguments: Arguments) -> int:
    actor = await _actor(arguments)
    draft = await _planned(actor, arguments.what)
    if draft.plan and (given := dict(_pair(text) for text in arguments.answer)):
        draft = await drafts.answer(actor, draft.id, given)
    draft = await _connected(actor, draft, dict(_pair(text) for text in arguments.connection))
    if draft.plan is None or draft.plan.questions:
        return _unfinished(draft)
    if not arguments.reason and not await _rehearsed(actor, draft.id):
        return 1
    worker_id = await drafts.approve(actor, draft.id, draft.plan.digest, arguments.reason)
    worker = await _until(lambda: staff.get_worker(actor, worker_id), lambda one: one.status != "deploying")
    _show([worker], arguments.json)
    return 0 if worker.status == "live" else 1


async def _rehearsed(actor: Actor, draft_id: UUID) -> bool:
    """Wait for the rehearsal of the plan and say what it showed; whether it passed."""
    seen = await rehearsals.latest(actor, draft_id)
    if seen is None or not seen.current or seen.state == "failed":
        seen = await rehearsals.request(actor, draft_id)
    seen = await _until(
        lambda: rehearsals.latest(actor, draft_id),
        lambda one: one is not None and one.state in ("done", "failed"),
        REHEARSAL_SECONDS,
    )
    if seen is not None and seen.verdict == "passed":
        return True
    wrong = [one for one in (seen.report.scenarios if seen and seen.report else []) if one.verdict != "passed"]
    for scenario in wrong:
        print(f"{scenario.title}: {scenario.reason}", file=sys.stderr)
    said = seen.reason if seen else ""
    print(f"The rehearsal did not pass. {said}\nTo deploy it all the same: --reason WHY", file=sys.stderr)
    return False


def run(arguments: Arguments) -> int:
    """Run a worker now and wait for its run."""
    return asyncio.run(_run(arguments))


async def _run(arguments: Arguments) -> int:
    actor = await _actor(arguments)
    worker = await _find_worker(actor, arguments.worker)
    before = {run.id for run in await runs.list_runs(actor, worker.id)}
    await staff.run_now(actor, worker.id)

    async def newest() -> RunFacts | None:
        new = [run for run in await runs.list_runs(actor, worker.id) if run.id not in before]
        return await runs.get_run(actor, new[0].id) if new else None

    seen = await _until(newest, lambda one: one is not None and one.finished_at is not None)
    _show_run(seen, arguments.json)
    return 0 if seen is not None and seen.status == "succeeded" else 1


def workers(arguments: Arguments) -> int:
    """List the workers."""
    return asyncio.run(_workers(arguments))


async def _workers(arguments: Arguments) -> int:
    _show(await staff.list_workers(await _actor(arguments)), arguments.json)
    return 0


async def _actor(arguments: Arguments) -> Actor:
    """The demo company's administrator, or the platform at work for the company named."""
    stack = local_stack()
    if not arguments.organisation:
        return await demo_actor(stack)
    try:
        return system(UUID(arguments.organisation))
    except ValueError as error:
        raise InvalidInput("--organisation takes a company's id, such as 6f1c2f6e-….") from error


async def _planned(actor: Actor, what: str) -> DraftFacts:
    """The draft of that id, or a new one from the prompt, once it is planned."""
    try:
        ident = UUID(what)
    except ValueError:
        ident = await drafts.start(actor, what)
    return await _until(lambda: drafts.get(actor, ident), lambda draft: draft.status != "planning")


async def _connected(actor: Actor, draft: DraftFacts, wanted: dict[str, str]) -> DraftFacts:
    """Choose a connection for each need: the one named, or the only one that fits."""
    there = await connections.list_connections(actor)
    for need in draft.plan.needs if draft.plan else []:
        kinds = {need.key, *need.choices}
        fitting = [one for one in there if one.kind in kinds and wanted.get(one.kind, one.name) == one.name]
        if need.kind == "connection" and not kinds & set(draft.connections) and len(fitting) == 1:
            draft = await drafts.choose_connection(actor, draft.id, fitting[0].kind, fitting[0].id)
    return draft


def _unfinished(draft: DraftFacts) -> int:
    if draft.plan:
        print_plan(draft.plan)
        print(f"\nAnswer with: python -m workforce deploy {draft.id} --answer KEY=VALUE …")
    else:
        print(draft.reason, draft.instead, sep="\n")
    return 2


async def _find_worker(actor: Actor, wanted: str) -> WorkerFacts:

    everyone = await staff.list_workers(actor)
    for worker in everyone:
        if wanted in (str(worker.id), worker.name):
            return worker
    alike = [worker for worker in everyone if wanted.lower() in worker.name.lower()]
    if len(alike) == 1:
        return alike[0]
    raise NotFound(
        "No worker of that name. `python -m workforce workers` lists them."
        if not alike
        else "Several workers are called like that: " + ", ".join(worker.name for worker in alike)
    )


async def _until(look: Callable[[], Awaitable[T]], done: Callable[[T], bool], patience: float = 60.0) -> T:
    """Look every 0.2 s until it is done; what was seen last after `patience` seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not done(seen := await look()) and loop.time() < end:  # noqa: ASYNC110 - another process does the work
        await asyncio.sleep(0.2)
    return seen


def _pair(text: str) -> tuple[str, str]:

    key, equals, value = text.partition("=")
    if not equals:
        raise InvalidInput(f"“{text}” is not KEY=VALUE.")
    return key.strip(), value.strip()


def _show(found: list[WorkerFacts], as_json: bool) -> None:
    if as_json:
        _print_json(found)
    elif not found:
        print('No workers yet. Hire one: python -m workforce deploy "Every Monday at 9, …"')
    for worker in [] if as_json else found:
        print(f"{worker.name}\n  {worker.status}   {worker.trigger_words}   id {worker.id}")
        for line in (worker.reason, *(f"next run {run:%a %d %b %H:%M}" for run in worker.next_runs[:1])):
            if line:
                print(f"  {line}")


def _show_run(run: RunFacts | None, as_json: bool) -> None:
    if as_json:
        _print_json(run)
    elif run is None:
        print("It was started, but no run has shown up yet.")
    else:
        print(f"{run.worker_name}: {run.status} in {run.milliseconds or 0} ms")
        for step in run.steps:
            print(f"  {step.status:10} {step.title:40.40} {step.items:4} items  {step.error}".rstrip())


def _print_json(value: object) -> None:

    print(orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode())
