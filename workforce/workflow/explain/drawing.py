"""The flow as boxes and arrows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import Phrases, phrases_of
from workforce.workflow.explain.sentences import branch_label
from workforce.workflow.layout import Place, grid
from workforce.workflow.plan import Drawing, FlowEdge, FlowNode
from workforce.workflow.spec import Group, Link, Locator, Many, Step, Trigger, Unknown, Value, WorkerSpec

WIDTH, HEIGHT = 240, 84
COLUMN, LANE = WIDTH + 80, HEIGHT + 44
DECIDES = {"if", "switch", "filter", "text_classifier", "sentiment_analysis", "compare_datasets", "split_in_batches"}
Kind = OneOf["trigger", "step", "branch", "ai", "wait"]
PORTS = {"ai_languageModel": "model", "ai_memory": "memory", "ai_tool": "tool", "ai_outputParser": "format"}


def draw(spec: WorkerSpec, catalogue: Catalogue) -> Drawing:
    """The drawing of a spec: boxes of 240 × 84, left to right, sub-nodes below the step they serve."""
    phrases = phrases_of(spec.language)
    places = _places(spec)
    asked = {question.about for question in spec.questions}
    parts: list[Step | Trigger] = [*spec.triggers, *spec.steps]
    nodes = [
        _box(part, catalogue.operation(part.operation), places[part.id], part.id in asked, phrases) for part in parts
    ]
    return Drawing(nodes=nodes, edges=list(_arrows(spec, catalogue, phrases)))


def _places(spec: WorkerSpec) -> dict[str, Place]:
    main = [*[t.id for t in spec.triggers], *[s.id for s in spec.steps if not s.serves]]
    places = grid(main, [(link.step, step.id) for step in spec.steps for link in step.after])
    taken = set(places.values())
    for step in spec.steps:
        if step.serves:
            column, lane = places.get(step.serves, (0, 0))
            while (column, lane) in taken:
                lane += 1
            places[step.id] = (column, lane)
            taken.add((column, lane))
    return places


def _box(part: Step | Trigger, operation: Operation | None, place: Place, asked: bool, phrases: Phrases) -> FlowNode:
    service = service_name(operation.service, phrases) if operation else part.operation
    return FlowNode(
        id=part.id,
        title=part.title,
        subtitle=service,
        service=service,
        icon=operation.icon if operation else "",
        kind=_kind(part, operation),
        x=place[0] * COLUMN,
        y=place[1] * LANE,
        open=asked or any(is_open(value) for value in part.inputs.values()),
    )


def _kind(part: Step | Trigger, operation: Operation | None) -> Kind:
    if isinstance(part, Trigger):
        return "trigger"
    name = part.operation
    if name.split(".")[0] in DECIDES:
        return "branch"
    if name == "wait" or name.endswith("send_and_wait"):
        return "wait"
    return "ai" if operation and operation.node_type.startswith("@n8n/n8n-nodes-langchain.") else "step"


def is_open(value: Value) -> bool:
    """Whether a value waits for an answer."""
    match value:
        case Unknown():
            return True
        case Group(fields=fields):
            return any(is_open(inner) for inner in fields.values())
        case Many(items=items):
            return any(is_open(item) for item in items)
        case Locator(value=inner):
            return is_open(inner)
    return False


def _arrows(spec: WorkerSpec, catalogue: Catalogue, phrases: Phrases) -> Iterator[FlowEdge]:
    for step in spec.steps:
        for link in step.after:
            ident = f"{link.step}-{link.output}-{step.id}-{link.input}"
            yield FlowEdge(id=ident, source=link.step, target=step.id, label=_label(spec, catalogue, link, phrases))
        if step.serves:
            ident, label = f"{step.id}-{step.port}-{step.serves}", PORTS.get(step.port, step.port.removeprefix("ai_"))
            yield FlowEdge(id=ident, source=step.id, target=step.serves, label=label)


def _label(spec: WorkerSpec, catalogue: Catalogue, link: Link, phrases: Phrases) -> str:
    source = spec.step(link.step)
    if not isinstance(source, Step):
        return ""
    if source.operation == "if" and link.output < 2:
        return phrases.say("yes" if link.output == 0 else "no")
    named = branch_label(source, link.output)
    if named:
        return named
    if source.on_failure.do == "route" and link.output > 0:
        return phrases.say("fails")
    operation = catalogue.operation(source.operation)
    if operation is None or len(operation.outputs) < 2:
        return ""
    names = catalogue.node_of(operation, source.version).description.get("outputNames") or []
    return str(names[link.output]) if link.output < len(names) else ""
