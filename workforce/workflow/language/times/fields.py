"""Cron fields from numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workforce.workflow.language.times.grammar import EVERY_DAY
from workforce.workflow.language.times.reader import Clock
from workforce.workflow.schedule import Cron, Rule


def at_times(times: Sequence[Clock], days: str, months: str, weekdays: str) -> list[Rule]:
    """Cron rules for these times of day: times that share their minutes share a rule."""
    minutes_of: dict[int, tuple[int, ...]] = {}
    for hour, minute in sorted(set(times)):
        minutes_of[hour] = (*minutes_of.get(hour, ()), minute)
    rules: list[Rule] = []
    for minutes in dict.fromkeys(minutes_of.values()):
        hours = [hour for hour, found in minutes_of.items() if found == minutes]
        rules.append(Cron(expression=f"{cron_numbers(minutes)} {cron_numbers(hours)} {days} {months} {weekdays}"))
    return rules


def cron_numbers(values: Sequence[int]) -> str:
    """ "1-5" for a run of three or more, "8,17" else."""
    values = sorted(set(values))
    if len(values) > 2 and values[-1] - values[0] == len(values) - 1:
        return f"{values[0]}-{values[-1]}"
    return ",".join(map(str, values))


def stepped(values: Sequence[int], size: int) -> str:
    """The shortest cron field for these values: all, every n-th, a range, a list."""
    values = list(values)
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) == 1 and values[0] == 0 and size % (step := steps.pop()) == 0 and len(values) == size // step:
        return "*" if step == 1 else f"*/{step}"
    return cron_numbers(values)


def cron_list(values: list[int] | None, size: int) -> str:
    return "*" if values is None or len(values) == size else cron_numbers(values)


def cron_days(days: frozenset[int] | None) -> str:
    return "*" if days is None or days == EVERY_DAY else cron_numbers(sorted(days))


def merged(rules: list[Rule]) -> list[Rule]:
    """Cron rules that differ only in their hours are one."""
    merged: list[Rule] = []
    for rule in rules:
        twin = next(
            (
                other
                for other in merged
                if isinstance(rule, Cron) and isinstance(other, Cron) and _same_but_hours(rule, other)
            ),
            None,
        )
        if twin is None or not isinstance(rule, Cron) or not isinstance(twin, Cron):
            merged.append(rule)
            continue
        fields, others = rule.expression.split(), twin.expression.split()
        hours = _numbers(fields[1]) | _numbers(others[1])
        fields[1] = cron_numbers(sorted(hours))
        merged[merged.index(twin)] = Cron(expression=" ".join(fields))
    return merged


def _same_but_hours(rule: Cron, other: Cron) -> bool:
    fields, others = rule.expression.split(), other.expression.split()
    plain = all(part.replace(",", "").replace("-", "").isdigit() for part in (fields[1], others[1]))
    return len(fields) == len(others) == 5 and plain and fields[:1] + fields[2:] == others[:1] + others[2:]


def _numbers(field_text: str) -> set[int]:
    values: set[int] = set()
    for part in field_text.split(","):
        low, _, high = part.partition("-")
        values |= set(range(int(low), int(high or low) + 1))
    return values
