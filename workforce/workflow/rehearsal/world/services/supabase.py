"""Supabase: rows of tables."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.world.exchange import json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

supabase = Service("Supabase", r".+", r"/rest/v1(?:/|$)")


# --- Supabase ---------------------------------------------------------------------------------------------


def _rows(visit: Visit, table: str) -> list[Record]:
    return visit.all(f"rows of {table}", lambda cast, number: visit.dressing.record(visit.kind(table), number))


@supabase.on("GET", r"/rest/v1(?:/(?P<table>[^/]+))?")
def select(visit: Visit) -> Any:
    """Rows of a table; without a table the description of all."""
    if not visit.found["table"]:
        return {
            "swagger": "2.0",
            "paths": {"/orders": {}},
            "definitions": {"orders": {"properties": {"id": {"type": "integer"}}}},
        }
    later = int(visit.query.get("offset") or 0) > 0
    found = [] if later else _filtered(visit, _rows(visit, visit.found["table"]))
    return json_answer(found, 200, content_range=f"0-{len(found)}/*")


def _filtered(visit: Visit, rows: list[Record]) -> list[Record]:
    """Rows that fit plain equalities; what asks for an unknown value gets a row that has it."""
    wanted = {name: value[3:] for name, value in visit.query.items() if value.startswith("eq.")}
    found = [row for row in rows if all(str(row.get(name)) == value for name, value in wanted.items())]
    if not found and rows and wanted:
        found = [{**rows[0], **wanted}]
    return found[: int(visit.query.get("limit") or 1000)]


@supabase.on("POST", r"/rest/v1/(?P<table>[^/]+)")
def insert(visit: Visit) -> Any:
    """New rows."""
    given = visit.asked.json if isinstance(visit.asked.json, list) else [visit.fields]
    made = [{"id": visit.new_number(), "created_at": visit.now, **row} for row in given]
    _rows(visit, visit.found["table"])[:0] = made
    return json_answer(made, 201)


@supabase.on("PATCH", r"/rest/v1/(?P<table>[^/]+)")
def update(visit: Visit) -> Any:
    """Rows changed."""
    found = _filtered(visit, _rows(visit, visit.found["table"]))
    for row in found:
        row.update(visit.fields)
    return found


@supabase.on("DELETE", r"/rest/v1/(?P<table>[^/]+)")
def delete(visit: Visit) -> Any:
    """Rows removed."""
    rows = _rows(visit, visit.found["table"])
    found = _filtered(visit, rows)
    rows[:] = [row for row in rows if row not in found]
    return found
