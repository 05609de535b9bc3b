"""Who gets past the door of the pages' events, asked over the wire as a stranger's program would."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from tests.web.conftest import Person
from tests.web.wire import Refused, Wire, sent_away, shown
from workforce.services import accounts


def harmless(fn: Any) -> dict[str, Any]:
    """Arguments of the right shape for a handler."""
    kinds = {"str": "x", "int": 1, "dict[str, Any]": {}}
    return {name: kinds[p.annotation] for name, p in inspect.signature(fn).parameters.items() if name != "self"}


async def test_a_person_is_let_in(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/workers")
    assert shown(await tab.call("SessionState.greet"), "signed_in") is True
    rows = shown(await tab.call("WorkersState.load"), "rows")
    assert [row["name"] for row in rows] == ["Reporter"]
    assert wire.raised == []


async def test_a_guest_is_sent_to_sign_in_by_every_handler(wire: Wire) -> None:
    tab = await wire.open(path="/app/workers")
    for name, fn in wire.ours(public=False).items():
        assert sent_away(await tab.send(name, harmless(fn))) == "/sign-in?next=/app/workers", name
    assert wire.raised == []
