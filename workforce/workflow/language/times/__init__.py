"""Time in words: schedules, moments, durations and time zones, in five languages."""

from workforce.workflow.language.times.daily import find_daily
from workforce.workflow.language.times.finding import find_schedules
from workforce.workflow.language.times.found import FoundSchedule, FoundZone
from workforce.workflow.language.times.moments import FoundDuration, FoundMoment, find_durations, find_moments
from workforce.workflow.language.times.zones import find_zones

__all__ = [
    "FoundDuration",
    "FoundMoment",
    "FoundSchedule",
    "FoundZone",
    "find_daily",
    "find_durations",
    "find_moments",
    "find_schedules",
    "find_zones",
]
