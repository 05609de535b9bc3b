"""A prompt becomes a plan, and a bad prompt gets a sentence that says what to do."""

from __future__ import annotations

import pytest

from workforce.core.errors import InvalidInput
from workforce.services.planning import MAX_PROMPT, clean_prompt, clean_timezone, plan_prompt

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.mark.parametrize("prompt", ["", "   \n\t ", "\x00\x01"])
def test_nothing_typed_is_answered_with_an_example(prompt: str) -> None:
    with pytest.raises(InvalidInput, match="Tell us in a sentence") as caught:
        clean_prompt(prompt)
    assert caught.value.field == "prompt"


def test_a_prompt_that_is_too_long_names_both_numbers() -> None:
    with pytest.raises(InvalidInput, match=r"20,001 characters; we read up to 20,000"):
        clean_prompt("a" * (MAX_PROMPT + 1))


def test_twenty_thousand_characters_are_read() -> None:
    prompt = "Every Monday at 9 e-mail boss@harbour.example that the week starts. " + "Thanks a lot! " * 1420
    assert plan_prompt(prompt[:MAX_PROMPT]).planned.outcome in {"workflow", "questions"}


@pytest.mark.parametrize("prompt", ["🎉🎉🎉", "👩‍💻", "?!?!", "purple onion roadmap zzz"])
def test_what_cannot_be_understood_is_asked_back(prompt: str) -> None:
    planned = plan_prompt(prompt).planned
    assert planned.outcome == "questions"
    assert planned.questions


def test_html_and_script_are_text() -> None:
    prompt = "<script>alert(1)</script> Every day at 8 e-mail ops@harbour.example the <b>status</b>"
    reading = plan_prompt(prompt).reading
    assert reading is not None
    assert "cron" in str(reading.workflow) or "triggerAtHour" in str(reading.workflow)


@pytest.mark.parametrize(
    ("prompt", "hour"),
    [
        ("Jeden Montag um 7 Uhr eine E-Mail an chef@hafen.example mit dem Text Guten Morgen", "07:00"),
        ("Todos los lunes a las 7 envía un correo a jefe@puerto.example con el texto Buenos días", "07:00"),
        ("Chaque lundi à 7h envoie un e-mail à chef@port.example avec le texte Bonjour", "07:00"),
        ("Toda segunda às 7h envie um e-mail para chefe@porto.example com o texto Bom dia", "07:00"),
    ],
)
def test_other_languages_are_planned(prompt: str, hour: str) -> None:
    reading = plan_prompt(prompt, "Europe/Berlin").reading
    assert reading is not None
    assert all(run[11:16] == hour for run in reading.plan.next_runs)
    assert any("@" in str(node["parameters"]) for node in reading.workflow["nodes"])


def test_the_same_prompt_gives_the_same_spec() -> None:
    prompt = "Every weekday at 8 read https://status.harbour.example/api and post it to Slack #ops"
    first, second = (plan_prompt(prompt, "UTC").reading for _ in range(2))
    assert first and second
    assert first.spec.digest() == second.spec.digest()
    assert first.workflow == second.workflow


def test_weekly_sales_reports_ask_for_what_only_the_manager_knows() -> None:
    result = plan_prompt("I need a worker to send weekly sales reports", "Europe/Berlin")
    assert result.reading is not None
    plan = result.reading.plan
    assert "Monday" in plan.schedule_words
    assert len(plan.next_runs) == 3
    texts = " ".join(question.text.lower() for question in plan.questions)
    assert "sales" in texts
    assert any(question.choices for question in plan.questions)
    assert any(question.answer_kind == "email" for question in plan.questions)


def test_a_time_zone_that_does_not_exist_is_named() -> None:
    with pytest.raises(InvalidInput, match="Mars/Olympus"):
        clean_timezone("Mars/Olympus")
