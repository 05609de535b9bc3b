"""What n8n says of an execution, read as steps; and which step made which call."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import orjson

from workforce.integrations.rehearsal import CallRecord, StepRecord

Json = dict[str, Any]
SAMPLE_ITEMS, LONGEST_ITEM, MOST_STEPS = 3, 8_000, 2_000
CLOCK = 0.002  # n8n cuts the end of a step down to whole milliseconds, and its begin as well


def steps_of(execution: Json, began: float) -> list[StepRecord]:
    """Every run of every node, in order. began: when the curtain rose, in seconds since 1970."""
    run_data: dict[str, list[Json]] = _result(execution).get("runData") or {}
    runs = [(run, _step(name, run, run_data, began)) for name, of_node in run_data.items() for run in of_node]
    # n8n counts anew after a wait, so its count only decides within a millisecond
    runs.sort(key=lambda pair: (pair[1].at, pair[0].get("executionIndex") or 0))
    return [step for _, step in runs[:MOST_STEPS]]


def _result(execution: Json) -> Json:
    return (execution.get("data") or {}).get("resultData") or {}


def _step(name: str, run: Json, run_data: dict[str, list[Json]], began: float) -> StepRecord:
    items = _items(run.get("data"))
    return StepRecord(
        name=name,
        items_in=_items_in(run, run_data),
        items_out=len(items),
        error=sentence(run.get("error")),
        at=round((run.get("startTime") or 0) / 1000 - began, 4),
        seconds=(run.get("executionTime") or 0) / 1000,
        sample=[_shortened(item.get("json") or {}) for item in items[:SAMPLE_ITEMS]],
    )


def _items(data: Json | None) -> list[Json]:
    ports = (data or {}).values()
    return [item for port in ports for output in port or () for item in output or () if isinstance(item, dict)]


def _items_in(run: Json, run_data: dict[str, list[Json]]) -> int:
    """What came from the runs before it; a model or a tool has its own record of what it was given."""
    if run.get("inputOverride"):
        return len(_items(run["inputOverride"]))
    count = 0
    for source in run.get("source") or ():
        runs = run_data.get((source or {}).get("previousNode") or "") or []
        at = (source or {}).get("previousNodeRun") or 0
        outputs = ((runs[at].get("data") or {}).get("main") or []) if at < len(runs) else []
        output = (source or {}).get("previousNodeOutput") or 0
        count += len((outputs[output] if output < len(outputs) else None) or ())
    return count


def _shortened(item: Json) -> Json:
    if len(orjson.dumps(item, default=str)) <= LONGEST_ITEM:
        return item
    kept = {name: value for name, value in item.items() if len(orjson.dumps(value, default=str)) <= LONGEST_ITEM // 20}
    return {**dict(itertools.islice(kept.items(), 20)), "…": "shortened"}


def sentence(error: Any) -> str:
    """n8n's word for what went wrong, with its explanation when that says more."""
    if not isinstance(error, dict):
        return str(error or "")
    message, more = str(error.get("message") or error.get("name") or "It failed."), str(error.get("description") or "")
    return (message if not more or more in message else f"{message}: {more}")[:1_000]


def failure_of(execution: Json, steps: Sequence[StepRecord]) -> tuple[str, str]:
    """(what went wrong, the step where) of a failed execution; two empty texts for another one."""
    result = _result(execution)
    error = result.get("error")
    if not error:
        return "", ""
    node = error.get("node") if isinstance(error, dict) else None
    named = node.get("name") if isinstance(node, dict) else None
    failed = next((step.name for step in reversed(steps) if step.error), "")
    return sentence(error), str(named or failed or result.get("lastNodeExecuted") or "")


def waits_for(execution: Json) -> float:
    """The seconds after which a waiting execution goes on by itself, whatever anybody says."""
    until = execution.get("waitTill")
    if not until:  # it is just going on: who waits for ever waits until the year 3000
        return 0.0
    return (datetime.fromisoformat(str(until).replace("Z", "+00:00")) - datetime.now(UTC)).total_seconds()


def attributed(calls: Sequence[CallRecord], steps: Sequence[StepRecord]) -> list[CallRecord]:
    """Each call with the step that was running: of several the innermost, the one that began last."""
    return [replace(call, step=_running_at(call.at, steps)) for call in calls]


def _running_at(at: float, steps: Sequence[StepRecord]) -> str:
    """The latest to have begun among those that still ran, else among those that had."""
    begun = [step for step in steps if step.at <= at]
    running = [step for step in begun if at <= step.at + step.seconds + CLOCK]
    return max(running or begun, key=lambda step: step.at).name if begun else ""
