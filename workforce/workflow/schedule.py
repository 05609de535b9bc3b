"""When a worker runs: rules, in words, the next times, and what n8n's Schedule Trigger needs to hear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Annotated
from typing import Literal as OneOf
from zoneinfo import ZoneInfo

from croniter import CroniterBadDateError, croniter
from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_ONLY = re.compile(
    rf"(?:first|last)_working_day|last_day_of_month|(?:(?:first|second|third|fourth|last)_)+(?:{'|'.join(WEEKDAYS)})|"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NTH_EXPRESSION = "Math.ceil($now.day / 7) === {}"
_LAST_EXPRESSION = "$now.plus({ days: 7 }).month !== $now.month"
_PATIENCE = 100_000  # ticks without a run after which a rule counts as never running


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
    (`first_monday` … `fourth_sunday`, `last_friday`, `first_third_monday` for both); the compiler adds a filter
    right behind the trigger.
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


# --- what n8n needs to hear -----------------------------------------------------------------------------------

_READABLE = 4  # so many entries a person still reads at a glance; more become one cron expression


def n8n_parameters(schedule: Schedule) -> dict[str, JsonValue]:
    """The Schedule Trigger's parameters: its readable forms where they are exact, else a cron expression.

    Minutes and hours are always written out: n8n picks a random one where none is given.
    """
    intervals: list[JsonValue] = []
    for rule in schedule.rules:
        intervals.extend(_every_interval(rule) if isinstance(rule, Every) else _cron_intervals(rule.expression))
    return {"rule": {"interval": intervals}}


def _every_interval(rule: Every) -> list[JsonValue]:
    interval: dict[str, JsonValue] = {"field": rule.unit, f"{rule.unit}Interval": rule.n}
    if rule.unit == "weeks":
        interval["triggerAtDay"] = [*rule.weekdays] or [1]
    if rule.unit == "months":
        interval["triggerAtDayOfMonth"] = rule.day_of_month
    if rule.unit in {"days", "weeks", "months"}:
        interval["triggerAtHour"] = rule.hour
    if rule.unit not in {"seconds", "minutes"}:
        interval["triggerAtMinute"] = rule.minute
    return [interval]


def _cron_intervals(expression: str) -> list[JsonValue]:
    as_it_is: list[JsonValue] = [{"field": "cronExpression", "expression": expression}]
    fields = expression.split()
    if len(fields) != 5 or re.search(r"[^\d*/,\- ]", expression):
        return as_it_is
    minute, hour, day, month, weekday = fields
    if (day, month, weekday) == ("*", "*", "*"):
        sub_daily = _sub_daily(minute, hour)
        if sub_daily:
            return [sub_daily]
    times = _plain_times(minute, hour)
    dates = cron_values(day, 1, 31) if day != "*" else []
    if not times or len(times) * max(1, len(dates)) > _READABLE or (dates and weekday != "*") or "-" in day:
        return as_it_is
    if not dates and month == "*":
        return [_day_interval(weekday, *time) for time in times]
    size = {"*": 1, "1,4,7,10": 3, "1": 12, "1,7": 6}.get(month)
    if not dates or size is None:
        return as_it_is
    return [
        {
            "field": "months",
            "monthsInterval": size,
            "triggerAtDayOfMonth": date,
            "triggerAtHour": at_hour,
            "triggerAtMinute": at_minute,
        }
        for date in dates
        for at_hour, at_minute in times
    ]


def _sub_daily(minute: str, hour: str) -> dict[str, JsonValue] | None:
    """Minutes and the full hour. "Every 2 hours" stays cron: n8n's own form forgets a run where summer time begins."""
    step = minute.removeprefix("*/") if minute.startswith("*/") else "1" if minute == "*" else ""
    if hour == "*" and step.isdigit() and 60 % int(step) == 0:
        return {"field": "minutes", "minutesInterval": int(step)}
    return (
        {"field": "hours", "hoursInterval": 1, "triggerAtMinute": int(minute)}
        if hour == "*" and minute.isdigit()
        else None
    )


def _plain_times(minute: str, hour: str) -> list[tuple[int, int]]:
    if "*" in minute + hour or "/" in minute + hour:
        return []
    return [(at_hour, at_minute) for at_hour in cron_values(hour, 0, 23) for at_minute in cron_values(minute, 0, 59)]


def _day_interval(weekday: str, hour: int, minute: int) -> JsonValue:
    if weekday == "*":
        return {"field": "days", "daysInterval": 1, "triggerAtHour": hour, "triggerAtMinute": minute}
    days: list[JsonValue] = [*sorted({day % 7 for day in cron_values(weekday, 0, 7)})]
    return {
        "field": "weeks",
        "weeksInterval": 1,
        "triggerAtDay": days,
        "triggerAtHour": hour,
        "triggerAtMinute": minute,
    }


