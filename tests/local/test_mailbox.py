"""The demo mailbox keeps what is sent with the right password, and nothing else."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from workforce.local.kept import free_port
from workforce.local.mailbox import USER, Mailbox, mails


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A mailbox that listens there and keeps into `tmp_path`."""
    port = free_port(12600, set())
    mailbox = Mailbox(tmp_path, port, "open sesame")
    mailbox.start()
    yield port
    mailbox.stop()


def letter() -> EmailMessage:
    """A message with umlauts."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "worker@demo.local", "ada@demo.local", "Umsätze der Woche"
    message.set_content("Nord: 12 €\n")
    message.add_alternative("<p>Nord: 12 €</p>", subtype="html")
    return message


def test_a_message_is_kept(port: int, tmp_path: Path) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.login(USER, "open sesame")
        client.send_message(letter())
    (mail,) = mails(tmp_path)
    assert (mail.number, mail.sent_to, mail.subject) == (1, "ada@demo.local", "Umsätze der Woche")
    assert mail.text.strip() == "Nord: 12 €"


def test_a_stranger_leaves_nothing(port: int, tmp_path: Path) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(USER, "guess")
        with pytest.raises(smtplib.SMTPSenderRefused):
            client.send_message(letter())
    assert mails(tmp_path) == []
