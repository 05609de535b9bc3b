"""The time zones there are. Asking the system walks a folder of hundreds of files: once a process is enough."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones


@lru_cache(maxsize=1)
def zones() -> frozenset[str]:
    """All IANA names."""
    return frozenset(available_timezones())
