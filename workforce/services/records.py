"""What the verbs return: plain, frozen facts, never database rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workforce.workflow.diff import Diff
from workforce.workflow.forecast import Forecast
from workforce.workflow.plan import Plan
from workforce.workflow.run_input import RunInput
from workforce.workflow.spec import Issue


class DraftStatus(StrEnum):
    """A draft's way: planning → planned (or unclear, refused, failed) → deploying → deployed; or discarded."""

    PLANNING = "planning"
    PLANNED = "planned"
    UNCLEAR = "unclear"
    REFUSED = "refused"
    FAILED = "failed"
    DEPLOYING = "deploying"
    DEPLOYED = "deployed"
    DISCARDED = "discarded"


class WorkerStatus(StrEnum):
    """A worker's state as people know it. `failed`: could not be put to work (try again continues)."""

    DEPLOYING = "deploying"
    LIVE = "live"
    PAUSED = "paused"
    FAILED = "failed"
    RETIRED = "retired"


class RunStatus(StrEnum):
    """A run's state."""

    RUNNING = "running"
    WAITING = "waiting"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StageEvent:
    """One line of live progress.

    stage: brief, spec, checks, compile, create, publish, listen; state: started, done, failed.
    """

    id: int
    stage: str
    state: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """A change that was asked for. state: thinking (Claude reads it), ready, failed; missed: what was not understood.

    diff: what it would change; None while nobody knows.
    """

    sentence: str
    state: str
    diff: Diff | None = None
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForecastFacts:
    """What a month will bring, beside what the company's tier includes."""

    forecast: Forecast
    tier: str
    runs_included: int


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """One version of a worker; `diff` from the one before, None for the first; `current`: it is the one at work."""

    number: int
    note: str
    created_at: datetime
    by: str
    current: bool
    diff: Diff | None = None


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A draft. `plan` once planned; `reason` when unclear, refused or failed; `worker_id` once approved.

    changes_worker: the worker that approving it changes, by `diff`; proposal: a change that waits to be taken;
    starts_from: the template it was made from; other_jobs: what else its prompt asked for, by name.
    """

    id: UUID
    prompt: str
    status: DraftStatus
    title: str
    created_at: datetime
    department: str = ""
    reason: str = ""
    instead: str = ""
    planner: str = "builtin"
    notes: tuple[str, ...] = ()
    plan: Plan | None = None
    issues: tuple[Issue, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    connections: dict[str, UUID] = field(default_factory=dict)
    events: tuple[StageEvent, ...] = ()
    worker_id: UUID | None = None
    changes_worker: UUID | None = None
    diff: Diff | None = None
    proposal: ProposalFacts | None = None
    forecast: ForecastFacts | None = None
    starts_from: str = ""
    other_jobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepRun:
    """What one step did in a run. items: how many it gave; sample: a few of them as JSON text, secrets masked."""

    name: str
    title: str
    icon: str
    status: str
    items: int
    milliseconds: int
    sample: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run of a worker."""

    id: UUID
    worker_id: UUID
    worker_name: str
    status: RunStatus
    trigger: str
    started_at: datetime
    finished_at: datetime | None
    milliseconds: int | None
    error: str = ""
    failed_step: str = ""
    steps: tuple[StepRun, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """A worker as its card shows it. next_runs are aware datetimes in the actor's zone; `reason` says why it failed.

    run_inputs: what a run by hand needs in the place of what its trigger brings; only with one worker's own page.
    """

    id: UUID
    name: str
    objective: str
    status: WorkerStatus
    department: str
    trigger_words: str
    created_at: datetime
    version: int = 1
    reason: str = ""
    next_runs: tuple[datetime, ...] = ()
    webhook_url: str = ""
    form_url: str = ""
    has_webhook_secret: bool = False
    services: tuple[tuple[str, str], ...] = ()
    last_run: RunFacts | None = None
    runs_30d: int = 0
    failures_30d: int = 0
    plan: Plan | None = None
    events: tuple[StageEvent, ...] = ()
    draft_id: UUID | None = None
    run_inputs: tuple[RunInput, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionFacts:
    """A connected service; its secrets are never here. kind: the n8n credential type."""

    id: UUID
    name: str
    kind: str
    service: str
    created_at: datetime
    used_by: int = 0
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ConnectionField:
    """One field of a connection's form, from n8n's credential schema. rarely: only some need it at all."""

    name: str
    label: str
    kind: str
    required: bool
    secret: bool
    default: str = ""
    options: tuple[str, ...] = ()
    help: str = ""
    rarely: bool = False


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department and how many workers it has."""

    id: UUID
    name: str
    workers: int = 0


@dataclass(frozen=True, slots=True)
class OverviewFacts:
    """The dashboard's first screen."""

    workers_live: int
    workers_attention: int
    runs_7d: int
    failures_7d: int
    hours_saved_7d: float
    runs_by_day: tuple[tuple[str, int, int], ...]
    drafts_open: int
