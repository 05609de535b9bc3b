"""Google Sheets: spreadsheets whose rows can be appended, changed and read back."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import kind_of, value_named
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

sheets = Service("Google Sheets", r"sheets\.googleapis\.com")
ROWS = 5
_A1 = re.compile(r"^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$")


@sheets.on("POST", r"/v4/spreadsheets")
def create_document(visit: Visit) -> Any:
    """A new spreadsheet, with the sheets that were asked for."""
    ident = visit.new_id(44)
    titles = [s["properties"].get("title", "Sheet1") for s in visit.fields.get("sheets") or [{"properties": {}}]]
    for number, title in enumerate(titles):
        _tabs(visit, ident).append({"sheetId": number, "title": title, "rows": []})
    return _document(visit, ident, visit.fields.get("properties") or {})


@sheets.on("GET", r"/v4/spreadsheets/(?P<id>[^/:]+)")
def document(visit: Visit) -> Any:
    """A spreadsheet and its sheets."""
    return _document(visit, visit.found["id"], {"title": "Spreadsheet"})


@sheets.on("GET", r"/v4/spreadsheets/(?P<id>[^/:]+)/values/(?P<range>[^/]+)")
def values(visit: Visit) -> Any:
    """The cells of a range."""
    return {"range": visit.found["range"], "majorDimension": "ROWS", "values": _cut(visit, visit.found["range"])}


@sheets.on("GET", r"/v4/spreadsheets/(?P<id>[^/:]+)/values:batchGet")
def several_values(visit: Visit) -> Any:
    """The cells of one range, in the form of several."""
    wanted = visit.query.get("ranges", "A:Z")
    return {"spreadsheetId": visit.found["id"], "valueRanges": [{"range": wanted, "values": _cut(visit, wanted)}]}


@sheets.on("POST", r"/v4/spreadsheets/(?P<id>[^/:]+)/values/(?P<range>[^/]+):append")
def append(visit: Visit) -> Any:
    """Rows at the end."""
    rows = _rows(visit, visit.found["range"])
    given = visit.fields.get("values") or []
    rows.extend(list(row) for row in given)
    return {"spreadsheetId": visit.found["id"], "updates": _updates(visit, len(given), visit.found["range"])}


@sheets.on("PUT", r"/v4/spreadsheets/(?P<id>[^/:]+)/values/(?P<range>[^/]+)")
def write(visit: Visit) -> Any:
    """Cells at a place."""
    _write(visit, visit.found["range"], visit.fields.get("values") or [])
    return _updates(visit, len(visit.fields.get("values") or []), visit.found["range"])


@sheets.on("POST", r"/v4/spreadsheets/(?P<id>[^/:]+)/values:batchUpdate")
def write_several(visit: Visit) -> Any:
    """Cells at several places."""
    data = visit.fields.get("data") or []
    for part in data:
        _write(visit, part["range"], part.get("values") or [])
    return {"spreadsheetId": visit.found["id"], "totalUpdatedRows": len(data), "responses": []}


@sheets.on("POST", r"/v4/spreadsheets/(?P<id>[^/:]+)/values/(?P<range>[^/]+):clear")
def clear(visit: Visit) -> Any:
    """Empty a range; the whole sheet's rows when no cells are named."""
    rows, cells = _rows(visit, visit.found["range"]), _cells(visit.found["range"])
    start = int(cells[1]) if cells and cells[1] else 1
    del rows[start - 1 :]
    return {"spreadsheetId": visit.found["id"], "clearedRange": visit.found["range"]}


@sheets.on("POST", r"/v4/spreadsheets/(?P<id>[^/:]+):batchUpdate")
def change(visit: Visit) -> Any:
    """Sheets added and removed, rows deleted."""
    replies: list[Any] = []
    tabs = _tabs(visit, visit.found["id"])
    for request in visit.fields.get("requests") or []:
        if "addSheet" in request:
            number, given = visit.new_number(), request["addSheet"].get("properties") or {}
            tabs.append({"sheetId": number, "title": given.get("title", f"Sheet{number}"), "rows": []})
            replies.append({"addSheet": {"properties": _properties(tabs[-1], len(tabs) - 1)}})
        elif "deleteSheet" in request:
            tabs[:] = [tab for tab in tabs if tab["sheetId"] != request["deleteSheet"].get("sheetId")]
            replies.append({})
        elif "deleteDimension" in request:
            _remove_rows(tabs, request["deleteDimension"]["range"])
            replies.append({})
        else:
            replies.append({})
    return {"spreadsheetId": visit.found["id"], "replies": replies}


