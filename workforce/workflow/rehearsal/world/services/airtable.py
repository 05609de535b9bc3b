"""Airtable: rows of tables."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, put, value_named
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

airtable = Service("Airtable", r"(?:api|content)\.airtable\.com")


# --- Airtable ---------------------------------------------------------------------------------------------


def _row(visit: Visit, table: str) -> Any:
    kind = kind_of(table)

    def shape(cast: Cast, number: int) -> Record:
        names = visit.dressing.columns(kind.fields)
        names = names if visit.dressing.fields else [name.replace("_", " ").capitalize() for name in names]
        values = {name: value_named(name, number, cast, kind) for name in names if name != "id"}
        record = {
            "id": f"rec{cast.id('airtable', number, 14)}",
            "createdTime": iso(cast.past(number)),
            "fields": values,
        }
        for path, wanted in visit.dressing.fields.items():
            put(
                values,
                path.removeprefix("fields."),
                wanted[number % len(wanted)] if wanted else value_named(path.rsplit(".", 1)[-1], number, cast, kind),
                replace=bool(wanted),
            )
        return record

    return shape


def _rows(visit: Visit) -> list[Record]:
    table = visit.found["table"]
    shape = _row(visit, table)
    key = f"airtable/{visit.found['base']}/{table}"
    return visit.memory.collection(key, lambda: [] if visit.empty else [shape(visit.cast, n) for n in range(3)])


@airtable.on("GET", r"/v0/meta/bases")
def bases(visit: Visit) -> Any:
    """The bases one may see."""
    return {"bases": [{"id": "app00000000000001", "name": "Company", "permissionLevel": "create"}]}


@airtable.on("GET", r"/v0/meta/bases/(?P<base>[^/]+)/tables")
def schema(visit: Visit) -> Any:
    """The tables of a base and their columns."""
    columns = [
        "Name",
        *(name for name in visit.dressing.columns(kind_of("leads").fields) if name not in ("id", "Name")),
    ]
    fields = [{"id": f"fld{n:014d}", "name": name, "type": "singleLineText"} for n, name in enumerate(columns)]
    return {
        "tables": [
            {
                "id": "tbl00000000000001",
                "name": "Leads",
                "primaryFieldId": fields[0]["id"],
                "fields": fields,
                "views": [],
            }
        ]
    }


@airtable.on("GET", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)")
def rows(visit: Visit) -> Any:
    """The rows of a table; one page."""
    found = [] if visit.query.get("offset") else _rows(visit)
    return {"records": found[: int(visit.query.get("maxRecords") or 100)]}


@airtable.on("POST", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)(?:/listRecords)?")
def insert(visit: Visit) -> Any:
    """New rows."""
    if visit.asked.path.endswith("/listRecords"):
        return {"records": _rows(visit)}
    given = visit.fields.get("records") or [visit.fields]
    made = [
        {"id": f"rec{visit.new_id(14)}", "createdTime": visit.now, "fields": one.get("fields") or {}} for one in given
    ]
    _rows(visit)[:0] = made
    return {"records": made} if "records" in visit.fields else made[0]


@airtable.on("PATCH PUT", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)(?:/(?P<id>[^/]+))?")
def update(visit: Visit) -> Any:
    """Rows changed, or made where none fits."""
    given = visit.fields.get("records") or [{"id": visit.found["id"], **visit.fields}]
    changed = []
    for one in given:
        record = _one(visit, str(one.get("id") or f"rec{visit.new_id(14)}"))
        record["fields"].update(one.get("fields") or {})
        changed.append(record)
    return {"records": changed, "updatedRecords": [], "createdRecords": []} if "records" in visit.fields else changed[0]


def _one(visit: Visit, ident: str) -> Record:
    found = next((record for record in _rows(visit) if record["id"] == ident), None)
    if found is None:
        found = {**_row(visit, visit.found["table"])(visit.cast, len(_rows(visit)) % 7), "id": ident}
        _rows(visit).append(found)
    return found


@airtable.on("GET", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)/(?P<id>[^/]+)")
def row(visit: Visit) -> Any:
    """One row."""
    return _one(visit, visit.found["id"])


@airtable.on("DELETE", r"/v0/(?P<base>app[^/]*)/(?P<table>[^/]+)(?:/(?P<id>[^/]+))?")
def delete(visit: Visit) -> Any:
    """Rows removed."""
    rows_ = _rows(visit)
    rows_[:] = [record for record in rows_ if record["id"] != visit.found["id"]]
    one = {"id": visit.found["id"], "deleted": True}
    return one if visit.found["id"] else {"records": [one]}
