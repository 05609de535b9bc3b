"""Time zones that a text mentions."""

from __future__ import annotations

from workforce.workflow.language.times.found import FoundZone


def find_zones(text: str, language: str) -> list[FoundZone]:
    """Zones."""
    return []