def cron_values(field: str, low: int, high: int) -> list[int]:
    """The numbers a cron field of digits stands for: `*/2`, `1-5`, `8,17`."""
    values: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        begin = low if span == "*" else int(first)
        end = high if span == "*" or (step and not last) else int(last or first)
        values |= set(range(begin, end + 1, int(step or 1)))
    return sorted(values)


# --- the calendar condition -----------------------------------------------------------------------------------


def only_condition(schedule: Schedule) -> str:
    """What the filter behind the trigger lets through, in English; empty without a condition."""
    if not schedule.only:
        return ""
    if schedule.only == "last_day_of_month":
        return "Today is the last day of the month"
    *numbers, what = [part for part in schedule.only.split("_") if part != "working"]
    thing = "working day" if what == "day" else what.capitalize()
    return f"Today is the {' or '.join(numbers)} {thing} of the month"


def only_expression(schedule: Schedule) -> str:
    """The condition as a JavaScript boolean over n8n's `$now` (Luxon, in the worker's zone); `true` without one."""
    if not schedule.only:
        return "true"
    if schedule.only == "last_day_of_month":
        return "$now.day === $now.daysInMonth"
    *numbers, what = schedule.only.split("_")
    if what == "day" and numbers[0] == "last":
        return "$now.weekday <= 5 && $now.plus({ days: $now.weekday === 5 ? 3 : 1 }).month !== $now.month"
    if what == "day":
        return "$now.weekday <= 5 && $now.minus({ days: $now.weekday === 1 ? 3 : 1 }).month !== $now.month"
    ways = [_NTH_EXPRESSION.format(_NTH[one]) if one in _NTH else _LAST_EXPRESSION for one in numbers]
    chosen = " || ".join(ways)
    return f"$now.weekday === {WEEKDAYS.index(what) or 7} && {chosen if len(ways) == 1 else f'({chosen})'}"


