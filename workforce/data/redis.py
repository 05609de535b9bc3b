"""Redis: one client per event loop; away means `StoreUnavailable`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from workforce.core.errors import StoreUnavailable
from workforce.core.settings import get_settings

_clients: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, Redis]] = WeakKeyDictionary()


def client() -> Redis:
    """The running loop's client; answers are text. Use it inside `store_errors()` unless a loss is fine."""
    url = get_settings().redis_url
    ours = _clients.setdefault(asyncio.get_running_loop(), {})
    if url not in ours:
        ours[url] = Redis.from_url(
            url,
            decode_responses=True,
            socket_connect_timeout=2,
            socket_timeout=5,
            health_check_interval=30,
            # One quick retry takes a restart in its stride; more would only keep people waiting.
            retry=Retry(ExponentialBackoff(cap=0.1, base=0.02), 1, supported_errors=(RedisConnectionError,)),
        )
    return ours[url]


async def close() -> None:
    """Close the running loop's clients."""
    for ours in _clients.pop(asyncio.get_running_loop(), {}).values():
        await ours.aclose()


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn a Redis that is away or refuses into `StoreUnavailable`."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise StoreUnavailable(detail=f"redis: {error}") from error
