"""The other performances, derived from the workflow and from what the first one showed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from workforce.workflow.rehearsal.approvals import approval_steps, needs_consent
from workforce.workflow.rehearsal.fields import Read, reads_of
from workforce.workflow.rehearsal.flow import BASE, ERROR_TRIGGER, Flow
from workforce.workflow.rehearsal.opening import SEVERAL, polls, trigger_items, without
from workforce.workflow.rehearsal.performance import Call, Performance
from workforce.workflow.rehearsal.scenario import Expectation, Scenario
from workforce.workflow.rehearsal.world.services import service_name

MOST_FAILING, MOST_BRANCHES = 4, 4
TIMED = {BASE + "scheduleTrigger", BASE + "manualTrigger", BASE + "cron", BASE + "interval", BASE + "start"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What deriving looks at: the workflow, its normal case, and how that went."""

    flow: Flow
    normal: Scenario
    played: Performance
    reads: list[Read]

    def calls(self) -> dict[str, Call]:
        """The first call of each step that made one over HTTP, in order."""
        found: dict[str, Call] = {}
        for call in self.played.calls:
            if call.step in self.flow.nodes and call.url.startswith("http") and not call.refused:
                found.setdefault(call.step, call)
        return found


def further(flow: Flow, normal: Scenario, played: Performance) -> list[Scenario]:
    """Every other scenario of a workflow whose normal case was played."""
    seen = Seen(flow, normal, played, reads_of(flow))
    return [scenario for derive in DERIVED for scenario in derive(seen)]


def _variant(seen: Seen, name: str, title: str, kind: str, **changes: object) -> Scenario:
    return Scenario.model_validate({**seen.normal.model_dump(), "name": name, "title": title, "kind": kind, **changes})


def _branches(seen: Seen) -> Iterator[Scenario]:
    """One run for each way that the trigger's own item decides."""
    deciding = [read for read in seen.reads if read.source == seen.normal.start and read.values]
    if polls(seen.flow, seen.normal.start) or not deciding:
        return
    most = max(len(read.values) for read in deciding)
    for choice in range(1, min(most, MOST_BRANCHES)):
        items = trigger_items(seen.flow, seen.normal.start, seen.reads, 1, seen.normal.seed, choice)
        shown = {f"{read.name} is {read.values[choice % len(read.values)]}": None for read in deciding}
        yield _variant(
            seen, f"branch-{choice + 1}", f"When {' and '.join(list(shown)[:2])}", "branch", trigger=items,
            expect=Expectation(status="success"),
        )  # fmt: skip


def _several(seen: Seen) -> Iterator[Scenario]:
    if polls(seen.flow, seen.normal.start):
        items = trigger_items(seen.flow, seen.normal.start, seen.reads, SEVERAL, seen.normal.seed + 1)
        yield _variant(seen, "several", f"{SEVERAL} items at once", "several", trigger=items, seed=seen.normal.seed + 1)
    elif any(step.items_out > 1 for step in seen.played.steps):
        yield _variant(seen, "several", "Other data", "several", seed=seen.normal.seed + 1)


def _nothing(seen: Seen) -> Iterator[Scenario]:
    """The first service asked has nothing to give."""
    behind = {later for step in seen.calls() for later in seen.flow.reach(*seen.flow.after(step))}
    gave = {step.name for step in seen.played.steps if step.items_out}
    first = [call for step, call in seen.calls().items() if step not in behind and step in gave and _reads(call)]
    hosts = sorted({urlsplit(call.url).hostname or "" for call in first})
    if hosts:
        names = " and ".join(sorted({service_name(call.url) for call in first}))
        yield _variant(
            seen, "nothing", f"{names} has nothing new", "empty", empty=hosts, expect=Expectation(status="success")
        )


def _reads(call: Call) -> bool:
    return call.method in ("GET", "SEARCH") or bool(
        re.search(r"search|query|/select|/get|graphql|databases/", call.url)
    )


def _missing(seen: Seen) -> Iterator[Scenario]:
    """A field that goes into a message or a record is not there."""
    for read in seen.reads:
        if not (read.name and seen.flow.is_outside(read.reader)):
            continue
        if read.source == seen.normal.start and seen.normal.trigger and read.path[-1] == read.name:
            items = [without(item, read.path) for item in seen.normal.trigger]
            yield _variant(
                seen, "missing", f"There is no “{read.name}”", "missing", trigger=items, expect=Expectation()
            )
            return
        if seen.flow.is_outside(read.source):
            expect = Expectation()
            yield _variant(seen, "missing", f"There is no “{read.name}”", "missing", missing=[read.name], expect=expect)
            return


# --- services that fail -----------------------------------------------------------------------------------


