"""The stage for one test: a turn of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from workforce.integrations.rehearsal import Turn
from workforce.integrations.rehearsal.client import StageClient


@pytest.fixture
def stage(rehearsal_socket: str) -> StageClient:
    """The real stage."""
    return StageClient(rehearsal_socket)


@pytest.fixture
async def turn(stage: StageClient) -> AsyncIterator[Turn]:
    """The stage, ours until the test ends."""
    async with stage.turn("test") as ours:
        yield ours
