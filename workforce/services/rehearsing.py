"""Acting a workflow out, scenario by scenario: what drafts, the trial and the command line share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import asdict
from typing import Any

from workforce.core.errors import InvalidInput
from workforce.core.redaction import hide
from workforce.integrations.rehearsal import CallRecord, PerformanceRecord, Play, Stage, Turn
from workforce.services import catalogue
from workforce.workflow.checks.structure import structure_issues
from workforce.workflow.rehearsal.deriving import further
from workforce.workflow.rehearsal.flow import Flow
from workforce.workflow.rehearsal.judging import conclude, judge
from workforce.workflow.rehearsal.opening import normal
from workforce.workflow.rehearsal.own import BadScenario, read_scenario
from workforce.workflow.rehearsal.performance import Call, Performance, Rehearsal, ScenarioResult, StepRun
from workforce.workflow.rehearsal.scenario import Scenario, Staged
from workforce.workflow.rehearsal.staging import CannotBeStaged, stage

MOST_STARTS = 3
SCENARIO_SECONDS = 20.0
ALL_SECONDS = 90.0
PATIENCE = 120.0
TELLING = ("empty", "denied", "fails")
Heard = Callable[[ScenarioResult], Awaitable[None]]


async def _unheard(_result: ScenarioResult) -> None:
    """Nobody listens."""


async def rehearse(
    theatre: Stage,
    owner: str,
    workflow: dict[str, Any],
    *,
    own: Sequence[dict[str, Any]] = (),
    connected: Collection[str] = (),
    digest: str = "",
    heard: Heard = _unheard,
    short: bool = False,
    patience: float = PATIENCE,
) -> Rehearsal:
    """Act a compiled workflow out in every scenario that it gives rise to, and in the person's own.

    owner: who waits for the stage, an organisation or a visitor; connected: credential types that the company has;
    heard: gets each result as it is there; short: only the most telling scenarios; patience: seconds to wait for the
    stage at most. Raises `InvalidInput` for a workflow that nothing starts or a scenario that
    makes no sense, `StageUnavailable` and `StageRefused` from the stage.
    """
    began = time.perf_counter()
    operations = catalogue.current()
    if broken := [message for code, message in structure_issues(workflow) if code == "structure"]:
        raise InvalidInput(f"This is no workflow that n8n could read: {broken[0]}.")
    flow = Flow(workflow, operations)
    try:
        staged = [stage(workflow, operations, start, connected) for start in flow.triggers()[:MOST_STARTS] or [""]]
        openings = [normal(flow, start) for start in flow.triggers()[:MOST_STARTS]]
        asked = [read_scenario(scenario, openings[0]) for scenario in own]
    except (CannotBeStaged, BadScenario) as error:
        raise InvalidInput(str(error)) from error
    results: list[ScenarioResult] = []
    async with theatre.turn(owner, patience=patience) as turn:
        actors = _Actors(turn, staged[0], began + ALL_SECONDS, results, heard)
        first = await actors.act(openings[0])
        if not first.fault and first.status != "none":
            derived = await asyncio.to_thread(further, flow, openings[0], first)
            for scenario in [*(telling(derived) if short else derived), *asked]:
                await actors.act(scenario)
            for opening, other in [] if short else zip(openings[1:], staged[1:], strict=True):
                renamed = opening.model_copy(
                    update={"name": f"normal-{opening.start}", "title": f"Started by “{opening.start}”"}
                )
                await actors.act(renamed, other)
    return conclude(results, time.perf_counter() - began, digest, staged[0].differences)


def telling(scenarios: Sequence[Scenario]) -> list[Scenario]:
    """The few scenarios that a visitor wants to see: nothing to do, consent denied, a service that is down."""
    found: dict[str, Scenario] = {}
    for scenario in scenarios:
        if scenario.kind in TELLING:
            found.setdefault(scenario.kind, scenario)
    return [found[kind] for kind in TELLING if kind in found]


class _Actors:
    """A turn on the stage: plays scenarios and collects what they were worth."""

    def __init__(
        self, turn: Turn, staged: Staged, deadline: float, results: list[ScenarioResult], heard: Heard
    ) -> None:
        self._turn, self._staged, self._deadline, self._results, self._heard = turn, staged, deadline, results, heard

    async def act(self, scenario: Scenario, staged: Staged | None = None) -> Performance:
        left = self._deadline - time.perf_counter()
        if left < 1:
            played = Performance(status="none", fault="There was no time left for it; rehearse again to see it.")
        else:
            play = play_of(staged or self._staged, scenario, min(SCENARIO_SECONDS, left))
            played = performance_of(await self._turn.perform(play))
        result = judge(scenario, played)
        self._results.append(result)
        await self._heard(result)
        return played


def play_of(staged: Staged, scenario: Scenario, seconds: float) -> Play:
    """What the stage gets of a scenario."""
    return Play(
        workflow=staged.workflow,
        path=staged.path,
        trigger=scenario.trigger,
        credentials=staged.credentials,
        tables=[table.model_dump() for table in staged.tables],
        rules=[rule.model_dump() for rule in scenario.services],
        empty_services=scenario.empty,
        fields=dict(scenario.fields),
        missing=scenario.missing,
        approval=scenario.approval,
        deliveries=scenario.deliveries,
        seed=scenario.seed,
        seconds=seconds,
    )


def performance_of(record: PerformanceRecord) -> Performance:
    """What the stage saw, without a secret in it."""
    return Performance(
        status=record.status,
        steps=[StepRun(**asdict(step)) for step in record.steps],
        calls=[_call(call) for call in record.calls],
        error=record.error,
        failed_step=record.failed_step,
        seconds=record.seconds,
        fault=record.fault,
    )


def _call(call: CallRecord) -> Call:
    return Call(**{**asdict(call), "headers": hide(call.headers), "url": str(hide(call.url))})
