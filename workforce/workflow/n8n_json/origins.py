"""Steps that were imported become the nodes they were; on an engine of ours without what belonged to another n8n."""

from __future__ import annotations

from workforce.workflow.catalogue import Operation
from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.expressions import Scope
from workforce.workflow.n8n_json.shapes import plain
from workforce.workflow.spec import Group, Locator, Many, Origin, Ref, Step, Template, Trigger, Value

VARIANTS = ("", "Tool", "HitlTool")
NOT_FOR_OTHERS = {"webhookId"}


def origin_of(part: Step | Trigger, operation: Operation | None) -> Origin | None:
    """The origin that still says what the step is; None once the step does something else."""
    origin = part.origin
    if origin is None or operation is None:
        return origin if origin is not None and origin.node_type == part.operation else None
    return origin if origin.node_type in {operation.node_type + end for end in VARIANTS} else None


def parameters_of(part: Step | Trigger, operation: Operation | None, scope: Scope) -> Json:
    """The parameters as they were, in their own shape, with what chooses the operation."""
    selects = operation.selects if operation else {}
    return {**selects, **{name: plain(value, scope) for name, value in part.inputs.items()}}


def refers(value: Value) -> bool:
    """Whether something in it has to be worked out from where the step stands."""
    match value:
        case Ref() | Template():
            return True
        case Group(fields=fields):
            return any(map(refers, fields.values()))
        case Many(items=items):
            return any(map(refers, items))
        case Locator(value=inner):
            return refers(inner)
    return False


def marks_of(origin: Origin, *, deployed: bool) -> Json:
    """What stands on the node besides. Another n8n's credentials and addresses are never deployed."""
    marks: Json = {name: value for name, value in origin.more.items() if not (deployed and name in NOT_FOR_OTHERS)}
    if origin.id and not deployed:
        marks["id"] = origin.id
    if origin.position is not None:
        marks["position"] = list(origin.position)
    if origin.disabled:
        marks["disabled"] = True
    if origin.credentials and not deployed:
        marks["credentials"] = origin.credentials
    return marks
