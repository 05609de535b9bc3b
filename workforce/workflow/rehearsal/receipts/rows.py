"""Rows: Google Sheets, Excel, Airtable, Notion, Supabase, and SQL statements."""

from __future__ import annotations

import re
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of

Row = dict[str, Any]
MOST = 50


def read_rows(seen: Seen) -> Receipt | None:
    """The call as rows written, changed or removed, if it is that."""
    for reader in (_sheets, _excel, _airtable, _notion, _supabase, _sql):
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
            kind="row",
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


_NOT_HTTP = {
    "mysql": "mysql",
    "postgres": "postgres",
    "postgresql": "postgres",
    "microsoftsql": "tsql",
    "mariadb": "mysql",
    "snowflake": "snowflake",
}


def _sql(seen: Seen) -> Receipt | None:
    name = seen.host.removesuffix(".simulated") if seen.host.endswith(".simulated") else seen.scheme
    dialect = _NOT_HTTP.get(name)
    if dialect is None:
        return None
    statement = text_of(seen.fields.get("sql") or seen.fields.get("query"))
    parameters = seen.fields.get("parameters")
    if statement.strip():
        return statement_receipt(seen, statement, parameters if isinstance(parameters, list) else [], dialect)
    operation, table = seen.path.strip("/").lower(), _named(seen.fields.get("table"))
    if re.search(r"insert|upsert|update|delete", operation):
        columns = seen.fields.get("columns")
        values = columns.get("value") if isinstance(columns, dict) else None
        verb = "delete" if "delete" in operation else "change" if operation == "update" else "write"
        return written(seen, verb, f"table {table}", [values] if isinstance(values, dict) else [])
    return None


def _named(value: Any) -> str:
    return text_of(value.get("value") if isinstance(value, dict) else value)


def statement_receipt(seen: Seen, statement: str, parameters: list[Any], dialect: str) -> Receipt | None:
    """What a SQL statement does; None when it only reads."""
    try:
        parsed = [one for one in sqlglot.parse(statement, read=dialect) if one is not None]
    except SqlglotError:
        first = statement.strip().split(None, 1)[0].lower()
        return (
            None
            if first in ("select", "with", "show")
            else seen.receipt(title=f"Run a statement: {first}", text=statement, effect=True)
        )
    for tree in parsed:
        table = tree.find(exp.Table)
        place = f"table {table.name}" if table else "a table"
        if isinstance(tree, exp.Insert):
            return written(seen, "write", place, _inserted(tree, parameters))
        if isinstance(tree, exp.Update):
            row = {
                text_of(one.this.name): _plain(one.expression, parameters)
                for one in tree.expressions
                if isinstance(one, exp.EQ)
            }
            return written(seen, "change", place, [row], _affected(seen))
        if isinstance(tree, exp.Delete):
            return written(seen, "delete", place, [], _affected(seen))
        if not isinstance(
            tree, exp.Query | exp.Show | exp.Describe | exp.Set | exp.Command | exp.Transaction | exp.Commit
        ):
            return seen.receipt(verb="change", title=f"Change {place}: {tree.key}", text=statement, effect=True)
    return None


def _affected(seen: Seen) -> int:
    answer = seen.answer if isinstance(seen.answer, dict) else {}
    return next(
        (int(answer[name]) for name in ("rowCount", "affectedRows", "rows") if isinstance(answer.get(name), int)), 1
    )


def _inserted(tree: exp.Insert, parameters: list[Any]) -> list[Row]:
    schema = tree.this
    names = [part.name for part in schema.expressions] if isinstance(schema, exp.Schema) else []
    values = tree.expression
    if not isinstance(values, exp.Values):
        return []
    rows = [
        [_plain(cell, parameters) for cell in (row.expressions if isinstance(row, exp.Tuple) else [row])]
        for row in values.expressions
    ]
    return [named(row, names) for row in rows]


def _plain(cell: Any, parameters: list[Any]) -> Any:
    if isinstance(cell, exp.Cast):
        cell = cell.this
    if isinstance(cell, exp.Parameter | exp.Placeholder):
        digits = re.search(r"\d+", cell.sql())
        place = int(digits[0]) - 1 if digits else -1
        return parameters[place] if 0 <= place < len(parameters) else "?"
    if isinstance(cell, exp.Boolean):
        return bool(cell.this)
    if isinstance(cell, exp.Null):
        return None
    if isinstance(cell, exp.Literal):
        return cell.this if cell.is_string else float(cell.this) if "." in cell.this else int(cell.this)
    return cell.sql() if isinstance(cell, exp.Expr) else cell
