# ruff: noqa: E501 - records stay readable in one line
"""Stripe, Shopify, WooCommerce, QuickBooks and Xero: customers, orders, invoices, payments."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import held, inside, listed, prefixed, shape_of, under
from workforce.workflow.rehearsal.world.visit import Visit

stripe = Service("Stripe", r"(?:api|files)\.stripe\.com")
shopify = Service("Shopify", r".+\.myshopify\.com")
woocommerce = Service("WooCommerce", r".+", r".*/wp-json/wc/")
quickbooks = Service("QuickBooks", r"(?:sandbox-)?quickbooks\.api\.intuit\.com")
xero = Service("Xero", r"api\.xero\.com")


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


def order(cast: Cast, number: int) -> Record:
    """A Shopify order."""
    person, total = cast.person(number), f"{cast.amount('order', number):.2f}"
    line = {
        "id": 1,
        "title": cast.product(number),
        "name": cast.product(number),
        "quantity": 1 + number,
        "price": total,
        "sku": f"SKU-{310 + number}",
        "product_id": 7001 + number,
    }
    place = {
        "first_name": person.first,
        "last_name": person.last,
        "name": person.name,
        "address1": person.street,
        "city": person.city,
        "zip": person.postcode,
        "country": person.country,
        "country_code": person.country_code,
        "phone": person.phone,
    }
    customer = {
        "id": 6001 + number,
        "email": person.email,
        "first_name": person.first,
        "last_name": person.last,
        "phone": person.phone,
        "orders_count": 1 + number,
        "total_spent": total,
    }
    return {
        "id": 450001 + number,
        "admin_graphql_api_id": f"gid://shopify/Order/{450001 + number}",
        "name": f"#{1001 + number}",
        "order_number": 1001 + number,
        "email": person.email,
        "contact_email": person.email,
        "phone": person.phone,
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "processed_at": iso(cast.past(number)),
        "currency": "EUR",
        "total_price": total,
        "subtotal_price": total,
        "total_tax": "0.00",
        "total_discounts": "0.00",
        "financial_status": ("paid", "pending", "refunded")[number % 3],
        "fulfillment_status": None,
        "cancelled_at": None,
        "note": None,
        "tags": "",
        "test": False,
        "customer": customer,
        "line_items": [line],
        "shipping_address": place,
        "billing_address": place,
        "order_status_url": "https://example.myshopify.com/orders/1",
    }


def product(cast: Cast, number: int) -> Record:
    """A Shopify product."""
    variant = {
        "id": 8001 + number,
        "title": "Default Title",
        "price": f"{cast.amount('price', number, 90):.2f}",
        "sku": f"SKU-{310 + number}",
        "inventory_quantity": cast.number("stock", number, 0, 40),
    }
    return {
        "id": 7001 + number,
        "title": cast.product(number),
        "body_html": "<p>Good for every day.</p>",
        "vendor": cast.company(number).name,
        "product_type": "Office",
        "handle": f"product-{number}",
        "status": "active",
        "tags": "",
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "variants": [variant],
        "images": [],
        "image": None,
        "options": [],
    }


customer = shape_of(
    "customers",
    "email first_name last_name phone created_at updated_at",
    lambda cast, n: {
        "id": 6001 + n,
        "orders_count": 1 + n,
        "total_spent": f"{cast.amount('spent', n):.2f}",
        "state": "enabled",
        "tags": "",
    },
)
SHOP = r"/admin/api/[\d-]+"
shopify.on("POST", rf"{SHOP}/graphql\.json")(graphql)


@shopify.on("GET PUT DELETE", rf"{SHOP}/(?P<many>orders|products|customers)/(?P<id>\d+)\.json")
def shopify_one(visit: Visit) -> Any:
    """One of them; Shopify's addresses end in .json."""
    many, ident = visit.found["many"], visit.found["id"]
    shape = {"orders": order, "products": product}.get(many, customer)
    if visit.asked.method == "DELETE":
        return {}
    changes = visit.fields.get(many.rstrip("s")) or {}
    return {many.rstrip("s"): visit.update(many, ident, changes, shape)}


for _many, _one, _shape in (
    ("orders", "order", order),
    ("products", "product", product),
    ("customers", "customer", customer),
    ("draft_orders", "draft_order", order),
    ("locations", "location", shape_of("", "name city")),
):
    collection(
        shopify,
        rf"{SHOP}/{_many}(?:\.json)?",
        _many,
        _shape,
        listed=under(_many),
        single=inside(_one),
        given=held(_one),
        removed=lambda visit: {},
    )


