"""Support desks and on-call."""

from __future__ import annotations

import re

from workforce.workflow.build import group
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.planner.recipes.times import time_range
from workforce.workflow.spec import Group, Literal, Moment, Template, Value


@recipe("zendesk_details")
def zendesk_details(order: Order) -> Value:
    return group(subject=writing.title(order.assembly, order.intent))


@recipe("zendesk_update")
def zendesk_update(order: Order) -> Value:
    fields: dict[str, Value] = {}
    tag = order.named("tag", "label")
    status = order.named("status")
    if tag:
        fields["tags"] = Literal(value=[tag])
    if status:
        fields["status"] = Literal(value=status.lower())
    if not fields:
        fields["internalNote"] = writing.message(order.assembly, order.intent)
    return Group(fields=fields)


@recipe("zendesk_options")
def zendesk_options(order: Order) -> Value | None:
    found = re.search(r"\b(new|open|pending|solved|closed|hold)\b", fold(order.intent.text))
    fields: dict[str, Value] = {"status": Literal(value=found.group(1))} if found else {}
    days = time_range(order.intent.text)
    if days is not None:
        start = Moment(shift=days[0].shift, snap=days[0].snap, format="yyyy-MM-dd")
        fields["query"] = Template(parts=["created>=", start])
    return Group(fields=fields) if fields else None


@recipe("freshdesk_details")
def freshdesk_details(order: Order) -> Value:
    return group(
        subject=writing.title(order.assembly, order.intent), description=writing.message(order.assembly, order.intent)
    )


@recipe("pagerduty_details")
def pagerduty_details(order: Order) -> Value:
    return group(urgency="high")
