"""`WorkerSpec`: what a worker does, typed. The stream's middle: planners write it, everything after reads it.

A spec never holds an n8n expression: an input's `Value` says what is meant and `n8n_json` writes the text.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any
from typing import Literal as OneOf

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from workforce.workflow.schedule import Schedule


class Frozen(BaseModel):
    """Base of all spec parts: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- values -----------------------------------------------------------------------------------------------


class Literal(Frozen):
    """A value that is known now."""

    kind: OneOf["literal"] = "literal"
    value: JsonValue


class Ref(Frozen):
    """Something an earlier step produced. `path` is dotted, empty for the whole item.

    take: `item` the item this one came from, `first` the step's first item, `all` a list of `path` over all
    its items, `count` how many items it gave.
    """

    kind: OneOf["ref"] = "ref"
    step: str
    path: str = ""
    take: OneOf["item", "first", "all", "count"] = "item"


class Moment(Frozen):
    """A point in time relative to the run, in the worker's time zone.

    shift: e.g. {"days": -7}; snap: the start of this unit, after the shift; format: Luxon tokens, ISO if empty.
    """

    kind: OneOf["moment"] = "moment"
    shift: dict[str, int] = Field(default_factory=dict)
    snap: OneOf["", "day", "week", "month", "quarter", "year"] = ""
    format: str = ""


class Template(Frozen):
    """Text with references in it."""

    kind: OneOf["template"] = "template"
    parts: list[str | Ref | Moment]


class Unknown(Frozen):
    """A value only the manager knows: `question` is the key of the question that asks for it.

    stand_in: what the preview workflow carries until then, of the right type.
    """

    kind: OneOf["unknown"] = "unknown"
    question: str
    stand_in: JsonValue = ""


class Locator(Frozen):
    """A thing inside a service (a sheet, a channel, a base): how it is named and by what.

    mode: one that the parameter offers (`id`, `name`, `url`, `list`); name: what people call it; url: its page.
    """

    kind: OneOf["locator"] = "locator"
    mode: str
    value: Value
    name: str = ""
    url: str = ""


class Group(Frozen):
    """Named values under one input (n8n's collections)."""

    kind: OneOf["group"] = "group"
    fields: dict[str, Value]


class Many(Frozen):
    """A list of values under one input."""

    kind: OneOf["many"] = "many"
    items: list[Value]


class Expression(Frozen):
    """An n8n expression taken over from an imported workflow, kept to the letter. Planners never write one."""

    kind: OneOf["expression"] = "expression"
    text: str


Value = Annotated[
    Literal | Ref | Moment | Template | Unknown | Locator | Group | Many | Expression, Field(discriminator="kind")
]


# --- flow -------------------------------------------------------------------------------------------------


class Link(Frozen):
    """One arrow: out of `step` (a step or trigger id) by its `output`, into this step's `input`.

    place: which of the arrows out of that output it is (old workflows run in this order).
    """

    step: str
    output: int = 0
    input: int = 0
    place: int = 0


class Socket(Frozen):
    """Where a sub-node plugs in: the step it serves, the kind of port, which of these ports (a fallback model: 1)."""

    step: str
    port: str
    number: int = 0


class OnFailure(Frozen):
    """What happens when a step fails. `route`: its error output (the last one) leads on; `retry` then stops."""

    do: OneOf["stop", "retry", "continue", "route"] = "stop"
    times: int = Field(default=3, ge=2, le=5)
    wait_seconds: int = Field(default=5, ge=0, le=300)


class Origin(Frozen):
    """The n8n node that a step was imported from: what n8n keeps on it and no plan speaks of.

    A step with an origin has its inputs in n8n's own shape, which the compiler writes as it is. credentials: of the n8n
    it came from, good for nothing elsewhere; more: what else stood on the node, by n8n's name (notes, webhook id, retry
    settings that `on_failure` cannot say, …).
    """

    node_type: str
    id: str = ""
    position: tuple[int | float, int | float] | None = None
    disabled: bool = False
    credentials: dict[str, JsonValue] = Field(default_factory=dict)
    more: dict[str, JsonValue] = Field(default_factory=dict)


class Step(Frozen):
    """One thing the worker does.

    id: slug, unique in the spec; operation: an id of the catalogue; title: what people read and the node's name;
    inputs: by parameter name, nested ones as `Group`/`Many`; serves/port: a sub-node (a model, a tool, a parser) names
    the step it belongs to and the port it plugs into (`ai_languageModel`, …) and has no `after`; also_serves: more such
    sockets, of other steps or other numbers.
    confidence: 0..1, how sure the planner is of this choice; alternatives: operation ids that were close.
    """

    id: str
    operation: str
    title: str
    inputs: dict[str, Value] = Field(default_factory=dict)
    after: list[Link] = Field(default_factory=list)
    on_failure: OnFailure = OnFailure()
    serves: str = ""
    port: str = ""
    also_serves: list[Socket] = Field(default_factory=list)
    once: bool = False
    version: float | None = None
    origin: Origin | None = None
    confidence: float = 1.0
    alternatives: list[str] = Field(default_factory=list)


