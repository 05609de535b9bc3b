"""One exported node becomes a trigger or a step."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue import Catalogue, NodeType, Operation, ParametersDoNotFit
from workforce.workflow.catalogue.display import Json
from workforce.workflow.importing.values import value_of
from workforce.workflow.spec import OnFailure, Origin, Step, Trigger

VARIANTS = ("HitlTool", "Tool")
SAID_ELSEWHERE = {"name", "type", "typeVersion", "parameters"}
PLAIN_FLAGS = ("retryOnFail", "executeOnce", "continueOnFail", "alwaysOutputData", "notesInFlow", "notes")
TIMES, WAIT_MS = (2, 5), range(0, 5001, 1000)
DEFAULT_TIMES, DEFAULT_WAIT_MS = 3, 1000


def part_of(node: Json, ident: str, catalogue: Catalogue, *, starts: bool) -> Trigger | Step:
    """The trigger or step of a node. starts: nothing leads to it (an unknown node that does is no trigger)."""
    version = version_of(node)
    given = node["parameters"] if isinstance(node.get("parameters"), dict) else {}
    node_type = catalogue.node(node["type"], version)
    operation = _operation(node["type"], node_type, given, version, catalogue)
    selects = operation.selects if operation else {}
    about: dict[str, Any] = {
        "id": ident,
        "operation": operation.id if operation else node["type"],
        "title": node["name"],
        "inputs": {name: value_of(value) for name, value in given.items() if name not in selects},
        "version": version,
    }
    kept = _kept(node)
    if node_type.is_trigger if node_type else starts and "trigger" in node["type"].lower():
        return Trigger(**about, origin=_origin(node, kept))
    failure = _on_failure(kept)
    once = kept.pop("executeOnce", None) is True
    return Step(**about, once=once, on_failure=failure, origin=_origin(node, kept))


def version_of(node: Json) -> float:
    """A node's version; n8n takes a missing one for the first."""
    version = node.get("typeVersion")
    return float(version) if isinstance(version, int | float) and not isinstance(version, bool) else 1.0


def is_position(value: Any) -> bool:
    """Whether n8n takes it for a place on the canvas."""
    return isinstance(value, list) and len(value) == 2 and all(type(number) in (int, float) for number in value)


def _operation(
    name: str, node_type: NodeType | None, given: Json, version: float, catalogue: Catalogue
) -> Operation | None:
    """What the node does, when one operation of the catalogue says exactly that."""
    if node_type is None:
        return None
    try:
        values = node_type.effective(given, version)
    except (ParametersDoNotFit, AttributeError, TypeError):
        return None
    origin = next((name.removesuffix(end) for end in VARIANTS if name.endswith(end)), name)
    found = catalogue.operation_for(name, values) or catalogue.operation_for(origin, values)
    exact = found is not None and all(
        values.get(key) == value and given.get(key, value) == value for key, value in found.selects.items()
    )
    return found if exact else None


def _kept(node: Json) -> Json:
    """What n8n keeps on the node besides, without flags that are not set."""
    kept = {name: value for name, value in node.items() if name not in SAID_ELSEWHERE}
    for name in PLAIN_FLAGS:
        if name in kept and (kept[name] is False or kept[name] is None or kept[name] == ""):
            del kept[name]
    if kept.get("onError") == "stopWorkflow":
        del kept["onError"]
    if "typeVersion" in node and version_of(node) != node["typeVersion"]:
        kept["typeVersion"] = node["typeVersion"]
    return kept


def _on_failure(kept: Json) -> OnFailure:
    """What happens when it fails, taken out of `kept` where the spec says all of it."""
    routes = {"continueRegularOutput": "continue", "continueErrorOutput": "route"}
    error = kept.get("onError")
    if isinstance(error, str) and error in routes:
        del kept["onError"]
        return OnFailure.model_validate({"do": routes[error]})
    times, wait = kept.get("maxTries", DEFAULT_TIMES), kept.get("waitBetweenTries", DEFAULT_WAIT_MS)
    said = isinstance(times, int) and TIMES[0] <= times <= TIMES[1] and isinstance(wait, int) and wait in WAIT_MS
    if kept.get("retryOnFail") is True and said:
        for name in ("retryOnFail", "maxTries", "waitBetweenTries"):
            kept.pop(name, None)
        return OnFailure(do="retry", times=times, wait_seconds=wait // 1000)
    return OnFailure()


def _origin(node: Json, kept: Json) -> Origin:
    """Everything else, in its own field where it is what n8n expects, by n8n's name where not."""
    origin: dict[str, Any] = {"node_type": node["type"]}
    if isinstance(kept.get("id"), str):
        origin["id"] = kept.pop("id")
    if (position := kept.pop("position", None)) is not None:
        origin["position"] = tuple(position)
    if isinstance(kept.get("disabled"), bool):
        origin["disabled"] = kept.pop("disabled")
    if isinstance(kept.get("credentials"), dict):
        origin["credentials"] = kept.pop("credentials")
    return Origin(**origin, more=kept)
