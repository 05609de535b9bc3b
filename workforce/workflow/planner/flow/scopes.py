"""Scopes: when something happens. Each opens at the step that decides."""

from __future__ import annotations

from workforce.workflow.planner.data import Source
from workforce.workflow.planner.flow.branches import branch, put_if
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.knowledge.wording import in_words
from workforce.workflow.spec import Link, Trigger


def instead(flow: Flow) -> None:
    """`if it is missing, do none of it, mail X instead`: the decision stands in front of everything."""
    for scope in flow.request.scopes:
        if scope.kind == "if" and scope.instead and scope.tests:
            link = put_if(flow, scope, flow.ends(0))
            flow.assembly.ends[scope.id] = [Link(step=link)]
            flow.assembly.ends[0] = flow.assembly.items[0] = [Link(step=link, output=1)]
            flow.enter(scope.id)
            return


def open_scope(flow: Flow, ident: int) -> None:
    """Make sure the step that decides about a scope is there, and those it stands in."""
    if ident in flow.opened:
        return
    scope = flow.request.scopes[ident]
    open_scope(flow, scope.parent)
    match scope.kind:
        case "error":
            _failing(flow, ident)
        case "approved" | "declined":
            _decided(flow, ident)
        case "if":
            branch(flow, ident)
        case "else":
            _otherwise(flow, ident)
    flow.enter(ident)


def _failing(flow: Flow, ident: int) -> None:
    trigger = next((t for t in flow.assembly.triggers if t.operation == "error_trigger"), None)
    if trigger is None:
        title = in_words("On error", flow.request.language)
        trigger = Trigger(id=flow.assembly.ident("On error"), operation="error_trigger", title=title)
        flow.assembly.triggers.append(trigger)
    flow.assembly.ends[ident] = [Link(step=trigger.id)]
    flow.assembly.sources[ident] = [Source(trigger.id, "error")]


def _decided(flow: Flow, ident: int) -> None:
    scope = flow.request.scopes[ident]
    approved, declined = flow.approvals.get(scope.parent, next(iter(flow.approvals.values()), ([], [])))
    others = [s.id for s in flow.request.scopes if s.id != ident and s.id in flow.opened and s.kind == scope.kind]
    ends = flow.assembly.ends[others[0]] if others else approved if scope.kind == "approved" else declined
    flow.assembly.ends[ident] = ends or flow.ends(0)


def _otherwise(flow: Flow, ident: int) -> None:
    of = flow.request.scopes[ident].of
    open_scope(flow, of)
    if of in flow.switched:
        step, output = flow.switched[of]
        flow.assembly.ends[ident] = [Link(step=step, output=output)]
    else:
        flow.assembly.ends[ident] = flow.ends(flow.request.scopes[ident].parent)
