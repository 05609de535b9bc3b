"""Keeping watch: every second, each engine's new executions become runs.

n8n lists running executions only when asked for them, so a pass asks for what runs, what waits, and what began lately.
One process does it at a time; should two, each run is still kept once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from uuid import UUID, uuid4

from redis.exceptions import RedisError

from workforce.core.errors import NotFound, StoreUnavailable, WorkforceError
from workforce.core.telemetry import log
from workforce.data import platform, redis
from workforce.data.platform import WorkerPlace
from workforce.data.postgres import platform_session
from workforce.integrations.n8n import Execution
from workforce.services import engines, retirement, runs
from workforce.services.engines import EngineAt

PAUSE_SECONDS = 1.0
CHECK_SECONDS = 60.0
LEASE_MS = 5000
LEASE_KEY = "watch:leader"
FIRST_LOOK_BACK = timedelta(hours=1)
# Executions are listed by when they started, and become visible a moment later.
OVERLAP = timedelta(seconds=5)
AT_ONCE = 8
MOST = 20_000

_RENEW = (
    "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end"
)
_LEAVE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"


@dataclass
class EngineWatch:
    """What one process knows of one engine's executions between two passes.

    mark: everything that started before it has been seen; open: executions that had not ended, and when they began;
    kept: what has been written already, by id, so that a pass writes only news; well: its last check and pass worked.
    """

    engine_id: UUID
    mark: datetime | None = None
    stored: datetime | None = None
    open: dict[str, datetime] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    checked: float = 0.0
    well: bool = False
    told: bool = False

    async def look(self) -> int:
        """One pass: how many executions were written."""
        engine = await engines.at(self.engine_id)
        if self.mark is None:
            self.stored = await engines.mark_of(engine)
            self.mark = self.stored or datetime.now(UTC) - FIRST_LOOK_BACK
        listed = {one.id: one for one in await _listed(engine, self.mark - OVERLAP)}
        news = [one for one in listed.values() if self.kept.get(one.id) != one.status]
        news += await self._vanished(engine, listed)
        written = await self._keep(engine, news)
        await self._move_mark(engine, listed.values())
        return written

    async def _vanished(self, engine: EngineAt, listed: dict[str, Execution]) -> list[Execution]:
        """Executions that were open and are in no list any more: they ended, long after they began."""
        ended: list[Execution] = []
        for ident in [ident for ident in self.open if ident not in listed]:
            try:
                execution = await engine.client.execution(ident)
            except NotFound:
                self.open.pop(ident)
                continue
            if self.kept.get(ident) != execution.status:
                ended.append(execution)
        return ended

    async def _keep(self, engine: EngineAt, news: list[Execution]) -> int:
        """Write news, worker by worker; those of a worker in one transaction."""
        if not news:
            return 0
        async with platform_session() as session:
            places = {place.engine_workflow_id: place for place in await platform.workers_of_engine(session, engine.id)}
        ours: dict[str, list[Execution]] = {}
        for execution in news:
            if execution.workflow_id in places:
                ours.setdefault(execution.workflow_id, []).append(execution)
            else:
                self._note(execution)
        for workflow_id, executions in ours.items():
            await self._keep_of(engine, places[workflow_id], executions)
        return sum(len(executions) for executions in ours.values())

    async def _keep_of(self, engine: EngineAt, place: WorkerPlace, executions: list[Execution]) -> None:
        gate = asyncio.Semaphore(AT_ONCE)
        full = await asyncio.gather(*(_with_data(engine, execution, gate) for execution in executions))
        await runs.keep(engine.id, place, full)
        for execution in full:
            self._note(execution)

    def _note(self, execution: Execution) -> None:
        self.kept[execution.id] = execution.status
        if execution.finished:
            self.open.pop(execution.id, None)
        else:
            self.open[execution.id] = execution.started_at or datetime.now(UTC)

    async def _move_mark(self, engine: EngineAt, listed: Iterable[Execution]) -> None:
        """Forward to the newest start; what is kept on disk stays behind whatever is still open."""
        starts = [execution.started_at for execution in listed if execution.started_at]
        self.mark = max([self.mark or datetime.now(UTC) - FIRST_LOOK_BACK, *starts])
        recent = {execution.id for execution in listed}
        self.kept = {ident: status for ident, status in self.kept.items() if ident in recent or ident in self.open}
        durable = min([self.mark, *self.open.values()])
        if self.stored is None or durable > self.stored:
            await engines.remember_mark(engine, durable)
            self.stored = durable


async def _listed(engine: EngineAt, since: datetime) -> list[Execution]:
    """What runs, what waits, and what began since; a later word on the same execution comes later in the list."""
    running = await engine.client.executions(status="running")
    waiting = await engine.client.executions(status="waiting")
    recent = await engine.client.executions(started_after=since, limit=MOST)
    return [*running, *waiting, *recent]


async def _with_data(engine: EngineAt, execution: Execution, gate: asyncio.Semaphore) -> Execution:
    """An execution that ended, with what its steps did; one that runs, as it is."""
    if not execution.finished or execution.nodes:
        return execution
    async with gate:
        try:
            return await engine.client.execution(execution.id)
        except NotFound:
            return execution


async def sync_engine(engine_id: UUID) -> int:
    """One pass over one engine from its kept mark: how many executions were written."""
    return await EngineWatch(engine_id).look()


async def keep_watch(stop: asyncio.Event) -> None:
    """Watch all engines until `stop` is set; the body of the job worker's watch."""
    me, watches = uuid4().hex, dict[UUID, EngineWatch]()
    while not stop.is_set():
        began = monotonic()
        try:
            if await _lead(me):
                await _look_at_all(watches)
        except WorkforceError as error:
            log.warning("watch pauses", reason=error.sentence, detail=error.detail)
        except Exception:
            log.exception("watch stumbled")
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), max(0.05, PAUSE_SECONDS - (monotonic() - began)))
    with suppress(RedisError, OSError):
        await redis.client().eval(_LEAVE, 1, LEASE_KEY, me)  # type: ignore[misc]


async def _look_at_all(watches: dict[UUID, EngineWatch]) -> None:
    known = await engines.all_engines()
    for gone in set(watches) - set(known):
        del watches[gone]
    await asyncio.gather(*(_look_at(watches.setdefault(ident, EngineWatch(ident))) for ident in known))


async def _look_at(watch: EngineWatch) -> None:
    """One engine's trouble is not another's."""
    try:
        if not watch.well or monotonic() - watch.checked > CHECK_SECONDS:
            watch.checked = monotonic()
            await engines.check(watch.engine_id)
            if not watch.well:
                await retirement.sweep(watch.engine_id)
            watch.well = True
        await watch.look()
    except StoreUnavailable:
        raise
    except WorkforceError as error:
        tell = log.warning if watch.well or not watch.told else log.debug
        watch.well, watch.told = False, True
        tell("engine not to be watched", engine=str(watch.engine_id), reason=error.sentence, detail=error.detail)


async def _lead(me: str) -> bool:
    """Whether this process is the one that watches. Without Redis every one does: more work, the same runs."""
    try:
        client = redis.client()
        if await client.eval(_RENEW, 1, LEASE_KEY, me, str(LEASE_MS)):  # type: ignore[misc]
            return True
        return bool(await client.set(LEASE_KEY, me, nx=True, px=LEASE_MS))
    except (RedisError, OSError):
        return True
