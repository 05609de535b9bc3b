"""What a model dictates becomes typed values, or issues that it can repair; never a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claude.answers import sales
from workforce.workflow import dictation
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_spec
from workforce.workflow.dictation.values import ValueReader
from workforce.workflow.explain import explain
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.schedule import Every
from workforce.workflow.spec import Group, Link, Literal, Locator, Many, Moment, Ref, Template, Unknown, WorkerSpec


def spec_of(plan: dict[str, Any], catalogue: Catalogue) -> WorkerSpec:
    read = dictation.read(plan, catalogue, "Europe/Berlin")
    assert read.issues == ()
    assert read.planned is not None and read.planned.spec is not None
    return read.planned.spec


def problems(plan: dict[str, Any], catalogue: Catalogue) -> list[str]:
    return [
        f"{issue.step}: {issue.message}"
        for issue in check_spec(spec_of(plan, catalogue), catalogue)
        if issue.code != "open_question"
    ]


def messages(plan: Any, catalogue: Catalogue) -> str:
    return "\n".join(f"{issue.message} {issue.fix}" for issue in dictation.read(plan, catalogue, "UTC").issues)


# --- values -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("plain", Literal(value="plain")),
        (5, Literal(value=5)),
        (True, Literal(value=True)),
        (None, Literal(value=None)),
        ("{{rows.amount}}", Ref(step="rows", path="amount")),
        ("{{ rows.Customer Name }}", Ref(step="rows", path="Customer Name")),
        ("{{rows}}", Ref(step="rows")),
        ("{{all rows.amount}}", Ref(step="rows", path="amount", take="all")),
        ("{{count rows}}", Ref(step="rows", take="count")),
        ("Hi {{first rows.name}}!", Template(parts=["Hi ", Ref(step="rows", path="name", take="first"), "!"])),
        ("{{now}}", Moment()),
        ("{{now - 7 days}}", Moment(shift={"days": -7})),
        (
            "{{now -1 month start of month as 'LLLL yyyy'}}",
            Moment(shift={"months": -1}, snap="month", format="LLLL yyyy"),
        ),
        ("a { b } c", Literal(value="a { b } c")),
        ({"literal": "{{ handlebars }}"}, Literal(value="{{ handlebars }}")),
        ({"from": "rows", "field": "a.b", "take": "all"}, Ref(step="rows", path="a.b", take="all")),
        ({"from": 1, "to": 5}, Group(fields={"from": Literal(value=1), "to": Literal(value=5)})),
        ({"ask": "to", "stand_in": "x"}, Unknown(question="to", stand_in="x")),
        ({"now": {"shift": {"days": -1}, "snap": "day"}}, Moment(shift={"days": -1}, snap="day")),
        ({"by": "name", "value": "#sales"}, Locator(mode="name", value=Literal(value="#sales"), name="#sales")),
        ({"by": "id", "value": {"ask": "base"}}, Unknown(question="base")),
        ({"__rl": True, "mode": "id", "value": "x"}, Locator(mode="id", value=Literal(value="x"))),
        ([1, "{{rows.a}}"], Many(items=[Literal(value=1), Ref(step="rows", path="a")])),
    ],
)
def test_values(said: Any, meant: Any) -> None:
    reader = ValueReader(["rows"])
    assert reader.value(said, "here") == meant
    assert reader.mistakes == []


@pytest.mark.parametrize(
    "said",
    [
        "{{ $json.amount }}",
        "={{ $json.amount }}",
        "={{ $('Rows').item.json.a }}",
        "{{rows.amount * 2}} {{$now}}",
        "{{nobody.amount}}",
        {"from": "nobody"},
        {"from": "rows", "take": "last"},
        {"now": {"shift": "yesterday"}},
        {"now": {"snap": "century"}},
        "{{ }}",
    ],
)
def test_what_cannot_be_read_says_how_to_write_it(said: Any) -> None:
    reader = ValueReader(["rows"])
    reader.value(said, "steps.mail.inputs.text")
    assert reader.mistakes
    assert all(mistake.place.startswith("steps.mail.inputs.text") and mistake.fix for mistake in reader.mistakes)


def test_conditions_are_written_short(catalogue: Catalogue) -> None:
    low = spec_of(sales(), catalogue).step("low")
    assert low is not None
    conditions = low.inputs["conditions"]
    assert isinstance(conditions, Group)
    row = conditions.fields["conditions"]
    assert isinstance(row, Many) and isinstance(row.items[0], Group)
    assert row.items[0].fields["operator"] == Literal(value={"type": "number", "operation": "lt"})


# --- whole answers ----------------------------------------------------------------------------------------


def worker(steps: list[dict[str, Any]], trigger: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    start = trigger or {
        "id": "t",
        "operation": "webhook",
        "title": "It comes in",
        "inputs": {"httpMethod": "POST", "path": "in"},
    }
    return {
        "outcome": "workflow",
        "brief": {"objective": "x"},
        "name": "x",
        "triggers": [start],
        "steps": steps,
        **more,
    }


def step(ident: str, operation: str, after: Any, inputs: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"id": ident, "operation": operation, "title": ident.title(), "inputs": inputs or {}, "after": after, **more}


def model(serves: str, operation: str = "lm_chat_open_ai") -> dict[str, Any]:
    return step(f"model_{serves}", operation, [], serves=serves, port="ai_languageModel")


POST = {"select": "channel", "channelId": {"by": "name", "value": "#a"}, "text": "{{t.body.name}}"}
ROUTES = {
    "values": [
        {
            "conditions": {"all": [{"left": "{{t.body.kind}}", "is": "equals", "right": kind}]},
            "renameOutput": True,
            "outputKey": kind,
        }
        for kind in ("billing", "support")
    ]
}
WORKERS = {
    "switch": worker(
        [
            step("route", "switch", ["t"], {"rules": ROUTES, "options": {"fallbackOutput": "extra"}}),
            step("bill", "slack.message.post", ["route:billing"], POST),
            step("help", "slack.message.post", ["route:support"], POST),
            step("rest", "slack.message.post", ["route:fallback"], POST),
        ]
    ),
    "loop": worker(
        [
            step(
                "rows",
                "google_sheets.sheet.read",
                ["t"],
                {"documentId": {"by": "list", "value": "Leads"}, "sheetName": {"by": "list", "value": "2026"}},
            ),
            step("loop", "split_in_batches", ["rows", "pause"], {"batchSize": 1}),
            step(
                "mail",
                "gmail.message.send",
                ["loop:loop"],
                {"sendTo": "{{rows.email}}", "subject": "Hello {{rows.name}}", "emailType": "text", "message": "Hi"},
            ),
            step("pause", "wait", ["mail"], {"amount": 5, "unit": "seconds"}),
            step("done", "slack.message.post", ["loop:done"], {**POST, "text": "{{count rows}} written"}, once=True),
        ]
    ),
    "extract": worker(
        [
            step(
                "read",
                "information_extractor",
                ["t"],
                {
                    "text": "{{t.body.text}}",
                    "schemaType": "fromAttributes",
                    "attributes": {
                        "attributes": [
                            {"name": "amount", "type": "number", "description": "The amount", "required": True}
                        ]
                    },
                },
            ),
            model("read"),
            step(
                "big",
                "if",
                ["read"],
                {
                    "conditions": {
                        "all": [{"left": "{{read.output.amount}}", "is": "gt", "right": 500, "type": "number"}]
                    }
                },
            ),
            step("tell", "slack.message.post", ["big:true"], {**POST, "text": "{{read.output.amount}}"}),
            step(
                "keep",
                "google_sheets.sheet.append",
                ["big:false"],
                {
                    "documentId": {"by": "list", "value": "Leads"},
                    "sheetName": {"by": "list", "value": "2026"},
                    "columns": {
                        "mappingMode": "defineBelow",
                        "value": {"Amount": "{{read.output.amount}}"},
                        "matchingColumns": [],
                    },
                },
            ),
        ]
    ),
    "classify": worker(
        [
            step(
                "sort",
                "text_classifier",
                ["t"],
                {
                    "inputText": "{{t.body.text}}",
                    "categories": {"categories": [{"category": "Sales"}, {"category": "Other"}]},
                },
            ),
            model("sort", "lm_chat_anthropic"),
            step("sales", "slack.message.post", ["sort:0"], POST),
            step("other", "slack.message.post", ["sort:1"], POST),
        ]
    ),
    "approve": worker(
        [
            step(
                "ask",
                "slack.message.send_and_wait",
                ["t"],
                {
                    "select": "channel",
                    "channelId": {"by": "name", "value": "#a"},
                    "message": "Fine?",
                    "responseType": "approval",
                },
            ),
            step(
                "fine",
                "if",
                ["ask"],
                {
                    "conditions": {
                        "all": [{"left": {"from": "ask", "field": "data.approved"}, "is": "true", "type": "boolean"}]
                    }
                },
            ),
            step(
                "pay",
                "http_request",
                ["fine:yes"],
                {
                    "method": "POST",
                    "url": "https://pay.example.com/in",
                    "sendBody": True,
                    "specifyBody": "json",
                    "jsonBody": {"id": "{{t.body.id}}"},
                },
            ),
        ]
    ),
    "merge": worker(
        [
            step("one", "http_request", ["t"], {"url": "https://a.example.com"}),
            step("two", "http_request", ["t"], {"url": "https://b.example.com"}),
            step("both", "merge", ["one", {"step": "two", "input": 1}], {"mode": "append"}),
            step("set", "set", ["both"], {"assignments": {"name": "{{both.name}}", "seen": True, "n": 5}}),
        ]
    ),
    "failure": worker(
        [
            step("send", "slack.message.post", ["t"], POST, on_failure="route"),
            step(
                "tell",
                "email_send.send",
                ["send:error"],
                {
                    "fromEmail": "a@b.example",
                    "toEmail": "c@d.example",
                    "subject": "x",
                    "emailFormat": "text",
                    "text": "y",
                },
            ),
        ]
    ),
    "agent": worker(
        [
            step("think", "agent", ["t"], {"promptType": "define", "text": "Answer {{t.body.text}}"}),
            model("think"),
            step("search", "http_request", [], {"url": "https://a.example.com"}, serves="think", port="ai_tool"),
            step(
                "answer",
                "respond_to_webhook",
                ["think"],
                {"respondWith": "json", "responseBody": {"answer": "{{think.output}}"}},
            ),
        ],
        {
            "id": "t",
            "operation": "webhook",
            "title": "In",
            "inputs": {"httpMethod": "POST", "path": "in", "responseMode": "responseNode"},
        },
    ),
    "form": worker(
        [
            step(
                "keep",
                "airtable.record.create",
                ["t"],
                {
                    "base": {"ask": "base"},
                    "table": {"by": "list", "value": "Leads"},
                    "columns": {"mappingMode": "defineBelow", "value": {"Name": "{{t.Name}}"}, "matchingColumns": []},
                },
            )
        ],
        {
            "id": "t",
            "operation": "form_trigger",
            "title": "Form",
            "inputs": {
                "formTitle": "Sign up",
                "formFields": {"values": [{"fieldLabel": "Name", "requiredField": True}]},
            },
        },
        questions=[{"key": "base", "text": "Which base?"}],
    ),
}


@pytest.mark.parametrize("name", WORKERS)
def test_dictated_workers_pass_the_checks(catalogue: Catalogue, name: str) -> None:
    assert problems(WORKERS[name], catalogue) == []


def test_arrows_name_outputs(catalogue: Catalogue) -> None:
    spec = spec_of(WORKERS["switch"], catalogue)
    assert [part.after for part in spec.steps[1:]] == [[Link(step="route", output=n)] for n in (0, 1, 2)]
    failed = spec_of(WORKERS["failure"], catalogue).step("tell")
    assert failed is not None and failed.model_dump()["after"][0]["output"] == 1


def test_rhythms_that_cron_cannot_say(catalogue: Catalogue) -> None:
    rhythm = {"every": 2, "unit": "weeks", "weekdays": ["tuesday"], "at": "7:30"}
    start = {"id": "t", "operation": "schedule_trigger", "title": "x", "schedule": {"rules": [rhythm], "only": ""}}
    trigger = spec_of(worker([], start), catalogue).triggers[0]
    assert trigger.schedule is not None
    assert trigger.schedule.rules == [Every(n=2, unit="weeks", weekdays=[2], hour=7, minute=30)]


def test_lists_and_objects_in_strings_are_unpacked(catalogue: Catalogue) -> None:
    plan = sales()
    for part in plan["steps"]:
        part["inputs"] = json.dumps(part["inputs"])
        part["after"] = part["after"][0]
    assert spec_of(plan, catalogue) == spec_of(sales(), catalogue)


# --- what a model gets wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (None, "valid dictionary"),
        ({"outcome": "done"}, "outcome"),
        ({**sales(), "mood": "good"}, "mood: Extra inputs"),
        ({**sales(), "triggers": []}, "Nothing starts the worker"),
        (worker([step("a", "slack.message.post", ["t:maybe"], POST)]), "has no output “maybe”"),
        (worker([step("a b", "no_op", ["t"])]), "steps.0.id"),
    ],
)
def test_mistakes_are_named(catalogue: Catalogue, plan: Any, said: str) -> None:
    assert said in messages(plan, catalogue)


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ({"rules": ["every monday"]}, "is not a cron expression"),
        ({"rules": ["0 0 9 * * 1"]}, "is not a cron expression"),
        ({"rules": []}, "schedule.rules"),
        ({"rules": ["0 9 * * *"], "only": "blue_moon"}, "no calendar condition"),
    ],
)
def test_schedules_that_are_none(catalogue: Catalogue, schedule: Any, said: str) -> None:
    start = {"id": "t", "operation": "schedule_trigger", "title": "x", "schedule": schedule}
    assert said in messages(worker([], start), catalogue)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.text(max_size=8)
    | st.sampled_from(["{{t.a}}", "{{now}}", "{{all t}}", "=x", "#a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "from",
                    "field",
                    "ask",
                    "by",
                    "value",
                    "values",
                    "now",
                    "left",
                    "is",
                    "all",
                    "any",
                    "__rl",
                    "mode",
                    "a",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
OPERATIONS = st.sampled_from(
    [
        "slack.message.post",
        "if",
        "switch",
        "set",
        "email_send.send",
        "google_sheets.sheet.append",
        "http_request",
        "merge",
        "gmail.message.get_all",
        "summarize",
        "information_extractor",
        "postgres.select",
        "airtable.record.create",
        "nonsense.x",
    ]
)
NAMES = st.sampled_from(
    [
        "text",
        "channelId",
        "select",
        "conditions",
        "rules",
        "assignments",
        "options",
        "columns",
        "documentId",
        "where",
        "filters",
        "fieldsToSummarize",
        "attributes",
        "url",
        "jsonBody",
        "sendBody",
        "toEmail",
        "labelIds",
        "limit",
        "base",
        "mode",
    ]
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operation=OPERATIONS, inputs=st.dictionaries(NAMES, JSON, max_size=4))
def test_whatever_a_model_writes_is_read_and_checked(
    catalogue: Catalogue, operation: str, inputs: dict[str, Any]
) -> None:
    """Never a crash: issues, or a spec that is grounded, checked, compiled and explained."""
    from datetime import UTC, datetime

    read = dictation.read(worker([step("s", operation, ["t"], inputs)]), catalogue, "UTC")
    if read.planned is None or read.planned.spec is None:
        return
    spec = dictation.ground(read.planned.spec, "post something", catalogue)
    if all(issue.severity == "warning" for issue in check_spec(spec, catalogue)):
        compile_spec(spec, catalogue)
        explain(spec, catalogue, datetime.now(UTC))


def test_the_form_is_a_plain_schema() -> None:
    text = json.dumps(dictation.schema())
    assert "$ref" not in text and "$defs" not in text
    assert len(text) < 8000
