"""Open pages follow their rows only for as long as the person may see them."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import sql

from tests.conftest import Database
from tests.web.conftest import Person
from tests.web.wire import Tab, Wire, shown
from workforce.data import redis
from workforce.services import accounts, changes, sessions

PAGES = {"workers": "WorkerState.load", "drafts": "DraftState.load"}
AWHILE = 3.5  # seconds; a page looks again after two without word


async def opened(wire: Wire, app: Database, person: Person, table: str) -> Tab:
    """A tab on the page of the company's one worker or draft, followed from now on."""
    with psycopg.connect(app.super_url) as db:
        query = sql.SQL("select id from {} where organisation_id = %s").format(sql.Identifier(table))
        (ident,) = db.execute(query, [person.company.id]).fetchone() or ("",)
    if table == "drafts":
        with psycopg.connect(app.super_url) as db:
            db.execute("update drafts set status = 'planning' where id = %s", [ident])
    tab = await wire.open(person.sid, f"/app/{table}/{ident}")
    assert shown(await tab.call(PAGES[table]), table[:-1])["id"] == str(ident)
    await tab.heard(0.3)
    return tab


async def change(app: Database, person: Person, table: str) -> None:
    """Change what the page shows, and say so."""
    column = "name" if table == "workers" else "prompt"
    with psycopg.connect(app.super_url) as db:
        query = sql.SQL("update {} set {} = {} || ' anew' where organisation_id = %s returning id").format(
            sql.Identifier(table), sql.Identifier(column), sql.Identifier(column)
        )
        (ident,) = db.execute(query, [person.company.id]).fetchone() or ("",)
    await changes.publish(person.company.id, f"{table[:-1]}:{ident}")


@pytest.mark.parametrize("table", PAGES)
async def test_what_changes_is_shown(wire: Wire, app: Database, alice: Person, table: str) -> None:
    tab = await opened(wire, app, alice, table)
    await change(app, alice, table)
    assert "anew" in str(await tab.heard(AWHILE))


@pytest.mark.parametrize("table", PAGES)
@pytest.mark.parametrize("end", ["signed out", "every session closed"])
async def test_a_session_that_ended_is_told_nothing_more(
    wire: Wire, app: Database, alice: Person, table: str, end: str
) -> None:
    tab = await opened(wire, app, alice, table)
    if end == "signed out":
        await accounts.sign_out(alice.sid)
    else:
        assert alice.company.admin.user_id
        await sessions.close_all(alice.company.admin.user_id)
    await change(app, alice, table)
    assert await tab.heard(AWHILE) == []
    assert not any("follow" in task.get_name() for task in wire.site.event_processor._tasks.values())


@pytest.mark.parametrize("table", PAGES)
async def test_a_role_that_was_taken_away_is_told_nothing_more(
    wire: Wire, app: Database, alice: Person, table: str
) -> None:
    tab = await opened(wire, app, alice, table)
    assert alice.company.admin.user_id
    await sessions.refresh(alice.company.admin.user_id, role="guest")
    await change(app, alice, table)
    assert await tab.heard(AWHILE) == []


async def test_following_does_not_keep_a_session_from_idling_out(wire: Wire, app: Database, alice: Person) -> None:
    tab = await opened(wire, app, alice, "workers")
    left = await redis.client().pttl(sessions._key(alice.sid))
    await tab.heard(2.5)
    assert await redis.client().pttl(sessions._key(alice.sid)) <= left - 2500
