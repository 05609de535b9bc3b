"""When an open page should look again: told by Redis, and every few seconds without word."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Collection
from contextlib import aclosing
from dataclasses import replace
from uuid import UUID

from workforce.core.actor import Actor, Role
from workforce.core.errors import StoreUnavailable
from workforce.core.telemetry import correlation_id
from workforce.services import changes, sessions
from workforce.states.requires import allows

LEASE = 60.0
PATIENCE = 2.0


async def moments(
    sid: str, organisation_id: UUID, topics: Collection[str], lease: float = LEASE, patience: float = PATIENCE
) -> AsyncIterator[Actor]:
    """Yield at once, whenever one of `topics` changes, and after `patience` seconds without word: for whom to look.

    That is asked anew each time, and it ends when the session has ended, or its person may no longer look. Without
    Redis, which knows, nobody looks. It also ends after `lease` seconds: a page that is still open asks again
    (`components/pulse`), a closed one does not.
    """
    ends, looked = time.monotonic() + lease, 0.0
    async with aclosing(_words(organisation_id)) as heard:  # type: ignore[type-var]
        async for topic in heard:
            now = time.monotonic()
            if topic in topics or now - looked >= patience:
                looked = now
                try:
                    actor = await sessions.still(sid)
                except StoreUnavailable:
                    continue
                if actor is None or actor.organisation_id != organisation_id or not allows(Role.MANAGER, actor.role):
                    return
                yield replace(actor, correlation_id=correlation_id.get())
            if now >= ends:
                return


async def _words(organisation_id: UUID) -> AsyncIterator[str]:
    yield ""
    async with aclosing(changes.listen(organisation_id)) as heard:  # type: ignore[type-var]
        async for topic in heard:
            yield topic
