"""Time in words: schedules, moments, durations and time zones, in five languages."""

from workforce.workflow.language.times.finding import find_schedules
from workforce.workflow.language.times.found import FoundSchedule, FoundZone
from workforce.workflow.language.times.zones import find_zones

__all__ = ["FoundSchedule", "FoundZone", "find_schedules", "find_zones"]
