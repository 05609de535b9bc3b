"""An e-mail that arrives starts the worker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import JsonValue

from workforce.workflow.build import group
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import sign_in
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.triggers.put import put_source
from workforce.workflow.spec import Literal, Value

_ATTACHMENTS = re.compile(
    r"\b(attach\w*|anhang|anhange|anlage\w*|adjunt\w*|piece\w* jointe\w*|anexo\w*|pdfs?|invoice as)\b"
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which mails start the worker, as far as the mailbox itself can tell them apart."""

    subject: str
    sender: str
    label: str
    attachments: bool


def mail_trigger(assembly: Assembly, start: Start) -> None:
    """New mail at Gmail, at Outlook, or in any mailbox over IMAP."""
    wanted = _wanted(assembly, start)
    start.tests = [t for t in start.tests if not (wanted.subject and wanted.subject in [str(v) for v in t.values])]
    if wanted.attachments:
        assembly.binary = "attachment_0"
    match start.service:
        case "microsoftoutlook":
            inputs = _outlook(assembly, wanted)
            put_source(
                assembly, "microsoft_outlook_trigger", "New e-mail in Outlook", Source("", start.service), inputs
            )
        case "gmail":
            put_source(assembly, "gmail_trigger", "New e-mail in Gmail", Source("", start.service), _gmail(wanted))
        case _:
            assembly.assume("The mailbox is read over IMAP; Gmail or Outlook can be used instead.")
            put_source(assembly, "email_read_imap", "New e-mail", Source("", "emailreadimap"), _imap(wanted))


def _wanted(assembly: Assembly, start: Start) -> _Wanted:
    def named(*kinds: str) -> str:
        return next((p.content for p in start.pieces if p.names in kinds and p.kind in ("quote", "name")), "")

    sender = next((p.content for p in start.pieces if p.kind == "email"), "")
    attachments = _ATTACHMENTS.search(fold(assembly.request.text)) is not None
    return _Wanted(named("subject"), sender, named("label", "folder", "tag"), attachments)


def _outlook(assembly: Assembly, wanted: _Wanted) -> dict[str, Value]:
    operation = assembly.catalogue.operation("microsoft_outlook_trigger")
    filters: dict[str, JsonValue] = {}
    if wanted.subject:
        filters["custom"] = f"contains(subject,'{wanted.subject}')"
    if wanted.sender:
        filters["sender"] = wanted.sender
    if wanted.attachments and not wanted.subject:
        filters["hasAttachments"] = True
    inputs: dict[str, Value] = {"filters": group(**filters)} if filters else {}
    inputs |= sign_in(assembly, operation) if operation else {}
    if wanted.attachments:
        inputs["options"] = group(downloadAttachments=True, attachmentsPrefix="attachment_")
    return inputs


def _gmail(wanted: _Wanted) -> dict[str, Value]:
    search = [f"label:{wanted.label.lower().replace(' ', '-')}"] if wanted.label else []
    search += [f'subject:"{wanted.subject}"'] if wanted.subject else []
    search += ["has:attachment"] if wanted.attachments else []
    filters = {"q": " ".join(search), "sender": wanted.sender}
    inputs: dict[str, Value] = {"simple": Literal(value=False)}
    if any(filters.values()):
        inputs["filters"] = group(**{name: text for name, text in filters.items() if text})
    if wanted.attachments:
        inputs["options"] = group(downloadAttachments=True, dataPropertyAttachmentsPrefixName="attachment_")
    return inputs


def _imap(wanted: _Wanted) -> dict[str, Value]:
    inputs: dict[str, Value] = {"downloadAttachments": Literal(value=True)} if wanted.attachments else {}
    if wanted.subject:
        inputs["options"] = group(customEmailConfig=f'["UNSEEN", ["SUBJECT", "{wanted.subject}"]]')
    return inputs
