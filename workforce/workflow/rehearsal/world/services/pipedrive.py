# ruff: noqa: E501 - records stay readable in one line
"""Pipedrive: deals, people, organisations, activities."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast, kind_of, value_named
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Shape, Visit

pipedrive = Service("Pipedrive", r"(?:api|.+)\.pipedrive\.com")


# --- Pipedrive --------------------------------------------------------------------------------------------

_FIELDS = {
    "deals": "title value currency status stage_id add_time update_time expected_close_date",
    "persons": "name first_name last_name add_time update_time",
    "organizations": "name address add_time update_time",
    "activities": "subject type due_date due_time done add_time note",
    "leads": "title add_time update_time",
    "notes": "content add_time",
    "products": "name code unit prices add_time",
}


def _record(what: str) -> Shape:
    def shape(cast: Cast, number: int) -> Record:
        person = cast.person(number)
        made = {name: value_named(name, number, cast, kind_of(what)) for name in _FIELDS[what].split()}
        reach: Record = {
            "emails": [{"value": person.email, "primary": True, "label": "work"}],
            "phones": [{"value": person.phone, "primary": True}],
            "email": [{"value": person.email, "primary": True}],
            "phone": [{"value": person.phone, "primary": True}],
            "org_name": person.company.name,
        }
        return {
            "id": 301 + number,
            **made,
            "owner_id": 1,
            "person_id": 301,
            "org_id": 301,
            "currency": "EUR",
            **(reach if what == "persons" else {}),
        }

    return shape


@pipedrive.on("GET", r".*/(?P<what>\w+)/search|.*/itemSearch")
def find(visit: Visit) -> Any:
    """Records by words."""
    what = visit.found["what"] if visit.found["what"] in _FIELDS else "deals"
    items = [
        {"result_score": 0.9, "item": {"type": what.rstrip("s"), **record}} for record in visit.all(what, _record(what))
    ]
    return {"success": True, "data": {"items": items}, "additional_data": _END}


_END = {"next_cursor": None, "pagination": {"start": 0, "limit": 100, "more_items_in_collection": False}}


def _listed(visit: Visit, records: list[Record]) -> Any:
    return {"success": True, "data": records, "additional_data": _END}


for _what in _FIELDS:
    collection(
        pipedrive, rf"(?:/api)?/v[12]/(?:\w+/\d+/)?{_what}", _what, _record(_what), listed=_listed,
        single=lambda record: {"success": True, "data": record}, removed=lambda visit: {"success": True, "data": {"id": visit.found["id"]}},
    )  # fmt: skip