def holds(only: str, day: date) -> bool:
    """Whether the calendar condition is true on that day."""
    which, _, what = only.partition("_")
    if not only:
        return True
    if what == "day_of_month":
        return (day + timedelta(days=1)).month != day.month
    if what == "working_day":
        step = timedelta(days=3 if day.weekday() == (4 if which == "last" else 0) else 1)
        return day.weekday() < 5 and (day + step if which == "last" else day - step).month != day.month
    *numbers, what = only.split("_")
    if day.isoweekday() % 7 != WEEKDAYS.index(what):
        return False
    is_last = (day + timedelta(days=7)).month != day.month
    return any(is_last if number == "last" else -(-day.day // 7) == _NTH[number] for number in numbers)


# --- the next times -------------------------------------------------------------------------------------------


def next_runs(schedule: Schedule, timezone: str, after: datetime, count: int) -> list[datetime]:
    """The next `count` runs after the aware moment `after`, aware, in `timezone`: as n8n's own clock has them.

    A time that the change to summer time skips runs after the change; one that comes twice runs once.
    Rhythms with a gap ("every 2 weeks") count from `after`, as n8n counts from the activation.
    """
    zone = ZoneInfo(timezone)
    begin = after.astimezone(UTC)
    runs = {run for rule in schedule.rules for run in islice(_runs(rule, schedule.only, zone, begin), count)}
    return [run.astimezone(zone) for run in sorted(runs)[:count]]


def _runs(rule: Rule, only: str, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """The rule's runs in UTC: wall times of one zone do not compare in the hour that comes twice."""
    expression, recurs = _ticks(rule)
    now, last = after, None
    misses = 0
    while misses < _PATIENCE:
        begin = now.astimezone(zone).replace(tzinfo=None)
        try:
            wall = croniter(expression, begin, second_at_beginning=len(expression.split()) == 6).get_next(datetime)
        except CroniterBadDateError:
            return
        now = _moment(wall, now, zone)
        shown = now.astimezone(zone)
        misses += 1
        if (last is None or recurs(shown, last)) and holds(only, shown.date()):
            misses, last = 0, shown
            yield now


def _moment(wall: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which the clock on the wall shows this, as n8n reads it.

    In the hour that comes twice the first one counts; a rule that has just run in it, or right behind it, gets the
    second one too.
    """
    moment = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != wall:
        return _after_gap(wall.replace(tzinfo=zone).astimezone(UTC), zone)
    hours = [(moment - timedelta(hours=back)).astimezone(zone).hour for back in range(3)]
    hour_before = moment - timedelta(hours=1)
    if (hours[0] == hours[1] or hours[1] == hours[2]) and hour_before > after:
        return hour_before
    return moment


def _after_gap(moment: datetime, zone: ZoneInfo) -> datetime:
    """Where n8n's clock puts a skipped time: the end of the gap, or, where January is summer, as far behind it."""
    shown = moment.astimezone(zone)
    if shown.utcoffset() == shown.replace(month=1, day=1, hour=0, minute=0).utcoffset():
        return moment
    while (moment - timedelta(minutes=1)).astimezone(zone).utcoffset() == shown.utcoffset():
        moment -= timedelta(minutes=1)
    return moment


def _ticks(rule: Rule) -> tuple[str, Callable[[datetime, datetime], bool]]:
    """The cron expression n8n ticks by, and its check whether a tick is due after the last run."""
    if isinstance(rule, Cron):
        return rule.expression, lambda now, last: True
    n, at = rule.n, f"{rule.minute} {rule.hour}"
    if rule.unit == "seconds":
        return f"*/{n} * * * * *", lambda now, last: True
    if rule.unit == "minutes":
        even = 60 % n == 0
        return (
            f"*/{n} * * * *" if even else "* * * * *"
        ), lambda now, last: even or now.astimezone(UTC) - last.astimezone(UTC) >= timedelta(minutes=n)
    if rule.unit == "hours":
        hours = f"*/{n}" if 24 % n == 0 else "*"
        return f"{rule.minute} {hours} * * *", lambda now, last: n == 1 or (now.hour - last.hour) % 24 >= n
    if rule.unit == "days":
        return f"{at} * * *", lambda now, last: n == 1 or (_day_of_year(now) - _day_of_year(last)) % 365 >= n
    if rule.unit == "weeks":
        days = ",".join(map(str, rule.weekdays or [1]))
        return f"{at} * * {days}", lambda now, last: _week(now) == _week(last) or (_week(now) - _week(last)) % 52 >= n
    months = f"*/{n}" if n <= 12 and 12 % n == 0 else "*"
    return (
        f"{at} {rule.day_of_month} {months} *",
        lambda now, last: (now.year - last.year) * 12 + now.month - last.month >= n,
    )


def _day_of_year(moment: datetime) -> int:
    return moment.timetuple().tm_yday


def _week(moment: datetime) -> int:
    """The week's number as n8n counts: weeks begin on Sunday, the one with 1 January is number 1."""
    saturday = moment + timedelta(days=6 - moment.isoweekday() % 7)
    return (saturday.timetuple().tm_yday - 1) // 7 + 1


def runs_per_month(schedule: Schedule) -> float:
    """How often the schedule runs in an average month, the calendar condition considered."""
    return round(sum(_monthly(rule, schedule.only) for rule in schedule.rules), 2)


def _monthly(rule: Rule, only: str) -> float:
    days_a_month = 365.25 / 12
    if isinstance(rule, Every):
        a_day = {"seconds": 86400, "minutes": 1440, "hours": 24, "days": 1, "weeks": 1 / 7, "months": 12 / 365.25}[
            rule.unit
        ]
        return a_day / rule.n * days_a_month * (len(rule.weekdays) or 1 if rule.unit == "weeks" else 1)
    expanded, _ = croniter.expand(rule.expression, second_at_beginning=len(rule.expression.split()) == 6)
    minutes, hours, days, months, weekdays = expanded[:5]
    seconds = 1 if len(expanded) == 5 else 60 if expanded[5] == ["*"] else len(expanded[5])
    a_day = (60 if minutes == ["*"] else len(minutes)) * (24 if hours == ["*"] else len(hours)) * seconds
    first = date(2024, 1, 1)
    calendar = (first + timedelta(days=n) for n in range(4 * 365 + 1))
    matching = sum(_on(day, days, months, weekdays) and holds(only, day) for day in calendar)
    return a_day * matching / 48


def _on(day: date, days: list[object], months: list[object], weekdays: list[object]) -> bool:
    by_date, by_weekday = day.day in days, day.isoweekday() % 7 in weekdays
    if months != ["*"] and day.month not in months:
        return False
    if days != ["*"] and weekdays != ["*"]:  # cron means either, when both are given
        return by_date or by_weekday
    return (days == ["*"] or by_date) and (weekdays == ["*"] or by_weekday)


# --- in words -------------------------------------------------------------------------------------------------


def words(schedule: Schedule, language: str = "en") -> str:
    """The schedule as a phrase that `from_text` reads back: "Every weekday at 08:30"."""
    from workforce.workflow.language.times.speaking import speak

    return speak(schedule, language)


def from_text(text: str, language: str = "en", timezone: str = "UTC") -> Schedule:
    """The schedule that a person typed; InvalidInput, with examples, when it is none or not one."""
    from workforce.workflow.language.times.typed import typed_schedule

    return typed_schedule(text, language, timezone).schedule
