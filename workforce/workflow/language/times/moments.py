"""Periods that choose data ("last week", "yesterday's", "in the next 30 days") and durations ("wait 2 days")."""

from __future__ import annotations

from typing import Literal as OneOf

from pydantic import BaseModel, ConfigDict

from workforce.workflow.language.times.finding import LONGEST, marked_lexemes
from workforce.workflow.language.times.languages import known
from workforce.workflow.language.times.reader import Reader
from workforce.workflow.spec import Moment

Snap = OneOf["", "day", "week", "month", "quarter", "year"]
_SNAPS: dict[tuple[str, int], Snap] = {
    ("days", 1): "day",
    ("weeks", 1): "week",
    ("months", 1): "month",
    ("months", 3): "quarter",
    ("months", 12): "year",
}
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800, "months": 2592000}
_JOINING = ("the", "of", "on")


class FoundMoment(BaseModel):
    """A period relative to the run: from `since` up to, not with, `until`; None is open on that side."""

    model_config = ConfigDict(frozen=True)
    start: int
    end: int
    text: str
    since: Moment | None
    until: Moment | None


class FoundDuration(BaseModel):
    """A length of time: "2 days", "one week after that"; a month counts 30 days, a year 360.

    wait: the words say that something waits for it (then `start` … `end` cover them).
    """

    model_config = ConfigDict(frozen=True)
    start: int
    end: int
    text: str
    seconds: int
    wait: bool = False


def find_moments(text: str, language: str = "en") -> list[FoundMoment]:
    """Every period that chooses data, in order; overlapping readings give the longest."""
    text = text[:LONGEST]
    pieces = marked_lexemes(text, known(language))
    reader = _Periods(pieces)
    found: list[FoundMoment] = []
    index = 0
    while index < len(pieces):
        reading = reader.period(index)
        if reading is None:
            index += 1
            continue
        since, until, end = reading
        first, last = pieces[index].start, pieces[end - 1].end
        found.append(FoundMoment(start=first, end=last, text=text[first:last], since=since, until=until))
        index = end
    return found


def find_durations(text: str, language: str = "en") -> list[FoundDuration]:
    """Every length of time that is not a rhythm ("every 2 days" is one)."""
    text = text[:LONGEST]
    pieces = marked_lexemes(text, known(language))
    reader = _Periods(pieces)
    found: list[FoundDuration] = []
    index = 0
    while index < len(pieces):
        reading = reader.length(index)
        if reading is None:
            index += 1
            continue
        seconds, end, wait = reading
        first, last = pieces[index].start, pieces[end - 1].end
        found.append(FoundDuration(start=first, end=last, text=text[first:last], seconds=seconds, wait=wait))
        index = end
    return found


