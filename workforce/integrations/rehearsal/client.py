"""The real client of the stage: JSON over HTTP over its unix socket."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

import httpx
import orjson

from workforce.core.errors import StageRefused, StageUnavailable
from workforce.integrations.rehearsal.contract import CallRecord, PerformanceRecord, Play, StepRecord

QUICK = httpx.Timeout(20.0, connect=3.0)
ENGINE_START_SECONDS = 180.0


class StageClient:
    """One stage. socket: the path of its door."""

    def __init__(self, socket: str) -> None:
        self._socket = socket

    async def check(self) -> None:
        """Return when the stage answers, also while its engine is still starting."""
        async with self._http() as http:
            await _asked(http, "GET", "/health")

    @contextlib.asynccontextmanager
    async def turn(self, owner: str, *, patience: float = 120.0) -> AsyncIterator[StageTurn]:
        """Wait for the stage and have it until the end of the block."""
        async with self._http() as http:
            joined = await _asked(http, "POST", "/turns", {"owner": owner})
            address = f"/turns/{joined['turn']}"
            try:
                await _wait(http, address, patience)
                yield StageTurn(http, address)
            finally:
                with contextlib.suppress(StageUnavailable, StageRefused):
                    await asyncio.shield(_asked(http, "DELETE", address))

    def _http(self) -> httpx.AsyncClient:
        transport = httpx.AsyncHTTPTransport(uds=self._socket)
        return httpx.AsyncClient(base_url="http://stage", transport=transport, timeout=QUICK)


class StageTurn:
    """The stage while it is ours."""

    def __init__(self, http: httpx.AsyncClient, address: str) -> None:
        self._http, self._address = http, address

    async def perform(self, play: Play) -> PerformanceRecord:
        """Act a play to its end or its time limit."""
        limit = httpx.Timeout(play.seconds * 2 + ENGINE_START_SECONDS + 60, connect=3.0)
        answer = await _asked(self._http, "POST", f"{self._address}/plays", asdict(play), limit)
        return read_performance(answer)


def read_performance(answer: dict[str, Any]) -> PerformanceRecord:
    """The record from the stage's JSON."""
    steps = [StepRecord(**step) for step in answer.pop("steps")]
    calls = [CallRecord(**call) for call in answer.pop("calls")]
    return PerformanceRecord(steps=steps, calls=calls, **answer)


async def _wait(http: httpx.AsyncClient, address: str, patience: float) -> None:
    until = time.monotonic() + patience
    while not (state := await _asked(http, "GET", address))["granted"]:
        if time.monotonic() > until:
            raise StageUnavailable(
                f"The rehearsal engine is busy: {state['ahead']} rehearsals are before this one. Try again in a minute."
            )


async def _asked(
    http: httpx.AsyncClient, method: str, path: str, body: Any = None, limit: httpx.Timeout = QUICK
) -> dict[str, Any]:
    """The stage's answer, or what its refusal means."""
    content = None if body is None else orjson.dumps(body, default=str)
    try:
        answer = await http.request(method, path, content=content, timeout=limit)
    except httpx.HTTPError as error:
        raise StageUnavailable(detail=f"{method} {path}: {type(error).__name__} {error}") from error
    if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
        raise StageUnavailable("Too many rehearsals are waiting. Try again in a few minutes.")
    if answer.status_code in (httpx.codes.NOT_FOUND, httpx.codes.CONFLICT):
        raise StageUnavailable("The rehearsal was interrupted. Start it once more.", detail=f"{method} {path}")
    read: dict[str, Any] = orjson.loads(answer.content)
    if answer.is_error:
        raise StageRefused(str(read.get("error") or "") or None, detail=f"{method} {path}: {answer.status_code}")
    return read
