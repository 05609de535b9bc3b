"""A time of day without a rhythm: `At midnight export …` can only mean every day."""

from __future__ import annotations

import re

from workforce.workflow.language.times.finding import find_schedules
from workforce.workflow.language.times.found import FoundSchedule

_CLOCKS = {
    "en": (r"\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)|(?:at\s+)?(?:midnight|noon|midday)|(?:at|by|"
r"around)\s+\d{1,2}(?:[:.]\d\d\s*(?:am|pm|a\.m\.|p\.m\.)?|"
r"\s*(?:am|pm|a\.m\.|p\.m\.|o'clock))|overnight"),
    "de": r"um\s+(?:mitternacht|\d{1,2}(?:[:.]\d\d)?\s*uhr)|nachts",
    "es": r"a\s+medianoche|al?\s+mediod[ií]a|a\s+las?\s+\d{1,2}(?:[:.]\d\d)?",
    "fr": r"à\s+(?:minuit|midi|\d{1,2}\s?h(?:\d\d)?)",
    "pt": r"à\s+meia-noite|ao\s+meio-dia|às?\s+\d{1,2}(?:h\d{0,2}|:\d\d)",
}  # fmt: skip
_EVERY_DAY = {"en": "every day", "de": "jeden Tag", "es": "cada día", "fr": "chaque jour", "pt": "todo dia"}
_ASSUMED = {
    "en": "It runs every day, since nothing says on which days.",
    "de": "Es läuft jeden Tag, da nicht gesagt ist, an welchen Tagen.",
    "es": "Se ejecuta todos los días, ya que no se dice en cuáles.",
    "fr": "Il s'exécute chaque jour, puisque rien ne dit quels jours.",
    "pt": "Executa todos os dias, pois não se diz em quais.",
}
_NIGHT = re.compile(r"overnight|nachts", re.IGNORECASE)
_SURE_ENOUGH = 0.5


def find_daily(text: str, language: str, timezone: str) -> tuple[FoundSchedule, ...]:
    """The first time of day of a text, taken as every day; empty without one."""
    code = language if language in _CLOCKS else "en"
    match = re.search(rf"(?<!\w)(?:{_CLOCKS[code]})(?!\w)", text, re.IGNORECASE)
    if match is None:
        return ()
    clock = "at 2:00" if _NIGHT.search(match.group()) else match.group()
    said = find_schedules(f"{_EVERY_DAY['en' if clock != match.group() else code]} {clock}", code, timezone)
    if not said:
        return ()
    found = said[0].model_copy(
        update={
            "start": match.start(),
            "end": match.end(),
            "text": match.group(),
            "confidence": _SURE_ENOUGH,
            "assumed": [_ASSUMED[code]],
        }
    )
    return (found,)
