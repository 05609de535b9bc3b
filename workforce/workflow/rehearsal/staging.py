"""`stage`: a compiled workflow made ready to be acted. Only what must differ does, and each difference is listed."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Collection
from typing import Any

import orjson

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.credentials import choose, ways_to_sign_in
from workforce.workflow.rehearsal.fields import reads_of
from workforce.workflow.rehearsal.flow import BASE, ERROR_TRIGGER, Flow
from workforce.workflow.rehearsal.opening import service_fields
from workforce.workflow.rehearsal.scenario import Difference, Staged
from workforce.workflow.rehearsal.standing_in import stand_in, stand_in_for
from workforce.workflow.rehearsal.tables import tables_of

START = "Rehearsal"
SHORT_WAIT_MS = 100
RESPOND = BASE + "respondToWebhook"
FEED = """\
return $('%s').first().json.body.items.map((item) => {
  const { $binary, ...json } = item;
  return $binary ? { json, binary: $binary } : { json };
});"""


class CannotBeStaged(ValueError):
    """Why a workflow cannot be rehearsed at all, as a sentence."""


def stage(workflow: Json, catalogue: Catalogue, start: str = "", connected: Collection[str] = ()) -> Staged:
    """The workflow with a start of ours in the place of its trigger `start` (the first one when empty).

    connected: credential types that the company has, which steps use before others. Raises `CannotBeStaged` when
    nothing starts it.
    """
    flow = Flow(copy.deepcopy(workflow), catalogue)
    trigger = _trigger(flow, start)
    differences = [Difference(step=trigger, what="Its items are samples of what this trigger gives.")]
    nodes = [_staged_node(flow, name, trigger, differences) for name in flow.nodes]
    for node in nodes:
        _sign_in(flow, node, connected)
    path = "rehearsal-" + hashlib.sha256(orjson.dumps(workflow, option=orjson.OPT_SORT_KEYS)).hexdigest()[:24]
    nodes.insert(0, _start_node(flow, path))
    staged: Json = {
        "name": f"Rehearsal of {workflow.get('name') or 'a workflow'}"[:120],
        "nodes": nodes,
        "connections": _connections(flow, trigger),
        "settings": _settings(workflow),
    }
    credentials = sorted({kind for node in nodes for kind in node.get("credentials") or {}})
    tables = tables_of(flow, service_fields(flow, trigger, reads_of(flow)))
    return Staged(workflow=staged, path=path, credentials=credentials, tables=tables, differences=differences)


def _trigger(flow: Flow, start: str) -> str:
    triggers = flow.triggers()
    if start and start not in triggers:
        raise CannotBeStaged(f"There is no trigger called “{start}”. It has: {', '.join(triggers) or 'none'}.")
    if not triggers:
        raise CannotBeStaged("Nothing starts this workflow: give it a trigger, for example a schedule or a webhook.")
    return start or triggers[0]


def _staged_node(flow: Flow, name: str, trigger: str, differences: list[Difference]) -> Json:
    node = flow.nodes[name]
    if name == trigger:
        return {**_plain(node), "type": BASE + "code", "typeVersion": 2, "parameters": {"jsCode": FEED % START}}
    if flow.is_trigger(name) and node["type"] != ERROR_TRIGGER:
        return {**node, "disabled": True}
    instead = stand_in_for(flow, name)
    if instead is not None:
        differences.append(Difference(step=name, what=instead.why))
        return stand_in(flow, name, instead)
    for adjust in ADJUSTMENTS:
        what = adjust(flow, node, trigger)
        if what:
            differences.append(Difference(step=name, what=what))
    return node


def _plain(node: Json) -> Json:
    return {key: node[key] for key in ("id", "name", "position") if key in node}


def _short_wait(_flow: Flow, node: Json, _trigger: str) -> str:
    parameters: dict[str, Any] = node.get("parameters") or {}
    if node["type"] != BASE + "wait":
        return ""
    if parameters.get("resume", "timeInterval") in ("timeInterval", "specificTime"):
        node["parameters"] = {"resume": "timeInterval", "amount": 0, "unit": "seconds"}
        return "The wait is over at once."
    return ""


def _short_retry(_flow: Flow, node: Json, _trigger: str) -> str:
    if not node.get("retryOnFail"):
        return ""
    node["waitBetweenTries"] = SHORT_WAIT_MS
    return "It tries again at once instead of waiting between attempts."


def _open_calendar(flow: Flow, node: Json, trigger: str) -> str:
    """A Filter that looks at today's date right behind a schedule would stop most rehearsals."""
    first = node["type"] == BASE + "filter" and flow.before(node["name"]) == [trigger]
    scheduled = flow.nodes[trigger]["type"] == BASE + "scheduleTrigger"
    parameters = orjson.dumps(node.get("parameters") or {}).decode()
    if not (first and scheduled and ("$now" in parameters or "$today" in parameters) and "$json" not in parameters):
        return ""
    always = {"id": "calendar", "leftValue": True, "rightValue": "", "operator": {
        "type": "boolean", "operation": "true", "singleValue": True}}  # fmt: skip
    options = {"caseSensitive": True, "leftValue": "", "typeValidation": "loose", "version": 2}
    node["parameters"] = {"conditions": {"options": options, "conditions": [always], "combinator": "and"}}
    return "Today is taken as one of its days."


