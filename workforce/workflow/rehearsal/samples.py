"""What a trigger gives, made up: items in the shape that the trigger's own node has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from workforce.workflow.rehearsal.flow import BASE, Flow
from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.scenario import Item

Shape = Callable[["Made"], Item]


class Made:
    """One item in the making: which one it is, of whom, with which parameters."""

    def __init__(self, flow: Flow, trigger: str, cast: Cast, number: int) -> None:
        self.flow, self.trigger, self.cast, self.number = flow, trigger, cast, number
        self.parameters = flow.effective(trigger)
        self.person = cast.person(number)

    def value(self, name: str) -> Any:
        """A plausible value by the field's name."""
        return value_named(name, self.number, self.cast)

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self.cast.past(self.number, self.trigger, 2)


def trigger_sample(flow: Flow, trigger: str, cast: Cast, count: int) -> list[Item]:
    """`count` items as this trigger gives them."""
    kind = flow.nodes[trigger]["type"].removeprefix(BASE)
    shape = SHAPES.get(kind) or _record
    return [shape(Made(flow, trigger, cast, number)) for number in range(count)]


def _schedule(made: Made) -> Item:
    now = made.cast.now
    return {
        "timestamp": now.isoformat(timespec="milliseconds"),
        "Readable date": f"{now:%B} {now.day}, {now.year}, {now:%I:%M:%S %p}",
        "Readable time": f"{now:%I:%M:%S %p}",
        "Day of week": f"{now:%A}",
        "Year": f"{now:%Y}",
        "Month": f"{now:%B}",
        "Day of month": f"{now:%d}",
        "Hour": f"{now:%H}",
        "Minute": f"{now:%M}",
        "Second": f"{now:%S}",
        "Timezone": "UTC",
    }


def _webhook(made: Made) -> Item:
    headers = {"host": "hooks.example.com", "content-type": "application/json", "user-agent": "sender/1.0"}
    return {"headers": headers, "params": {}, "query": {}, "body": _record(made), "executionMode": "production"}


def _form(made: Made) -> Item:
    fields = (made.parameters.get("formFields") or {}).get("values") or []
    item = {label: _form_value(made, field, label) for field, label in _labelled(fields)}
    return {**item, "submittedAt": iso(made.at), "formMode": "production"}


def _labelled(fields: Iterable[Any]) -> Iterable[tuple[dict[str, Any], str]]:
    for field in fields:
        label = field.get("fieldLabel") or field.get("fieldName") if isinstance(field, dict) else None
        if label:
            yield field, str(label)


def _form_value(made: Made, field: dict[str, Any], label: str) -> Any:
    options = [row.get("option") for row in (field.get("fieldOptions") or {}).get("values") or []]
    match field.get("fieldType"):
        case "number":
            return made.cast.number(label, made.number, 1, 90)
        case "email":
            return made.person.email
        case "date":
            return iso(made.at)[:10]
        case "checkbox":
            return options[:1]
        case _ if options:
            return options[made.number % len(options)]
    return made.value(label)


def _imap(made: Made) -> Item:
    text = str(made.value("message"))
    return {
        "textHtml": f"<p>{text}</p>",
        "textPlain": text,
        "metadata": {"message-id": f"<{made.cast.id('mail', made.number)}@example.com>"},
        "from": f"{made.person.name} <{made.person.email}>",
        "to": "team@example.com",
        "subject": str(made.value("subject")),
        "date": format_datetime(made.at),
        "attributes": {"uid": 100 + made.number},
    }


def _gmail(made: Made) -> Item:
    text, subject = str(made.value("message")), str(made.value("subject"))
    common = {"id": made.cast.id("mail", made.number, 16), "threadId": made.cast.id("thread", made.number, 16)}
    if made.parameters.get("simple") is False:
        sender = {"value": [{"address": made.person.email, "name": made.person.name}]}
        whole = f"{made.person.name} <{made.person.email}>"
        return common | {
            "labelIds": ["INBOX", "UNREAD"],
            "headers": {"subject": f"Subject: {subject}"},
            "subject": subject,
            "date": iso(made.at),
            "from": sender | {"html": whole, "text": whole},
            "to": {"value": [{"address": "team@example.com", "name": "Team"}], "text": "team@example.com"},
            "text": text,
            "html": f"<p>{text}</p>",
            "textAsHtml": f"<p>{text}</p>",
        }
    return common | {
        "snippet": text[:100],
        "payload": {"mimeType": "text/plain"},
        "sizeEstimate": 2048,
        "historyId": "1001",
        "internalDate": str(int(made.at.timestamp() * 1000)),
        "labels": [{"id": "INBOX", "name": "INBOX"}],
        "From": f"{made.person.name} <{made.person.email}>",
        "To": "team@example.com",
        "Subject": subject,
    }


def _outlook(made: Made) -> Item:
    text = str(made.value("message"))
    address = {"address": made.person.email, "name": made.person.name}
    return {
        "id": made.cast.id("mail", made.number, 40),
        "conversationId": made.cast.id("thread", made.number, 40),
        "subject": str(made.value("subject")),
        "bodyPreview": text[:200],
        "body": {"contentType": "text", "content": text},
        "from": made.person.email,
        "sender": {"emailAddress": address},
        "toRecipients": [{"emailAddress": {"address": "team@example.com", "name": "Team"}}],
        "categories": [],
        "hasAttachments": False,
        "receivedDateTime": iso(made.at),
    }


