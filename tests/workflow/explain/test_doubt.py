"""Doubt is shown where there is some, and only there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workforce.workflow import planner
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain import explain
from workforce.workflow.explain.phrases import SPOKEN
from workforce.workflow.plan import Plan
from workforce.workflow.spec import Link, Step, Trigger, WorkerSpec

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
PLAIN = [
    "Every day at 9 get the deals from HubSpot and post them to #x on Slack",
    "When a Stripe payment fails, send an email to billing@acme.example with customer and amount",
    "When a Shopify order comes in, create a Trello card and a Jira issue in project OPS",
]


def planned(prompt: str, catalogue: Catalogue) -> Plan:
    spec = planner.plan(prompt, "UTC", catalogue).spec
    assert spec is not None
    return explain(spec, catalogue, NOW)


@pytest.mark.parametrize("prompt", PLAIN)
def test_what_is_plainly_said_is_not_doubted(prompt: str, catalogue: Catalogue) -> None:
    assert [sentence.doubt for sentence in planned(prompt, catalogue).sentences if sentence.doubt] == []


def test_a_mail_nobody_asked_for_by_name_is_to_be_checked(catalogue: Catalogue) -> None:
    plan = planned("When somebody fills in the contact form (name, email, question), thank the person", catalogue)
    mail = next(sentence for sentence in plan.sentences if sentence.text.startswith("E-mails"))
    assert mail.doubt.startswith("Check this step") and any("sends an e-mail" in text for text in plan.assumptions)


@pytest.mark.parametrize("language", SPOKEN)
def test_what_else_may_be_meant_is_said_in_every_language(language: str, catalogue: Catalogue) -> None:
    step = Step(
        id="s",
        operation="trello.card.create",
        title="Card",
        after=[Link(step="t")],
        confidence=0.4,
        alternatives=["trello.list.create", "no.such.operation"],
    )
    trigger = Trigger(id="t", operation="manual_trigger", title="By hand")
    spec = WorkerSpec(name="W", objective="O", language=language, triggers=[trigger], steps=[step])
    (start, card) = explain(spec, catalogue, NOW).sentences
    assert start.doubt == "" and "Trello" in card.doubt
    assert ("Check this step" in card.doubt) == (language == "en")


def test_a_guessed_event_is_to_be_checked(catalogue: Catalogue) -> None:
    """The name of a service that was misspelt is told; an event nothing was said about is doubted."""
    plan = planned("When something happens in Strava, post it to #sport on Slack", catalogue)
    assert plan.sentences[0].doubt
    plan = planned("Every Friday get the open cases from Salesfroce and mail them to cs@acme.example", catalogue)
    assert "“Salesfroce” was read as Salesforce." in plan.assumptions