ADJUSTMENTS: tuple[Callable[[Flow, Json, str], str], ...] = (_short_wait, _short_retry, _open_calendar)


def _sign_in(flow: Flow, node: Json, connected: Collection[str]) -> None:
    """The credential types that the node uses, named so that the engine puts its dummies there."""
    kind = flow.catalogue.node(node["type"], float(node["typeVersion"])) if "typeVersion" in node else None
    if kind is None or node.get("disabled"):
        return
    version = float(node["typeVersion"])
    parameters: Json = node.get("parameters") or {}
    ways = ways_to_sign_in(kind, parameters, version)
    named = [way for way in ways if way.kind in (node.get("credentials") or {})]
    way = choose(named) or choose(ways, connected) or next(iter(named), None)
    node.pop("credentials", None)
    if way is None:
        return
    node["parameters"] = {**parameters, **way.chooses}
    also = {w.kind for w in ways_to_sign_in(kind, node["parameters"], version) if w.required and not w.chooses}
    node["credentials"] = {kind: {"id": kind, "name": kind} for kind in sorted({way.kind, *also})}


def _start_node(flow: Flow, path: str) -> Json:
    answers = any(node["type"] == RESPOND and not node.get("disabled") for node in flow.nodes.values())
    mode = "responseNode" if answers else "onReceived"
    return {
        "id": path,
        "name": START,
        "type": BASE + "webhook",
        "typeVersion": 2,
        "position": [-480, 0],
        "webhookId": path,
        "parameters": {"httpMethod": "POST", "path": path, "responseMode": mode, "options": {}},
    }


def _connections(flow: Flow, trigger: str) -> Json:
    """The same arrows; what was plugged into the trigger (a memory, say) has no place on a plain step."""
    connections: Json = {}
    for source, kinds in (flow.workflow.get("connections") or {}).items():
        for kind, buckets in kinds.items():
            kept = [
                [a for a in bucket or () if a["node"] in flow.nodes and (kind == "main" or a["node"] != trigger)]
                for bucket in buckets or ()
            ]
            if source in flow.nodes:
                connections.setdefault(source, {})[kind] = kept
    connections[START] = {"main": [[{"node": trigger, "type": "main", "index": 0}]]}
    return connections


def _settings(workflow: Json) -> Json:
    given: Json = workflow.get("settings") or {}
    kept: Json = {key: given[key] for key in ("timezone", "executionOrder") if key in given}
    return {"executionOrder": "v1", **kept, "saveDataErrorExecution": "all", "saveDataSuccessExecution": "all"}
