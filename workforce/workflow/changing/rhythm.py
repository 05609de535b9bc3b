"""When it runs: another rhythm, another time, other days; what is not said stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from workforce.workflow.build import condition, conditions
from workforce.workflow.changing import cues
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.parts import behind, free_id
from workforce.workflow.changing.wish import TELLING_TIME, Wish
from workforce.workflow.language.times.compose import compose
from workforce.workflow.language.times.reader import Element
from workforce.workflow.language.words import fold
from workforce.workflow.schedule import WEEKDAYS, Cron, Every, Rule, Schedule, cron_values, words
from workforce.workflow.spec import Link, Moment, Step, Trigger, WorkerSpec

SAYS_WHEN = frozenset(["times", "dailytime", "range", "daily", "minute", "cron"])
ALL_DAYS = frozenset(range(7))
Clock = tuple[int, int]


def reschedule(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """The spec with another rhythm; None when the wish says nothing of time."""
    said = [element for element in _meant(wish.elements) if element.kind in TELLING_TIME | {"zone"}]
    if not any(element.kind in TELLING_TIME for element in said):
        return None
    scheduled = [trigger for trigger in spec.triggers if trigger.schedule is not None]
    if not scheduled:
        return _on_some_days(spec, said, wish)
    trigger = scheduled[0]
    assert trigger.schedule is not None  # noqa: S101 - for the type checker: chosen by it
    rhythm = _next(trigger.schedule, said, negated=wish.says(cues.STOP), also=wish.says(cues.ALSO))
    zone = next((str(element.value) for element in said if element.kind == "zone"), spec.timezone)
    new = trigger.model_copy(update={"schedule": rhythm, "title": _title(trigger, rhythm, wish)})
    triggers = [new if one.id == trigger.id else one for one in spec.triggers]
    return spec.model_copy(update={"triggers": triggers, "timezone": zone})


def _on_some_days(spec: WorkerSpec, said: list[Element], wish: Wish) -> WorkerSpec:
    """A worker that waits for something can leave out weekdays; it has no rhythm to change."""
    days = _days_only(said)
    kinds = {element.kind for element in said}
    if days is None or not (wish.says(cues.STOP) or kinds & {"except", "only"}):
        started = spec.triggers[0].title
        raise Cannot(f"This worker has no schedule; it starts by itself (“{started}”). Hire a new one for fixed times.")
    excluded = ALL_DAYS - days if "only" in kinds else days
    today = Moment(format="cccc")
    rows = [condition(today, "notEquals", WEEKDAYS[day].capitalize()) for day in sorted(excluded)]
    rest = Step(
        id=free_id(spec, "days"),
        operation="filter",
        title="Only on some days",
        inputs={"conditions": conditions(*rows)},
        after=[Link(step=spec.triggers[0].id)],
    )
    return behind(spec, spec.triggers[0].id, rest)


def _meant(elements: Iterable[Element]) -> list[Element]:
    """Without what stands behind “instead of”, and without what is taken back."""
    kept: list[Element] = []
    for element in elements:
        if element.kind == "correct" and any(one.kind in TELLING_TIME for one in kept):
            break
        if element.kind != "correct":
            kept.append(element)
    return kept


def _title(trigger: Trigger, rhythm: Schedule, wish: Wish) -> str:
    """A title that told the old rhythm tells the new one."""
    if trigger.schedule is None:
        return trigger.title
    told = fold(trigger.title).startswith(fold(words(trigger.schedule, wish.language))[:9])
    return words(rhythm, wish.language) if told else trigger.title


def _next(now: Schedule, said: list[Element], *, negated: bool, also: bool) -> Schedule:
    kinds = {element.kind for element in said}
    if kinds <= {"times", "dailytime", "zone"}:
        times = [time for e in said if e.kind in ("times", "dailytime") for time in e.value]
        return _at(now, times) if times else now
    days = _days_only(said)
    if days is not None and also and not negated:
        return _also_on(now, days)
    if days is not None and (negated or kinds & {"except", "only"}):
        excluded = days if (negated and "only" not in kinds) or "except" in kinds else ALL_DAYS - days
        return _on(now, excluded)
    composed = compose(said)
    if composed.schedule is None or composed.contradictions:
        raise Cannot("That is no schedule we can follow. Say it like “every weekday at 8:30” or “Mondays at 9”.")
    clocks = clocks_of(now)
    if clocks and not kinds & SAYS_WHEN and clocks_of(composed.schedule):
        return _at(composed.schedule, clocks)
    return composed.schedule


def _days_only(said: list[Element]) -> frozenset[int] | None:
    """The weekdays, when nothing but weekdays is said."""
    days: frozenset[int] = frozenset()
    for element in said:
        if element.kind == "zone":
            continue
        value = element.value[0] if element.kind == "days" and isinstance(element.value, tuple) else element.value
        if element.kind not in ("days", "except", "only") or not isinstance(value, frozenset):
            return None
        days |= value
    return days or None


# --- rules ------------------------------------------------------------------------------------------------


def clocks_of(schedule: Schedule) -> list[Clock]:
    """The times of day at which it runs; none for one that runs all day long."""
    found: list[Clock] = []
    for rule in schedule.rules:
        if isinstance(rule, Every):
            if rule.unit not in ("days", "weeks", "months"):
                return []
            found.append((rule.hour, rule.minute))
            continue
        minute, hour = rule.expression.split()[:2]
        if any(mark in minute + hour for mark in "*/"):
            return []
        found += [(h, m) for h in cron_values(hour, 0, 23) for m in cron_values(minute, 0, 59)]
    return list(dict.fromkeys(found))


def _at(schedule: Schedule, times: list[Clock]) -> Schedule:
    """The same days at other times; what ran all day long runs daily."""
    rules: list[Rule] = []
    for rule in schedule.rules:
        for made in _at_times(rule, times):
            if made not in rules:
                rules.append(made)
    return Schedule(rules=rules, only=schedule.only)


def _at_times(rule: Rule, times: list[Clock]) -> list[Rule]:
    if isinstance(rule, Every):
        if rule.unit in ("days", "weeks", "months"):
            return [rule.model_copy(update={"hour": hour, "minute": minute}) for hour, minute in times]
        return _crons(times, "* * *")
    days = " ".join(rule.expression.split()[-3:])
    return _crons(times, days)


def _crons(times: list[Clock], days: str) -> list[Rule]:
    """One expression for times of the same minute, one each otherwise."""
    by_minute: dict[int, list[int]] = {}
    for hour, minute in times:
        by_minute.setdefault(minute, []).append(hour)
    listed = {minute: ",".join(map(str, sorted(set(hours)))) for minute, hours in by_minute.items()}
    return [Cron(expression=f"{minute} {hours} {days}") for minute, hours in listed.items()]


def _on(schedule: Schedule, excluded: frozenset[int]) -> Schedule:
    """The same rhythm without some weekdays."""
    rules = [made for rule in schedule.rules if (made := _without(rule, excluded)) is not None]
    if not rules:
        raise Cannot("Then it would never run. Say on which days it should.")
    return Schedule(rules=rules, only=schedule.only)


def _also_on(schedule: Schedule, more: frozenset[int]) -> Schedule:
    """The same rhythm on further weekdays."""
    rules: list[Rule] = []
    for rule in schedule.rules:
        cron = _as_cron(rule) if isinstance(rule, Every) else rule
        *time, day, month, weekday = cron.expression.split()
        if day != "*" or weekday == "*":
            raise Cannot("Say the whole rhythm, like “every weekday and Sundays at 9”.")
        present = {value % 7 for value in cron_values(weekday, 0, 7)} | more
        rules.append(Cron(expression=" ".join([*time, day, month, _days(present)])))
    return Schedule(rules=rules, only=schedule.only)


def _days(days: set[int] | frozenset[int]) -> str:
    """Weekdays as a cron field."""
    listed = sorted(days)
    return "1-5" if listed == [1, 2, 3, 4, 5] else "*" if len(listed) == len(ALL_DAYS) else ",".join(map(str, listed))


def _without(rule: Rule, excluded: frozenset[int]) -> Rule | None:
    if isinstance(rule, Every):
        if rule.unit == "weeks":
            left = [day for day in (rule.weekdays or [1]) if day not in excluded]
            return rule.model_copy(update={"weekdays": left}) if left else None
        rule = _as_cron(rule)
    *time, day, month, weekday = rule.expression.split()
    if day != "*":
        raise Cannot("It runs on dates of the month; leaving out weekdays there is not possible. Say the whole rhythm.")
    present = ALL_DAYS if weekday == "*" else {value % 7 for value in cron_values(weekday, 0, 7)}
    kept = frozenset(present) - excluded
    return Cron(expression=" ".join([*time, day, month, _days(kept)])) if kept else None


def _as_cron(rule: Every) -> Cron:
    """A rhythm that five fields can say as well."""
    if rule.unit == "minutes" and 60 % rule.n == 0:
        return Cron(expression=f"*/{rule.n} * * * *" if rule.n > 1 else "* * * * *")
    if rule.unit == "hours" and 24 % rule.n == 0:
        return Cron(expression=f"{rule.minute} {'*' if rule.n == 1 else f'*/{rule.n}'} * * *")
    if rule.unit == "days" and rule.n == 1:
        return Cron(expression=f"{rule.minute} {rule.hour} * * *")
    raise Cannot("Days cannot be left out of that rhythm. Say the whole one, like “every weekday at 9”.")
