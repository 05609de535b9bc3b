"""One play from curtain to curtain: the world is set, the trigger fires, people answer, and what happened is read."""

from __future__ import annotations

import asyncio
import time

import psycopg

from workforce.core.errors import EngineRefused, StageUnavailable, WorkforceError
from workforce.integrations.rehearsal import PerformanceRecord, Play
from workforce.local.rehearsal.backstage import FAILURES, Backstage
from workforce.local.rehearsal.copies import Copies, ports_named
from workforce.local.rehearsal.engine import MEMORY_MB, RehearsalEngine
from workforce.local.rehearsal.performance import Performance, too_long
from workforce.local.rehearsal.reading import waits_for
from workforce.local.rehearsal.scratch import Scratch
from workforce.local.rehearsal.services import Scene, Services
from workforce.workflow.rehearsal.scenario import ServiceRule
from workforce.workflow.rehearsal.world import World
from workforce.workflow.rehearsal.world.rules import Rules

STARTING, OVER = ("new", "running"), ("success", "error", "crashed", "canceled")
STOP_SECONDS, DYING_SECONDS, TAKING_IN_SECONDS = 2.0, 3.0, 3.0
ERROR_TRIGGER, NOTICE_SECONDS = "n8n-nodes-base.errorTrigger", 4.0
FIRST_LOOK, LONGEST_LOOK = 0.01, 0.1
LOST = "The rehearsal engine stopped in the middle of this scenario; it is being started again. Rehearse once more."
BUSY = "It kept the engine so busy that nothing else was answered any more, so it was stopped."
TOO_MUCH = f"It moved more data than a rehearsal has room for ({MEMORY_MB} MB), and the engine stopped."


class Fault(Exception):
    """Something is wrong with the stage, not with the workflow."""


