"""HTTP/1.1 on a stream, both for the simulated services and for the stage's own door."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import h11

PIECE = 256 * 1024
LARGEST_KEPT = 50 * 1024 * 1024
IDLE_SECONDS = 75.0


@dataclass(frozen=True, slots=True)
class Request:
    """One request. target: as it was sent; size: of the body, of which at most `LARGEST_KEPT` bytes are in `body`."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Response:
    """What is sent back. cut: close the connection instead."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False


Handler = Callable[[Request], Awaitable[Response]]


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, handler: Handler) -> None:
    """Answer every request of a connection until it is closed or makes no sense."""
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=256 * 1024)
    try:
        while True:
            request = await _read_request(connection, reader, writer)
            if request is None:
                return
            response = await handler(request)
            if response.cut:
                writer.transport.abort()
                return
            await _send(connection, writer, request, response)
            if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
                return
            connection.start_next_cycle()
    except (h11.RemoteProtocolError, ConnectionError, TimeoutError, asyncio.IncompleteReadError):
        return
    finally:
        with contextlib.suppress(ConnectionError, TimeoutError):
            writer.close()


async def _read_request(
    connection: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> Request | None:
    head: h11.Request | None = None
    body, size = bytearray(), 0
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            if connection.they_are_waiting_for_100_continue:
                writer.write(_sent(connection, h11.InformationalResponse(status_code=100, headers=[])))
            connection.receive_data(await asyncio.wait_for(reader.read(PIECE), IDLE_SECONDS))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            size += len(event.data)
            body += event.data[: max(0, LARGEST_KEPT - len(body))]
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in head.headers}
            return Request(head.method.decode(), head.target.decode("latin-1"), headers, bytes(body), size)
        else:  # closed, or a protocol that is not spoken here
            return None


async def _send(connection: h11.Connection, writer: asyncio.StreamWriter, request: Request, response: Response) -> None:
    told = {name.lower() for name in response.headers}
    headers = [(name, str(value)) for name, value in response.headers.items() if name.lower() not in OURS]
    bodyless = response.status in (204, 304)
    if not bodyless:
        headers.append(("content-length", str(len(response.body))))
    if "content-type" not in told and response.body:
        headers.append(("content-type", "application/octet-stream"))
    writer.write(_sent(connection, h11.Response(status_code=response.status, headers=headers)))
    if response.body and not bodyless and request.method != "HEAD":
        writer.write(_sent(connection, h11.Data(data=response.body)))
    writer.write(_sent(connection, h11.EndOfMessage()))
    await writer.drain()


OURS = ("content-length", "transfer-encoding", "connection")


def _sent(connection: h11.Connection, event: h11.Event) -> bytes:
    return connection.send(event) or b""
