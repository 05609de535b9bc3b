"""How often something may happen: counted in Redis, correct across processes."""

from __future__ import annotations

import asyncio
import time
from weakref import WeakKeyDictionary

from limits import RateLimitItemPerHour
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

from workforce.core.errors import TooManyRequests
from workforce.core.settings import get_settings
from workforce.core.telemetry import log

# Connections belong to the event loop that opened them.
_limiters: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, MovingWindowRateLimiter]] = WeakKeyDictionary()


def _limiter() -> MovingWindowRateLimiter:
    url = get_settings().redis_url
    ours = _limiters.setdefault(asyncio.get_running_loop(), {})
    if url not in ours:
        ours[url] = MovingWindowRateLimiter(RedisStorage(f"async+{url}", implementation="redispy"))
    return ours[url]


async def take(what: str, who: str, per_hour: int) -> None:
    """Count one `what` of `who`; raises `TooManyRequests` beyond `per_hour`.

    Without Redis the door stays open, and the log says so.
    """
    item = RateLimitItemPerHour(per_hour, namespace="limit")
    try:
        if await _limiter().hit(item, what, who):
            return
        window = await _limiter().get_window_stats(item, what, who)
    except (RedisError, OSError) as error:
        log.warning("limits.open", what=what, reason=type(error).__name__)
        return
    wait = max(1, int(window.reset_time - time.time()))
    raise TooManyRequests(
        f"You have tried {per_hour} times within the hour. Wait {max(1, wait // 60)} minutes, or sign up to go on.",
        retry_after=wait,
    )
