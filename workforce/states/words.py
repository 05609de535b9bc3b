"""Times, durations and statuses in words, for a manager's eyes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

STATUS = {
    "deploying": ("Starting", "accent"),
    "live": ("Live", "good"),
    "paused": ("Paused", "neutral"),
    "failed": ("Needs attention", "bad"),
    "retired": ("Retired", "neutral"),
}
RUN_STATUS = {
    "running": ("Running", "accent"),
    "waiting": ("Waiting", "accent"),
    "succeeded": ("Succeeded", "good"),
    "failed": ("Failed", "bad"),
    "cancelled": ("Stopped", "neutral"),
}
TRIGGERS = {
    "schedule": "On schedule",
    "manual": "Run now",
    "webhook": "Webhook",
    "form": "Form",
    "trigger": "By itself",
}


def when(moment: datetime, timezone: str) -> str:
    """A moment in the person's zone: `Mon 30 Nov, 09:00`; with the year when it is another one."""
    local = moment.astimezone(ZoneInfo(timezone))
    year = "" if local.year == datetime.now(local.tzinfo).year else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year}, {local:%H:%M}"


def day(moment: datetime, timezone: str) -> str:
    """A date in the person's zone: `30 Nov 2026`."""
    local = moment.astimezone(ZoneInfo(timezone))
    return f"{local.day} {local:%b %Y}"


def took(milliseconds: int | None) -> str:
    """A duration: `120 ms`, `4.2 s`, `3 min 5 s`; empty while it is not known."""
    if milliseconds is None:
        return ""
    if milliseconds < 1000:
        return f"{milliseconds} ms"
    if milliseconds < 60_000:
        return f"{milliseconds / 1000:.1f} s"
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes} min {seconds} s"


def hours(amount: float) -> str:
    """A length of work: `40 min`, `3.5 h`, `120 h`."""
    if amount < 1:
        return f"{round(amount * 60)} min"
    return f"{amount:.1f} h" if amount < 10 else f"{amount:,.0f} h"


def many(count: int, noun: str) -> str:
    """`1 item`, `3 items`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
