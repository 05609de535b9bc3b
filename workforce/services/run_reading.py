"""An execution of n8n as a run: its state, its steps, and in plain words why it failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workforce.integrations.n8n import Execution, NodeRun
from workforce.services.failures import explain_failure, interrupted, message_of
from workforce.services.records import RunStatus, StepRun
from workforce.services.samples import sample_text
from workforce.workflow.n8n_json.triggers import RUN_NOW

STATUSES = {
    "new": RunStatus.RUNNING,
    "running": RunStatus.RUNNING,
    "waiting": RunStatus.WAITING,
    "success": RunStatus.SUCCEEDED,
    "canceled": RunStatus.CANCELLED,
}
BY_HAND = "Started by hand"
# By node type: (the service's name, its icon's key).
Services = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RunReading:
    """What is kept of an execution. steps: None as long as nobody fetched its data."""

    execution_id: str
    status: RunStatus
    trigger: str
    started_at: datetime
    finished_at: datetime | None
    error: str
    failed_step: str
    steps: tuple[StepRun, ...] | None


def read_run(execution: Execution, services: Services) -> RunReading:
    """Read an execution; without its data, there are no steps and no error yet."""
    status = STATUSES.get(execution.status, RunStatus.FAILED)
    with_data = bool(execution.nodes or execution.workflow)
    types = {node["name"]: node["type"] for node in execution.workflow.get("nodes", [])}
    failed = status is RunStatus.FAILED
    service = services.get(types.get(execution.failed_node, ""), ("", ""))[0]
    plain = explain_failure(execution.error, execution.failed_node, service) if execution.error else ""
    return RunReading(
        execution_id=execution.id,
        status=status,
        trigger=BY_HAND if execution.started_by == RUN_NOW else execution.started_by,
        started_at=execution.started_at or datetime.now(UTC),
        finished_at=execution.stopped_at if execution.finished else None,
        error=(plain or (interrupted(execution.status) if with_data else "")) if failed else "",
        failed_step=execution.failed_node if failed else "",
        steps=_steps(execution.nodes, types, services) if with_data else None,
    )


def _steps(nodes: tuple[NodeRun, ...], types: dict[str, str], services: Services) -> tuple[StepRun, ...]:
    """One line a step, in the order they first ran; a step that ran several times is counted together."""
    runs: dict[str, list[NodeRun]] = {}
    for node in nodes:
        runs.setdefault(node.name, []).append(node)
    return tuple(_step(name, times, services.get(types.get(name, ""), ("", ""))[1]) for name, times in runs.items())


def _step(name: str, times: list[NodeRun], icon: str) -> StepRun:
    error: dict[str, Any] | None = next((run.error for run in reversed(times) if run.error), None)
    return StepRun(
        name=name,
        title=BY_HAND if name == RUN_NOW else name,
        icon=icon,
        status="failed" if error else ("succeeded" if times[-1].status == "success" else times[-1].status),
        items=sum(run.items for run in times),
        milliseconds=sum(run.milliseconds for run in times),
        sample=sample_text(times[-1].sample),
        error=message_of(error),
    )
