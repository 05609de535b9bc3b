"""The stage's own door, a unix socket: turns and plays as JSON over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from workforce.integrations.rehearsal import Play
from workforce.local.rehearsal.acting import Actor
from workforce.local.rehearsal.engine import RehearsalEngine
from workforce.local.rehearsal.http_server import Request, Response, serve
from workforce.local.rehearsal.turns import Ticket, Turns

LONGEST_WAIT = 5.0
Json = dict[str, Any]


class Door:
    """POST /turns {owner}; GET, DELETE /turns/{id}; POST /turns/{id}/plays {play}; GET /health."""

    def __init__(self, engine: RehearsalEngine, actor: Actor, turns: Turns) -> None:
        self._engine, self._actor, self._turns = engine, actor, turns
        self._acting = asyncio.Lock()
        self._held = ""

    async def open(self, path: Path) -> asyncio.Server:
        """Listen; only our own user may enter."""
        path.unlink(missing_ok=True)  # noqa: ASYNC240 - before anything else runs
        before = os.umask(0o177)
        try:
            return await asyncio.start_unix_server(
                lambda reader, writer: serve(reader, writer, self._answer), path=str(path)
            )
        finally:
            os.umask(before)

    async def _answer(self, request: Request) -> Response:
        parts = request.target.strip("/").split("/")
        match request.method, parts:
            case "GET", ["health"]:
                return _said({"engine": "ready" if self._engine.ready.is_set() else "starting"})
            case "POST", ["turns"]:
                ticket = self._turns.join(str(orjson.loads(request.body).get("owner") or ""))
                return _said({"turn": ticket.ident}) if ticket else _said({}, 429)
            case "GET", ["turns", ident]:
                return await self._look(ident)
            case "DELETE", ["turns", ident]:
                await self._leave(ident)
                return _said({})
            case "POST", ["turns", ident, "plays"]:
                return await self._perform(ident, request.body)
            case _:
                return _said({"error": "There is no such door."}, 404)

    async def _look(self, ident: str) -> Response:
        ticket = self._turns.find(ident)
        if ticket is None:
            return _said({}, 404)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ticket.granted.wait(), LONGEST_WAIT)
        self._turns.find(ident)
        return _said({"granted": ticket.granted.is_set(), "ahead": self._turns.ahead(ticket)})

    async def _leave(self, ident: str) -> None:
        if self._turns.current and self._turns.current.ident == ident:
            async with self._acting:
                await self._clean(after=ident)
        self._turns.leave(ident)

    async def _clean(self, after: str) -> None:
        if self._held == after:
            self._held = ""
            await self._actor.finish()

    async def _perform(self, ident: str, body: bytes) -> Response:
        ticket = self._turns.find(ident)
        if ticket is None or not ticket.granted.is_set():
            return _said({"error": "The turn is over."}, 409)
        try:
            play = Play(**orjson.loads(body))
        except (TypeError, orjson.JSONDecodeError) as error:
            return _said({"error": f"This is no play: {error}"}, 422)
        return await self._act(ticket, play)

    async def _act(self, ticket: Ticket, play: Play) -> Response:
        ticket.busy = True
        try:
            async with self._acting:
                if self._held not in ("", ticket.ident):  # an earlier holder went without a word
                    await self._clean(after=self._held)
                self._held = ticket.ident
                record = await self._actor.perform(play)
        finally:
            self._turns.find(ticket.ident)
            ticket.busy = False
        return _said(asdict(record))

    async def tidy(self) -> None:
        """Now and then: nobody keeps the stage by dying on it."""
        while True:
            await asyncio.sleep(2)
            self._turns.tidy()
            holder = self._turns.current.ident if self._turns.current else ""
            if self._held not in ("", holder) and not self._acting.locked():
                async with self._acting:
                    await self._clean(after=self._held)


def _said(value: Json, status: int = 200) -> Response:
    return Response(status, {"Content-Type": "application/json"}, orjson.dumps(value, default=str))
