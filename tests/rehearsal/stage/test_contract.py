"""The real stage and its double keep the same promises."""

from __future__ import annotations

import asyncio

import pytest

from tests.rehearsal.stage.plays import get, play
from workforce.core.errors import StageUnavailable
from workforce.integrations.rehearsal import InMemoryStage, Stage, StageClient


@pytest.fixture(params=["real", "double"])
def either(request: pytest.FixtureRequest) -> Stage:
    """One, then the other."""
    if request.param == "double":
        return InMemoryStage()
    return StageClient(request.getfixturevalue("rehearsal_socket"))


async def test_it_answers_and_plays(either: Stage) -> None:
    await either.check()
    async with either.turn("a") as turn:
        seen = await turn.perform(play(get("Fine", "https://fine.example.org/")))
    assert (seen.status, seen.fault) == ("success", "")


async def test_one_at_a_time(either: Stage) -> None:
    at_work: list[str] = []

    async def hold(owner: str) -> None:
        async with either.turn(owner):
            at_work.append(owner)
            assert at_work == [owner]
            await asyncio.sleep(0.1)
            at_work.remove(owner)

    await asyncio.gather(*(hold(owner) for owner in "abcd"))


async def test_whoever_is_not_patient_is_told_so(either: Stage) -> None:
    async with either.turn("a"):
        with pytest.raises(StageUnavailable, match="busy"):
            async with either.turn("b", patience=0.2):
                pass


async def test_a_stage_that_is_away_says_so(tmp_path) -> None:
    double = InMemoryStage()
    double.away = True
    for away in (StageClient(str(tmp_path / "nowhere.sock")), double):
        with pytest.raises(StageUnavailable, match="does not answer"):
            await away.check()
        with pytest.raises(StageUnavailable):
            async with away.turn("a"):
                pass
