"""SQL: what a statement does to which rows."""

from __future__ import annotations

import re
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.rows import Row, named, written
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of

_NOT_HTTP = {
    "mysql": "mysql",
    "postgres": "postgres",
    "postgresql": "postgres",
    "microsoftsql": "tsql",
    "mariadb": "mysql",
    "snowflake": "snowflake",
}


def read_statement(seen: Seen) -> Receipt | None:
    """The call as rows that a SQL statement writes, changes or removes."""
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
