"""A stage in memory, under the same contract: for tests of what stands above it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from workforce.core.errors import StageUnavailable
from workforce.integrations.rehearsal.contract import PerformanceRecord, Play


class InMemoryStage:
    """Plays are answered by `act` and kept in `plays`; `away` makes every verb fail as an unreachable stage would."""

    def __init__(self, act: Callable[[Play], PerformanceRecord] | None = None) -> None:
        """Without `act`, every play succeeds and calls nothing."""
        self.away = False
        self.plays: list[tuple[str, Play]] = []
        self._act = act or (lambda _play: PerformanceRecord("success"))
        self._alone = asyncio.Lock()

    async def check(self) -> None:
        """Return while it is not away."""
        if self.away:
            raise StageUnavailable

    @contextlib.asynccontextmanager
    async def turn(self, owner: str, *, patience: float = 120.0) -> AsyncIterator[InMemoryTurn]:
        """Have it alone, in order of arrival."""
        await self.check()
        try:
            await asyncio.wait_for(self._alone.acquire(), patience)
        except TimeoutError:
            raise StageUnavailable("The rehearsal engine is busy. Try again in a minute.") from None
        try:
            yield InMemoryTurn(self, owner)
        finally:
            self._alone.release()

    async def act(self, owner: str, play: Play) -> PerformanceRecord:
        """One play."""
        await self.check()
        self.plays.append((owner, play))
        return self._act(play)


class InMemoryTurn:
    """The stage in memory while it is ours."""

    def __init__(self, stage: InMemoryStage, owner: str) -> None:
        self._stage, self._owner = stage, owner

    async def perform(self, play: Play) -> PerformanceRecord:
        """What `act` says of the play."""
        return await self._stage.act(self._owner, play)
