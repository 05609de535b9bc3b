"""The stage for one test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from workforce.integrations.rehearsal import Turn
from workforce.integrations.rehearsal.client import StageClient


@pytest.fixture
async def turn(rehearsal_socket: str) -> AsyncIterator[Turn]:
    """The real stage, ours until the test ends."""
    async with StageClient(rehearsal_socket).turn("world") as ours:
        yield ours
