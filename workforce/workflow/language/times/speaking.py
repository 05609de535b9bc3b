"""A schedule said in words, so that the same words read back as the same schedule."""

from __future__ import annotations

import itertools
import re

from workforce.workflow.language.times.languages import said
from workforce.workflow.language.times.said import Said
from workforce.workflow.schedule import WEEKDAYS, Cron, Every, Rule, Schedule, cron_values

_WORKDAYS = [1, 2, 3, 4, 5]
_QUARTER_STARTS, _QUARTER_ENDS = "1,4,7,10", "3,6,9,12"
_PLAIN = re.compile(r"[\d*/,\-]+( [\d*/,\-]+){4}")
_WHICH = ("first", "second", "third", "fourth", "last")


def speak(schedule: Schedule, language: str = "en") -> str:
    """The schedule as a phrase that begins with a capital letter."""
    pieces = said(language)
    rules = list(schedule.rules)
    phrase = _together(rules, schedule.only, pieces) or pieces.conjunction.join(
        _rule(rule, schedule.only, pieces) for rule in rules
    )
    return phrase[:1].upper() + phrase[1:]


def _together(rules: list[Rule], only: str, pieces: Said) -> str:
    """Rules that one phrase says: the quarter's end, "every 90 minutes", times that differ in their minutes."""
    fields = [rule.expression.split() for rule in rules if isinstance(rule, Cron) and _PLAIN.fullmatch(rule.expression)]
    if len(fields) < 2 or len(fields) != len(rules):
        return ""
    whole_day = all(field[2:] == ["*", "*", "*"] for field in fields)
    times = sorted(time for field in fields for time in _times(field[0], field[1]))
    days = {tuple(field[2:]) for field in fields}
    if days == {("31", "3,12", "*"), ("30", "6,9", "*")} and len(fields) == 2 and fields[0][:2] == fields[1][:2]:
        return f"{pieces.quarter_end} {_at(times[: len(times) // 2], pieces)}" if times else ""
    minutes = [hour * 60 + minute for hour, minute in times]
    steps = {after - before for before, after in itertools.pairwise(minutes)}
    if whole_day and len(steps) == 1 and minutes[0] == 0 and (step := steps.pop()) * len(minutes) == 1440:
        return _interval("minutes", step, pieces)
    if len(days) == 1 and times and not _evenly(minutes):
        day, month, weekday = fields[0][2:]
        when = _day(day, month, weekday, only, pieces)
        return f"{when} {_at(times, pieces)}" if when else ""
    return ""


def _evenly(minutes: list[int]) -> bool:
    return len(minutes) > 6


def _rule(rule: Rule, only: str, pieces: Said) -> str:
    if isinstance(rule, Every):
        return _every(rule, pieces)
    if not _PLAIN.fullmatch(rule.expression):
        return pieces.cron.format(rule.expression)
    minute, hour, day, month, weekday = rule.expression.split()
    when = _day(day, month, weekday, only, pieces)
    times = _times(minute, hour)
    if times and when and len(times) <= 6:
        return f"{when} {_at(times, pieces)}"
    often = _often(minute, hour, pieces)
    if often and (day, month) == ("*", "*"):
        return often if weekday == "*" else f"{often} {_on_days(weekday, pieces)}"
    return pieces.cron.format(rule.expression)


def _every(rule: Every, pieces: Said) -> str:
    phrase = _interval(rule.unit, rule.n, pieces)
    if rule.unit == "weeks":
        phrase += pieces.on_days.format(_listed([pieces.days[day] for day in rule.weekdays or [1]], pieces))
    if rule.unit == "hours" and rule.minute:
        phrase += " " + pieces.at_minute.format(rule.minute)
    if rule.unit == "months":
        phrase += " " + pieces.on_month_day.format(pieces.ordinal(rule.day_of_month))
    if rule.unit in {"days", "weeks", "months"}:
        phrase += " " + _at([(rule.hour, rule.minute)], pieces)
    return phrase


def _interval(unit: str, number: int, pieces: Said) -> str:
    one, many = pieces.units[unit]
    return one if number == 1 else many.format(number)


