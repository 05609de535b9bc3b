"""Make guessing passwords slow: the first few tries are free, then one per growing delay. Closed without Redis."""

from __future__ import annotations

from workforce.core.errors import TooManyRequests
from workforce.core.security import fingerprint
from workforce.data import redis

FREE_PER_ACCOUNT = 5  # from one address
FREE_PER_ADDRESS = 50  # over all accounts
REMEMBERED_SECONDS = 3600
LONGEST_WAIT_SECONDS = 900


async def count_try(address: str, email: str) -> None:
    """Count a try before the password is looked at; raises `TooManyRequests` when it comes too soon."""
    await _count(_account(address, email), FREE_PER_ACCOUNT)
    if address:
        await _count(_address(address), FREE_PER_ADDRESS)


async def forgive(address: str, email: str) -> None:
    """The password was right: forget this account's wrong tries."""
    key = _account(address, email)
    with redis.store_errors():
        await redis.client().delete(key, f"{key}:wait")


async def _count(key: str, free: int) -> None:
    with redis.store_errors():
        tries = int(await redis.client().incr(key))
        await redis.client().expire(key, REMEMBERED_SECONDS)
        if tries <= free:
            return
        # However many come at once, one alone gets through per delay.
        delay = min(2 ** min(tries - free, 20), LONGEST_WAIT_SECONDS)
        if await redis.client().set(f"{key}:wait", "1", nx=True, ex=delay):
            return
        wait = max(1, int(await redis.client().ttl(f"{key}:wait")))
    raise TooManyRequests(f"Too many tries. Wait {_words(wait)}, then try again.", retry_after=wait)


def _account(address: str, email: str) -> str:
    return f"tries:{fingerprint(f'{address}|{email.lower()}')}"


def _address(address: str) -> str:
    return f"tries:{fingerprint(address)}"


def _words(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{round(seconds / 60)} minutes"
