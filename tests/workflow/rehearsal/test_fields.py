"""Which fields a workflow reads, and values that send items down each way of a condition."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workflow.rehearsal.workflows import condition, flow, hook, node, slack, wired
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.rehearsal.fields import deciding_values, reads_of
from workforce.workflow.rehearsal.opening import normal


def test_fields_are_found_with_their_source(catalogue: Catalogue) -> None:
    text = "={{ $json.body.total }} of {{ $('Order').item.json.body['first name'] }}"
    text += " {{ $json.body.items[0].sku.toUpperCase() }}"
    found = {(read.source, read.path) for read in reads_of(flow(wired(hook(), slack(text=text)), catalogue))}
    assert found == {
        ("Order", ("body", "total")),
        ("Order", ("body", "first name")),
        ("Order", ("body", "items", "0", "sku")),
    }


def test_a_filter_passes_its_source_on(catalogue: Catalogue) -> None:
    big = node("Big", "filter", 2.2, conditions=condition("={{ $json.body.total }}", "number", "gt", 500))
    reads = reads_of(flow(wired(hook(), big, slack()), catalogue))
    assert {read.source for read in reads} == {"Order"}
    assert any(read.values and max(read.values) > 500 > min(read.values) for read in reads)


def test_a_copied_field_is_followed_to_where_it_comes_from(catalogue: Catalogue) -> None:
    rows = {"assignments": [{"id": "1", "name": "sum", "value": "={{ $json.body.total }}", "type": "number"}]}
    copied = node("Copy", "set", 3.4, assignments=rows)
    big = node("Big", "filter", 2.2, conditions=condition("={{ $json.sum }}", "number", "gt", 500))
    reads = reads_of(flow(wired(hook(), copied, big, slack()), catalogue))
    assert any(read.source == "Order" and read.path == ("body", "total") and read.values for read in reads)


TESTS: dict[str, Any] = {
    "gt": lambda value, right: value > right,
    "lt": lambda value, right: value < right,
    "gte": lambda value, right: value >= right,
    "lte": lambda value, right: value <= right,
    "equals": lambda value, right: value == right,
    "notEquals": lambda value, right: value != right,
    "contains": lambda value, right: right in value,
    "startsWith": lambda value, right: value.startswith(right),
    "endsWith": lambda value, right: value.endswith(right),
}


@pytest.mark.parametrize(
    ("kind", "operation", "right"),
    [("number", one, bound) for one in ("gt", "lt", "gte", "lte", "equals") for bound in (0, 500, -3, 0.5)]
    + [("string", one, "open") for one in ("equals", "notEquals", "contains", "startsWith", "endsWith")],
)
def test_some_values_meet_a_condition_and_some_do_not(kind: str, operation: str, right: Any) -> None:
    outcomes = {TESTS[operation](value, right) for value in deciding_values(kind, operation, right)}
    assert outcomes == {True, False}


def test_the_samples_have_what_the_workflow_reads(catalogue: Catalogue) -> None:
    text = "={{ $json.body.customer.email }} ordered {{ $json.body.quantity }}"
    scenario = normal(flow(wired(hook(), slack(text=text)), catalogue))
    body = scenario.trigger[0]["body"]
    assert "@" in body["customer"]["email"]
    assert body["quantity"]


def test_hostile_paths_do_no_harm(catalogue: Catalogue) -> None:
    text = "={{ $json.__proto__.x }} {{ $json[0] }} {{ $json['a']['b'][2].c }} {{ $json. }} {{ $('Gone').item.json.x }}"
    scenario = normal(flow(wired(hook(), slack(text=text)), catalogue))
    assert scenario.trigger[0]["a"]["b"][2]["c"]
