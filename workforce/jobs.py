"""Durable background work: what a page asks for survives closed tabs and killed processes.

A task is registered with `durable`, is safe to run twice, and gets its arguments from `data.queue.enqueue`.
Beside the jobs, each worker process keeps its `COMPANIONS` going.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.exceptions import ConnectorException, JobAborted
from procrastinate.jobs import Job

from workforce.core.errors import StoreUnavailable, WorkforceError
from workforce.core.telemetry import JOBS, configure_logging, correlation_id, log
from workforce.data import job_store, postgres, redis
from workforce.data.job_store import DEAD_SECONDS, HEARTBEAT_SECONDS
from workforce.data.queue import QUEUE, REHEARSALS
from workforce.services import changing, deployment, drafting, engines, rehearsals, retirement, watch

MOST_TRIES = 7
SHUTDOWN_SECONDS = 20.0
REHEARSALS_AT_ONCE = 8  # most of them wait for their turn on the stage
OUR_FAULT = "Something went wrong on our side. Try again; if it happens once more, tell us this number: {incident}."

Body = Callable[..., Coroutine[Any, Any, None]]
Companion = Callable[[asyncio.Event], Coroutine[Any, Any, None]]

app = App(connector=PsycopgConnector())  # `run_worker` gives it the settings' database


# --- trying again -------------------------------------------------------------------------------------------


def seconds_until_retry(error: BaseException, attempts: int) -> int | None:
    """When to try again after `attempts` earlier tries: 1, 2, 4 … seconds; None when it would not help."""
    if isinstance(error, JobAborted | asyncio.CancelledError):
        return 0  # this process is shutting down; another one takes over
    if isinstance(error, StoreUnavailable):
        return int(min(2**attempts, 30))  # without the database nobody could be told that it failed
    if isinstance(error, WorkforceError) and error.retryable and attempts + 1 < MOST_TRIES:
        return int(min(2**attempts, 60))
    return None


class Backoff(BaseRetryStrategy):
    """Tries again, later each time, while `seconds_until_retry` says so."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """The library's question after a failure."""
        seconds = seconds_until_retry(exception, job.attempts)
        return None if seconds is None else RetryDecision(retry_in={"seconds": seconds})


def durable(name: str, *, give_up: Body | None = None, queue: str = QUEUE) -> Callable[[Body], Body]:
    """Register a coroutine as the task `name`; after the last try: give_up(**same arguments, error=WorkforceError)."""

    def register(body: Body) -> Body:
        async def run(context: JobContext, /, **arguments: Any) -> None:
            try:
                await body(**arguments)
            except Exception as error:
                if give_up is not None and seconds_until_retry(error, context.job.attempts) is None:
                    await give_up(**arguments, error=_for_people(error))
                raise

        app.task(name=name, queue=queue, retry=Backoff(), pass_context=True)(run)
        return body

    return register


def _for_people(error: Exception) -> WorkforceError:
    if isinstance(error, WorkforceError):
        return error
    incident = uuid4().hex[:8]
    log.error("job.bug", incident=incident, exc_info=error)
    return WorkforceError(OUR_FAULT.format(incident=incident), detail=incident)


# --- the worker process -------------------------------------------------------------------------------------


async def reap(stop: asyncio.Event) -> None:
    """Until `stop`: hand on the jobs of processes that died."""
    while not stop.is_set():
        try:
            async with postgres.platform_session() as session:
                if recovered := await job_store.recover_jobs(session):
                    log.warning("jobs.recovered", jobs=recovered)
        except StoreUnavailable as error:
            log.warning("jobs.reap_waits", detail=error.detail)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), HEARTBEAT_SECONDS)


COMPANIONS: list[Companion] = [reap, watch.keep_watch]


async def run_worker(concurrency: int = 4) -> None:
    """Work through jobs until SIGTERM or SIGINT; running jobs get time to finish, others are handed on."""
    stop = asyncio.Event()
    companions = [asyncio.create_task(companion(stop)) for companion in COMPANIONS]
    finished = False
    try:
        while not finished:
            finished = await _work(concurrency)
            await asyncio.sleep(0 if finished else 2)
    finally:
        stop.set()
        await asyncio.gather(*companions, return_exceptions=True)
        await engines.close()
        await postgres.close()
        await redis.close()


def work(concurrency: int = 4) -> None:
    """`run_worker` in an event loop of its own; for the command line."""
    configure_logging()
    asyncio.run(run_worker(concurrency))


