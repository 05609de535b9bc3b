"""Rows in tables: sheets, databases, Airtable, Notion."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.plain import facts_of, shown
from workforce.workflow.rehearsal.receipts.receipt import Receipt

Json = dict[str, Any]
Reader = Callable[[Call, Json, str], Receipt | None]
STATEMENT = re.compile(
    r"^\s*(?:with\b.*?\)\s*)?(select|insert|update|delete|create|drop|alter|truncate|call)\b", re.I | re.S
)
TABLE = re.compile(r'\b(?:into|update|from|table)\s+("?[\w$]+"?(?:\s*\.\s*"?[\w$]+"?)*)', re.I)
COLUMNS = re.compile(r"into\s+\S+\s*\(([^)]*)\)", re.I)
WORDS = {
    "insert": "Write",
    "update": "Change",
    "delete": "Delete",
    "create": "Create",
    "drop": "Drop",
    "alter": "Alter",
}


def row_receipt(call: Call, body: Json, service: str) -> Receipt | None:
    """The rows that this call writes or reads, None when it is about no rows."""
    for pattern, read in READERS:
        if re.search(pattern, call.url):
            return read(call, body, service)
    return None


def _sql(call: Call, body: Json, service: str) -> Receipt | None:
    sql = str(body.get("sql") or body.get("query") or "")
    verb = match[1].lower() if (match := STATEMENT.match(sql)) else ""
    table = found[1].replace('"', "").replace(" ", "") if (found := TABLE.search(sql)) else ""
    if verb in ("", "select"):
        return Receipt(kind="read", title=f"Read {table or 'rows'} from {service}", text=shown(sql), to=[service])
    names = [name.strip(' "') for name in columns[1].split(",")] if (columns := COLUMNS.search(sql)) else []
    given = body.get("parameters")
    values: list[Any] = given if isinstance(given, list) else []
    facts = [(name, shown(value, 300)) for name, value in zip(names, values, strict=False)]
    rows = max(1, len(values) // len(names)) if names and values else 1
    title = f"{WORDS.get(verb, verb.capitalize())} {'a row' if rows == 1 else f'{rows} rows'} in {table or 'a table'}"
    return Receipt(kind="row", title=title, to=[table] if table else [], count=rows, facts=facts, text=shown(sql))


def _sheet(call: Call, body: Json, service: str) -> Receipt | None:
    if call.method == "GET":
        return None
    blocks = body.get("data") if isinstance(body.get("data"), list) else [body]
    rows = [row for block in blocks or [] if isinstance(block, dict) for row in block.get("values") or []]
    if not rows:
        return None
    verb = "Write" if "append" in call.url else "Change"
    title = f"{verb} {'a row' if len(rows) == 1 else f'{len(rows)} rows'} in {service}"
    facts = [
        (f"Row {number + 1}" if len(rows) > 1 else "Row", " | ".join(map(str, row)))
        for number, row in enumerate(rows[:10])
    ]
    return Receipt(kind="row", title=title, count=len(rows), to=[service], facts=[(n, shown(v, 300)) for n, v in facts])


def _airtable(call: Call, body: Json, service: str) -> Receipt | None:
    if call.method not in ("POST", "PATCH", "PUT"):
        return None
    records = body.get("records") if isinstance(body.get("records"), list) else [body]
    verb = "Write" if call.method == "POST" else "Change"
    many = "a row" if len(records or []) == 1 else f"{len(records or [])} rows"
    first = (records or [{}])[0]
    facts = facts_of(first.get("fields") if isinstance(first, dict) else {})
    return Receipt(kind="row", title=f"{verb} {many} in {service}", count=len(records or []), to=[service], facts=facts)


def _notion(call: Call, body: Json, service: str) -> Receipt | None:
    if call.method not in ("POST", "PATCH") or "/query" in call.url or "/search" in call.url:
        return None
    properties = body.get("properties")
    facts = [(name, _notion_text(value)) for name, value in properties.items()] if isinstance(properties, dict) else []
    verb = "Write a page" if call.method == "POST" and "/pages" in call.url else "Change a page"
    return Receipt(kind="row", title=f"{verb} in {service}", to=[service], facts=[(n, shown(v, 300)) for n, v in facts])


def _notion_text(value: Any) -> str:
    """The words of a property, without its wrapping."""
    if isinstance(value, dict):
        for key in ("content", "name", "start", "email", "number", "url", "phone_number", "checkbox"):
            if key in value and not isinstance(value[key], dict | list):
                return str(value[key])
        return " ".join(filter(None, map(_notion_text, value.values())))
    return " ".join(filter(None, map(_notion_text, value))) if isinstance(value, list) else ""


READERS: tuple[tuple[str, Reader], ...] = (
    (
        r"^(postgres|mysql)\w*://|^http://(mysql|microsoftsql|oracledatabase|snowflake|questdb|cratedb|timescaledb)\.simulated",
        _sql,
    ),
    (r"sheets\.googleapis\.com/.*values", _sheet),
    (r"api\.airtable\.com/v0/", _airtable),
    (r"api\.notion\.com/v1/(pages|blocks)", _notion),
)
