"""The verdict on a performance: did what had to happen, happen, and nothing else?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import orjson

from workforce.workflow.rehearsal.patterns import matches
from workforce.workflow.rehearsal.performance import Call, Performance, Rehearsal, ScenarioResult, StepRun, Verdict
from workforce.workflow.rehearsal.scenario import CallExpected, Difference, Scenario

BROKEN_TEXT = re.compile(r"\[object Object\]|\bundefined\b|\bNaN\b|Invalid DateTime")
STATUS = {
    "success": "finished",
    "error": "failed",
    "waiting": "was still waiting",
    "timeout": "did not end in time",
    "none": "did not start",
}
Complaint = tuple[Verdict, str]


def judge(scenario: Scenario, played: Performance) -> ScenarioResult:
    """The scenario's result: its verdict, why, and the evidence."""
    complaints = [complaint for check in CHECKS for complaint in check(scenario, played)]
    verdict, reason = next(
        (one for wanted in ("inconclusive", "failed") for one in complaints if one[0] == wanted), ("passed", "")
    )
    return ScenarioResult(
        name=scenario.name,
        title=scenario.title or scenario.name,
        kind=scenario.kind,
        verdict=verdict,
        reason=reason or _as_expected(scenario, played),
        status=played.status,
        calls=played.calls,
        steps=played.steps,
        seconds=played.seconds,
    )


def conclude(
    results: Sequence[ScenarioResult], seconds: float, digest: str = "", differences: Sequence[Difference] = ()
) -> Rehearsal:
    """The whole rehearsal's verdict: passed only when every scenario passed."""
    verdicts = {result.verdict for result in results}
    verdict: Verdict = "failed" if "failed" in verdicts else "passed" if verdicts == {"passed"} else "inconclusive"
    return Rehearsal(
        verdict=verdict, seconds=seconds, digest=digest, scenarios=list(results), differences=list(differences)
    )


def _stage_fault(_scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    if played.fault:
        yield "inconclusive", played.fault
    elif played.status == "none":
        yield "inconclusive", "It did not start on the rehearsal engine."


def _refusals(_scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    for call in played.calls:
        if call.refused:
            where = f"“{call.step}” tried" if call.step else "It tried"
            yield "failed", f"{where} to reach {call.url}, which a worker may not reach."


def _ending(scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    wanted = scenario.expect.status
    if played.status == "timeout":
        yield "failed", f"It did not end within {played.seconds:.0f} seconds."
    elif wanted and played.status != wanted:
        at = f" at “{played.failed_step}”" if played.failed_step else ""
        because = f": {_short(played.error)}" if played.error else ""
        yield "failed", f"It {STATUS[played.status]}{at} where it should have {STATUS[wanted]}{because}"


def _steps(scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    ran = {step.name for step in played.steps}
    idle = [name for name in scenario.expect.runs if name not in ran]
    if idle and scenario.expect.status == played.status:
        dry = _ran_dry(scenario, played.steps)
        if dry and scenario.kind != "fails":
            yield "inconclusive", f"“{dry}” gave nothing in the simulation, so “{idle[0]}” had nothing to do."
        else:
            yield "failed", f"“{idle[0]}” did not run."
    for name in scenario.expect.rests:
        if name in ran:
            yield "failed", f"“{name}” ran although it must not in this case."


def _ran_dry(scenario: Scenario, steps: Sequence[StepRun]) -> str:
    return next((step.name for step in steps if not step.items_out and step.name not in scenario.expect.rests), "")


def _calls(scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    for expected in scenario.expect.calls:
        count = sum(_matches(expected, call) for call in played.calls)
        if expected.times is None and not count:
            yield "failed", f"No call matched {expected.match}{_with_body(expected)}."
        elif expected.times is not None and count != expected.times:
            yield (
                "failed",
                f"{count} calls matched {expected.match}{_with_body(expected)}; {expected.times} were expected.",
            )
    for pattern in scenario.expect.not_called:
        call = next((call for call in played.calls if matches(pattern, f"{call.method} {call.url}")), None)
        if call:
            yield "failed", f"It called {call.method} {call.url}, which it must not."


def _matches(expected: CallExpected, call: Call) -> bool:
    if not matches(expected.match, f"{call.method} {call.url}"):
        return False
    return not expected.body or matches(expected.body, body_text(call))


def _with_body(expected: CallExpected) -> str:
    return f" with {expected.body} in it" if expected.body else ""


def body_text(call: Call) -> str:
    """A call's body as text."""
    return call.body if isinstance(call.body, str) else orjson.dumps(call.body).decode()


def _clean_text(scenario: Scenario, played: Performance) -> Iterator[Complaint]:
    """Nobody should get a message with a hole in it."""
    if scenario.kind == "own":
        return
    for call in played.calls:
        found = BROKEN_TEXT.search(body_text(call)) if call.method != "GET" and call.body else None
        if found:
            yield "failed", f"What “{call.step or call.service}” would send has “{found[0]}” in it."


def _as_expected(scenario: Scenario, played: Performance) -> str:
    match scenario.kind:
        case "fails" if played.status == "error":
            return f"It stopped at “{played.failed_step}” and told its owner; nothing after it was done."
        case "fails" | "recovers" if played.status == "success":
            return "It got over it."
        case "recovers":
            return f"It stopped at “{played.failed_step}” and told its owner."
        case "denied":
            return "Nothing was done without consent."
        case "expired":
            return "It waits; nothing was done without consent."
        case "missing" if played.status == "error":
            return f"It stopped at “{played.failed_step}” before anything wrong was sent."
        case "own" if played.status == "error":
            return f"It stopped at “{played.failed_step}” and told its owner."
        case "own":
            return "It went to the end."
        case "empty":
            return "It ended quietly: there was nothing to do."
    return "It did what the plan says."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"


CHECKS: tuple[Callable[[Scenario, Performance], Iterator[Complaint]], ...] = (
    _stage_fault,
    _refusals,
    _ending,
    _steps,
    _calls,
    _clean_text,
)
