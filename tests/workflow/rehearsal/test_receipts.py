# ruff: noqa: E501 - calls stay whole
"""Receipts: each call as what it is, no secret in any of them, and nothing that others wrote can run."""

from __future__ import annotations

import base64
import json
from email.message import EmailMessage
from typing import Any

import pytest

from workforce.workflow.rehearsal.performance import Call, Rehearsal, ScenarioResult, StepRun
from workforce.workflow.rehearsal.receipts import export_html, export_json, receipt, receipts, summary

SHEET = "https://sheets.googleapis.com/v4/spreadsheets/doc1"
SECRETS = (
    "ya29.planted-Secret_0123456789",
    "xoxb-1234567890-plantedsecret",
    "sk-planted0123456789abcdef",
    "Planted-Pass-9",
    "eyJhbGciOiJIUzI1NiJ9.eyJwbGFudGVkIjoxfQ.plantedsignature",
)


def call(method: str, url: str, body: Any = None, answer: Any = None, status: int = 200, **more: Any) -> Call:
    return Call(method=method, url=url, body=body, answer=answer, status=status, **more)


def gmail(to: str, subject: str, html: str, attachment: str = "") -> Call:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Cc"], mail["Subject"] = "me@example.com", to, "boss@example.com", subject
    mail.set_content(html, subtype="html")
    if attachment:
        mail.add_attachment(b"x", maintype="text", subtype="plain", filename=attachment)
    raw = base64.urlsafe_b64encode(mail.as_bytes()).decode()
    return call("POST", "https://gmail.googleapis.com/gmail/v1/users/me/messages/send", {"raw": raw})


def test_an_e_mail_is_read_out_of_gmails_mime() -> None:
    found = receipt(gmail("Ada <ada@example.com>", "Größe", "<p>Hello <b>Ada</b></p>", "list.csv"))
    assert (found.kind, found.verb, found.service) == ("email", "send", "Gmail")
    assert (found.to, found.cc, found.subject) == (["ada@example.com"], ["boss@example.com"], "Größe")
    assert (found.text, found.html, found.attachments) == ("Hello Ada", "<p>Hello <b>Ada</b></p>", ["list.csv"])
    assert ("To", "ada@example.com") in found.facts and found.happens


@pytest.mark.parametrize(
    ("one", "to", "subject", "text"),
    [
        (
            call(
                "POST",
                "https://graph.microsoft.com/v1.0/me/sendMail",
                {
                    "message": {
                        "subject": "Hi",
                        "body": {"contentType": "html", "content": "<p>Yes</p>"},
                        "toRecipients": [{"emailAddress": {"address": "a@example.com"}}],
                    }
                },
                status=202,
            ),
            ["a@example.com"],
            "Hi",
            "Yes",
        ),
        (
            call(
                "POST",
                "https://api.sendgrid.com/v3/mail/send",
                {
                    "personalizations": [{"to": [{"email": "a@example.com"}], "subject": "Hi"}],
                    "from": {"email": "b@example.com"},
                    "content": [{"type": "text/plain", "value": "Yes"}],
                },
                status=202,
            ),
            ["a@example.com"],
            "Hi",
            "Yes",
        ),
        (
            call("SEND", "smtp://smtp.example.com/a@example.com", {"to": "a@example.com", "subject": "Hi", "text": "Yes"}, status=250),
            ["a@example.com"],
            "Hi",
            "Yes",
        ),
    ],
)  # fmt: skip
def test_e_mails_of_other_ways(one: Call, to: list[str], subject: str, text: str) -> None:
    found = receipt(one)
    assert (found.kind, found.to, found.subject, found.text) == ("email", to, subject, text)


@pytest.mark.parametrize(
    ("url", "body", "to", "text"),
    [
        ("https://slack.com/api/chat.postMessage", {"channel": "#sales", "text": "Hi"}, "#sales", "Hi"),
        ("https://slack.com/api/chat.postMessage", {"channel": "sales", "text": "Hi"}, "#sales", "Hi"),
        (
            "https://slack.com/api/chat.postMessage",
            {"channel": "C1", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "In a block"}}]},
            "C1",
            "In a block",
        ),
        ("https://api.telegram.org/bot1:abcdefgh/sendMessage", {"chat_id": "42", "text": "Hi"}, "42", "Hi"),
        ("https://discord.com/api/v10/channels/11/messages", {"content": "Hi"}, "channel 11", "Hi"),
        ("https://graph.facebook.com/v20.0/1/messages", {"to": "+1202", "type": "text", "text": {"body": "Hi"}}, "+1202", "Hi"),
        ("https://api.twilio.com/2010-04-01/Accounts/A/Messages.json", "To=%2B1202&Body=Hi&From=%2B1", "+1202", "Hi"),
    ],
)  # fmt: skip
def test_messages(url: str, body: Any, to: str, text: str) -> None:
    found = receipt(call("POST", url, body))
    assert (found.kind, found.to, found.text) == ("chat", [to], text)


