"""The simulated mail servers: every one of them takes every message, and sends none on."""

from __future__ import annotations

import asyncio
import email
import email.policy
import logging
import time
import warnings
from email.message import EmailMessage
from typing import Any
from urllib.parse import quote

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from workforce.integrations.rehearsal import CallRecord
from workforce.local.rehearsal.certificates import Authority
from workforce.local.rehearsal.ledger import LONGEST_BODY
from workforce.local.rehearsal.names import Names
from workforce.local.rehearsal.services import Scene
from workforce.workflow.rehearsal.world import Asked

PLAIN_PORTS, SECURE_PORTS = (25, 587, 2525), (465,)
LARGEST_MESSAGE = 50 * 1024 * 1024
NOT_NOW, TRY_LATER = "554 5.7.1 Refused", "451 4.3.0 Try again later"


class _Hand:
    """Takes a message over from the protocol."""

    def __init__(self, scene: Scene, names: Names) -> None:
        self._scene, self._names = scene, names

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        """Enter the message into the ledger; what it is answered is the world's word, as with any service."""
        at, ledger = time.time(), self._scene.ledger
        if ledger is None:
            return NOT_NOW
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        self._scene.tell(content)
        transport = server.transport
        address = transport.get_extra_info("sockname")[0] if transport else ""
        url = f"smtp://{self._names.name(address)}/{quote(','.join(envelope.rcpt_tos), safe='@,+')}"
        message = read_message(content, envelope)
        said = self._scene.rules.answer(Asked("SEND", url, {}, content))
        answer = "250 OK" if said is None else ("421 Closing" if said.drop else _reply(said.status))
        ledger.enter(
            CallRecord("SEND", url, body=message, status=int(answer[:3]), answer=answer, at=at, service="E-mail")
        )
        if said is not None and said.delay:
            await asyncio.sleep(min(said.delay, 60))
        if said is not None and said.drop and transport:
            transport.close()
        return answer


def _reply(status: int) -> str:
    """The answer in SMTP's words for a status in HTTP's; 550 to 559 mean in both that it will never be taken."""
    if status < 400:
        return "250 OK"
    return TRY_LATER if status == 429 or 500 <= status < 550 else NOT_NOW


def read_message(content: bytes, envelope: Envelope) -> dict[str, Any]:
    """A message as a receipt shows it; blind copies are who receives it and is not named in it."""
    message = email.message_from_bytes(content, EmailMessage, policy=email.policy.default)
    named = f"{message.get('To', '')},{message.get('Cc', '')}".lower()
    return {
        "from": str(message.get("From", envelope.mail_from or "")),
        "to": str(message.get("To", "")),
        "cc": str(message.get("Cc", "")),
        "bcc": ", ".join(one for one in envelope.rcpt_tos if one.lower() not in named),
        "subject": str(message.get("Subject", "")),
        "text": _body(message, "plain"),
        "html": _body(message, "html"),
        "attachments": [_attachment(part) for part in message.iter_attachments()],
    }


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content())[:LONGEST_BODY].strip() if part else ""


def _attachment(part: Any) -> dict[str, Any]:
    payload = part.get_payload(decode=True)
    return {"name": part.get_filename() or "", "size": len(payload) if isinstance(payload, bytes) else 0}


async def serve_mail(scene: Scene, names: Names, authority: Authority) -> list[asyncio.Server]:
    """Be every mail server; the servers, to keep them alive."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module="aiosmtpd")
    context = authority.context("mail")

    def spoken(secure: bool) -> SMTP:
        return SMTP(
            _Hand(scene, names),
            data_size_limit=LARGEST_MESSAGE,
            enable_SMTPUTF8=True,
            hostname="mail",
            tls_context=None if secure else context,
            authenticator=lambda *_: AuthResult(success=True),
            auth_require_tls=False,
        )

    loop = asyncio.get_running_loop()
    plain = [await loop.create_server(lambda: spoken(secure=False), port=port) for port in PLAIN_PORTS]
    return plain + [
        await loop.create_server(lambda: spoken(secure=True), port=port, ssl=context) for port in SECURE_PORTS
    ]