class Trigger(Frozen):
    """What starts the worker. `schedule` is set for the schedule trigger and for no other."""

    id: str
    operation: str
    title: str
    inputs: dict[str, Value] = Field(default_factory=dict)
    schedule: Schedule | None = None
    version: float | None = None
    origin: Origin | None = None
    confidence: float = 1.0
    alternatives: list[str] = Field(default_factory=list)


# --- what is open -----------------------------------------------------------------------------------------


class Choice(Frozen):
    """One answer to a question. `step` (if any) takes the place of the step the question is about."""

    value: str
    label: str
    step: Step | None = None
    questions: list[Question] = Field(default_factory=list)


class Question(Frozen):
    """Something only the manager knows. Few, each with why it is asked.

    about: the step (or trigger) id it belongs to; answer_kind decides the field that is shown. essential: what the
    worker is for stays unclear without the answer; otherwise only a detail is open (which list, whose address).
    """

    key: str
    text: str
    why: str
    about: str
    answer_kind: OneOf["text", "long_text", "email", "url", "number", "choice", "schedule", "channel"] = "text"
    choices: list[Choice] = Field(default_factory=list)
    default: str = ""
    essential: bool = True


class Refusal(Frozen):
    """Why this worker will not be built, and what would be fine instead."""

    reason: str
    instead: str = ""


class Wire(Frozen):
    """An arrow of an imported workflow that no step can say: to a trigger, a note or nothing, between unlike ports.

    source, target: node names; kind, output: the port it leaves; into, input: where it arrives; place as in `Link`.
    """

    source: str
    kind: str
    output: int
    target: str
    into: str
    input: int
    place: int = 0


class WorkflowOrigin(Frozen):
    """The workflow that a spec was imported from: what belongs to the whole of it.

    settings: n8n's, as they were; notes: the sticky notes; wires: see `Wire`; pinned: test data by node name.
    """

    settings: dict[str, JsonValue] = Field(default_factory=dict)
    notes: list[Step] = Field(default_factory=list)
    wires: list[Wire] = Field(default_factory=list)
    pinned: dict[str, JsonValue] = Field(default_factory=dict)
    more: dict[str, JsonValue] = Field(default_factory=dict)


class WorkerSpec(Frozen):
    """A whole worker. `language` (ISO 639-1) is the prompt's; `timezone` an IANA name.

    Without a trigger it is unfinished: only an imported one may be (the checks object). origin: of an imported one.
    """

    name: str
    objective: str
    language: str = "en"
    timezone: str = "UTC"
    triggers: list[Trigger] = Field(default_factory=list)
    steps: list[Step] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)
    assumptions: list[str] = Field(default_factory=list)
    risks: list[str] = Field(default_factory=list)
    origin: WorkflowOrigin | None = None

    def digest(self) -> str:
        """The spec's hash (SHA-256, hex): what an approval and a rehearsal refer to.

        The order of names inside an object does not count: a database's `jsonb` keeps another one.
        """
        return hashlib.sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()

    def asked(self) -> dict[str, Question]:
        """Every question by key: the open ones, and those that one of their choices would bring up."""
        found: dict[str, Question] = {}
        waiting = list(self.questions)
        while waiting:
            question = waiting.pop(0)
            found.setdefault(question.key, question)
            waiting += [follow for choice in question.choices for follow in choice.questions]
        return found

    def step(self, ident: str) -> Step | Trigger | None:
        """The step or trigger of that id."""
        parts: list[Step | Trigger] = [*self.triggers, *self.steps]
        return next((part for part in parts if part.id == ident), None)


class Issue(Frozen):
    """Something wrong with a spec. severity `error` stops a deployment, `warning` is shown."""

    code: str
    message: str
    severity: OneOf["error", "warning"] = "error"
    step: str = ""
    fix: str = ""


class Job(Frozen):
    """A job of a prompt that asks for several workers: its name, and the words that ask for it alone."""

    title: str
    prompt: str


class Brief(Frozen):
    """A prompt, understood: what the planner read out of it, in plain words.

    other_jobs: what the prompt asks for besides, each a worker of its own.
    """

    objective: str
    serves: str = ""
    trigger: str = ""
    data_in: list[str] = Field(default_factory=list)
    actions: list[str] = Field(default_factory=list)
    results: list[str] = Field(default_factory=list)
    assumptions: list[str] = Field(default_factory=list)
    open_questions: list[str] = Field(default_factory=list)
    other_jobs: list[Job] = Field(default_factory=list)


class Planned(Frozen):
    """A planner's answer: a spec (with or without open questions), or a refusal, or questions alone."""

    brief: Brief
    spec: WorkerSpec | None = None
    refusal: Refusal | None = None
    questions: list[Question] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)

    @property
    def outcome(self) -> OneOf["workflow", "questions", "refused"]:
        """`workflow` when it is clear what to build (details may be open), else what stands in the way."""
        if self.refusal:
            return "refused"
        asked = [*self.questions, *(self.spec.questions if self.spec else [])]
        return "questions" if self.spec is None or any(q.essential for q in asked) else "workflow"


def json_inputs(inputs: dict[str, Any]) -> dict[str, Value]:
    """Wrap plain JSON as literals: `{"resource": "message"}` → `{"resource": Literal("message")}`."""
    return {name: Literal(value=value) for name, value in inputs.items()}


for _model in (Locator, Group, Many, Choice, Question, Step, WorkerSpec, Planned):
    _model.model_rebuild()
