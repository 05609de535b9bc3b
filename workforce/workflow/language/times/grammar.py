"""Facts about time in a sentence, in terms all languages share: intervals, days, days of the month, counts, exceptions."""

from __future__ import annotations

from collections.abc import Callable

from workforce.workflow.language.times.reader import LONGEST_LIST, Element, Reader

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(1, 6))
WEEKEND = frozenset({0, 6})
WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
DAY_NAMES = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")

_STRONG, _LIKELY, _WEAK, _FAINT = 1.0, 0.8, 0.5, 0.3
_JOINERS = ("of", "every", "the", "per", "on", "in", "at", "filler")
_MONTH_JOINERS = (*_JOINERS, "comma")


class Grammar(Reader):
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
        if isinstance(minute, int) and minute < 60:  # noqa: PLR2004
            return Element("minute", minute, index, index + 2)
        start, index = index, self.skip(index, "at", most=1)
        minute = self.get(index, "number")
        after = index + 1 + (self.get(index + 1, "unit") == ("minutes", 1))
        if isinstance(minute, int) and minute < 60 and self.has(after, "minute_after"):  # noqa: PLR2004
            return Element("minute", minute, start, after + 1)
        index = start
        if self.has(index, "cron"):
            return Element("cron", self.get(index, "cron"), index, index + 1, _STRONG)
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

    # --- days of the month --------------------------------------------------------------------------------

    def day_of_month(self, index: int) -> Element | None:
        """ "on the 1st and 15th of each month", "last Friday of the month", "month end", "day 15"."""
        start = index
        every = self.has(self.skip(index, "on", "at", "the"), "every")
        index = self.skip(index, "on", "at", "every", "the")
        placed = index > start
        edge = self.get(index, "edge")
        if edge:
            return self._edge(edge[0], edge[1], start, index + 1, _STRONG if every else _LIKELY)
        if self.has(index, "begin", "end"):
            return self._begin_or_end(start, index, placed, every)
        return self._nth(start, index, every) or self._numbered(start, index, placed, every)

    def _begin_or_end(self, start: int, index: int, placed: bool, every: bool) -> Element | None:
        side = "begin" if self.has(index, "begin") else "end"
        at = self.skip(index + 1, *_JOINERS)
        every = every or any(self.has(place, "every") for place in range(index + 1, at))
        unit = self.get(at, "unit")
        if self.has(start - 1, "before", "until", "within", "to") or unit is None or at == index + 1:
            return None
        strength = _STRONG if every else _LIKELY if placed else _FAINT
        if unit == ("weeks", 1):
            days = frozenset({1 if side == "begin" else 5})
            return Element("days", (days, 1), start, at + 1, strength if every else _WEAK)
        if unit == ("days", 1):
            part = "morning" if side == "begin" else "evening"
            return Element("daily" if every else "part", part, start, at + 1, strength if every else 0.0)
        return self._edge(side, unit[1], start, at + 1, strength) if unit[0] == "months" else None

    def _edge(self, side: str, months: int, start: int, end: int, strength: float) -> Element:
        which = ("first" if side == "begin" else "last") + "_day"
        return Element("nth", (which, None, _months(months, last=side == "end")), start, end, strength)

    def _nth(self, start: int, index: int, every: bool) -> Element | None:
        """ "first Monday of the month", "last working day", "dernier jour du trimestre"."""
        ordinal, at = self._which(index)
        if ordinal is None:
            return None
        others: list[int] = []
        while len(others) < LONGEST_LIST and self.has(after := self.skip(at, "and", "comma", "the", "on"), "last", "ordinal"):
            if after == at:
                break
            further, at = self._which(after)
            if further is None:
                return None
            others.append(further)
        at = self.skip(at, "the")
        weekday = self.get(at, "weekday") or self.get(at, "shortday")
        day = weekday[0] if isinstance(weekday, tuple) else weekday
        working = self.has(at, "workday")
        if day is None and not working and self.get(at, "unit") != ("days", 1):
            return None
        end = self.skip(at + 1, "last_after")
        months, end_of, tied = self._of_months(end, last=ordinal == -1)
        if every and not tied and day is not None and ordinal == 2:  # noqa: PLR2004
            return None  # "every second Tuesday" is every other one
        which = "_".join(WHICH[number] for number in sorted({ordinal, *others}, key=lambda number: number % 5))
        if others and day is None:
            return None
        if working and ordinal not in {1, -1}:
            return None
        if day is None and not working and ordinal > 1:
            return (
                Element("monthdays", ([ordinal], months), start, end_of, _STRONG if tied else _FAINT) if tied else None
            )
        name = "_working_day" if working else "_day" if day is None else "_" + DAY_NAMES[day]
        if not tied and not working:
            placed = self.has(start, "on", "at", "every")
            return (
                Element("nth", (which + name, day, None), start, end, _LIKELY if every else _FAINT) if placed else None
            )
        return Element("nth", (which + name, day, months), start, end_of if tied else end, _STRONG if tied else _WEAK)

    def _which(self, index: int) -> tuple[int | None, int]:
        """(1 … 4, -1 for the last, None for anything else), end."""
        if self.has(index, "last"):
            return -1, index + 1
        ordinal = self.get(index, "ordinal")
        return (ordinal if isinstance(ordinal, int) and 1 <= ordinal <= 4 else None), index + 1

    def _of_months(self, index: int, last: bool) -> tuple[list[int] | None, int, bool]:
        """(the months or None for all, end, whether it was said) of "of every month", "of the quarter", "of March"."""
        at = self.skip(index, *_JOINERS)
        unit = self.get(at, "unit")
        if unit and unit[0] == "months" and (at > index or self.has(at, "genitive")):
            return _months(unit[1], last), at + 1, True
        if at > index and self.has(at, "month") and not self.has(at, "per"):
            months, end = self._month_list(at)
            return months, end, True
        return None, index, False

    def _month_list(self, index: int) -> tuple[list[int], int]:
        months: list[int] = []
        end = index
        while self.has(index, "month") and len(months) < LONGEST_LIST:
            months.append(self.get(index, "month"))
            end = index + 1
            index = self.skip(end, "comma", "and", "of", "the")
        return sorted(set(months)), end

    def _numbered(self, start: int, index: int, placed: bool, every: bool) -> Element | None:
        """ "the 1st and 15th of the month", "día 15 de cada mes", "le 15 du mois"."""
        named_day = self.get(index, "unit") == ("days", 1) or self.has(index, "dayword")
        at = index + named_day
        days: list[int] = []
        ordinal, end = False, at
        while len(days) < LONGEST_LIST:
            day = self.get(at, "ordinal") or self.get(at, "number")
            if (
                not isinstance(day, int)
                or not 1 <= day <= 31
                or self.has(at + 1, "oclock", "meridiem", "times")
                or self.has(at, "weekday")
            ):
                break
            ordinal = ordinal or self.has(at, "ordinal")
            days.append(day)
            end = at + 1
            at = self.skip(end, "and", "comma", "on", "the", "dayword")
            if self.has(at, "month") or at == end:
                break
        if not days or not (named_day or ordinal or placed):
            return None
        tail = end + (self.get(end, "unit") == ("days", 1))
        months, end_of, tied = self._of_months(tail, last=False)
        if self.has(end, "month") or (tied and months and every and len(months) == 1):
            return None  # a date
        if not tied and (self.has(end, "unit", "weekday", "workday") or not (ordinal or named_day)):
            return None
        timed = ordinal and placed and self.clock(self.skip(end, "at", "comma"), expected=True)
        weak = _LIKELY if timed and len(days) > 1 else _WEAK if timed or (named_day and placed) else _FAINT
        strength = _STRONG if tied else _LIKELY if every else weak
        return Element("monthdays", (days, months), start, end_of if tied else end, strength)

    def date(self, index: int) -> Element | None:
        """A calendar date: "3 March 2027", "March 3rd", "2027-03-03"; with "every" a yearly one."""
        start = index
        every = self.has(self.skip(index, "on", "the", "at"), "every")
        index = self.skip(index, "on", "the", "every", "at")
        whole = self.get(index, "date")
        if whole:
            return Element("date", (whole[0], whole[1], whole[2]), start, index + 1, _FAINT)
        day, month, end = self._day_and_month(index)
        if day is None:
            return None
        year_at = self.skip(end, "comma", "of", most=2)
        year = self.get(year_at, "number")
        if isinstance(year, int) and 2000 <= year <= 2100:
            return Element("date", (year, month, day), start, year_at + 1, _FAINT)
        yearly = every or (
            self.has(end, "every", "per", "comma")
            and self.get(self.skip(end, *_MONTH_JOINERS), "unit") == ("months", 12)
        )
        return Element("date", (0, month, day), start, end, _STRONG if yearly else _FAINT)

    def _day_and_month(self, index: int) -> tuple[int | None, int, int]:
        number = self.get(index, "ordinal") or self.get(index, "number")
        if isinstance(number, int) and 1 <= number <= 31:
            at = self.skip(index + 1, "of", "the", most=2)
            return (number, self.get(at, "month"), at + 1) if self.has(at, "month") else (None, 0, index)
        if self.has(index, "month"):
            at = self.skip(index + 1, "the", most=1)
            number = self.get(at, "ordinal") or self.get(at, "number")
            if isinstance(number, int) and 1 <= number <= 31 and not self.has(at + 1, "unit", "meridiem", "oclock"):
                return number, self.get(index, "month"), at + 1
        return None, 0, index

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
            return Element("count", (number, adverb[0], adverb[1]), index, at + 1, _STRONG)
        after = self.skip(at, "per", "every", "of", "the")
        unit = self.get(after, "unit")
        if unit and after > at:
            return Element("count", (number, *unit), index, after + 1, _STRONG)
        days = self.days(at) if number > 1 and self.has(at, "every") else None
        return Element("countdays", (number, days.value[0]), index, days.last, _STRONG) if days else None

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
            return Element("daily", self.get(at, "part"), index, at + 1, _STRONG)
        if self.get(at, "part") in {"noon", "midnight"} and not self.has(at, "unit"):
            return Element("dailytime", [(12, 0) if self.get(at, "part") == "noon" else (0, 0)], index, at + 1, _STRONG)
        number, after = self._size(at)
        short = self.get(at, "hourslike")
        if short and short[2]:
            return Element("interval", ("hours", short[0]), index, at + 1, _STRONG)
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
            return Element("days", (frozenset({weekday[0]}), size), index, index + 4, _STRONG)
        return Element("interval", (unit[0], unit[1] * size), index, index + 4, _STRONG) if unit else None

    def _by_twos(self, index: int) -> Element | None:
        """ "de 2 em 2 horas", "de dos en dos días"."""
        number, unit = self.get(index + 1, "number"), self.get(index + 4, "unit")
        if not self.has(index, "from") or not number or number != self.get(index + 3, "number") or not unit:
            return None
        return (
            Element("interval", (unit[0], unit[1] * number), index, index + 5, _STRONG)
            if self.has(index + 2, "on")
            else None
        )

    def _possessed(self, index: int) -> float:
        """ "every day's orders" chooses data more than it says when."""
        return _FAINT if index < len(self.lexemes) and self.lexemes[index].text in {"'s", "’s"} else _STRONG

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
            return _STRONG
        if self.has(after, "unlike"):
            return 0.0
        if self.has(after, "follow", "at", "on", "part", "every", "weekday", "workdays", "number", "ordinal", "clock", "shortday",
                    "hourslike", "dotted", "zone", "between", "except", "only", "last", "begin", "end", "and", "to"):  # fmt: skip
            return _STRONG
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
        return 0.6 if index == 0 else _FAINT

    def part(self, index: int) -> Element | None:
        """A part of the day: "in the morning", "abends"."""
        if self.has(index, "partly"):
            return Element("part", self.get(index, "partly"), index, index + 1, _LIKELY)
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
            return Element("interval", (unit[0], unit[1] * number), index, after + 1, _STRONG)
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
            strength = _STRONG
        else:
            timed = self.clock(self.skip(end, "at", "comma"), expected=True) is not None
            opening = start == 0 or self.lexemes[start - 1].stop
            certain = _LIKELY if several else 0.6 if opening else _WEAK
            strength = certain if timed else _WEAK if several else _FAINT
        if (
            not strength > _FAINT
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
        strength = _STRONG if every else 0.0
        return Element("months", months, index, end, strength) if not self.has(end, "number") else None


def _months(size: int, last: bool) -> list[int] | None:
    """The months in which a period of `size` months begins (or ends); None for every month."""
    if size == 1:
        return None
    return [month for month in range(1, 13) if month % size == (0 if last else 1 % size)] if 12 % size == 0 else None
