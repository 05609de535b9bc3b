# ruff: noqa: E501 - records stay readable in one line
"""HubSpot, Salesforce and Pipedrive: contacts, companies, deals, leads and tickets."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named, words_of
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection, later_page
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Shape, Visit

hubspot = Service("HubSpot", r"(?:api|.+\.api)\.hub(?:api|spot)\.com|api\.hubapi\.com")
salesforce = Service("Salesforce", r".+", r"/services/(?:data|oauth2|async|apexrest)/")
pipedrive = Service("Pipedrive", r"(?:api|.+)\.pipedrive\.com")

_PROPERTIES = {
    "contacts": {
        "firstname": "first_name",
        "lastname": "last_name",
        "email": "email",
        "phone": "phone",
        "company": "company",
        "jobtitle": "job_title",
        "city": "city",
        "country": "country",
        "lifecyclestage": "stage",
        "hs_lead_status": "status",
        "createdate": "created_at",
        "lastmodifieddate": "updated_at",
    },
    "companies": {
        "name": "company",
        "domain": "domain",
        "phone": "phone",
        "city": "city",
        "country": "country",
        "industry": "industry",
        "numberofemployees": "employees",
        "createdate": "created_at",
    },
    "deals": {
        "dealname": "title",
        "amount": "amount",
        "dealstage": "stage",
        "pipeline": "plan",
        "closedate": "close_date",
        "createdate": "created_at",
        "hubspot_owner_id": "id",
    },
    "tickets": {
        "subject": "subject",
        "content": "description",
        "hs_pipeline_stage": "stage",
        "hs_pipeline": "plan",
        "hs_ticket_priority": "priority",
        "createdate": "created_at",
    },
}


def _plain(what: str, cast: Cast, number: int) -> Record:
    return {
        name: value_named(source, number, cast, kind_of(what))
        for name, source in _PROPERTIES.get(what, _PROPERTIES["contacts"]).items()
    }


def object_v3(what: str) -> Shape:
    """An object of the third version: id and properties."""
    return lambda cast, number: {
        "id": str(5100 + number),
        "properties": {
            **{k: str(v) for k, v in _plain(what, cast, number).items()},
            "hs_object_id": str(5100 + number),
        },
        "createdAt": iso(cast.past(number)),
        "updatedAt": iso(cast.past(number)),
        "archived": False,
    }


def object_v1(what: str) -> Shape:
    """An object of the first versions: each property an object with its value."""
    ident = {"contacts": "vid", "companies": "companyId", "deals": "dealId"}.get(what, "objectId")

    def shape(cast: Cast, number: int) -> Record:
        properties = {
            name: {"value": value, "timestamp": int(cast.past(number).timestamp() * 1000), "source": "API"}
            for name, value in _plain(what, cast, number).items()
        }
        return {
            ident: 5100 + number,
            "objectId": 5100 + number,
            "portalId": 1,
            "isDeleted": False,
            "properties": properties,
            "identity-profiles": [],
            "associations": {},
        }

    return shape


def _properties(visit: Visit) -> Record:
    """The properties of a body in any of the versions' forms."""
    given = visit.fields.get("properties")
    if isinstance(given, dict):
        return given
    return {
        str(one.get("name") or one.get("property")): one.get("value") for one in given or () if isinstance(one, dict)
    }


def _old(visit: Visit, what: str, ident: str) -> Record:
    record = visit.one(f"old {what}", ident, object_v1(what), _key(what))
    record["properties"] |= {name: {"value": value} for name, value in _properties(visit).items()}
    return record


def _key(what: str) -> str:
    return {"contacts": "vid", "companies": "companyId", "deals": "dealId"}.get(what, "objectId")


@hubspot.on("POST", r"/contacts/v1/contact/createOrUpdate/email/(?P<email>[^/]+)")
def upsert_contact(visit: Visit) -> Any:
    """A contact by its address, made or changed."""
    ident = visit.new_number(6000)
    record = _old(visit, "contacts", str(ident))
    record["properties"]["email"] = {"value": visit.found["email"]}
    return {"vid": record["vid"], "isNew": True}


@hubspot.on("GET", r"/contacts/v1/contact/(?:vid/(?P<id>\d+)|email/(?P<email>[^/]+))/profile")
def contact_profile(visit: Visit) -> Any:
    """A contact."""
    return _old(visit, "contacts", visit.found["id"] or "5100")


@hubspot.on(
    "GET",
    r"/(?P<what>contacts|companies|deals|crm-objects)/v\d/(?:lists/(?:all|recently_updated|\d+)/contacts/(?:all|recent)|companies/(?:paged|recent/\w+)|deal/(?:paged|recent/\w+)|objects/tickets/paged)|/(?P<deal>deals)/v1/deal/(?:paged|recent/\w+)",
)
def old_list(visit: Visit) -> Any:
    """Objects, one page."""
    what = "tickets" if visit.asked.path.startswith("/crm-objects") else visit.found["what"] or "deals"
    found = [] if later_page(visit) or visit.query.get("vidOffset") else visit.all(f"old {what}", object_v1(what))
    name = "objects" if what == "tickets" else what
    return {
        name: found,
        "results": found,
        "has-more": False,
        "hasMore": False,
        "vid-offset": 0,
        "offset": 0,
        "total": len(found),
    }


