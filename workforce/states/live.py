"""When an open page should look again: told by Redis, and every few seconds without word."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Collection
from contextlib import aclosing
from uuid import UUID

from workforce.services import changes

LEASE = 60.0
PATIENCE = 2.0


async def moments(
    organisation_id: UUID, topics: Collection[str], lease: float = LEASE, patience: float = PATIENCE
) -> AsyncIterator[None]:
    """Yield at once, whenever one of `topics` changes, and after `patience` seconds without word.

    It ends after `lease` seconds: a page that is still open asks again (`components/pulse`), a closed one does not,
    and each time the guard in front of events decides anew.
    """
    ends, looked = time.monotonic() + lease, time.monotonic()
    yield
    async with aclosing(changes.listen(organisation_id)) as heard:  # type: ignore[type-var]
        async for topic in heard:
            now = time.monotonic()
            if topic in topics or now - looked >= patience:
                looked = now
                yield
            if now >= ends:
                return
