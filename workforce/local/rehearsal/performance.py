"""A play as it goes on: its limits, and what is gathered of it on the way."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from workforce.integrations.rehearsal import PerformanceRecord, Play, StepRecord
from workforce.integrations.rehearsal.contract import Status
from workforce.local.rehearsal.answers import Links
from workforce.local.rehearsal.ledger import Ledger
from workforce.local.rehearsal.reading import attributed, failure_of, steps_of


class Performance:
    """A play as it goes on."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.ledger, self.links = Ledger(), Links()
        self.status: Status = "none"
        self.error = self.failed_step = self.fault = ""
        self._steps: list[StepRecord] = []
        self._until = time.monotonic() + play.seconds
        self._sending: list[asyncio.Future[int]] = []
        self._before_pauses: list[StepRecord] = []
        self.answered = float("-inf")

    @property
    def left(self) -> float:
        """Seconds until the time limit."""
        return self._until - time.monotonic()

    def rise(self) -> None:
        """Time is counted from here, when everything is in its place."""
        self.ledger.began, self._until = time.time(), time.monotonic() + self.play.seconds

    def keep(self, sending: asyncio.Future[int]) -> None:
        """A start that is answered late; what it is answered does not matter."""
        sending.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._sending.append(sending)

    def pause(self, execution: dict[str, Any]) -> None:
        """An execution that waits: n8n forgets when the waiting step began once it goes on."""
        known = {(step.name, step.at) for step in self._before_pauses}
        steps = steps_of(execution, self.ledger.began)
        self._before_pauses += [step for step in steps if (step.name, step.at) not in known]

    def add(self, status: str, execution: dict[str, Any]) -> None:
        """An execution that is over, or waits for ever."""
        steps = steps_of(execution, self.ledger.began)
        self._steps += steps
        self.status = STATUSES.get(status, "error")
        self.error, self.failed_step = failure_of(execution, steps)
        if self.status == "timeout":
            self.error = too_long(self.play)  # n8n's own word is that somebody stopped it
        elif self.status == "error":
            self.error = self.error or "n8n stopped it without saying why."

    def add_notice(self, execution: dict[str, Any]) -> None:
        """What the error trigger set off; the failure itself stays what it was."""
        self._steps += steps_of(execution, self.ledger.began)

    def record(self, seconds: float) -> PerformanceRecord:
        """What is handed back."""
        for sending in self._sending:
            sending.cancel()
        calls = attributed(self.ledger.told(), [*self._before_pauses, *self._steps])
        return PerformanceRecord(
            status=self.status,
            steps=self._steps,
            calls=calls,
            error=self.error,
            failed_step=self.failed_step,
            seconds=round(seconds, 3),
            fault=self.fault,
        )


STATUSES: dict[str, Status] = {
    "success": "success",
    "waiting": "waiting",
    "timeout": "timeout",
    "none": "none",
    "canceled": "timeout",
}


def too_long(play: Play) -> str:
    """Why it was stopped."""
    return f"It did not come to an end within {play.seconds:.0f} seconds, so it was stopped."
