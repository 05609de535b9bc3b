"""Facts about time in a sentence, in terms all languages share: intervals, days, counts, exceptions."""

from __future__ import annotations

from collections.abc import Callable

from workforce.workflow.language.times.monthly import MonthReader
from workforce.workflow.language.times.reader import FAINT, LIKELY, LONGEST_LIST, STRONG, WEAK, Element

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(1, 6))
WEEKEND = frozenset({0, 6})

_BEHIND_ADVERB = (
    "follow",
    "at",
    "on",
    "part",
    "every",
    "weekday",
    "workdays",
    "number",
    "ordinal",
    "clock",
    "shortday",
    "hourslike",
    "dotted",
    "zone",
    "between",
    "except",
    "only",
    "last",
    "begin",
    "end",
    "and",
    "to",
)


class Grammar(MonthReader):
    """Tries every kind of fact at a position, the most telling first."""

    def element(self, index: int) -> Element | None:
        """The fact that begins at `index`, if any."""
        kinds: tuple[Callable[[int], Element | None], ...] = (
            self.exact, self.day_of_month, self.guard, self.counted, self.date, self.restriction, self.interval,
            self.adverb, self.days, self.range, self.times, self.part, self.correction,
        )  # fmt: skip
        for kind in kinds:
            found = kind(index)
            if found is not None:
                return found
        return None

    def exact(self, index: int) -> Element | None:
        """A cron expression, a time zone, business hours, or a minute of the hour."""
        minute = self.get(index + 1, "number") if self.has(index, "minute_before") else None
        if isinstance(minute, int) and minute < 60:
            return Element("minute", minute, index, index + 2)
        start, index = index, self.skip(index, "at", most=1)
        minute = self.get(index, "number")
        after = index + 1 + (self.get(index + 1, "unit") == ("minutes", 1))
        if isinstance(minute, int) and minute < 60 and self.has(after, "minute_after"):
            return Element("minute", minute, start, after + 1)
        index = start
        if self.has(index, "cron"):
            return Element("cron", self.get(index, "cron"), index, index + 1, STRONG)
        if self.has(index, "zone"):
            return Element("zone", self.get(index, "zone"), index, index + 1)
        if self.has(index, "businesshours"):
            marked = self.has(index - 1, "between", "only", "within", "on")
            return Element("businesshours", True, index, index + 1, marked=marked)
        return None

    def guard(self, index: int) -> Element | None:
        """Time words that choose data or say how long: never a schedule."""
        unit_at = index
        if self.has(index, "day_shift", "week_before"):
            return Element("guard", None, index, index + 1)
        if self.has(index, "previous", "next", "this", "within", "for", "wait", "older", "ahead"):
            unit_at = self.skip(index, "previous", "next", "this", "within", "for", "wait", "older", "ahead", "the")
            number = self.has(unit_at, "number")
            unit_at += number
            chosen = self.has(index, "previous", "next", "this") and self.has(
                unit_at, "unit", "weekday", "weekend", "month"
            )
            lasting = number and self.has(unit_at, "unit")
            if (
                (chosen and not self.has(unit_at, "oclock"))
                or lasting
                or (number is False and self.has(unit_at, "hourslike"))
            ):
                return Element("guard", None, index, unit_at + 1)
        if (
            self.has(index, "number")
            and self.has(index + 1, "unit")
            and self.has(index + 2, "ago", "later", "before", "after")
        ):
            return Element("guard", None, index, index + 3)
        if self.has(index, "before", "after", "older") and not self.has(index, "between", "to"):
            reading = self.clock(self.skip(index + 1, "at", "the", "on"), expected=True)
            if reading is not None:
                return Element("guard", None, index, reading[1])
        return None

    # --- rhythms ------------------------------------------------------------------------------------------

    def counted(self, index: int) -> Element | None:
        """ "twice a day", "3x per week", "einmal täglich"."""
        number = self.get(index, "count")
        at = index + 1
        if number is None:
            number = self.get(index, "number")
            if number is None or not self.has(at, "times"):
                return None
            at += 1
        adverb = self.get(at, "adverb")
        if adverb and adverb[0] != "night":
            return Element("count", (number, adverb[0], adverb[1]), index, at + 1, STRONG)
        after = self.skip(at, "per", "every", "of", "the")
        unit = self.get(after, "unit")
        if unit and after > at:
            return Element("count", (number, *unit), index, after + 1, STRONG)
        days = self.days(at) if number > 1 and self.has(at, "every") else None
        return Element("countdays", (number, days.value[0]), index, days.last, STRONG) if days else None

    def interval(self, index: int) -> Element | None:
        """ "every 15 minutes", "every other week", "alle zwei Stunden", "un jour sur deux", "de 2 em 2 horas"."""
        alternate = self._one_in_two(index) or self._by_twos(index)
        if alternate:
            return alternate
        if not self.has(index, "every"):
            return None
        at = self.skip(index, "every", most=2)
        at = self.skip(at, "the", most=1) if not self.has(at, "unit", "number") else at
        if self.has(at, "part") and self.get(at, "part") not in {"noon", "midnight"} and not self.has(at, "unit"):
            return Element("daily", self.get(at, "part"), index, at + 1, STRONG)
        if self.get(at, "part") in {"noon", "midnight"} and not self.has(at, "unit"):
            return Element("dailytime", [(12, 0) if self.get(at, "part") == "noon" else (0, 0)], index, at + 1, STRONG)
        number, after = self._size(at)
        short = self.get(at, "hourslike")
        if short and short[2]:
            return Element("interval", ("hours", short[0]), index, at + 1, STRONG)
        if self.has(after, "number") and after > at and self.get(after, "number") == number:
            after += 1
        unit = self.get(after, "unit")
        if unit is None:
            return None
        return Element("interval", (unit[0], unit[1] * number), index, after + 1, self._possessed(after + 1))

    def _one_in_two(self, index: int) -> Element | None:
        """ "un mardi sur deux", "une semaine sur deux"."""
        if self.get(index, "number") != 1 and not self.has(index, "the"):
            return None
        unit, weekday = self.get(index + 1, "unit"), self.get(index + 1, "weekday")
        size = self.get(index + 3, "number")
        if not self.has(index + 2, "outof") or not isinstance(size, int):
            return None
        if weekday:
            return Element("days", (frozenset({weekday[0]}), size), index, index + 4, STRONG)
        return Element("interval", (unit[0], unit[1] * size), index, index + 4, STRONG) if unit else None

    def _by_twos(self, index: int) -> Element | None:
        """ "de 2 em 2 horas", "de dos en dos días"."""
        number, unit = self.get(index + 1, "number"), self.get(index + 4, "unit")
        if not self.has(index, "from") or not number or number != self.get(index + 3, "number") or not unit:
            return None
        return (
            Element("interval", (unit[0], unit[1] * number), index, index + 5, STRONG)
            if self.has(index + 2, "on")
            else None
        )

    def _possessed(self, index: int) -> float:
        """ "every day's orders" chooses data more than it says when."""
        return FAINT if index < len(self.lexemes) and self.lexemes[index].text in {"'s", "’s"} else STRONG

    def _size(self, index: int) -> tuple[int, int]:
        if self.has(index, "other") and self.has(index + 1, "unit", "weekday", "shortday"):
            return self.get(index, "other"), index + 1
        if self.has(index, "ordinal") and self.has(index + 1, "unit", "weekday", "shortday"):
            return self.get(index, "ordinal"), index + 1
        number = self.get(index, "number")
        return (number, index + 1) if isinstance(number, int) and number > 0 else (1, index)

    def adverb(self, index: int) -> Element | None:
        """ "daily", "quarterly", "wöchentlich"; before a noun it may only describe it."""
        if self.has(index, "adverb"):
            name, size, times = self.get(index, "adverb")
            strength = self._adverb_strength(index)
        elif self.has(index, "adjective"):
            name, size, times = self.get(index, "adjective")
            strength = self._adjective_strength(index)
        else:
            return None
        if name == "night":
            return Element("daily", "night", index, index + 1, strength)
        kind, value = ("interval", (name, size)) if times == 1 else ("count", (times, name, size))
        return Element(kind, value, index, index + 1, strength)

    def _adverb_strength(self, index: int) -> float:
        after = index + 1
        if after >= len(self.lexemes) or self.lexemes[after].stop or not self.lexemes[after].text[:1].isalnum():
            return STRONG
        if self.has(after, "unlike"):
            return 0.0
        if self.has(after, *_BEHIND_ADVERB):
            return STRONG
        return self._adjective_strength(index)

    def _adjective_strength(self, index: int) -> float:
        """ "send weekly reports" says when; "the weekly report is in the sheet" hardly."""
        if self.has(index + 1, "unlike"):
            return 0.0
        for before in range(index - 1, max(index - 5, -1), -1):
            if self.lexemes[before].stop:
                break
            if self.has(before, "make"):
                return 0.6
        return 0.6 if index == 0 else FAINT

    def part(self, index: int) -> Element | None:
        """A part of the day: "in the morning", "abends"."""
        if self.has(index, "partly"):
            return Element("part", self.get(index, "partly"), index, index + 1, LIKELY)
        if self.get(index, "part") in {"morning", "afternoon", "evening", "night"}:
            return Element("part", self.get(index, "part"), index, index + 1, marked=False)
        return None

    def correction(self, index: int) -> Element | None:
        """ "no sorry", "I mean": what stood before is taken back."""
        return Element("correct", None, index, index + 1) if self.has(index, "correct") else None

    def bare(self, index: int) -> Element | None:
        """An interval without "every" ("15 minutes"), a plain hour ("9"): where all of the text is a schedule."""
        number, after = self._size(index)
        unit = self.get(after, "unit")
        if unit is not None and (after > index or index == 0):
            return Element("interval", (unit[0], unit[1] * number), index, after + 1, STRONG)
        reading = self.clock(index, expected=True)
        return Element("times", [reading[0]], index, reading[1]) if reading else None

    # --- days of the week ---------------------------------------------------------------------------------

    def days(self, index: int) -> Element | None:
        """Weekdays: "every Monday and Thursday", "Mon-Fri", "weekdays", "every other Tuesday"."""
        start = index
        index = self.skip(index, "habit", "on", "at", "the", most=2)
        habitual = any(self.has(place, "habit") for place in range(start, index))
        every = self.has(index, "every") or any(self.has(place, "every") for place in range(start, index))
        at = self.skip(index, "every", "the", most=3)
        size, at = self._size(at) if every else (1, at)
        chosen, end, plural, several = self._day_list(at)
        if not chosen:
            return None
        if every or plural or habitual:
            strength = STRONG
        else:
            timed = self.clock(self.skip(end, "at", "comma"), expected=True) is not None
            opening = start == 0 or self.lexemes[start - 1].stop
            certain = LIKELY if several else 0.6 if opening else WEAK
            strength = certain if timed else WEAK if several else FAINT
        if (
            not strength > FAINT
            and self.has(at, "shortday")
            and not self.has(at, "weekday")
            and not self.clock(end, expected=False)
        ):
            return None
        return Element("days", (frozenset(chosen), size), start, end, strength)

    def _day_list(self, index: int) -> tuple[set[int], int, bool, bool]:
        """(days, end, whether a plural says "every", whether there are several)."""
        chosen: set[int] = set()
        plural = several = False
        end = index
        for _ in range(LONGEST_LIST):
            days, many = self._day(index)
            if not days:
                break
            plural, end = plural or many, index + 1
            after = self.skip(end, "to", most=1) if self.has(end, "to") and not self.has(end, "and") else end
            until, many = self._day(after) if after > end else (frozenset(), False)
            if len(days) == 1 and len(until) == 1:
                (low,), (high,) = days, until
                days = frozenset((low + step) % 7 for step in range((high - low) % 7 + 1))
                end, several, plural = after + 1, True, plural or many
            several = several or bool(chosen)
            chosen |= days
            index = self.skip(end, "and", "comma", "on", "the", "every", "habit", "outof")
            if index == end:
                break
        return chosen, end, plural, several

    def _day(self, index: int) -> tuple[frozenset[int], bool]:
        if self.has(index, "weekday"):
            day, plural = self.get(index, "weekday")
            return frozenset({day}), plural
        if self.has(index, "workdays"):
            return WORKDAYS, self.get(index, "workdays")
        if self.has(index, "weekend"):
            return WEEKEND, self.get(index, "weekend")
        if self.has(index, "shortday"):
            return frozenset({self.get(index, "shortday")}), False
        return frozenset(), False

    def restriction(self, index: int) -> Element | None:
        """ "except Sundays", "but only on weekends", "only between 9 and 17"."""
        for sense in ("except", "only"):
            if not self.has(index, sense):
                continue
            after = self.skip(index, sense, "on", "at", "the", "comma", "every")
            chosen, end, _, _ = self._day_list(after)
            if chosen:
                return Element(sense, frozenset(chosen), index, end)
            if sense == "except" and self.has(after, "month"):
                months, end = self._month_list(after)
                return Element("exceptmonths", months, index, end)
        return self._in_months(index)

    def _in_months(self, index: int) -> Element | None:
        """ "in January and July", "from March"."""
        every = self.has(index, "every")
        at = self.skip(index, "of", "only", "in", "on", "every", most=2)
        if at == index or not self.has(at, "month"):
            return None
        months, end = self._month_list(at)
        strength = STRONG if every else 0.0
        return Element("months", months, index, end, strength) if not self.has(end, "number") else None
