"""Reading: one service, or several whose items are put together."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.catalogue import Operation
from workforce.workflow.language.words import fold
from workforce.workflow.planner.data import Source, concept_of
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.flow.narrowing import narrow
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.operations import choose
from workforce.workflow.planner.titles import read_title
from workforce.workflow.spec import Link, Literal, Step, Value

_SINGLE = frozenset(("httprequest", "googleanalytics", "openweathermap", "quickchart", "clearbit", "hunter", "dhl"))
_NEW = re.compile(r"\b(new|neue[nrms]?|nuev[oa]s?|nouve(au|aux|lle|lles)|nov[oa]s?)\b")
_TABLES = frozenset(("googlesheets", "microsoftexcel", "postgres", "mysql", "microsoftsql"))


def read_all(flow: Flow, intents: list[Intent]) -> None:
    """What neighbouring intents of one scope read; the items of several are put together."""
    scope = intents[0].scope
    read = [_read_one(flow, intent, flow.ends(scope)) for intent in intents]
    if len(read) == 1:
        source, last = read[0]
        flow.assembly.ends[scope] = flow.assembly.items[scope] = [last]
        flow.gives(scope, source)
        flow.many[scope] = flow.many.get(scope, False) or source.many
    elif len(read) == 2 and _compares(intents):
        _compare(flow, scope, read, intents[0])
    else:
        _put_together(flow, scope, read)
    flow.condensed.pop(scope, None)


def _compares(intents: list[Intent]) -> bool:
    return any(re.match(r"(compar|vergleich|abgleich|reconcil|cotej)", p.fold) for i in intents for p in i.pieces)


_IN_A_ONLY, _DIFFERENT, _IN_B_ONLY = 0, 2, 3


def _compare(flow: Flow, scope: int, read: list[tuple[Source, Link]], intent: Intent) -> None:
    """What is in one only, or differs: by the field that is spoken of, else by the id."""
    said = next((p.text for p in intent.pieces if concept_of(p.text) and not p.service and p.kind == "word"), "id")
    fields = [source.path(said) or said for source, _ in read]
    inputs: dict[str, Value] = {"mergeByFields": group(values=many(group(field1=fields[0], field2=fields[1])))}
    after = [Link(step=link.step, output=link.output, input=number) for number, (_, link) in enumerate(read)]
    step = flow.assembly.add("compare_datasets", "Compare", inputs, after)
    flow.assembly.assume(
        f"The two are compared by “{fields[0]}”; change it in the plan if another field tells them apart."
    )
    flow.assembly.ends[scope] = [Link(step=step.id, output=n) for n in (_IN_A_ONLY, _DIFFERENT, _IN_B_ONLY)]
    flow.assembly.items[scope] = flow.assembly.ends[scope]
    flow.gives(scope, Source(step.id, read[-1][0].service, "read", dict(read[-1][0].fields), many=True))
    flow.many[scope] = True


def _put_together(flow: Flow, scope: int, read: list[tuple[Source, Link]]) -> None:
    after = [Link(step=link.step, output=link.output, input=number) for number, (_, link) in enumerate(read)]
    inputs: dict[str, Value] = {"mode": Literal(value="append")}
    if len(read) > 2:
        inputs["numberInputs"] = Literal(value=len(read))
    merged = flow.assembly.add("merge", "Put together", inputs, after)
    flow.hang(scope, merged, items=True)
    last = read[-1][0]
    for source in [
        *(source for source, _ in read),
        Source(merged.id, last.service, "read", dict(last.fields), many=True),
    ]:
        flow.gives(scope, source)
    flow.many[scope] = True


def _read_one(flow: Flow, intent: Intent, after: list[Link]) -> tuple[Source, Link]:
    """The step that reads, and what hangs on it: itself, or the filter behind it. Nothing where it cannot be read."""
    service = flow.assembly.services.get(intent.service)
    if service is None:
        return Source(after[0].step), after[0]
    if intent.service == "httprequest" and _asks_status(flow):
        intent.flags.add("status")
    diff = intent.service == "github" and "diff" in intent.nouns
    nouns = ["pull_request"] if diff else intent.nouns
    choice = choose(service, intent.wanted or ["read"], nouns, flow.assembly.catalogue)
    if choice is None:
        return Source(after[0].step), after[0]
    operation = (
        flow.assembly.catalogue.operation("github.pull_request.get_diff") if diff else None
    ) or choice.operation
    title = read_title(service, intent, flow.request.language)
    ident = flow.assembly.ident(title)
    flow.assembly.sources.setdefault(intent.scope, [])
    step = flow.assembly.add(
        operation.id,
        title,
        fill(flow.assembly, intent, operation, intent.service, ident),
        after,
        confidence=choice.confidence,
        alternatives=choice.alternatives,
        ident=ident,
        once=flow.many.get(intent.scope, False) and flow.request.start.kind == "schedule",
    )
    source = _gives(intent, operation, step)
    return source, _narrowed(flow, intent, source, Link(step=step.id))


def _asks_status(flow: Flow) -> bool:
    """Whether a condition speaks of the answer's status code: `if it returns anything but 200`."""
    tests = [test for scope in flow.request.scopes for test in scope.tests]
    return any((t.numeric and not t.subject) or re.search(r"status|code", fold(t.subject)) for t in tests)


def _gives(intent: Intent, operation: Operation, step: Step) -> Source:
    single = intent.service in _SINGLE or operation.operation in ("get", "getDiff", "enrich")
    source = Source(step.id, intent.service, "sheet" if intent.service in _TABLES else "read", many=not single)
    if "status" in intent.flags:
        source.fields["status code"] = "statusCode"
        source.many = False
    return source


def _narrowed(flow: Flow, intent: Intent, source: Source, link: Link) -> Link:
    """The filter behind a read step; it works on that step alone, whatever else its scope reads."""
    sources = flow.assembly.sources[intent.scope]
    sources.append(source)
    narrowed = _only_new(flow, intent, source, narrow(flow, intent, source, link))
    sources.remove(source)
    return narrowed


def _only_new(flow: Flow, intent: Intent, source: Source, link: Link) -> Link:
    """A schedule that reads the new rows of a table sees the old ones too: those it has seen before are left out."""
    wanted = (
        intent.service in _TABLES - {"microsoftexcel"}
        and flow.request.start.kind == "schedule"
        and _NEW.search(fold(intent.text))
    )
    dated = link.step != source.step or any(other.kind == "dedupe" for other in flow.request.intents)
    if not wanted or dated:
        return link
    key = "row_number" if intent.service == "googlesheets" else source.path("id", guess=False) or "id"
    operation = "remove_duplicates.remove_items_seen_in_previous_executions"
    step = flow.assembly.add(operation, "Only what is new", {"dedupeValue": source.ref(key)}, [link])
    return Link(step=step.id)
