"""From the box to a plan that can be approved, through the page's states."""

from __future__ import annotations

from uuid import uuid4

from tests.states.conftest import Tab
from workforce.services import drafts
from workforce.services.drafting import perform_planning
from workforce.states.draft import DraftState
from workforce.states.drafts import DraftsState
from workforce.states.hire import BOX, HireState
from workforce.states.prompt import PromptState

PROMPT = "Every Monday at 9, fetch https://example.com/sales.json and send the result by e-mail"


async def open_draft(tab: Tab, prompt: str = PROMPT) -> DraftState:
    """A planned draft on screen."""
    assert tab.actor.organisation_id
    ident = await drafts.start(tab.actor, prompt)
    await perform_planning(tab.actor.organisation_id, ident, "test")
    state = await tab.state(DraftState)
    state._ident = str(ident)
    await state._look(tab.actor)
    return state


async def test_nothing_typed_says_what_to_do(tab: Tab) -> None:
    await tab.call(HireState, "submit", {BOX: "   "})
    state = await tab.state(HireState)
    assert "Tell us in a sentence" in state.error
    assert not state.busy


async def test_too_much_typed_is_kept(tab: Tab) -> None:
    text = "report " * 3_000
    await tab.call(HireState, "submit", {BOX: text})
    assert "20,000" in (await tab.state(HireState)).error
    assert (await tab.state(PromptState)).text == text[:20_000]


async def test_a_prompt_becomes_a_draft_and_leaves_the_box(tab: Tab) -> None:
    events = await tab.call(HireState, "submit", {BOX: PROMPT})
    assert any("/app/drafts/" in str(event) for event in events)
    assert (await tab.state(PromptState)).text == ""
    await tab.call(DraftsState, "load")
    assert [row.status for row in (await tab.state(DraftsState)).rows] == ["planning"]


async def test_a_plan_is_shown_with_what_is_open(tab: Tab) -> None:
    state = await open_draft(tab)
    assert state.draft.status == "planned"
    assert state.plan.sentences
    assert state.plan.schedule_words == "Every Monday at 09:00"
    assert len(state.plan.next_runs) == 3
    assert [stage.state for stage in state.stages] == ["done"] * 4
    assert state.questions
    assert "question" in state.blocked


async def test_a_wrong_answer_stays_in_its_field_with_what_is_wrong(tab: Tab) -> None:
    state = await open_draft(tab)
    key = next(row.key for row in state.questions if row.kind == "email")
    await tab.call(DraftState, "answer", {key: "nobody"})
    row = next(row for row in state.questions if row.key == key)
    assert row.value == "nobody"
    assert row.error


async def test_answers_lead_to_the_missing_connection(tab: Tab) -> None:
    state = await open_draft(tab)
    for _ in range(3):
        given = {row.key: "boss@example.com" for row in state.questions if row.kind == "email"}
        if given:
            await tab.call(DraftState, "answer", given)
    assert state.questions == []
    assert state.needs
    assert state.blocked.startswith("Connect ")


async def test_a_value_is_changed_in_place(tab: Tab) -> None:
    state = await open_draft(tab)
    field = next(row for row in state.fields if row.value == "https://example.com/sales.json")
    before = state.plan.digest
    await tab.call(DraftState, "change", field.step, field.path, "https://example.com/orders.json")
    assert any(row.value == "https://example.com/orders.json" for row in state.fields)
    assert state.plan.digest != before


async def test_approving_too_early_says_why(tab: Tab) -> None:
    await open_draft(tab)
    assert await tab.call(DraftState, "approve") == []
    assert any("answer" in text.lower() for text in await tab.told())


async def test_a_strangers_draft_is_not_there(tab: Tab) -> None:
    state = await tab.state(DraftState)
    for ident in (str(uuid4()), "nonsense"):
        state._ident, state.missing = ident, ""
        assert not await state._look(tab.actor)
        assert "could not find" in state.missing


async def test_discarding_leads_back(tab: Tab) -> None:
    state = await open_draft(tab)
    events = await tab.call(DraftState, "discard")
    assert "/app/hire" in str(events)
    await state._look(tab.actor)
    assert state.draft.status == "discarded"


async def test_other_workers_of_a_prompt_are_offered_and_planned(tab: Tab) -> None:
    second = "When a Stripe payment fails, tell #finance on Slack"
    state = await open_draft(tab, f"Every day at 9 mail the open HubSpot deals to a@acme.example. {second}.")
    assert state.draft.other_jobs == ["Stripe payment fails → Slack"]
    await tab.call(DraftState, "plan_other_jobs")
    prompts = [draft.prompt for draft in await drafts.list_drafts(tab.actor)]
    assert second in prompts
