"""The demo mailbox: an SMTP server on this machine that keeps every message as a file and sends nothing on."""

from __future__ import annotations

import email
import email.policy
import hmac
import logging
import time
import warnings
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

USER = "demo"


class _Keep:
    """Writes what arrives into a folder, one .eml a message, named so that they sort by time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        part = self.folder / f"{time.time_ns()}.part"
        part.write_bytes(f"X-Sent-To: {', '.join(envelope.rcpt_tos)}\r\n".encode() + content)
        part.rename(part.with_suffix(".eml"))
        return "250 Kept"


class Mailbox:
    """The server; `start` returns once it listens."""

    def __init__(self, folder: Path, port: int, password: str) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._password = password
        self._controller = Controller(
            _Keep(folder),
            hostname="127.0.0.1",
            port=port,
            authenticator=self._authenticate,
            auth_required=True,
            auth_require_tls=False,  # it listens on this machine only
        )

    def _authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        fits = isinstance(data, LoginPassword) and hmac.compare_digest(data.password, self._password.encode())
        return AuthResult(success=fits, handled=False)  # the server answers

    def start(self) -> None:
        """Listen, in a thread."""
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        # it warns of passwords without TLS at every connection; here they never leave this machine
        warnings.filterwarnings("ignore", message="Requiring AUTH while not requiring TLS")
        self._controller.start()

    def stop(self) -> None:
        """Close the door."""
        self._controller.stop()


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. number: 1 is the oldest; text: its body, HTML as it is when there is no plain text."""

    number: int
    sent_to: str
    sender: str
    subject: str
    date: str
    text: str
    path: str


def mails(folder: Path) -> list[Mail]:
    """Everything in the mailbox, oldest first."""
    return [_read(number, path) for number, path in enumerate(sorted(folder.glob("*.eml")), start=1)]


def _read(number: int, path: Path) -> Mail:
    message = email.message_from_bytes(path.read_bytes(), EmailMessage, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    text = str(body.get_content()) if body else ""
    sent_to, sender, subject, date = (str(message.get(name, "")) for name in ("X-Sent-To", "From", "Subject", "Date"))
    return Mail(number, sent_to, sender, subject, date, text, str(path))
