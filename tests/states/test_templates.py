"""The gallery: by department, by words, and from a card to a draft."""

from __future__ import annotations

from tests.states.conftest import Tab
from workforce.services import drafts, templates
from workforce.states.templates import FIRST, TemplatesState
from workforce.workflow.templates import TEMPLATES


async def opened(tab: Tab) -> TemplatesState:
    await templates.ensure_shared(TEMPLATES)
    await tab.call(TemplatesState, "load")
    return await tab.state(TemplatesState)


async def test_departments_and_words_narrow_it_down(tab: Tab) -> None:
    state = await opened(tab)
    assert len(state.departments) == 10
    assert (len(state.rows), state.more) == (FIRST, len(TEMPLATES) - FIRST)
    await tab.call(TemplatesState, "choose", "Finance")
    assert {row.department for row in state.rows} == {"Finance"} and state.more == 0
    await tab.call(TemplatesState, "search", "stripe PAYMENT")
    assert [row.name for row in state.rows] == ["Failed payments"]
    await tab.call(TemplatesState, "search", "")
    await tab.call(TemplatesState, "choose", "Finance")
    await tab.call(TemplatesState, "show_more")
    assert (len(state.rows), state.more) == (len(TEMPLATES), 0)


async def test_a_card_becomes_a_draft(tab: Tab) -> None:
    state = await opened(tab)
    events = await tab.call(TemplatesState, "start", state.rows[0].id)
    assert any("/app/drafts/" in str(event) for event in events)
    assert state.starting == ""
    assert [draft.starts_from for draft in await drafts.list_drafts(tab.actor)] == [state.rows[0].name]


async def test_what_is_no_template_is_said(tab: Tab) -> None:
    await opened(tab)
    for ident in ("nonsense", "01a20f2b-b513-7a93-9352-be80890aba37"):
        await tab.call(TemplatesState, "start", ident)
    assert any("find" in text for text in await tab.told())
    assert await drafts.list_drafts(tab.actor) == []
