"""`compile_spec`: a spec becomes n8n's workflow JSON, byte for byte the same each time."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field

from workforce.workflow.catalogue import Catalogue, NodeType, Operation
from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.credentials import choose, ways_to_sign_in
from workforce.workflow.n8n_json.expressions import Scope, scope_of
from workforce.workflow.n8n_json.origins import marks_of, origin_of, parameters_of, refers
from workforce.workflow.n8n_json.parameters import node_parameters
from workforce.workflow.n8n_json.placing import Edge, place
from workforce.workflow.n8n_json.shapes import NAMESPACE
from workforce.workflow.n8n_json.stamp import Stamp
from workforce.workflow.n8n_json.triggers import (
    CAME_IN,
    ERROR_TRIGGER,
    NOTHING_TO_PASS,
    RUN_NOW,
    SAMPLE,
    calendar_filter,
    run_now_parameters,
    sample_parameters,
    webhook_path,
)
from workforce.workflow.schedule import n8n_parameters
from workforce.workflow.spec import OnFailure, Step, Trigger, WorkerSpec

LONGEST_WAIT_MS = 5000
WEBHOOK, FILTER = "n8n-nodes-base.webhook", "n8n-nodes-base.filter"
NO_OP, SET = "n8n-nodes-base.noOp", "n8n-nodes-base.set"
RESPOND = "respond_to_webhook"


class UnknownOperation(ValueError):
    """A step names an operation that the catalogue does not have; the checks say which."""


@dataclass(slots=True)
class Draft:
    """A workflow while it is being written."""

    spec: WorkerSpec
    catalogue: Catalogue
    stamp: Stamp | None
    names: dict[str, str]
    nodes: dict[str, Json] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def ident(self, part: str) -> str:
        """A node id that stays the same through all versions of a worker."""
        return str(uuid.uuid5(NAMESPACE, f"{self.stamp.worker if self.stamp else self.spec.name}/{part}"))

    @property
    def may_be_fed(self) -> bool:
        """Whether a run by hand brings data in the place of the first trigger's."""
        runs_by_hand = self.stamp is not None and self.stamp.run_now_path
        starts = self.spec.triggers[:1]
        return bool(runs_by_hand and starts) and starts[0].operation not in NOTHING_TO_PASS

    @property
    def spoken(self) -> dict[str, str]:
        """Node names as expressions say them: what the first trigger gave is asked of where both ways in meet."""
        return {**self.names, self.spec.triggers[0].id: CAME_IN} if self.may_be_fed else self.names


def compile_spec(spec: WorkerSpec, catalogue: Catalogue, stamp: Stamp | None = None) -> Json:
    """A spec as an n8n workflow: `name`, `nodes`, `connections`, `settings`.

    Without a stamp it has exactly the triggers asked for and no credentials (a preview); open questions are filled with
    stand-ins. Steps that were imported become the nodes they were, without a stamp to the letter. Raises
    `UnknownOperation`.
    """
    draft = Draft(spec, catalogue, stamp, node_names(spec))
    for trigger in spec.triggers:
        _add_trigger(draft, trigger)
    for step in [*spec.steps, *(spec.origin.notes if spec.origin else ())]:
        _add_step(draft, step)
    _add_links(draft)
    _add_run_now(draft)
    place(draft.nodes, draft.edges, {part.id: part.origin for part in _parts(spec) if part.origin})
    return {
        "name": spec.name,
        "nodes": list(draft.nodes.values()),
        "connections": _connections(draft),
        "settings": _settings(draft),
        **_kept_with_the_workflow(draft),
    }


def node_names(spec: WorkerSpec) -> dict[str, str]:
    """Node names by step id: the titles, told apart by a number where two are alike."""
    names: dict[str, str] = {}
    taken: set[str] = {RUN_NOW, SAMPLE, CAME_IN}
    parts = _parts(spec)
    names |= {part.id: part.title for part in parts if part.origin is not None}  # expressions speak of these names
    taken |= set(names.values())
    for part in (part for part in parts if part.origin is None):
        title = re.sub(r"\s+", " ", part.title).strip() or part.id
        name, number = title, 1
        while name in taken:
            number += 1
            name = f"{title} {number}"
        taken.add(name)
        names[part.id] = name
    return names


def _parts(spec: WorkerSpec) -> list[Step | Trigger]:
    return [*spec.triggers, *spec.steps, *(spec.origin.notes if spec.origin else ())]


def _add_trigger(draft: Draft, trigger: Trigger) -> None:
    if _add_imported(draft, trigger):
        return
    operation, node, version = _lookup(draft, trigger)
    parameters = node_parameters(node, operation, version, trigger.inputs, scope_of(draft.spec, trigger, draft.names))
    if trigger.schedule is not None:
        parameters |= n8n_parameters(trigger.schedule)
    if node.name == WEBHOOK:
        _own_the_address(draft, parameters)
    _add_node(draft, trigger, node, version, parameters)
    calendar = calendar_filter(trigger)
    if calendar is not None:
        ident = f"{trigger.id}-calendar"
        draft.names[ident] = _free_name(draft, calendar[0])
        filter_node = draft.catalogue.node(FILTER)
        if filter_node is not None:
            draft.nodes[ident] = _node(draft, ident, filter_node.name, filter_node.default_version, calendar[1])
            draft.edges.append(Edge(trigger.id, "main", 0, ident, "main", 0))


