"""Invoices, orders and payments."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.planner.recipes.times import time_range
from workforce.workflow.spec import Literal, Value


@recipe("ask_customer")
def ask_customer(order: Order) -> Value:
    return order.ask(
        "quickbooks_customer",
        "Which QuickBooks customer is the invoice for?",
        "QuickBooks wants one of your customers.",
        "1",
    )


@recipe("quickbooks_line")
def quickbooks_line(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "amount")
    amount: Value = place[0].ref(place[1]) if place else Literal(value=0)
    return many(
        group(
            DetailType="SalesItemLineDetail",
            Amount=amount,
            Description=writing.title(order.assembly, order.intent),
            itemId="1",
        )
    )


@recipe("quickbooks_filter")
def quickbooks_filter(order: Order) -> Value | None:
    if re.search(
        (
            r"\b(unpaid|overdue|open|outstanding|unbezahlt\w*|offene\w*|impagad\w*|pendiente\w*|impaye\w*|"
            r"nao pag\w*|em aberto|vencid\w*|uberfallig\w*)\b"
        ),
        fold(order.intent.text),
    ):
        return group(query="WHERE Balance > '0'")
    return None


@recipe("xero_type")
def xero_type(order: Order) -> Value:
    return Literal(value="ACCPAY" if {"bill", "expense"} & set(order.intent.nouns) else "ACCREC")


@recipe("ask_organisation")
def ask_organisation(order: Order) -> Value:
    return order.ask(
        f"{order.service}_organisation",
        f"Which {order.name} organisation?",
        "It is chosen from your account.",
        "your-organisation",
    )


@recipe("ask_contact")
def ask_contact(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "name")
    return (
        ref
        if ref is not None
        else order.ask(
            "xero_contact", "Which Xero contact is it for?", "Xero wants one of your contacts.", "contact-id"
        )
    )


@recipe("xero_lines")
def xero_lines(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "amount")
    amount: Value = place[0].ref(place[1]) if place else Literal(value="0")
    reason = writing.named_field(order.assembly, order.intent.scope, "reason") or writing.named_field(
        order.assembly, order.intent.scope, "title"
    )
    text: Value = reason[0].ref(reason[1]) if reason else Literal(value="As agreed")
    return group(
        lineItemsValues=many(group(description=text, quantity=1, unitAmount=amount, taxType="NONE", accountCode="400"))
    )


@recipe("shopify_since")
def shopify_since(order: Order) -> Value | None:
    found = time_range(order.intent.text)
    return group(createdAtMin=found[0], createdAtMax=found[1]) if found else None


@recipe("woo_since")
def woo_since(order: Order) -> Value | None:
    found = time_range(order.intent.text)
    return group(after=found[0], before=found[1]) if found else None
