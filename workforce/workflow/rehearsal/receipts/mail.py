"""E-mails: by SMTP, Gmail, Outlook and the senders with an interface of their own."""

from __future__ import annotations

import base64
import binascii
import email
import email.policy
import re
from collections.abc import Iterable
from email.message import EmailMessage
from typing import Any

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.plain import shown, text_of_html
from workforce.workflow.rehearsal.receipts.receipt import Receipt

Json = dict[str, Any]


def mail_receipt(call: Call, body: Json) -> Receipt | None:
    """The e-mail that this call sends, None when it sends none."""
    for pattern, read in READERS:
        if re.search(pattern, f"{call.method} {call.url}") and (read_mail := read(body)):
            return _receipt(**read_mail)
    return None


def _receipt(
    to: list[str], subject: str, text: str, sender: str = "", cc: list[str] | None = None, files: Iterable[str] = ()
) -> Receipt:
    everyone = [*to, *(cc or [])]
    lines = [("From", sender), ("To", ", ".join(to)), ("Cc", ", ".join(cc or [])), ("Subject", subject)]
    lines.append(("Attached", ", ".join(files)))
    whom = ", ".join(to[:2]) + (f" and {len(to) - 2} more" if len(to) > 2 else "")
    return Receipt(
        kind="email",
        title=f"E-mail to {whom or 'nobody'}: {shown(subject, 120) or 'without a subject'}",
        to=everyone,
        facts=[(name, shown(value, 300)) for name, value in lines if value],
        text=shown(text),
    )


def _smtp(body: Json) -> Json | None:
    return {
        "to": addresses(body.get("to")),
        "cc": addresses(body.get("cc")) + addresses(body.get("bcc")),
        "sender": str(body.get("from") or ""),
        "subject": str(body.get("subject") or ""),
        "text": str(body.get("text") or "") or text_of_html(str(body.get("html") or "")),
        "files": [str(file.get("name")) for file in body.get("attachments") or []],
    }


def _gmail(body: Json) -> Json | None:
    raw = body.get("raw") or (body.get("message") or {}).get("raw")
    try:
        message = email.message_from_bytes(base64.urlsafe_b64decode(str(raw) + "==="), policy=email.policy.default)
    except (binascii.Error, ValueError):
        return None
    if not raw or not isinstance(message, EmailMessage):
        return None
    part = message.get_body(("plain", "html"))
    text = str(part.get_content()) if part else ""
    return {
        "to": addresses(str(message["to"] or "")),
        "cc": addresses(str(message["cc"] or "")) + addresses(str(message["bcc"] or "")),
        "sender": str(message["from"] or ""),
        "subject": str(message["subject"] or ""),
        "text": text_of_html(text) if part and part.get_content_subtype() == "html" else text,
        "files": [str(file.get_filename()) for file in message.iter_attachments()],
    }


def _graph(body: Json) -> Json | None:
    message = body.get("message") or body
    content = message.get("body") or {}
    if not message.get("toRecipients"):
        return None
    return {
        "to": [_graph_address(one) for one in message["toRecipients"]],
        "cc": [
            _graph_address(one) for one in (message.get("ccRecipients") or []) + (message.get("bccRecipients") or [])
        ],
        "subject": str(message.get("subject") or ""),
        "text": text_of_html(str(content.get("content") or "")),
    }


def _sendgrid(body: Json) -> Json | None:
    people = [one for group in body.get("personalizations") or [] for one in group.get("to") or []]
    parts = body.get("content") or [{}]
    return {
        "to": [str(one.get("email")) for one in people],
        "sender": str((body.get("from") or {}).get("email") or ""),
        "subject": str(body.get("subject") or (body.get("personalizations") or [{}])[0].get("subject") or ""),
        "text": text_of_html(str(parts[0].get("value") or "")),
    }


def _form(body: Json) -> Json | None:
    to = body.get("to") or body.get("To") or body.get("Destination.ToAddresses.member.1")
    subject = body.get("subject") or body.get("Subject") or body.get("Message.Subject.Data") or ""
    text = (
        body.get("text") or body.get("TextBody") or body.get("html") or body.get("HtmlBody") or body.get("htmlContent")
    )
    if not to:
        return None
    return {"to": addresses(to), "subject": str(subject), "text": text_of_html(str(text or ""))}


def addresses(value: Any) -> list[str]:
    """Addresses from a text, a list, or objects that hold them."""
    if isinstance(value, list):
        return [one for inner in value for one in addresses(inner)]
    if isinstance(value, dict):
        return addresses(value.get("email") or value.get("address") or value.get("Email"))
    return [one.strip() for one in re.split(r"[,;]", str(value or "")) if one.strip()]


def _graph_address(recipient: Any) -> str:
    return str(((recipient or {}).get("emailAddress") or {}).get("address") or "")


READERS = (
    (r"^\w+ smtps?://", _smtp),
    (r"gmail\.googleapis\.com/.*/(messages|drafts)(/send)?(\?|$)|googleapis\.com/gmail/", _gmail),
    (r"graph\.microsoft\.com/.*/(sendMail|messages|reply|createReply)", _graph),
    (r"api\.sendgrid\.com/v3/mail/send", _sendgrid),
    (
        r"mailgun\.net/|postmarkapp\.com/email|api\.brevo\.com/|sendinblue\.com/|mailjet\.com/|email\.[\w-]+\.amazonaws",
        _form,
    ),
)
