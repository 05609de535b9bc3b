"""Receipts: what each call of a rehearsal is to a manager, and what all of them come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.chat import chat_receipt
from workforce.workflow.rehearsal.receipts.mail import mail_receipt
from workforce.workflow.rehearsal.receipts.other import ai_receipt, read_receipt, record_receipt, sign_in_receipt
from workforce.workflow.rehearsal.receipts.plain import address_shown, body_shown
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.rows import row_receipt
from workforce.workflow.rehearsal.world.services import service_name

__all__ = ["Receipt", "receipt", "summary"]

COUNTED = {
    "row": ("write", "row", "rows"),
    "record": ("make or change", "record", "records"),
    "file": ("store", "file", "files"),
    "payment": ("make or change", "payment", "payments"),
    "event": ("put in", "calendar event", "calendar events"),
    "ai": ("ask a model", "time", "times"),
}


def receipt(call: Call) -> Receipt:
    """A call as what it is: an e-mail, a message, a row, …, else a request."""
    service = call.service or service_name(call.url)
    body = call.body if isinstance(call.body, dict) else {}
    found = _refused(call) or (
        mail_receipt(call, body)
        or chat_receipt(call, body)
        or row_receipt(call, body, service)
        or sign_in_receipt(call, service)
        or ai_receipt(call, body, service)
        or read_receipt(call, service)
        or record_receipt(call, body, service)
    )
    return found.model_copy(
        update={
            "service": service,
            "step": call.step,
            "failed": call.refused or not 200 <= call.status < 400,
            "request": f"{call.method} {address_shown(call.url)}",
            "body": body_shown(call.body),
            "status": call.status,
        }
    )


def _refused(call: Call) -> Receipt | None:
    title = f"Tried to reach {address_shown(call.url)}, which is not allowed"
    return Receipt(kind="request", title=title) if call.refused else None


def summary(calls: Iterable[Call]) -> str:
    """What the calls come to: “Would send 3 e-mails to 2 people, post 1 message to #sales; reads Google Sheets.”"""
    receipts = [receipt(call) for call in calls]
    done = [one for one in receipts if not one.failed]
    parts = [*_mails(done), *_chats(done), *_others(done)]
    sources = list(dict.fromkeys(one.service for one in done if one.kind == "read"))
    text = f"Would {', '.join(parts)}" if parts else "Would change nothing outside"
    text += f"; reads {' and '.join(sources)}" if sources else ""
    broken = list(dict.fromkeys(one.service for one in receipts if one.failed))
    ending = f" {' and '.join(broken)} failed." if broken else ""
    return f"{text}.{ending}" if receipts else ""


def _mails(receipts: list[Receipt]) -> list[str]:
    mails = [one for one in receipts if one.kind == "email"]
    people = {address for one in mails for address in one.to}
    return [f"send {_many(len(mails), 'e-mail')} to {_many(len(people), 'person', 'people')}"] if mails else []


def _chats(receipts: list[Receipt]) -> list[str]:
    rooms = Counter(one.to[0] if one.to else one.service for one in receipts if one.kind == "chat")
    return [f"post {_many(count, 'message')} to {room}" for room, count in rooms.items()]


def _others(receipts: list[Receipt]) -> list[str]:
    counts: Counter[str] = Counter()
    for one in receipts:
        if one.kind in COUNTED:
            counts[one.kind] += one.count
    return [f"{COUNTED[kind][0]} {_many(count, *COUNTED[kind][1:])}" for kind, count in counts.items()]


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one}" if count == 1 else f"{count} {several or one + 's'}"
