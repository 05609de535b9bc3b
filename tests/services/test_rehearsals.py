"""Rehearsals of drafts: asked for once, kept as they go, and the gate that only a passed one opens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text

from tests.services.conftest import Cast, rehearsed
from tests.services.test_drafts import PROMPT, SALES, jobs_of, planned
from tests.stack import point_settings_at
from workforce.api import build
from workforce.core import cookies
from workforce.core.actor import Actor, Role
from workforce.core.errors import Conflict, InvalidInput, NotAllowed, NotFound, StageUnavailable
from workforce.data.postgres import tenant_session
from workforce.integrations.rehearsal import PerformanceRecord, Play, StepRecord
from workforce.services import accounts, drafts, rehearsals
from workforce.services.records import DraftFacts
from workforce.services.rehearsing import rehearse


class Actors:
    """A stage on which every play ends the same way."""

    def __init__(self, record: PerformanceRecord) -> None:
        self.record, self.plays = record, list[Play]()

    async def check(self) -> None: ...

    @asynccontextmanager
    async def turn(self, owner: str, *, patience: float = 120.0) -> AsyncIterator[Actors]:
        yield self

    async def perform(self, play: Play) -> PerformanceRecord:
        self.plays.append(play)
        names = [node["name"] for node in play.workflow["nodes"]]
        return replace(self.record, steps=[StepRecord(name, 1, 1) for name in names])


GOOD = PerformanceRecord("success", seconds=0.2)
BAD = PerformanceRecord("error", error="no such channel", failed_step="Tell", seconds=0.2)


@pytest.fixture
async def with_a_stage() -> AsyncIterator[None]:
    """The platform believes that it has a stage; the tests bring their own."""
    async with point_settings_at(REHEARSAL_SOCKET="/nowhere/stage.sock"):
        yield


async def perform(actor: Actor, draft: DraftFacts, record: PerformanceRecord) -> rehearsals.RehearsalFacts:
    """The draft's last rehearsal, acted."""
    seen = await rehearsals.latest(actor, draft.id)
    assert seen
    assert actor.organisation_id
    await rehearsals.perform(actor.organisation_id, seen.id, "test", Actors(record))
    done = await rehearsals.latest(actor, draft.id)
    assert done
    return done


