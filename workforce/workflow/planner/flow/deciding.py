"""People decide, time passes: approvals and waits."""

from __future__ import annotations

import re

from workforce.workflow.build import condition, conditions
from workforce.workflow.language.words import fold
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.flow.acts import act
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.operations import choose
from workforce.workflow.planner.titles import approval_title
from workforce.workflow.spec import Link, Step, json_inputs

_BEFORE = re.compile(r"\b(before|bevor|antes|avant)\b")
# n8n's own default is a single button: whoever does not approve could only stay silent.
YES_AND_NO = {"approvalOptions": {"values": {"approvalType": "double"}}}
_IN_DAYS = {"weeks": 7, "months": 30}  # n8n waits in days at the most


def approve(flow: Flow, intent: Intent) -> None:
    """Ask somebody, wait for the answer, and part the flow by it."""
    service = flow.assembly.services.get(intent.service)
    choice = choose(service, ["approve"], [], flow.assembly.catalogue) if service else None
    if service is None or choice is None:
        return
    title = approval_title(service, flow.request.language)
    ident = flow.assembly.ident(title)
    inputs = fill(flow.assembly, intent, choice.operation, intent.service, ident) | json_inputs(YES_AND_NO)
    asked = flow.assembly.add(choice.operation.id, title, inputs, flow.ends(intent.scope), ident=ident)
    yes = conditions(condition(Source(asked.id).ref("data.approved"), "true", "", "boolean"))
    decided = flow.assembly.add("if", "Approved?", {"conditions": yes}, [Link(step=asked.id)])
    _part(flow, intent.scope, decided)
    _late_mail(flow, intent)


def _part(flow: Flow, scope: int, decided: Step) -> None:
    """Yes leads on, with whatever did not need asking; no leads where `declined` says."""
    conditional = flow.request.scopes[scope].kind == "if"
    approved = [Link(step=decided.id)]
    step_id, output = flow.switched.get(scope, ("", 0))
    if flow.request.scopes[scope].kind == "else":
        _unasked(flow, scope, approved)
    alone = step_id and output == 1  # in a switch every other case is told of, too
    if alone and conditional:
        approved.append(Link(step=step_id, output=output))
    flow.approvals[scope] = (approved, [Link(step=decided.id, output=1)])
    flow.assembly.ends[scope] = approved
    if scope and conditional and alone:
        flow.assembly.ends[flow.request.scopes[scope].parent] = approved


def _unasked(flow: Flow, scope: int, approved: list[Link]) -> None:
    """`up to 3 days it is approved, for more the lead decides`: the first case goes on unasked."""
    of = flow.request.scopes[scope].of
    step_id, output = flow.switched.get(of, ("", 0))
    if step_id and output == 1 and not any(i.scope == of for i in flow.request.intents):
        approved.append(Link(step=step_id))


def _late_mail(flow: Flow, intent: Intent) -> None:
    """`I approve it before it goes to board@…`: what goes on afterwards is said in the same breath."""
    text = fold(intent.text)
    before = _BEFORE.search(text)
    if before is None:
        return
    late = [p for p in intent.pieces if p.kind in ("email", "channel") and text.find(p.fold) > before.start()]
    if not late:
        return
    service = flow.request.chat
    if late[0].kind == "email":
        service = intent.service if KIND_OF.get(intent.service) == "mail" else flow.request.mail
    act(flow, Intent("act", intent.scope, late, intent.unit, service, ["tell"], ["send"], ["email"]))


def wait(flow: Flow, intent: Intent) -> None:
    """Go on after a while."""
    unit, amount = next(iter(intent.amount.items()))
    if unit in _IN_DAYS:
        unit, amount = "days", amount * _IN_DAYS[unit]
    inputs = json_inputs({"resume": "timeInterval", "amount": amount, "unit": unit})
    step = flow.assembly.add("wait", f"Wait {amount} {unit}", inputs, flow.ends(intent.scope))
    flow.hang(intent.scope, step)
