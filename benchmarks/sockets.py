"""A page's websocket without the page: speaks the event protocol, measures round trips from click to update."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect


@dataclass(frozen=True, slots=True)
class Load:
    """How many sessions send one event each second for how many seconds, and which event."""

    url: str
    event: str
    sessions: int
    seconds: float
    payload: dict[str, Any]
    path: str = "/"
    cookie: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """Round trips in milliseconds."""

    count: int
    p50: float
    p95: float


class Tab:
    """One open tab."""

    def __init__(self, socket: ClientConnection, load: Load) -> None:
        self._socket, self._load = socket, load

    @classmethod
    async def open(cls, load: Load) -> Tab:
        """Connect, join the event namespace and let the state be made."""
        address = load.url.replace("http", "ws", 1) + f"/_event/?EIO=4&transport=websocket&token={uuid4()}"
        headers = {"cookie": load.cookie} if load.cookie else {}
        socket = await connect(address, origin=load.url, additional_headers=headers, max_size=None)  # type: ignore[arg-type]
        await socket.recv()
        await socket.send("40/_event,")
        tab = cls(socket, load)
        await tab.event("reflex___state____state.hydrate", {})
        return tab

    async def event(self, name: str, payload: dict[str, Any]) -> float:
        """Send one event and wait for its first update; milliseconds."""
        body = {
            "name": name,
            "payload": payload,
            "router_data": {"pathname": self._load.path, "asPath": self._load.path},
        }
        started = time.perf_counter()
        await self._socket.send("42/_event," + json.dumps(["event", body]))
        while True:
            text = str(await self._socket.recv())
            if text == "2":
                await self._socket.send("3")
            elif text.startswith("42/_event,"):
                return (time.perf_counter() - started) * 1000

    async def click_for(self, delay: float) -> list[float]:
        """One click a second, starting after `delay`, for the load's time."""
        await asyncio.sleep(delay)
        times: list[float] = []
        end = time.perf_counter() + self._load.seconds
        while time.perf_counter() < end:
            took = await self.event(self._load.event, self._load.payload)
            times.append(took)
            await asyncio.sleep(max(0.0, 1 - took / 1000))
        return times

    async def close(self) -> None:
        """Close the tab."""
        await self._socket.close()


async def measure(load: Load) -> Times:
    """Open all tabs, click at a steady rate spread over each second, and sum up."""
    tabs = [await Tab.open(load) for _ in range(load.sessions)]
    try:
        rounds = await asyncio.gather(*(tab.click_for(number / load.sessions) for number, tab in enumerate(tabs)))
    finally:
        await asyncio.gather(*(tab.close() for tab in tabs))
    times = sorted(took for round_ in rounds for took in round_[1:])
    return Times(len(times), statistics.median(times), times[int(len(times) * 0.95)])
