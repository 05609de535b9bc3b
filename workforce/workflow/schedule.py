"""When a worker runs: rules, in words, the next times, and what n8n's Schedule Trigger needs to hear."""

from __future__ import annotations

from typing import Annotated
from typing import Literal as OneOf

from pydantic import BaseModel, ConfigDict, Field


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

    only: `last_working_day`, … — the compiler adds a filter right behind the trigger.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    rules: list[Rule] = Field(min_length=1)
    only: OneOf["", "last_working_day", "first_working_day", "last_day_of_month"] = ""
