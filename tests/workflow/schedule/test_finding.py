"""What sentences ask for, and that nothing is found where nothing is asked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.schedule.said import NOTHING, SAID
from workforce.workflow.language.times import find_durations, find_moments, find_schedules, find_zones
from workforce.workflow.schedule import Cron, Rule, Schedule

Side = tuple[dict[str, int], str]
_CASES = [(language, *case) for language, cases in SAID.items() for case in cases]
_NEGATIVE = [(language, text) for language, texts in NOTHING.items() for text in texts]


def rule_text(rule: Rule) -> str:
    """A rule the way the table writes it."""
    if isinstance(rule, Cron):
        return rule.expression
    days = [",".join(map(str, rule.weekdays))] if rule.weekdays else []
    at = [f"{rule.hour:02}:{rule.minute:02}"] if rule.unit in {"days", "weeks", "months"} else []
    return " ".join([f"every {rule.n} {rule.unit}", *days, *at])


def written(schedule: Schedule) -> tuple[str, str]:
    """Rules and condition the way the table writes them."""
    return " + ".join(map(rule_text, schedule.rules)), schedule.only


@pytest.mark.parametrize(("language", "text", "rules", "only"), _CASES)
def test_a_sentence_means_this(language: str, text: str, rules: str, only: str) -> None:
    found = find_schedules(text, language)
    assert [written(one.schedule) for one in found] == [(rules, only)]
    assert found[0].confidence >= 0.45
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(("language", "text"), _NEGATIVE)
def test_nothing_is_found_where_nothing_repeats(language: str, text: str) -> None:
    assert find_schedules(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "every hour, once a week"),
        ("en", "Refresh the list every Wednesday at 8, but only on weekends"),
        ("en", "three times a day at 8 and 17"),
        ("de", "jeden Dienstag, aber nur am Wochenende"),
        ("es", "cada hora, una vez por semana"),
        ("fr", "chaque mardi mais seulement le week-end"),
        ("pt", "toda terça mas só nos fins de semana"),
    ],
)
def test_contradictions_are_said(language: str, text: str) -> None:
    (found,) = find_schedules(text, language)
    assert found.contradictions
    assert found.confidence <= 0.4


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("en", "Weekdays 7:15 Chicago time", "America/Chicago"),
        ("en", "every day at 9am ET", "America/New_York"),
        ("en", "every day at 9 (Europe/Madrid)", "Europe/Madrid"),
        ("en", "We're based in San Francisco. Every day at 8.", "America/Los_Angeles"),
        ("en", "daily at 8 UTC+2", "Etc/GMT-2"),
        ("en", "daily at 9am in London", "Europe/London"),
        ("de", "täglich um 8 Uhr (Wiener Zeit)", "Europe/Vienna"),
        ("de", "Wir sitzen in München. Jeden Tag um 8.", "Europe/Berlin"),
        ("es", "cada lunes a las 9, hora de Bogotá", "America/Bogota"),
        ("fr", "chaque jour à 9h (heure de Bruxelles)", "Europe/Brussels"),
        ("pt", "toda segunda às 6h30. Fuso de Lisboa.", "Europe/Lisbon"),
    ],
)
def test_the_time_zone_of_the_text(language: str, text: str, zone: str) -> None:
    assert find_schedules(text, language)[0].timezone == zone


@pytest.mark.parametrize("text", ["the Paris office orders lunch", "Send it to Jordan", "the US market every day at 9"])
def test_a_place_alone_is_no_time_zone(text: str) -> None:
    assert find_zones(text, "en") == []


def test_what_was_assumed_is_said_in_the_language_of_the_text() -> None:
    assert find_schedules("every Friday", "en")[0].assumed == ["at 09:00, since no time was given"]
    assert find_schedules("wöchentlich", "de")[0].assumed[0] == "am Montag, da kein Tag genannt wurde"


def test_an_adjective_says_less_than_an_adverb() -> None:
    (adjective,) = find_schedules("prepare monthly cost overviews", "en")
    (adverb,) = find_schedules("mail the costs monthly on the 3rd", "en")
    assert adjective.confidence < 0.7 < adverb.confidence


def test_quoted_names_are_not_schedules() -> None:
    assert find_schedules('save it in the sheet "Every Monday at 9"', "en") == []


@pytest.mark.parametrize(
    ("language", "text", "since", "until"),
    [
        ("en", "last week's tickets", ({"weeks": -1}, "week"), ({}, "week")),
        ("en", "contracts ending in the next 30 days", ({}, ""), ({"days": 30}, "")),
        ("en", "yesterday's orders", ({"days": -1}, "day"), ({}, "day")),
        ("de", "Bestellungen vom Vortag", ({"days": -1}, "day"), ({}, "day")),
        ("de", "die letzten 7 Tage", ({"days": -7}, ""), ({}, "")),
        ("es", "la semana pasada", ({"weeks": -1}, "week"), ({}, "week")),
        ("fr", "les 30 derniers jours", ({"days": -30}, ""), ({}, "")),
        ("pt", "a receita da semana", ({}, "week"), ({"weeks": 1}, "week")),
        ("pt", "ontem", ({"days": -1}, "day"), ({}, "day")),
    ],
)
def test_periods(
    language: str, text: str, since: tuple[dict[str, int], str], until: tuple[dict[str, int], str]
) -> None:
    (found,) = find_moments(text, language)
    assert found.since and found.until
    assert (found.since.shift, found.since.snap) == since
    assert (found.until.shift, found.until.snap) == until


@pytest.mark.parametrize(
    ("language", "text", "seconds"),
    [
        ("en", "One week after that", 604800),
        ("en", "wait 2 days", 172800),
        ("de", "eine Woche danach", 604800),
        ("es", "dos días después", 172800),
        ("fr", "une semaine après", 604800),
        ("pt", "espere 2 dias", 172800),
    ],
)
def test_waiting(language: str, text: str, seconds: int) -> None:
    (found,) = find_durations(text, language)
    assert (found.seconds, found.wait) == (seconds, True)


def test_a_rhythm_is_no_duration() -> None:
    assert find_durations("every 2 days", "en") == []


@pytest.mark.parametrize(
    "text", ["every " * 3300, "1," * 10000, "a.b@" * 5000, "9 and " * 3300, '"' * 20000, "monday-" * 2800]
)
def test_long_and_hostile_text_takes_bounded_time(text: str) -> None:
    find_schedules("every day at 9", "en")
    begun = time.perf_counter()
    find_schedules(text, "en")
    find_moments(text, "en")
    assert time.perf_counter() - begun < 5


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "es", "fr", "pt"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    for found in find_schedules(text, language):
        assert 0 <= found.start < found.end <= len(text)
    find_moments(text, language)
    find_durations(text, language)
