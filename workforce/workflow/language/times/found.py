"""What was found in a text about time."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from workforce.workflow.schedule import Schedule


class FoundSchedule(BaseModel):
    """A schedule that a text asks for; `start`/`end` are character offsets of the words that say it.

    timezone: the IANA name the text mentions, empty without one; assumed, contradictions, notes: clauses in the
    text's language; confidence: 0..1, below 0.5 the words may well mean something else.
    """

    model_config = ConfigDict(frozen=True)
    start: int
    end: int
    text: str
    schedule: Schedule
    timezone: str = ""
    assumed: list[str] = Field(default_factory=list)
    confidence: float = 1.0
    contradictions: list[str] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)


class FoundZone(BaseModel):
    """A time zone that a text mentions: its IANA name and where."""

    model_config = ConfigDict(frozen=True)
    start: int
    end: int
    timezone: str
