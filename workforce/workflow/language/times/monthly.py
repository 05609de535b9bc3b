"""Days of the month and calendar dates in a sentence: "the 1st and 15th", "last Friday of the month", "month end"."""

from __future__ import annotations

from workforce.workflow.language.times.reader import FAINT, LIKELY, LONGEST_LIST, STRONG, WEAK, Element, Reader
from workforce.workflow.schedule import WEEKDAYS

WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_JOINERS = ("of", "every", "the", "per", "on", "in", "at", "filler")
_MONTH_JOINERS = (*_JOINERS, "comma")


class MonthReader(Reader):
    """Reads days of the month, at a position."""

    def day_of_month(self, index: int) -> Element | None:
        """ "on the 1st and 15th of each month", "last Friday of the month", "month end", "day 15"."""
        start = index
        every = self.has(self.skip(index, "on", "at", "the"), "every")
        index = self.skip(index, "on", "at", "every", "the")
        placed = index > start
        edge = self.get(index, "edge")
        if edge:
            return self._edge(edge[0], edge[1], start, index + 1, STRONG if every else LIKELY)
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
        strength = STRONG if every else LIKELY if placed else FAINT
        if unit == ("weeks", 1):
            days = frozenset({1 if side == "begin" else 5})
            return Element("days", (days, 1), start, at + 1, strength if every else WEAK)
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
        while len(others) < LONGEST_LIST and self.has(
            after := self.skip(at, "and", "comma", "the", "on"), "last", "ordinal"
        ):
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
        if every and not tied and day is not None and ordinal == 2:
            return None  # "every second Tuesday" is every other one
        which = "_".join(WHICH[number] for number in sorted({ordinal, *others}, key=lambda number: number % 5))
        if others and day is None:
            return None
        if working and ordinal not in {1, -1}:
            return None
        if day is None and not working and ordinal > 1:
            return Element("monthdays", ([ordinal], months), start, end_of, STRONG if tied else FAINT) if tied else None
        name = "_working_day" if working else "_day" if day is None else "_" + WEEKDAYS[day]
        if not tied and self.has(index, "weekday"):
            return None  # Portuguese "segunda a sexta": Monday to Friday, not the second Friday
        if not tied and not working:
            return Element("nth", (which + name, day, None), start, end, LIKELY if every else FAINT)
        return Element("nth", (which + name, day, months), start, end_of if tied else end, STRONG if tied else WEAK)

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
        weak = LIKELY if timed and len(days) > 1 else WEAK if timed or (named_day and placed) else FAINT
        strength = STRONG if tied else LIKELY if every else weak
        return Element("monthdays", (days, months), start, end_of if tied else end, strength)

    def date(self, index: int) -> Element | None:
        """A calendar date: "3 March 2027", "March 3rd", "2027-03-03"; with "every" a yearly one."""
        start = index
        every = self.has(self.skip(index, "on", "the", "at"), "every")
        index = self.skip(index, "on", "the", "every", "at")
        whole = self.get(index, "date")
        if whole:
            return Element("date", (whole[0], whole[1], whole[2]), start, index + 1, FAINT)
        day, month, end = self._day_and_month(index)
        if day is None:
            return None
        year_at = self.skip(end, "comma", "of", most=2)
        year = self.get(year_at, "number")
        if isinstance(year, int) and 2000 <= year <= 2100:
            return Element("date", (year, month, day), start, year_at + 1, FAINT)
        yearly = every or (
            self.has(end, "every", "per", "comma")
            and self.get(self.skip(end, *_MONTH_JOINERS), "unit") == ("months", 12)
        )
        return Element("date", (0, month, day), start, end, STRONG if yearly else FAINT)

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


def _months(size: int, last: bool) -> list[int] | None:
    """The months in which a period of `size` months begins (or ends); None for every month."""
    if size == 1:
        return None
    return [month for month in range(1, 13) if month % size == (0 if last else 1 % size)] if 12 % size == 0 else None
