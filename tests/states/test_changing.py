"""The change box, the forecast and the versions, through the pages' states."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.cases import hire, spec, step
from tests.states.conftest import Tab
from tests.states.test_drafting import open_draft
from workforce.data.models import Worker
from workforce.data.postgres import tenant_session
from workforce.services import drafts
from workforce.states import changing as changing_states
from workforce.states import versions as versions_states
from workforce.states.changing import ChangeState
from workforce.states.draft import DraftState
from workforce.states.versions import VersionsState

PROMPT = "Every Monday at 9, fetch https://example.com/sales.json and e-mail the result to boss@example.com"
EVENTS = "When a Stripe payment fails, let AI write a short note and e-mail it to billing@example.com"


async def on_draft(tab: Tab, monkeypatch: pytest.MonkeyPatch, prompt: str = PROMPT) -> tuple[DraftState, ChangeState]:
    draft = await open_draft(tab, prompt)
    monkeypatch.setattr(changing_states, "last_part", lambda _state: draft._ident)
    return draft, await tab.state(ChangeState)


async def test_a_change_waits_until_it_is_taken(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    draft, change = await on_draft(tab, monkeypatch)
    before = draft.plan.digest
    await tab.call(ChangeState, "propose", {"change": "make it daily at 7"})
    assert (change.proposal.state, change.busy, change.error) == ("ready", False, "")
    assert [row.text for row in change.proposal.changes] == [
        "Runs every day at 07:00 instead of every Monday at 09:00: 7 × as often."
    ]
    assert draft.plan.digest == before
    await tab.call(ChangeState, "accept")
    assert draft.plan.schedule_words == "Every day at 07:00"
    assert change.proposal.state == ""


async def test_what_is_not_understood_is_said_beside_the_box(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    _, change = await on_draft(tab, monkeypatch)
    await tab.call(ChangeState, "propose", {"change": "make it prettier"})
    assert "not understood" in change.error and change.proposal.state == ""
    await tab.call(ChangeState, "propose", {"change": "call it Numbers"})
    await tab.call(ChangeState, "drop")
    assert (change.error, change.proposal.state) == ("", "")


async def test_the_forecast_is_in_words_and_follows_the_person(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    _, change = await on_draft(tab, monkeypatch, EVENTS)
    assert change.forecast.runs == "About 100 runs a month (25 to 400)"
    assert change.forecast.included == "500 are included in Starter"
    assert change.forecast.cost.startswith("About $0.") and "gpt-5-mini" in change.forecast.hint
    await tab.call(ChangeState, "expect", "2,000")
    assert change.forecast.over and change.forecast.events == "2000"
    await tab.call(ChangeState, "expect", "many")
    assert any("whole number" in text for text in await tab.told())


async def worker_of(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> str:
    mail = step("email_send.send", "Write", fromEmail="a@b.example", toEmail="boss@b.example", subject="s")
    ident = await hire(tab.actor, spec(mail))
    async with tenant_session(tab.actor) as session:
        row = await session.get(Worker, ident)
        assert row is not None
        row.status = "live"
    monkeypatch.setattr(versions_states, "last_part", lambda _state: str(ident))
    return str(ident)


async def test_a_worker_is_changed_by_a_draft(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = await worker_of(tab, monkeypatch)
    await tab.call(VersionsState, "change", {"change": "paint it blue"})
    state = await tab.state(VersionsState)
    assert "not understood" in state.error and not state.busy
    events: list[Any] = await tab.call(VersionsState, "change", {"change": "also send it to cfo@b.example"})
    assert any("/app/drafts/" in str(event) for event in events)
    made = next(one for one in await drafts.list_drafts(tab.actor) if str(one.changes_worker) == worker)
    draft = await tab.state(DraftState)
    draft._ident = str(made.id)
    await draft._look(tab.actor)
    change = await tab.state(ChangeState)
    assert change.worker_id == worker
    assert [row.text for row in change.diff] == ["Now also e-mails cfo@b.example."]


async def test_versions_are_listed(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    await worker_of(tab, monkeypatch)
    await tab.call(VersionsState, "load")
    rows = (await tab.state(VersionsState)).rows
    assert [(row.number, row.current, row.changes) for row in rows] == [(1, True, [])]
