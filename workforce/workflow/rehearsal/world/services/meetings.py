"""Calendly, Typeform and Zoom: appointments, forms, meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.exchange import Answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import shape_of
from workforce.workflow.rehearsal.world.visit import Visit

calendly = Service("Calendly", r"api\.calendly\.com|calendly\.com")
typeform = Service("Typeform", r"api\.typeform\.com")
zoom = Service("Zoom", r"api\.zoom\.us|zoom\.us")


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
    (r"/v2/users", "users", invitee),
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
