"""Changes in words: proposed, shown, taken or put away; on a worker by a draft; a stranger sees none of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import pytest

from tests.engine.cases import NOTE, hire, spec, step
from tests.services.conftest import Cast
from tests.services.test_drafts import jobs_of, planned
from workforce.core.actor import Actor
from workforce.core.errors import Conflict, InvalidInput, NotFound
from workforce.data.models import Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.services import changing, drafts, versions
from workforce.services.records import DraftFacts, DraftStatus
from workforce.workflow.spec import WorkerSpec

PROMPT = "Every Monday at 9 read https://api.harbour.example/sales and e-mail it to boss@harbour.example"
MAIL = step("email_send.send", "Write", fromEmail="a@b.example", toEmail="boss@b.example", subject="s")


async def draft_of(cast: Cast) -> DraftFacts:
    return await planned(cast.alice, PROMPT)


async def live(actor: Actor, made: WorkerSpec) -> UUID:
    """A worker that counts as live, without an engine."""
    ident = await hire(actor, made)
    async with tenant_session(actor) as session:
        row = await session.get(Worker, ident)
        assert row is not None
        row.status = "live"
    return ident


async def test_a_change_is_shown_before_it_is_taken(cast: Cast) -> None:
    draft = await draft_of(cast)
    proposed = await changing.propose(cast.alice, draft.id, "also send it to finance@harbour.example")
    assert proposed.plan == draft.plan
    assert proposed.proposal and proposed.proposal.diff
    assert proposed.proposal.diff.sentences == ["Now also e-mails finance@harbour.example."]
    taken = await changing.accept(cast.alice, draft.id)
    assert taken.proposal is None and taken.plan
    assert "finance@harbour.example" in " ".join(sentence.text for sentence in taken.plan.sentences)


async def test_a_change_that_is_put_away_leaves_no_trace(cast: Cast) -> None:
    draft = await draft_of(cast)
    await changing.propose(cast.alice, draft.id, "make it daily at 7")
    for _ in range(2):
        dropped = await changing.drop(cast.alice, draft.id)
        assert (dropped.proposal, dropped.plan) == (None, draft.plan)
    with pytest.raises(Conflict, match="no change waiting"):
        await changing.accept(cast.alice, draft.id)


async def test_a_change_of_another_plan_is_not_taken(cast: Cast) -> None:
    draft = await draft_of(cast)
    assert draft.plan
    await changing.propose(cast.alice, draft.id, "make it daily at 7")
    field = next(field for field in draft.plan.fields if field.kind == "url")
    await drafts.edit(cast.alice, draft.id, field.step, field.path, "https://api.harbour.example/orders")
    with pytest.raises(Conflict):
        await changing.accept(cast.alice, draft.id)


@pytest.mark.parametrize("sentence", ["", "make it prettier", "x" * 3_000, "call it \x00"])
async def test_what_is_not_understood_says_so_and_changes_nothing(cast: Cast, sentence: str) -> None:
    draft = await draft_of(cast)
    with pytest.raises(InvalidInput) as caught:
        await changing.propose(cast.alice, draft.id, sentence)
    assert caught.value.field == "change"
    assert (await drafts.get(cast.alice, draft.id)).proposal is None


async def test_the_forecast_follows_what_a_person_expects(cast: Cast) -> None:
    draft = await planned(cast.alice, "When a Stripe payment fails, send an e-mail to billing@harbour.example")
    assert draft.forecast and draft.forecast.forecast.events == 100
    assert (draft.forecast.tier, draft.forecast.runs_included) == ("Starter", 500)
    said = await changing.expect(cast.alice, draft.id, 2_000)
    assert said.forecast and said.forecast.forecast.runs.likely == 2_000
    with pytest.raises(InvalidInput):
        await changing.expect(cast.alice, draft.id, -1)
    again = await changing.expect(cast.alice, draft.id, None)
    assert again.forecast and again.forecast.forecast.events == 100


# --- workers ----------------------------------------------------------------------------------------------


async def test_a_worker_changes_by_a_draft_that_shows_the_difference(cast: Cast) -> None:
    worker = await live(cast.alice, spec(MAIL))
    ident = await changing.change_worker(cast.alice, worker, "make it daily at 7")
    draft = await drafts.get(cast.alice, ident)
    assert (draft.status, draft.changes_worker) == (DraftStatus.PLANNED, worker)
    assert draft.diff and draft.diff.sentences == [
        "Runs every day at 07:00 instead of every Monday at 09:00: 7 × as often."
    ]
    async with tenant_session(cast.alice) as session:
        row = await session.get(Worker, worker)
        assert row and (row.status, row.current_version) == ("live", 1)


async def test_a_change_that_nobody_understands_makes_no_draft(cast: Cast) -> None:
    worker = await live(cast.alice, spec(MAIL))
    with pytest.raises(InvalidInput, match="not understood"):
        await changing.change_worker(cast.alice, worker, "make it prettier")
    assert all(draft.changes_worker is None for draft in await drafts.list_drafts(cast.alice))


async def test_one_that_is_being_deployed_cannot_be_changed(cast: Cast) -> None:
    worker = await hire(cast.alice, spec(MAIL))
    with pytest.raises(Conflict, match="deploying"):
        await changing.change_worker(cast.alice, worker, "make it daily at 7")


async def test_going_back_is_a_new_version_and_a_deployment(cast: Cast) -> None:
    worker = await live(cast.alice, spec(NOTE))
    async with tenant_session(cast.alice) as session:
        row = await session.get(Worker, worker)
        assert row is not None
        two = spec(NOTE, name="Evening check")
        session.add(
            WorkerVersion(
                organisation_id=row.organisation_id,
                worker_id=worker,
                number=2,
                spec=two.model_dump(mode="json"),
                spec_digest=two.digest(),
            )
        )
        row.current_version = 2
    with pytest.raises(Conflict, match="at work already"):
        await versions.roll_back(cast.alice, worker, 2)
    with pytest.raises(NotFound):
        await versions.roll_back(cast.alice, worker, 9)
    assert await versions.roll_back(cast.alice, worker, 1) == 3
    listed = await versions.list_versions(cast.alice, worker)
    assert [(one.number, one.current, one.note) for one in listed] == [
        (3, True, "As version 1"),
        (2, False, ""),
        (1, False, ""),
    ]
    assert listed[0].diff and listed[0].diff.sentences == ["Is called “Morning check” now, not “Evening check”."]
    assert [name for name, _ in await jobs_of(cast.alice)] == ["deploy_worker"]


async def test_a_change_that_changes_nothing_is_not_approved(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    async def pass_by(*_given: object) -> None:
        return None

    monkeypatch.setattr("workforce.services.rehearsals.admit", pass_by)
    worker = await live(cast.alice, spec(NOTE))
    ident = await changing.change_worker(cast.alice, worker, "call it Evening check")
    await changing.propose(cast.alice, ident, "call it Morning check")
    back = await changing.accept(cast.alice, ident)
    assert back.plan and back.diff is not None and not back.diff
    with pytest.raises(InvalidInput, match="Nothing is different"):
        await drafts.approve(cast.alice, ident, back.plan.digest)


# --- strangers --------------------------------------------------------------------------------------------

Verb = Callable[[Actor, UUID], Awaitable[object]]
ON_DRAFTS: dict[str, Verb] = {
    "propose": lambda actor, ident: changing.propose(actor, ident, "make it daily at 7"),
    "accept": changing.accept,
    "drop": changing.drop,
    "expect": lambda actor, ident: changing.expect(actor, ident, 5),
}
ON_WORKERS: dict[str, Verb] = {
    "change": lambda actor, ident: changing.change_worker(actor, ident, "make it daily at 7"),
    "list": versions.list_versions,
    "roll back": lambda actor, ident: versions.roll_back(actor, ident, 1),
}


@pytest.mark.parametrize("verb", ON_DRAFTS)
async def test_a_stranger_finds_no_draft_to_change(cast: Cast, verb: str) -> None:
    draft = await draft_of(cast)
    proposed = await changing.propose(cast.alice, draft.id, "also send it to finance@harbour.example")
    for ident in (draft.id, uuid4()):
        with pytest.raises(NotFound):
            await ON_DRAFTS[verb](cast.charlie, ident)
    assert await drafts.get(cast.alice, draft.id) == proposed


@pytest.mark.parametrize("verb", ON_WORKERS)
async def test_a_stranger_finds_no_worker_to_change(cast: Cast, verb: str) -> None:
    worker = await live(cast.alice, spec(MAIL))
    for ident in (worker, uuid4()):
        with pytest.raises(NotFound):
            await ON_WORKERS[verb](cast.charlie, ident)
    assert len(await versions.list_versions(cast.alice, worker)) == 1
    assert await drafts.list_drafts(cast.charlie) == []