class Actor:
    """Acts plays on one engine, one at a time."""

    def __init__(
        self, engine: RehearsalEngine, scene: Scene, services: Services, scratch: Scratch, copies: Copies
    ) -> None:
        self._engine, self._scene, self._services = engine, scene, services
        self._scratch, self._copies = scratch, copies
        self._backstage: Backstage | None = None
        self._deaths = -1

    async def perform(self, play: Play) -> PerformanceRecord:
        """Act a play; what goes wrong with the stage itself is told as a fault, or as an error if it is the play's."""
        began = time.monotonic()
        performance = Performance(play)
        try:
            backstage = await self._ready()
            began = time.monotonic()
            workflow_id = await self._set(backstage, play)
            self._raise_curtain(play, performance)
            await asyncio.wait_for(self._play(backstage, workflow_id, performance), play.seconds + 15)
        except Fault as fault:
            performance.fault = str(fault)
        except TimeoutError:
            self._engine.kill()
            performance.status, performance.error = "timeout", too_long(play)
        except FAILURES as error:
            await self._explain(performance, error)
        finally:
            self._lower_curtain()
        return performance.record(time.monotonic() - began)

    async def finish(self) -> None:
        """Leave nothing of a turn behind."""
        self._lower_curtain()
        if self._backstage and self._engine.ready.is_set():
            try:
                await self._copies.remove(self._backstage)
            except FAILURES:
                self._deaths = -1  # swept up before the next play

    async def _ready(self) -> Backstage:
        """The engine, swept clean when it is not the one that we knew."""
        try:
            await self._engine.wait()
        except StageUnavailable as error:
            raise Fault(error.sentence) from error
        if self._backstage is None or self._deaths != self._engine.deaths:
            if self._backstage:
                await self._backstage.aclose()
            self._backstage = Backstage(self._engine.n8n.url, self._engine.key)
            self._copies.forget()
            await self._backstage.clear()
            self._deaths = self._engine.deaths
        return self._backstage

    async def _set(self, backstage: Backstage, play: Play) -> str:
        """Everything on the stage before the curtain rises."""
        for port in ports_named(play):
            self._services.listen(port)
        try:
            await self._scratch.prepare(play.tables)
        except psycopg.Error as error:
            raise Fault(f"A table of the scenario could not be made: {error}") from error
        try:
            return await self._copies.ensure(backstage, play)
        except WorkforceError as error:
            if not self._engine.ready.is_set():
                raise
            raise Fault(f"n8n refuses this workflow: {error.detail or error.sentence}") from error

    def _raise_curtain(self, play: Play, performance: Performance) -> None:
        rules = [ServiceRule.model_validate(rule) for rule in play.rules]
        scene = self._scene
        scene.world = World(
            rules, play.seed, play.approval, play.empty_services, play.fields, play.missing, workflow=play.workflow
        )
        scene.rules, scene.ledger, scene.tell = Rules(rules), performance.ledger, performance.links.read

    def _lower_curtain(self) -> None:
        scene = self._scene
        scene.world, scene.ledger, scene.rules, scene.tell = None, None, Rules([]), lambda _message: None

    async def _play(self, backstage: Backstage, workflow_id: str, performance: Performance) -> None:
        """Each delivery to its end, then the next."""
        play, known = performance.play, set(await backstage.executions(workflow_id))
        performance.rise()
        for _ in range(play.deliveries):
            await self._deliver(backstage, performance)
            await self._follow(backstage, workflow_id, performance, known)
            if performance.status != "success":
                break

    async def _deliver(self, backstage: Backstage, performance: Performance) -> None:
        """Fire the trigger as soon as it answers. A start that waits for the workflow's answer is not waited for."""
        play = performance.play
        while performance.left > 0:
            sending = asyncio.ensure_future(backstage.start(play.path, play.trigger, play.seconds))
            done, _ = await asyncio.wait({sending}, timeout=0.5)
            if not done:
                performance.keep(sending)
                return
            if sending.result() != 404:
                return
            await asyncio.sleep(FIRST_LOOK)
        raise Fault("The rehearsal's start did not answer.")

    async def _follow(self, backstage: Backstage, workflow_id: str, performance: Performance, known: set[str]) -> None:
        """Look until the execution is over, answer where it waits, and read it."""
        pause = FIRST_LOOK
        while True:
            await asyncio.sleep(pause)
            pause = min(pause * 1.3, LONGEST_LOOK)
            fresh = {one: s for one, s in (await backstage.executions(workflow_id)).items() if one not in known}
            ident, status = min(fresh.items(), key=_age, default=("", "none"))
            if status in OVER:
                break
            if status == "waiting" and not await self._answered(backstage, ident, performance):
                break
            if performance.left <= 0:
                ident, status = await self._at_the_limit(backstage, workflow_id, known)
                break
        known.add(ident)
        if ident:
            await self._read(backstage, ident, status, performance)
        else:
            performance.status, performance.error = "timeout", too_long(performance.play)
        if performance.status == "error" and _has_notice(performance.play):
            await self._follow_notice(backstage, workflow_id, performance, known)

    async def _follow_notice(
        self, backstage: Backstage, workflow_id: str, performance: Performance, known: set[str]
    ) -> None:
        """After a failure n8n starts the workflow's own error trigger: what it does belongs to the scenario too."""
        until = time.monotonic() + NOTICE_SECONDS
        while time.monotonic() < until:
            fresh = {one: s for one, s in (await backstage.executions(workflow_id)).items() if one not in known}
            ident, status = min(fresh.items(), key=_age, default=("", "none"))
            if status in OVER:
                known.add(ident)
                if (execution := await backstage.execution(ident)) is not None:
                    performance.add_notice(execution)
                return
            await asyncio.sleep(LONGEST_LOOK)

    async def _answered(self, backstage: Backstage, ident: str, performance: Performance) -> bool:
        """Whether there is anything to wait for: an answer was given, or the wait ends by itself."""
        play, execution = performance.play, await backstage.execution(ident) or {}
        performance.pause(execution)
        if play.approval != "expire" and (link := performance.links.choose(ident, play.approval)):
            await backstage.answer(link)
            performance.answered = time.monotonic()
            return True
        just_answered = time.monotonic() - performance.answered < TAKING_IN_SECONDS
        return performance.left > 0 and (just_answered or waits_for(execution) < performance.left)

    async def _at_the_limit(self, backstage: Backstage, workflow_id: str, known: set[str]) -> tuple[str, str]:
        """The execution that is not over in time, stopped; or over after all, when a busy engine told so late."""
        every = await backstage.executions(workflow_id, "running") | await backstage.executions(workflow_id)
        fresh = {one: status for one, status in every.items() if one not in known}
        ident, status = min(fresh.items(), key=_age, default=("", "none"))
        return ident, status if status in OVER else await self._stop(backstage, ident, status)

    async def _stop(self, backstage: Backstage, ident: str, status: str) -> str:
        """End what does not end; an engine that cannot even do that is ended itself."""
        if status in STARTING and ident:
            until = time.monotonic() + STOP_SECONDS
            try:
                await asyncio.wait_for(backstage.stop(ident), STOP_SECONDS)
                while time.monotonic() < until and await backstage.execution_status(ident) in STARTING:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
            except (TimeoutError, *FAILURES):
                self._engine.kill()
                raise TimeoutError from None
            if time.monotonic() >= until:
                self._engine.kill()
            self._engine.kill_steps()
        return "waiting" if status == "waiting" else "timeout"

    async def _read(self, backstage: Backstage, ident: str, status: str, performance: Performance) -> None:
        execution = await backstage.execution(ident)
        if execution is None:
            performance.status = "error"
            performance.error = "It made more data than can be looked at in a rehearsal."
            return
        performance.add(status, execution)

    async def _explain(self, performance: Performance, error: Exception) -> None:
        """An engine that does not answer has died, of the play or by accident."""
        try:
            await asyncio.wait_for(self._engine.died.wait(), DYING_SECONDS)
        except TimeoutError:
            if isinstance(error, EngineRefused):
                performance.fault = f"The rehearsal engine gave no sensible answer: {error}"
                return
            self._engine.kill()
            performance.status, performance.error = "timeout", BUSY
            return
        if self._engine.ran_out_of_memory:
            performance.status, performance.error = "error", TOO_MUCH
        else:
            performance.fault = LOST


def _age(execution: tuple[str, str]) -> int:
    return int(execution[0])


def _has_notice(play: Play) -> bool:
    return any(node["type"] == ERROR_TRIGGER and not node.get("disabled") for node in play.workflow["nodes"])