def test_rows_stand_under_the_columns_that_were_read_before() -> None:
    head = call("GET", f"{SHEET}/values/'Leads'!1:1", answer={"values": [["Name", "E-mail"]]})
    rows = call("POST", f"{SHEET}/values/Leads!5:6:append", {"values": [["Ada", "a@example.com"], ["Bob", ""]]})
    _, found = receipts([head, rows])
    assert (found.kind, found.place, found.count) == ("row", "Leads", 2)
    assert found.rows[0] == {"Name": "Ada", "E-mail": "a@example.com"}


def test_cells_changed_one_by_one_are_rows() -> None:
    head = call("GET", f"{SHEET}/values/Leads", answer={"values": [["Name", "Status"]]})
    body = {"data": [{"range": "Leads!A3", "values": [["Ada"]]}, {"range": "Leads!B3", "values": [["won"]]}]}
    found = receipts([head, call("POST", f"{SHEET}/values:batchUpdate", body)])[1]
    assert (found.verb, found.rows) == ("change", [{"Name": "Ada", "Status": "won"}])


@pytest.mark.parametrize(
    ("sql", "parameters", "verb", "rows"),
    [
        ("INSERT INTO leads (name, age) VALUES ($1, 7), ('Bob', $2)", ["Ada", 9], "write", [{"name": "Ada", "age": 7}, {"name": "Bob", "age": 9}]),
        ("update leads set status = 'won' where id = 3", [], "change", [{"status": "won"}]),
        ("delete from leads where id = 3", [], "delete", []),
    ],
)  # fmt: skip
def test_statements(sql: str, parameters: list[Any], verb: str, rows: list[Any]) -> None:
    found = receipt(call("QUERY", "postgres://database.example.com/leads", {"sql": sql, "parameters": parameters}))
    assert (found.kind, found.verb, found.place, found.rows) == ("row", verb, "table leads", rows)


def test_a_statement_that_reads_is_a_read() -> None:
    one = call("QUERY", "postgres://database.example.com/leads", {"sql": "select * from leads"}, [{"id": 1}, {"id": 2}])
    found = receipt(one)
    assert (found.kind, found.effect, found.title) == ("read", False, "Read 2 rows of table leads")


@pytest.mark.parametrize(
    ("method", "url", "body", "kind", "title"),
    [
        ("POST", "https://a.atlassian.net/rest/api/2/issue", {"fields": {"summary": "S"}}, "record", "Create an issue in Jira: S"),
        ("PATCH", "https://api.hubapi.com/crm/v3/objects/contacts/55", {"properties": {"city": "X"}}, "record", "Change a contact in HubSpot"),
        ("POST", "https://api.stripe.com/v1/charges", "amount=500&currency=eur", "payment", "Create a charge in Stripe"),
        ("POST", "https://www.googleapis.com/calendar/v3/calendars/me/events", {"summary": "Call"}, "event", "Create an event in Google Calendar: Call"),
        ("POST", "https://oauth2.googleapis.com/token", "grant_type=refresh_token", "sign-in", "Sign in at oauth2.googleapis.com"),
        ("POST", "https://api.acme.example.org/v1/orders", {"name": "N"}, "record", "Create an order in api.acme.example.org: N"),
        ("GET", "https://api.acme.example.org/v1/orders", None, "read", "Read something from api.acme.example.org"),
    ],
)  # fmt: skip
def test_everything_else(method: str, url: str, body: Any, kind: str, title: str) -> None:
    found = receipt(call(method, url, body))
    assert (found.kind, found.title) == (kind, title)


def test_a_question_to_a_model_and_its_answer() -> None:
    body = {
        "model": "gpt-x",
        "messages": [{"role": "system", "content": "Be brief"}, {"role": "user", "content": "Why?"}],
    }
    found = receipt(
        call(
            "POST",
            "https://api.openai.com/v1/chat/completions",
            body,
            {"choices": [{"message": {"content": "Because."}}]},
        )
    )
    assert (found.kind, found.model, found.text, found.reply, found.effect) == (
        "ai",
        "gpt-x",
        "Why?",
        "Because.",
        False,
    )


