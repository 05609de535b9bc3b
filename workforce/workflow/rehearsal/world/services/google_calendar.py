"""Google Calendar, Google Docs and the sign-in that Google's services share."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.exchange import Answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

calendar = Service("Google Calendar", r"www\.googleapis\.com|calendar\.googleapis\.com", r"/calendar/")
docs = Service("Google Docs", r"docs\.googleapis\.com")
EVENTS = r"/calendar/v3/calendars/(?P<calendar>[^/]+)/events"


def event(cast: Cast, number: int) -> Record:
    """An event of the next days."""
    start, person = cast.soon(number // 2 if number < 2 else number), cast.person(number)
    ident = cast.id("event", number, 26)
    return {
        "kind": "calendar#event",
        "id": ident,
        "status": "confirmed",
        "htmlLink": f"https://www.google.com/calendar/event?eid={ident}",
        "created": iso(cast.past(number)),
        "updated": iso(cast.past(number)),
        "summary": cast.pick(("Team meeting", "Customer call", "Project review", "Interview"), number),
        "description": "Agenda: numbers, next steps, questions",
        "location": person.street,
        "creator": {"email": "me@example.com", "self": True},
        "organizer": {"email": "me@example.com", "self": True},
        "start": {"dateTime": iso(start), "timeZone": "UTC"},
        "end": {"dateTime": iso(start + timedelta(hours=1)), "timeZone": "UTC"},
        "attendees": [{"email": person.email, "displayName": person.name, "responseStatus": "accepted"}],
        "eventType": "default",
    }


@calendar.on("GET", EVENTS)
def events(visit: Visit) -> Any:
    """The calendar's events; one page."""
    items = [] if visit.query.get("pageToken") else visit.all("events", event)
    return {"kind": "calendar#events", "summary": "Me", "timeZone": "UTC", "items": items}


@calendar.on("POST", rf"{EVENTS}(?:/quickAdd|/import)?")
def add(visit: Visit) -> Any:
    """A new event."""
    made = event(visit.cast, 0) | {"attendees": [], "created": visit.now, "updated": visit.now}
    made.pop("description"), made.pop("location")
    return visit.create("events", {**made, **visit.fields, "id": visit.new_id(26)}, event)


@calendar.on("GET", rf"{EVENTS}/(?P<id>[^/]+)")
def get(visit: Visit) -> Any:
    """One event."""
    return visit.one("events", visit.found["id"], event)


@calendar.on("GET", rf"{EVENTS}/(?P<id>[^/]+)/instances")
def instances(visit: Visit) -> Any:
    """The dates of a recurring event."""
    return {"items": [visit.one("events", visit.found["id"], event)]}


@calendar.on("PATCH PUT", rf"{EVENTS}/(?P<id>[^/]+)")
def update(visit: Visit) -> Any:
    """A changed event."""
    return visit.update("events", visit.found["id"], {**visit.fields, "updated": visit.now}, event)


@calendar.on("DELETE", rf"{EVENTS}/(?P<id>[^/]+)")
def delete(visit: Visit) -> Any:
    """Cancelled."""
    visit.delete("events", visit.found["id"], event)
    return Answer(204)


@calendar.on("POST", r"/calendar/v3/freeBusy")
def free_busy(visit: Visit) -> Any:
    """Nobody is busy."""
    wanted = [str(item.get("id")) for item in visit.fields.get("items") or []]
    return {"kind": "calendar#freeBusy", "calendars": {ident: {"busy": []} for ident in wanted}}


@calendar.on("GET", r"/calendar/v3/users/me/calendarList(?:/(?P<id>[^/]+))?")
def calendars(visit: Visit) -> Any:
    """The calendars one has."""
    conference = {"allowedConferenceSolutionTypes": ["hangoutsMeet"]}
    one = {"id": visit.found["id"] or "me@example.com", "summary": "Me", "primary": True, "timeZone": "UTC",
           "conferenceProperties": conference}  # fmt: skip
    return one if visit.found["id"] else {"items": [one]}


@docs.on("POST", r"/v1/documents")
def new_document(visit: Visit) -> Any:
    """A new document."""
    return {"documentId": visit.new_id(44), "revisionId": "1", **visit.fields}


@docs.on("GET", r"/v1/documents/(?P<id>[^/:]+)")
def document(visit: Visit) -> Any:
    """A document and its text, with what was written into it."""
    written = visit.memory.collection(f"docs/{visit.found['id']}", list)
    text = "\n".join(["Notes of the week", *(part["text"] for part in written)])
    run = {"startIndex": 1, "endIndex": len(text) + 1, "textRun": {"content": text, "textStyle": {}}}
    paragraph = {"startIndex": 1, "endIndex": len(text) + 1, "paragraph": {"elements": [run]}}
    return {"documentId": visit.found["id"], "title": "Notes", "revisionId": "1", "body": {"content": [paragraph]}}


@docs.on("POST", r"/v1/documents/(?P<id>[^/:]+):batchUpdate")
def write(visit: Visit) -> Any:
    """Text put into a document."""
    requests = visit.fields.get("requests") or []
    texts = [request["insertText"].get("text", "") for request in requests if "insertText" in request]
    visit.memory.collection(f"docs/{visit.found['id']}", list).extend({"text": text} for text in texts)
    control = visit.fields.get("writeControl") or {"requiredRevisionId": "1"}
    return {"documentId": visit.found["id"], "replies": [{} for _ in requests], "writeControl": control}