class _Periods(Reader):
    """Readings of periods and lengths at a position."""

    def period(self, index: int) -> tuple[Moment | None, Moment | None, int] | None:
        """(since, until, end) of the period that begins at `index`."""
        return self._named(index) or self._counted(index) or self._older(index) or self._whole(index)

    def _named(self, index: int) -> tuple[Moment | None, Moment | None, int] | None:
        days = self.get(index, "day_shift")
        if days is not None and not (self.has(index, "part") and self.has(index - 1, "every", "of", "at", "the")):
            return _unit_at("days", days, "day"), _unit_at("days", days + 1, "day"), index + 1
        before = self.get(index, "week_before")
        if before:
            return (*_whole_units(before[0], abs(before[1]), -1), index + 1)
        return None

    def _counted(self, index: int) -> tuple[Moment | None, Moment | None, int] | None:
        """ "last 30 days", "les 30 derniers jours", "hace 3 días", "2 weeks ago"."""
        backward, forward = self.has(index, "previous", "last"), self.has(index, "next")
        at = self.skip(index, "previous", "next", "last", "the") if backward or forward else index
        number = self.get(at, "number")
        inner = at + 1
        if isinstance(number, int) and not backward and not forward and self.has(inner, "previous", "next", "last"):
            backward, forward = self.has(inner, "previous", "last"), self.has(inner, "next")
            inner += 1
        unit = self.get(inner, "unit")
        if isinstance(number, int) and unit and (backward or forward):
            return (*_span(unit, number if forward else -number), inner + 1)
        if isinstance(number, int) and unit and self.has(inner + 1, "behind"):
            return (*_span(unit, -number if self.get(inner + 1, "behind") <= 0 else number), inner + 2)
        ago = self.skip(index, "agobefore", most=1)
        if ago > index and isinstance(self.get(ago, "number"), int) and self.get(ago + 1, "unit"):
            return (*_then(self.get(ago + 1, "unit"), -self.get(ago, "number")), ago + 2)
        if isinstance(number, int) and unit and at == index and self.has(inner + 1, "ago"):
            return (*_then(unit, -number), inner + 2)
        if (
            self.has(index, "ahead", "within")
            and isinstance(self.get(index + 1, "number"), int)
            and self.get(index + 2, "unit")
        ):
            unit, number = self.get(index + 2, "unit"), self.get(index + 1, "number")
            return (*(_then(unit, number) if self.has(index, "ahead") else _span(unit, number)), index + 3)
        return None

    def _older(self, index: int) -> tuple[Moment | None, Moment | None, int] | None:
        at = self.skip(index, "older")
        number, unit = self.get(at, "number"), self.get(at + 1, "unit")
        if at == index or not isinstance(number, int) or not unit:
            return None
        return None, _shifted(unit[0], -unit[1] * number), at + 2

    def _whole(self, index: int) -> tuple[Moment | None, Moment | None, int] | None:
        """ "last week", "this month", "la semana pasada", "of the week", "next quarter"."""
        direction = -1 if self.has(index, "previous") else 1 if self.has(index, "next") else 0
        if direction or self.has(index, "this"):
            at = self.skip(index, "previous", "next", "this", "the")
            unit = self.get(at, "unit")
            if unit in _SNAPS and not self.has(index - 1, "every") and not self.has(at + 1, "of"):
                return (*_whole_units(unit[0], unit[1], direction), at + 1)
        at = self.skip(index, *_JOINING, most=2)
        unit = self.get(at, "unit")
        if unit not in _SNAPS:
            return None
        behind = self.get(at + 1, "behind")
        if behind is not None:
            return (*_whole_units(unit[0], unit[1], behind), at + 2)
        chosen = (
            at > index
            and self.has(index, "of")
            and not self.has(
                index - 1, "day", "unit", "weekday", "last", "ordinal", "begin", "end", "number", "workday"
            )
        )
        if chosen and unit != ("days", 1) and not any(self.has(place, "every", "per") for place in range(index, at)):
            return (*_whole_units(unit[0], unit[1], 0), at + 1)
        return None

    def length(self, index: int) -> tuple[int, int, bool] | None:
        """(seconds, end, whether something waits) of a duration at `index`."""
        at = self.skip(index, "wait", most=1)
        number, unit_at = self.get(at, "number"), at + 1
        short = self.get(at, "hourslike")
        if short and short[2] and not self.has(index - 1, "every", "at"):
            return short[0] * 3600, at + 1, at > index
        if number is None and at > index and self.has(at, "per"):
            number = 1
        unit = self.get(unit_at, "unit")
        if not isinstance(number, int) or number < 1 or unit is None:
            whole = self.get(at, "unit")
            if at == index or not whole or whole[1] not in {15, 30} or whole[0] != "minutes":
                return None
            return whole[1] * 60, at + 1, True
        if any(
            self.has(place, "every", "previous", "next", "agobefore", "older")
            for place in range(max(0, index - 2), index)
        ):
            return None
        if self.has(unit_at + 1, "ago") or self.has(index, "previous", "next"):
            return None
        later = self.has(unit_at + 1, "later")
        return number * unit[1] * _SECONDS[unit[0]], unit_at + 1 + later, later or at > index


def _shifted(unit: str, amount: int, snap: Snap = "") -> Moment:
    return Moment(shift={unit: amount} if amount else {}, snap=snap)


def _unit_at(unit: str, amount: int, snap: Snap) -> Moment:
    return _shifted(unit, amount, snap)


def _whole_units(unit: str, size: int, direction: int) -> tuple[Moment, Moment]:
    """The whole week, month, … before, of, or after the run."""
    snap = _SNAPS.get((unit, size), "day")
    return _shifted(unit, direction * size, snap), _shifted(unit, (direction + 1) * size, snap)


def _span(unit: tuple[str, int], number: int) -> tuple[Moment, Moment]:
    """From now to so many units ahead, or since so many units back until now."""
    there, now = _shifted(unit[0], unit[1] * number), Moment()
    return (now, there) if number > 0 else (there, now)


def _then(unit: tuple[str, int], number: int) -> tuple[Moment, Moment]:
    """The day (or the hour) so many units away."""
    if unit[0] in {"seconds", "minutes", "hours"}:
        return _span(unit, number)
    days = {"days": 1, "weeks": 7, "months": 30}[unit[0]]
    if unit[0] == "months":
        there = _shifted("months", unit[1] * number, "day")
        return there, Moment(shift={"months": unit[1] * number, "days": 1}, snap="day")
    return _shifted("days", days * unit[1] * number, "day"), _shifted("days", days * unit[1] * number + 1, "day")
