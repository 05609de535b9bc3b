"""Workflows that never end, that are too big, and an engine that dies: a reason each time, and the next play works."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import httpx
import psutil
import pytest

from tests.rehearsal.stage.plays import calls_of, code, get, node, play
from workforce.integrations.rehearsal import PerformanceRecord, Turn
from workforce.integrations.rehearsal.client import StageClient
from workforce.local.stack import Stack

FINE = play(get("Fine", "https://fine.example.org/"))


async def works(turn: Turn) -> PerformanceRecord:
    seen = await turn.perform(FINE)
    assert seen.status == "success", seen
    return seen


def engine_process(stack: Stack) -> psutil.Process:
    """The n8n of the stage."""
    told = (stack.places.pids / "rehearsal.json").read_text()
    stage = psutil.Process(int(told.split('"pid": ')[1].split(",")[0]))
    return next(one for one in stage.children() if any("n8n" in part for part in one.cmdline()))


async def test_a_wait_without_end_is_stopped_at_the_limit(turn: Turn) -> None:
    rules = [{"match": "slow", "delay": 50}]
    seen = await turn.perform(play(get("Slow", "https://slow.example.org/"), rules=rules, seconds=3))
    assert seen.status == "timeout" and "3 seconds" in seen.error and not seen.fault
    assert calls_of(seen, "") or seen.calls
    assert seen.seconds < 12
    await works(turn)


async def test_a_step_that_never_ends_is_stopped_at_the_limit(turn: Turn) -> None:
    seen = await turn.perform(play(code("Spin", "while (true) {}"), seconds=3))
    assert seen.status == "timeout", seen
    await works(turn)


async def test_an_expression_that_blocks_the_engine_is_ended_with_it(turn: Turn) -> None:
    numbers = "[...Array(4000).keys()]"
    endless = f"={{{{ {numbers}.map((a) => {numbers}.map((b) => a * b % 7).sort().join('')).length }}}}"
    step = node("Think", "set", 3.4, {"mode": "raw", "jsonOutput": endless, "options": {}})
    seen = await turn.perform(play(step, seconds=2))
    assert seen.status in ("timeout", "error") and seen.error and not seen.fault, seen
    await works(turn)


async def test_a_loop_without_end(turn: Turn) -> None:
    loop = play(code("Again", "return [{ json: {} }];"), seconds=3)
    again = {"main": [[{"node": "Again", "type": "main", "index": 0}]]}
    loop.workflow["connections"]["Again"] = again
    seen = await turn.perform(loop)
    assert seen.status == "timeout", seen
    await works(turn)


async def test_a_hundred_thousand_items(turn: Turn) -> None:
    many = code("Many", "return [...Array(100000).keys()].map((n) => ({ json: { n, name: `customer ${n}` } }));")
    seen = await turn.perform(play(many, seconds=25))
    assert seen.status == "success", seen
    assert seen.steps[-1].items_out == 100_000 and len(seen.steps[-1].sample) == 3


async def test_a_body_of_fifty_megabytes_is_counted(turn: Turn) -> None:
    fat = code("Fat", "return [{ json: { text: 'x'.repeat(50 * 1024 * 1024) } }];")
    send = node("Send", "httpRequest", 4.2, {
        "method": "POST", "url": "https://sink.example.org/", "sendBody": True, "specifyBody": "json",
        "jsonBody": "={{ JSON.stringify($json) }}", "options": {},
    })  # fmt: skip
    seen = await turn.perform(play(fat, send, seconds=30))
    assert seen.error or seen.status == "success", seen
    for call in calls_of(seen, "Send"):
        assert call.body["bytes"] > 50 * 1024 * 1024 and len(call.body["shortened"]) <= 2_000
    await works(turn)


async def test_more_data_than_there_is_room_for(turn: Turn) -> None:
    grow = "let all = []; for (let i = 0; i < 40; i++) all.push({ json: { t: 'x'.repeat(4e6) + i } }); return all;"
    steps = [code(f"Grow {n}", grow) for n in range(1)]
    copies = [node(f"Copy {n}", "set", 3.4, {"mode": "manual", "includeOtherFields": True, "assignments": {
        "assignments": [{"id": "a", "name": f"c{n}", "type": "string", "value": "={{ $json.t + $json.t + 'a' }}"}]},
        "options": {}}) for n in range(8)]  # fmt: skip
    seen = await turn.perform(play(*steps, *copies, seconds=30))
    assert seen.status in ("error", "timeout") and (seen.error or seen.fault), seen
    await works(turn)


async def test_the_engine_killed_in_the_middle(turn: Turn, stack: Stack) -> None:
    await works(turn)
    slow = play(get("Slow", "https://slow.example.org/"), rules=[{"match": "slow", "delay": 4}])
    acting = asyncio.ensure_future(turn.perform(slow))
    await asyncio.sleep(1.5)
    engine_process(stack).send_signal(signal.SIGKILL)
    seen = await acting
    assert seen.fault and seen.status != "success"
    await works(turn)


def test_only_our_own_user_may_enter(rehearsal_socket: str) -> None:
    assert Path(rehearsal_socket).stat().st_mode & 0o077 == 0


async def test_a_holder_that_dies_gives_the_stage_back(stage: StageClient, rehearsal_socket: str) -> None:
    transport = httpx.AsyncHTTPTransport(uds=rehearsal_socket)
    async with httpx.AsyncClient(base_url="http://stage", transport=transport) as silent:
        await silent.post("/turns", json={"owner": "gone"})
    began = time.monotonic()
    async with stage.turn("next", patience=60) as ours:
        await works(ours)
    assert time.monotonic() - began < 45


@pytest.mark.parametrize("count", [20])
async def test_twenty_at_once_simply_queue(stage: StageClient, count: int) -> None:
    async def one(number: int) -> PerformanceRecord:
        async with stage.turn(f"company {number % 4}") as ours:
            return await ours.perform(play(get("Fine", f"https://fine-{number}.example.org/")))

    seen = await asyncio.gather(*(one(number) for number in range(count)))
    for number, performance in enumerate(seen):
        assert [call.url for call in performance.calls] == [f"https://fine-{number}.example.org/"]
        assert performance.status == "success"
