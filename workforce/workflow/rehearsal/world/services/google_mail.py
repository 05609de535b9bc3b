"""Gmail: messages, threads, labels and drafts; what is sent can be read."""

from __future__ import annotations

import base64
import email
import email.policy
from email.message import EmailMessage
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.names import SENTENCES, SUBJECTS
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

gmail = Service("Gmail", r"gmail\.googleapis\.com|www\.googleapis\.com", r"(?:/upload)?/gmail/")
BASE = r"(?:/upload)?/gmail/v1/users/[^/]+"
LABELS = ("INBOX", "UNREAD", "SENT", "STARRED", "IMPORTANT", "TRASH")


def message(cast: Cast, number: int) -> Record:
    """A received message as the API gives it in full, its source kept beside."""
    person = cast.person(number)
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"] = f"{person.name} <{person.email}>", "me@example.com"
    mail["Subject"] = cast.pick(SUBJECTS, number)
    mail["Date"] = cast.past(number)
    mail["Message-ID"] = f"<{cast.id('mail', number)}@example.com>"
    mail.set_content(f"{cast.pick(SENTENCES, number)}\n\n{person.name}")
    return _record(cast.id("gmail", number, 16), cast.id("thread", number, 16), mail, ["INBOX", "UNREAD"], cast, number)


def _record(ident: str, thread: str, mail: EmailMessage, labels: list[str], cast: Cast, number: int) -> Record:
    raw = mail.as_bytes()
    body = mail.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    data = base64.urlsafe_b64encode(text.encode()).decode()
    headers = [{"name": name, "value": str(value)} for name, value in mail.items()]
    return {
        "id": ident,
        "threadId": thread,
        "labelIds": labels,
        "snippet": text.strip()[:120],
        "sizeEstimate": len(raw),
        "historyId": "1001",
        "internalDate": str(int(cast.past(number).timestamp() * 1000)),
        "payload": {
            "mimeType": "text/plain",
            "headers": headers,
            "body": {"size": len(text), "data": data},
            "parts": [],
        },
        "raw": base64.urlsafe_b64encode(raw).decode(),
    }


def _shown(visit: Visit, record: Record) -> Record:
    shown = visit.query.get("format", "full")
    leave = {"raw": ("payload",), "metadata": ("raw",), "minimal": ("raw", "payload")}.get(shown, ("raw",))
    return {name: value for name, value in record.items() if name not in leave}


@gmail.on("POST", rf"{BASE}/messages/send")
def send(visit: Visit) -> Any:
    """Send, and keep it among the messages."""
    return _keep(visit, visit.fields, ["SENT"])


def _keep(visit: Visit, given: Record, labels: list[str]) -> Record:
    source = str(given.get("raw") or "")
    data = base64.urlsafe_b64decode(source + "=" * (-len(source) % 4)) if source else visit.asked.body
    mail = email.message_from_bytes(data, policy=email.policy.default)
    ident = visit.new_id(16)
    thread = str(given.get("threadId") or ident)
    record = visit.create("messages", _record(ident, thread, mail, labels, visit.cast, 0), message)
    return {"id": record["id"], "threadId": record["threadId"], "labelIds": record["labelIds"]}


@gmail.on("GET", rf"{BASE}/messages")
def list_messages(visit: Visit) -> Any:
    """Ids of the messages, newest first; one page."""
    if visit.query.get("pageToken"):
        return {"messages": [], "resultSizeEstimate": 0}
    found = [record for record in visit.all("messages", message) if "SENT" not in record["labelIds"]]
    found = found[: int(visit.query.get("maxResults") or 100)]
    ids = [{"id": record["id"], "threadId": record["threadId"]} for record in found]
    return {"messages": ids, "resultSizeEstimate": len(ids)} if ids else {"resultSizeEstimate": 0}


@gmail.on("GET", rf"{BASE}/messages/(?P<id>[^/]+)")
def get_message(visit: Visit) -> Any:
    """A message in the asked format."""
    return _shown(visit, visit.one("messages", visit.found["id"], message))


@gmail.on("GET", rf"{BASE}/messages/[^/]+/attachments/[^/]+")
def attachment(visit: Visit) -> Any:
    """An attachment's bytes."""
    return {"size": 5, "data": base64.urlsafe_b64encode(b"Hello").decode()}


