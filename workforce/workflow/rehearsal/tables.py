"""The tables that a workflow's PostgreSQL steps need, read off their statements and parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from workforce.workflow.rehearsal.flow import BASE, Flow
from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.scenario import Table

POSTGRES = BASE + "postgres"
ROWS = 5
EXPRESSION = re.compile(r"\{\{.*?\}\}|\$\d+", re.S)
UNKNOWN_TABLE = "items"


def tables_of(flow: Flow, fields: Mapping[str, Sequence[Any]], seed: int = 1) -> list[Table]:
    """One table for each that the steps name, with the columns they name and some rows.

    fields: names that later steps read from what services give, with values to alternate.
    """
    needed: dict[tuple[str, str], set[str]] = {}
    for name, node in flow.nodes.items():
        if node["type"] == POSTGRES and not node.get("disabled"):
            for place, columns in _needed(flow.effective(name)):
                needed.setdefault(place, set()).update(columns)
    cast = Cast(seed)
    return [_table(namespace, name, columns, fields, cast) for (namespace, name), columns in sorted(needed.items())]


def _needed(parameters: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], set[str]]]:
    if parameters.get("operation") == "executeQuery":
        yield from columns_by_table(str(parameters.get("query") or ""))
        return
    table = _named(parameters.get("table"))
    if table:
        columns = parameters.get("columns")
        written = columns.get("value") if isinstance(columns, dict) else None
        matched = columns.get("matchingColumns") if isinstance(columns, dict) else None
        sorted_by = [str(row.get("column") or "") for name in ("where", "sort") for row in _rows(parameters.get(name))]
        yield (
            (_named(parameters.get("schema")) or "public", table),
            {str(one) for one in (*(written or {}), *(matched or []), *sorted_by) if one},
        )


def _named(locator: Any) -> str:
    value = locator.get("value") if isinstance(locator, dict) else locator
    text = str(value or "")
    return UNKNOWN_TABLE if text.startswith("=") else text


def _rows(group: Any) -> list[dict[str, Any]]:
    values = group.get("values") if isinstance(group, dict) else None
    return [row for row in values or [] if isinstance(row, dict)]


def columns_by_table(sql: str) -> Iterator[tuple[tuple[str, str], set[str]]]:
    """(schema, table) and columns that a statement names. A column of no stated table belongs to every table."""
    text = EXPRESSION.sub("1", sql.removeprefix("="))
    try:
        statements = [one for one in sqlglot.parse(text, read="postgres") if one is not None]
    except SqlglotError:
        return
    for statement in statements:
        own = {cte.alias_or_name for cte in statement.find_all(exp.CTE)}
        tables = [table for table in statement.find_all(exp.Table) if table.name and table.name not in own]
        for table in tables:
            yield (table.db or "public", table.name), set(_columns(statement, table))


def _columns(statement: exp.Expr, table: exp.Table) -> Iterator[str]:
    made_here = {alias.alias for alias in statement.find_all(exp.Alias)}
    for column in statement.find_all(exp.Column):
        if column.table in ("", table.alias_or_name) and column.name not in made_here:
            yield column.name
    for schema in statement.find_all(exp.Schema):
        if schema.this == table:
            yield from (part.name for part in schema.expressions)


def _table(namespace: str, name: str, columns: set[str], fields: Mapping[str, Sequence[Any]], cast: Cast) -> Table:
    kind = kind_of(name)
    names = list(dict.fromkeys([*sorted(columns), *(one for one in fields if one.isidentifier()), *kind.fields]))
    names = [one for one in names if one and one != "*"]
    rows = [
        {one: _value(one, number, fields, lambda n=number, o=one: value_named(o, n, cast, kind)) for one in names}
        for number in range(ROWS)
    ]
    return Table(
        dialect="postgres",
        name=name,
        namespace=namespace,
        columns={one: _type([row[one] for row in rows]) for one in names},
        rows=rows,
    )


def _value(name: str, number: int, fields: Mapping[str, Sequence[Any]], made_up: Any) -> Any:
    values = fields.get(name)
    return values[number % len(values)] if values else made_up()


def _type(values: Sequence[Any]) -> str:
    if all(isinstance(value, bool) for value in values):
        return "boolean"
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return "numeric"
    if all(isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value) for value in values):
        return "timestamptz"
    if all(isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in values):
        return "date"
    return "jsonb" if any(isinstance(value, dict | list) for value in values) else "text"
