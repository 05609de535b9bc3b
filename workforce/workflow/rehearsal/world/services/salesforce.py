# ruff: noqa: E501 - records stay readable in one line
"""Salesforce: any object, by SOQL or by id."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named, words_of
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Shape, Visit

salesforce = Service("Salesforce", r".+", r"/services/(?:data|oauth2|async|apexrest)/")


# --- Salesforce -------------------------------------------------------------------------------------------

_NAMES = {"lead": "Id FirstName LastName Name Email Phone Company Title Status LeadSource City Country CreatedDate LastModifiedDate",
          "contact": "Id FirstName LastName Name Email Phone Title AccountId CreatedDate LastModifiedDate",
          "account": "Id Name Phone Website Industry NumberOfEmployees BillingCity BillingCountry CreatedDate",
          "opportunity": "Id Name Amount StageName CloseDate Probability AccountId CreatedDate",
          "case": "Id CaseNumber Subject Description Status Priority Origin CreatedDate",
          "task": "Id Subject Status Priority ActivityDate Description CreatedDate",
          "user": "Id Name Email Username IsActive"}  # fmt: skip


def _sobject(name: str) -> Shape:
    names = _NAMES.get(name.lower(), "Id Name CreatedDate LastModifiedDate").split()

    def shape(cast: Cast, number: int) -> Record:
        values = {field: value_named(words_of(field), number, cast, kind_of(name)) for field in names}
        ident = f"00Q{cast.id(f'sf {name}', number, 12).upper()}AAA"[:18]
        return {
            "attributes": {"type": name, "url": f"/services/data/v59.0/sobjects/{name}/{ident}"},
            **values,
            "Id": ident,
        }

    return shape


@salesforce.on("GET", r"/services/data/v[\d.]+/query(?:All|/.*)?")
def soql(visit: Visit) -> Any:
    """The records that a SOQL statement selects, with the fields it names."""
    match = re.search(
        r"select\s+(?P<fields>.+?)\s+from\s+(?P<name>\w+)", visit.query.get("q", ""), re.IGNORECASE | re.DOTALL
    )
    name = match["name"] if match else "Account"
    wanted = [part.strip() for part in match["fields"].split(",")] if match else []
    found = visit.all(f"sobjects/{name.lower()}", _sobject(name))
    if re.fullmatch(r"count\(\w*\)", wanted[0] if wanted else "", re.IGNORECASE):
        return {"totalSize": len(found), "done": True, "records": []}
    for number, record in enumerate(found):
        for one in wanted:
            if re.fullmatch(r"\w+", one):
                record.setdefault(
                    one, value_named(words_of(one.removesuffix("__c")), number, visit.cast, kind_of(name))
                )
    return {"totalSize": len(found), "done": True, "records": found}


@salesforce.on("GET", r"/services/data/v[\d.]+/sobjects(?:/(?P<name>\w+)(?:/describe)?)?")
def describe(visit: Visit) -> Any:
    """The objects there are, or one's fields."""
    name = visit.found["name"] or "Account"
    fields = [
        {"name": field, "label": field, "type": "string", "custom": False, "updateable": True, "externalId": False}
        for field in _NAMES.get(name.lower(), "Id Name").split()
    ]
    one = {"name": name, "label": name, "custom": False, "queryable": True, "updateable": True}
    recent = [{k: r[k] for k in ("attributes", "Id")} for r in visit.all(f"sobjects/{name.lower()}", _sobject(name))]
    return {"sobjects": [one], "objectDescribe": one, "recentItems": recent, "fields": fields, **one}


@salesforce.on("POST", r"/services/data/v[\d.]+/sobjects/(?P<name>\w+)")
def create(visit: Visit) -> Any:
    """A new record."""
    name = visit.found["name"]
    ident = f"00Q{visit.new_id(12).upper()}AAA"[:18]
    visit.create(
        f"sobjects/{name.lower()}", {**_sobject(name)(visit.cast, 0), **visit.fields, "Id": ident}, _sobject(name)
    )
    return json_answer({"id": ident, "success": True, "errors": []}, 201)


@salesforce.on("GET", r"/services/data/v[\d.]+/sobjects/(?P<name>\w+)/(?P<id>\w+)")
def read(visit: Visit) -> Any:
    """One record."""
    name = visit.found["name"]
    return visit.one(f"sobjects/{name.lower()}", visit.found["id"], _sobject(name), "Id")


@salesforce.on("PATCH", r"/services/data/v[\d.]+/sobjects/(?P<name>\w+)/(?P<id>\w+)(?:/.+)?")
def change(visit: Visit) -> Any:
    """A record changed, or made when an outside id is new."""
    name = visit.found["name"]
    visit.update(f"sobjects/{name.lower()}", visit.found["id"], visit.fields, _sobject(name), "Id")
    if visit.asked.path.count("/") > 6:
        return {"id": f"00Q{visit.new_id(12).upper()}AAA", "success": True, "errors": [], "created": True}
    return Answer(204)


@salesforce.on("DELETE", r"/services/data/v[\d.]+/sobjects/(?P<name>\w+)/(?P<id>\w+)")
def remove(visit: Visit) -> Any:
    """A record removed."""
    return Answer(204)
