"""Tell the open pages of a company that something of theirs changed (Redis pub/sub; a hint, never the truth)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from uuid import UUID

from redis.exceptions import RedisError

from workforce.core.errors import StoreUnavailable
from workforce.data import redis


def _channel(organisation_id: UUID) -> str:
    return f"changes:{organisation_id}"


async def publish(organisation_id: UUID, topic: str) -> None:
    """Say that `topic` (`draft:<id>`, `worker:<id>`, `runs:<worker id>`) changed.

    It is lost when Redis is away: pages also look by themselves.
    """
    with suppress(RedisError, StoreUnavailable):
        await redis.client().publish(_channel(organisation_id), topic)


async def listen(organisation_id: UUID, patience: float = 1.0) -> AsyncIterator[str]:
    """Yield the topics that change, and `""` whenever `patience` seconds pass without one; ends never.

    Without Redis it only yields `""`, so that a caller that looks at the rows each time still sees everything.
    """
    while True:
        try:
            async with redis.client().pubsub() as subscription:
                await subscription.subscribe(_channel(organisation_id))
                while True:
                    message = await subscription.get_message(ignore_subscribe_messages=True, timeout=patience)
                    yield message["data"] if message else ""
        except (RedisError, StoreUnavailable):
            await asyncio.sleep(patience)
            yield ""
