# ruff: noqa: E501 - records stay readable in one line
"""Microsoft Outlook: mail, calendar and contacts, as Microsoft Graph gives them."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, SUBJECTS
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

HOST = r"graph\.microsoft\.com|graph\.microsoft\.us"
USER = r"/(?:v1\.0|beta)/(?:me|users/[^/]+)"
outlook = Service(
    "Microsoft Outlook",
    HOST,
    rf"{USER}/(?:messages|sendMail|mailFolders|events|calendars?|calendarGroups|contacts|outlook|contactFolders)",
)


def address(name: str, mail: str) -> Record:
    """A person as Graph writes one."""
    return {"emailAddress": {"name": name, "address": mail}}


def message(cast: Cast, number: int) -> Record:
    """A received message."""
    person, text = cast.person(number), cast.pick(SENTENCES, number)
    return {
        "id": f"AAMk{cast.id('outlook', number, 28)}",
        "conversationId": f"AAQk{cast.id('outlook thread', number, 20)}",
        "subject": cast.pick(SUBJECTS, number),
        "bodyPreview": text,
        "body": {"contentType": "text", "content": f"{text}\n\n{person.name}"},
        "from": address(person.name, person.email),
        "sender": address(person.name, person.email),
        "toRecipients": [address("Me", "me@example.com")],
        "ccRecipients": [],
        "bccRecipients": [],
        "replyTo": [],
        "categories": [],
        "importance": "normal",
        "hasAttachments": False,
        "isRead": False,
        "isDraft": False,
        "receivedDateTime": iso(cast.past(number)),
        "sentDateTime": iso(cast.past(number)),
        "createdDateTime": iso(cast.past(number)),
        "internetMessageId": f"<{cast.id('mail', number)}@example.com>",
        "webLink": "https://outlook.office365.com/owa/",
    }


def event(cast: Cast, number: int) -> Record:
    """An event of the next days."""
    start = cast.soon(number)
    person = cast.person(number)
    return {
        "id": f"AAMkE{cast.id('outlook event', number, 24)}",
        "subject": cast.pick(("Team meeting", "Customer call", "Project review"), number),
        "bodyPreview": "Agenda: numbers, next steps, questions",
        "body": {"contentType": "text", "content": "Agenda: numbers, next steps, questions"},
        "start": {"dateTime": iso(start).removesuffix("Z"), "timeZone": "UTC"},
        "end": {"dateTime": iso(start + timedelta(hours=1)).removesuffix("Z"), "timeZone": "UTC"},
        "location": {"displayName": person.street},
        "organizer": address("Me", "me@example.com"),
        "attendees": [{"type": "required", "status": {"response": "accepted"}, **address(person.name, person.email)}],
        "isAllDay": False,
        "isCancelled": False,
        "webLink": "https://outlook.office365.com/owa/",
    }


def contact(cast: Cast, number: int) -> Record:
    """A contact."""
    person = cast.person(number)
    mail = {"name": person.name, "address": person.email}
    return {"id": f"AAMkC{cast.id('outlook contact', number, 24)}", "displayName": person.name, "givenName": person.first, "surname": person.last,
            "emailAddresses": [mail], "companyName": person.company.name, "jobTitle": person.job, "mobilePhone": person.phone,
            "businessPhones": [person.phone], "categories": []}  # fmt: skip


def folder(cast: Cast, number: int) -> Record:
    """A mail folder."""
    name = ("Inbox", "Archive", "Invoices")[number % 3]
    return {
        "id": f"AAMkF{cast.id('outlook folder', number, 20)}",
        "displayName": name,
        "childFolderCount": 0,
        "totalItemCount": 3,
        "unreadItemCount": 1,
    }


def calendar(cast: Cast, number: int) -> Record:
    """A calendar."""
    return {
        "id": f"AAMkK{cast.id('outlook calendar', number, 20)}",
        "name": "Calendar",
        "color": "auto",
        "canEdit": True,
        "owner": {"name": "Me", "address": "me@example.com"},
    }


def values(visit: Visit, records: list[Record]) -> Any:
    """Graph's list."""
    return {"value": records[: int(visit.query.get("$top") or 1000)]}


@outlook.on("POST", rf"{USER}/sendMail")
def send(visit: Visit) -> Any:
    """Send a message; Graph says nothing more."""
    visit.memory.collection("outlook/sent", list).append(dict(visit.fields.get("message") or {}))
    return Answer(202)


@outlook.on(
    "POST",
    rf"{USER}/messages/(?P<id>[^/]+)/(?P<how>send|reply|replyAll|forward|createReply|createReplyAll|createForward|move|copy)",
)
def act(visit: Visit) -> Any:
    """Send a draft, answer, forward or move a message."""
    found = visit.one("messages", visit.found["id"], message)
    if visit.found["how"] in ("send", "reply", "replyAll", "forward"):
        return Answer(202)
    return json_answer({**found, "id": visit.new_id(28), **(visit.fields.get("message") or {}), "isDraft": True}, 201)


@outlook.on("GET", rf"{USER}/messages/(?P<id>[^/]+)/attachments")
def attachments(visit: Visit) -> Any:
    """A message's attachments."""
    one = {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "id": "AAMkA1",
        "name": "note.txt",
        "contentType": "text/plain",
        "size": 5,
        "isInline": False,
    }
    return {"value": [{**one, "contentBytes": base64.b64encode(b"Hello").decode()}]}


@outlook.on("POST", rf"{USER}/messages/(?P<id>[^/]+)/attachments")
def attach(visit: Visit) -> Any:
    """A file put to a draft."""
    return json_answer({"id": visit.new_id(), **visit.fields}, 201)


@outlook.on("GET", rf"{USER}/messages/(?P<id>[^/]+)/(?:attachments/[^/]+/)?\$value")
def raw(visit: Visit) -> Any:
    """The bytes of a message or an attachment."""
    return bytes_answer(b"Hello", "text/plain")


@outlook.on("GET", rf"{USER}/messages/(?P<id>[^/]+)/attachments/[^/]+")
def attachment(visit: Visit) -> Any:
    """One attachment."""
    return {
        "id": "AAMkA1",
        "name": "note.txt",
        "contentType": "text/plain",
        "contentBytes": base64.b64encode(b"Hello").decode(),
    }


@outlook.on("GET", rf"{USER}/outlook/masterCategories")
def categories(visit: Visit) -> Any:
    """The categories one has."""
    return {"value": [{"id": "1", "displayName": "Red category", "color": "preset0"}]}


@outlook.on("GET", rf"{USER}/mailFolders/[^/]+/childFolders")
def child_folders(visit: Visit) -> Any:
    """No folders below."""
    return {"value": []}


for _path, _name, _shape in (
    (rf"{USER}/(?:mailFolders/[^/]+/)?messages", "messages", message),
    (rf"{USER}/(?:calendar/|calendars/[^/]+/)?events", "events", event),
    (rf"{USER}/(?:contactFolders/[^/]+/)?contacts", "contacts", contact),
    (rf"{USER}/mailFolders", "folders", folder),
    (rf"{USER}/(?:calendarGroups/[^/]+/)?calendars", "calendars", calendar),
):
    collection(
        outlook, _path, _name, _shape, listed=values, new_id=lambda visit: f"AAMk{visit.new_id(28)}", created_status=201
    )
