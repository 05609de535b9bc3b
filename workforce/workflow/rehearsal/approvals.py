"""Where a workflow waits for a person, and what may not happen without their consent."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue.node_type import SEND_AND_WAIT
from workforce.workflow.rehearsal.flow import BRANCHES, Flow


def approval_steps(flow: Flow) -> list[str]:
    """The nodes that ask a person for a yes or no."""
    return [name for name in flow.nodes if _asks(flow, name)]


def needs_consent(flow: Flow, step: str) -> set[str]:
    """What may run only after a yes: everything behind the step, but for the way taken after a no."""
    behind = flow.reach(*flow.after(step))
    for gate in flow.after(step):
        if flow.nodes[gate]["type"] in BRANCHES and "approved" in str(flow.nodes[gate].get("parameters")):
            yes, no = flow.reach(*flow.after(gate, 0)), flow.reach(*flow.after(gate, 1))
            return yes - no
    return behind


def _asks(flow: Flow, name: str) -> bool:
    parameters: dict[str, Any] = flow.nodes[name].get("parameters") or {}
    return parameters.get("operation") == SEND_AND_WAIT and parameters.get("responseType", "approval") == "approval"
