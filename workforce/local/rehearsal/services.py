"""The simulated internet: every host, on every port that is listened on, answered by the world of the performance."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field

from workforce.integrations.rehearsal import CallRecord
from workforce.local.rehearsal.certificates import Authority
from workforce.local.rehearsal.http_server import Request, Response, serve
from workforce.local.rehearsal.ledger import Ledger, legible, short_headers
from workforce.local.rehearsal.names import Names, is_outside
from workforce.workflow.rehearsal.world import Answer, Asked, World
from workforce.workflow.rehearsal.world.rules import Rules

PORTS = (80, 443, 3000, 5000, 5678, 8000, 8080, 8443, 9200)
HANDSHAKE = 0x16
LONGEST_DELAY = 60.0
VENDOR = ".n8n.io"  # n8n's own errands, no step's


@dataclass
class Scene:
    """What is being performed; empty between performances. tell: shown every message that goes out.

    rules: the scenario's own, for what is not HTTP; the world has them for what is.
    """

    world: World | None = None
    ledger: Ledger | None = None
    rules: Rules = field(default_factory=lambda: Rules([]))
    tell: Callable[[bytes], None] = lambda _body: None


class Services:
    """Listens on all addresses; what a connection speaks, TLS or plain, is told by its first byte."""

    def __init__(self, scene: Scene, names: Names, authority: Authority) -> None:
        self._scene, self._names, self._authority = scene, names, authority
        self._tasks: set[asyncio.Task[None]] = set()
        self.ports: set[int] = set()

    def listen(self, port: int) -> None:
        """Be every host at a port, too; fine when that is so already or something of ours is there."""
        if port in self.ports:
            return
        door = socket.socket(socket.AF_INET6 if socket.has_ipv6 else socket.AF_INET)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            door.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        try:
            door.bind(("::" if door.family == socket.AF_INET6 else "0.0.0.0", port))  # noqa: S104 - sealed
        except OSError:
            door.close()
            return
        door.listen(512)
        door.setblocking(False)
        self.ports.add(port)
        self._start(self._accept(door))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _accept(self, door: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            connection, _peer = await loop.sock_accept(door)
            self._start(self._receive(connection))

    async def _receive(self, connection: socket.socket) -> None:
        address, port = connection.getsockname()[:2]
        host = self._names.name(address.removeprefix("::ffff:"))
        try:
            first = await _peek(connection)
        except (OSError, TimeoutError):
            connection.close()
            return
        secure = first == HANDSHAKE
        reader = asyncio.StreamReader(limit=2**20)
        protocol = asyncio.StreamReaderProtocol(reader)
        loop = asyncio.get_running_loop()
        try:
            context = self._authority.context(host) if secure else None
            transport, _ = await loop.connect_accepted_socket(lambda: protocol, connection, ssl=context)
        except OSError:  # a client that does not trust us, or went away
            connection.close()
            return
        writer = asyncio.StreamWriter(transport, protocol, reader, loop)
        base = _base("https" if secure else "http", host, port)
        await serve(reader, writer, lambda request: self._answer(base, request))

    async def _answer(self, base: str, request: Request) -> Response:
        """What the world says, entered into the ledger; nothing at all while nothing is performed."""
        at, scene = time.time(), self._scene
        asked = Asked(request.method, _url(base, request), request.headers, request.body)
        world, ledger = scene.world, scene.ledger
        if world is None or ledger is None or asked.host.endswith(VENDOR):
            return Response(503, cut=True)
        scene.tell(request.body)
        refused = not is_outside(asked.host)
        answer = Answer(0, drop=True) if refused else world.answer(asked)
        ledger.enter(_record(asked, request.size, answer, at, refused))
        if answer.delay:
            await asyncio.sleep(min(answer.delay, LONGEST_DELAY))
        return Response(answer.status, answer.headers, answer.body, cut=answer.drop)


async def _peek(connection: socket.socket) -> int:
    """The first byte that the other side sends, left where it is."""
    loop = asyncio.get_running_loop()
    there = asyncio.Event()
    loop.add_reader(connection, there.set)
    try:
        await asyncio.wait_for(there.wait(), 30)
    finally:
        loop.remove_reader(connection)
    connection.setblocking(False)
    first = connection.recv(1, socket.MSG_PEEK)
    if not first:
        raise ConnectionResetError
    return first[0]


def _base(scheme: str, host: str, port: int) -> str:
    usual = {"http": 80, "https": 443}[scheme]
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + ("" if port == usual else f":{port}")


def _url(base: str, request: Request) -> str:
    """The address that was meant: the host that the connection went to, not the one that a header claims."""
    return request.target if "://" in request.target.split("?")[0] else base + request.target


def _record(asked: Asked, size: int, answer: Answer, at: float, refused: bool) -> CallRecord:
    return CallRecord(
        method=asked.method,
        url=asked.url,
        headers=short_headers(asked.headers),
        body=legible(asked.body, asked.headers, size),
        status=0 if answer.drop else answer.status,
        answer=legible(answer.body, {name.lower(): value for name, value in answer.headers.items()}),
        at=at,
        refused=refused,
    )
