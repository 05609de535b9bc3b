"""`receipt`: what a call is. Never raises: what cannot be read is a plain request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.chats import read_chat
from workforce.workflow.rehearsal.receipts.mails import read_mail
from workforce.workflow.rehearsal.receipts.questions import read_question
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.records import read_rest, read_sign_in
from workforce.workflow.rehearsal.receipts.rows import read_rows
from workforce.workflow.rehearsal.receipts.seen import Seen
from workforce.workflow.rehearsal.receipts.statements import read_statement

READERS = (read_sign_in, read_mail, read_chat, read_question, read_rows, read_statement)


def receipts(calls: Iterable[Call]) -> list[Receipt]:
    """The receipts of a performance's calls, in order; what was read before tells the names of a sheet's columns."""
    headers: dict[str, list[str]] = {}
    found: list[Receipt] = []
    for call in calls:
        headers |= _headers(call)
        found.append(receipt(call, headers))
    return found


def receipt(call: Call, headers: Mapping[str, list[str]] | None = None) -> Receipt:
    """What a call is. headers: names of sheets' columns, by `spreadsheet/sheet`."""
    seen = Seen(call, headers)
    try:
        for reader in READERS:
            found = reader(seen)
            if found is not None:
                return found
        return read_rest(seen)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return seen.receipt(title=f"{seen.method} {seen.host}{seen.path}", effect=seen.method not in ("GET", "HEAD"))


def _headers(call: Call) -> dict[str, list[str]]:
    """The first row of a sheet, where a call read it."""
    match = re.search(r"sheets\.googleapis\.com/v4/spreadsheets/([^/]+)/values/([^?:]+)", call.url)
    answer: Any = call.answer
    values = answer.get("values") if isinstance(answer, dict) else None
    if match is None or call.method.upper() != "GET" or not values or not isinstance(values[0], list):
        return {}
    where = unquote(match[2])
    title, _, cells = where.partition("!")
    first = re.search(r"\d+", cells)
    starts_on_top = first is None or first[0] == "1"
    return {f"{match[1]}/{title.strip(chr(39))}": [str(cell) for cell in values[0]]} if starts_on_top else {}