async def test_a_complete_plan_is_rehearsed_by_itself(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    seen = await rehearsals.latest(cast.alice, draft.id)
    assert seen
    assert (seen.state, seen.current) == ("waiting", True)
    assert [name for name, _ in await jobs_of(cast.alice)].count("rehearse_draft") == 1
    await rehearsals.request(cast.alice, draft.id)
    assert [name for name, _ in await jobs_of(cast.alice)].count("rehearse_draft") == 1, "asking again changes nothing"


async def test_an_open_question_comes_first(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, SALES)
    assert await rehearsals.latest(cast.alice, draft.id) is None
    with pytest.raises(InvalidInput, match="answer is still missing"):
        await rehearsals.request(cast.alice, draft.id)


async def test_a_passed_rehearsal_opens_the_gate(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    with pytest.raises(Conflict, match="still under way"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest)
    done = await perform(cast.alice, draft, GOOD)
    assert (done.state, done.verdict) == ("done", "passed")
    assert done.report
    assert done.report.digest == draft.plan.digest
    assert await drafts.approve(cast.alice, draft.id, draft.plan.digest)


async def test_a_failed_one_wants_an_administrators_reason_and_it_is_kept(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    assert (await perform(cast.alice, draft, BAD)).verdict == "failed"
    manager = replace(cast.alice, role=Role.MANAGER)
    with pytest.raises(InvalidInput, match="did not pass"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest)
    with pytest.raises(NotAllowed, match="Only an administrator"):
        await drafts.approve(manager, draft.id, draft.plan.digest, "It works, I promise")
    with pytest.raises(InvalidInput, match="in a few words"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest, "ok")
    await drafts.approve(cast.alice, draft.id, draft.plan.digest, "The channel is made tomorrow")
    async with tenant_session(cast.alice) as session:
        kept = await session.scalar(text("select after from audit_entries where verb = 'draft.approved_unrehearsed'"))
    assert kept == {"reason": "The channel is made tomorrow", "rehearsal": "failed"}


async def test_a_changed_plan_needs_its_own_rehearsal(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    await perform(cast.alice, draft, GOOD)
    field = next(field for field in draft.plan.fields if field.kind == "url")
    changed = await drafts.edit(cast.alice, draft.id, field.step, field.path, "https://hooks.harbour.example/other")
    assert changed.plan
    with pytest.raises(Conflict, match="still under way"):
        await drafts.approve(cast.alice, draft.id, changed.plan.digest)


async def test_without_a_stage_it_says_so(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    assert await rehearsals.latest(cast.alice, draft.id) is None
    with pytest.raises(Conflict, match="has not been rehearsed yet"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest)
    with pytest.raises(StageUnavailable, match="make up"):
        await rehearsals.request(cast.alice, draft.id)


async def test_acting_twice_acts_once_and_giving_up_is_told(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    done = await perform(cast.alice, draft, GOOD)
    again = Actors(BAD)
    assert cast.alice.organisation_id
    await rehearsals.perform(cast.alice.organisation_id, done.id, "test", again)
    assert again.plays == []
    await rehearsals.give_up(cast.alice.organisation_id, done.id, "test", StageUnavailable())
    assert (await rehearsals.latest(cast.alice, draft.id)) == done
    fresh = await rehearsals.request(cast.alice, draft.id)
    await rehearsals.give_up(cast.alice.organisation_id, fresh.id, "test", StageUnavailable())
    told = await rehearsals.latest(cast.alice, draft.id)
    assert told
    assert (told.state, told.reason) == ("failed", StageUnavailable.sentence)


async def test_a_persons_scenario_is_played_with_the_others(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    body = {
        "name": "hook is down",
        "services": [{"match": "hooks.harbour", "status": 500}],
        "expect": {"status": "success"},
    }
    await rehearsals.add_scenario(cast.alice, draft.id, body)
    await rehearsals.add_scenario(cast.alice, draft.id, {**body, "deliveries": 1})
    assert [one["name"] for one in await rehearsals.scenarios(cast.alice, draft.id)] == ["hook is down"]
    done = await perform(cast.alice, draft, GOOD)
    assert done.report
    assert "hook is down" in [scenario.name for scenario in done.report.scenarios]
    with pytest.raises(InvalidInput, match="is not a part of a scenario"):
        await rehearsals.add_scenario(cast.alice, draft.id, {"name": "x", "nonsense": 1})
    await rehearsals.remove_scenario(cast.alice, draft.id, "hook is down")
    assert await rehearsals.scenarios(cast.alice, draft.id) == []


Verb = Callable[[Actor, UUID], Awaitable[object]]
VERBS: dict[str, Verb] = {
    "request": rehearsals.request,
    "latest": rehearsals.latest,
    "add_scenario": lambda actor, ident: rehearsals.add_scenario(actor, ident, {"name": "x"}),
    "scenarios": rehearsals.scenarios,
    "remove_scenario": lambda actor, ident: rehearsals.remove_scenario(actor, ident, "mine"),
}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_stranger_finds_nothing(cast: Cast, verb: str, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    await rehearsals.add_scenario(cast.alice, draft.id, {"name": "mine"})
    for ident in (draft.id, uuid4()):
        with pytest.raises(NotFound):
            await VERBS[verb](cast.charlie, ident)
    assert [one["name"] for one in await rehearsals.scenarios(cast.alice, draft.id)] == ["mine"]


async def test_a_job_for_another_company_finds_nothing(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    seen = await rehearsals.latest(cast.alice, draft.id)
    assert seen
    assert cast.charlie.organisation_id
    await rehearsals.perform(cast.charlie.organisation_id, seen.id, "test", Actors(GOOD))
    assert (await rehearsals.latest(cast.alice, draft.id)) == seen


async def test_good_and_bad_rows_count_for_their_digest_only(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.plan
    await rehearsed(cast.alice, draft, "inconclusive")
    with pytest.raises(InvalidInput, match="did not pass"):
        await drafts.approve(cast.alice, draft.id, draft.plan.digest)
    await rehearsed(cast.alice, draft)
    assert await drafts.approve(cast.alice, draft.id, draft.plan.digest)


async def test_the_report_is_its_companys_alone(cast: Cast, with_a_stage: None) -> None:
    draft = await planned(cast.alice, PROMPT)
    await perform(cast.alice, draft, GOOD)
    transport = httpx.ASGITransport(app=build())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        address = f"/api/drafts/{draft.id}/rehearsal"
        assert (await http.get(f"{address}.html")).status_code == 401
        for who, status in (("charlie@desert.example", 404), ("alice@harbour.example", 200)):
            sid = await accounts.sign_in(who, "correct horse battery", "127.0.0.1")
            for form in ("html", "json"):
                answer = await http.get(f"{address}.{form}", headers={"cookie": f"{cookies.session_name()}={sid}"})
                assert answer.status_code == status
            assert (
                await http.get(f"{address}.exe", headers={"cookie": f"{cookies.session_name()}={sid}"})
            ).status_code == 404
    assert answer.json()["verdict"] == "passed"


async def test_a_rehearsal_whose_process_died_is_acted_again(cast: Cast, with_a_stage: None) -> None:
    """A killed process leaves it `acting` with part of a report; the job comes back and starts from the curtain."""

    class Dying(Actors):
        async def perform(self, play: Play) -> PerformanceRecord:
            if self.plays:
                raise asyncio.CancelledError
            return await super().perform(play)

    draft = await planned(cast.alice, PROMPT)
    await rehearsals.add_scenario(cast.alice, draft.id, {"name": "a second one"})
    seen = await rehearsals.latest(cast.alice, draft.id)
    assert seen
    assert cast.alice.organisation_id
    with pytest.raises(asyncio.CancelledError):
        await rehearsals.perform(cast.alice.organisation_id, seen.id, "test", Dying(GOOD))
    half = await rehearsals.latest(cast.alice, draft.id)
    assert half
    assert (half.state, half.verdict) == ("acting", "")
    assert half.report
    assert len(half.report.scenarios) == 1
    done = await perform(cast.alice, draft, GOOD)
    assert (done.id, done.verdict) == (seen.id, "passed")


async def test_what_is_no_workflow_is_refused_before_the_stage(catalogue: Path) -> None:
    for broken in ({"nodes": [1]}, {"nodes": [{"name": "a"}]}, {"nodes": [], "connections": []}):
        with pytest.raises(InvalidInput, match="no workflow that n8n could read"):
            await rehearse(Actors(GOOD), "somebody", broken)
