"""The pages' websocket without pages or sockets: the real application in this process, spoken to in its own words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import reflex as rx
from starlette.types import ASGIApp

from workforce.core import cookies
from workforce.states.requires import PUBLIC, needed_role
from workforce.states.session import SessionState

ORIGIN = "http://localhost:8000"
PATIENCE = 20.0  # seconds; what takes longer hangs
BRIEF = 0.3  # seconds; longer than the door takes to refuse
Handler = Callable[..., Any]


class Refused(Exception):
    """The socket was not accepted."""


class Wire:
    """The running application. raised: what handlers let out, in order."""

    def __init__(self, site: rx.App, asgi: ASGIApp) -> None:
        self.site, self.asgi = site, asgi
        self.raised: list[Exception] = []
        self._tabs: list[Tab] = []

    def handlers(self) -> dict[str, Handler]:
        """Everything that a client can call, by the name it is called by."""
        found = self.site._registration_context.event_handlers
        return {name: registered.handler.fn for name, registered in found.items()}

    def ours(self, *, public: bool = True) -> dict[str, Handler]:
        """The product's own handlers, with or without those that are open to everybody."""
        return {
            name: fn
            for name, fn in self.handlers().items()
            if fn.__module__.startswith("workforce.") and (public or needed_role(fn) != PUBLIC)
        }

    def name(self, handler: str) -> str:
        """`DraftState.load` as the protocol spells it."""
        return next(name for name, fn in self.handlers().items() if fn.__qualname__ == handler)

    async def open(self, sid: str = "", path: str = "/", token: str = "", origin: str = ORIGIN) -> Tab:
        """A new tab (or the tab of `token`) with the session cookie of `sid`. Raises `Refused`."""
        tab = Tab(self, path, token or str(uuid4()))
        await tab._connect(sid, origin)
        self._tabs.append(tab)
        return tab

    async def quiet(self, token: str) -> None:
        """Wait until nothing that this tab asked for is under way, background work aside."""
        at_work = self.site.event_processor
        await until(lambda: not at_work._queue._unfinished_tasks and token not in at_work._token_queues)  # type: ignore[union-attr]

    async def begun(self, token: str, event: object) -> None:
        """Give a background event, which no queue holds up, the time in which the door would refuse it."""
        mine = f"reflex_event|{event}|{token}|"
        tasks = [task for task in self.site.event_processor._tasks.values() if task.get_name().startswith(mine)]
        if tasks:
            await asyncio.wait(tasks, timeout=BRIEF)

    async def idle(self) -> None:
        """Wait until nothing at all is under way."""
        await until(lambda: not self.site.event_processor._tasks)

    async def rest(self) -> None:
        """Close all tabs and end what works in the background."""
        for tab in self._tabs:
            await tab.close()
        self._tabs.clear()
        for task in list(self.site.event_processor._tasks.values()):
            task.cancel()
        await asyncio.sleep(0.05)

    def _note(self, error: Exception) -> Any:
        self.raised.append(error)
        return self._answer(error)  # type: ignore[operator]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Wire]:
        """Start and stop the application as a server does."""
        heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        life = asyncio.create_task(self.asgi({"type": "lifespan", "asgi": {"version": "3.0"}}, heard.get, said.put))  # type: ignore[arg-type]
        await heard.put({"type": "lifespan.startup"})
        assert (await said.get())["type"] == "lifespan.startup.complete"
        processor = self.site.event_processor
        self._answer, processor.backend_exception_handler = processor.backend_exception_handler, self._note
        try:
            yield self
        finally:
            await heard.put({"type": "lifespan.shutdown"})
            await asyncio.wait_for(life, PATIENCE)


