"""Rows and where they live: sheets, databases, bases."""

from __future__ import annotations

import re

from workforce.workflow.build import columns as mapped
from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold, slug
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, by_name, data_name, recipe, short_quote
from workforce.workflow.spec import Literal, Locator, Value


@recipe("sheet")
def sheet(order: Order) -> Value:
    said = (
        order.named("sheet")
        or data_name(order, "sheet", "list", "database", "table", "document")
        or (order.anywhere("sheet"))
    )
    urls = [u for u in order.intent.entities("url") if "spreadsheets" in u or "docs.google" in u]
    if urls:
        return Locator(mode="url", value=Literal(value=urls[0]))
    return order.listed(
        said, "sheet", "Which spreadsheet should be used (name or link)?", "The rows need a place.", "Spreadsheet"
    )


@recipe("tab")
def tab(order: Order) -> Value:
    return (
        Locator(mode="list", value=Literal(value="gid=0"), name="Sheet1")
        if order.service == "googlesheets"
        else by_name("Sheet1")
    )


@recipe("excel_table")
def excel_table(order: Order) -> Value:
    return by_name(order.named("table") or "Table1")


@recipe("columns")
def columns(order: Order) -> Value:
    filled = writing.columns(order.assembly, order.intent)
    return mapped(dict(filled)) if filled else mapped()


@recipe("columns_matched")
def columns_matched(order: Order) -> Value:
    filled = writing.columns(order.assembly, order.intent)
    return mapped(dict(filled), [next(iter(filled))]) if filled else mapped(None, ["id"])


@recipe("columns_by_id")
def columns_by_id(order: Order) -> Value:
    """Columns of a record that is known by its id."""
    filled = writing.stated(order.intent) or writing.columns(order.assembly, order.intent)
    known = writing.named_field(order.assembly, order.intent.scope, "id")
    return mapped({"id": known[0].ref("id"), **filled}, ["id"]) if known else mapped(dict(filled), ["id"])


@recipe("column_names")
def column_names(order: Order) -> Value:
    return Literal(value=", ".join(slug(name) for name in writing.columns(order.assembly, order.intent)) or "name")


@recipe("mysql_values")
def mysql_values(order: Order) -> Value:
    rows = [
        group(column=slug(name), value=value) for name, value in writing.columns(order.assembly, order.intent).items()
    ]
    return group(values=many(*rows))


@recipe("schema")
def schema(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="public"), name="public")


def _table_name(order: Order) -> str:
    return order.named("table") or order.named("database", "list") or short_quote(order)


@recipe("table")
def table(order: Order) -> Value:
    said = _table_name(order)
    return Locator(mode="name", value=_asked_table(order, said), name=said)


@recipe("table_text")
def table_text(order: Order) -> Value:
    return _asked_table(order, _table_name(order))


def _asked_table(order: Order, said: str) -> Value:
    text = f"Which {order.name} table should be used?"
    return order.known(said, f"{order.service}_table", text, "The rows need a table.", "table_name")


@recipe("query")
def query(order: Order) -> Value:
    said = next(
        (
            p.content
            for p in order.intent.pieces
            if p.kind == "quote" and p.content.lower().startswith(("select", "with "))
        ),
        "",
    )
    if said:
        return Literal(value=said)
    name = _table_name(order)
    guess = name or _noun_table(order)
    if not guess:
        return order.ask(
            f"{order.service}_table",
            f"Which {order.name} table holds the data?",
            "The worker reads a table of your database.",
            "SELECT * FROM table_name",
        )
    if not name:
        order.assembly.assume(
            f"The data is in a {order.name} table called “{guess}”; change the query in the plan if it is another."
        )
    where = _where(order)
    source = guess if re.fullmatch(r"\w+(\.\w+)?", guess) else '"' + guess.replace('"', "") + '"'
    return Literal(value=f"SELECT * FROM {source}{where}")  # noqa: S608 - the manager's own query, shown before it runs


def _noun_table(order: Order) -> str:
    skip = {"database", "table", "row", "sheet", "list", "file", "report", "status", "email", "message", "url"}
    pieces = order.intent.pieces
    for piece in pieces:
        if piece.kind == "word" and piece.nouns and not piece.service and not set(piece.nouns) & skip:
            return slug(piece.text)
    return ""


def _where(order: Order) -> str:
    status = order.named("status")
    if not status:
        found = re.search(r"\b(unpaid|overdue|open|pending|active|cancelled|paid)\b", fold(order.intent.text))
        status = found.group(1) if found else ""
    return f" WHERE status = '{status.replace(chr(39), '')}'" if status else ""


@recipe("base_named")
def base_named(order: Order) -> Value:
    said = data_name(order, "database", "table", "page", "list", "board", "document", "sheet")
    return order.listed(
        said, "notion_database", "Which Notion database should be used?", "The page needs a place.", "Database"
    )


@recipe("page_named")
def page_named(order: Order) -> Value:
    said = data_name(order, "page", "database")
    return order.listed(
        said, "notion_page", "Under which Notion page should it stand?", "The page needs a place.", "Page"
    )


@recipe("base")
def base(order: Order) -> Value:
    said = order.named("database") or order.anywhere("database")
    if said:
        return by_name(said)
    order.assembly.assume("The Airtable base is the one you choose when connecting.")
    return by_name("Our base")


@recipe("base_table")
def base_table(order: Order) -> Value:
    said = order.named("table") or data_name(order, "list", "sheet")
    return order.listed(
        said, "airtable_table", "Which Airtable table should be used?", "The record needs a table.", "Table"
    )


@recipe("notion_blocks")
def notion_blocks(order: Order) -> Value:
    text = writing.message(order.assembly, order.intent)
    return group(blockValues=many(group(type="paragraph", textContent=text)))
