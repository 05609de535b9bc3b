"""HubSpot: contacts, companies, deals and tickets, in all versions of its API."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection, later_page
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Shape, Visit

hubspot = Service("HubSpot", r"(?:api|.+\.api)\.hub(?:api|spot)\.com|api\.hubapi\.com")


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
