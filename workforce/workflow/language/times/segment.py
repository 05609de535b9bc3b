"""The rules that one group of facts makes, and what it had to assume."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from workforce.workflow.language.times.fields import at_times, cron_days, cron_list, cron_numbers, stepped
from workforce.workflow.language.times.grammar import EVERY_DAY, WORKDAYS
from workforce.workflow.language.times.reader import AFTERNOON, NOON, Clock, Element, in_half
from workforce.workflow.schedule import Cron, Every, Rule, Schedule

PART_TIMES: dict[str, Clock] = {"morning": (8, 0), "afternoon": (14, 0), "evening": (18, 0), "night": (22, 0)}
_DEFAULT_TIME = (9, 0)
_SUBDAY = ("seconds", "minutes", "hours")


@dataclass
class Composed:
    """A schedule with what had to be assumed and what clashed; `said` keys belong to the language's sentences.

    assumed, contradictions, notes: (sentence key, values for it).
    """

    schedule: Schedule | None = None
    assumed: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    contradictions: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)


class Segment:
    """The elements that make one rule (or a few of the same kind)."""

    def __init__(self, elements: list[Element], result: Composed) -> None:
        self.elements = elements
        self.result = result

    def of(self, kind: str) -> list[Element]:
        return [element for element in self.elements if element.kind == kind]

    def rules(self) -> tuple[list[Rule], str]:
        """The rules and the calendar condition that goes with them."""
        for element in self.of("cron"):
            return [Cron(expression=element.value)], ""
        self._months = self._chosen_months()
        self._days, weeks = self._chosen_days()
        intervals = list(dict.fromkeys(element.value for element in self.of("interval")))
        intervals += [("days", 1)] * bool(self.of("daily") + self.of("dailytime"))
        if weeks > 1:
            intervals = [("weeks", weeks)]
        self._find_clashes(intervals)
        subday = next((interval for interval in intervals if interval[0] in _SUBDAY), None)
        for element in self.of("count"):
            return self._counted(*element.value), ""
        for element in self.of("countdays"):
            return self._on_days(self._spread(element.value[0], times=True)), ""
        if subday and not self.of("monthdays") + self.of("nth") + self.of("date"):
            return self._within_the_day(*subday), ""
        for element in self.of("nth"):
            return self._nth(element, intervals)
        if self.of("monthdays") or self.of("date"):
            return self._on_dates(intervals), ""
        return self._by_days(intervals), ""

    # --- which days and months ----------------------------------------------------------------------------

    def _chosen_months(self) -> list[int] | None:
        chosen = {month for element in self.of("months") for month in element.value}
        excluded = {month for element in self.of("exceptmonths") for month in element.value}
        if excluded:
            chosen = (chosen or set(range(1, 13))) - excluded
        return sorted(chosen) or None

    def _chosen_days(self) -> tuple[frozenset[int] | None, int]:
        """The weekdays or None when none were named, and every how many weeks."""
        named: set[int] = set()
        weeks = 1
        for element in self.of("days"):
            named |= element.value[0]
            weeks = max(weeks, element.value[1])
        chosen: frozenset[int] | None = frozenset(named) if named else None
        for element in self.of("only"):
            left = (chosen or EVERY_DAY) & element.value
            if not left:
                self._clash(self.of("days")[0], element)
            else:
                chosen = left
        for element in self.of("except"):
            left = (chosen or EVERY_DAY) - element.value
            if not left:
                self._clash(self.of("days")[0] if self.of("days") else element, element)
            else:
                chosen = left
        if self.of("businesshours") and chosen is None:
            chosen = WORKDAYS
        return chosen, weeks

    def _clash(self, first: Element, second: Element) -> None:
        self.result.contradictions.append(("clash", {"first": first, "second": second}))

    def _find_clashes(self, intervals: list[tuple[str, int]]) -> None:
        """Two rhythms that cannot be one: hourly and weekly, daily and on Mondays, weekly and on the 15th."""
        rhythms = self.of("interval") + self.of("count") + self.of("daily")
        for first, second in pairwise(rhythms):
            if not _compatible(_unit(first), _unit(second)):
                self._clash(first, second)
        days, dates = self.of("days"), self.of("monthdays") + self.of("nth") + self.of("date")
        if days and dates and days[0].strength and dates[0].strength:
            self._clash(days[0], dates[0])
        for rhythm in rhythms:
            unit = _unit(rhythm)
            if days and unit == ("days", 1) and len(days[0].value[0]) < 3 and days[0].strength > 0.7:
                self._clash(rhythm, days[0])
            if dates and unit[0] in {"days", "weeks", *_SUBDAY}:
                self._clash(rhythm, dates[0])
            if days and unit[0] == "months":
                self._clash(rhythm, days[0])

    # --- times --------------------------------------------------------------------------------------------

    def _times(self, default: Clock | None = None) -> list[Clock]:
        """The times said, in the part of day said; else the part's usual hour; else nine o'clock, said as assumed."""
        parts = [element.value for element in self.of("part") + self.of("daily") if element.value]
        times = [time for element in self.of("times") + self.of("dailytime") for time in element.value]
        if times:
            if parts and parts[0] in {*AFTERNOON, "night"}:
                times = [
                    in_half(time, "night" if parts[0] == "night" else "pm") if time[0] <= NOON else time
                    for time in times
                ]
            return sorted(set(times))
        if parts:
            times = sorted({PART_TIMES[part] for part in parts})
        elif self.of("range") and not self.of("interval"):
            times = [self.of("range")[0].value[0]]
        elif default is not None:
            return [default]
        else:
            times = [_DEFAULT_TIME]
        self.result.assumed.append(("time", {"time": times}))
        return times

    def _within_the_day(self, unit: str, size: int) -> list[Rule]:
        """Every few seconds, minutes or hours, perhaps only in a span of the day and on some days."""
        spans = [element.value for element in self.of("range")]
        if self.of("businesshours"):
            spans.append(((9, 0), (17, 0)))
            self.result.assumed.append(("business_hours", {}))
        times = [time for element in self.of("times") for time in element.value]
        if unit == "seconds":
            return [Every(n=size, unit="seconds")] if size < 60 else self._within_the_day("minutes", max(1, size // 60))
        if unit == "minutes" and size % 60 == 0:
            unit, size = "hours", size // 60
        if unit == "hours" and size % 24 == 0:
            self.elements = [element for element in self.elements if element.kind != "interval"]
            return self._by_days([("days", size // 24)])
        restricted = self._days is not None or bool(spans) or self._months is not None
        if not restricted and not times:
            rules = self._around_the_clock(unit, size)
            return [self._at_minute(rule) for rule in rules] if unit == "hours" and self.of("minute") else rules
        minutes = size * 60 if unit == "hours" else size
        low, high = spans[0] if spans else ((times[0] if times else (0, 0)), (24, 0))
        return self._repeated(minutes, low, high, inclusive=bool(spans) and unit == "hours")

    def _at_minute(self, rule: Rule) -> Rule:
        minute = self.of("minute")[0].value
        if isinstance(rule, Every):
            return rule.model_copy(update={"minute": minute})
        return Cron(expression=f"{minute} {rule.expression.split(maxsplit=1)[1]}")

    def _around_the_clock(self, unit: str, size: int) -> list[Rule]:
        if unit == "minutes" and size < 60:
            return (
                [Cron(expression="* * * * *" if size == 1 else f"*/{size} * * * *")]
                if 60 % size == 0
                else [Every(n=size, unit="minutes")]
            )
        if unit == "minutes":
            near = min((n for n in range(61, 1440) if 1440 % n == 0), key=lambda n: abs(n - size))
            if near != size:
                self.result.assumed.append(("nearest", {"interval": ("minutes", near)}))
            return at_times([(minute // 60, minute % 60) for minute in range(0, 1440, near)], "*", "*", "*")
        if size < 24:
            return (
                [Cron(expression="0 * * * *" if size == 1 else f"0 */{size} * * *")]
                if 24 % size == 0
                else [Every(n=size, unit="hours", minute=0)]
            )
        days = max(1, round(size / 24))
        self.result.assumed.append(("nearest", {"interval": ("days", days)}))
        return self._by_days([("days", days)])

    def _repeated(self, step: int, low: Clock, high: Clock, inclusive: bool) -> list[Rule]:
        """Every `step` minutes from `low` to `high` on the chosen days."""
        first, last = low[0] * 60 + low[1], high[0] * 60 + high[1]
        moments = list(range(first, min(last + inclusive, 1440), step))
        if not moments:
            moments = [first]
        if not inclusive and last < 1440:
            self.result.assumed.append(("last_run", {"time": [(moments[-1] // 60, moments[-1] % 60)]}))
        months, days = cron_list(self._months, 12), cron_days(self._days)
        minutes_of: dict[int, tuple[int, ...]] = {}
        for moment in moments:
            minutes_of[moment // 60] = (*minutes_of.get(moment // 60, ()), moment % 60)
        rules: list[Rule] = []
        for minutes in dict.fromkeys(minutes_of.values()):
            hours = [hour for hour, found in minutes_of.items() if found == minutes]
            rules.append(Cron(expression=f"{stepped(minutes, 60)} {stepped(hours, 24)} * {months} {days}"))
        return rules

    # --- days, weeks, months ------------------------------------------------------------------------------

    def _by_days(self, intervals: list[tuple[str, int]]) -> list[Rule]:
        unit, size = next((one for one in intervals if one[0] not in _SUBDAY), ("", 1))
        if unit == "days" and size % 7 == 0:
            unit, size = "weeks", size // 7
        if unit == "months" or (not unit and self._days is None and self._months):
            return self._on_dates(intervals)
        if unit == "days" and size > 31:
            unit, size = "weeks", round(size / 7)
            self.result.assumed.append(("nearest", {"interval": (unit, size)}))
        if unit == "days" and size > 1:
            return [Every(n=size, unit="days", hour=hour, minute=minute) for hour, minute in self._times()]
        if unit == "weeks":
            if self._days is None:
                self.result.assumed.append(("weekday", {}))
            days = sorted(self._days if self._days is not None else {1})
            if size > 1:
                return [
                    Every(n=size, unit="weeks", weekdays=days, hour=hour, minute=minute)
                    for hour, minute in self._times()
                ]
            return self._on_days(frozenset(days))
        if not unit and self._days is None:
            self.result.assumed.append(("every_day", {}))
        return self._on_days(self._days)

    def _on_days(self, days: frozenset[int] | None) -> list[Rule]:
        return at_times(self._times(), "*", cron_list(self._months, 12), cron_days(days))

    def _on_dates(self, intervals: list[tuple[str, int]]) -> list[Rule]:
        size = next((n for unit, n in intervals if unit == "months"), 1)
        rules: list[Rule] = []
        for element in self.of("date"):
            _, month, day = element.value
            if element.strength < 1.0 and size != 12:
                self.result.notes.append(("once", {}))
            rules += at_times(self._times(), str(day), str(month), "*")
        if rules:
            return rules
        days = sorted({day for element in self.of("monthdays") for day in element.value[0]})
        months = next((element.value[1] for element in self.of("monthdays") if element.value[1]), None) or self._months
        if not days:
            self.result.assumed.append(("month_day", {}))
            days = [1]
        if days[-1] > 28:
            self.result.notes.append(("missing_days", {"day": days[-1]}))
        if months is None and size > 1 and 12 % size:
            return [
                Every(n=size, unit="months", day_of_month=day, hour=hour, minute=minute)
                for day in days
                for hour, minute in self._times()
            ]
        if months is None and size > 1:
            months = list(range(1, 13, size))
        return at_times(self._times(), cron_numbers(days), cron_list(months, 12), "*")

    def _nth(self, element: Element, intervals: list[tuple[str, int]]) -> tuple[list[Rule], str]:
        name, day, months = element.value
        months = months or self._months
        size = next((n for unit, n in intervals if unit == "months"), 1)
        if months is None and size > 1 and 12 % size == 0:
            months = [month for month in range(1, 13) if month % size == (0 if name.startswith("last") else 1)]
        in_months, times = cron_list(months, 12), self._times()
        if name == "first_day":
            return at_times(times, "1", in_months, "*"), ""
        if name == "last_day" and months and 2 not in months:
            long = [month for month in months if month in {1, 3, 5, 7, 8, 10, 12}]
            short = [month for month in months if month not in long]
            rules = at_times(times, "31", cron_numbers(long), "*") if long else []
            return rules + (at_times(times, "30", cron_numbers(short), "*") if short else []), ""
        if name == "last_day":
            return at_times(times, "28-31", in_months, "*"), "last_day_of_month"
        if name.endswith("working_day"):
            self.result.assumed.append(("holidays", {}))
            return at_times(times, "26-31" if name.startswith("last") else "1-3", in_months, "*"), name
        return at_times(times, "*", in_months, str(day)), name

    def _counted(self, number: int, unit: str, size: int) -> list[Rule]:
        """So many times a period, at the times said or spread over it."""
        if number <= 1:
            interval = (unit, size)
            return self._within_the_day(*interval) if unit in _SUBDAY else self._by_days([interval])
        if unit in _SUBDAY:
            minutes = {"hours": 60, "minutes": 1}.get(unit, 1) * size
            return (
                self._within_the_day("minutes", max(1, minutes // number))
                if unit != "seconds"
                else [Every(n=1, unit="seconds")]
            )
        times = [time for element in self.of("times") for time in element.value]
        if unit == "days":
            if times and len(set(times)) != number:
                self.result.contradictions.append(("count", {"first": self.of("count")[0], "number": len(set(times))}))
            if times or self.of("part"):
                return self._on_days(self._days)
            return self._spread_day(number)
        if unit == "weeks":
            if self._days is not None and len(self._days) != number:
                self.result.contradictions.append(("count", {"first": self.of("count")[0], "number": len(self._days)}))
            return self._on_days(self._days if self._days is not None else self._spread(number))
        named = sorted({day for element in self.of("monthdays") for day in element.value[0]})
        if size == 1:
            days = named or sorted({1 + (28 * n) // number for n in range(min(number, 28))})
            if not named:
                self.result.assumed.append(("spread", {}))
            return at_times(self._times(), cron_numbers(days), cron_list(self._months, 12), "*")
        self.result.assumed.append(("spread", {}))
        months = list(range(1, 13, max(1, 12 // number)))
        return at_times(self._times(), cron_numbers(named or [1]), cron_list(months, 12), "*")

    def _spread(self, number: int, times: bool = False) -> frozenset[int]:
        days = {2: {1, 4}, 3: {1, 3, 5}, 4: {1, 2, 4, 5}, 5: set(WORKDAYS), 6: {1, 2, 3, 4, 5, 6}}.get(
            number, set(EVERY_DAY)
        )
        self.result.assumed.append(("spread", {}))
        return frozenset(days)

    def _spread_day(self, number: int) -> list[Rule]:
        """Over the working day when there are few, over the whole day when there are many."""
        if number > 5:
            step = 1440 // number
            moments = [n * step for n in range(number)]
        else:
            moments = [540 + n * 480 // (number - 1) for n in range(number)]
        times = [(moment // 60, moment % 60) for moment in moments]
        self.result.assumed.append(("time", {"time": times}))
        return at_times(times, "*", cron_list(self._months, 12), cron_days(self._days))


def _unit(element: Element) -> tuple[str, int]:
    if element.kind == "daily":
        return ("days", 1)
    return (element.value[1], element.value[2]) if element.kind == "count" else (element.value[0], element.value[1])


def _compatible(first: tuple[str, int], second: tuple[str, int]) -> bool:
    """Whether two rhythms can be one: the same, or hourly within days ("every hour, every day")."""
    units = {first[0], second[0]}
    return first == second or (bool(units & set(_SUBDAY)) and ("days", 1) in (first, second))
