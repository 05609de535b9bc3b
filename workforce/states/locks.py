"""Reflex's page states in Redis, without the locks that it forgets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from reflex.istate.manager import StateManager
from reflex.istate.manager.redis import StateManagerRedis
from reflex.istate.manager.token import StateToken

_LET_GO = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"


class TidyStates(StateManagerRedis):
    """An event that is cancelled while it asks Redis for the tab's lock, or gives it back, leaves none behind.

    Leaving a page cancels what it was loading. Reflex then drops the connection in the middle of the question; when
    Redis had said yes already, the next page of the tab waited until the lock ran out, ten seconds later.
    """

    async def _try_get_lock(self, lock_key: bytes, lock_id: bytes) -> bool | None:
        asked = asyncio.ensure_future(super()._try_get_lock(lock_key, lock_id))
        try:
            return await asyncio.shield(asked)
        except asyncio.CancelledError:
            _afterwards(self._let_go(lock_key, lock_id, asked))
            raise

    @asynccontextmanager
    async def _lock(self, token: StateToken[Any], event_name: str | None = None) -> AsyncIterator[bytes]:
        lock_id = b""
        try:
            async with super()._lock(token, event_name) as lock_id:
                yield lock_id
        except asyncio.CancelledError:
            if lock_id:
                _afterwards(self._let_go(self._lock_key(token), lock_id))
            raise

    async def _let_go(self, lock_key: bytes, lock_id: bytes, asked: asyncio.Future[Any] | None = None) -> None:
        """Give the lock back once it is known whether we got it; another's stays."""
        if asked is None or await asked:
            await self.redis.eval(_LET_GO, 1, lock_key, lock_id)  # type: ignore[misc]


_under_way: set[asyncio.Task[None]] = set()


def _afterwards(work: Coroutine[Any, Any, None]) -> None:
    """In a task of its own: the one at hand is being cancelled."""
    task = asyncio.create_task(work)
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


def tidy(states: StateManager) -> StateManager:
    """The same states, with locks that are not forgotten; what does not keep them in Redis stays as it is."""
    if not isinstance(states, StateManagerRedis):
        return states
    # Reflex declares three methods twice, for old names and new: mypy takes the second for one that is missing.
    return TidyStates(  # type: ignore[abstract]
        states.redis, states.token_expiration, states.lock_expiration, states.lock_warning_threshold
    )
