"""The real client and its double keep one contract; list prices are reckoned by the model's name."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.claude.messages_api import KEY, MessagesApi, Refused, Said, text, uses
from workforce.integrations.claude import (
    Claude,
    ClaudeFailed,
    InMemoryClaude,
    Request,
    Usage,
    model_of,
)
from workforce.integrations.claude.client import AnthropicClaude

BLOCKS = [text("Let me look."), uses("search_operations", {"query": "slack", "deep": [1, {"a": None}]})]
REQUEST = Request(
    system=[text("You plan.")],
    messages=[{"role": "user", "content": [text("Plan.")]}],
    tools=[{"name": "search_operations", "description": "x", "input_schema": {"type": "object"}}],
    max_tokens=500,
    seconds=5.0,
)


@pytest.fixture(params=["real", "double"])
async def claude(request: pytest.FixtureRequest, api: MessagesApi) -> AsyncIterator[Claude]:
    """A Claude that answers once, then is away."""
    away = Refused(500, "api_error", {"retry-after-ms": "1"})
    api.script = [Said(BLOCKS), away]
    made: Claude = InMemoryClaude([BLOCKS])
    if request.param == "real":
        made = AnthropicClaude(KEY, "claude-sonnet-5-5", api.url)
    yield made
    await made.close()


async def test_a_whole_answer_then_a_failure(claude: Claude) -> None:
    heard: list[str] = []
    reply = await claude.ask(REQUEST, heard.append)
    assert reply.content == BLOCKS
    assert reply.stop_reason == "tool_use"
    assert [use["input"]["query"] for use in reply.tool_uses()] == ["slack"]
    assert heard == ["search_operations"]
    assert reply.call.dollars > 0 and reply.call.tokens > 0
    assert Usage().plus(reply.call).plus(reply.call).dollars == pytest.approx(2 * reply.call.dollars)
    with pytest.raises(ClaudeFailed) as caught:
        await claude.ask(REQUEST, heard.append)
    assert caught.value.reason == "away" and caught.value.retryable


async def test_blank_text_is_not_sent_back(api: MessagesApi) -> None:
    api.script = [Said([text(""), uses("search_operations", {"query": "x"})])]
    claude = AnthropicClaude(KEY, "claude-sonnet-5-5", api.url)
    reply = await claude.ask(REQUEST, lambda _tool: None)
    assert [block["type"] for block in reply.content] == ["tool_use"]
    api.script = [Said([text(" ")])]
    with pytest.raises(ClaudeFailed) as caught:
        await claude.ask(REQUEST, lambda _tool: None)
    assert caught.value.reason == "broken_off"
    await claude.close()


@pytest.mark.parametrize("model", ["claude-sonnet-5-5", "claude-haiku-4-5-20251001", "somebody-elses-model"])
async def test_a_model_is_asked_only_for_what_it_takes(api: MessagesApi, model: str) -> None:
    api.script = [Said(BLOCKS)]
    claude = AnthropicClaude(KEY, model, api.url)
    await claude.ask(REQUEST, lambda _tool: None)
    await claude.close()
    assert ("output_config" in api.requests[0]) is model_of(model).effort
    assert "tool_choice" not in api.requests[0] and "thinking" not in api.requests[0]


@pytest.mark.parametrize(
    ("model", "dollars"),
    [
        ("claude-sonnet-5-5", 2 + 10),
        ("claude-sonnet-5-5-20260928", 2 + 10),
        ("claude-opus-5", 5 + 25),
        ("claude-fable-5-1", 10 + 50),
        ("claude-haiku-4-5-20251001", 1 + 5),
        ("unheard-of", 15 + 75),
    ],
)
def test_list_prices(model: str, dollars: float) -> None:
    assert model_of(model).dollars(1_000_000, 1_000_000) == pytest.approx(dollars)


def test_the_cache_is_cheaper_to_read_and_dearer_to_write() -> None:
    sonnet = model_of("claude-sonnet-5-5")
    assert sonnet.dollars(0, 0, read=1_000_000) == pytest.approx(0.2)
    assert sonnet.dollars(0, 0, written=1_000_000) == pytest.approx(2.5)