def _remove_rows(tabs: list[dict[str, Any]], where: dict[str, Any]) -> None:
    tab = next((tab for tab in tabs if tab["sheetId"] == where.get("sheetId")), None)
    if tab is not None and where.get("dimension") == "ROWS":
        del tab["rows"][where.get("startIndex", 0) : where.get("endIndex", 0)]


def _document(visit: Visit, ident: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "spreadsheetId": ident,
        "properties": {"locale": "en_US", "timeZone": "Etc/UTC", **properties},
        "sheets": [{"properties": _properties(tab, n)} for n, tab in enumerate(_tabs(visit, ident))],
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{ident}/edit",
    }


def _properties(tab: dict[str, Any], index: int) -> dict[str, Any]:
    grid = {"rowCount": max(1000, len(tab["rows"])), "columnCount": 26}
    return {
        "sheetId": tab["sheetId"],
        "title": tab["title"],
        "index": index,
        "sheetType": "GRID",
        "gridProperties": grid,
    }


def _tabs(visit: Visit, ident: str) -> list[dict[str, Any]]:
    made = ident in {record["id"] for record in visit.memory.collection("sheets/new", list)}
    return visit.memory.collection(f"sheets/{ident}", lambda: [] if made else _first_tabs(visit, ident))


def _first_tabs(visit: Visit, ident: str) -> list[dict[str, Any]]:
    tabs = [
        {"sheetId": hint.number, "title": hint.title, "rows": _first_rows(visit, hint.title, hint.columns)}
        for hint in visit.hints.sheets_of(ident)
    ]
    if not any(tab["sheetId"] == 0 for tab in tabs):
        title = "Sheet1" if all(tab["title"] != "Sheet1" for tab in tabs) else "Sheet2"
        tabs.append({"sheetId": 0, "title": title, "rows": _first_rows(visit, title, [])})
    return tabs


def _first_rows(visit: Visit, title: str, columns: list[str]) -> list[list[Any]]:
    kind = kind_of(title)
    names = columns + [name for name in visit.dressing.columns(() if columns else kind.fields) if name not in columns]
    if not columns and not visit.dressing.fields:
        names = [name.replace("_", " ").capitalize() for name in names]
    table: list[list[Any]] = [[name for name in names if name not in visit.dressing.missing]]
    for number in range(0 if visit.empty else ROWS):
        record = visit.dressing.dressed({n: value_named(n, number, visit.cast, kind) for n in table[0]}, number, kind)
        table.append([record.get(name, "") for name in table[0]])
    return table


def _tab(visit: Visit, where: str) -> dict[str, Any]:
    tabs = _tabs(visit, visit.found["id"])
    title = where.rsplit("!", 1)[0].strip("'") if "!" in where or not _A1.match(where) else ""
    tab = next((tab for tab in tabs if tab["title"] == title), None)
    if tab is None and not title and tabs:
        return tabs[0]
    if tab is None:
        tab = {"sheetId": visit.new_number(), "title": title, "rows": _first_rows(visit, title, [])}
        tabs.append(tab)
    return tab


def _rows(visit: Visit, where: str) -> list[list[Any]]:
    rows: list[list[Any]] = _tab(visit, where)["rows"]
    return rows


def _cells(where: str) -> tuple[str, str, str, str] | None:
    match = _A1.match(where.rsplit("!", 1)[1] if "!" in where else where)
    return (match[1] or "", match[2] or "", match[3] or "", match[4] or "") if match else None


def _cut(visit: Visit, where: str) -> list[list[Any]]:
    rows, cells = _rows(visit, where), _cells(where)
    if cells is None:
        return rows
    left, top, right, bottom = cells
    first, last = int(top or 1), int(bottom or len(rows) or 1)
    columns = slice(_column(left) if left else 0, _column(right) + 1 if right else None)
    return [row[columns] for row in rows[first - 1 : last]]


def _write(visit: Visit, where: str, given: list[list[Any]]) -> None:
    rows, cells = _rows(visit, where), _cells(where) or ("", "1", "", "")
    top, left = int(cells[1] or 1) - 1, _column(cells[0]) if cells[0] else 0
    for number, row in enumerate(given):
        while len(rows) <= top + number:
            rows.append([])
        target = rows[top + number]
        target.extend([""] * (left + len(row) - len(target)))
        for offset, value in enumerate(row):
            if value is not None:
                target[left + offset] = value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _updates(visit: Visit, rows: int, where: str) -> dict[str, Any]:
    return {"spreadsheetId": visit.found["id"], "updatedRange": where, "updatedRows": rows, "updatedCells": rows}
