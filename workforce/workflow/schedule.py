"""When a worker runs: rules, in words, the next times, and what n8n's Schedule Trigger needs to hear."""

from __future__ import annotations

import re
from typing import Annotated
from typing import Literal as OneOf

from pydantic import BaseModel, ConfigDict, Field, field_validator

WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_ONLY = re.compile(
    rf"(?:first|last)_working_day|last_day_of_month|(?:first|second|third|fourth|last)_(?:{'|'.join(WEEKDAYS)})|"
)


class Cron(BaseModel):
    """A rhythm that five cron fields can say."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: OneOf["cron"] = "cron"
    expression: str


class Every(BaseModel):
    """A rhythm that cron cannot say: every `n` units, at a time of day, on weekdays (0 = Sunday) for weeks."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: OneOf["every"] = "every"
    n: int = Field(ge=1)
    unit: OneOf["seconds", "minutes", "hours", "days", "weeks", "months"]
    weekdays: list[int] = Field(default_factory=list)
    day_of_month: int = 1
    hour: int = 9
    minute: int = 0


Rule = Annotated[Cron | Every, Field(discriminator="kind")]


class Schedule(BaseModel):
    """One or more rules in one time zone (the worker's). `only`: a calendar condition cron cannot say.

    only: `last_working_day`, `first_working_day`, `last_day_of_month`, or which weekday of the month
    (`first_monday` … `fourth_sunday`, `last_friday`); the compiler adds a filter right behind the trigger.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    rules: list[Rule] = Field(min_length=1)
    only: str = ""

    @field_validator("only")
    @classmethod
    def _known_condition(cls, value: str) -> str:
        if not _ONLY.fullmatch(value):
            raise ValueError(f"no such calendar condition: {value}")
        return value
