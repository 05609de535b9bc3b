"""How a language says a schedule: the sentence pieces that `words` puts together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """Sentence pieces of one language; `{}` is filled in. days begin with Sunday, months with January.

    on_days begins with what parts it from the rhythm; units: (for one, for several); only: the calendar conditions;
    which: first … fourth, last, with `nth` and `one_day`, and the masculine ones for the weekdays in `masculine`;
    sentences: what is said about assumptions, limits and contradictions.
    """

    every_day: str
    weekdays: str
    weekend: str
    every: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    conjunction: str
    at: str
    between: str
    at_minute: str
    units: Mapping[str, tuple[str, str]]
    on_days: str
    month_days: str
    on_month_day: str
    year_day: str
    quarter_start: str
    quarter_end: str
    ordinal: Callable[[int], str]
    only: Mapping[str, str]
    nth: str
    which: tuple[str, ...]
    one_day: tuple[str, ...]
    cron: str
    of_quarter: tuple[str, str]
    sentences: Mapping[str, str]
    nth_masculine: str = ""
    which_masculine: tuple[str, ...] = ()
    masculine: frozenset[int] = frozenset()
