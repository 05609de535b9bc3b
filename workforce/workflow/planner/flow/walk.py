"""From intents to steps: what hangs on what, intent by intent."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from workforce.workflow.planner.assembly import short
from workforce.workflow.planner.flow.acts import act
from workforce.workflow.planner.flow.branches import gate
from workforce.workflow.planner.flow.deciding import approve, wait
from workforce.workflow.planner.flow.lists import csv, dedupe, total
from workforce.workflow.planner.flow.reads import read_all
from workforce.workflow.planner.flow.scopes import instead, open_scope
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.flow.thinking import document, think_once
from workforce.workflow.planner.intents import Intent


def build(flow: Flow) -> None:
    """Add everything the request asks for."""
    start = flow.request.start
    flow.many[0] = any(s.many for s in flow.assembly.sources_of(0))
    instead(flow)
    if start.tests and start.kind not in ("schedule",):
        gate(flow, Intent("gate", 0, start.pieces, -1, tests=start.tests), "Only what was asked for")
    intents = _ordered(flow)
    while intents:
        taken = _together(intents)
        _place(flow, taken)
        intents = intents[len(taken) :]


def _together(intents: list[Intent]) -> list[Intent]:
    """The first intent and those right behind it that belong to it: what is read, or thought about, in one go."""
    first = intents[0]
    if first.kind not in ("read", "ai"):
        return [first]
    return list(takewhile(lambda intent: intent.kind == first.kind and intent.scope == first.scope, intents))


def _ordered(flow: Flow) -> list[Intent]:
    """Gates that stand at the end of a prompt hold from the beginning."""
    intents = [i for i in flow.request.intents if i.kind != "ask"]
    gates = [i for i in intents if i.kind == "gate" and i.scope == 0]
    reads = [i for i in intents if i.kind == "read"]
    if gates and not (reads and flow.request.start.kind == "schedule"):
        return gates + [i for i in intents if i not in gates]
    return intents


def _place(flow: Flow, intents: list[Intent]) -> None:
    intent = intents[0]
    open_scope(flow, intent.scope)
    match intent.kind:
        case "read":
            read_all(flow, intents)
        case "ai":
            think_once(flow, intents)
        case "gate":
            gate(flow, intent, f"Only {short(intent, 40)}")
        case kind if kind in _STEPS:
            _STEPS[kind](flow, intent)


_STEPS: dict[str, Callable[[Flow, Intent], None]] = {
    "act": act,
    "approve": approve,
    "wait": wait,
    "dedupe": dedupe,
    "total": total,
    "csv": csv,
    "document": document,
}
