"""The parameters of one node: its operation, its inputs in shape, and what has to be set so that n8n sees them."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue import NodeType, Operation, ParametersDoNotFit
from workforce.workflow.catalogue.display import Host, Json, shown
from workforce.workflow.n8n_json.expressions import Scope
from workforce.workflow.n8n_json.shapes import plain, shape
from workforce.workflow.spec import Unknown, Value

ROUNDS = 4


def node_parameters(
    node: NodeType, operation: Operation, version: float, inputs: dict[str, Value], scope: Scope
) -> Json:
    """n8n's parameters for an operation with these inputs.

    An input that is hidden because another one chooses something else is revealed: a channel makes Slack's
    "send to" a channel. What the inputs themselves say is never overruled.
    """
    raw: Json = {**operation.selects, **{name: plain(value, scope) for name, value in inputs.items()}}
    values, raw = _reveal(node, version, raw, set(inputs) | set(operation.selects))
    host = node.host(version)
    result: Json = {name: value for name, value in raw.items() if name not in inputs}
    for name, value in inputs.items():
        prop = _property(node, name, values, host)
        if isinstance(value, Unknown) and value.stand_in == "" and prop is not None and not prop.get("required"):
            continue
        result[name] = shape(prop, value, scope)
    return result


def _property(node: NodeType, name: str, values: Json, host: Host) -> Json | None:
    candidates = [prop for prop in node.properties if prop["name"] == name]
    return next(
        (prop for prop in candidates if shown(prop, values, values, host)), candidates[0] if candidates else None
    )


def _reveal(node: NodeType, version: float, raw: Json, fixed: set[str]) -> tuple[Json, Json]:
    """Set parameters that nobody gave so that all given ones are shown; (effective values, raw with additions)."""
    host = node.host(version)
    values = _effective(node, raw, version)
    for _ in range(ROUNDS):
        hidden = [name for name in raw if name not in values and any(p["name"] == name for p in node.properties)]
        additions: Json = {}
        for name in hidden:
            for prop in node.properties:
                wanted = _settings_that_show(prop, values, host, fixed) if prop["name"] == name else None
                if wanted is not None:
                    additions |= wanted
                    break
        if not additions:
            break
        raw = {**raw, **additions}
        values = _effective(node, raw, version)
    return values, raw


def _effective(node: NodeType, raw: Json, version: float) -> Json:
    try:
        return node.effective(raw, version)
    except ParametersDoNotFit:
        return node.effective(
            {name: value for name, value in raw.items() if not isinstance(value, dict | list)}, version
        )


def _settings_that_show(prop: Json, values: Json, host: Host, fixed: set[str]) -> Json | None:
    """Values for other parameters under which this one is shown; None when given ones stand against it."""
    options = prop.get("displayOptions") or {}
    settings: Json = {}
    for path, conditions in (options.get("show") or {}).items():
        name = path.strip("/")
        alone = {"displayOptions": {"show": {path: conditions}}}
        if shown(alone, values, values, host):
            continue
        simple = next((c for c in conditions if not isinstance(c, dict)), None)
        if name.startswith("@") or name in fixed or simple is None or "." in name:
            return None
        settings[name] = simple
    trial: dict[str, Any] = {**values, **settings}
    return settings if shown(prop, trial, trial, host) else None
