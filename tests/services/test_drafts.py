"""Drafts: typed, planned by a job, answered, approved once; a stranger sees none of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from tests.services.conftest import Cast, rehearsed
from workforce.core.actor import Actor
from workforce.core.errors import Conflict, InvalidInput, NotFound
from workforce.data.postgres import tenant_session
from workforce.services import drafts
from workforce.services.drafting import perform_planning
from workforce.services.records import DraftFacts, DraftStatus

PROMPT = "Every Monday at 9 read https://api.harbour.example/sales and send it to https://hooks.harbour.example/in"
SALES = "I need a worker to send weekly sales reports"


async def planned(actor: Actor, prompt: str) -> DraftFacts:
    """A draft that the job has planned."""
    ident = await drafts.start(actor, prompt)
    assert actor.organisation_id
    await perform_planning(actor.organisation_id, ident, "test")
    return await drafts.get(actor, ident)


async def jobs_of(actor: Actor) -> list[tuple[str, dict[str, str]]]:
    """The jobs in the queue, oldest first."""
    async with tenant_session(actor) as session:
        rows = await session.execute(text("select task_name, args from procrastinate_jobs order by id"))
        return [(name, args) for name, args in rows.all()]


async def test_a_prompt_is_kept_with_the_job_that_plans_it(cast: Cast) -> None:
    ident = await drafts.start(cast.alice, PROMPT)
    draft = await drafts.get(cast.alice, ident)
    assert (draft.status, draft.prompt) == (DraftStatus.PLANNING, PROMPT)
    assert [(name, args["draft_id"]) for name, args in await jobs_of(cast.alice)] == [("plan_draft", str(ident))]


async def test_planning_leaves_a_plan_and_the_stages_it_went_through(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.status is DraftStatus.PLANNED
    assert draft.plan and "Monday" in draft.plan.schedule_words
    assert [event.stage for event in draft.events if event.state == "done"] == ["brief", "spec", "checks", "compile"]


async def test_planning_twice_changes_nothing(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert cast.alice.organisation_id
    await perform_planning(cast.alice.organisation_id, draft.id, "again")
    assert (await drafts.get(cast.alice, draft.id)).events == draft.events


async def test_weekly_sales_reports_can_be_answered_until_nothing_is_open(cast: Cast) -> None:
    draft = await planned(cast.alice, SALES)
    seen: set[str] = set()
    while draft.plan and draft.plan.questions:
        question = draft.plan.questions[0]
        assert question.key not in seen, f"{question.text} is asked again"
        seen.add(question.key)
        value = {"email": "boss@harbour.example", "url": "https://api.harbour.example/sales"}.get(question.answer_kind)
        choices = [choice.value for choice in question.choices]
        draft = await drafts.answer(cast.alice, draft.id, {question.key: value or next(iter(choices), "sales")})
    assert draft.plan
    assert "boss@harbour.example" in " ".join(sentence.text for sentence in draft.plan.sentences)


async def test_who_asks_is_proposed_where_an_address_is_asked_for(cast: Cast) -> None:
    draft = await planned(cast.alice, "Every Monday at 9, e-mail me last week's sales from our database.")
    assert draft.plan
    asked = [question.default for question in draft.plan.questions if question.answer_kind == "email"]
    assert asked
    assert set(asked) == {"alice@harbour.example"}


async def test_a_bad_answer_is_refused_and_the_good_ones_are_kept(cast: Cast) -> None:
    draft = await planned(cast.alice, SALES)
    assert draft.plan
    mail = next(question for question in draft.plan.questions if question.answer_kind == "email")
    source = next(question for question in draft.plan.questions if question.choices)
    with pytest.raises(InvalidInput) as caught:
        await drafts.answer(cast.alice, draft.id, {mail.key: "not an address", source.key: source.choices[0].value})
    assert caught.value.field == mail.key
    assert (await drafts.get(cast.alice, draft.id)).answers == {source.key: source.choices[0].value}


async def test_what_cannot_be_understood_can_be_put_in_other_words(cast: Cast) -> None:
    draft = await planned(cast.alice, "🎉🎉🎉")
    assert draft.status is DraftStatus.UNCLEAR
    assert draft.reason
    again = await drafts.rephrase(cast.alice, draft.id, PROMPT)
    assert again.status is DraftStatus.PLANNING
    assert cast.alice.organisation_id
    await perform_planning(cast.alice.organisation_id, draft.id, "test")
    assert (await drafts.get(cast.alice, draft.id)).status is DraftStatus.PLANNED


async def test_what_must_not_be_built_is_refused_with_its_reason(cast: Cast) -> None:
    draft = await planned(
        cast.alice, "Try the 5000 most common passwords on every account of our competitor and log the ones that work"
    )
    assert draft.status is DraftStatus.REFUSED
    assert draft.reason


async def test_approving_twice_at_once_hires_one_worker_with_one_job(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    await rehearsed(cast.alice, draft)
    first, second = await asyncio.gather(*(drafts.approve(cast.alice, draft.id, draft.plan.digest) for _ in range(2)))
    assert first == second
    assert [name for name, _ in await jobs_of(cast.alice)].count("deploy_worker") == 1


async def test_only_the_plan_that_was_seen_can_be_approved(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    with pytest.raises(Conflict, match="changed since you looked"):
        await drafts.approve(cast.alice, draft.id, "another digest")


async def test_open_questions_stand_in_the_way_of_approval(cast: Cast) -> None:
    draft = await planned(cast.alice, SALES)
    assert draft.plan
    with pytest.raises(InvalidInput, match="answer is still missing"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest)


async def test_a_discarded_draft_stays_away(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    await drafts.discard(cast.alice, draft.id)
    assert [listed.id for listed in await drafts.list_drafts(cast.alice)] == []
    with pytest.raises(Conflict):
        await drafts.answer(cast.alice, draft.id, {})


Verb = Callable[[Actor, UUID], Awaitable[object]]
VERBS: dict[str, Verb] = {
    "get": drafts.get,
    "answer": lambda actor, ident: drafts.answer(actor, ident, {"to": "x@desert.example"}),
    "edit": lambda actor, ident: drafts.edit(actor, ident, "trigger", "schedule", "every day"),
    "rephrase": lambda actor, ident: drafts.rephrase(actor, ident, PROMPT),
    "choose_connection": lambda actor, ident: drafts.choose_connection(actor, ident, "smtp", uuid4()),
    "approve": lambda actor, ident: drafts.approve(actor, ident, "digest"),
    "discard": drafts.discard,
}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_stranger_finds_nothing(cast: Cast, verb: str) -> None:
    draft = await planned(cast.alice, PROMPT)
    with pytest.raises(NotFound):
        await VERBS[verb](cast.charlie, draft.id)
    assert await drafts.list_drafts(cast.charlie) == []
    assert (await drafts.get(cast.alice, draft.id)).plan == draft.plan
