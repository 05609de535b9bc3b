"""The plan reads as a careful colleague would write it: no codes, no jargon, nothing that goes without saying."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from workforce.workflow import build, planner
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain import explain
from workforce.workflow.explain.actions import happening_in_words
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.plan import Plan
from workforce.workflow.spec import (
    Link,
    Literal,
    Locator,
    Question,
    Ref,
    Step,
    Template,
    Trigger,
    Unknown,
    WorkerSpec,
)

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
PROMPTS = (
    "Every Monday at 9 get all open deals from HubSpot and email the list to sales@acme.example",
    "When a Stripe payment fails, send an email to billing@acme.example with customer and amount",
    "When someone books a demo in Calendly, post their name in #demos on Slack",
    "Every morning at 8 read the Google Sheet Leads, let AI write a summary and post it in Slack #sales",
    "When an invoice PDF arrives in Gmail, extract supplier and amount, add them to the Google Sheet Invoices, "
    "and if the amount is over 500 ask boss@acme.example for approval",
    "Every hour call https://api.acme.example/rates and save the answer in the Google Sheet Rates",
    "When a Shopify order comes in, create a Trello card and a Jira issue in project OPS",
    "Jeden Freitag um 16 Uhr die offenen Zendesk-Tickets holen und per E-Mail an chef@acme.example schicken",
)
CODE = re.compile(r"(?<![\w@./#-])[a-z]+[A-Z]\w*|\w+_\w+|\(\)|: ?[.;)]|\bresource\b")


def started(*steps: Step) -> WorkerSpec:
    trigger = Trigger(id="t", operation="manual_trigger", title="By hand")
    return WorkerSpec(name="Test", objective="Test.", triggers=[trigger], steps=list(steps))


def step(operation: str, **inputs: build.Plain) -> Step:
    return Step(id="s", operation=operation, title="Step", inputs=build.inputs(**inputs), after=[Link(step="t")])


def told(spec: WorkerSpec, catalogue: Catalogue, at: int = 1) -> str:
    return explain(spec, catalogue, NOW).sentences[at].text


def planned(prompt: str, catalogue: Catalogue) -> Plan:
    spec = planner.plan(prompt, "Europe/Berlin", catalogue).spec
    assert spec is not None
    return explain(spec, catalogue, NOW)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_no_code_is_shown(prompt: str, catalogue: Catalogue) -> None:
    for sentence in planned(prompt, catalogue).sentences:
        plain = re.sub(r"https?://\S+|\S+@\S+|“[^”]*”|„[^“]*“|\[[^\]]*\]", "x", sentence.text)
        assert not CODE.search(plain), sentence.text
        assert not re.search(r"[:;,]\.$|\(\s*\)", sentence.text), sentence.text
        assert len(sentence.text) < 900


def test_lists_are_made_in_words(catalogue: Catalogue) -> None:
    everything = step("aggregate", aggregate="aggregateAllItemData")
    assert told(started(everything), catalogue) == "Puts everything into one list."
    line = build.assignment_list(build.assignment("line", Template(parts=["- ", Ref(step="t", path="title")])))
    assert told(started(step("set", assignments=line)), catalogue) == "Writes for each item a line: “- [title]”."
    fields = build.many(build.group(aggregation="concatenate", field="line", separateBy="\n"))
    assert told(started(step("summarize", fieldsToSummarize=fields)), catalogue) == "Writes one text with every line."
    total = build.many(build.group(aggregation="sum", field="amount"))
    text = told(started(step("summarize", fieldsToSummarize=total, fieldsToSplitBy="region")), catalogue)
    assert text == "Works out the total of amount for each region."


def test_what_nobody_chose_is_not_told(catalogue: Catalogue) -> None:
    inputs: dict[str, build.Plain] = {"documentId": build.named("Leads", "list"), "columns": build.columns()}
    usual = step("google_sheets.sheet.append", sheetName=build.named("Sheet1"), **inputs)
    chosen = step("google_sheets.sheet.append", sheetName=build.named("2026"), **inputs)
    assert told(started(usual), catalogue) == (
        "Adds a row to Leads in Google Sheets: every field into the column of the same name."
    )
    assert "sheet 2026 of Leads" in told(started(chosen), catalogue)
    assert told(started(step("http_request", url="https://a.example", method="GET")), catalogue) == (
        "Calls https://a.example."
    )
    assert "(POST)" in told(started(step("http_request", url="https://a.example", method="POST")), catalogue)


def test_what_is_open_is_told_in_a_friendly_way(catalogue: Catalogue) -> None:
    sheet = Locator(mode="url", value=Unknown(question="which"))
    ask = Question(key="which", text="Which sheet?", why="To read it.", about="s", answer_kind="url")
    spec = started(step("google_sheets.sheet.read", documentId=sheet)).model_copy(update={"questions": [ask]})
    assert told(spec, catalogue) == "Reads the rows of the spreadsheet you name below in Google Sheets."


def test_long_texts_are_cut_between_words(catalogue: Catalogue) -> None:
    text = told(started(step("slack.message.post", channelId=build.named("#a"), text="word " * 100)), catalogue)
    assert len(text) < 200 and text.endswith("word …”.")


def test_forms_tell_what_is_special_about_a_field(catalogue: Catalogue) -> None:
    rows = [("Name", "text", True), ("Amount", "number", True), ("Receipt", "file", False)]
    fields = build.many(
        *(build.group(fieldLabel=label, fieldType=kind, requiredField=needed) for label, kind, needed in rows)
    )
    form = Trigger(
        id="t",
        operation="form_trigger",
        title="Form",
        inputs=build.inputs(formTitle="Expenses", formFields=build.group(values=fields)),
    )
    spec = WorkerSpec(name="Test", objective="Test.", triggers=[form])
    assert told(spec, catalogue, 0) == (
        "When somebody fills in the form “Expenses” with the fields Name; Amount (number); Receipt (file, optional)."
    )


def test_other_operations_are_told_in_n8ns_words(catalogue: Catalogue) -> None:
    issue = step("jira.issue.create", project=build.named("OPS", "list"), summary="Look at this")
    assert told(started(issue), catalogue) == "Creates an issue in Jira: project “OPS”, summary “Look at this”."


@pytest.mark.parametrize(
    ("language", "label", "said"),
    [
        ("en", "Order Created", "When an order is created in Shop"),
        ("en", "New Message", "When there is a new message in Shop"),
        ("en", "*", "When anything happens in Shop"),
        ("en", "Pull Request", "When there is news in Shop: Pull Request"),
        ("de", "Order Created", "Wenn in Shop eine Bestellung angelegt wird"),
        ("fr", "Order Created", "Quand on crée une commande dans Shop"),
        ("es", "Invoice Paid", "Cuando una factura se paga en Shop"),
        ("pt", "Payment Failed", "Quando falha um pagamento em Shop"),
        ("it", "Order Created", "When an order is created in Shop"),
    ],
)
def test_events_are_told_as_sentences(language: str, label: str, said: str) -> None:
    assert happening_in_words(label, "Shop", phrases_of(language)) == said


def test_approvals_are_told_as_decisions(catalogue: Catalogue) -> None:
    ask = step("gmail.message.send_and_wait", sendTo="boss@acme.example", subject="Fine?", message="Please look.")
    yes = build.conditions(build.condition(Ref(step="s", path="data.approved"), "true", kind="boolean"))
    check = Step(id="c", operation="if", title="Approved?", inputs={"conditions": yes}, after=[Link(step="s")])
    both = [Link(step="c"), Link(step="c", output=1)]
    after = Step(id="n", operation="no_op", title="Nothing", after=both)
    spec = started(ask, check, after)
    assert told(spec, catalogue) == (
        "E-mails boss@acme.example with Gmail and waits for the decision: “Fine?”, “Please look.”"
    )
    assert told(spec, catalogue, 2) == "Checks whether it was approved."
    assert told(spec, catalogue, 3) == "In either case: Does nothing."


def test_needs_and_boxes_are_called_what_people_call_them(catalogue: Catalogue) -> None:
    mail = step("email_send.send", toEmail="a@acme.example", fromEmail="b@acme.example", subject="x", text="y")
    plan = explain(started(mail), catalogue, NOW)
    assert [need.label for need in plan.needs] == ["E-mail (SMTP)"]
    sheet = step("google_sheets.sheet.read", documentId=build.named("Leads", "list"))
    plan = explain(started(sheet), catalogue, NOW)
    assert [need.label for need in plan.needs] == ["Google Sheets with your Google account"]
    assert plan.drawing.nodes[-1].subtitle == "Google Sheets"
    plan = explain(started(sheet), catalogue, NOW, {"googleApi"})
    assert [need.label for need in plan.needs] == ["Google Sheets with a service account"]


def test_a_trigger_is_told_before_what_it_starts(catalogue: Catalogue) -> None:
    failing = Trigger(id="e", operation="error_trigger", title="On error")
    tell = Step(id="tell", operation="no_op", title="Tell", inputs={"note": Literal(value="")}, after=[Link(step="e")])
    spec = started(step("no_op"), tell)
    spec = spec.model_copy(update={"triggers": [*spec.triggers, failing]})
    order = [sentence.step for sentence in explain(spec, catalogue, NOW).sentences]
    assert order == ["t", "s", "e", "tell"]
