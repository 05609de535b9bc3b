"""Zendesk, Freshdesk and Intercom: tickets, people, conversations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.plausible.names import SENTENCES, SUBJECTS
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import inside, listed, shape_of
from workforce.workflow.rehearsal.world.visit import Visit

zendesk = Service("Zendesk", r".+\.zendesk\.com")
freshdesk = Service("Freshdesk", r".+\.freshdesk\.com")
intercom = Service("Intercom", r"api\.intercom\.io")

ticket = shape_of(
    "tickets",
    "priority created_at updated_at",
    lambda cast, n: {
        "id": 35001 + n,
        "subject": cast.pick(SUBJECTS, n),
        "raw_subject": cast.pick(SUBJECTS, n),
        "description": cast.pick(SENTENCES, n),
        "status": ("open", "pending", "solved")[n % 3],
        "type": "question",
        "requester_id": 41 + n,
        "submitter_id": 41 + n,
        "assignee_id": 51,
        "organization_id": None,
        "group_id": 61,
        "tags": [],
        "custom_fields": [],
        "via": {"channel": "email"},
        "url": f"https://example.zendesk.com/api/v2/tickets/{35001 + n}.json",
    },
)
user = shape_of(
    "users",
    "name email phone created_at updated_at",
    lambda cast, n: {
        "id": 41 + n,
        "role": "end-user",
        "active": True,
        "verified": True,
        "tags": [],
        "organization_id": None,
    },
)
organization = shape_of(
    "companies",
    "name created_at updated_at",
    lambda cast, n: {"id": 71 + n, "domain_names": [cast.company(n).domain], "tags": [], "name": cast.company(n).name},
)
field = shape_of(
    "",
    "",
    lambda cast, n: {
        "id": 81 + n,
        "type": "text",
        "title": ("Order number", "Product", "Country")[n % 3],
        "active": True,
    },
)


@zendesk.on("GET", r"/api/v2/(?P<what>users|organizations|tickets)/count(?:\.json)?")
def count(visit: Visit) -> Any:
    """How many there are."""
    return {"count": {"value": 3, "refreshed_at": visit.now}}


@zendesk.on("GET", r"/api/v2/search(?:\.json)?")
def search(visit: Visit) -> Any:
    """Tickets that a query finds; one page."""
    found = [] if int(visit.query.get("page") or 1) > 1 else visit.all("tickets", ticket)
    return {"results": found, "count": len(found), "next_page": None, "previous_page": None}


@zendesk.on("GET", r"/api/v2/(?:users|organizations)/[^/]+/related")
def related(visit: Visit) -> Any:
    """What belongs to it."""
    return {"user_related": {"requested_tickets": 1}, "organization_related": {"tickets_count": 1}}


def _ticket(name: str) -> Callable[[Visit], Record]:
    return lambda visit: _comment(visit.fields.get(name) or visit.fields)


def _conversation(many: str) -> Callable[[Visit, list[Record]], Any]:
    pages = {"type": "pages", "next": None, "page": 1, "total_pages": 1}
    return lambda visit, records: {
        "type": "list",
        many: records,
        "data": records,
        "pages": pages,
        "total_count": len(records),
    }


def _comment(given: Record) -> Record:
    """A ticket's first comment is its description."""
    text = (given.get("comment") or {}).get("body") if isinstance(given.get("comment"), dict) else None
    return {**given, "description": text} if text else given


def _json(path: str) -> str:
    return rf"/api/v2/{path}(?:\.json)?"


for _path, _many, _one, _shape in (
    (r"(?:(?:users|organizations)/[^/]+/)?tickets", "tickets", "ticket", ticket),
    (r"users(?:/search)?", "users", "user", user),
    (r"(?:users/[^/]+/)?organizations", "organizations", "organization", organization),
    (r"ticket_fields", "ticket_fields", "ticket_field", field),
    (r"groups", "groups", "group", organization),
    (r"suspended_tickets", "suspended_tickets", "suspended_ticket", ticket),
):
    collection(
        zendesk, _json(_path), _many, _shape,
        listed=listed(_many, count=3, next_page=None, previous_page=None),
        single=inside(_one),
        given=_ticket(_one), created_status=201,
    )  # fmt: skip


freshdesk_ticket = shape_of(
    "tickets",
    "created_at updated_at due_by",
    lambda cast, n: {
        "id": 401 + n,
        "subject": cast.pick(SUBJECTS, n),
        "description": f"<div>{cast.pick(SENTENCES, n)}</div>",
        "description_text": cast.pick(SENTENCES, n),
        "status": 2,
        "priority": 1,
        "source": 2,
        "type": "Question",
        "requester_id": 41 + n,
        "responder_id": None,
        "email": cast.person(n).email,
        "tags": [],
        "cc_emails": [],
        "custom_fields": {},
    },
)
freshdesk_contact = shape_of(
    "contacts",
    "name email phone mobile address created_at",
    lambda cast, n: {"id": 41 + n, "active": True, "company_id": None, "tags": []},
)
for _path, _shape in (
    ("tickets", freshdesk_ticket),
    ("contacts", freshdesk_contact),
    ("companies", organization),
    ("agents", freshdesk_contact),
    ("groups", organization),
    ("products", organization),
):
    collection(freshdesk, rf"/api/v2/{_path}", _path, _shape, created_status=201)

intercom_contact = shape_of(
    "contacts",
    "name email phone",
    lambda cast, n: {
        "type": "contact",
        "id": cast.id("intercom", n, 24),
        "role": "user",
        "external_id": str(1001 + n),
        "created_at": int(cast.past(n).timestamp()),
        "updated_at": int(cast.past(n).timestamp()),
        "custom_attributes": {},
        "companies": {"type": "company.list", "companies": []},
    },
)
intercom_company = shape_of(
    "companies",
    "name",
    lambda cast, n: {
        "type": "company",
        "id": cast.id("intercom company", n, 24),
        "company_id": str(1001 + n),
        "name": cast.company(n).name,
        "created_at": int(cast.past(n).timestamp()),
        "custom_attributes": {},
    },
)
for _path, _many, _shape in (
    (r"/(?:companies/[^/]+/)?users", "users", intercom_contact),
    (r"/contacts", "contacts", intercom_contact),
    (r"/companies", "companies", intercom_company),
    (r"/conversations", "conversations", intercom_contact),
):
    collection(
        intercom,
        _path,
        _many,
        _shape,
        listed=_conversation(_many),
        new_id=lambda visit: visit.new_id(24),
    )
