"""`Receipt`: one call as people read it."""

from __future__ import annotations

import json
from typing import Any
from typing import Literal as OneOf

from pydantic import Field

from workforce.workflow.spec import Frozen

Kind = OneOf["email", "chat", "row", "record", "event", "file", "payment", "ai", "read", "sign-in", "request"]
Verb = OneOf["send", "draft", "post", "write", "create", "change", "delete", "ask", "read", "sign in", "call"]

MOST, LONGEST = 40, 600


class Receipt(Frozen):
    """What a call is. title: one line for people; to: addresses, numbers or channels; place: the sheet, table or board.

    html is safe to show: no scripts, no styles, nothing loaded from elsewhere. rows: column → value; count: how many
    things it is about; effect: whether it changes something outside; failed: the service did not take it. What follows
    `status` is for technicians; secrets are masked everywhere.
    """

    kind: Kind = "request"
    verb: Verb = "call"
    service: str = ""
    title: str = ""
    noun: str = ""
    sender: str = ""
    to: list[str] = Field(default_factory=list)
    cc: list[str] = Field(default_factory=list)
    bcc: list[str] = Field(default_factory=list)
    subject: str = ""
    text: str = ""
    html: str = ""
    attachments: list[str] = Field(default_factory=list)
    place: str = ""
    rows: list[dict[str, Any]] = Field(default_factory=list)
    model: str = ""
    reply: str = ""
    count: int = 1
    effect: bool = False
    failed: bool = False
    refused: bool = False
    step: str = ""
    at: float = 0
    status: int = 0
    method: str = ""
    url: str = ""
    headers: dict[str, str] = Field(default_factory=dict)
    body: str = ""
    answer: str = ""

    @property
    def request(self) -> str:
        """The call in one line."""
        return f"{self.method} {self.url}"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Names and values to show beside the text: who it goes to, or what is in the row."""
        people = [
            ("From", [self.sender]),
            ("To", self.to),
            ("Cc", self.cc),
            ("Bcc", self.bcc),
            ("Subject", [self.subject]),
        ]
        lines = people if self.kind == "email" else [("To", self.to)] if self.kind == "chat" else []
        lines = [*lines, ("Attached", self.attachments), ("Model", [self.model]), ("Answer", [self.reply])]
        shown = [(name, ", ".join(values)) for name, values in lines if any(values)]
        for number, row in enumerate(self.rows, 1):
            prefix = f"{number}. " if len(self.rows) > 1 else ""
            shown += [
                (f"{prefix}{name}", _text(value)) for name, value in row.items() if value not in (None, "", [], {})
            ]
        return [(name, value[:LONGEST]) for name, value in shown[:MOST]]

    @property
    def happens(self) -> bool:
        """Whether, on the real service, something would have changed."""
        return self.effect and not self.failed and not self.refused


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
