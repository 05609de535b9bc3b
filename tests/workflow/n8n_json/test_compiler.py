"""Specs become workflows that n8n's own rules accept, the same bytes each time."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.n8n_json import specs
from workforce.local.wheels import node
from workforce.workflow import build
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks.expressions import code_pieces
from workforce.workflow.n8n_json import Stamp, UnknownOperation, compile_spec
from workforce.workflow.spec import Link, Ref, Step, Trigger, WorkerSpec

STAMP = Stamp(
    worker="7b2e2c9e-1111-4222-8333-444455556666",
    version=3,
    run_now_path="run/7b2e2c9e",
    secret=("sec1", "The worker's secret"),
    error_workflow="err1",
    credentials={"slackOAuth2Api": ("sl1", "Our Slack")},
)


def nodes_of(workflow: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in workflow["nodes"]}


def test_n8n_has_no_objection(catalogue: Catalogue, catalogue_path: Path) -> None:
    rows = [
        {"name": f"{make.__name__} {bool(stamp)}", "workflow": compile_spec(make(), catalogue, stamp)}
        for make in specs.ALL
        for stamp in (None, STAMP)
    ]
    verifier = Path(__file__).with_name("verifier.mjs")
    told = subprocess.run(
        [str(node()), str(verifier), str(catalogue_path)],
        input="\n".join(map(json.dumps, rows)),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    verdicts = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(verdicts) == len(rows)
    assert {verdict["name"]: verdict["problems"] for verdict in verdicts if verdict["problems"]} == {}


def test_same_spec_same_bytes(catalogue: Catalogue) -> None:
    for make in specs.ALL:
        assert json.dumps(compile_spec(make(), catalogue, STAMP)) == json.dumps(compile_spec(make(), catalogue, STAMP))


def test_no_two_boxes_overlap(catalogue: Catalogue) -> None:
    for make in specs.ALL:
        places = [one["position"] for one in compile_spec(make(), catalogue, STAMP)["nodes"]]
        assert all(abs(a[0] - b[0]) >= 140 or abs(a[1] - b[1]) >= 140 for i, a in enumerate(places) for b in places[:i])


def test_references_find_their_data(catalogue: Catalogue) -> None:
    found = nodes_of(compile_spec(specs.order_alarm(), catalogue))
    assert found["Tell #sales"]["parameters"]["text"].endswith("{{ $json.body.amount }}")
    columns = found["Keep the order"]["parameters"]["columns"]["value"]
    assert columns["Amount"] == "={{ $('An order arrives').item.json.body.amount }}"
    mail = nodes_of(compile_spec(specs.weekly_report(), catalogue))["E-mail the report"]["parameters"]
    assert mail["text"] == "=Total: {{ $json.sum_amount }} from {{ $('Read sales').all().length }}"
    assert mail["toEmail"] == "someone@example.com"


def test_plain_text_never_becomes_an_expression(catalogue: Catalogue) -> None:
    trigger = Trigger(id="t", operation="manual_trigger", title="Start")
    step = Step(id="s", operation="slack.message.post", title="Post", after=[Link(step="t")])
    for text in ("{{ $env.SECRET }}", "a {{{{ $env.SECRET }}"):
        inputs = build.inputs(channelId=build.named("#a"), text=build.text(text, Ref(step="t", path="x")))
        spec = WorkerSpec(
            name="x", objective="x", triggers=[trigger], steps=[step.model_copy(update={"inputs": inputs})]
        )
        written = nodes_of(compile_spec(spec, catalogue))["Post"]["parameters"]["text"]
        assert not any("$env" in code for code, _ in code_pieces(written[1:]))
    literal = step.model_copy(update={"inputs": build.inputs(channelId=build.named("#a"), text="=1+1")})
    spec = WorkerSpec(name="x", objective="x", triggers=[trigger], steps=[literal])
    assert nodes_of(compile_spec(spec, catalogue))["Post"]["parameters"]["text"] == "={{ '=1+1' }}"


def test_a_stamp_adds_what_a_deployment_needs(catalogue: Catalogue) -> None:
    workflow = compile_spec(specs.order_alarm(), catalogue, STAMP)
    found = nodes_of(workflow)
    assert workflow["settings"]["errorWorkflow"] == "err1"
    assert "version 3" in found["An order arrives"]["notes"]
    assert found["Run now"]["credentials"] == {"httpHeaderAuth": {"id": "sec1", "name": "The worker's secret"}}
    ways = {name: workflow["connections"][name]["main"][0][0]["node"] for name in ("Run now", "The sample")}
    assert ways == {"Run now": "The sample", "The sample": "What came in"}
    assert workflow["connections"]["An order arrives"] == workflow["connections"]["The sample"]
    columns = found["Keep the order"]["parameters"]["columns"]["value"]
    assert columns["Amount"] == "={{ $('What came in').item.json.body.amount }}"
    assert found["An order arrives"]["parameters"]["path"] == "7b2e2c9e1111/orders"
    slack = found["Tell #sales"]
    assert slack["parameters"]["authentication"] == "oAuth2" and set(slack["credentials"]) == {"slackOAuth2Api"}
    assert slack["onError"] == "continueErrorOutput" and found["Keep the order"]["maxTries"] == 3


def test_a_calendar_condition_stands_between_trigger_and_steps_but_not_before_run_now(catalogue: Catalogue) -> None:
    workflow = compile_spec(specs.news_filter(), catalogue, STAMP)
    condition = workflow["connections"]["Month's end"]["main"][0][0]["node"]
    assert nodes_of(workflow)[condition]["type"] == "n8n-nodes-base.filter"
    assert workflow["connections"]["Run now"]["main"][0][0]["node"] == "Read the feed"


def test_an_open_form_needs_no_sign_in(catalogue: Catalogue) -> None:
    assert (
        "authentication" not in nodes_of(compile_spec(specs.sign_ups(), catalogue))["Somebody signs up"]["parameters"]
    )


def test_an_unknown_operation_is_said(catalogue: Catalogue) -> None:
    spec = specs.sign_ups()
    wrong = spec.model_copy(update={"steps": [spec.steps[0].model_copy(update={"operation": "no.such.thing"})]})
    with pytest.raises(UnknownOperation):
        compile_spec(wrong, catalogue)
