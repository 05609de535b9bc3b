"""The simulated world by itself: the same each time, with a memory, obedient to the scenario, and hard to upset."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from workforce.workflow.rehearsal.scenario import ServiceRule
from workforce.workflow.rehearsal.world import Answer, Asked, World
from workforce.workflow.rehearsal.world.services import SERVICES, service_name

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
JSON = {"content-type": "application/json"}


def ask(world: World, method: str, url: str, body: Any = None) -> Answer:
    return world.answer(Asked(method, url, JSON, json.dumps(body).encode() if body is not None else b""))


def said(answer: Answer) -> Any:
    return json.loads(answer.body)


def world(**more: Any) -> World:
    return World(now=NOW, **more)


def test_the_same_seed_gives_the_same_and_another_seed_others() -> None:
    url = "https://api.acme.example.org/v1/customers"
    one, same, other = (ask(world(seed=seed), "GET", url).body for seed in (1, 1, 2))
    assert one == same != other


@pytest.mark.parametrize(
    ("url", "fields"),
    [
        ("https://api.acme.example.org/v1/orders?limit=5", {"order_number", "customer_name", "total", "created_at"}),
        ("https://acme.example.org/api/invoices", {"invoice_number", "amount", "due_date", "status"}),
        ("https://acme.example.org/api/Kunden", {"name", "email", "phone"}),
        ("https://acme.example.org/api/things", {"id", "name"}),
    ],
)
def test_any_address_gives_records_of_what_it_speaks_of(url: str, fields: set[str]) -> None:
    records = said(ask(world(), "GET", url))
    assert len(records) == 3 and fields <= set(records[0])
    assert records[0] != records[1]


def test_addresses_of_people_belong_to_nobody() -> None:
    records = said(ask(world(), "GET", "https://api.acme.example.org/customers"))
    assert all(record["email"].split("@")[1] in ("example.com", "example.org", "example.net") for record in records)
    assert all(record["phone"].startswith("+120255501") for record in records)


def test_dates_are_of_the_last_days() -> None:
    records = said(ask(world(), "GET", "https://api.acme.example.org/orders"))
    ages = [NOW - datetime.fromisoformat(record["created_at"]) for record in records]
    assert all(timedelta(0) < age < timedelta(days=13) for age in ages) and min(ages) < timedelta(days=1)


def test_what_was_made_can_be_read_changed_and_removed() -> None:
    acme = world()
    url = "https://api.acme.example.org/tickets"
    made = said(ask(acme, "POST", url, {"subject": "Broken lamp"}))
    assert said(ask(acme, "GET", f"{url}/{made['id']}"))["subject"] == "Broken lamp"
    ask(acme, "PATCH", f"{url}/{made['id']}", {"subject": "Mended lamp"})
    assert said(ask(acme, "GET", url))[0]["subject"] == "Mended lamp"
    ask(acme, "DELETE", f"{url}/{made['id']}")
    assert all(record["id"] != made["id"] for record in said(ask(acme, "GET", url)))


def test_rows_appended_to_a_sheet_are_read_back_under_the_workflows_columns() -> None:
    node = {
        "type": "n8n-nodes-base.googleSheets",
        "parameters": {
            "documentId": {"mode": "id", "value": "doc1"},
            "sheetName": {"mode": "name", "value": "Leads"},
            "columns": {"value": {"Customer": "={{ $json.name }}"}, "schema": [{"id": "Customer"}, {"id": "E-mail"}]},
        },
    }
    acme = world(workflow={"nodes": [node]})
    base = "https://sheets.googleapis.com/v4/spreadsheets/doc1"
    assert "Leads" in [one["properties"]["title"] for one in said(ask(acme, "GET", base))["sheets"]]
    before = said(ask(acme, "GET", f"{base}/values/Leads"))["values"]
    assert before[0] == ["Customer", "E-mail"] and "@" in before[1][1]
    ask(acme, "POST", f"{base}/values/Leads:append", {"values": [["Ada", "ada@example.com"]]})
    assert said(ask(acme, "GET", f"{base}/values/Leads"))["values"] == [*before, ["Ada", "ada@example.com"]]


def test_later_pages_are_empty() -> None:
    for query in ("page=2", "offset=100", "cursor=abc"):
        assert said(ask(world(), "GET", f"https://api.acme.example.org/orders?{query}")) == []


@pytest.mark.parametrize(
    ("url", "kind", "start"),
    [
        ("https://acme.example.org/feed.xml", "application/rss+xml", b"<?xml"),
        ("https://acme.example.org/atom.xml", "application/atom+xml", b"<?xml"),
        ("https://www.acme.example.org/", "text/html", b"<!doctype"),
        ("https://acme.example.org/list.csv", "text/csv", b"id,"),
        ("https://acme.example.org/offer.pdf", "application/pdf", b"%PDF-"),
        ("https://acme.example.org/logo.png", "image/png", b"\x89PNG"),
        ("https://acme.example.org/list.xlsx", "application/vnd.openxml", b"PK"),
    ],
)
def test_files_are_what_their_ending_says(url: str, kind: str, start: bytes) -> None:
    answer = ask(world(), "GET", url)
    assert answer.headers["content-type"].startswith(kind) and answer.body.startswith(start)


def test_a_rule_answers_as_often_as_it_says_and_then_the_world_does() -> None:
    rules = [ServiceRule(match=r"POST .*slack", status=429, times=2, delay=0.5, headers={"Retry-After": "1"})]
    acme = world(rules=rules)
    url = "https://slack.com/api/chat.postMessage"
    answers = [ask(acme, "POST", url, {"channel": "#a", "text": "b"}) for _ in range(3)]
    assert [answer.status for answer in answers] == [429, 429, 200]
    assert answers[0].delay == 0.5 and answers[0].headers["retry-after"] == "1"


def test_a_rule_that_is_no_expression_is_taken_as_it_stands() -> None:
    acme = world(rules=[ServiceRule(match="https://acme.example.org/list(", status=500)])
    assert ask(acme, "GET", "https://acme.example.org/list(").status == 500


@pytest.mark.parametrize("name", ["gmail.googleapis.com", "Gmail"])
def test_an_empty_service_has_nothing_in_its_own_shape(name: str) -> None:
    answer = said(ask(world(empty_services=[name]), "GET", "https://gmail.googleapis.com/gmail/v1/users/me/messages"))
    assert answer == {"resultSizeEstimate": 0}
    full = said(ask(world(), "GET", "https://gmail.googleapis.com/gmail/v1/users/me/messages"))
    assert len(full["messages"]) == 3


def test_wanted_fields_are_in_every_record_and_missing_ones_in_none() -> None:
    fields = {"Region": ["North", "South"], "budget": []}
    acme = world(fields=fields, missing=["email"])
    records = said(ask(acme, "GET", "https://api.acme.example.org/leads"))
    assert [record["Region"] for record in records] == ["North", "South", "North"]
    assert all(record["budget"] > 0 and "email" not in record for record in records)
    issues = said(ask(world(fields={"summary": ["Urgent"]}), "GET", "https://a.atlassian.net/rest/api/2/search"))
    assert issues["issues"][0]["fields"]["summary"] == "Urgent"


def test_a_prompt_that_asks_for_a_choice_gets_one_of_those() -> None:
    def answer(prompt: str) -> str:
        body = {"model": "m", "messages": [{"role": "user", "content": prompt}]}
        text = said(ask(world(), "POST", "https://api.openai.com/v1/chat/completions", body))
        return str(text["choices"][0]["message"]["content"])

    assert answer("Answer with only one of: urgent, normal, low") in ("urgent", "normal", "low")
    assert json.loads(answer('Return JSON like {"priority": "high|low", "days": 3}'))["priority"] in ("high", "low")


def test_a_schema_is_kept_to() -> None:
    schema = {
        "type": "object",
        "properties": {
            "kind": {"enum": ["a", "b"]},
            "score": {"type": "integer", "maximum": 10},
            "tags": {"type": "array"},
        },
        "required": ["kind", "score"],
    }
    form = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}
    body = {"model": "m", "messages": [{"role": "user", "content": "x"}], "response_format": form}
    text = said(ask(world(), "POST", "https://api.openai.com/v1/chat/completions", body))["choices"][0]["message"][
        "content"
    ]
    found = json.loads(text)
    assert found["kind"] in ("a", "b") and found["score"] <= 10 and isinstance(found["tags"], list)


@pytest.mark.parametrize("host", ["mysql", "mongodb", "redis", "ftp"])
def test_what_is_not_http_is_answered_under_its_name(host: str) -> None:
    rows = said(ask(world(), "POST", f"http://{host}.simulated/select", {"table": "orders"}))
    assert len(rows) == 3 and "order_number" in rows[0]
    made = said(ask(world(), "POST", f"http://{host}.simulated/insert", {"table": "orders", "values": [1]}))
    assert made["success"] is True and made["table"] == "orders"


def test_names_that_people_know() -> None:
    names = {
        "https://slack.com/api/chat.postMessage": "Slack",
        "https://www.googleapis.com/drive/v3/files": "Google Drive",
        "https://www.googleapis.com/calendar/v3/calendars/x/events": "Google Calendar",
        "https://gmail.googleapis.com/gmail/v1/users/me/messages": "Gmail",
        "https://graph.microsoft.com/v1.0/me/sendMail": "Microsoft Outlook",
        "https://jira.acme.example.org/rest/api/2/search": "Jira",
        "https://unknown.example.org/x": "unknown.example.org",
    }
    assert {url: service_name(url) for url in names} == names
    assert len({service.name for service in SERVICES}) >= 40


PLACES = (
    "https://slack.com/api/chat.postMessage",
    "https://sheets.googleapis.com/v4/spreadsheets/x/values/Sheet1:append",
    "https://sheets.googleapis.com/v4/spreadsheets/x:batchUpdate",
    "https://gmail.googleapis.com/gmail/v1/users/me/messages/send",
    "https://www.googleapis.com/upload/drive/v3/files",
    "https://graph.microsoft.com/v1.0/me/sendMail",
    "https://graph.microsoft.com/v1.0/drive/items/1/workbook/worksheets/1/tables/1/rows/add",
    "https://api.notion.com/v1/pages",
    "https://api.airtable.com/v0/app1/Leads",
    "https://api.hubapi.com/crm/v3/objects/contacts",
    "https://a.atlassian.net/rest/api/2/issue",
    "https://api.linear.app/graphql",
    "https://api.stripe.com/v1/charges",
    "https://acme.zendesk.com/api/v2/tickets",
    "https://api.openai.com/v1/responses",
    "https://api.anthropic.com/v1/messages",
    "https://generativelanguage.googleapis.com/v1beta/models/m:generateContent",
    "https://quickbooks.api.intuit.com/v3/company/1/invoice",
    "https://x.supabase.co/rest/v1/leads",
    "https://acme.example.org/graphql",
    "http://mysql.simulated/insert",
    "https://[::1]/x",
    "not an address",
)
BODIES = (
    b"",
    b"null",
    b"[]",
    b"[1]",
    b'{"a":',
    b"\xff\xfe",
    b'{"records": 5, "message": 7, "data": "x", "messages": 3, "input": 1}',
)


@pytest.mark.parametrize("url", PLACES)
def test_nonsense_is_answered_too(url: str) -> None:
    acme = world()
    for body in BODIES:
        for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
            assert isinstance(acme.answer(Asked("POST", url, {"content-type": kind}, body)), Answer)
