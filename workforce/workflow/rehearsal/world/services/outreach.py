"""Mailchimp, SendGrid, Calendly, Typeform and Zoom: newsletters, mail, meetings, forms."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
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
calendly = Service("Calendly", r"api\.calendly\.com|calendly\.com")
typeform = Service("Typeform", r"api\.typeform\.com")
zoom = Service("Zoom", r"api\.zoom\.us|zoom\.us")


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


def meeting(cast: Cast, number: int) -> Record:
    """A scheduled event of Calendly."""
    start = cast.soon(number)
    person = cast.person(number)
    return {
        "uri": f"https://api.calendly.com/scheduled_events/{cast.uuid('calendly', number)}",
        "name": "30 Minute Meeting",
        "status": "active",
        "start_time": iso(start),
        "end_time": iso(start),
        "created_at": iso(cast.past(number)),
        "event_type": "https://api.calendly.com/event_types/1",
        "location": {"type": "custom", "location": person.street},
        "invitees_counter": {"total": 1, "active": 1},
        "email": person.email,
        "event_guests": [],
    }


@calendly.on("GET", r"/users/me")
def calendly_me(visit: Visit) -> Any:
    """Oneself."""
    return {
        "resource": {
            "uri": "https://api.calendly.com/users/1",
            "name": "Me",
            "email": "me@example.com",
            "scheduling_url": "https://calendly.com/me",
            "current_organization": "https://api.calendly.com/organizations/1",
            "timezone": "Etc/UTC",
        }
    }


invitee = shape_of(
    "guests",
    "name email created_at",
    lambda cast, n: {
        "uri": f"https://api.calendly.com/invitees/{n}",
        "status": "active",
        "questions_and_answers": [],
        "timezone": "Etc/UTC",
    },
)
for _path, _shape in (
    (r"/scheduled_events/[^/]+/invitees", invitee),
    (r"/scheduled_events", meeting),
    (r"/event_types", meeting),
    (r"/webhook_subscriptions", meeting),
):
    collection(
        calendly,
        _path,
        _path,
        _shape,
        key="uri",
        listed=lambda visit, records: {
            "collection": records,
            "pagination": {"count": len(records), "next_page": None, "next_page_token": None},
        },
        single=lambda record: {"resource": record},
        new_id=lambda visit: f"https://api.calendly.com/{visit.new_id()}",
        created_status=201,
    )


def response(cast: Cast, number: int) -> Record:
    """An answer to a form."""
    person = cast.person(number)
    return {
        "response_id": cast.id("typeform", number, 32),
        "token": cast.id("typeform", number, 32),
        "submitted_at": iso(cast.past(number)),
        "landed_at": iso(cast.past(number)),
        "hidden": {},
        "answers": [
            {"field": {"id": "1", "type": "short_text", "ref": "name"}, "type": "text", "text": person.name},
            {"field": {"id": "2", "type": "email", "ref": "email"}, "type": "email", "email": person.email},
        ],
    }


@typeform.on("GET", r"/forms/[^/]+/responses")
def responses(visit: Visit) -> Any:
    """The answers to a form."""
    found = [] if visit.query.get("after") else visit.all("responses", response)
    return {"total_items": len(found), "page_count": 1, "items": found}


@typeform.on("GET", r"/forms(?:/(?P<id>[^/]+))?")
def forms(visit: Visit) -> Any:
    """Forms, or one with its questions."""
    fields = [
        {"id": "1", "title": "Name", "type": "short_text", "ref": "name"},
        {"id": "2", "title": "Email", "type": "email", "ref": "email"},
    ]
    one = {"id": visit.found["id"] or "form1", "title": "Contact us", "fields": fields}
    return one if visit.found["id"] else {"total_items": 1, "page_count": 1, "items": [one]}


def zoom_meeting(cast: Cast, number: int) -> Record:
    """A Zoom meeting."""
    return {
        "id": 85000000001 + number,
        "uuid": cast.id("zoom", number, 22),
        "topic": cast.pick(("Team meeting", "Customer call"), number),
        "type": 2,
        "status": "waiting",
        "start_time": iso(cast.soon(number)),
        "duration": 60,
        "timezone": "UTC",
        "agenda": "",
        "created_at": iso(cast.past(number)),
        "host_email": "me@example.com",
        "join_url": f"https://zoom.us/j/{85000000001 + number}",
        "start_url": f"https://zoom.us/s/{85000000001 + number}",
        "password": "123456",
        "settings": {},
    }


@zoom.on("PATCH PUT", r"/v2/meetings/(?P<id>[^/]+)(?:/status)?")
def change_meeting(visit: Visit) -> Any:
    """A meeting changed."""
    visit.update("meetings", visit.found["id"], visit.fields, zoom_meeting)
    return Answer(204)


def _zoom(many: str) -> Callable[[Visit, list[Record]], Any]:
    end = {"next_page_token": "", "page_count": 1}
    return lambda visit, records: {many: records, "results": records, "total_records": len(records), **end}


for _path, _many, _shape in (
    (r"/v2/(?:users/[^/]+/)?meetings", "meetings", zoom_meeting),
    (r"/v2/(?:users/[^/]+/)?webinars", "webinars", zoom_meeting),
    (r"/v2/meetings/[^/]+/registrants", "registrants", invitee),
    (r"/v2/users", "users", contact),
):
    collection(
        zoom,
        _path,
        _many,
        _shape,
        listed=_zoom(_many),
        new_id=lambda visit: visit.new_number(86000000000),
        created_status=201,
    )
