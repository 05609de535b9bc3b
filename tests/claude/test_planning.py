"""Prompt to plan through Claude: the tool loop, corrections, everything that can go wrong, and who takes over."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from tests.claude.answers import PROMPT, sales
from tests.claude.messages_api import MessagesApi, Refused, Said, text, uses
from tests.stack import point_settings_at
from workforce.core.errors import PlannerUnavailable
from workforce.services import claude_planning
from workforce.services.claude_planning import Budget
from workforce.services.planning import PlannedWorker, default_planner, plan_prompt
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.spec import Issue, Ref, Template, Unknown


def planned(prompt: str = PROMPT, said: list[str] | None = None) -> PlannedWorker:
    progress = said.append if said is not None else lambda _said: None
    return plan_prompt(prompt, "Europe/Berlin", "claude", progress=progress)


def proposed(plan: Any, **how: Any) -> Said:
    return Said([uses("propose_worker", plan)], **how)


def results(request: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in request["messages"][-1]["content"] if block["type"] == "tool_result"]


# --- what goes well ---------------------------------------------------------------------------------------


def test_a_valid_answer_is_a_plan(api: MessagesApi) -> None:
    api.script = [proposed(sales())]
    result = planned()
    assert result.planner == "claude"
    assert result.reading is not None
    assert [issue for issue in result.reading.issues if issue.code != "open_question"] == []
    spec = result.reading.spec
    mail = spec.step("mail")
    assert mail is not None
    assert mail.inputs["text"] == Template(parts=["Only ", Ref(step="total", path="sum_amount"), " last week."])
    assert mail.inputs["fromEmail"] == Unknown(question="sender")
    assert [question.about for question in spec.questions] == ["mail"]
    assert "0 9 * * 1" in str(spec.triggers[0].schedule)
    assert result.planned.outcome == "workflow"
    assert result.usage is not None
    assert len(result.usage.calls) == 1
    assert result.usage.dollars == pytest.approx((900 * 2 + 400 * 10) / 1_000_000)


def test_it_looks_things_up_before_it_plans(api: MessagesApi) -> None:
    thinking = {"type": "thinking", "thinking": "Slack?", "signature": "c2ln"}
    lookups = [
        thinking,
        uses("search_operations", {"query": "post a message to Slack"}, "toolu_a"),
        uses("read_operation", {"id": "slack.message.post"}, "toolu_b"),
    ]
    api.script = [Said(lookups), proposed(sales())]
    said: list[str] = []
    result = planned(said=said)
    assert result.planner == "claude"
    first, second = results(api.requests[1])
    assert "slack.message.post |" in first["content"]
    assert '"channelId"' in second["content"]
    assert '"when":{"select":["channel"]}' in second["content"]
    assert api.requests[1]["messages"][1]["content"][0] == thinking
    assert any("post a message to Slack" in line for line in said)
    assert "Claude writes the plan" in said


def test_the_unchanging_part_is_cached_and_the_talk_grows_on_the_cache(api: MessagesApi) -> None:
    usage = {
        "input_tokens": 50,
        "output_tokens": 400,
        "cache_read_input_tokens": 8000,
        "cache_creation_input_tokens": 100,
    }
    api.script = [Said([uses("search_operations", {"query": "slack"})]), proposed(sales(), usage=usage)]
    result = planned()
    for request in api.requests:
        assert request["system"][-1]["cache_control"] == {"type": "ephemeral"}
        assert request["messages"][-1]["content"][-1]["cache_control"] == {"type": "ephemeral"}
    assert api.requests[0]["system"] == api.requests[1]["system"]
    assert api.requests[0]["tools"] == api.requests[1]["tools"]
    assert PROMPT not in str(api.requests[0]["system"])
    assert result.usage is not None
    call = result.usage.calls[1]
    assert call.dollars == pytest.approx((50 * 2 + 8000 * 0.2 + 100 * 2.5 + 400 * 10) / 1_000_000)


def test_issues_go_back_and_the_corrected_plan_counts(api: MessagesApi) -> None:
    wrong = sales(post={"text": None}, mail={"text": "{{ $json.total }}"})
    unknown = sales(post={"text": "{{totals.region}}"})
    api.script = [proposed(wrong), proposed(unknown), proposed(sales())]
    said: list[str] = []
    result = planned(said=said)
    assert result.planner == "claude"
    first, second = results(api.requests[1])[0], results(api.requests[2])[0]
    assert first["is_error"] and "cannot be read" in first["content"]
    assert second["is_error"] and "There is no step “totals”" in second["content"]
    assert any(line.startswith("Claude corrects") for line in said)


def test_what_the_checks_find_goes_back_with_the_step_it_is_about(api: MessagesApi) -> None:
    api.script = [proposed(sales(post={"text": None})), proposed(sales())]
    assert planned().planner == "claude"
    assert "- post: " in results(api.requests[1])[0]["content"]


def test_an_answer_in_prose_is_asked_again_for_the_plan(api: MessagesApi) -> None:
    api.script = [Said([text("Sure! I will build that.")]), proposed(sales())]
    assert planned().planner == "claude"
    assert "propose_worker" in api.requests[1]["messages"][-1]["content"][0]["text"]


def test_questions_alone_and_refusals_are_answers(api: MessagesApi) -> None:
    brief = {"objective": "Unclear."}
    question = {"key": "what", "text": "What should it do?", "why": "It is not said."}
    api.script = [proposed({"outcome": "questions", "brief": brief, "questions": [question]})]
    asked = planned("Make my company better").planned
    assert asked.outcome == "questions" and asked.questions[0].essential
    reason = {"reason": "These people did not agree to be written to.", "instead": "Write to your subscribers."}
    api.script = [proposed({"outcome": "refused", "brief": brief, "refusal": reason})]
    refused = planned("Mail my offer to 50,000 bought addresses").planned
    assert refused.refusal is not None and refused.refusal.instead == "Write to your subscribers."


# --- what goes wrong --------------------------------------------------------------------------------------


def taken_over(result: PlannedWorker, sentence: str) -> None:
    assert result.planner == "builtin"
    assert result.planned.notes[0].startswith(sentence)
    assert "built-in planner" in result.planned.notes[0]
    assert result.reading is not None


def test_never_valid_ends_after_two_corrections(api: MessagesApi) -> None:
    api.script = [proposed(sales(post={"text": None}))]
    result = planned()
    taken_over(result, "Claude's plan still had problems")
    assert len(api.requests) == 3
    assert result.usage is not None and len(result.usage.calls) == 3


def test_a_stream_that_just_ends_is_repeated_once(api: MessagesApi) -> None:
    api.script = [proposed(sales(), cut=6), proposed(sales())]
    result = planned()
    assert result.planner == "claude"
    assert result.usage is not None and result.usage.calls[0].fresh == 1800


@pytest.mark.parametrize("how", [{}, {"garble": True}, {"drop": True}], ids=["ends", "garbled", "dropped"])
def test_a_stream_that_breaks_twice_is_given_up(api: MessagesApi, how: dict[str, bool]) -> None:
    api.script = [proposed(sales(), cut=6, **how)]
    result = planned()
    taken_over(result, "Claude")
    assert len(api.requests) == 2
    assert result.usage is not None and result.usage.dollars > 0


@pytest.mark.parametrize(
    ("stop", "sentence"),
    [
        ("max_tokens", "Claude's answer became too long"),
        ("refusal", "Claude declined"),
        ("model_context_window_exceeded", "Claude's answer became too long"),
    ],
)
def test_truncation_and_refusal_by_the_model_are_failures(api: MessagesApi, stop: str, sentence: str) -> None:
    api.script = [Said([text("…")], stop_reason=stop)]
    taken_over(planned(), sentence)
    assert len(api.requests) == 1


def test_overload_is_tried_three_times(api: MessagesApi) -> None:
    api.script = [Refused(529, "overloaded_error", {"retry-after-ms": "10"})]
    taken_over(planned(), "Claude is overloaded")
    assert len(api.requests) == 3


def test_the_server_says_when_to_try_again(api: MessagesApi) -> None:
    api.script = [Refused(429, "rate_limit_error", {"retry-after": "1"}), proposed(sales())]
    started = time.monotonic()
    assert planned().planner == "claude"
    assert time.monotonic() - started >= 1.0


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (Refused(401, "authentication_error"), "Claude refused our API key"),
        (Refused(400, "invalid_request_error"), "Claude could not work with our request"),
        (Refused(500, "api_error", {"retry-after-ms": "10"}), "Claude does not answer"),
    ],
)
def test_every_refusal_of_the_server_has_a_sentence(api: MessagesApi, refused: Refused, sentence: str) -> None:
    api.script = [refused]
    taken_over(planned(), sentence)


async def test_nobody_there(catalogue: Catalogue) -> None:
    async with point_settings_at(ANTHROPIC_API_KEY="sk-ant-x", ANTHROPIC_BASE_URL="http://127.0.0.1:9"):
        taken_over(await asyncio.to_thread(planned), "Claude does not answer")


def test_slow_answers_end_with_the_time_of_a_draft(api: MessagesApi, catalogue: Catalogue) -> None:
    api.script = [proposed(sales(), pause=0.25)]
    started = time.monotonic()
    made = claude_planning.plan(PROMPT, "UTC", catalogue, budget=Budget(seconds=1.5))
    assert time.monotonic() - started < 3
    assert made.planner == "builtin"
    assert made.planned.notes[0].startswith("Claude took longer")
    assert made.usage.calls[0].fresh == 900


def test_the_money_of_a_draft_is_never_passed(api: MessagesApi, catalogue: Catalogue) -> None:
    usage = {"input_tokens": 9000, "output_tokens": 1500}
    api.script = [Said([uses("search_operations", {"query": "slack"})], usage=usage)]
    made = claude_planning.plan(PROMPT, "UTC", catalogue, budget=Budget(dollars=0.15))
    assert made.planner == "builtin"
    assert made.planned.notes[0].startswith("Claude would have cost more")
    assert 0 < made.usage.dollars <= 0.15
    assert api.requests[-1]["max_tokens"] < 8000


def test_without_money_nothing_is_asked(api: MessagesApi, catalogue: Catalogue) -> None:
    api.script = [proposed(sales())]
    made = claude_planning.plan(PROMPT, "UTC", catalogue, budget=Budget(dollars=0.01))
    assert made.planner == "builtin" and api.requests == []


def test_tokens_are_counted(api: MessagesApi, catalogue: Catalogue) -> None:
    usage = {"input_tokens": 15_000, "output_tokens": 1500}
    api.script = [Said([uses("search_operations", {"query": "slack"})], usage=usage)]
    made = claude_planning.plan(PROMPT, "UTC", catalogue, budget=Budget(tokens=40_000))
    assert made.planner == "builtin" and len(api.requests) == 2


def test_endless_look_ups_end(api: MessagesApi) -> None:
    api.script = [Said([uses("read_operation", {"id": "if"})])]
    taken_over(planned(), "Claude's plan still had problems")
    assert "No more look-ups" in str(api.requests[-1]["messages"][-1])


def test_a_plan_that_only_draws_warnings_is_kept_when_claude_fails_later(
    api: MessagesApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = Issue(code="deprecated", severity="warning", message="There is a newer way.", step="post")
    monkeypatch.setattr(claude_planning, "check_spec", lambda _spec, _catalogue: [warning])
    api.script = [proposed(sales()), Refused(500, "api_error", {"retry-after-ms": "1"})]
    result = planned()
    assert result.planner == "claude" and result.planned.notes == []
    assert "There is a newer way" in results(api.requests[1])[0]["content"]


# --- without a key ----------------------------------------------------------------------------------------


def test_without_a_key_it_is_said_what_to_set(catalogue: Catalogue) -> None:
    with pytest.raises(PlannerUnavailable, match="ANTHROPIC_API_KEY"):
        planned()
    assert default_planner() == "builtin"


def test_with_a_key_claude_plans_drafts(api: MessagesApi) -> None:
    assert default_planner() == "claude"
