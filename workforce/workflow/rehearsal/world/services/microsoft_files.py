"""Microsoft OneDrive and Excel: files, and workbooks whose rows are kept."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer
from workforce.workflow.rehearsal.world.files import bytes_of
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.microsoft_mail import HOST
from workforce.workflow.rehearsal.world.visit import Visit

excel = Service("Microsoft Excel", HOST, r".*/workbook(?:/|$)")
onedrive = Service(
    "Microsoft OneDrive", HOST, r"/(?:v1\.0|beta)/(?:(?:me|users/[^/]+|sites/[^/]+|groups/[^/]+)/)?drives?(?:/|$)"
)
SHEET = r".*/workbook/worksheets/(?P<sheet>[^/]+)"
TABLE = rf"{SHEET}/tables/(?P<table>[^/]+)"
ROWS = 4


def file(cast: Cast, number: int) -> Record:
    """A file or workbook."""
    ident = f"01{cast.id('onedrive', number, 30).upper()}"
    return {
        "id": ident,
        "name": f"{('Report', 'Orders', 'Contract')[number % 3]}-{number + 1}.{('xlsx', 'xlsx', 'pdf')[number % 3]}",
        "size": 1024,
        "file": {"mimeType": "application/pdf"},
        "createdDateTime": iso(cast.past(number)),
        "lastModifiedDateTime": iso(cast.past(number)),
        "webUrl": f"https://example-my.sharepoint.com/{ident}",
        "parentReference": {"driveId": "b!1", "id": "root", "path": "/drive/root:"},
        "@microsoft.graph.downloadUrl": f"https://example-my.sharepoint.com/download/{ident}.pdf",
    }


def _rows(visit: Visit) -> list[list[Any]]:
    """The sheet's or table's rows, names first."""
    sheet = visit.found["sheet"]
    key = f"excel/{sheet}/{visit.found.get('table', '')}"
    return visit.memory.collection(key, lambda: _first(visit, sheet))  # type: ignore[return-value, arg-type]


def _first(visit: Visit, sheet: str) -> list[list[Any]]:
    hint = next((hint for hint in visit.hints.sheets if hint.title == sheet or str(hint.number) == sheet), None)
    kind = kind_of(sheet if hint is None else hint.title)
    names = [*(hint.columns if hint else ())]
    names += [name for name in visit.dressing.columns(() if names else kind.fields) if name not in names]
    rows = [
        visit.dressing.dressed({n: value_named(n, r, visit.cast, kind) for n in names}, r, kind)
        for r in range(0 if visit.empty else ROWS)
    ]
    return [names, *([row.get(name, "") for name in names] for row in rows)]


def _address(rows: list[list[Any]]) -> str:
    width = max((len(row) for row in rows), default=1)
    letters = chr(64 + width) if width <= 26 else "Z"
    return f"Sheet1!A1:{letters}{max(len(rows), 1)}"


def _range(rows: list[list[Any]]) -> Record:
    return {
        "address": _address(rows),
        "addressLocal": _address(rows),
        "values": rows,
        "text": rows,
        "formulas": rows,
        "rowCount": len(rows),
        "columnCount": len(rows[0]) if rows else 0,
    }


@excel.on("GET", r".*/workbook/worksheets")
def sheets(visit: Visit) -> Any:
    """The sheets of a workbook."""
    return {
        "value": [
            {"id": "{00000000-0001-0000-0000-000000000000}", "name": "Sheet1", "position": 0, "visibility": "Visible"}
        ]
    }


@excel.on("POST", r".*/workbook/worksheets/add")
def add_sheet(visit: Visit) -> Any:
    """A new sheet."""
    return json_answer(
        {
            "id": f"{{{visit.cast.uuid('sheet', visit.memory.next())}}}",
            "position": 1,
            "visibility": "Visible",
            "name": "Sheet2",
            **visit.fields,
        },
        201,
    )


@excel.on("POST", r".*/workbook/(?:createSession|closeSession|refreshSession)")
def session(visit: Visit) -> Any:
    """A session for several changes."""
    return {"id": "session", "persistChanges": True}


@excel.on("GET", rf"{SHEET}/usedRange")
def used(visit: Visit) -> Any:
    """All that is in a sheet."""
    return _range(_rows(visit))


@excel.on("GET", rf"{SHEET}/range\(address='(?P<cells>[^']*)'\)")
def cells(visit: Visit) -> Any:
    """Some cells; the named rows of all columns."""
    found = re.findall(r"\d+", visit.found["cells"])
    rows = _rows(visit)
    first, last = (int(found[0]), int(found[-1])) if found else (1, len(rows))
    return _range(rows[first - 1 : last])


@excel.on("PATCH", rf"{SHEET}/range\(address='(?P<cells>[^']*)'\)")
def write(visit: Visit) -> Any:
    """Cells written."""
    rows, given = _rows(visit), visit.fields.get("values") or []
    found = re.findall(r"\d+", visit.found["cells"])
    top = int(found[0]) - 1 if found else 0
    rows.extend([] for _ in range(top + len(given) - len(rows)))
    rows[top : top + len(given)] = [list(row) for row in given]
    return {**_range(given), "address": f"Sheet1!{visit.found['cells']}"}


@excel.on("POST", rf"{SHEET}/range(?:\(address='[^']*'\))?/clear")
def clear(visit: Visit) -> Any:
    """Cells emptied."""
    return Answer(204)


@excel.on("GET", rf"{SHEET}/tables")
def tables(visit: Visit) -> Any:
    """The tables of a sheet."""
    return {"value": [{"id": "{1}", "name": "Table1", "showHeaders": True}]}


@excel.on("POST", rf"{SHEET}/tables/add")
def add_table(visit: Visit) -> Any:
    """A new table."""
    return json_answer({"id": "{2}", "name": "Table2", "showHeaders": True}, 201)


@excel.on("GET", rf"{TABLE}/columns")
def columns(visit: Visit) -> Any:
    """A table's columns with their values."""
    rows = [] if int(visit.query.get("$skip") or 0) else _rows(visit)
    names = rows[0] if rows else []
    return {
        "value": [
            {"id": str(n + 1), "name": name, "index": n, "values": [[row[n]] for row in rows]}
            for n, name in enumerate(names)
        ]
    }


