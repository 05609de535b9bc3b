"""View rows of the dashboard: what a screen shows, ready to read. Everything here travels to the browser."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Option:
    """One entry of a select or of a list of choices."""

    value: str = ""
    label: str = ""


# --- plan -------------------------------------------------------------------------------------------------


@dataclass
class SentenceRow:
    """One plain sentence about one step; `doubt`: why it should be looked at."""

    text: str = ""
    service: str = ""
    icon: str = ""
    doubt: str = ""


@dataclass
class NodeRow:
    """One box of the drawn flow; x and y order it, the drawing decides the distances."""

    id: str = ""
    title: str = ""
    subtitle: str = ""
    icon: str = ""
    x: int = 0
    y: int = 0
    open: bool = False


@dataclass
class EdgeRow:
    """One arrow of the drawn flow."""

    id: str = ""
    source: str = ""
    target: str = ""
    label: str = ""


@dataclass
class StepRow:
    """One step of the flow as a line of text: what the drawing says, for those who do not see it."""

    title: str = ""
    subtitle: str = ""
    leads_to: str = ""
    open: bool = False


@dataclass
class PlanRow:
    """A plan as the pages show it; `digest` is what an approval refers to."""

    title: str = ""
    objective: str = ""
    sentences: list[SentenceRow] = field(default_factory=list)
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    schedule_words: str = ""
    next_runs: list[str] = field(default_factory=list)
    digest: str = ""


@dataclass
class QuestionRow:
    """A question with the field that fits it. kind: text, long_text, email, url, number, choice; hint: a format."""

    key: str = ""
    text: str = ""
    why: str = ""
    kind: str = "text"
    choices: list[Option] = field(default_factory=list)
    value: str = ""
    hint: str = ""
    error: str = ""


@dataclass
class FieldRow:
    """A known value of the plan that can be changed in place; `key` names it on the page."""

    key: str = ""
    step: str = ""
    path: str = ""
    label: str = ""
    value: str = ""
    kind: str = "text"


@dataclass
class NeedRow:
    """A connection the worker needs. chosen: its id; options: the company's own ones; kinds: what may be added."""

    key: str = ""
    label: str = ""
    why: str = ""
    chosen: str = ""
    options: list[Option] = field(default_factory=list)
    kinds: list[Option] = field(default_factory=list)


@dataclass
class IssueRow:
    """Something wrong with the plan, with what to do about it."""

    message: str = ""
    fix: str = ""
    severity: str = "error"


@dataclass
class StageRow:
    """One stage of live progress. state: waiting, started, done, failed."""

    stage: str = ""
    label: str = ""
    state: str = "waiting"
    detail: str = ""


@dataclass
class DraftRow:
    """A draft beside its plan."""

    id: str = ""
    title: str = ""
    prompt: str = ""
    status: str = ""
    department: str = ""
    created: str = ""
    reason: str = ""
    instead: str = ""
    notes: list[str] = field(default_factory=list)
    worker_id: str = ""
    url: str = ""
    other_jobs: list[str] = field(default_factory=list)


# --- workers and runs -------------------------------------------------------------------------------------


@dataclass
class StepRunRow:
    """What one step did in a run."""

    title: str = ""
    icon: str = ""
    tone: str = "neutral"
    count: str = ""
    took: str = ""
    sample: str = ""
    error: str = ""


@dataclass
class RunRow:
    """One run. started: in the manager's time zone; tone: a pill's colour."""

    id: str = ""
    worker_id: str = ""
    worker_name: str = ""
    status: str = ""
    label: str = ""
    tone: str = "neutral"
    trigger: str = ""
    started: str = ""
    took: str = ""
    error: str = ""
    failed_step: str = ""


@dataclass
class ServiceRow:
    """A service a worker works with."""

    name: str = ""
    icon: str = ""


@dataclass
class WorkerRow:
    """A worker as its card and the head of its page show it."""

    id: str = ""
    url: str = ""
    name: str = ""
    objective: str = ""
    status: str = ""
    label: str = ""
    tone: str = "neutral"
    department: str = ""
    trigger_words: str = ""
    reason: str = ""
    created: str = ""
    next_run: str = ""
    next_runs: list[str] = field(default_factory=list)
    services: list[ServiceRow] = field(default_factory=list)
    last_run: str = ""
    last_run_tone: str = "neutral"
    has_run: bool = False
    runs_30d: int = 0
    runs_words: str = ""
    failures_30d: int = 0
    webhook_url: str = ""
    form_url: str = ""
    has_webhook_secret: bool = False


@dataclass
class RunInputRow:
    """One value that a run by hand starts with. kind: text, long_text, email, number, switch, choice, json."""

    key: str = ""
    path: str = ""
    label: str = ""
    value: str = ""
    kind: str = "text"
    options: list[str] = field(default_factory=list)
    error: str = ""


# --- connections, departments, overview -------------------------------------------------------------------


@dataclass
class ConnectionRow:
    """A connected service, without its secrets."""

    id: str = ""
    name: str = ""
    service: str = ""
    icon: str = ""
    created: str = ""
    used_by: int = 0


@dataclass
class ConnectionKindRow:
    """A service that can be connected; way: how one signs in there."""

    kind: str = ""
    service: str = ""
    way: str = ""
    icon: str = ""


@dataclass
class ConnectionFieldRow:
    """One field of a connection's form. input_type: password for a secret, else text, number, email, url."""

    name: str = ""
    label: str = ""
    kind: str = "text"
    input_type: str = "text"
    required: bool = False
    default: str = ""
    options: list[Option] = field(default_factory=list)
    help: str = ""
    rarely: bool = False


@dataclass
class DepartmentRow:
    """A department and how many workers it has."""

    id: str = ""
    name: str = ""
    workers: int = 0


@dataclass
class DayRow:
    """One day of the small chart; the heights are shares of the chart's height, 0-100."""

    label: str = ""
    runs: int = 0
    failures: int = 0
    good_height: int = 0
    bad_height: int = 0


@dataclass
class OverviewRow:
    """The numbers of the first screen."""

    workers_live: int = 0
    workers_attention: int = 0
    runs_7d: int = 0
    failures_7d: int = 0
    saved_7d: str = ""
    drafts_open: int = 0
    days: list[DayRow] = field(default_factory=list)


@dataclass
class UsageRow:
    """What one worker did this month."""

    url: str = ""
    name: str = ""
    runs: int = 0
    failures: int = 0
