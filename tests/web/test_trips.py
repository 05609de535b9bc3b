"""How often a click asks the stores: round trips are what a click costs when many pages are open."""

from __future__ import annotations

from reflex.istate.manager.redis import StateManagerRedis

from tests.web.conftest import Person
from tests.web.wire import Wire, shown
from workforce.data import redis
from workforce.states.session import SessionState


async def commands() -> dict[str, int]:
    """How often each command was given to Redis so far, those of this question aside."""
    kept = await redis.client().info("commandstats")
    return {name.removeprefix("cmdstat_"): row["calls"] for name, row in kept.items()}


async def test_a_click_asks_redis_five_times(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/departments")
    await tab.call("DepartmentsState.load")
    before = await commands()
    assert shown(await tab.call("DepartmentsState.load"), "rows")
    after = await commands()
    asked = {name: after[name] - before.get(name, 0) for name in ("getex", "mget", "eval", "getdel")}
    assert asked == {"getex": 1, "mget": 1, "eval": 1, "getdel": 1}, "and the lock, by `set`"


def test_whoever_clicks_is_fetched_with_the_event(wire: Wire) -> None:
    manager = wire.site.state_manager
    assert isinstance(manager, StateManagerRedis)
    for state in wire.site._state.get_substates():  # type: ignore[union-attr]
        assert SessionState in manager._get_required_state_classes(state), state
