# ruff: noqa: E501 - patterns and sentences stay whole
"""E-mails: Gmail, Microsoft Graph, SMTP, SendGrid and the other ways of sending one."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from collections.abc import Iterable
from email.utils import getaddresses
from typing import Any, cast

from workforce.workflow.rehearsal.receipts.cleaning import looks_like_html, plain, safe_html
from workforce.workflow.rehearsal.receipts.masking import masked_text
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, pretty, text_of


def read_mail(seen: Seen) -> Receipt | None:
    """The call as an e-mail, if it sends or drafts one."""
    for reader in (_smtp, _gmail, _graph, _sendgrid, _ses, _others):
        found = reader(seen)
        if found is not None:
            return found
    return None


def mail(
    seen: Seen,
    *,
    sender: Any = "",
    to: Any = (),
    cc: Any = (),
    bcc: Any = (),
    subject: Any = "",
    text: Any = "",
    html: Any = "",
    attachments: Iterable[str] = (),
    draft: bool = False,
) -> Receipt:
    """A receipt of an e-mail; addresses in whatever form the service has them."""
    plain_text, marked = masked_text(text_of(text)).strip(), masked_text(text_of(html)).strip()
    if not marked and looks_like_html(plain_text):
        plain_text, marked = "", plain_text
    receivers = addresses(to)
    who = ", ".join(receivers) or "nobody"
    about = masked_text(text_of(subject))
    return seen.receipt(
        kind="email",
        verb="draft" if draft else "send",
        noun="e-mail",
        title=f"{'Draft an e-mail' if draft else 'E-mail'} to {who}: {about or '(no subject)'}",
        sender=", ".join(addresses(sender)),
        to=receivers,
        cc=addresses(cc),
        bcc=addresses(bcc),
        subject=about,
        text=plain_text or plain(marked),
        html=safe_html(marked) if marked else "",
        attachments=[text_of(name) for name in attachments],
        effect=True,
    )


def addresses(value: Any) -> list[str]:
    """Addresses from text ("A <a@x>, b@y"), objects or lists of either."""
    if isinstance(value, dict):
        inner = value.get("emailAddress") if isinstance(value.get("emailAddress"), dict) else value
        inner = cast("dict[str, Any]", inner)
        found = inner.get("address") or inner.get("email") or inner.get("Email") or inner.get("value")
        return addresses(found)
    if isinstance(value, list | tuple):
        return [one for inner in value for one in addresses(inner)]
    parts = [part for part in text_of(value).replace(";", ",").split(",") if part.strip()]
    return [address or part.strip() for part in parts for _, address in getaddresses([part])] if parts else []


def _smtp(seen: Seen) -> Receipt | None:
    if seen.scheme not in ("smtp", "smtps"):
        return None
    f = seen.fields
    names = [one.get("name", "file") if isinstance(one, dict) else one for one in f.get("attachments") or ()]
    return mail(
        seen, sender=f.get("from"), to=f.get("to"), cc=f.get("cc"), bcc=f.get("bcc"), subject=f.get("subject"),
        text=f.get("text"), html=f.get("html"), attachments=names,
    )  # fmt: skip


def _gmail(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"(?:www|gmail)\.googleapis\.com", r".*/gmail/v1/users/[^/]+/(?P<what>messages/send|drafts(?:/.*)?)", "POST PUT"
    )
    if match is None:
        return None
    given = seen.raw_fields
    inner = given.get("message") if isinstance(given.get("message"), dict) else given
    raw = cast("dict[str, Any]", inner).get("raw")
    if raw is None:
        found = re.search(r'"raw"\s*:\s*"([\w+/=-]+)', text_of(seen.call.body))
        raw = found[1] if found else ""
    source = (
        base64.urlsafe_b64decode(raw.replace("+", "-").replace("/", "_") + "=" * (-len(raw) % 4))
        if raw
        else text_of(seen.call.body).encode()
    )
    return _mime(seen, source, draft=match["what"].startswith("drafts"))


def _mime(seen: Seen, source: bytes, *, draft: bool) -> Receipt:
    message = email.message_from_bytes(source, policy=email.policy.default)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    found = mail(
        seen, sender=message["from"], to=message["to"], cc=message["cc"], bcc=message["bcc"], subject=message["subject"],
        text=_content(text), html=_content(html),
        attachments=[part.get_filename() or "file" for part in message.iter_attachments()], draft=draft,
    )  # fmt: skip
    source_text = "\n".join(f"{name}: {value}" for name, value in message.items()) + f"\n\n{found.text}"
    return found.model_copy(update={"body": pretty(masked_text(source_text))})


def _content(part: Any) -> str:
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # a character set that nobody has
        return (part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def _graph(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"graph\.microsoft\.(?:com|us)",
        r".*/(?P<what>sendMail|messages(?:/[^/]+/(?:reply|replyAll|forward|send|createReply))?)",
        "POST",
    )
    if match is None or "/chats/" in seen.path or "/channels/" in seen.path:
        return None
    given = seen.fields.get("message") if isinstance(seen.fields.get("message"), dict) else seen.fields
    given = cast("dict[str, Any]", given)
    body = given.get("body") or {}
    html = body.get("content") if str(body.get("contentType", "")).lower() == "html" else ""
    names = [str(one.get("name")) for one in given.get("attachments") or () if isinstance(one, dict)]
    return mail(
        seen, sender=given.get("from"), to=given.get("toRecipients"), cc=given.get("ccRecipients"), bcc=given.get("bccRecipients"),
        subject=given.get("subject") or match["what"], text=(seen.fields.get("comment") or "") if not body else ("" if html else body.get("content")),
        html=html, attachments=names, draft=match["what"] == "messages",
    )  # fmt: skip


def _sendgrid(seen: Seen) -> Receipt | None:
    if seen.at(r"api\.sendgrid\.com", r"/v3/mail/send", "POST") is None:
        return None
    f = seen.fields
    people = (f.get("personalizations") or [{}])[0]
    content = {one.get("type"): one.get("value") for one in f.get("content") or ()}
    return mail(
        seen, sender=f.get("from"), to=people.get("to"), cc=people.get("cc"), bcc=people.get("bcc"),
        subject=people.get("subject") or f.get("subject"), text=content.get("text/plain"), html=content.get("text/html"),
        attachments=[one.get("filename", "file") for one in f.get("attachments") or ()],
    )  # fmt: skip


def _ses(seen: Seen) -> Receipt | None:
    f = {**seen.query, **seen.fields}
    if seen.at(r"email\.[\w-]+\.amazonaws\.com") is None or not str(f.get("Action", "")).startswith("Send"):
        return None
    to = [value for name, value in f.items() if name.startswith("Destination.ToAddresses")]
    return mail(
        seen, sender=f.get("Source"), to=to, subject=f.get("Message.Subject.Data"), text=f.get("Message.Body.Text.Data"),
        html=f.get("Message.Body.Html.Data"),
    )  # fmt: skip


_SENDERS = r"api\.(?:eu\.)?mailgun\.net|api\.postmarkapp\.com|api\.brevo\.com|api\.sendinblue\.com|api\.resend\.com|api\.mailjet\.com|mandrillapp\.com"


def _others(seen: Seen) -> Receipt | None:
    if seen.at(_SENDERS, r".*(?:/messages|/email|/emails|/send|smtp/email|messages/send.*)(?:\.json)?", "POST") is None:
        return None
    given: Any = seen.fields
    if isinstance(given.get("Messages"), list) and given["Messages"]:
        given = given["Messages"][0]
    elif isinstance(given.get("message"), dict):
        given = given["message"]
    low = {str(name).lower().replace("_", ""): value for name, value in given.items()}
    return mail(
        seen, sender=low.get("from") or low.get("sender") or low.get("fromemail"), to=low.get("to"), cc=low.get("cc"), bcc=low.get("bcc"),
        subject=low.get("subject"), text=low.get("text") or low.get("textbody") or low.get("textpart") or low.get("textcontent"),
        html=low.get("html") or low.get("htmlbody") or low.get("htmlpart") or low.get("htmlcontent"),
    )  # fmt: skip
