"""The plan: what a person reads before approving. Always derived from the spec (`explain`), never told by a model."""

from __future__ import annotations

from typing import Literal as OneOf

from pydantic import Field

from workforce.workflow.spec import Frozen, Question


class Sentence(Frozen):
    """One plain sentence about one step; `step` is its id (or a trigger's).

    doubt: why it should be looked at, where the planner is not sure that this is meant.
    """

    step: str
    text: str
    service: str = ""
    icon: str = ""
    doubt: str = ""


class EditableField(Frozen):
    """A known value the manager may change: `path` is dotted inside the step's inputs."""

    step: str
    path: str
    label: str
    value: str
    kind: OneOf["text", "long_text", "email", "url", "number", "schedule"] = "text"


class Need(Frozen):
    """Something that must be there before the worker can run.

    kind `connection`: `key` is the n8n credential type (e.g. `slackApi`), `steps` those that use it.
    """

    kind: OneOf["connection", "approver"]
    key: str
    label: str
    why: str
    steps: list[str]
    choices: list[str] = Field(default_factory=list)


class FlowNode(Frozen):
    """One box of the drawing, laid out: x and y in pixels from the top left."""

    id: str
    title: str
    subtitle: str
    service: str
    icon: str
    kind: OneOf["trigger", "step", "branch", "ai", "wait"]
    x: int
    y: int
    open: bool = False


class FlowEdge(Frozen):
    """One arrow of the drawing."""

    id: str
    source: str
    target: str
    label: str = ""


class Drawing(Frozen):
    """The flow as a graph, for React Flow and for the text list beside it."""

    nodes: list[FlowNode]
    edges: list[FlowEdge]


class Plan(Frozen):
    """Everything the plan page shows. `schedule_words` and `next_runs` (ISO, with offset) for scheduled workers."""

    title: str
    objective: str
    sentences: list[Sentence]
    fields: list[EditableField]
    questions: list[Question]
    needs: list[Need]
    assumptions: list[str]
    risks: list[str]
    drawing: Drawing
    schedule_words: str = ""
    next_runs: list[str] = Field(default_factory=list)
    digest: str = ""
