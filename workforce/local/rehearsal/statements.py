"""The simulated PostgreSQL servers: a relay to a scratch database that reads along what is asked of it."""

from __future__ import annotations

import asyncio
import contextlib
import re
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from workforce.integrations.rehearsal import CallRecord
from workforce.local.rehearsal.ledger import LONGEST_BODY
from workforce.local.rehearsal.names import Names
from workforce.local.rehearsal.services import Scene
from workforce.workflow.rehearsal.world import Asked

PORT = 5432
VERSION_3, SSL_REQUEST, GSS_REQUEST = 196_608, 80_877_103, 80_877_104
HOUSEKEEPING = re.compile(r"\s*(begin|commit|rollback|set|show|start|savepoint|release|deallocate|discard)\b", re.I)
READING_SCHEMA = re.compile(r"\b(information_schema|pg_catalog|pg_[a-z_]+)\b", re.I)
TABLE = re.compile(
    r'\b(?:from|into|update|join|table(?:\s+if\s+(?:not\s+)?exists)?)\s+("?[\w$]+"?(?:\."?[\w$]+"?)?)', re.I
)
LONGEST_PARAMETER = 2_000


@dataclass
class _Open:
    """A statement that is not answered yet."""

    record: CallRecord
    tags: list[str] = field(default_factory=list)


class Relay:
    """One client's connection to the scratch database. used: told that the database may have changed."""

    def __init__(self, scene: Scene, host: str, used: Callable[[], None]) -> None:
        self._scene, self._host, self._used = scene, host, used
        self._prepared: dict[bytes, str] = {}
        self._portals: dict[bytes, tuple[str, list[Any]]] = {}
        self._open: list[_Open] = []
        self._skipping: bytes = b""

    def asked(self, kind: bytes, body: bytes) -> bytes | None:
        """A message of the client: what to answer at once; None when it goes on to the database."""
        if self._skipping:
            if kind != b"S":
                return b""
            answer, self._skipping = self._skipping, b""
            return answer
        if kind == b"Q":
            return self._statement(_text(body), [], at_once=True)
        if kind == b"P":
            name, rest = body.split(b"\0", 1)
            self._prepared[name] = _text(rest)
        elif kind == b"B":
            portal, name, parameters = bound(body)
            self._portals[portal] = (self._prepared.get(name, ""), parameters)
        elif kind == b"E":
            return self._statement(*self._portals.get(body.split(b"\0", 1)[0], ("", [])), at_once=False)
        return None

    def _statement(self, sql: str, parameters: list[Any], *, at_once: bool) -> bytes | None:
        call = self._call(sql, parameters)
        self._open.append(_Open(call))
        self._used()
        said = self._scene.rules.answer(Asked(call.method, call.url, {}, sql.encode()))
        if said is None or (said.status < 400 and not said.drop):
            return None
        self._open.pop()
        if said.drop:
            self._enter(call, 0, "The connection was lost.")
            raise ConnectionResetError
        self._enter(call, said.status, _text(said.body))
        answer = refusal(said.status) + _message(b"Z", b"I")
        if at_once:
            return answer
        self._skipping = answer
        return b""

    def answered(self, kind: bytes, body: bytes) -> None:
        """A message of the database."""
        if kind == b"C" and self._open:
            next((one for one in self._open if not one.tags), self._open[-1]).tags.append(_text(body))
        elif kind == b"E" and self._open:
            failed = next((one for one in self._open if not one.tags), self._open[-1])
            self._open.remove(failed)
            self._enter(failed.record, 400, complaint(body))
        elif kind == b"Z":
            for done in self._open:
                self._enter(done.record, 200, ", ".join(done.tags))
            self._open.clear()

    def _call(self, sql: str, parameters: list[Any]) -> CallRecord:
        table = TABLE.search(sql)
        named = table.group(1).replace('"', "") if table else ""
        verb = (sql.split(None, 1) or ["?"])[0].upper().strip("(;")
        body = {"sql": sql[:LONGEST_BODY].strip(), "parameters": parameters}
        url = f"postgres://{self._host}/{named}"
        return CallRecord(verb[:20], url, body=body, at=time.time(), service="PostgreSQL")

    def _enter(self, call: CallRecord, status: int, answer: str) -> None:
        sql = call.body["sql"]
        if self._scene.ledger and sql and not HOUSEKEEPING.match(sql) and not READING_SCHEMA.search(sql):
            self._scene.ledger.enter(replace(call, status=status, answer=answer))


