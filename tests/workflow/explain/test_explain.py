"""The plan says what the spec does; answers and edits change exactly what they say."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from tests.workflow.n8n_json import specs
from workforce.core.errors import InvalidInput
from workforce.workflow import build
from workforce.workflow.answers import answer, edit
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain import explain
from workforce.workflow.plan import Plan
from workforce.workflow.spec import Choice, OnFailure, Question, Step, Unknown, WorkerSpec

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def plan(spec: WorkerSpec, catalogue: Catalogue) -> Plan:
    return explain(spec, catalogue, NOW)


def text(spec: WorkerSpec, catalogue: Catalogue) -> str:
    return "\n".join(sentence.text for sentence in plan(spec, catalogue).sentences)


def test_sentences_are_concrete(catalogue: Catalogue) -> None:
    told = text(specs.order_alarm(), catalogue).split("\n")
    assert told[1] == "Checks whether amount is above 500."
    assert told[2].startswith("If so: Posts in Slack to #sales: “Big order from [customer name]: [amount]”.")
    assert told[3].startswith("If not / If “Tell #sales” fails: Adds a row to sheet 2026 of Orders in Google Sheets")
    report = plan(specs.weekly_report(), catalogue)
    assert report.sentences[0].text == "Every Monday at 09:00 (Europe/Berlin)."
    assert report.next_runs[0] == "2026-03-09T08:00:00+00:00" and len(report.next_runs) == 3
    assert report.sentences[3].text.startswith(
        "E-mails the address you give below from reports@acme.example: subject “Sales"
    )


def test_german_is_spoken(catalogue: Catalogue) -> None:
    told = text(specs.order_alarm().model_copy(update={"language": "de"}), catalogue)
    assert "Prüft, ob gilt: amount ist größer als 500." in told and "Wenn ja: Schreibt in Slack" in told


def test_needs_name_the_easiest_way_to_connect(catalogue: Catalogue) -> None:
    needs = {need.key: need for need in plan(specs.order_alarm(), catalogue).needs}
    assert set(needs) == {"slackApi", "googleSheetsOAuth2Api"}
    assert needs["slackApi"].choices == ["slackApi", "slackOAuth2Api"] and needs["slackApi"].steps == ["slack"]


def test_the_drawing_has_every_step_once_and_no_overlap(catalogue: Catalogue) -> None:
    for make in specs.ALL:
        drawing = plan(make(), catalogue).drawing
        boxes = [(node.x, node.y) for node in drawing.nodes]
        assert len(set(boxes)) == len(boxes) == len(make().steps) + 1
        assert all(abs(a[0] - b[0]) >= 240 or abs(a[1] - b[1]) >= 84 for a, b in itertools.combinations(boxes, 2))
    labels = {(edge.source, edge.target): edge.label for edge in plan(specs.order_alarm(), catalogue).drawing.edges}
    assert (
        labels[("big", "slack")] == "yes"
        and labels[("big", "sheet")] == "no"
        and labels[("slack", "sheet")] == "if it fails"
    )


def test_different_behaviour_never_reads_the_same(catalogue: Catalogue) -> None:
    spec = specs.order_alarm()
    variants = [spec]
    for number, step in enumerate(spec.steps):
        others = [OnFailure(do=do) for do in ("stop", "retry", "continue", "route") if do != step.on_failure.do]
        changes = [{"on_failure": rule} for rule in others] + [{"once": not step.once}]
        for update in changes:
            steps = [s.model_copy(update=update) if i == number else s for i, s in enumerate(spec.steps)]
            variants.append(spec.model_copy(update={"steps": steps}))
    variants += [
        edit(spec, f.step, f.path, "9" if f.kind == "number" else "other") for f in plan(spec, catalogue).fields
    ]
    assert len({text(variant, catalogue) for variant in variants}) == len(variants)


def test_risks_name_strange_hosts(catalogue: Catalogue) -> None:
    assert any("crm.example.com" in risk for risk in plan(specs.mail_summary(), catalogue).risks)


def test_an_answer_fills_the_gap(catalogue: Catalogue) -> None:
    spec = answer(specs.weekly_report(), "to", " boss@acme.example; cfo@acme.example ")
    assert spec.questions == [] and "E-mails boss@acme.example, cfo@acme.example" in text(spec, catalogue)
    for wrong in ("", "boss", "x" * 10_001):
        with pytest.raises(InvalidInput):
            answer(specs.weekly_report(), "to", wrong)
    with pytest.raises(InvalidInput):
        answer(spec, "to", "boss@acme.example")


def test_a_choice_replaces_the_step_and_asks_on(catalogue: Catalogue) -> None:
    http = Step(
        id="rows",
        operation="http_request",
        title="Fetch sales",
        inputs={"url": Unknown(question="where", stand_in="https://x.example")},
    )
    more = Question(key="where", text="At which address?", why="To fetch it.", about="rows", answer_kind="url")
    choices = [
        Choice(value="db", label="Our database"),
        Choice(value="web", label="A web address", step=http, questions=[more]),
    ]
    ask = Question(
        key="source", text="Where are the sales?", why="…", about="rows", answer_kind="choice", choices=choices
    )
    spec = specs.weekly_report()
    spec = answer(spec.model_copy(update={"questions": [ask, *spec.questions]}), "source", "A web address")
    assert [question.key for question in spec.questions] == ["to", "where"]
    assert spec.steps[0].operation == "http_request" and [link.step for link in spec.steps[0].after] == ["monday"]
    spec = answer(spec, "where", "sales.example.com/today")
    assert "https://sales.example.com/today" in text(spec, catalogue)
    with pytest.raises(InvalidInput, match="choose one of"):
        answer(spec.model_copy(update={"questions": [ask]}), "source", "the moon")


def test_every_editable_field_can_be_edited(catalogue: Catalogue) -> None:
    samples = {
        "number": "42",
        "email": "new@acme.example",
        "url": "https://new.example/x",
        "schedule": "every day at 7",
    }
    for make in specs.ALL:
        spec = make()
        for field in plan(spec, catalogue).fields:
            changed = edit(spec, field.step, field.path, samples.get(field.kind, "something new"))
            assert changed != spec, field
            assert edit(spec, field.step, field.path, field.value).steps == spec.steps or field.kind == "text"


def test_edited_text_keeps_its_references(catalogue: Catalogue) -> None:
    spec = edit(specs.order_alarm(), "slack", "text", "New: [amount] by [customer name] [whatever]")
    kinds = [part if isinstance(part, str) else part.path for part in spec.steps[1].inputs["text"].parts]  # type: ignore[union-attr]
    assert kinds == ["New: ", "body.amount", " by ", "body.customer.name", " [whatever]"]


def test_wrong_edits_are_refused() -> None:
    spec = specs.order_alarm()
    for step, path, value in [
        ("nobody", "x", "1"),
        ("big", "nothing", "1"),
        ("big", "conditions.conditions.0.rightValue", "many"),
    ]:
        with pytest.raises(InvalidInput):
            edit(spec, step, path, value)
    with pytest.raises(InvalidInput):
        edit(specs.weekly_report(), "monday", "schedule", "purple")


def test_numbers_are_read_as_people_write_them() -> None:
    field = "conditions.conditions.0.rightValue"
    for typed, meant in [("1,500", 1500), ("2.5", 2.5), ("1.000 €", 1000), ("12 %", 12), ("2,5", 2.5)]:
        spec = edit(specs.order_alarm(), "big", field, typed)
        rows = build.conditions(build.condition("x", "gt", meant, "number")).fields["conditions"].items  # type: ignore[union-attr]
        wanted = rows[0].fields["rightValue"]
        assert spec.steps[0].inputs["conditions"].fields["conditions"].items[0].fields["rightValue"] == wanted  # type: ignore[union-attr]
