"""Whatever is sent over the wire by somebody signed in, no handler breaks, and no secret gets into the logs."""

from __future__ import annotations

import inspect
import io
import logging
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.conftest import Database
from tests.web.conftest import Person
from tests.web.test_protocol_strangers import ident
from tests.web.wire import Tab, Wire, shown

NONSENSE: tuple[Any, ...] = (
    None,
    True,
    -1,
    2**70,
    1e308,
    "",
    "x" * 300_000,
    "NUL \0 and half a pair \ud800",
    "' or 1=1 --",
    "00000000-0000-0000-0000-000000000000",
    [],
    [["deep"]],
    {},
    {"__reflex_form_data__": 5},
    {"__reflex_form_data__": [5, [1], ["x"], ["x", "y", "z"]]},
    {"__reflex_form_data__": [["prompt", {"x": None}], ["prompt", "\0"], ["id", []]]},
    {"prompt": {"prompt": None}, "id": ["x"], "hire-prompt": 5, "department": "x", "timezone": {}, "q\0": "\0"},
)
PAGES = ("drafts", "workers")


def fields(fn: Any) -> list[str]:
    """A handler's arguments."""
    return [name for name in inspect.signature(fn).parameters if name != "self"]


async def sane(tab: Tab) -> None:
    """The tab is still answered."""
    assert shown(await tab.call("NoticeState.tell", tone="good", text="Still here"), "notices")
    await tab.call("NoticeState.clear")


@pytest.mark.parametrize("table", PAGES)
async def test_no_arguments_break_a_handler(wire: Wire, app: Database, alice: Person, table: str) -> None:
    tab = await wire.open(alice.sid, f"/app/{table}/{ident(app, alice, table)}")
    for opened in ("DraftState.load", "WorkerState.load", "ConnectState.open", "RunsState.load"):
        await tab.call(opened)
    for name, fn in wire.ours().items():
        for value in NONSENSE if fields(fn) else ():
            await tab.send(name, dict.fromkeys(fields(fn), value))
            assert wire.raised == [], (fn.__qualname__, str(value)[:60])
    await sane(tab)


async def test_no_payload_of_another_shape_breaks_a_handler(wire: Wire, app: Database, alice: Person) -> None:
    tab = await wire.open(alice.sid, f"/app/drafts/{ident(app, alice, 'drafts')}")
    payloads = ({}, {"bogus": 1}, {"self": 1}, {"state": {}}, {"ident": "x", "bogus": 1}, [], "text", 5, None)
    for (name, fn), payload in product(wire.ours().items(), payloads):
        await tab.send(name, payload)
        assert wire.raised == [], (fn.__qualname__, payload)
    await sane(tab)


@pytest.mark.parametrize("address", ["x", "\0", "%00", "x" * 5000, "../..", "00000000-0000-0000-0000-000000000000"])
async def test_no_address_breaks_a_page(wire: Wire, alice: Person, address: str) -> None:
    for place, states in {"drafts": ("DraftState",), "workers": ("WorkerState", "RunsState")}.items():
        tab = await wire.open(alice.sid, f"/app/{place}/{address}")
        for name, fn in wire.ours().items():
            if fn.__qualname__.startswith(states) and not fields(fn):
                await tab.send(name, {})
                assert wire.raised == [], fn.__qualname__


@pytest.fixture
def logged(wire: Wire) -> Iterator[io.StringIO]:
    """What the process writes into its log, as it writes it."""
    written = io.StringIO()
    (handler,) = (one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler)
    before = handler.setStream(written)
    yield written
    handler.setStream(before or handler.stream)


async def test_no_cookie_and_no_password_is_logged(
    wire: Wire, alice: Person, logged: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    tab = await wire.open(alice.sid, "/app/")
    await tab.call("SessionState.greet")
    for event in ("no.such.event", "", 5, None, ["a"], wire.name("DraftState.answer")):
        await tab.send(event, {"password": "hunter2-and-more", "typed": {"password": "hunter2-and-more"}})
    for body in ({}, {"name": "x"}, {"name": "x", "payload": {}, "router_data": {"cookie": "x"}}):
        await tab.say(body)
    await sane(tab)
    text = logged.getvalue() + "".join(capfd.readouterr())
    assert "no.such.event" in text, "an unknown event is worth a line"
    assert alice.sid not in text
    assert "hunter2-and-more" not in text
    assert "page.failed" not in text
