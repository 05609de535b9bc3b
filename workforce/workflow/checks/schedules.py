"""Schedules that n8n would refuse when the workflow is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from croniter import croniter

from workforce.workflow.catalogue.display import Json

LIMITS = {"seconds": (1, 59), "minutes": (1, 59), "hours": (1, 23), "days": (1, 31), "months": (1, 10**9)}
SECONDS_FIRST = 6


def schedule_issues(parameters: Json) -> Iterator[str]:
    """What is wrong with each rule of a Schedule Trigger."""
    rules = parameters.get("rule")
    intervals = rules.get("interval") if isinstance(rules, dict) else None
    for number, interval in enumerate(intervals if isinstance(intervals, list) else [], 1):
        if isinstance(interval, dict) and (problem := _problem(interval)):
            yield f"rule {number}: {problem}"


def _problem(interval: Json) -> str:
    field = interval.get("field", "days")
    if field == "cronExpression":
        return _cron(str(interval.get("expression", "")).removeprefix("="))
    least, most = LIMITS.get(field, (0, 0))
    size: Any = interval.get(f"{field}Interval")
    if least and isinstance(size, int | float) and not least <= size <= most:
        return (
            f"{str(field).capitalize()} must be in range {least}-{most}"
            if field != "months"
            else "Months must be larger than 0"
        )
    return ""


def _cron(expression: str) -> str:
    if expression.startswith("@"):
        return ""
    fields = len(expression.split())
    valid = fields in (5, SECONDS_FIRST) and croniter.is_valid(expression, second_at_beginning=fields == SECONDS_FIRST)
    return "" if valid else f"“{expression}” is not a cron expression"
