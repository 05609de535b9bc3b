"""What comes of a change: a spec, and in words what could not be done."""

from __future__ import annotations

from pydantic import Field

from workforce.workflow.spec import Frozen, WorkerSpec

EXAMPLES = (
    "also send it to finance@company.com",
    "make it daily at 7",
    "skip orders under 50 €",
    "post it to #ops instead",
    "don't do it on weekends",
    "use Teams rather than Slack",
    "stop sending the Slack message",
    "add me in copy",
    "call it Morning report",
)


class Changed(Frozen):
    """The next spec (None: nothing changed), and a sentence for each part that was not understood or cannot be done."""

    spec: WorkerSpec | None = None
    missed: list[str] = Field(default_factory=list)


class Cannot(Exception):
    """A wish that was understood and cannot be fulfilled; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
