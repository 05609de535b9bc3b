"""Keeps watch over the services: one that dies is started again, later each time it dies soon."""

from __future__ import annotations

import time
from dataclasses import dataclass

from workforce.local.console import Console
from workforce.local.process import LocalError, Service
from workforce.local.stack import Stack

CALM = 60.0
LONGEST = 60.0


@dataclass
class _Trouble:
    """When a service was last started by us, and how long to wait before the next time."""

    pause: float = 1.0
    started: float = 0.0
    next_try: float | None = None


class Watch:
    """Looks twice a second."""

    def __init__(self, stack: Stack, console: Console) -> None:
        self._stack, self._console = stack, console
        self._trouble = {service.name: _Trouble() for service in stack.services}

    def forever(self) -> None:
        """Until somebody interrupts."""
        while True:
            self.look()
            time.sleep(0.5)

    def look(self) -> None:
        """One round: notice the dead, start again those whose pause is over."""
        for service in list(self._stack.services):
            if not service.alive():
                self._revive(service, self._trouble[service.name])

    def _revive(self, service: Service, trouble: _Trouble) -> None:
        now = time.monotonic()
        if trouble.next_try is None:
            trouble.pause = 1.0 if now - trouble.started > CALM else min(trouble.pause * 2, LONGEST)
            trouble.next_try = now + trouble.pause
            status = service.process.poll() if service.process else None
            self._console.warn(f"{service.title} stopped (status {status}); starting it again in {trouble.pause:.0f} s")
        if now < trouble.next_try:
            return
        trouble.started, trouble.next_try = now, None
        try:
            service.start(self._stack.runner)
        except LocalError as error:
            self._console.warn(str(error))
        else:
            self._console.line("✓", "", f"{service.title} is up again", time.monotonic() - now)
