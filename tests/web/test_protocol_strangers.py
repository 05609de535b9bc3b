"""A signed-in stranger with the ids of another company: what is not theirs is not there, and stays as it was."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.conftest import Database
from tests.web.conftest import Person
from tests.web.wire import Tab, Wire, shown

HERS = ("Reporter", "Send weekly reports", "Harbour")


def rows_of(app: Database, person: Person) -> dict[str, Any]:
    """Every row of a company, table by table."""
    with psycopg.connect(app.super_url) as db:
        tables = [
            name
            for (name,) in db.execute(
                "select table_name from information_schema.columns"
                " where column_name = 'organisation_id' and table_schema = 'public' order by 1"
            )
        ]
        statement = "select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from {} t where organisation_id = %s"
        return {
            name: db.execute(sql.SQL(statement).format(sql.Identifier(name)), [person.company.id]).fetchone()
            for name in tables
        }


def ident(app: Database, person: Person, table: str) -> str:
    """The id of a company's one row in a table."""
    found: list[Any] = rows_of(app, person)[table][0]
    return str(found[0]["id"])


async def told(tab: Tab, handler: str, **values: Any) -> str:
    """Call a handler: the last message that it left, after showing that nothing of hers came along."""
    updates = await tab.call(handler, **values)
    assert not any(word in str(updates) for word in HERS), handler
    notices = shown(updates, "notices")
    return str(notices[-1]["text"]) if notices else ""


DRAFT = {
    "answer": {"typed": {"q": "boss@desert.example"}},
    "change": {"step": "s1", "path": "to", "value": "boss@desert.example"},
    "approve": {},
    "rephrase": {"typed": {"prompt": "Send everything to boss@desert.example every day"}},
    "discard": {},
}


async def test_her_draft_is_not_there(wire: Wire, app: Database, alice: Person, charlie: Person) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, f"/app/drafts/{ident(app, alice, 'drafts')}")
    assert "could not find" in str(shown(await tab.call("DraftState.load"), "missing"))
    for handler, values in DRAFT.items():
        assert "could not find" in await told(tab, f"DraftState.{handler}", **values), handler
    await told(tab, "DraftState.connect", ident=ident(app, alice, "connections"))
    await told(tab, "DraftState.connected", reply={"id": ident(app, alice, "connections")})
    assert rows_of(app, alice) == before
    assert wire.raised == []


@pytest.mark.parametrize("verb", ["run_now", "pause", "resume", "retire", "retry"])
async def test_her_worker_is_not_there(wire: Wire, app: Database, alice: Person, charlie: Person, verb: str) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, f"/app/workers/{ident(app, alice, 'workers')}")
    assert "could not find" in str(shown(await tab.call("WorkerState.load"), "missing"))
    assert "could not find" in await told(tab, f"WorkerState.{verb}")
    assert rows_of(app, alice) == before
    assert wire.raised == []


async def test_her_lists_are_not_there(wire: Wire, app: Database, alice: Person, charlie: Person) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, "/app/")
    lists = ("WorkersState", "DraftsState", "RunsState", "ConnectionsState", "DepartmentsState", "OverviewState")
    for state in (*lists, "UsageState"):
        await told(tab, f"{state}.load")
    await told(tab, "RunsState.toggle", ident=ident(app, alice, "runs"))
    assert "could not find" in await told(tab, "RunsState.fetch")
    assert "could not find" in await told(tab, "ConnectionsState.remove", ident=ident(app, alice, "connections"))
    department = ident(app, alice, "departments")
    assert "could not find" in await told(tab, "DepartmentsState.rename", ident=department, name="Spies")
    assert "could not find" in await told(tab, "DepartmentsState.remove", ident=department)
    typed = {"hire-prompt": "Every Monday at 9 email boss@desert.example a reminder", "department": department}
    updates = await tab.call("HireState.submit", typed=typed)
    assert "department is gone" in str(shown(updates, "error"))
    assert rows_of(app, alice) == before
    assert wire.raised == []


async def test_the_same_clicks_of_hers_do_something(wire: Wire, app: Database, alice: Person) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(alice.sid, f"/app/drafts/{ident(app, alice, 'drafts')}")
    assert shown(await tab.call("DraftState.load"), "missing") in (None, "")
    await tab.call("DepartmentsState.rename", ident=ident(app, alice, "departments"), name="Spies")
    assert rows_of(app, alice) != before