@hubspot.on(
    "GET PUT POST", r"/(?P<what>companies|deals|crm-objects)/v\d/(?:companies|deal|objects/tickets)(?:/(?P<id>\d+))?"
)
def old_object(visit: Visit) -> Any:
    """An object, read, made or changed."""
    what = "tickets" if visit.found["what"] == "crm-objects" else visit.found["what"]
    return _old(visit, what, visit.found["id"] or str(visit.new_number(6000)))


@hubspot.on("DELETE", r"/.+")
def gone(visit: Visit) -> Any:
    """Removed."""
    return {"deleted": True, "vid": 5100}


@hubspot.on("POST", r"/crm/v\d+/objects/(?P<what>\w+)/search|/(?P<old>companies)/v2/domains/[^/]+/companies")
def search(visit: Visit) -> Any:
    """Objects that a filter finds."""
    what = visit.found["what"] or "companies"
    found = [] if visit.fields.get("after") or visit.fields.get("offset") else visit.all(what, object_v3(what))
    return {"total": len(found), "results": found, "hasMore": False}


@hubspot.on("POST", r"/engagements/v1/engagements")
def engagement(visit: Visit) -> Any:
    """A note, call or meeting on a record."""
    return {
        **visit.fields,
        "engagement": {
            "id": visit.new_number(8000),
            "createdAt": visit.stamp() * 1000,
            **(visit.fields.get("engagement") or {}),
        },
    }


@hubspot.on("GET", r"/(?:crm/v3/)?(?:owners|properties)(?:/.*)?")
def owners(visit: Visit) -> Any:
    """Owners, or the names of properties."""
    person = visit.cast.person(0)
    one = {
        "id": "1",
        "ownerId": 1,
        "email": person.email,
        "firstName": person.first,
        "lastName": person.last,
        "name": "email",
        "label": "Email",
        "type": "string",
        "fieldType": "text",
    }
    return {"results": [one]} if "/v3/" in visit.asked.path else [one]


for _what in ("contacts", "companies", "deals", "tickets"):
    collection(
        hubspot,
        rf"/crm/v\d+/objects/{_what}",
        _what,
        object_v3(_what),
        listed=lambda visit, records: {"results": records},
        new_id=lambda visit: str(visit.new_number(6000)),
        created_status=201,
    )

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


# --- Pipedrive --------------------------------------------------------------------------------------------

_FIELDS = {
    "deals": "title value currency status stage_id add_time update_time expected_close_date",
    "persons": "name first_name last_name add_time update_time",
    "organizations": "name address add_time update_time",
    "activities": "subject type due_date due_time done add_time note",
    "leads": "title add_time update_time",
    "notes": "content add_time",
    "products": "name code unit prices add_time",
}


def _record(what: str) -> Shape:
    def shape(cast: Cast, number: int) -> Record:
        person = cast.person(number)
        made = {name: value_named(name, number, cast, kind_of(what)) for name in _FIELDS[what].split()}
        reach: Record = {
            "emails": [{"value": person.email, "primary": True, "label": "work"}],
            "phones": [{"value": person.phone, "primary": True}],
            "email": [{"value": person.email, "primary": True}],
            "phone": [{"value": person.phone, "primary": True}],
            "org_name": person.company.name,
        }
        return {
            "id": 301 + number,
            **made,
            "owner_id": 1,
            "person_id": 301,
            "org_id": 301,
            "currency": "EUR",
            **(reach if what == "persons" else {}),
        }

    return shape


@pipedrive.on("GET", r".*/(?P<what>\w+)/search|.*/itemSearch")
def find(visit: Visit) -> Any:
    """Records by words."""
    what = visit.found["what"] if visit.found["what"] in _FIELDS else "deals"
    items = [
        {"result_score": 0.9, "item": {"type": what.rstrip("s"), **record}} for record in visit.all(what, _record(what))
    ]
    return {"success": True, "data": {"items": items}, "additional_data": _END}


_END = {"next_cursor": None, "pagination": {"start": 0, "limit": 100, "more_items_in_collection": False}}


def _listed(visit: Visit, records: list[Record]) -> Any:
    return {"success": True, "data": records, "additional_data": _END}


for _what in _FIELDS:
    collection(
        pipedrive, rf"(?:/api)?/v[12]/(?:\w+/\d+/)?{_what}", _what, _record(_what), listed=_listed,
        single=lambda record: {"success": True, "data": record}, removed=lambda visit: {"success": True, "data": {"id": visit.found["id"]}},
    )  # fmt: skip
