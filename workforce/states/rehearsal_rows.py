"""From a rehearsal to view rows; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from workforce.services.rehearsals import RehearsalFacts
from workforce.states.words import many
from workforce.workflow.rehearsal.performance import Rehearsal, ScenarioResult, StepRun
from workforce.workflow.rehearsal.receipts import Receipt, receipts, summary

PICTURES = {
    "email": "mail",
    "chat": "message-square",
    "row": "table-2",
    "record": "file-plus-2",
    "file": "file",
    "payment": "credit-card",
    "event": "calendar",
    "ai": "sparkles",
    "question": "sparkles",
    "read": "book-open",
}
MOST_RECEIPTS, MOST_FACTS, LONGEST = 60, 20, 4000
NOT_PASSED = "Its rehearsal did not pass. Change the plan, or see below what went wrong."


@dataclass
class FactRow:
    """A name and a value."""

    name: str = ""
    value: str = ""


@dataclass
class ReceiptRow:
    """One call as what it is. request, body: for technicians."""

    kind: str = ""
    picture: str = ""
    title: str = ""
    service: str = ""
    step: str = ""
    failed: bool = False
    facts: list[FactRow] = field(default_factory=list)
    text: str = ""
    request: str = ""
    body: str = ""
    status: str = ""


@dataclass
class RehearsedStepRow:
    """What one step took in and gave in a scenario."""

    name: str = ""
    amount: str = ""
    error: str = ""


@dataclass
class ScenarioRow:
    """A scenario's verdict in one line. own: added by a person, who may remove it."""

    name: str = ""
    title: str = ""
    verdict: str = ""
    reason: str = ""
    summary: str = ""
    own: bool = False


@dataclass
class RehearsalRow:
    """A rehearsal's state. state: none, waiting, acting, failed, passed, inconclusive, stale or broken."""

    id: str = ""
    state: str = "none"
    headline: str = ""
    reason: str = ""
    summary: str = ""
    differences: list[FactRow] = field(default_factory=list)


def gate_words(seen: RehearsalFacts | None) -> str:
    """Why the rehearsal keeps a plan from being approved, in one sentence; empty when it does not."""
    if seen is None or not seen.current:
        return "Rehearse the plan first."
    if seen.state in ("waiting", "acting"):
        return "Its rehearsal is under way. You can approve once it has passed."
    return "" if seen.verdict == "passed" else NOT_PASSED


def rehearsal_row(seen: RehearsalFacts | None) -> RehearsalRow:
    """The rehearsal in a few words."""
    if seen is None:
        return RehearsalRow()
    report = seen.report
    return RehearsalRow(
        id=str(seen.id),
        state=_state(seen),
        headline=_headline(seen),
        reason=seen.reason,
        summary=summary(report.scenarios[0].calls) if report and report.scenarios else "",
        differences=[FactRow(one.step, one.what) for one in (report.differences if report else [])],
    )


def scenario_rows(report: Rehearsal | None) -> list[ScenarioRow]:
    """One line a scenario, what went wrong first."""
    found = report.scenarios if report else []
    order = {"failed": 0, "inconclusive": 1, "passed": 2}
    return [scenario_row(one) for one in sorted(found, key=lambda one: order[one.verdict])]


def receipt_rows(scenario: ScenarioResult) -> list[ReceiptRow]:
    """What the scenario's calls are."""
    return [_receipt(one) for one in receipts(scenario.calls[:MOST_RECEIPTS])]


def step_rows(scenario: ScenarioResult) -> list[RehearsedStepRow]:
    """What its steps did, without the stage's own start."""
    return [_step(step) for step in scenario.steps[1:]]


def scenario_row(one: ScenarioResult) -> ScenarioRow:
    """A scenario in one line."""
    return ScenarioRow(one.name, one.title, one.verdict, one.reason, summary(one.calls), one.kind == "own")


def _receipt(one: Receipt) -> ReceiptRow:
    return ReceiptRow(
        kind=one.kind,
        picture=PICTURES.get(one.kind, "arrow-up-right"),
        title=one.title,
        service=one.service,
        step=one.step,
        failed=one.failed or one.refused,
        facts=[FactRow(name, value) for name, value in _facts(one) if value],
        text=(one.text or one.reply)[:LONGEST],
        request=f"{one.method} {one.url}"[:500],
        body="" if one.body is None else one.body if isinstance(one.body, str) else _pretty(one.body),
        status=str(one.status or ""),
    )


def _facts(one: Receipt) -> list[tuple[str, str]]:
    """What stands above the text: addresses, the place, the columns of a row."""
    mail = one.kind == "email"
    named = [
        ("From", one.sender if mail else ""),
        ("To", ", ".join(one.to) if mail else ""),
        ("Cc", ", ".join([*one.cc, *one.bcc])),
        ("Subject", one.subject),
        ("Attached", ", ".join(one.attachments)),
        ("Where", one.place),
        ("Model", one.model),
    ]
    if len(one.rows) == 1:
        return named + [(str(name), _short(value)) for name, value in one.rows[0].items()][:MOST_FACTS]
    rows = [" | ".join(_short(value, 60) for value in row.values()) for row in one.rows[:MOST_FACTS]]
    return named + [(f"Row {number}", text) for number, text in enumerate(rows, 1)]


def _short(value: Any, longest: int = 300) -> str:
    text = value if isinstance(value, str) else _pretty(value)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _pretty(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode()[:LONGEST]


def _step(step: StepRun) -> RehearsedStepRow:
    return RehearsedStepRow(step.name, f"{step.items_in} in, {step.items_out} out", step.error)


def _state(seen: RehearsalFacts) -> str:
    if not seen.current:
        return "stale"
    if seen.state == "failed":
        return "broken"
    return seen.verdict if seen.state == "done" else seen.state


def _headline(seen: RehearsalFacts) -> str:
    played = many(len(seen.report.scenarios), "scenario") if seen.report else ""
    match _state(seen):
        case "stale":
            return "The plan changed since its last rehearsal."
        case "waiting":
            return "Waiting for the stage."
        case "acting":
            return f"Acting it out: {played} so far." if played else "Acting it out."
        case "broken":
            return "The rehearsal could not be held."
        case "passed":
            return f"Passed in all {played}."
        case "failed":
            wrong = sum(one.verdict == "failed" for one in seen.report.scenarios) if seen.report else 0
            return f"Did not pass: {wrong} of {played} went wrong."
    return f"No clear verdict in {played}."
