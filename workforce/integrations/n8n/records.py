"""What n8n answers, as small frozen records read from its JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow in n8n. `active`: published (its triggers may still be on their way); `body` is the whole answer."""

    id: str
    name: str
    active: bool
    body: dict[str, Any] = field(repr=False, default_factory=dict)

    @staticmethod
    def read(answer: dict[str, Any]) -> Workflow:
        """From n8n's JSON."""
        return Workflow(str(answer["id"]), answer["name"], bool(answer.get("active")), answer)


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential in n8n; its secrets never come back."""

    id: str
    name: str
    kind: str

    @staticmethod
    def read(answer: dict[str, Any]) -> Credential:
        """From n8n's JSON."""
        return Credential(str(answer["id"]), answer["name"], answer["type"])


@dataclass(frozen=True, slots=True)
class NodeRun:
    """What one node did once. `items`: how many it gave over all outputs; `sample`: the first few, as n8n has them."""

    name: str
    order: int
    milliseconds: int
    status: str
    items: int
    sample: tuple[dict[str, Any], ...] = ()
    error: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Execution:
    """One execution. `status`: n8n's word (new, running, waiting, success, error, crashed, canceled, unknown).

    `nodes`, `error` and `failed_node` are there only when asked for with its data; `workflow` is the workflow it ran.
    """

    id: str
    workflow_id: str
    status: str
    mode: str
    started_at: datetime | None
    stopped_at: datetime | None
    nodes: tuple[NodeRun, ...] = ()
    error: dict[str, Any] | None = None
    failed_node: str = ""
    started_by: str = ""
    workflow: dict[str, Any] = field(repr=False, default_factory=dict)

    @property
    def finished(self) -> bool:
        """Nothing more will happen to it."""
        return self.status not in {"new", "running", "waiting"}

    @staticmethod
    def read(answer: dict[str, Any]) -> Execution:
        """From n8n's JSON, with or without `data`."""
        data = answer.get("data") or {}
        result = data.get("resultData") or {}
        nodes = tuple(sorted(_node_runs(result.get("runData") or {}), key=lambda run: run.order))
        error = result.get("error")
        return Execution(
            id=str(answer["id"]),
            workflow_id=str(answer.get("workflowId") or ""),
            status=answer.get("status") or ("success" if answer.get("finished") else "unknown"),
            mode=answer.get("mode") or "",
            started_at=_moment(answer.get("startedAt")),
            stopped_at=_moment(answer.get("stoppedAt")),
            nodes=nodes,
            error=error,
            failed_node=_failed_node(error, result, nodes),
            started_by=_started_by(data, nodes),
            workflow=answer.get("workflowData") or {},
        )


@dataclass(frozen=True, slots=True)
class WebhookReply:
    """What a production webhook answered; `text` is cut at 2,000 characters."""

    status: int
    text: str

    def json(self) -> Any:
        """The answer as JSON; raises `ValueError` when it is none."""
        return json.loads(self.text)


SAMPLE_ITEMS = 3


def _moment(text: str | None) -> datetime | None:
    """An aware datetime from n8n's ISO text."""
    if not text:
        return None
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _node_runs(run_data: dict[str, list[dict[str, Any]]]) -> list[NodeRun]:
    """A node that ran several times (a loop) gives one `NodeRun` a time."""
    return [_node_run(name, run) for name, runs in run_data.items() for run in runs]


def _node_run(name: str, run: dict[str, Any]) -> NodeRun:
    outputs = [items or [] for port in (run.get("data") or {}).values() for items in port or []]
    items = [item for output in outputs for item in output]
    return NodeRun(
        name=name,
        order=int(run.get("executionIndex") or 0),
        milliseconds=int(run.get("executionTime") or 0),
        status=run.get("executionStatus") or "",
        items=len(items),
        sample=tuple(item.get("json") or {} for item in items[:SAMPLE_ITEMS]),
        error=run.get("error"),
    )


def _failed_node(error: dict[str, Any] | None, result: dict[str, Any], nodes: tuple[NodeRun, ...]) -> str:
    """The node an execution failed at: named by the error, else the last one that has one, else the last that ran."""
    if not error:
        return ""
    named = (error.get("node") or {}).get("name") if isinstance(error.get("node"), dict) else None
    failed = next((run.name for run in reversed(nodes) if run.error), None)
    return str(named or failed or result.get("lastNodeExecuted") or "")


def _started_by(data: dict[str, Any], nodes: tuple[NodeRun, ...]) -> str:
    """The name of the trigger node that started it."""
    runtime = ((data.get("executionData") or {}).get("runtimeData") or {}).get("triggerNode") or {}
    return str(runtime.get("name") or (nodes[0].name if nodes else ""))
