"""Limits count across callers, say how long to wait, and stand open without Redis."""

from __future__ import annotations

import pytest

from tests.stack import point_settings_at
from workforce.core.errors import TooManyRequests
from workforce.services import limits


async def test_one_too_many_is_told_how_long_to_wait(redis_url: str) -> None:
    for _ in range(3):
        await limits.take("trial", "203.0.113.7", 3)
    with pytest.raises(TooManyRequests, match="3 times within the hour") as caught:
        await limits.take("trial", "203.0.113.7", 3)
    assert 0 < caught.value.retry_after <= 3600
    await limits.take("trial", "203.0.113.8", 3)


async def test_without_redis_the_door_stays_open() -> None:
    async with point_settings_at(REDIS_URL="redis://127.0.0.1:1/0"):
        await limits.take("trial", "203.0.113.7", 1)
        await limits.take("trial", "203.0.113.7", 1)
