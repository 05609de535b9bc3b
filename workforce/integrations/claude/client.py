"""The real Claude, through the `anthropic` SDK: always streamed, every failure translated once."""

from __future__ import annotations

import asyncio
import time
from json import JSONDecodeError
from typing import Any, cast

import anthropic
import httpx2
from anthropic.lib.streaming import AsyncMessageStream
from anthropic.types import Message

from workforce.integrations.claude.contract import ClaudeFailed, Progress, Reason
from workforce.integrations.claude.models import model_of
from workforce.integrations.claude.records import Call, Json, Reply, Request

RETRIES = 2  # by the SDK, with its own waits and the server's retry-after, before an answer begins
BROKEN_STREAMS = 2  # the SDK never repeats a stream that broke; we do, once
CONNECT_SECONDS = 5.0
EFFORT = "medium"
CHARACTERS_A_TOKEN = 3
FAILED_ENDS: dict[str | None, Reason] = {
    None: "broken_off",
    "refusal": "declined",
    "max_tokens": "too_long",
    "model_context_window_exceeded": "too_long",
}
STATUSES: dict[int, Reason] = {401: "key", 403: "key", 402: "key", 429: "busy", 529: "busy"}


class AnthropicClaude:
    """Claude behind the Messages API at `base_url` (Anthropic's own if empty). Belongs to one event loop."""

    def __init__(self, api_key: str, model: str, base_url: str = "") -> None:
        self._model = model
        self._client = anthropic.AsyncAnthropic(api_key=api_key, base_url=base_url or None, max_retries=RETRIES)

    @property
    def model(self) -> str:
        """The model's id."""
        return self._model

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def ask(self, request: Request, progress: Progress) -> Reply:
        """See `Claude.ask`."""
        heard = _Heard(self._model)
        try:
            async with asyncio.timeout(request.seconds):
                for attempt in range(1, BROKEN_STREAMS + 1):
                    try:
                        return await self._stream(request, heard, progress)
                    except (httpx2.TransportError, httpx2.StreamError, JSONDecodeError, ClaudeFailed) as error:
                        if attempt == BROKEN_STREAMS or getattr(error, "reason", "broken_off") != "broken_off":
                            raise
        except TimeoutError as error:
            raise ClaudeFailed("time", call=heard.call("time")) from error
        except anthropic.APIStatusError as error:
            raise ClaudeFailed(_reason(error), detail=str(error)[:500], call=heard.call("error")) from error
        except (anthropic.AnthropicError, httpx2.HTTPError) as error:
            raise ClaudeFailed(
                "away", detail=f"{type(error).__name__}: {error}"[:500], call=heard.call("error")
            ) from error
        except (httpx2.StreamError, JSONDecodeError) as error:
            detail = f"{type(error).__name__}: {error}"[:500]
            raise ClaudeFailed("broken_off", detail=detail, call=heard.call("error")) from error
        raise AssertionError("the last attempt returns or raises")

    async def _stream(self, request: Request, heard: _Heard, progress: Progress) -> Reply:
        heard.begin()
        async with self._client.messages.stream(**self._parameters(request)) as stream:
            await _listen(stream, heard, progress)
        reason = FAILED_ENDS.get(heard.stop_reason)
        if reason is not None:
            raise ClaudeFailed(reason, call=heard.call(heard.stop_reason or "nothing"))
        if not heard.content():
            raise ClaudeFailed("broken_off", call=heard.call(str(heard.stop_reason)))
        return Reply(heard.content(), str(heard.stop_reason), heard.call(str(heard.stop_reason)))

    def _parameters(self, request: Request) -> dict[str, Any]:
        """`tool_choice` stays at its default: the current models refuse to be forced to a tool."""
        effort = {"output_config": {"effort": EFFORT}} if model_of(self._model).effort else {}
        return {
            "model": self._model,
            "max_tokens": request.max_tokens,
            "system": request.system,
            "messages": request.messages,
            "tools": request.tools,
            "timeout": httpx2.Timeout(request.seconds, connect=min(CONNECT_SECONDS, request.seconds)),
            **effort,
        }


async def _listen(stream: AsyncMessageStream[Any], heard: _Heard, progress: Progress) -> None:
    async for event in stream:
        match event.type:
            case "message_start":
                heard.message = cast(Message, stream.current_message_snapshot)
            case "content_block_start":
                heard.message = cast(Message, stream.current_message_snapshot)
                if event.content_block.type == "tool_use":
                    progress(event.content_block.name)
            case "content_block_delta":
                heard.characters += len(str(getattr(event.delta, "partial_json", getattr(event.delta, "text", ""))))
            case "message_delta":
                heard.message = cast(Message, stream.current_message_snapshot)
                heard.counted = True
            case "message_stop":
                heard.whole = True


class _Heard:
    """What has arrived so far, over all attempts of one question: a broken one is paid for, too."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._started = time.monotonic()
        self._lost: list[tuple[int, int, int, int]] = []
        self.message: Message | None = None
        self.counted = self.whole = False
        self.characters = 0

    def begin(self) -> None:
        """A new attempt."""
        if self.message is not None:
            self._lost.append(self._tokens())
        self.message, self.counted, self.whole, self.characters = None, False, False, 0

    @property
    def stop_reason(self) -> str | None:
        """Why Claude stopped; None when the stream just ended."""
        return self.message.stop_reason if self.message is not None and self.whole else None

    def content(self) -> list[Json]:
        """The blocks as they are sent back."""
        blocks = [_block(block) for block in self.message.content] if self.message else []
        return [block for block in blocks if block["type"] != "text" or block["text"].strip()]  # blank ones are refused

    def call(self, ended: str) -> Call:
        """What all attempts used."""
        fresh, output, read, written = (sum(column) for column in zip(*self._lost, self._tokens(), strict=True))
        model = self.message.model if self.message else self._model
        dollars = model_of(model).dollars(fresh, output, read, written)
        return Call(model, fresh, output, read, written, dollars, time.monotonic() - self._started, ended)

    def _tokens(self) -> tuple[int, int, int, int]:
        if self.message is None:
            return 0, 0, 0, 0
        usage = self.message.usage
        output = usage.output_tokens
        if not self.counted:  # the count comes with the end; until then it is guessed from what was seen
            output = max(output, self.characters // CHARACTERS_A_TOKEN)
        return usage.input_tokens, output, usage.cache_read_input_tokens or 0, usage.cache_creation_input_tokens or 0


def _block(block: Any) -> Json:
    kept: Json = block.model_dump(mode="json", exclude_none=True)
    if block.type == "text":
        return {"type": "text", "text": kept["text"]}
    if block.type == "tool_use":
        return {name: kept[name] for name in ("type", "id", "name", "input")}
    return kept


def _reason(error: anthropic.APIStatusError) -> Reason:
    if error.status_code in STATUSES:
        return STATUSES[error.status_code]
    if error.type == "overloaded_error":
        return "busy"
    return "request" if 400 <= error.status_code < 500 else "away"