@excel.on("GET", rf"{TABLE}/rows")
def rows(visit: Visit) -> Any:
    """A table's rows."""
    found = [] if int(visit.query.get("$skip") or 0) else _rows(visit)[1:]
    return {"value": [{"index": n, "values": [row]} for n, row in enumerate(found)]}


@excel.on("GET", rf"{TABLE}/range")
def table_range(visit: Visit) -> Any:
    """A table's cells."""
    return _range(_rows(visit))


@excel.on("POST", rf"{TABLE}/rows/add")
def add_rows(visit: Visit) -> Any:
    """Rows at the end of a table."""
    given = visit.fields.get("values") or []
    _rows(visit).extend(list(row) for row in given)
    return json_answer({"index": len(_rows(visit)) - 2, "values": given}, 201)


@excel.on("DELETE", r".*/workbook/.+")
def remove(visit: Visit) -> Any:
    """A sheet or table removed."""
    return Answer(204)


@onedrive.on("GET", r".*/search\(q='(?P<words>[^']*)'\)")
@onedrive.on("GET", r".*/(?:items/(?P<id>[^/]+)|root)(?::[^:]*:)?/(?:children|delta)")
def children(visit: Visit) -> Any:
    """Files of a folder, or found by words."""
    return {"value": visit.all("files", file)}


@onedrive.on("GET", r".*/items/(?P<id>[^/]+)/content")
def content(visit: Visit) -> Any:
    """A file's bytes."""
    record = visit.one("files", visit.found["id"], file)
    return bytes_answer(bytes_of(str(record["name"]).rsplit(".", 1)[-1], visit), record["file"]["mimeType"])


@onedrive.on("PUT", r".*/items/(?P<parent>[^/]+):/(?P<name>[^/:]+):/content")
def upload(visit: Visit) -> Any:
    """A new file."""
    made = {
        **file(visit.cast, 0),
        "id": f"01{visit.new_id(30).upper()}",
        "name": visit.found["name"],
        "size": len(visit.asked.body),
    }
    return json_answer(visit.create("files", made, file), 201)


@onedrive.on("POST", r".*/(?:items/[^/]+|root)/children")
def folder(visit: Visit) -> Any:
    """A new folder."""
    made = {**file(visit.cast, 0), "id": f"01{visit.new_id(30).upper()}", **visit.fields}
    return json_answer(visit.create("files", made, file), 201)


@onedrive.on("POST", r".*/items/(?P<id>[^/]+)/(?P<how>createLink|copy|invite)")
def share(visit: Visit) -> Any:
    """A link to a file, or a copy."""
    if visit.found["how"] == "copy":
        return Answer(
            202, {"location": "https://graph.microsoft.com/v1.0/monitor/1", "content-type": "application/json"}, b"{}"
        )
    return json_answer(
        {
            "id": visit.new_id(),
            "roles": ["read"],
            "link": {"type": "view", "scope": "anonymous", "webUrl": "https://1drv.ms/x/1"},
        },
        201,
    )


@onedrive.on("GET", r".*/items/(?P<id>[^/]+)")
def get(visit: Visit) -> Any:
    """A file's description."""
    return visit.one("files", visit.found["id"], file)


@onedrive.on("PATCH", r".*/items/(?P<id>[^/]+)")
def rename(visit: Visit) -> Any:
    """A file renamed or moved."""
    return visit.update("files", visit.found["id"], visit.fields, file)


@onedrive.on("DELETE", r".*/items/(?P<id>[^/]+)")
def delete(visit: Visit) -> Any:
    """A file removed."""
    visit.delete("files", visit.found["id"], file)
    return Answer(204)


@onedrive.on("GET", r".*/drives?(?:/[^/]+)?")
def drive(visit: Visit) -> Any:
    """The drive itself."""
    return {"id": "b!1", "driveType": "business", "name": "OneDrive"}