def _day(day: str, month: str, weekday: str, only: str, pieces: Said) -> str:
    """The days as a phrase, empty where no short one says exactly them."""
    if only:
        return _condition(only, month, pieces)
    if day == "*" and month == "*":
        return _weekdays(weekday, pieces)
    if weekday != "*" or day == "*":
        return ""
    days = cron_values(day, 1, 31)
    if month == _QUARTER_STARTS and days == [1]:
        return pieces.quarter_start
    if month == "*":
        return pieces.month_days.format(_listed([pieces.ordinal(one) for one in days], pieces))
    months = cron_values(month, 1, 12)
    if len(days) == 1 and len(months) == 1:
        return pieces.year_day.format(day=pieces.ordinal(days[0]), month=pieces.months[months[0] - 1])
    return ""


def _condition(only: str, month: str, pieces: Said) -> str:
    *which, what = only.split("_")
    said_so = pieces.only.get(only) or _which_weekday(which, WEEKDAYS.index(what), pieces)
    if month == "*":
        return said_so
    in_quarter = _QUARTER_ENDS if which[0] == "last" else _QUARTER_STARTS
    return said_so.replace(*pieces.of_quarter) if month == in_quarter else ""


def _which_weekday(which: list[str], day: int, pieces: Said) -> str:
    masculine = day in pieces.masculine
    numbers = pieces.which_masculine if masculine else pieces.which
    named = _listed([numbers[_WHICH.index(one)] for one in which], pieces)
    return (pieces.nth_masculine if masculine else pieces.nth).format(which=named, day=pieces.one_day[day])


def _weekdays(weekday: str, pieces: Said) -> str:
    if weekday == "*":
        return pieces.every_day
    days = sorted({day % 7 for day in cron_values(weekday, 0, 7)})
    if days == _WORKDAYS:
        return pieces.weekdays
    if days == [0, 6]:
        return pieces.weekend
    return pieces.every.format(_listed([pieces.days[day] for day in days], pieces))


def _on_days(weekday: str, pieces: Said) -> str:
    return _weekdays(weekday, pieces)


def _times(minute: str, hour: str) -> list[tuple[int, int]]:
    if any(mark in minute + hour for mark in "*/"):
        return []
    return [(at_hour, at_minute) for at_hour in cron_values(hour, 0, 23) for at_minute in cron_values(minute, 0, 59)]


def _at(times: list[tuple[int, int]], pieces: Said) -> str:
    return pieces.at.format(_listed([f"{hour:02}:{minute:02}" for hour, minute in times], pieces))


def _often(minute: str, hour: str, pieces: Said) -> str:
    """ "every 15 minutes between 09:00 and 17:00", "every 2 hours"."""
    minutes = cron_values(minute, 0, 59)
    if minute.isdigit() and minute != "0" and (hour == "*" or hour.startswith("*/")):
        return f"{_interval('hours', 24 // len(cron_values(hour, 0, 23)), pieces)} {pieces.at_minute.format(minute)}"
    step = 60 // len(minutes)
    even = minutes == list(range(0, 60, step))
    if len(minutes) > 1 and not even:
        return ""
    hours = cron_values(hour, 0, 23)
    if hour == "*" and even:
        return _interval("minutes", step, pieces) if len(minutes) > 1 else _interval("hours", 1, pieces)
    gaps = {after - before for before, after in itertools.pairwise(hours)}
    if minutes == [0] and len(gaps) == 1:
        gap = gaps.pop()
        if hours[0] == 0 and gap * len(hours) == 24:
            return _interval("hours", gap, pieces)
        span = pieces.between.format(f"{hours[0]:02}:00", f"{hours[-1]:02}:00")
        return f"{_interval('hours', gap, pieces)} {span}"
    if len(minutes) > 1 and (gaps == {1} or len(hours) == 1):
        span = pieces.between.format(f"{hours[0]:02}:00", f"{(hours[-1] + 1):02}:00")
        return f"{_interval('minutes', step, pieces)} {span}"
    return ""


def _listed(parts: list[str], pieces: Said) -> str:
    return pieces.conjunction.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
