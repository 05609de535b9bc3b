"""Where the flow parts: one condition an If, neighbouring ones on the same thing a Switch, a gate a Filter."""

from __future__ import annotations

from workforce.workflow.build import group, many
from workforce.workflow.language.comparisons import COUNT, Comparison
from workforce.workflow.language.words import fold
from workforce.workflow.planner.conditions import rule
from workforce.workflow.planner.flow.lists import condense
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent, Scope
from workforce.workflow.spec import Link, Value


def _siblings(flow: Flow, ident: int) -> list[int]:
    """Neighbouring conditions on the same thing: they become one Switch."""
    scopes = flow.request.scopes
    beside: list[int] = []
    for other in scopes[1:]:
        if _open_condition(flow, other, scopes[ident].parent):
            if not beside or _alike(scopes[beside[0]].tests[0], other.tests[0]):
                beside.append(other.id)
        elif other.kind == "error" or (beside and (other.parent in beside or other.of == beside[-1])):
            continue
        elif ident in beside:
            break
        else:
            beside = []
    return beside if ident in beside else [ident]


def _open_condition(flow: Flow, scope: Scope, parent: int) -> bool:
    if scope.kind != "if" or scope.parent != parent or not scope.tests or scope.instead or scope.id in flow.opened:
        return False
    return any(intent.scope == scope.id for intent in flow.request.intents)


def _alike(one: Comparison, two: Comparison) -> bool:
    if one.subject == two.subject == "category":
        return True
    same = fold(one.subject) == fold(two.subject) or not two.subject or not one.subject
    return same and (one.numeric == two.numeric) and (one.op, one.values) != (two.op, two.values)


def branch(flow: Flow, ident: int) -> None:
    """Where a condition leads: its own If, or an output of the Switch it shares with its neighbours."""
    scope = flow.request.scopes[ident]
    if not scope.tests:
        flow.assembly.ends[ident] = flow.ends(scope.parent)
        return
    beside = _siblings(flow, ident)
    if len(beside) > 1:
        _switch(flow, [flow.request.scopes[i] for i in beside])
    else:
        flow.assembly.ends[ident] = [Link(step=put_if(flow, scope, flow.ends(scope.parent)))]


def put_if(flow: Flow, scope: Scope, after: list[Link]) -> str:
    """The step that decides about a condition's scope; returns its id."""
    if any(test.subject == COUNT for test in scope.tests) and flow.many.get(scope.parent):
        condense(flow, scope.parent, lines=True)
        flow.many[scope.parent] = False
        after = flow.ends(scope.parent)
    tests = rule(flow.assembly, scope.parent, scope.tests, negated=scope.negated)
    step = flow.assembly.add("if", f"If {scope.label[:46]}".strip(), {"conditions": tests}, after)
    flow.switched[scope.id] = (step.id, 1)
    return step.id


def _switch(flow: Flow, scopes: list[Scope]) -> None:
    parent = scopes[0].parent
    inputs: dict[str, Value] = {"rules": group(values=many(*(_case(flow, scope) for scope in scopes)))}
    if any(s.kind == "else" and s.of in [scope.id for scope in scopes] for s in flow.request.scopes):
        inputs["options"] = group(fallbackOutput="extra")
    step = flow.assembly.add("switch", "Which case", inputs, flow.ends(parent))
    for number, scope in enumerate(scopes):
        flow.assembly.ends[scope.id] = [Link(step=step.id, output=number)]
        flow.switched[scope.id] = (step.id, len(scopes))
        if number:
            flow.enter(scope.id)


def _case(flow: Flow, scope: Scope) -> Value:
    first = scope.tests[0]
    label = str(first.values[0]) if first.values and not first.numeric else scope.label
    tests = rule(flow.assembly, scope.parent, scope.tests, negated=scope.negated)
    return group(conditions=tests, renameOutput=True, outputKey=label[:30])


def gate(flow: Flow, intent: Intent, title: str) -> None:
    """Only what passes goes on."""
    tests = rule(flow.assembly, intent.scope, intent.tests)
    step = flow.assembly.add("filter", title[:60], {"conditions": tests}, flow.ends(intent.scope))
    flow.hang(intent.scope, step, items=True)