class Tab:
    """One open tab."""

    def __init__(self, wire: Wire, path: str, token: str) -> None:
        self.wire, self.path, self.token = wire, path, token
        self._to: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._from: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def call(self, handler: str, **values: Any) -> list[dict[str, Any]]:
        """Call one of our handlers (`DraftState.load`): the updates that came of it, in order."""
        return await self.send(self.wire.name(handler), values)

    async def send(self, event: Any, payload: Any) -> list[dict[str, Any]]:
        """Send any event; the updates that came of it."""
        routed = {"pathname": self.path, "asPath": self.path}
        return await self.say({"name": event, "payload": payload, "router_data": routed})

    async def begin(self, event: str) -> None:
        """Send an event and wait for nothing."""
        routed = {"pathname": self.path, "asPath": self.path}
        body = {"name": event, "payload": {}, "router_data": routed}
        await self._text("42/_event," + json.dumps(["event", body]))

    async def say(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Send anything as an event's body; the updates that came of it."""
        await self._text("42/_event," + json.dumps(["event", body]))
        updates = await self._until_pong()
        await self.wire.quiet(self.token)
        await self.wire.begun(self.token, body.get("name"))
        return updates + await self._until_pong()

    async def heard(self, seconds: float) -> list[dict[str, Any]]:
        """The updates that come unasked within some seconds."""
        await asyncio.sleep(seconds)
        return await self._until_pong()

    async def close(self) -> None:
        """Close the tab, and wait until the server has taken leave of it."""
        if self._task.done():
            return
        await self._to.put({"type": "websocket.disconnect", "code": 1001})
        await asyncio.wait_for(asyncio.gather(self._task, return_exceptions=True), PATIENCE)
        await until(lambda: self.token not in self.wire.site.event_namespace.token_to_sid)

    async def _connect(self, sid: str, origin: str) -> None:
        headers = {"host": "localhost:8000", "origin": origin, "upgrade": "websocket", "connection": "upgrade"}
        if sid:
            headers["cookie"] = f"{cookies.session_name()}={sid}"
        scope = {
            "type": "websocket",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": "/_event/",
            "raw_path": b"/_event/",
            "root_path": "",
            "query_string": urlencode({"EIO": 4, "transport": "websocket", "token": self.token}).encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("192.0.2.7", 4711),
            "server": ("localhost", 8000),
            "subprotocols": [],
        }
        self._task = asyncio.create_task(self.wire.asgi(scope, self._to.get, self._from.put))  # type: ignore[arg-type]
        await self._to.put({"type": "websocket.connect"})
        first = await asyncio.wait_for(self._from.get(), PATIENCE)
        if first["type"] != "websocket.accept":
            raise Refused(first)
        await self._next()  # the transport's own greeting
        await self._text("40/_event,")
        while not (text := await self._next()).startswith("40/_event,"):
            if text.startswith("42/_event,") and '"new_token"' in text:
                self.token = json.loads(text.partition(",")[2])[1]

    async def _text(self, text: str) -> None:
        await self._to.put({"type": "websocket.receive", "text": text})

    async def _next(self) -> str:
        while True:
            message = await asyncio.wait_for(self._from.get(), PATIENCE)
            if message["type"] != "websocket.send":
                raise Refused(message)
            text = str(message.get("text") or "")
            if text != "2":
                return text
            await self._text("3")

    async def _until_pong(self) -> list[dict[str, Any]]:
        """The server answers in order: what comes before the answer to a ping was said before it."""
        await self._text('42/_event,["ping"]')
        updates: list[dict[str, Any]] = []
        while True:
            text = await self._next()
            if not text.startswith("42/_event,"):
                continue
            name, *rest = json.loads(text.partition(",")[2])
            if name == "ping":
                return updates
            if name == "event":
                updates.append(rest[0])


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that tells nobody when it happens."""
    async with asyncio.timeout(PATIENCE):
        while not reached():  # noqa: ASYNC110 - it has no event to wait for
            await asyncio.sleep(0.002)


def deltas(updates: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What changed on the page, by state and variable."""
    changed: dict[str, dict[str, Any]] = {}
    for update in updates:
        for state, variables in (update.get("delta") or {}).items():
            changed.setdefault(state, {}).update(variables)
    return changed


def shown(updates: list[dict[str, Any]], variable: str) -> Any:
    """The last value of a variable (`DraftState`'s `missing`) that came with the updates; None when it did not."""
    found = [
        value
        for variables in deltas(updates).values()
        for name, value in variables.items()
        if name.partition("_rx_state_")[0] == variable
    ]
    return found[-1] if found else None


def sent_away(updates: list[dict[str, Any]]) -> str:
    """Where the tab was sent, when that is all that happened to it; empty when more was said, or nothing."""
    told = deltas(updates)
    addresses = told.pop(SessionState.get_full_name(), {})
    address = addresses.pop("leave_to_rx_state_", "")
    rest: list[Mapping[str, Any]] = [update for update in updates if update.get("events")]
    return "" if told or addresses or rest else str(address)