def bound(body: bytes) -> tuple[bytes, bytes, list[Any]]:
    """(portal, prepared statement, parameters) of a Bind message; what is not text is told by its size."""
    portal, statement, rest = body.split(b"\0", 2)
    (formats,) = struct.unpack_from(">H", rest)
    kinds = struct.unpack_from(f">{formats}H", rest, 2)
    (count,) = struct.unpack_from(">H", rest, at := 2 + 2 * formats)
    at += 2
    parameters: list[Any] = []
    for index in range(count):
        (length,) = struct.unpack_from(">i", rest, at)
        at += 4
        binary = bool(kinds and kinds[index if len(kinds) > 1 else 0])
        value = rest[at : at + max(length, 0)]
        at += max(length, 0)
        parameters.append(None if length < 0 else f"({length} bytes)" if binary else _text(value)[:LONGEST_PARAMETER])
    return portal, statement, parameters


def complaint(body: bytes) -> str:
    """The sentence of an ErrorResponse."""
    parts = {part[:1]: part[1:] for part in body.split(b"\0") if part}
    return _text(parts.get(b"M", b""))


def refusal(status: int) -> bytes:
    """An ErrorResponse that says what such a status means for a database."""
    words = {
        401: ("28P01", "password authentication failed"),
        403: ("42501", "permission denied"),
        404: ("42P01", "relation does not exist"),
        408: ("57014", "canceling statement due to statement timeout"),
        504: ("57014", "canceling statement due to statement timeout"),
        429: ("53300", "sorry, too many clients already"),
    }
    code, sentence = words.get(status, ("57P01", "terminating connection due to administrator command"))
    return _message(b"E", b"SERROR\0VERROR\0C" + code.encode() + b"\0M" + sentence.encode() + b"\0\0")


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack(">I", len(body) + 4) + body


def _text(body: bytes) -> str:
    return body.split(b"\0", 1)[0].decode("utf-8", "replace")


async def serve_postgres(
    scene: Scene, names: Names, socket_path: str, database: str, used: Callable[[], None]
) -> asyncio.Server:
    """Be every PostgreSQL server. database: the scratch database and the role, whose password alone lets anybody in."""

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = names.name(writer.get_extra_info("sockname")[0].removeprefix("::ffff:"))
        relay = Relay(scene, host, used)
        away: asyncio.StreamWriter | None = None
        try:
            startup = await _startup(reader, writer, database)
            back, away = await asyncio.open_unix_connection(socket_path)
            away.write(startup)
            client, server = away, writer
            ways = [_forward(reader, client, relay.asked, server), _forward(back, server, _silent(relay.answered))]
            tasks = [asyncio.ensure_future(way) for way in ways]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        except (OSError, EOFError, ValueError, struct.error):
            pass
        finally:
            for end in (writer, away):
                if end is not None:
                    end.close()

    return await asyncio.start_server(receive, port=PORT, limit=2**20)


async def _startup(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, database: str) -> bytes:
    """The client's first message, with our role and database in it; encryption is declined on the way."""
    while True:
        length, code = struct.unpack(">II", await reader.readexactly(8))
        rest = await reader.readexactly(length - 8)
        if code not in (SSL_REQUEST, GSS_REQUEST):
            break
        writer.write(b"N")
    if code != VERSION_3:
        raise ValueError("not a start of a session")
    words = rest.rstrip(b"\0").split(b"\0")
    told = dict(zip(words[::2], words[1::2], strict=False))
    told |= {b"user": database.encode(), b"database": database.encode()}
    body = b"".join(name + b"\0" + value + b"\0" for name, value in told.items()) + b"\0"
    return struct.pack(">II", len(body) + 8, VERSION_3) + body


def _silent(hear: Callable[[bytes, bytes], None]) -> Callable[[bytes, bytes], bytes | None]:
    def heard(kind: bytes, body: bytes) -> None:
        hear(kind, body)

    return heard


async def _forward(
    source: asyncio.StreamReader,
    target: asyncio.StreamWriter,
    hear: Callable[[bytes, bytes], bytes | None],
    back: asyncio.StreamWriter | None = None,
) -> None:
    """Pass messages on until one side closes; what `hear` answers goes back instead."""
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = await source.readexactly(5)
            (length,) = struct.unpack(">I", head[1:])
            body = await source.readexactly(length - 4)
            answer = hear(head[:1], body)
            if answer is None:
                target.write(head + body)
                await target.drain()
            elif answer and back:
                back.write(answer)