def woo_order(cast: Cast, number: int) -> Record:
    """A WooCommerce order."""
    person, total = cast.person(number), f"{cast.amount('order', number):.2f}"
    place = {
        "first_name": person.first,
        "last_name": person.last,
        "company": person.company.name,
        "address_1": person.street,
        "city": person.city,
        "postcode": person.postcode,
        "country": person.country_code,
        "email": person.email,
        "phone": person.phone,
    }
    return {
        "id": 701 + number,
        "number": str(701 + number),
        "status": ("processing", "completed", "pending")[number % 3],
        "currency": "EUR",
        "total": total,
        "total_tax": "0.00",
        "customer_id": 21 + number,
        "customer_note": "",
        "billing": place,
        "shipping": place,
        "payment_method": "card",
        "payment_method_title": "Card",
        "date_created": iso(cast.past(number))[:19],
        "date_modified": iso(cast.past(number))[:19],
        "line_items": [
            {
                "id": 1,
                "name": cast.product(number),
                "quantity": 1 + number,
                "total": total,
                "product_id": 31 + number,
                "sku": f"SKU-{310 + number}",
            }
        ],
        "meta_data": [],
        "refunds": [],
    }


woo_product = shape_of(
    "products",
    "sku description",
    lambda cast, n: {
        "id": 31 + n,
        "name": cast.product(n),
        "slug": f"product-{n}",
        "type": "simple",
        "status": "publish",
        "price": f"{cast.amount('price', n, 90):.2f}",
        "regular_price": f"{cast.amount('price', n, 90):.2f}",
        "stock_quantity": cast.number("stock", n, 0, 40),
        "stock_status": "instock",
        "categories": [],
        "images": [],
        "permalink": f"https://shop.example.com/product/{n}",
        "date_created": iso(cast.past(n))[:19],
    },
)
woo_customer = shape_of(
    "customers",
    "email first_name last_name username",
    lambda cast, n: {
        "id": 21 + n,
        "role": "customer",
        "billing": {"email": cast.person(n).email, "phone": cast.person(n).phone, "city": cast.person(n).city},
        "date_created": iso(cast.past(n))[:19],
    },
)
for _many, _shape in (
    ("orders", woo_order),
    ("products", woo_product),
    ("customers", woo_customer),
    (r"products/(?:categories|tags)", shape_of("", "id name slug")),
):
    collection(
        woocommerce, rf".*/wp-json/wc/v\d/{_many}", _many, _shape, removed=lambda visit: {"id": visit.found["id"]}
    )

# --- QuickBooks: every record under its own name, lists by a query ----------------------------------------


def _book(name: str) -> Any:
    def shape(cast: Cast, number: int) -> Record:
        person, amount = cast.person(number), cast.amount("book", number)
        return {
            "Id": str(101 + number),
            "SyncToken": "0",
            "domain": "QBO",
            "sparse": False,
            "DocNumber": str(1001 + number),
            "DisplayName": person.name,
            "Name": cast.product(number),
            "GivenName": person.first,
            "FamilyName": person.last,
            "CompanyName": person.company.name,
            "PrimaryEmailAddr": {"Address": person.email},
            "PrimaryPhone": {"FreeFormNumber": person.phone},
            "BillEmail": {"Address": person.email},
            "CustomerRef": {"value": "101", "name": person.name},
            "VendorRef": {"value": "101", "name": person.company.name},
            "TotalAmt": amount,
            "Balance": amount,
            "DueDate": cast.soon(number).date().isoformat(),
            "TxnDate": cast.past(number).date().isoformat(),
            "CurrencyRef": {"value": "EUR"},
            "Active": True,
            "Line": [
                {"Id": "1", "Amount": amount, "Description": cast.product(number), "DetailType": "SalesItemLineDetail"}
            ],
            "MetaData": {"CreateTime": iso(cast.past(number)), "LastUpdatedTime": iso(cast.past(number))},
        }

    return shape


