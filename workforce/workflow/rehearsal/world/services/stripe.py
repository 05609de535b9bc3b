# ruff: noqa: E501 - records stay readable in one line
"""Stripe: customers, charges, invoices, subscriptions."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import prefixed
from workforce.workflow.rehearsal.world.visit import Visit

stripe = Service("Stripe", r"(?:api|files)\.stripe\.com")


def _stripe(prefix: str, what: str) -> Any:
    def shape(cast: Cast, number: int) -> Record:
        person = cast.person(number)
        amount = round(cast.amount("amount", number) * 100)
        return {
            "id": f"{prefix}_{cast.id(what, number, 16)}", "object": what, "livemode": False, "created": int(cast.past(number).timestamp()), "metadata": {},
            "amount": amount, "amount_paid": amount, "amount_due": amount, "total": amount, "currency": "eur", "status": {"invoice": "open", "subscription": "active"}.get(what, "succeeded"), "paid": what == "charge",
            "customer": f"cus_{cast.id('customer', number, 16)}", "customer_email": person.email, "receipt_email": person.email, "billing_details": {"email": person.email, "name": person.name}, "description": cast.product(number), "refunded": False,
            "name": person.name, "email": person.email, "phone": person.phone, "address": {"city": person.city, "country": person.country_code, "line1": person.street, "postal_code": person.postcode}, "percent_off": 10, "valid": True,
            "due_date": int(cast.soon(number).timestamp()), "current_period_end": int(cast.soon(number).timestamp()), "number": f"INV-{2301 + number}", "hosted_invoice_url": "https://invoice.stripe.com/i/1",
        }  # fmt: skip

    return shape


def _nested(visit: Visit) -> Record:
    """Stripe's forms write nesting in the name: metadata[key]."""
    found: Record = {}
    for name, value in visit.fields.items():
        parts = re.findall(r"[^\[\]]+", name)
        here = found
        for part in parts[:-1]:
            here = here.setdefault(part, {})
        here[parts[-1]] = (
            int(value) if isinstance(value, str) and parts[-1] in ("amount", "quantity") and value.isdigit() else value
        )
    return found


@stripe.on("GET", r"/v1/(?P<what>\w+)/search")
def stripe_search(visit: Visit) -> Any:
    """Objects that a query finds."""
    what = visit.found["what"]
    return {
        "object": "search_result",
        "data": visit.all(what, _stripe("obj", what.rstrip("s"))),
        "has_more": False,
        "next_page": None,
    }


@stripe.on("GET", r"/v1/balance")
def balance(visit: Visit) -> Any:
    """What is in the account."""
    one = {"amount": 425000, "currency": "eur", "source_types": {"card": 425000}}
    return {"object": "balance", "available": [one], "pending": [{**one, "amount": 12000}], "livemode": False}


for _path, _prefix, _what in (("charges", "ch", "charge"), ("customers", "cus", "customer"), ("coupons", "co", "coupon"), ("invoices", "in", "invoice"), ("subscriptions", "sub", "subscription"), ("payment_intents", "pi", "payment_intent"), ("refunds", "re", "refund"), ("sources", "src", "source"), ("tokens", "tok", "token"), ("products", "prod", "product"), ("prices", "price", "price"), ("payouts", "po", "payout"), ("events", "evt", "event"), (r"customers/[^/]+/sources", "card", "card"), ("billing/meter_events", "bme", "billing.meter_event"), (r"checkout/sessions", "cs", "checkout.session")):  # fmt: skip
    collection(
        stripe, rf"/v1/{_path}", _what, _stripe(_prefix, _what), given=_nested, new_id=prefixed(f"{_prefix}_"),
        listed=lambda visit, records: {"object": "list", "data": records, "has_more": False, "url": visit.asked.path},
        removed=lambda visit: {"id": visit.found["id"], "object": "customer", "deleted": True},
    )  # fmt: skip
