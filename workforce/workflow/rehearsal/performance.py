"""What happened on the stage, and what it was worth."""

from __future__ import annotations

from typing import Any
from typing import Literal as OneOf

from pydantic import Field, JsonValue

from workforce.workflow.rehearsal.scenario import Difference, Item
from workforce.workflow.spec import Frozen

Verdict = OneOf["passed", "failed", "inconclusive"]


class Call(Frozen):
    """One call that left the engine. url: `smtp://…`, `postgres://…` for what is not HTTP; body: JSON, else text.

    at: seconds since the curtain rose; status: what the simulated service answered; refused: nothing may go there.
    """

    method: str
    url: str
    headers: dict[str, str] = Field(default_factory=dict)
    body: JsonValue = None
    status: int = 0
    answer: JsonValue = None
    at: float = 0
    step: str = ""
    service: str = ""
    refused: bool = False


class StepRun(Frozen):
    """What one node did. sample: up to a few of the items it gave; at: seconds since the curtain rose."""

    name: str
    items_in: int = 0
    items_out: int = 0
    error: str = ""
    at: float = 0
    seconds: float = 0
    sample: list[Item] = Field(default_factory=list)


class Performance(Frozen):
    """A scenario as it was played. fault: what went wrong with the stage itself, not the workflow."""

    status: OneOf["success", "error", "waiting", "timeout", "none"]
    steps: list[StepRun] = Field(default_factory=list)
    calls: list[Call] = Field(default_factory=list)
    error: str = ""
    failed_step: str = ""
    seconds: float = 0
    fault: str = ""


class ScenarioResult(Frozen):
    """A scenario's verdict with its evidence. reason: one sentence, for people."""

    name: str
    title: str
    kind: str = "own"
    verdict: Verdict
    reason: str = ""
    status: str = ""
    calls: list[Call] = Field(default_factory=list)
    steps: list[StepRun] = Field(default_factory=list)
    seconds: float = 0


class Rehearsal(Frozen):
    """All scenarios of one workflow. digest: of exactly the spec (or workflow) that was rehearsed."""

    verdict: Verdict
    seconds: float
    digest: str = ""
    scenarios: list[ScenarioResult] = Field(default_factory=list)
    differences: list[Difference] = Field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The command line's stable form."""
        return {
            "verdict": self.verdict,
            "seconds": round(self.seconds, 3),
            "scenarios": [_scenario_json(scenario) for scenario in self.scenarios],
        }


def _scenario_json(scenario: ScenarioResult) -> dict[str, Any]:
    calls = {"step", "service", "method", "url", "headers", "body", "status"}
    steps = {"name", "items_in", "items_out", "error"}
    return {
        "name": scenario.name,
        "verdict": scenario.verdict,
        "reason": scenario.reason,
        "status": scenario.status,
        "calls": [call.model_dump(include=calls) for call in scenario.calls],
        "steps": [step.model_dump(include=steps) for step in scenario.steps],
    }
