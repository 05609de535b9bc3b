"""`Receipt`: one call as what it is to a manager."""

from __future__ import annotations

from typing import Literal as OneOf

from pydantic import Field

from workforce.workflow.spec import Frozen

Kind = OneOf["email", "chat", "row", "record", "file", "payment", "event", "ai", "read", "sign-in", "request"]


class Receipt(Frozen):
    """One call. facts: names and values (From, To; columns); text: what people would read, plain and safe.

    to: whom or what it reaches, one entry each; count: how many e-mails, rows or records it is; request, body: for
    technicians, without secrets.
    """

    kind: Kind
    title: str
    service: str = ""
    step: str = ""
    failed: bool = False
    to: list[str] = Field(default_factory=list)
    count: int = 1
    facts: list[tuple[str, str]] = Field(default_factory=list)
    text: str = ""
    request: str = ""
    body: str = ""
    status: int = 0
