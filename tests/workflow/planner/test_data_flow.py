"""What is read reaches what is told: sums, tables, stretches of time, comparisons, files, texts by AI."""

from __future__ import annotations

from typing import Any

import pytest

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.planner import plan
from workforce.workflow.spec import WorkerSpec


def _planned(prompt: str, catalogue: Catalogue) -> WorkerSpec:
    spec = plan(prompt, "UTC", catalogue).spec
    assert spec is not None
    return spec


def _operations(spec: WorkerSpec) -> list[str]:
    return [step.operation for step in spec.steps]


@pytest.mark.parametrize(
    ("prompt", "operations"),
    [
        (
            'Every Monday at 8 mail the rows of the Google Sheet "Orders" to ops@acme.example',
            ["google_sheets.sheet.read", "html.convert_to_html_table", "email_send.send"],
        ),
        (
            "Every Monday at 8 get last week's Stripe charges and mail me the total at cfo@acme.example",
            ["stripe.charge.get_all", "summarize", "email_send.send"],
        ),
        (
            'Each day at 9 compare the emails in the Google Sheet "A" with those in the Google Sheet "B" and post the '
            "differences in Slack #diff",
            ["google_sheets.sheet.read", "google_sheets.sheet.read", "compare_datasets", "slack.message.post"],
        ),
        (
            (
                'Every Monday let AI write a report about the Google Sheet "KPIs" and save it in the Google Drive '
                "folder Docs"
            ),
            ["google_sheets.sheet.read", "chain_llm", "convert_to_file.to_text", "google_drive.file.upload"],
        ),
        (
            'Every Monday mail last week\'s rows of the Google Sheet "Orders" to ops@acme.example with an AI summary',
            ["google_sheets.sheet.read", "filter", "chain_llm", "email_send.send"],
        ),
        (
            "Every evening at 19:00 get the open Freshdesk tickets. If there are more than 25, text +33612345678",
            ["freshdesk.ticket.get_all", "summarize", "if", "twilio.sms.send"],
        ),
    ],
)
def test_data_goes_all_the_way(prompt: str, operations: list[str], catalogue: Catalogue) -> None:
    found = iter(_operations(_planned(prompt, catalogue)))
    assert all(operation in found for operation in operations), "missing, or in another order"


def test_a_table_is_sent_as_html(catalogue: Catalogue) -> None:
    spec = _planned('Every Monday at 8 mail the rows of the Google Sheet "Orders" to ops@acme.example', catalogue)
    mail: Any = next(step for step in spec.steps if step.operation == "email_send.send")
    assert mail.inputs["emailFormat"].value == "html"
    assert "text" not in mail.inputs


@pytest.mark.parametrize(
    "prompt",
    [
        "I'd love it if every new Typeform answer created a task in Asana",
        "Could you please make a worker which, when a Typeform answer arrives, creates a task in Asana?",
        "Create an Asana task for each new answer in Typeform",
        "Each new answer in our Typeform becomes a task in Asana",
        "We use Typeform for surveys. When a new answer comes in there, create a task in Asana.",
    ],
)
def test_however_a_wish_is_wrapped_it_is_the_same_work(prompt: str, catalogue: Catalogue) -> None:
    spec = _planned(prompt, catalogue)
    assert [trigger.operation.split(".")[0] for trigger in spec.triggers] == ["typeform_trigger"]
    assert _operations(spec) == ["asana.task.create"]
