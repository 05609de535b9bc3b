"""Rows: Google Sheets, Excel, Airtable, Notion and Supabase."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of

Row = dict[str, Any]
MOST = 50


def read_rows(seen: Seen) -> Receipt | None:
    """The call as rows written, changed or removed, if it is that."""
    for reader in (_sheets, _excel, _airtable, _notion, _supabase):
        found = reader(seen)
        if found is not None:
            return found
    return None


def written(seen: Seen, verb: str, place: str, rows: list[Row], count: int = 0) -> Receipt:
    """A receipt of rows."""
    number = count or len(rows) or 1
    some = "1 row" if number == 1 else f"{number} rows"
    words = {
        "write": f"Write {some} to {place}",
        "change": f"Change {some} in {place}",
        "delete": f"Delete {some} from {place}",
    }
    return seen.receipt(
        kind="row", verb=verb, noun="row", title=words[verb], place=place, rows=rows[:MOST], count=number, effect=True
    )


def named(values: list[Any], header: list[str]) -> Row:
    """A list of cells as column → value."""
    return {
        (header[n] if n < len(header) and header[n] else f"Column {n + 1}"): value for n, value in enumerate(values)
    }


def sheet_of(where: str) -> tuple[str, int | None]:
    """`Leads!4:4` → ("Leads", 4)."""
    title, _, cells = where.partition("!")
    first = re.search(r"\d+", cells)
    return title.strip("'") or "the sheet", int(first[0]) if first else None


def _sheets(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"sheets\.googleapis\.com",
        r"/v4/spreadsheets/(?P<id>[^/:]+)(?:/values/?(?P<range>[^:]*(?:![^/]*?)?))?(?P<verb>:\w+)?",
        "POST PUT",
    )
    if match is None:
        return None
    document, verb = match["id"], match["verb"] or ""
    if "/values" not in seen.path:
        return _sheet_changes(seen)
    if verb == ":clear":
        return written(seen, "delete", sheet_of(match["range"] or "")[0], [], 1)
    if verb.startswith(":batch") and "data" in seen.fields:
        return _batch(seen, document)
    title, first = sheet_of(match["range"] or text_of(seen.fields.get("range")))
    header = seen.headers.get(f"{document}/{title}", [])
    values = [row for row in seen.fields.get("values") or [] if isinstance(row, list)]
    fresh = verb == ":append" or seen.method == "PUT"
    if first == 1 and seen.method == "PUT":
        return seen.receipt(
            kind="record",
            verb="change",
            noun="heading",
            title=f"Set the headings of {title}",
            place=title,
            rows=[named(row, []) for row in values],
            effect=True,
        )
    return written(seen, "write" if fresh else "change", title, [named(row, header) for row in values])


def _batch(seen: Seen, document: str) -> Receipt:
    """Cells changed one by one: together they are the rows they lie in."""
    rows: dict[tuple[str, int], Row] = {}
    for part in seen.fields.get("data") or []:
        title, first = sheet_of(text_of(part.get("range")))
        header = seen.headers.get(f"{document}/{title}", [])
        letters = re.search(r"!([A-Z]+)\d", text_of(part.get("range")))
        left = _column(letters[1]) if letters else 0
        for offset, values in enumerate(part.get("values") or []):
            row = rows.setdefault((title, (first or 1) + offset), {})
            for number, value in enumerate(values if isinstance(values, list) else [values]):
                name = header[left + number] if left + number < len(header) else f"Column {left + number + 1}"
                row[name] = value
    title = next(iter(rows), ("the sheet", 0))[0]
    return written(seen, "change", title, list(rows.values()))


def _sheet_changes(seen: Seen) -> Receipt | None:
    requests = seen.fields.get("requests") or []
    kinds = {name for request in requests if isinstance(request, dict) for name in request}
    if kinds <= {"appendDimension"}:  # room made for rows that follow
        return seen.receipt(kind="request", verb="call", noun="space", title="Make room for new rows", effect=False)
    for kind, title in (("addSheet", "Add a sheet"), ("deleteSheet", "Remove a sheet")):
        if kind in kinds:
            return seen.receipt(
                kind="record", verb="create" if kind == "addSheet" else "delete", noun="sheet", title=title, effect=True
            )
    if "deleteDimension" in kinds:
        span = next(r["deleteDimension"].get("range") or {} for r in requests if "deleteDimension" in r)
        return written(
            seen, "delete", "the sheet", [], max(1, int(span.get("endIndex", 1)) - int(span.get("startIndex", 0)))
        )
    return None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _excel(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"graph\.microsoft\.(?:com|us)", r".*/workbook/worksheets/(?P<sheet>[^/]+)/(?P<rest>.+)", "POST PATCH"
    )
    if match is None or not isinstance(seen.fields.get("values"), list):
        return None
    rows = [named(row, []) for row in seen.fields["values"] if isinstance(row, list)]
    return written(
        seen,
        "write" if "rows/add" in match["rest"] or seen.method == "PATCH" else "change",
        f"sheet {match['sheet']}",
        rows,
    )


def _airtable(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"api\.airtable\.com", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)(?:/[^/]+)?", "POST PATCH PUT DELETE"
    )
    if match is None:
        return None
    given = seen.fields.get("records") or ([seen.fields] if seen.fields else [])
    rows = [one.get("fields") or {} for one in given if isinstance(one, dict)]
    verb = {"POST": "write", "DELETE": "delete"}.get(seen.method, "change")
    return written(seen, verb, f"table {match['table']}", rows)


def _notion(seen: Seen) -> Receipt | None:
    match = seen.at(r"api\.notion\.com", r"/v1/(?P<what>pages|blocks/[^/]+/children)(?:/[^/]+)?", "POST PATCH")
    if match is None:
        return None
    if match["what"].startswith("blocks"):
        text = "\n".join(_rich(one) for one in seen.fields.get("children") or ())
        return seen.receipt(
            kind="record", verb="change", noun="page", title="Add text to a Notion page", text=text, effect=True
        )
    row = {name: _notion_value(value) for name, value in (seen.fields.get("properties") or {}).items()}
    parent = seen.fields.get("parent") or {}
    if seen.method == "POST" and not ({"database_id", "data_source_id"} & set(parent)):
        return seen.receipt(
            kind="record", verb="create", noun="page", title="Create a Notion page", rows=[row], effect=True
        )
    return written(seen, "write" if seen.method == "POST" else "change", "a Notion database", [row])


def _notion_value(value: Any) -> Any:
    if isinstance(value, list):
        return "".join(_rich(one) for one in value)
    if not isinstance(value, dict):
        return value
    kind = str(value.get("type") or next((name for name in value if name != "id"), ""))
    inner = value.get(kind)
    if isinstance(inner, list):
        return ", ".join(
            filter(None, (_rich(one) or text_of(one.get("name")) for one in inner if isinstance(one, dict)))
        )
    if isinstance(inner, dict):
        return inner.get("name") or inner.get("start") or text_of(inner)
    return inner


def _rich(value: Any) -> str:
    if isinstance(value, list):
        return "".join(map(_rich, value))
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("text"), dict):
        return text_of(value["text"].get("content"))
    return "".join(
        _rich(inner.get("rich_text") or inner.get("text")) for inner in value.values() if isinstance(inner, dict)
    )


def _supabase(seen: Seen) -> Receipt | None:
    match = seen.at(r".+", r"/rest/v1/(?P<table>[^/]+)", "POST PATCH DELETE")
    if match is None:
        return None
    given = seen.body if isinstance(seen.body, list) else [seen.fields]
    verb = {"POST": "write", "DELETE": "delete"}.get(seen.method, "change")
    return written(seen, verb, f"table {match['table']}", [row for row in given if isinstance(row, dict) and row])