@quickbooks.on("GET", r"/v3/company/[^/]+/query")
def books(visit: Visit) -> Any:
    """The records that a statement selects."""
    statement = visit.query.get("query", "")
    match = re.search(r"from\s+(\w+)", statement, re.IGNORECASE)
    name = match[1][:1].upper() + match[1][1:] if match else "Customer"
    start = re.search(r"startposition\s+(\d+)", statement, re.IGNORECASE)
    found = [] if start and int(start[1]) > 1 else visit.all(name, _book(name))
    if "count(" in statement.lower():
        return {"QueryResponse": {"totalCount": len(visit.all(name, _book(name)))}}
    return {"QueryResponse": {name: found, "startPosition": 1, "maxResults": len(found)}, "time": visit.now}


@quickbooks.on("POST", r"/v3/company/[^/]+/(?P<what>\w+)(?:/(?P<id>\d+)/send)?")
def book(visit: Visit) -> Any:
    """A record made, changed, sent or voided."""
    name = visit.found["what"][:1].upper() + visit.found["what"][1:]
    ident = visit.found["id"] or visit.fields.get("Id") or str(visit.new_number())
    return {
        name: visit.update(name, ident, {k: v for k, v in visit.fields.items() if k != "Id"}, _book(name), "Id"),
        "time": visit.now,
    }


@quickbooks.on("GET", r"/v3/company/[^/]+/(?P<what>\w+)/(?P<id>\w+)")
def read_book(visit: Visit) -> Any:
    """One record."""
    name = visit.found["what"][:1].upper() + visit.found["what"][1:]
    return {
        name: visit.one(name, visit.found["id"], _book(name), "Id"),
        "Header": {"ReportName": name},
        "Rows": {"Row": []},
        "Columns": {"Column": []},
    }


# --- Xero -------------------------------------------------------------------------------------------------


@xero.on("GET", r"/connections")
def connections(visit: Visit) -> Any:
    """The organisations one is signed in to."""
    return [
        {
            "id": visit.cast.uuid("connection", 0),
            "tenantId": visit.cast.uuid("tenant", 0),
            "tenantType": "ORGANISATION",
            "tenantName": "Company",
        }
    ]


def xero_invoice(cast: Cast, number: int) -> Record:
    """A Xero invoice."""
    amount = cast.amount("xero", number)
    return {
        "Type": "ACCREC",
        "InvoiceID": cast.uuid("invoice", number),
        "InvoiceNumber": f"INV-{2301 + number}",
        "Status": ("AUTHORISED", "PAID", "DRAFT")[number % 3],
        "Contact": {"ContactID": cast.uuid("contact", number), "Name": cast.company(number).name},
        "DateString": iso(cast.past(number))[:19],
        "DueDateString": iso(cast.soon(number))[:19],
        "LineItems": [{"Description": cast.product(number), "Quantity": 1, "UnitAmount": amount}],
        "SubTotal": amount,
        "Total": amount,
        "AmountDue": amount,
        "AmountPaid": 0,
        "CurrencyCode": "EUR",
    }


xero_contact = shape_of(
    "contacts",
    "",
    lambda cast, n: {
        "ContactID": cast.uuid("contact", n),
        "ContactStatus": "ACTIVE",
        "Name": cast.company(n).name,
        "FirstName": cast.person(n).first,
        "LastName": cast.person(n).last,
        "EmailAddress": cast.person(n).email,
        "IsCustomer": True,
        "IsSupplier": False,
    },
)
xero_item = shape_of(
    "",
    "",
    lambda cast, n: {
        "ItemID": cast.uuid("item", n),
        "Code": f"SKU-{n}",
        "Name": cast.product(n),
        "AccountID": cast.uuid("account", n),
        "BrandingThemeID": cast.uuid("theme", n),
    },
)


def _xero(many: str) -> Callable[[Visit], Record]:
    def given(visit: Visit) -> Record:
        found = visit.fields.get(many) or visit.fields
        return (found[0] if found else {}) if isinstance(found, list) else found

    return given


def _ok(many: str) -> Callable[[Record], Any]:
    return lambda record: {"Status": "OK", many: [record]}


for _many, _key, _shape in (
    ("Invoices", "InvoiceID", xero_invoice),
    ("Contacts", "ContactID", xero_contact),
    ("Accounts", "AccountID", xero_item),
    ("BrandingThemes", "BrandingThemeID", xero_item),
    ("Items", "ItemID", xero_item),
):
    collection(
        xero, rf"/api\.xro/2\.0/(?i:{_many})", _many, _shape, key=_key, new_id=lambda visit: visit.cast.uuid("new", visit.memory.next()), given=_xero(_many),
        listed=listed(_many, Status="OK"), single=_ok(_many),
    )  # fmt: skip
