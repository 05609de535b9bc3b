"""Leaving a page while it is loading leaves nothing behind that the next page of the tab has to wait for."""

from __future__ import annotations

import asyncio

from reflex.state import State
from reflex_base.constants import CompileVars
from reflex_base.utils.format import format_event_handler

from tests.web.conftest import Person
from tests.web.wire import Tab, Wire
from workforce.data import redis
from workforce.states.locks import TidyStates

LOADING = format_event_handler(State.event_handlers[CompileVars.HYDRATE_AND_LOAD])
MOMENTS = 60  # tries, each half a millisecond later than the one before


async def leave_while_loading(tab: Tab, after: float) -> None:
    """Begin to load the overview, and close the page in the middle."""
    await tab.begin(LOADING)
    await asyncio.sleep(after)
    await tab.close()


async def test_no_lock_is_left_behind(wire: Wire, alice: Person) -> None:
    assert isinstance(wire.site.state_manager, TidyStates)
    left: list[float] = []
    for moment in range(MOMENTS):
        tab = await wire.open(alice.sid, "/app/")
        await leave_while_loading(tab, moment / 2000)
        await wire.idle()
        await asyncio.sleep(0.02)
        if await redis.client().exists(f"{tab.token}_lock"):
            left.append(moment / 2)
    assert left == [], "milliseconds after which leaving left the tab locked"