@gmail.on("POST", rf"{BASE}/(?P<what>messages|threads)/(?P<id>[^/]+)/modify")
def relabel(visit: Visit) -> Any:
    """Labels put on and taken off."""
    record = visit.one("messages", visit.found["id"], message)
    gone = visit.fields.get("removeLabelIds") or []
    added = visit.fields.get("addLabelIds") or []
    record["labelIds"] = [label for label in (*record["labelIds"], *added) if label not in gone]
    return {"id": record["id"], "threadId": record["threadId"], "labelIds": record["labelIds"]}


@gmail.on("POST", rf"{BASE}/(?:messages|threads)/(?P<id>[^/]+)/(?:trash|untrash)")
def trash(visit: Visit) -> Any:
    """A message in or out of the bin."""
    return {"id": visit.found["id"], "threadId": visit.found["id"], "labelIds": ["TRASH"]}


@gmail.on("DELETE", rf"{BASE}/(?:messages|threads|drafts|labels)/(?P<id>[^/]+)")
def delete(visit: Visit) -> Any:
    """Gone for good."""
    visit.delete("messages", visit.found["id"], message)
    return {}


@gmail.on("GET", rf"{BASE}/threads")
def list_threads(visit: Visit) -> Any:
    """Ids of the threads."""
    if visit.query.get("pageToken"):
        return {"threads": []}
    found = {record["threadId"]: record["snippet"] for record in visit.all("messages", message)}
    return {"threads": [{"id": ident, "snippet": text, "historyId": "1001"} for ident, text in found.items()]}


@gmail.on("GET", rf"{BASE}/threads/(?P<id>[^/]+)")
def get_thread(visit: Visit) -> Any:
    """A thread with its messages."""
    found = [record for record in visit.all("messages", message) if record["threadId"] == visit.found["id"]]
    found = found or [visit.one("messages", visit.found["id"], message)]
    return {"id": visit.found["id"], "historyId": "1001", "messages": [_shown(visit, record) for record in found]}


@gmail.on("GET", rf"{BASE}/labels")
def labels(visit: Visit) -> Any:
    """The mailbox's labels."""
    own = visit.memory.collection("gmail/labels", list)
    return {"labels": [{"id": name, "name": name, "type": "system"} for name in LABELS] + own}


@gmail.on("POST", rf"{BASE}/labels")
def make_label(visit: Visit) -> Any:
    """A new label."""
    label = {"id": f"Label_{visit.new_number(1)}", "type": "user", **visit.fields}
    visit.memory.collection("gmail/labels", list).append(label)
    return label


@gmail.on("GET", rf"{BASE}/labels/(?P<id>[^/]+)")
def label(visit: Visit) -> Any:
    """One label."""
    return {"id": visit.found["id"], "name": visit.found["id"], "type": "user", "messagesTotal": 3}


@gmail.on("POST PUT", rf"{BASE}/drafts(?:/(?P<id>[^/]+))?")
def draft(visit: Visit) -> Any:
    """A draft, kept."""
    kept = _keep(visit, visit.fields.get("message") or {}, ["DRAFT"])
    record = {"id": f"r{visit.new_id(16)}", "message": kept}
    visit.memory.collection("gmail/drafts", list).append(record)
    return record


@gmail.on("POST", rf"{BASE}/drafts/send")
def send_draft(visit: Visit) -> Any:
    """A draft goes out."""
    return {"id": visit.new_id(16), "threadId": visit.new_id(16), "labelIds": ["SENT"]}


@gmail.on("GET", rf"{BASE}/drafts")
def drafts(visit: Visit) -> Any:
    """The drafts that were made."""
    return {"drafts": visit.memory.collection("gmail/drafts", list)}


@gmail.on("GET", rf"{BASE}/drafts/(?P<id>[^/]+)")
def get_draft(visit: Visit) -> Any:
    """One draft."""
    return {"id": visit.found["id"], "message": _shown(visit, visit.all("messages", message)[0])}


@gmail.on("GET", rf"{BASE}/profile")
def profile(visit: Visit) -> Any:
    """Whose mailbox it is."""
    return {"emailAddress": "me@example.com", "messagesTotal": 3, "threadsTotal": 3, "historyId": "1001"}


@gmail.on("GET", rf"{BASE}/settings/sendAs")
def send_as(visit: Visit) -> Any:
    """The addresses one may send from."""
    return {"sendAs": [{"sendAsEmail": "me@example.com", "displayName": "Me", "isDefault": True, "isPrimary": True}]}
