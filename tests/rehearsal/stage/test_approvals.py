"""People who are asked: they answer by the link in the message, or do not."""

from __future__ import annotations

import dataclasses

import pytest

from tests.rehearsal.stage.plays import Json, calls_of, code, get, node, play
from workforce.integrations.rehearsal import Turn

CHANNEL = {"__rl": True, "mode": "name", "value": "#ops"}
BOTH = {"values": {"approvalType": "double", "approveLabel": "Yes", "disapproveLabel": "No"}}
LIMIT = {"values": {"limitType": "afterTimeInterval", "resumeAmount": 1, "resumeUnit": "seconds"}}


def ask_in_slack(**options: Json) -> Json:
    return node(
        "Ask",
        "slack",
        2.3,
        {
            "resource": "message",
            "operation": "sendAndWait",
            "select": "channel",
            "channelId": CHANNEL,
            "message": "Pay the invoice?",
            "approvalOptions": BOTH,
            "options": options,
        },
        "slackApi",
    )


def ask_by_mail(**options: Json) -> Json:
    parameters = {"operation": "sendAndWait", "fromEmail": "a@example.com", "toEmail": "boss@example.org"}
    parameters |= {"subject": "Pay the invoice?", "message": "It is 12,000 EUR", "approvalOptions": BOTH}
    return node("Ask", "emailSend", 2.1, {**parameters, "options": options}, "smtp")


@pytest.mark.parametrize("ask", [ask_in_slack(), ask_by_mail()], ids=["slack", "mail"])
@pytest.mark.parametrize(("approval", "approved"), [("approve", True), ("deny", False)])
async def test_people_answer_by_the_link_in_the_message(turn: Turn, ask: Json, approval: str, approved: bool) -> None:
    asking = dataclasses.replace(play(ask, get("Then", "https://bank.example.org/")), approval=approval)
    seen = await turn.perform(asking)
    assert seen.status == "success", seen
    answered = next(step for step in reversed(seen.steps) if step.name == "Ask")
    assert answered.sample[0]["data"]["approved"] is approved
    assert "Pay the invoice?" in str(calls_of(seen, "Ask")[0].body)
    assert calls_of(seen, "Then")
    assert seen.seconds < 20


async def test_nobody_answers_and_the_wait_ends(turn: Turn) -> None:
    asking = dataclasses.replace(
        play(ask_in_slack(limitWaitTime=LIMIT), code("Then", "return $input.all();")), approval="expire"
    )
    seen = await turn.perform(asking)
    assert seen.status == "success", seen
    assert "approved" not in str(seen.steps[-1].sample)


async def test_nobody_answers_for_ever(turn: Turn) -> None:
    seen = await turn.perform(dataclasses.replace(play(ask_in_slack()), approval="expire", seconds=4))
    assert seen.status == "waiting", seen
    assert calls_of(seen, "Ask")


async def test_a_wait_for_a_call_is_answered_when_its_link_was_sent(turn: Turn) -> None:
    tell = node(
        "Tell",
        "httpRequest",
        4.2,
        {
            "method": "POST",
            "url": "https://chat.example.org/hooks",
            "sendBody": True,
            "bodyParameters": {"parameters": [{"name": "link", "value": "={{ $execution.resumeUrl }}"}]},
            "options": {},
        },
    )
    wait = node("Wait", "wait", 1.1, {"resume": "webhook", "options": {}}, webhookId="w")
    seen = await turn.perform(play(tell, wait, get("Then", "https://bank.example.org/")))
    assert seen.status == "success", seen
    assert calls_of(seen, "Then")


async def test_a_short_wait_is_over_soon(turn: Turn) -> None:
    wait = node("Wait", "wait", 1.1, {"resume": "timeInterval", "amount": 1, "unit": "seconds"}, webhookId="w")
    seen = await turn.perform(play(wait, get("Then", "https://bank.example.org/")))
    assert seen.status == "success" and seen.seconds < 10
