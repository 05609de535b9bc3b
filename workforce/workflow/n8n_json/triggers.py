"""What stands around a trigger: the calendar condition behind it, the way to start it by hand."""

from __future__ import annotations

from workforce.workflow import schedule
from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.stamp import Stamp
from workforce.workflow.spec import Trigger

ERROR_TRIGGER = "error_trigger"
RUN_NOW, SAMPLE, CAME_IN = "Run now", "The sample", "What came in"
NOTHING_TO_PASS = ("schedule_trigger", "manual_trigger", ERROR_TRIGGER)


def calendar_filter(trigger: Trigger) -> tuple[str, Json] | None:
    """(title, parameters of a Filter node) for the condition that a cron rule cannot say; None when there is none."""
    if trigger.schedule is None or not trigger.schedule.only:
        return None
    code = schedule.only_expression(trigger.schedule)
    operator = {"type": "boolean", "operation": "true", "singleValue": True}
    condition = {"id": "calendar", "leftValue": "={{ " + code + " }}", "rightValue": "", "operator": operator}
    options = {"caseSensitive": True, "leftValue": "", "typeValidation": "loose", "version": 2}
    conditions = {"options": options, "conditions": [condition], "combinator": "and"}
    return schedule.only_condition(trigger.schedule), {"conditions": conditions, "looseTypeValidation": True}


def run_now_parameters(stamp: Stamp) -> Json:
    """A webhook that answers at once and starts the worker; guarded by the stamp's secret."""
    guarded = {"authentication": "headerAuth"} if stamp.secret else {}
    return {"httpMethod": "POST", "path": stamp.run_now_path, **guarded, "responseMode": "onReceived", "options": {}}


def sample_parameters() -> Json:
    """An Edit Fields node that takes out of the call what the trigger would have given."""
    return {"mode": "raw", "jsonOutput": "={{ $json.body.item ?? {} }}", "options": {}}


def webhook_path(asked: str, default: str, stamp: Stamp | None) -> str:
    """A path no other worker on the engine has: the asked one below the worker's own prefix."""
    path = asked.strip("/ ") or default
    return f"{stamp.worker.replace('-', '')[:12]}/{path}" if stamp else path