def _failing(seen: Seen) -> Iterator[Scenario]:
    """Each service once down; the first also refuses the sign-in, cuts the line, and is busy only for a moment."""
    told: set[str] = set()
    for step, call in seen.calls().items():
        service = service_name(call.url)
        if service in told or len(told) == MOST_FAILING:
            continue
        first = not told
        told.add(service)
        slug = re.sub(r"[^a-z0-9]+", "-", service.lower()).strip("-")
        down = failure_of(seen.flow, seen.normal.start, step)
        rule = {"match": rule_for(call), "status": 500, "body": {"error": {"message": "Something broke on our side."}}}
        yield _variant(seen, f"{slug}-down", f"{service} is down", "fails", services=[rule], expect=down)
        if first:
            denied = {**rule, "status": 401, "body": {"error": {"message": "The sign-in is not valid any more."}}}
            yield _variant(
                seen, f"{slug}-signed-out", f"{service} refuses the sign-in", "fails", services=[denied], expect=down
            )
            cut = {**rule, "drop": True}
            silent = failure_of(seen.flow, seen.normal.start, step, answered=False)
            yield _variant(
                seen, f"{slug}-cut-off", f"{service} does not answer", "fails", services=[cut], expect=silent
            )
            busy = {**rule, "status": 429, "times": 1, "body": {"error": {"message": "Too many requests."}}}
            expect = Expectation(status="success") if _recovers(seen, step) else down
            yield _variant(
                seen, f"{slug}-busy", f"{service} is busy for a moment", "recovers", services=[busy], expect=expect
            )


def rule_for(call: Call) -> str:
    """A pattern that matches this call and its like, whatever their query."""
    parts = urlsplit(call.url)
    return f"^{re.escape(call.method)} {re.escape(f'{parts.scheme}://{parts.netloc}{parts.path}')}(\\?|$)"


def _owner(flow: Flow, step: str) -> str:
    """The step itself, or the one that it is plugged into."""
    parent = next((target for source, kind, _, target in flow.arrows if source == step and kind != "main"), None)
    return _owner(flow, parent) if parent else step


def _takes_anything(flow: Flow, step: str) -> bool:
    """An HTTP request that takes any answer for one, to look at its status itself."""
    answer = ((flow.nodes[step].get("parameters") or {}).get("options") or {}).get("response") or {}
    return bool((answer.get("response") or {}).get("neverError"))


def _recovers(seen: Seen, step: str) -> bool:
    node = seen.flow.nodes[_owner(seen.flow, step)]
    return bool(node.get("retryOnFail") or str(node.get("onError", "")).startswith("continue"))


def failure_of(flow: Flow, start: str, step: str, *, answered: bool = True) -> Expectation:
    """What has to happen when this step fails for good, as its settings say. answered: with an error."""
    owner = _owner(flow, step)
    on_error = str(flow.nodes[owner].get("onError", ""))
    if answered and _takes_anything(flow, owner):
        return Expectation(status="success")
    if on_error.startswith("continue"):
        route = [output for node, output in flow.error_outputs() if node == owner]
        told = [name for output in route for name in flow.after(owner, output)]
        return Expectation(status="success", runs=told)
    everywhere = frozenset((owner, output) for output in range(32))
    behind = flow.reach(start) - flow.reach(start, blocked=everywhere) - {owner}
    notices = [name for name, node in flow.nodes.items() if node["type"] == ERROR_TRIGGER]
    told = [name for notice in notices for name in flow.after(notice)]
    own = owner in flow.reach(*notices)
    return Expectation(status="error", rests=sorted(behind), runs=[] if own else told)


# --- people and deliveries --------------------------------------------------------------------------------


def _twice(seen: Seen) -> Iterator[Scenario]:
    if seen.flow.nodes[seen.normal.start]["type"] not in TIMED:
        expect = Expectation(status="success")
        yield _variant(seen, "twice", "The same thing arrives twice", "duplicate", deliveries=2, expect=expect)


def _unapproved(seen: Seen) -> Iterator[Scenario]:
    steps = approval_steps(seen.flow)
    if not steps:
        return
    held = sorted({name for step in steps for name in needs_consent(seen.flow, step)})
    denied = Expectation(status="success", rests=held)
    yield _variant(seen, "denied", "The approval is denied", "denied", approval="deny", expect=denied)
    behind = sorted({name for step in steps for name in seen.flow.reach(*seen.flow.after(step))})
    yield _variant(seen, "unanswered", "Nobody answers", "expired", approval="expire", expect=Expectation(rests=behind))


DERIVED: tuple[Callable[[Seen], Iterator[Scenario]], ...] = (
    _nothing,
    _several,
    _branches,
    _missing,
    _unapproved,
    _twice,
    _failing,
)
