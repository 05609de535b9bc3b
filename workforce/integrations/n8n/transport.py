"""How requests travel to n8n: what is retried, and every failure translated once."""

from __future__ import annotations

import asyncio
import random
from http import HTTPStatus
from typing import Any

import httpx

from workforce.core.errors import EngineKeyRefused, EngineRefused, EngineUnavailable, NotFound

ATTEMPTS = 4
TIMEOUT = httpx.Timeout(20.0, connect=3.0)
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# 500 is among them: n8n gives it when two of its own steps collide, and works a moment later.
AWAY = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}


async def send(client: httpx.AsyncClient, method: str, url: str, *, repeatable: bool, **request: Any) -> httpx.Response:
    """One request, tried again with jittered waits where that cannot do a thing twice.

    repeatable: the same request may reach n8n twice. If not, only what was surely not worked on (no connection
    came about, or 429) is tried again.
    """
    for attempt in range(1, ATTEMPTS + 1):
        last = attempt == ATTEMPTS
        try:
            response = await client.request(method, url, **request)
        except httpx.UnsupportedProtocol:
            raise
        except httpx.TransportError as error:
            if last or not (repeatable or isinstance(error, NEVER_SENT)):
                raise EngineUnavailable(detail=f"{method} {url}: {type(error).__name__} {error}") from error
        else:
            again = response.status_code in AWAY and (
                repeatable or response.status_code == HTTPStatus.TOO_MANY_REQUESTS
            )
            if last or not again:
                return response
        await asyncio.sleep(0.15 * 2**attempt * (0.5 + random.random()))  # noqa: S311 - jitter, no secret
    raise AssertionError("the last attempt returns or raises")


def judge(response: httpx.Response) -> Any:
    """The JSON of a good answer; else the error that says what is wrong."""
    message = message_of(response)
    detail = f"{response.request.method} {response.request.url.path}: {response.status_code} {message}"
    if response.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise EngineKeyRefused(detail=detail)
    if response.status_code == HTTPStatus.NOT_FOUND and _is_json(response):
        raise NotFound(detail=detail)
    if response.status_code in AWAY:
        raise EngineUnavailable(detail=detail)
    if response.is_error and _is_json(response):
        raise EngineRefused(f"The automation engine (n8n) refused this: {_plain(message)}", detail=detail)
    if not _is_json(response):
        raise EngineRefused(
            "What answers at the engine's address is not n8n. Check the address under Engines.", detail=detail
        )
    return response.json()


def message_of(response: httpx.Response) -> str:
    """What n8n said, at most 600 characters."""
    try:
        answer = response.json()
    except ValueError:
        return response.text[:200]
    return str(answer.get("message", answer) if isinstance(answer, dict) else answer)[:600]


def _plain(message: str) -> str:
    """n8n's message on one line, with a full stop."""
    line = " ".join(message.split())
    return line if line.endswith(".") else f"{line}."


def _is_json(response: httpx.Response) -> bool:
    return "json" in response.headers.get("content-type", "")
