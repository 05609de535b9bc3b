"""Workers and steps are called what a person would call them."""

from __future__ import annotations

import pytest

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.planner import plan
from workforce.workflow.spec import WorkerSpec

NAMES = [
    ("I need a worker to send weekly sales reports", "Weekly sales report"),
    ("Every day at 9 send the open HubSpot deals to sales@acme.example", "Daily open HubSpot deals"),
    (
        "Folgendes: jeden Freitag um 15 Uhr soll die Liste der offenen Rechnungen aus QuickBooks an b@acme.example",
        "Wöchentlich: Liste der offenen Rechnungen aus QuickBooks",
    ),
    ("Contract intake. When a mail with an attachment comes to our Gmail, save it in Google Drive.", "Contract intake"),
    ("When a Stripe payment fails, send an email to billing@acme.example", "Stripe payment fails → E-mail"),
    ("New ticket in Zendesk -> ping our Telegram group. chat id is -100448812", "New ticket in Zendesk → Telegram"),
    ("I'd like a form (name, e-mail). Add every answer to the Google Sheet Guests", "Form → Google Sheets"),
]
TITLES = [
    (
        "Every Monday at 9, e-mail me last week's sales from our PostgreSQL database to anna@acme.example",
        ["Read sales from PostgreSQL", "E-mail anna@acme.example"],
    ),
    (
        'Every day at 8 read the Google Sheet "Stock" and post it to #ops on Slack',
        ["Read “Stock” from Google Sheets", "Post in #ops on Slack"],
    ),
    (
        "Every hour call https://api.acme.example/rates and save the answer in the Google Sheet Rates",
        ["Fetch api.acme.example", "Add a row to “Rates”"],
    ),
    (
        "When a Shopify order comes in, create a Trello card in the list Inbox and a Jira issue in project OPS",
        ["Create a card in Trello", "Create an issue in Jira"],
    ),
    (
        "Jeden Freitag um 16 Uhr die offenen Zendesk-Tickets holen und per E-Mail an chef@acme.example schicken",
        ["E-Mail an chef@acme.example"],
    ),
    (
        'Cada lunes a las 9 lee la hoja de Google "Ventas" y envíala a ventas@acme.example',
        ["Leer «Ventas» de Google Sheets", "Correo a ventas@acme.example"],
    ),
]


def spec_of(prompt: str, catalogue: Catalogue) -> WorkerSpec:
    spec = plan(prompt, "UTC", catalogue).spec
    assert spec is not None
    return spec


@pytest.mark.parametrize(("prompt", "name"), NAMES)
def test_a_worker_is_named_after_what_it_is_about(prompt: str, name: str, catalogue: Catalogue) -> None:
    assert spec_of(prompt, catalogue).name == name


@pytest.mark.parametrize(("prompt", "titles"), TITLES)
def test_steps_are_called_as_on_a_list(prompt: str, titles: list[str], catalogue: Catalogue) -> None:
    found = [step.title for step in spec_of(prompt, catalogue).steps]
    assert [title for title in found if title in titles] == titles, found


@pytest.mark.parametrize(("prompt", "_"), NAMES + TITLES)
def test_no_title_speaks_of_n8n_or_breaks_off(prompt: str, _: object, catalogue: Catalogue) -> None:
    spec = spec_of(prompt, catalogue)
    for title in [spec.name, *(part.title for part in [*spec.triggers, *spec.steps])]:
        assert len(title) <= 76 and title == title.strip(" ,.:;–-")
        assert not any(word in title for word in ("HTTP request", "SQL query", "row(s)", "returns the response"))


@pytest.mark.parametrize("prompt", ["", "😀", "?!.,", "a" * 300, "the the the", "Every day at 9", "When", "- \n- \n"])
def test_any_text_gives_some_name(prompt: str, catalogue: Catalogue) -> None:
    planned = plan(prompt, "UTC", catalogue)
    assert planned.spec is None or 0 < len(planned.spec.name) <= 76


@pytest.mark.parametrize(
    "prompt",
    [
        "Jeden Freitag um 15 Uhr die offenen Rechnungen aus QuickBooks an b@acme.example schicken",
        'Cada lunes a las 9 lee la hoja de Google "V" y envíala a v@acme.example. Si falla, avisa a it@acme.example',
        "Tous les vendredis à 17h, lis les tickets Zendesk ouverts et envoie-les à equipe@acme.example",
        'Toda segunda às 9h, leia a planilha do Google "Vendas" e envie para vendas@acme.example',
    ],
)
def test_every_title_is_in_the_language_of_the_prompt(prompt: str, catalogue: Catalogue) -> None:
    spec = spec_of(prompt, catalogue)
    for part in [*spec.triggers, *spec.steps]:
        assert not {"the", "one", "list", "line", "read", "only", "send", "schedule"} & set(part.title.lower().split())