def test_planted_secrets_are_nowhere() -> None:
    token, slack, key, password, web = SECRETS
    calls = [
        call("POST", f"https://api.acme.example.org/x?api_key={key}&page=2", {"password": password, "deep": [{"client_secret": password}]}, {"access_token": token}, headers={"Authorization": f"Bearer {token}", "X-Api-Key": key, "Cookie": web}),
        call("POST", "https://slack.com/api/chat.postMessage", {"channel": "#a", "text": f"the token is {slack} and {web}"}),
        call("GET", f"https://user:{password}@acme.example.org/orders", answer=f'{{"token": "{token}"}}'),
        call("POST", "https://api.telegram.org/bot123456:Planted-Pass-9/sendMessage", {"chat_id": 1, "text": "hi"}),
        call("POST", "https://hooks.slack.com/services/T0/B0/Planted-Pass-9", {"text": "hi"}),
        call("POST", "https://acme.example.org/form", f"user=a&password={password}"),
        gmail("a@example.com", f"key {key}", f"<p>password: {password}</p>"),
    ]  # fmt: skip
    found = receipts(calls)
    one = ScenarioResult(name="normal", title="Normal", verdict="passed", reason=f"used {key}", calls=calls)
    whole = Rehearsal(verdict="passed", seconds=1, scenarios=[one])
    shown = [
        json.dumps([r.model_dump() for r in found]),
        str([r.facts for r in found]),
        export_html(whole),
        export_json(whole),
    ]
    for text in shown:
        assert [secret for secret in SECRETS if secret in text] == []
    assert "page=2" in found[0].url


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a><iframe src=//evil.example></iframe>"
    "<svg onload=alert(1)><style>@import '//evil.example'</style><form action=//evil.example><b onclick=alert(1)>bold</b>"
)


def test_nothing_that_others_wrote_can_run_or_load() -> None:
    calls = [
        gmail("a@example.com", "</title><script>alert(2)</script>", HOSTILE),
        call("POST", "https://slack.com/api/chat.postMessage", {"channel": HOSTILE, "text": HOSTILE}),
        call("POST", f"{SHEET}/values/Leads:append", {"values": [[HOSTILE]]}),
        call("POST", "https://acme.example.org/orders", {HOSTILE: HOSTILE}),
    ]
    steps = [StepRun(name=HOSTILE, error=HOSTILE)]
    one = ScenarioResult(name="n", title=HOSTILE, verdict="failed", reason=HOSTILE, calls=calls, steps=steps)
    page = export_html(Rehearsal(verdict="failed", seconds=1, scenarios=[one]), HOSTILE)
    for part in ("<script", "<img", "<iframe", "<svg", "<form", "<style>@", "href='javascript", 'href="javascript'):
        assert part not in page
    mail = receipt(calls[0])
    assert "onclick" not in mail.html and "<b>bold</b>" in mail.html and "alert(1)" not in mail.text


def test_the_summary_counts_what_would_have_happened() -> None:
    calls = [
        gmail("a@example.com", "1", "x"),
        gmail("b@example.com", "2", "x"),
        call("POST", f"{SHEET}/values/Leads:append", {"values": [["a"], ["b"], ["c"]]}),
        call("POST", "https://slack.com/api/chat.postMessage", {"channel": "#sales", "text": "3"}),
        call("GET", "https://api.acme.example.org/orders", answer=[{}]),
        call("POST", "https://oauth2.googleapis.com/token", {}),
        call("POST", "https://slack.com/api/chat.postMessage", {"channel": "#sales", "text": "3"}, status=500),
    ]
    assert summary(calls) == (
        "Would send 2 e-mails to 3 people, write 3 rows, post 1 message to #sales; reads 1 source; 1 call did not get through."
    )
    sheet = [
        call("GET", SHEET, answer={"sheets": [{}]}),
        call("GET", f"{SHEET}/values/Leads", answer={"values": [["a"], ["b"]]}),
    ]
    assert summary(sheet) == "Would change nothing outside; reads 1 source."
    assert summary(calls[4:5]) == "Would change nothing outside; reads 1 source."
    assert summary([]) == ""
    for language in ("de", "es", "fr", "pt"):
        assert "3" in summary(calls, language) and summary(calls, language) != summary(calls)


@pytest.mark.parametrize(
    "body", [None, "", "x", 5, [], [1], {"raw": "%%%"}, {"message": 3}, {"values": "x"}, {"data": [{}]}]
)
@pytest.mark.parametrize(
    "url",
    [
        "https://gmail.googleapis.com/gmail/v1/users/me/messages/send",
        "https://graph.microsoft.com/v1.0/me/sendMail",
        "https://api.sendgrid.com/v3/mail/send",
        f"{SHEET}/values:batchUpdate",
        f"{SHEET}:batchUpdate",
        "https://api.notion.com/v1/pages",
        "https://api.airtable.com/v0/app1/T",
        "https://slack.com/api/chat.postMessage",
        "https://graph.facebook.com/v1/1/messages",
        "https://discord.com/api/channels/1/messages",
        "postgres://h/t",
        "tcp://10.0.0.1:25",
        "nonsense",
    ],
)
def test_nonsense_has_a_receipt_too(url: str, body: Any) -> None:
    assert receipt(call("POST", url, body, answer=body)).title
