"""What a run by hand starts with: every value that the steps read, plausible, and of the right kind."""

from __future__ import annotations

import pytest

from workforce.workflow import build
from workforce.workflow.run_input import NotThatKind, run_inputs, start_item
from workforce.workflow.schedule import Cron, Schedule
from workforce.workflow.spec import Link, Ref, Step, Template, Trigger, Value, WorkerSpec, json_inputs

HOOK = Trigger(id="start", operation="webhook", title="When called")
MAIL = Trigger(id="start", operation="email_read_imap", title="New e-mail")
CLOCK = Trigger(
    id="start", operation="schedule_trigger", title="Daily", schedule=Schedule(rules=[Cron(expression="0 9 * * *")])
)
FORM = Trigger(
    id="start",
    operation="form_trigger",
    title="Form",
    inputs=json_inputs(
        {
            "formFields": {
                "values": [
                    {"fieldLabel": "First.Name", "fieldType": "text"},
                    {
                        "fieldLabel": "Size",
                        "fieldType": "dropdown",
                        "fieldOptions": {"values": [{"option": "S"}, {"option": "M"}]},
                    },
                ]
            }
        }
    ),
)


def worker(trigger: Trigger, *values: Value) -> WorkerSpec:
    """A worker whose only step reads these values behind a condition that lets everything pass on."""
    only = Step(id="only", operation="filter", title="Only these", after=[Link(step="start")])
    reads = Step(
        id="reads",
        operation="set",
        title="Read",
        inputs={"assignments": build.assignments(**{f"v{number}": value for number, value in enumerate(values)})},
        after=[Link(step="only")],
    )
    return WorkerSpec(name="W", objective="Reads.", triggers=[trigger], steps=[only, reads])


def test_a_schedule_needs_nothing() -> None:
    assert run_inputs(worker(CLOCK, Ref(step="start", path="timestamp"))) == []
    assert start_item(worker(CLOCK)) == {}


def test_what_is_read_is_asked_for_once_with_its_deepest_path() -> None:
    both = Template(
        parts=["to ", Ref(step="start", path="body.customer.email"), Ref(step="only", path="body.items.0.sku")]
    )
    made = worker(HOOK, both, Ref(step="start", path="body.customer"), Ref(step="start", path="body.customer.email"))
    assert [(one.path, one.label) for one in run_inputs(made)] == [
        ("body.customer.email", "Customer email"),
        ("body.items.0.sku", "Items sku"),
    ]
    item = start_item(made, {"body.items.0.sku": "A-1"})
    assert "@" in item["body"]["customer"]["email"] and item["body"]["items"] == [{"sku": "A-1"}]
    assert item["headers"] == {}


def test_a_whole_item_is_one_piece_of_json() -> None:
    made = worker(HOOK, Ref(step="start"))
    assert [(one.path, one.kind) for one in run_inputs(made)] == [("body", "json")]
    assert start_item(made, {"body": '{"a": 1}'})["body"] == {"a": 1}
    with pytest.raises(NotThatKind):
        start_item(made, {"body": "{a"})


def test_a_letter_has_its_usual_parts() -> None:
    made = worker(MAIL, Ref(step="start", path="subject"))
    assert {one.path for one in run_inputs(made)} == {"subject", "from", "text"}
    assert "@" in start_item(made)["from"]


def test_a_form_asks_for_its_own_fields() -> None:
    made = worker(FORM, Ref(step="start", path="First.Name"))
    name, size = run_inputs(made)
    assert (size.kind, size.choices, size.value) == ("choice", ("S", "M"), "S")
    assert start_item(made, {"First.Name": "Ada"})["First.Name"] == "Ada" and name.kind == "text"


def test_the_sample_passes_the_workers_condition() -> None:
    made = worker(HOOK, Ref(step="start", path="body.amount"))
    large = build.conditions(build.condition(Ref(step="start", path="body.amount"), "gt", 1000, "number"))
    only = made.steps[0].model_copy(update={"inputs": {"conditions": large}})
    made = made.model_copy(update={"steps": [only, made.steps[1]]})
    assert run_inputs(made)[0].kind == "number" and start_item(made)["body"]["amount"] > 1000
