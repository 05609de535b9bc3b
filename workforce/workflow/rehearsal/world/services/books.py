# ruff: noqa: E501 - records stay readable in one line
"""QuickBooks and Xero: customers, invoices, payments."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import listed, shape_of
from workforce.workflow.rehearsal.world.visit import Visit

quickbooks = Service("QuickBooks", r"(?:sandbox-)?quickbooks\.api\.intuit\.com")
xero = Service("Xero", r"api\.xero\.com")


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
