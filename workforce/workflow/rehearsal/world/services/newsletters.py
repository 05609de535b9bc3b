"""Mailchimp and SendGrid: audiences, campaigns, mail."""

from __future__ import annotations

import hashlib
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import listed, shape_of
from workforce.workflow.rehearsal.world.visit import Visit

mailchimp = Service("Mailchimp", r".+\.api\.mailchimp\.com")
sendgrid = Service("SendGrid", r"api\.sendgrid\.com")


def subscriber(cast: Cast, number: int) -> Record:
    """A member of an audience."""
    person = cast.person(number)
    return {
        "id": hashlib.md5(person.email.encode(), usedforsecurity=False).hexdigest(),
        "email_address": person.email,
        "unique_email_id": cast.id("mailchimp", number, 10),
        "full_name": person.name,
        "status": "subscribed",
        "merge_fields": {"FNAME": person.first, "LNAME": person.last},
        "tags": [],
        "list_id": "a1b2c3",
        "timestamp_opt": iso(cast.past(number)),
        "last_changed": iso(cast.past(number)),
        "stats": {"avg_open_rate": 0.4},
    }


audience = shape_of(
    "",
    "",
    lambda cast, n: {
        "id": f"a1b2c{n}",
        "name": ("Customers", "Newsletter", "Partners")[n % 3],
        "stats": {"member_count": 3},
    },
)
campaign = shape_of(
    "campaigns",
    "",
    lambda cast, n: {
        "id": cast.id("campaign", n, 10),
        "type": "regular",
        "status": ("sent", "save", "schedule")[n % 3],
        "emails_sent": 120,
        "send_time": iso(cast.past(n)),
        "create_time": iso(cast.past(n)),
        "settings": {"subject_line": "News of the month", "title": "News"},
        "recipients": {"list_id": "a1b2c3"},
        "report_summary": {"open_rate": 0.41, "clicks": 33},
    },
)


@mailchimp.on(
    "POST", r"/3\.0/(?:lists/[^/]+/members/[^/]+/(?:tags|actions/[\w-]+)|campaigns/[^/]+/actions/(?P<how>[\w-]+))"
)
def mailchimp_done(visit: Visit) -> Any:
    """Tags set, campaigns sent."""
    return campaign(visit.cast, 0) if visit.found["how"] in ("replicate", "create-resend") else Answer(204)


@mailchimp.on("PUT PATCH", r"/3\.0/lists/[^/]+/members/(?P<id>[^/]+)")
def upsert_subscriber(visit: Visit) -> Any:
    """A member made or changed, by address or its hash."""
    record = visit.one("members", visit.found["id"], subscriber)
    if "@" in visit.found["id"]:
        record["email_address"] = visit.found["id"]
    record.update(visit.fields)
    return record


for _path, _many, _shape in (
    (r"lists/[^/]+/members", "members", subscriber),
    ("lists", "lists", audience),
    ("campaigns", "campaigns", campaign),
    (r"lists/[^/]+/interest-categories", "categories", audience),
    (r"lists/[^/]+/interest-categories/[^/]+/interests", "interests", audience),
    (r"lists/[^/]+/merge-fields", "merge_fields", audience),
):
    collection(
        mailchimp,
        rf"/3\.0/{_path}",
        _many,
        _shape,
        listed=listed(_many, total_items=3),
        new_id=lambda visit: visit.new_id(10),
    )


@sendgrid.on("POST", r"/v3/mail/send")
def send(visit: Visit) -> Any:
    """A mail is on its way."""
    return Answer(202, {"x-message-id": visit.new_id(22)}, b"")


@sendgrid.on("PUT", r"/v3/marketing/contacts")
def put_contacts(visit: Visit) -> Any:
    """Contacts will be kept."""
    return json_answer({"job_id": visit.cast.uuid("job", visit.memory.next())}, 202)


contact = shape_of(
    "contacts",
    "email first_name last_name city country created_at updated_at",
    lambda cast, n: {"id": cast.uuid("sendgrid", n), "list_ids": [], "custom_fields": {}},
)


@sendgrid.on("POST", r"/v3/marketing/contacts/search(?:/emails)?")
def find_contacts(visit: Visit) -> Any:
    """Contacts that a query finds."""
    found = visit.all("contacts", contact)
    return {"result": found, "contact_count": len(found)}


@sendgrid.on("GET", r"/v3/(?:templates|marketing/field_definitions)")
def templates(visit: Visit) -> Any:
    """Templates, or the names of fields."""
    return {
        "templates": [{"id": "d-1", "name": "Welcome", "generation": "dynamic"}],
        "result": [],
        "custom_fields": [],
        "reserved_fields": [],
    }


for _path, _shape in ((r"/v3/marketing/contacts", contact), (r"/v3/marketing/lists", audience)):
    collection(
        sendgrid,
        _path,
        _path,
        _shape,
        listed=lambda visit, records: {"result": records, "_metadata": {}},
        removed=lambda visit: json_answer({"job_id": "1"}, 202),
    )
