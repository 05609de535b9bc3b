"""Schedules that n8n would refuse when the workflow is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue.display import Json
from workforce.workflow.checks.javascript import number_of, text_of

LIMITS = {"seconds": (1, 59), "minutes": (1, 59), "hours": (1, 23), "days": (1, 31), "months": (1, 10**9)}
FIELDS = {"second": (0, 59), "minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7)}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
ALIASES = {name: n for n, name in enumerate(MONTHS, 1)} | {
    n: i for i, n in enumerate(["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
}
PRESETS = {
    f"@{name}"
    for name in ["yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly", "weekdays", "weekends"]
}
RANGE = re.compile(r"(\d+)(?:-(\d+))?(?:/(\d+))?", re.ASCII)
LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def schedule_issues(parameters: Json) -> Iterator[str]:
    """What is wrong with each rule of a Schedule Trigger."""
    rules = parameters.get("rule")
    intervals = rules.get("interval") if isinstance(rules, dict) else None
    for number, interval in enumerate(intervals if isinstance(intervals, list) else [], 1):
        if isinstance(interval, dict) and (problem := _problem(interval)):
            yield f"rule {number}: {problem}"


def _problem(interval: Json) -> str:
    field: Any = interval.get("field", "days")
    if field == "cronExpression":
        given = interval.get("expression")
        return cron_problem("" if given is None else text_of(given).removeprefix("="))
    least, most = LIMITS.get(field, (0, 0)) if isinstance(field, str) else LIMITS["days"]
    size = interval.get(f"{field}Interval")
    number = number_of(size) if size is not None else None
    if least and number is not None and not least <= number <= most:
        outside = f"{str(field).capitalize()} must be in range {least}-{most}"
        return outside if field != "months" else "Months must be larger than 0"
    return ""


def cron_problem(expression: str) -> str:
    """Why the cron library of n8n refuses an expression; empty when it takes it."""
    text = expression.lower()
    if text in PRESETS:
        return ""
    unknown = [word for word in re.findall("[a-z]{1,3}", text) if word not in ALIASES]
    if unknown:
        return f"“{expression}”: “{unknown[0]}” is not a month or weekday"
    fields = re.sub("[a-z]{3}", lambda found: str(ALIASES[found.group()]), text).split()
    if len(fields) not in (5, 6):
        return f"“{expression}” has {len(fields)} fields, five or six are needed"
    fields = ["0", *fields] if len(fields) == 5 else fields
    chosen: dict[str, set[int]] = {}
    for name, field in zip(FIELDS, fields, strict=True):
        try:
            chosen[name] = _numbers(field, *FIELDS[name])
        except ValueError as error:
            return f"“{expression}”: the {name} “{field}” {error}"
    never = all(min(chosen["day"]) > LONGEST.get(month, 31) for month in chosen["month"])
    return f"“{expression}” is a day that never comes" if never and chosen["weekday"] >= set(range(7)) else ""


def _numbers(field: str, low: int, high: int) -> set[int]:
    """The numbers that a field names."""
    if any(part.find("*") > 0 for part in field.split(",")):
        raise ValueError("has a * in the wrong place")
    found: set[int] = set()
    for part in field.replace("*", f"{low}-{high}").split(","):
        match = RANGE.fullmatch(part)
        if match is None:
            raise ValueError("cannot be read")
        first, last, step = int(match[1]), int(match[2]) if match[2] else None, int(match[3] or 1)
        end = last if last is not None else high if match[3] else first
        if not step or first > end or first < low or end > high:
            raise ValueError("is out of range")
        found.update(range(first, end + 1, step))
    return found | {0} if high == FIELDS["weekday"][1] and 7 in found else found