async def _work(concurrency: int) -> bool:
    """Work until told to stop (True) or until the database goes away (False)."""
    try:
        with app.replace_connector(job_store.connector(concurrency + REHEARSALS_AT_ONCE + 6)):
            async with app.open_async():
                await _side_by_side(
                    _work_on(QUEUE, concurrency),
                    _work_on(REHEARSALS, REHEARSALS_AT_ONCE, install_signal_handlers=False),
                )
    except (ConnectorException, OSError) as error:
        log.warning("jobs.database_away", reason=str(error) or type(error).__name__)
        return False
    return True


async def _side_by_side(*bodies: Coroutine[Any, Any, None]) -> None:
    """Run them until one ends, let the others finish what they have, and raise what went wrong in any."""
    tasks = [asyncio.create_task(body) for body in bodies]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def _work_on(queue: str, concurrency: int, **more: Any) -> None:
    await app.run_worker_async(
        queues=[queue],
        concurrency=concurrency,
        fetch_job_polling_interval=1,
        update_heartbeat_interval=HEARTBEAT_SECONDS,
        stalled_worker_timeout=DEAD_SECONDS,
        shutdown_graceful_timeout=SHUTDOWN_SECONDS,
        delete_jobs="successful",
        worker_middleware=[_observed],
        **more,
    )


async def _observed(call_next: Callable[[], Awaitable[Any]], context: JobContext, _worker: Any) -> Any:
    """Around each job: its correlation id for all that it logs and calls, and how long it took."""
    job, began, outcome = context.job, time.perf_counter(), "failed"
    correlation_id.set(str(job.task_kwargs.get("correlation_id") or uuid4().hex))
    try:
        result = await call_next()
        outcome = "done"
        return result
    except WorkforceError as error:
        log.warning("job.failed", task=job.task_name, tries=job.attempts + 1, error=error.sentence, detail=error.detail)
        raise
    finally:
        seconds = time.perf_counter() - began
        JOBS.labels(job.task_name, outcome).observe(seconds)
        log.info("job.ended", task=job.task_name, job=job.id, outcome=outcome, seconds=round(seconds, 3))


# --- drafts -------------------------------------------------------------------------------------------------


async def _planning_given_up(organisation_id: str, draft_id: str, correlation_id: str, error: WorkforceError) -> None:
    await drafting.give_up(UUID(organisation_id), UUID(draft_id), correlation_id, error)


@durable("plan_draft", give_up=_planning_given_up)
async def plan_draft(organisation_id: str, draft_id: str, correlation_id: str) -> None:
    """Plan a draft, stage by stage."""
    await drafting.perform_planning(UUID(organisation_id), UUID(draft_id), correlation_id)


async def _rehearsal_given_up(
    organisation_id: str, rehearsal_id: str, correlation_id: str, error: WorkforceError
) -> None:
    await rehearsals.give_up(UUID(organisation_id), UUID(rehearsal_id), correlation_id, error)


@durable("rehearse_draft", give_up=_rehearsal_given_up, queue=REHEARSALS)
async def rehearse_draft(organisation_id: str, rehearsal_id: str, correlation_id: str) -> None:
    """Act a draft's plan out on the rehearsal engine."""
    await rehearsals.perform(UUID(organisation_id), UUID(rehearsal_id), correlation_id)


async def _change_given_up(organisation_id: str, draft_id: str, correlation_id: str, error: WorkforceError) -> None:
    await changing.give_up(UUID(organisation_id), UUID(draft_id), correlation_id, error)


@durable("change_draft", give_up=_change_given_up)
async def change_draft(organisation_id: str, draft_id: str, correlation_id: str) -> None:
    """Let Claude read a change of a draft."""
    await changing.perform_change(UUID(organisation_id), UUID(draft_id), correlation_id)


# --- workers on their engines -------------------------------------------------------------------------------


async def _deployment_given_up(
    organisation_id: str, worker_id: str, correlation_id: str, error: WorkforceError
) -> None:
    await deployment.give_up(UUID(organisation_id), UUID(worker_id), correlation_id, error)


@durable("deploy_worker", give_up=_deployment_given_up)
async def deploy_worker(organisation_id: str, worker_id: str, correlation_id: str) -> None:
    """Put a worker to work on its engine."""
    await deployment.perform_deploy(UUID(organisation_id), UUID(worker_id), correlation_id)


@durable("retire_worker")
async def retire_worker(organisation_id: str, worker_id: str, correlation_id: str) -> None:
    """Take a retired worker off its engine; when the engine stays away, the watch does it once it is back."""
    await retirement.perform_retire(UUID(organisation_id), UUID(worker_id), correlation_id)
