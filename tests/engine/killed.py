"""A process that deploys a worker and kills itself (SIGKILL) before or after the n-th call of one verb of the engine.

python -m tests.engine.killed VERB N before|after [ORGANISATION WORKER]; without the two, it is a job worker that dies.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Any
from uuid import UUID

from workforce import jobs
from workforce.data.models import Engine as EngineRow
from workforce.integrations.n8n import Engine
from workforce.services import engines
from workforce.services.deployment import perform_deploy


class Killing:
    """An engine client that counts the calls of one verb."""

    def __init__(self, inner: Engine, verb: str, count: int, when: str) -> None:
        self._inner, self._verb, self._left, self._when = inner, verb, count, when

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._inner, name)
        return self._deadly(call) if name == self._verb else call

    def _deadly(self, call: Any) -> Any:
        async def run(*args: Any, **kwargs: Any) -> Any:
            self._left -= 1
            if self._left == 0 and self._when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            answer = await call(*args, **kwargs)
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return answer

        return run


def arm(verb: str, count: int, when: str) -> None:
    """From now on, this process dies at that call."""
    connect, armed = engines.connect, dict[str, Killing]()

    def deadly(row: EngineRow) -> Any:
        return armed.setdefault(row.base_url, Killing(connect(row), verb, count, when))

    engines.connect = deadly  # type: ignore[assignment]


def main() -> None:
    """Deploy, or work through jobs, and die on the way."""
    verb, count, when, *named = sys.argv[1:]
    arm(verb, int(count), when)
    if named:
        asyncio.run(perform_deploy(UUID(named[0]), UUID(named[1]), "killed"))
    else:
        jobs.work()


if __name__ == "__main__":
    main()