def _slack(made: Made) -> Item:
    stamp = f"{made.at.timestamp():.6f}"
    return {
        "type": "message",
        "user": "U0" + made.cast.id("user", made.number, 8).upper(),
        "text": str(made.value("message")),
        "ts": stamp,
        "event_ts": stamp,
        "channel": "C0" + made.cast.id("channel", 0, 8).upper(),
        "channel_type": "channel",
        "team": "T0" + made.cast.id("team", 0, 8).upper(),
    }


def _telegram(made: Made) -> Item:
    first, _, last = made.person.name.partition(" ")
    sender = {"id": 40_000_000 + made.number, "is_bot": False, "first_name": first, "last_name": last}
    message = {
        "message_id": 100 + made.number,
        "from": sender,
        "chat": {"id": sender["id"], "first_name": first, "last_name": last, "type": "private"},
        "date": int(made.at.timestamp()),
        "text": str(made.value("message")),
    }
    return {"update_id": 7000 + made.number, "message": message}


def _whatsapp(made: Made) -> Item:
    number = re.sub(r"\D", "", str(made.value("phone"))) or "4915100000000"
    message = {"from": number, "id": "wamid." + made.cast.id("wa", made.number), "type": "text",
               "timestamp": str(int(made.at.timestamp())), "text": {"body": str(made.value("message"))}}  # fmt: skip
    return {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550000000", "phone_number_id": "100000000000001"},
        "contacts": [{"profile": {"name": made.person.name}, "wa_id": number}],
        "messages": [message],
        "field": "messages",
    }


def _chat(made: Made) -> Item:
    return {
        "sessionId": made.cast.uuid("chat", made.number),
        "action": "sendMessage",
        "chatInput": str(made.value("question")),
    }


def _rss(made: Made) -> Item:
    title = str(made.value("title"))
    link = f"https://news.example.com/articles/{made.number + 1}"
    text = str(made.value("description"))
    return {"title": title, "link": link, "pubDate": format_datetime(made.at), "isoDate": iso(made.at), "guid": link,
            "creator": made.person.name, "content": f"<p>{text}</p>", "contentSnippet": text}  # fmt: skip


def _stripe(made: Made) -> Item:
    events = made.parameters.get("events")
    kind = events[0] if isinstance(events, list) and events and events[0] != "*" else "charge.succeeded"
    amount = made.cast.number("amount", made.number, 1900, 90000)
    thing = {"id": "ch_" + made.cast.id("ch", made.number), "object": kind.split(".")[0], "amount": amount,
             "amount_due": amount, "amount_paid": amount, "amount_total": amount, "currency": "eur",
             "customer": "cus_" + made.cast.id("cus", made.number), "customer_email": made.person.email,
             "customer_name": made.person.name, "receipt_email": made.person.email, "status": "succeeded",
             "billing_details": {"email": made.person.email, "name": made.person.name},
             "customer_details": {"email": made.person.email, "name": made.person.name},
             "failure_message": "Your card was declined.", "description": str(made.value("product"))}  # fmt: skip
    head = {"id": "evt_" + made.cast.id("evt", made.number), "object": "event", "type": kind}
    return {**head, "created": int(made.at.timestamp()), "data": {"object": thing}}


def _error(made: Made) -> Item:
    said = "The service did not answer."
    execution = {
        "id": "231",
        "url": "https://n8n.example.com/execution/231",
        "lastNodeExecuted": "A step",
        "mode": "trigger",
        "error": {"message": said, "stack": f"Error: {said}"},
    }
    return {"execution": execution, "workflow": {"id": "1", "name": str(made.flow.workflow.get("name") or "Worker")}}


def _nothing(_made: Made) -> Item:
    return {}


def _record(made: Made) -> Item:
    """The fields that the engine says this trigger gives, else a record of the kind that its name speaks of."""
    node = made.flow.nodes[made.trigger]
    operation = made.flow.catalogue.operation_for(node["type"], made.parameters)
    about = f"{operation.title} {operation.action} {node['name']}" if operation else str(node["name"])
    declared = made.flow.catalogue.output_fields(operation.id) if operation else {}
    item: Item = {}
    for path, kind in declared.items():
        if kind not in ("object", "array") and "[" not in path:
            _put(item, path.split("."), _typed(made.value(path.rsplit(".", 1)[-1]), kind, made))
    return item or {name: value_named(name, made.number, made.cast, kind_of(about)) for name in kind_of(about).fields}


def _typed(value: Any, kind: str, made: Made) -> Any:
    match kind:
        case "number" | "integer":
            return value if isinstance(value, int | float) else made.cast.number(kind, made.number, 1, 900)
        case "boolean":
            return value if isinstance(value, bool) else True
        case "string":
            return value if isinstance(value, str) else str(value)
    return value


def _put(item: Item, path: list[str], value: Any) -> None:
    here = item
    for part in path[:-1]:
        inner = here.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        here = inner
    here[path[-1]] = value


SHAPES: dict[str, Shape] = {
    "scheduleTrigger": _schedule,
    "cron": _schedule,
    "interval": _schedule,
    "manualTrigger": _nothing,
    "start": _nothing,
    "webhook": _webhook,
    "formTrigger": _form,
    "emailReadImap": _imap,
    "gmailTrigger": _gmail,
    "microsoftOutlookTrigger": _outlook,
    "slackTrigger": _slack,
    "telegramTrigger": _telegram,
    "whatsAppTrigger": _whatsapp,
    "rssFeedReadTrigger": _rss,
    "stripeTrigger": _stripe,
    "errorTrigger": _error,
    "@n8n/n8n-nodes-langchain.chatTrigger": _chat,
}
