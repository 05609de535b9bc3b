"""A verdict is right for the right reason, and a performance with a fault never passes."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from tests.workflow.rehearsal.workflows import condition, flow, hook, node, slack, wired
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.rehearsal.deriving import further
from workforce.workflow.rehearsal.imagining import imagine
from workforce.workflow.rehearsal.judging import conclude, judge
from workforce.workflow.rehearsal.opening import normal
from workforce.workflow.rehearsal.own import BadScenario, read_scenario
from workforce.workflow.rehearsal.performance import Call, Performance, StepRun
from workforce.workflow.rehearsal.scenario import CallExpected, Expectation, Scenario, ServiceRule
from workforce.workflow.rehearsal.world import Asked
from workforce.workflow.rehearsal.world.rules import Rules

POST = Call(
    method="POST", url="https://slack.com/api/chat.postMessage", body={"text": "New: 42"}, step="Tell", status=200
)


def played(**changes: Any) -> Performance:
    steps = [StepRun(name="Order", items_out=1), StepRun(name="Tell", items_in=1, items_out=1)]
    return Performance.model_validate({"status": "success", "steps": steps, "calls": [POST], "seconds": 0.3, **changes})


def scenario(**expect: Any) -> Scenario:
    return Scenario(name="normal", kind="normal", expect=Expectation(**{"status": "success", **expect}))


def test_what_went_as_expected_passes() -> None:
    expected = CallExpected(match="chat.postMessage", body="42", times=1)
    result = judge(scenario(calls=[expected], runs=["Tell"], not_called=["DELETE"]), played())
    assert (result.verdict, result.reason) == ("passed", "It did what the plan says.")


@pytest.mark.parametrize(
    ("expect", "changes", "verdict", "reason"),
    [
        ({}, {"fault": "The rehearsal engine went away."}, "inconclusive", "went away"),
        ({}, {"status": "none"}, "inconclusive", "did not start"),
        ({}, {"status": "timeout", "seconds": 20}, "failed", "did not end within 20 seconds"),
        ({}, {"status": "error", "failed_step": "Tell", "error": "not_in_channel"}, "failed", "failed at “Tell”"),
        ({"status": "error"}, {}, "failed", "finished where it should have failed"),
        ({"runs": ["Mail"]}, {}, "failed", "“Mail” did not run"),
        ({"rests": ["Tell"]}, {}, "failed", "“Tell” ran although it must not"),
        ({"calls": [CallExpected(match="gmail")]}, {}, "failed", "No call matched gmail"),
        ({"calls": [CallExpected(match="slack", times=2)]}, {}, "failed", "1 calls matched slack"),
        ({"not_called": ["slack"]}, {}, "failed", "which it must not"),
        ({}, {"calls": [POST.model_copy(update={"body": {"text": "New: undefined"}})]}, "failed", "“undefined”"),
        (
            {},
            {"calls": [POST.model_copy(update={"refused": True, "url": "http://169.254.169.254/"})]},
            "failed",
            "169.254",
        ),
    ],
)
def test_what_went_otherwise_does_not(expect: Any, changes: Any, verdict: str, reason: str) -> None:
    result = judge(scenario(**expect), played(**changes))
    assert result.verdict == verdict
    assert reason in result.reason


def test_a_source_that_ran_dry_is_the_simulations_fault() -> None:
    steps = [StepRun(name="Rows", items_out=0)]
    result = judge(scenario(runs=["Tell"]), played(steps=steps, calls=[]))
    assert result.verdict == "inconclusive"
    assert "“Rows” gave nothing" in result.reason


def test_one_failure_fails_the_rehearsal() -> None:
    good, bad = judge(scenario(), played()), judge(scenario(), played(status="timeout"))
    unsure = judge(scenario(), played(fault="Away."))
    assert conclude([good], 1).verdict == "passed"
    assert conclude([good, unsure], 1).verdict == "inconclusive"
    assert conclude([good, unsure, bad], 1).verdict == "failed"
    assert conclude([], 1).verdict == "inconclusive"


# --- derived scenarios ------------------------------------------------------------------------------------


def test_every_outside_service_fails_once(catalogue: Catalogue) -> None:
    read = flow(wired(hook(), slack(), slack("Again")), catalogue)
    again = POST.model_copy(update={"step": "Again"})
    found = {one.name: one for one in further(read, normal(read), played(calls=[POST, again]))}
    assert {"slack-down", "slack-signed-out", "slack-cut-off", "slack-busy", "twice", "missing"} <= set(found)
    assert found["slack-down"].expect.status == "error"
    assert found["slack-down"].expect.rests == ["Again"]


def test_an_error_route_is_expected_to_be_taken(catalogue: Catalogue) -> None:
    links = [("Order", 0, "Tell"), ("Tell", 1, "Else")]
    read = flow(wired(hook(), slack(onError="continueErrorOutput"), slack("Else"), links=links), catalogue)
    down = next(one for one in further(read, normal(read), played()) if one.name == "slack-down")
    assert (down.expect.status, down.expect.runs) == ("success", ["Else"])
    assert "Else" not in normal(read).expect.runs


def test_a_retry_gets_over_a_busy_service(catalogue: Catalogue) -> None:
    plain, patient = (flow(wired(hook(), slack(**more)), catalogue) for more in ({}, {"retryOnFail": True}))
    busy = [next(s for s in further(f, normal(f), played()) if s.kind == "recovers") for f in (plain, patient)]
    assert [one.expect.status for one in busy] == ["error", "success"]


def test_both_ways_of_a_decision_are_acted(catalogue: Catalogue) -> None:
    big = node("Big", "if", 2.2, conditions=condition("={{ $json.body.total }}", "number", "gt", 500))
    links = [("Order", 0, "Big"), ("Big", 0, "Tell"), ("Big", 1, "Else")]
    read = flow(wired(hook(), big, slack(), slack("Else"), links=links), catalogue)
    totals = [normal(read).trigger[0]["body"]["total"]]
    totals += [one.trigger[0]["body"]["total"] for one in further(read, normal(read), played()) if one.kind == "branch"]
    assert {total > 500 for total in totals} == {True, False}


def test_nothing_behind_an_approval_runs_without_consent(catalogue: Catalogue) -> None:
    ask = slack("Ask")
    ask["parameters"] |= {"operation": "sendAndWait", "message": "Ok?", "responseType": "approval"}
    gate = node("Approved?", "if", 2.2, conditions=condition("={{ $json.data.approved }}", "boolean", "true", ""))
    links = [("Order", 0, "Ask"), ("Ask", 0, "Approved?"), ("Approved?", 0, "Tell"), ("Approved?", 1, "Else")]
    read = flow(wired(hook(), ask, gate, slack(), slack("Else"), links=links), catalogue)
    found = {one.name: one for one in further(read, normal(read), played())}
    assert found["denied"].expect.rests == ["Tell"]
    assert found["unanswered"].expect.rests == ["Approved?", "Else", "Tell"]


# --- own scenarios ----------------------------------------------------------------------------------------


def test_a_persons_scenario_takes_what_it_leaves_out_from_the_normal_one() -> None:
    base = Scenario(name="normal", start="Order", trigger=[{"a": 1}], seed=3)
    rule = {"match": "POST https://slack", "status": 500}
    own = read_scenario({"name": "slack is down", "services": [rule], "expect": {"status": "error"}}, base)
    assert (own.start, own.trigger, own.services[0].status, own.expect.status) == ("Order", [{"a": 1}], 500, "error")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "A scenario is an object"),
        ({"trigger": []}, 'with a "name"'),
        ({"name": "x", "triggers": []}, "“triggers” is not a part of a scenario"),
        ({"name": "x", "trigger": "rows"}, "In the scenario “x”, trigger"),
        ({"name": "x", "services": [{"match": "("}]}, "is not a regular expression"),
        ({"name": "x", "expect": {"calls": [{"match": "a", "body": "["}]}}, "is not a regular expression"),
    ],
)
def test_a_scenario_that_makes_no_sense_says_why(given: Any, said: str) -> None:
    with pytest.raises(BadScenario, match=said.replace("(", r"\(")):
        read_scenario(given, Scenario(name="normal"))


# --- what if … --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What if Slack is down?", {"status": 500}),
        ("what if slack does not answer", {"drop": True}),
        ("Slack is busy for a moment", {"status": 429, "times": 1}),
        ("what if Slack refuses the password?", {"status": 401}),
    ],
)
def test_what_if_a_service_fails(question: str, expected: dict[str, Any], catalogue: Catalogue) -> None:
    read = flow(wired(hook(), slack()), catalogue)
    imagined = imagine(question, read, normal(read), [POST])
    rule = imagined.services[0].model_dump()
    assert {key: rule[key] for key in expected} == expected
    assert re.search(rule["match"], f"{POST.method} {POST.url}")
    assert imagined.expect.status == "error"


def test_what_if_two_things_come_together(catalogue: Catalogue) -> None:
    read = flow(wired(hook(), slack(text="={{ $json.body.email }}")), catalogue)
    imagined = imagine("What if Slack is down and the order has no e-mail?", read, normal(read), [POST])
    assert imagined.services
    assert "email" not in imagined.trigger[0]["body"]
    assert imagine("what if it arrives twice", read, normal(read), []).deliveries == 2
    assert imagine("what if nobody approves it", read, normal(read), []).approval == "expire"


@pytest.mark.parametrize("question", ["", "????", "make me a sandwich", "(" * 500, "what if pigs fly"])
def test_what_cannot_be_acted_is_said_with_examples(question: str, catalogue: Catalogue) -> None:
    read = flow(wired(hook(), slack()), catalogue)
    with pytest.raises(BadScenario, match="Try: “What if Slack is down"):
        imagine(question, read, normal(read), [POST])


# --- patterns that would never end --------------------------------------------------------------------------


def test_a_pattern_that_would_never_end_ends() -> None:
    call = POST.model_copy(update={"body": "a" * 5_000 + "!"})
    began = time.monotonic()
    hostile = CallExpected(match="slack", body="(a+)+$")
    result = judge(scenario(calls=[hostile], not_called=["(a|a)+$x"]), played(calls=[call] * 3))
    assert result.verdict == "failed"
    assert Rules([ServiceRule(match="(/|/)+x(x+x+)+y")]).answer(Asked("GET", "http://a/" + "/x" * 5_000)) is None
    assert time.monotonic() - began < 5


def test_a_pattern_of_thousands_of_characters_is_refused() -> None:
    with pytest.raises(BadScenario, match="at most 500 characters"):
        read_scenario({"name": "x", "services": [{"match": "a" * 501}]}, Scenario(name="normal"))
