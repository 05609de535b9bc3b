"""A play on the stage against the same workflow's bare execution on n8n, in one run: `python -m benchmarks.rehearsals`.

Beside a running `make up`. Then twelve scenarios in one turn, and twenty turns at once with the memory that they take.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import statistics
import time
from typing import Any
from uuid import uuid4

import httpx
import psutil

from workforce.core.settings import get_settings
from workforce.integrations.n8n import N8nClient
from workforce.integrations.rehearsal import Play, StageClient
from workforce.local.places import Places
from workforce.local.process import recorded
from workforce.local.stack import Stack
from workforce.services.in_n8n import wait_until_listening

ROUNDS, SCENARIOS, AT_ONCE = 15, 12, 20
ITEMS = [{"id": 1, "name": "Ada", "amount": 12.5}]
SHOP = "https://shop.example.org"


def step(name: str, kind: str, version: float, **parameters: Any) -> dict[str, Any]:
    """One node."""
    base = {"id": str(uuid4()), "name": name, "position": [0, 0], "parameters": parameters}
    return base | {"type": f"n8n-nodes-base.{kind}", "typeVersion": version}


def workflow(path: str, shop: str, mode: str) -> dict[str, Any]:
    """A start and five steps: read, choose, shape, write, report."""
    always = {"id": "a", "leftValue": 1, "rightValue": 1, "operator": {"type": "number", "operation": "equals"}}
    choose = {"conditions": [always], "combinator": "and", "options": {"typeValidation": "loose", "version": 2}}
    kept = {"assignments": [{"id": "n", "name": "told", "type": "string", "value": "={{ $json.name }}"}]}
    said = {"sendBody": True, "specifyBody": "json", "jsonBody": "={{ JSON.stringify($json) }}", "options": {}}
    row = [
        step("Start", "webhook", 2, httpMethod="POST", path=path, responseMode=mode, options={}) | {"webhookId": path},
        step("Read", "httpRequest", 4.2, url=f"{shop}/orders", options={}),
        step("Choose", "filter", 2.2, conditions=choose, options={}),
        step("Shape", "set", 3.4, mode="manual", includeOtherFields=True, assignments=kept, options={}),
        step("Write", "httpRequest", 4.2, method="POST", url=f"{shop}/rows", **said),
        step("Report", "httpRequest", 4.2, method="POST", url=f"{shop}/reports", **said),
    ]
    arrows = itertools.pairwise(row)
    connections = {a["name"]: {"main": [[{"node": b["name"], "type": "main", "index": 0}]]} for a, b in arrows}
    return {"name": f"bench {path}", "nodes": row, "connections": connections, "settings": {"executionOrder": "v1"}}


def play() -> Play:
    """That workflow as a play. Its shop is simulated."""
    path = f"bench-{uuid4().hex[:12]}"
    rules = [{"match": "^GET ", "body": ITEMS}, {"match": "^POST ", "body": {"ok": True}}]
    return Play(workflow=workflow(path, SHOP, "onReceived"), path=path, trigger=ITEMS, rules=rules)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A shop of our own for the bare execution: the same answers, at once."""
    while line := await reader.readline():
        length = 0
        while (header := await reader.readline()).strip():
            name, _, value = header.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        await reader.readexactly(length)
        body = json.dumps(ITEMS if line.startswith(b"GET") else {"ok": True}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
    writer.close()


async def compare(stage: StageClient) -> None:
    """Take turns, so that a noisy machine is noisy for both."""
    settings = get_settings()
    engine = N8nClient(settings.n8n_base_url, settings.n8n_api_key.get_secret_value())
    shop = await asyncio.start_server(answer, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{shop.sockets[0].getsockname()[1]}"
    path = f"bench-{uuid4().hex[:12]}"
    made = await engine.create_workflow(workflow(path, address, "lastNode"))
    bare, acted, work = [], [], play()
    try:
        await engine.publish(made.id)
        await wait_until_listening(engine, path)
        async with stage.turn("benchmark") as turn, httpx.AsyncClient(base_url=settings.n8n_base_url) as client:
            await turn.perform(work)  # published once a turn
            for _ in range(ROUNDS):
                began = time.perf_counter()
                (await client.post(f"/webhook/{path}", json={"items": ITEMS})).raise_for_status()
                bare.append(time.perf_counter() - began)
                began = time.perf_counter()
                seen = await turn.perform(work)
                acted.append(time.perf_counter() - began)
                if seen.status != "success" or len(seen.calls) != 3:
                    raise SystemExit(f"The play of this benchmark should succeed with three calls: {seen}")
    finally:
        await engine.delete_workflow(made.id)
        await engine.aclose()
        shop.close()
    a, b = statistics.median(acted) * 1000, statistics.median(bare) * 1000
    print(f"bare execution on n8n      p50 {b:6.0f} ms")
    print(f"a play on the stage        p50 {a:6.0f} ms")
    print(f"ratio {a / b:.2f}   over 2.5 × bare: {a - 2.5 * b:+.0f} ms   goal: ≤ 2.5 × bare + 400 ms")


async def whole(stage: StageClient, owner: str, count: int) -> float:
    """A turn of so many plays, from joining the queue to leaving the stage; its seconds."""
    began, work = time.perf_counter(), play()
    async with stage.turn(owner, patience=600) as turn:
        for _ in range(count):
            seen = await turn.perform(work)
            if seen.status != "success":
                raise SystemExit(f"A play failed: {seen}")
    return time.perf_counter() - began


def memory(stack: Stack) -> float:
    """What the stage, its n8n and its steps take, in MB."""
    pid = recorded(stack.places.pids / "rehearsal.json")
    if pid is None:
        return 0.0
    of_stage = psutil.Process(pid)
    return sum(one.memory_info().rss for one in (of_stage, *of_stage.children(recursive=True))) / 1e6


async def measure() -> None:
    """All three."""
    stack = Stack(Places.of())
    os.environ.update(stack.environment())
    get_settings.cache_clear()
    stage = StageClient(get_settings().rehearsal_socket)
    await whole(stage, "warm", 1)
    await compare(stage)
    print(f"{SCENARIOS} scenarios in one turn   {await whole(stage, 'full', SCENARIOS):6.1f} s    goal: ≤ 10 s")
    before = memory(stack)
    took = await asyncio.gather(*(whole(stage, f"company {n % 5}", 1) for n in range(AT_ONCE)))
    print(f"{AT_ONCE} rehearsals at once      {max(took):6.1f} s    none failed")
    print(f"memory of the stage, its n8n and its steps {before:.0f} → {memory(stack):.0f} MB")


if __name__ == "__main__":
    asyncio.run(measure())