def _add_step(draft: Draft, step: Step) -> None:
    if not _add_imported(draft, step):
        operation, node, version = _lookup(draft, step)
        parameters = node_parameters(node, operation, version, step.inputs, scope_of(draft.spec, step, draft.spoken))
        _add_node(draft, step, node, version, parameters)
    flags = {**_on_failure(step.on_failure), **({"executeOnce": True} if step.once else {})}
    draft.nodes[step.id] = {**flags, **draft.nodes[step.id]}
    if step.serves:
        draft.edges.append(Edge(step.id, step.port, 0, step.serves, step.port, 0))
    for socket in step.also_serves:
        draft.edges.append(Edge(step.id, socket.port, 0, socket.step, socket.port, socket.number))


def _add_imported(draft: Draft, part: Step | Trigger) -> bool:
    """Write the node that a step was imported from; False when it was not, or does something else by now."""
    operation = draft.catalogue.operation(part.operation)
    origin = origin_of(part, operation)
    if origin is None:
        return False
    version = 1.0 if part.version is None else part.version
    node = draft.catalogue.node(origin.node_type, version)
    if node is None and draft.stamp:
        raise UnknownOperation(f"{origin.node_type} in version {version:g}")
    placed = any(map(refers, part.inputs.values()))
    scope = scope_of(draft.spec, part, draft.spoken) if placed else Scope(draft.names)
    parameters = parameters_of(part, operation, scope)
    if draft.stamp and node is not None:
        if node.name == WEBHOOK:
            _own_the_address(draft, parameters)
        _add_node(draft, part, node, version, parameters)
    else:
        draft.nodes[part.id] = _node(draft, part.id, origin.node_type, version, parameters)
    draft.nodes[part.id] |= marks_of(origin, deployed=draft.stamp is not None)
    return True


def _own_the_address(draft: Draft, parameters: Json) -> None:
    """The path and the guard of a webhook, so that no two workers answer to one address."""
    parameters["path"] = webhook_path(str(parameters.get("path", "")), _slug(draft.spec.name), draft.stamp)
    if draft.stamp and draft.stamp.secret and "authentication" not in parameters:
        parameters["authentication"] = "headerAuth"


def _lookup(draft: Draft, part: Step | Trigger) -> tuple[Operation, NodeType, float]:
    operation = draft.catalogue.operation(part.operation)
    if operation is None:
        raise UnknownOperation(part.operation)
    version = part.version or operation.version
    as_tool = isinstance(part, Step) and part.port == "ai_tool" and "ai_tool" not in operation.outputs
    node = draft.catalogue.node(operation.node_type + ("Tool" if as_tool else ""), version)
    if node is None:
        raise UnknownOperation(f"{part.operation} in version {version}")
    return operation, node, version


def _add_node(draft: Draft, part: Step | Trigger, node: NodeType, version: float, parameters: Json) -> None:
    loose = part.origin is None and any(p["name"] == "looseTypeValidation" for p in node.properties)
    if loose and "looseTypeValidation" not in parameters:
        parameters["looseTypeValidation"] = True
    connected = draft.stamp.credentials if draft.stamp else {}
    ways = ways_to_sign_in(node, parameters, version)
    way = choose(ways, connected)
    parameters |= way.chooses if way else {}
    draft.nodes[part.id] = _node(draft, part.id, node.name, version, parameters)
    if node.description.get("webhooks"):
        draft.nodes[part.id]["webhookId"] = draft.ident(f"{part.id}/webhook")
    used = {w.kind for w in ways_to_sign_in(node, parameters, version) if not w.chooses} & set(connected)
    if node.name == WEBHOOK and draft.stamp and draft.stamp.secret and parameters.get("authentication") == "headerAuth":
        draft.nodes[part.id]["credentials"] = _credential({"httpHeaderAuth": draft.stamp.secret})
    elif used:
        draft.nodes[part.id]["credentials"] = _credential({kind: connected[kind] for kind in sorted(used)})


def _credential(chosen: dict[str, tuple[str, str]]) -> Json:
    return {kind: {"id": ident, "name": name} for kind, (ident, name) in chosen.items()}


def _node(draft: Draft, ident: str, node_type: str, version: float, parameters: Json) -> Json:
    return {
        "id": draft.ident(ident),
        "name": draft.names[ident],
        "type": node_type,
        "typeVersion": int(version) if version.is_integer() else version,
        "position": [0, 0],
        "parameters": parameters,
    }


