"""A cursor over lexemes: the small readings (clock times, lists, units) that the grammar is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workforce.workflow.language.times.lexicon import Lexeme

Clock = tuple[int, int]

AFTERNOON = frozenset({"afternoon", "evening"})
NOON = 12
_DAWN = 6
# How much an element says that something repeats.
STRONG, LIKELY, WEAK, FAINT = 1.0, 0.8, 0.5, 0.3
LEAST_SPOKEN = 10  # minutes said as a word: “7 Uhr eine E-Mail” has none, “7 Uhr dreißig” has
LONGEST_LIST = 31  # more than a person would list; keeps hostile text cheap


@dataclass(frozen=True, slots=True)
class Element:
    """One fact about time, on lexemes [first, last). strength: 0..1, how much it says that something repeats.

    marked: it reads as a time on its own ("at 9", "9am"), not only beside other time words ("9").
    """

    kind: str
    value: Any
    first: int
    last: int
    strength: float = 0.0
    marked: bool = True


class Reader:
    """Reads lexemes at a position; each reading gives its value and where it ended, or None."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes

    def has(self, index: int, *senses: str) -> bool:
        """Whether the lexeme at `index` can mean any of these."""
        return 0 <= index < len(self.lexemes) and any(sense in self.lexemes[index].senses for sense in senses)

    def get(self, index: int, sense: str) -> Any:
        """The value of that sense, None without it."""
        return self.lexemes[index].senses.get(sense) if 0 <= index < len(self.lexemes) else None

    def skip(self, index: int, *senses: str, most: int = 4) -> int:
        """The position behind up to `most` lexemes of these senses."""
        end = index + most
        while index < end and self.has(index, *senses):
            index += 1
        return index

    def clock(self, index: int, expected: bool) -> tuple[Clock, int, bool, str] | None:
        """A time of day: (hour, minute), end, whether it reads as one by itself, am/pm as written.

        expected: a plain number may be an hour here (after "at", in a list of times).
        """
        part = self.get(index, "part")
        if part in {"noon", "midnight"}:
            return ((12, 0) if part == "noon" else (0, 0)), index + 1, True, "24"
        shift = self.get(index, "before_hour")
        if shift is not None:
            inner = self._hour(index + 1, expected=True)
            if inner is not None and inner[0][1] == 0:
                (hour, _), end, _, _ = inner
                total = (hour * 60 + shift) % 1440
                end, meridiem = self._half_of_day(end)
                return self._settled((total // 60, total % 60), end, True, meridiem)
        found = self._hour(index, expected)
        if found is None:
            return None
        time, end, certain, fixed = found
        shift = self.get(end, "after_hour")
        if shift is not None and time[1] == 0:
            total = (time[0] * 60 + shift) % 1440
            time, end, certain = (total // 60, total % 60), end + 1, True
        if self.has(end, "oclock"):
            end, certain = end + 1, True
            minutes = self.get(end, "number")
            if (
                minutes is not None
                and time[1] == 0
                and minutes < 60
                and (minutes >= LEAST_SPOKEN or self.lexemes[end].text.isdigit())
                and not self.has(end + 1, "unit", "times", "month")
            ):
                time, end = (time[0], minutes), end + 1
            shift = self.get(end, "after_hour")
            if shift is not None and time[1] == 0:
                total = (time[0] * 60 + shift) % 1440
                time, end = (total // 60, total % 60), end + 1
        after, meridiem = self._half_of_day(end)
        if meridiem:
            end, certain = after, True
        return self._settled(time, end, certain, meridiem or ("24" if fixed and time[0] > NOON else ""))

    def _settled(self, time: Clock, end: int, certain: bool, meridiem: str) -> tuple[Clock, int, bool, str] | None:
        if meridiem in {"am", "pm", "night"} and time[0] > NOON:
            meridiem = "24"
        return in_half(time, meridiem), end, certain, meridiem

    def _hour(self, index: int, expected: bool) -> tuple[Clock, int, bool, bool] | None:
        time = self.get(index, "clock")
        if time is not None:
            return (time[0] % 24, time[1]), index + 1, True, True
        time = self.get(index, "hourslike")
        if time is not None and not (time[2] and self.has(index - 1, "number", "within", "previous", "next", "every")):
            return (time[0] % 24, time[1]), index + 1, not time[2] or expected, True
        time = self.get(index, "dotted")
        if time is not None and (expected or self.has(index + 1, "meridiem", "oclock")):
            return (time[0] % 24, time[1]), index + 1, expected, True
        number = self.get(index, "number")
        if number is not None and 0 <= number <= 24 and not self.has(index, "per"):
            if self.has(index + 1, "unit", "times", "month", "currency") and not self.has(
                index + 1, "oclock", "meridiem"
            ):
                return None
            if expected or self.has(index + 1, "oclock", "meridiem", "after_hour") or self._half_of_day(index + 1)[1]:
                return (number % 24, 0), index + 1, False, False
        return None

    def _half_of_day(self, index: int) -> tuple[int, str]:
        """(end, am/pm) behind a clock time: "am", "in the morning", "de la tarde"."""
        meridiem = self.get(index, "meridiem")
        if meridiem:
            return index + 1, str(meridiem)
        for end in range(index, index + 3):
            part = self.get(end, "part")
            if part and part not in {"noon", "midnight"}:
                return end + 1, "night" if part == "night" else "pm" if part in AFTERNOON else "am"
            if not self.has(end, "of", "the", "on") or self.has(end, "every"):
                break
        return index, ""

    def times(self, index: int) -> Element | None:
        """A list of clock times: "at 8 and 17", "9am, 1pm and 5pm"."""
        start = index
        expected = self.has(index, "at")
        index = self.skip(index, "at", "on", "the") if expected else index
        found: list[tuple[Clock, str]] = []
        marked = expected
        while len(found) < LONGEST_LIST:
            reading = self.clock(index, expected or bool(found))
            if reading is None or (found and not self._listable(reading, index)):
                break
            found.append((reading[0], reading[3]))
            marked, end = marked or reading[2], reading[1]
            index = self.skip(end, "and", "comma", "at", "the")
            if index == end:
                break
        if not found:
            return None
        return Element("times", _same_half(found), start, end, marked=marked)

    def _listable(self, reading: tuple[Clock, int, bool, str], index: int) -> bool:
        """Whether a further plain number is another time, not the beginning of something else."""
        return reading[2] or not self.has(reading[1], "unit", "times", "month", "weekday", "ordinal")

    def range(self, index: int) -> Element | None:
        """A span of the day: "between 9 and 17", "9am-5pm", "von 8 bis 18 Uhr"."""
        start = index
        opened = self.has(index, "between", "from")
        index = self.skip(index, "between", "from", "at", "the") if opened else index
        low = self.clock(index, expected=True)
        if low is None:
            return None
        middle = self.skip(low[1], "comma", most=1)
        if not self.has(middle, "to") or (not opened and self.has(middle, "and")):
            return None
        high = self.clock(self.skip(middle, "to", "at", "the"), expected=True)
        if high is None or (not opened and not low[2] and not high[2] and self.has(high[1], "unit", "number")):
            return None
        first, last = _same_half([(low[0], low[3]), (high[0], high[3])])
        if last <= first and last[0] < NOON and not high[3]:
            last = (last[0] + NOON, last[1])
        if last <= first:
            last = (24, 0) if last == (0, 0) else last
        marked = opened or low[2] or high[2]
        return Element("range", (first, last), start, high[1], marked=marked) if last > first else None


def in_half(time: Clock, meridiem: str) -> Clock:
    """A 12-hour time as a 24-hour one; at night, one to five are after midnight."""
    if meridiem == "night":
        meridiem = "am" if time[0] < _DAWN or time[0] == NOON else "pm"
    if meridiem == "am":
        return (0 if time[0] == NOON else time[0]), time[1]
    if meridiem == "pm":
        return (time[0] if time[0] >= NOON else time[0] + NOON), time[1]
    return time


def _same_half(found: list[tuple[Clock, str]]) -> list[Clock]:
    """Times of a list: one without am/pm takes the next one's, if it is then still the earlier."""
    times: list[Clock] = []
    later: tuple[Clock, str] | None = None
    for time, meridiem in reversed(found):
        if not meridiem and later and later[1] in {"am", "pm"} and time[0] <= NOON:
            same = in_half(time, later[1])
            time = same if same < later[0] else in_half(time, "am")
            meridiem = later[1]
        times.insert(0, time)
        later = (time, meridiem)
    return times
