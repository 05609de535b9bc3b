"""Who gets past the door of the pages' events, asked over the wire as a stranger's program would."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from tests.web.conftest import Person
from tests.web.wire import Refused, Wire, deltas, sent_away, shown
from workforce.services import accounts, sessions
from workforce.states.prompt import PromptState


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


async def test_what_is_open_to_guests_shows_nothing_of_a_company(wire: Wire, alice: Person) -> None:
    tab = await wire.open(path="/app/workers")
    for name, fn in wire.ours().items():
        if name not in wire.ours(public=False):
            updates = await tab.send(name, harmless(fn))
            assert "Harbour" not in str(updates) and "Reporter" not in str(updates), name
    assert wire.raised == []


@pytest.mark.parametrize("signed_in", [False, True])
async def test_variables_are_not_set_from_outside(wire: Wire, alice: Person, signed_in: bool) -> None:
    tab = await wire.open(alice.sid if signed_in else "", "/app/")
    await tab.call("SessionState.greet")
    setters = [name for name in wire.handlers() if name.endswith(".setvar")]
    assert len(setters) > 10
    for name in setters:
        for variable in ("company", "_sid", "_actor", "leave_to", "rows", "missing", "_ident"):
            updates = await tab.send(name, {"var_name": variable, "value": "Evil"})
            assert updates == [] or sent_away(updates), name
    assert "Evil" not in str(await tab.call("SessionState.greet"))
    assert wire.raised == []


async def test_the_browsers_store_reaches_no_variable_but_its_own(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/")
    await tab.call("SessionState.greet")
    store = "reflex___state____update_vars_internal_state.update_vars_internal"
    name = next(name for name in wire.handlers() if name.endswith("." + store))
    session = wire.name("SessionState.greet").rpartition(".")[0]
    for variable in ("company", "role", "_sid", "leave_to"):
        for spelling in (variable, f"{variable}_rx_state_"):
            await tab.send(name, {"vars": {f"{session}.{spelling}": "Evil"}})
    await tab.send(name, {"vars": {f"{PromptState.get_full_name()}.text_rx_state_": "Mail me"}})
    assert "Mail me" in str(await tab.call("HireState.load")), "what was typed is the browser's to keep"
    everything = await tab.send("reflex___state____state.hydrate", {})
    assert deltas(everything)[session]["company_rx_state_"] == "Harbour"
    assert "Evil" not in str(everything)


@pytest.mark.parametrize("thief", ["nobody", "charlie", "a made-up cookie"])
async def test_a_stolen_tab_is_worth_nothing(wire: Wire, alice: Person, charlie: Person, thief: str) -> None:
    sid = {"nobody": "", "charlie": charlie.sid}.get(thief, "x" * 43)
    hers = await wire.open(alice.sid, "/app/workers")
    assert shown(await hers.call("WorkersState.load"), "rows")
    await hers.close()

    stolen = await wire.open(sid, "/app/workers", token=hers.token)
    assert stolen.token == hers.token
    for name, fn in {**wire.ours(), **framework(wire)}.items():
        assert sent_away(await stolen.send(name, harmless(fn))), name
    await stolen.close()

    again = await wire.open(alice.sid, "/app/workers", token=hers.token)
    assert shown(await again.call("WorkersState.load"), "rows"), "the tab is still hers"
    assert wire.raised == []


def framework(wire: Wire) -> dict[str, Any]:
    """Reflex's own handlers, without those whose arguments are none of a person's."""
    return {
        name: fn for name, fn in wire.handlers().items() if name.rsplit(".", 1)[-1] in ("hydrate", "on_load_internal")
    }


async def test_a_tab_taken_over_while_it_is_open_gets_a_name_of_its_own(
    wire: Wire, alice: Person, charlie: Person
) -> None:
    hers = await wire.open(alice.sid, "/app/workers")
    await hers.call("WorkersState.load")
    other = await wire.open(charlie.sid, "/app/workers", token=hers.token)
    assert other.token != hers.token
    assert shown(await other.call("WorkersState.load"), "rows") in (None, [])


async def test_signing_out_ends_open_tabs_with_the_next_click(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/workers")
    await tab.call("WorkersState.load")
    await accounts.sign_out(alice.sid)
    for name, fn in wire.ours().items():
        assert sent_away(await tab.send(name, harmless(fn))) == "/sign-in?next=/app/workers", name
    await tab.close()
    again = await wire.open(alice.sid, "/app/workers", token=tab.token)
    assert sent_away(await again.call("WorkersState.load"))
    assert wire.raised == []


async def test_a_session_that_redis_lost_is_over(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/workers")
    await tab.call("WorkersState.load")
    assert alice.company.admin.user_id is not None
    await sessions.close_all(alice.company.admin.user_id)
    assert sent_away(await tab.call("DepartmentsState.add", typed={"department-name": "Spies"}))


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:8000.evil.example", "null"])
async def test_pages_of_others_get_no_socket(wire: Wire, alice: Person, origin: str) -> None:
    with pytest.raises(Refused):
        await wire.open(alice.sid, origin=origin)


async def test_an_example_goes_into_the_box(wire: Wire, alice: Person) -> None:
    tab = await wire.open(alice.sid, "/app/hire")
    assert "Mail me" in str(await tab.call("HireState.use", text="Mail me"))
    assert "Mail me" in str(await tab.call("HireState.load")), "and stays there after a reload"
    assert wire.raised == []