def _on_failure(rule: OnFailure) -> Json:
    match rule.do:
        case "retry":
            wait = min(rule.wait_seconds * 1000, LONGEST_WAIT_MS)
            return {"retryOnFail": True, "maxTries": rule.times, "waitBetweenTries": wait}
        case "continue":
            return {"onError": "continueRegularOutput"}
        case "route":
            return {"onError": "continueErrorOutput"}
    return {}


def _add_links(draft: Draft) -> None:
    for step in draft.spec.steps:
        for link in step.after:
            source = f"{link.step}-calendar" if f"{link.step}-calendar" in draft.nodes else link.step
            draft.edges.append(Edge(source, "main", link.output, step.id, "main", link.input, link.place))


def _add_run_now(draft: Draft) -> None:
    """A second trigger beside the first, wired to the same first steps.

    Where the first one brings data, the call brings a sample of it. When steps ask for it by name, both ways in meet in
    a node that does nothing: n8n lets nobody ask a trigger that did not fire.
    """
    if draft.stamp is None or not draft.stamp.run_now_path:
        return
    parameters = run_now_parameters(draft.stamp)
    if any(step.operation == RESPOND for step in draft.spec.steps):
        parameters["responseMode"] = "responseNode"  # n8n refuses a run in which nobody waits for the answer
    written = _own_node(draft, "run-now", RUN_NOW, WEBHOOK, parameters)
    if draft.stamp.secret:
        written["credentials"] = _credential({"httpHeaderAuth": draft.stamp.secret})
    first = draft.spec.triggers[0]
    starts = {first.id, f"{first.id}-calendar"}
    ways_in = [edge for edge in draft.edges if edge.source in starts and edge.target not in starts]
    by_hand = "run-now"
    if draft.may_be_fed:
        by_hand = "sample"
        _own_node(draft, by_hand, SAMPLE, SET, sample_parameters())
        draft.edges.append(Edge("run-now", "main", 0, by_hand, "main", 0))
    if draft.may_be_fed and CAME_IN in json.dumps([node["parameters"] for node in draft.nodes.values()]):
        _own_node(draft, "came-in", CAME_IN, NO_OP, {})
        draft.edges = [edge for edge in draft.edges if edge not in ways_in]
        draft.edges += [Edge(way, "main", 0, "came-in", "main", 0) for way in (first.id, by_hand)]
        draft.edges += [edge._replace(source="came-in") for edge in ways_in]
    else:
        draft.edges += [edge._replace(source=by_hand) for edge in ways_in]


def _own_node(draft: Draft, ident: str, name: str, kind: str, parameters: Json) -> Json:
    """A node that no step of the plan stands for."""
    node = draft.catalogue.node(kind)
    if node is None:
        raise UnknownOperation(kind)
    draft.names[ident] = name
    draft.nodes[ident] = _node(draft, ident, node.name, node.default_version, parameters)
    if node.description.get("webhooks"):
        draft.nodes[ident]["webhookId"] = draft.ident(f"{ident}/webhook")
    return draft.nodes[ident]


def _connections(draft: Draft) -> Json:
    connections: Json = {}
    names = draft.names
    arrows = [
        edge._replace(source=names[edge.source], target=names[edge.target])
        for edge in draft.edges
        if edge.source in draft.nodes and edge.target in draft.nodes
    ]
    if draft.spec.origin:
        arrows += [
            Edge(w.source, w.kind, w.output, w.target, w.into, w.input, w.place) for w in draft.spec.origin.wires
        ]
    for arrow in sorted(arrows, key=lambda arrow: arrow.place):
        outputs: list[list[Json]] = connections.setdefault(arrow.source, {}).setdefault(arrow.kind, [])
        outputs.extend([] for _ in range(arrow.output + 1 - len(outputs)))
        outputs[arrow.output].append({"node": arrow.target, "type": arrow.into, "index": arrow.input})
    return connections


def _kept_with_the_workflow(draft: Draft) -> Json:
    """What an imported workflow has besides; test data is for the canvas and is not deployed."""
    origin = draft.spec.origin
    if origin is None or draft.stamp:
        return {}
    return {**origin.more, **({"pinData": origin.pinned} if origin.pinned else {})}


def _settings(draft: Draft) -> Json:
    origin = draft.spec.origin
    if origin and not draft.stamp:
        return origin.settings
    ours: Json = {"timezone": draft.spec.timezone, "callerPolicy": "workflowsFromSameOwner"}
    settings: Json = {**(origin.settings if origin else {"executionOrder": "v1"}), **ours}
    settings.pop("errorWorkflow", None)
    if draft.stamp:
        draft.nodes[draft.spec.triggers[0].id] |= {"notes": draft.stamp.note}
        # n8n starts one of the two: a workflow that another one watches never hears its own Error Trigger
        if draft.stamp.error_workflow and not any(one.operation == ERROR_TRIGGER for one in draft.spec.triggers):
            settings["errorWorkflow"] = draft.stamp.error_workflow
    return settings


def _free_name(draft: Draft, title: str) -> str:
    number, name = 1, title
    while name in draft.names.values():
        number += 1
        name = f"{title} {number}"
    return name


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:48] or "worker"
