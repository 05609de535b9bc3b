"""What stands around a trigger: its rhythm, the calendar condition behind it, the way to start it by hand."""

from __future__ import annotations

from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.stamp import Stamp
from workforce.workflow.schedule import Cron, Every, Schedule
from workforce.workflow.spec import Trigger

CALENDAR = {
    "last_working_day": (
        "Only on the last working day of the month",
        "$now.hasSame($now.endOf('month').minus({ days: Math.max(0, $now.endOf('month').weekday - 5) }), 'day')",
    ),
    "first_working_day": (
        "Only on the first working day of the month",
        "$now.hasSame($now.startOf('month').plus({ days: $now.startOf('month').weekday > 5"
        " ? 8 - $now.startOf('month').weekday : 0 }), 'day')",
    ),
    "last_day_of_month": ("Only on the last day of the month", "$now.hasSame($now.endOf('month'), 'day')"),
}
RUN_NOW = "Run now"


def schedule_parameters(schedule: Schedule) -> Json:
    """What n8n's Schedule Trigger needs to hear."""
    return {"rule": {"interval": [_interval(rule) for rule in schedule.rules]}}


def _interval(rule: Cron | Every) -> Json:
    if isinstance(rule, Cron):
        return {"field": "cronExpression", "expression": rule.expression}
    interval: Json = {"field": rule.unit, f"{rule.unit}Interval": rule.n}
    if rule.unit == "weeks":
        interval["triggerAtDay"] = rule.weekdays or [1]
    if rule.unit == "months":
        interval["triggerAtDayOfMonth"] = rule.day_of_month
    if rule.unit in ("days", "weeks", "months"):
        interval["triggerAtHour"] = rule.hour
    if rule.unit in ("hours", "days", "weeks", "months"):
        interval["triggerAtMinute"] = rule.minute
    return interval


def calendar_filter(trigger: Trigger) -> tuple[str, Json] | None:
    """(title, parameters of a Filter node) for the condition that a cron rule cannot say; None when there is none."""
    if trigger.schedule is None or not trigger.schedule.only:
        return None
    title, code = CALENDAR[trigger.schedule.only]
    operator = {"type": "boolean", "operation": "true", "singleValue": True}
    condition = {"id": "calendar", "leftValue": "={{ " + code + " }}", "rightValue": "", "operator": operator}
    options = {"caseSensitive": True, "leftValue": "", "typeValidation": "loose", "version": 2}
    return title, {"conditions": {"options": options, "conditions": [condition], "combinator": "and"}}


def run_now_parameters(stamp: Stamp) -> Json:
    """A webhook that answers at once and starts the worker; guarded by the stamp's secret."""
    guarded = {"authentication": "headerAuth"} if stamp.secret else {}
    return {"httpMethod": "POST", "path": stamp.run_now_path, **guarded, "responseMode": "onReceived", "options": {}}


def webhook_path(asked: str, default: str, stamp: Stamp | None) -> str:
    """A path no other worker on the engine has: the asked one below the worker's own prefix."""
    path = asked.strip("/ ") or default
    return f"{stamp.worker.replace('-', '')[:12]}/{path}" if stamp else path
