# ruff: noqa: E501 - records stay readable in one line
"""Notion: pages of a database, with columns of many types, and their blocks."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import kind_of, value_named
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

notion = Service("Notion", r"api\.notion\.com")


END: Record = {"next_cursor": None, "has_more": False, "type": "page_or_database", "page_or_database": {}}


def _rich(text: str) -> list[Record]:
    return [
        {"type": "text", "text": {"content": text, "link": None}, "annotations": {}, "plain_text": text, "href": None}
    ]


def _property(name: str, value: Any) -> Record:
    """A column's value in the type that the value has."""
    ident = name[:4]
    if isinstance(value, bool):
        return {"id": ident, "type": "checkbox", "checkbox": value}
    if isinstance(value, int | float):
        return {"id": ident, "type": "number", "number": value}
    text = str(value)
    if "status" in name.lower() or "stage" in name.lower():
        return {"id": ident, "type": "select", "select": {"id": "1", "name": text, "color": "default"}}
    if "@" in text and " " not in text:
        return {"id": ident, "type": "email", "email": text}
    if len(text) >= 10 and text[4:5] == "-" and text[7:8] == "-":
        return {"id": ident, "type": "date", "date": {"start": text, "end": None, "time_zone": None}}
    if text.startswith("http"):
        return {"id": ident, "type": "url", "url": text}
    return {"id": ident, "type": "rich_text", "rich_text": _rich(text)}


def _page(visit: Visit, number: int) -> Record:
    dressing = visit.dressing
    kind = kind_of("tasks")
    names = ["Status", "Due date", "Email", "Amount", "Description"]
    plain = dressing.dressed({name: value_named(name, number, visit.cast, kind) for name in names}, number, kind)
    flat = {
        name.removeprefix("property_"): value for name, value in plain.items() if not isinstance(value, dict | list)
    }
    title = str(flat.pop("name", None) or flat.pop("Name", None) or value_named("title", number, visit.cast, kind))
    return _made(visit.cast.uuid("notion", number), title, flat, visit.past(number))


def _made(ident: str, title: str, flat: Record, at: str) -> Record:
    properties = {name: _property(name, value) for name, value in flat.items()}
    properties["Name"] = {"id": "title", "type": "title", "title": _rich(title)}
    return {"object": "page", "id": ident, "created_time": at, "last_edited_time": at, "archived": False, "in_trash": False, "icon": None, "cover": None,
            "created_by": {"object": "user", "id": "1"}, "last_edited_by": {"object": "user", "id": "1"},
            "parent": {"type": "database_id", "database_id": "db"}, "properties": properties, "url": f"https://www.notion.so/{ident.replace('-', '')}", "public_url": None}  # fmt: skip


def _pages(visit: Visit) -> list[Record]:
    return visit.memory.collection("notion/pages", lambda: [] if visit.empty else [_page(visit, n) for n in range(3)])


@notion.on("POST", r"/v1/(?:databases|data_sources)/(?P<id>[^/]+)/query")
def query(visit: Visit) -> Any:
    """The pages of a database."""
    found = [] if visit.fields.get("start_cursor") else _pages(visit)
    return {"object": "list", "results": found, **END}


@notion.on("POST", r"/v1/search")
def search(visit: Visit) -> Any:
    """Pages or databases by their title."""
    wants = (visit.fields.get("filter") or {}).get("value")
    found = [_database(visit, "1") | {"object": wants}] if wants in ("database", "data_source") else _pages(visit)
    return {"object": "list", "results": found, **END}


def _database(visit: Visit, ident: str) -> Record:
    properties = {
        name: {"id": p["id"], "name": name, "type": p["type"], p["type"]: {"options": []}}
        for name, p in _page(visit, 0)["properties"].items()
    }
    return {
        "object": "database",
        "id": ident,
        "title": _rich("Tasks"),
        "description": [],
        "created_time": visit.past(0),
        "last_edited_time": visit.past(0),
        "properties": properties,
        "parent": {"type": "workspace", "workspace": True},
        "url": f"https://www.notion.so/{ident}",
        "archived": False,
    }


@notion.on("GET", r"/v1/(?P<what>databases|data_sources)/(?P<id>[^/]+)")
def database(visit: Visit) -> Any:
    """A database and its columns."""
    what = "data_source" if visit.found["what"] == "data_sources" else "database"
    sources = [{"id": visit.found["id"], "name": "Tasks"}]
    return {**_database(visit, visit.found["id"]), "object": what, "data_sources": sources}


@notion.on("GET", r"/v1/databases")
def databases(visit: Visit) -> Any:
    """The databases."""
    return {"object": "list", "results": [_database(visit, "1")], **END}


@notion.on("POST", r"/v1/pages")
def create(visit: Visit) -> Any:
    """A new page."""
    made = _made(visit.cast.uuid("notion new", visit.memory.next()), "", {}, visit.now)
    made["properties"] = {
        name: _typed(value) for name, value in (visit.fields.get("properties") or {}).items()
    } or made["properties"]
    parent = visit.fields.get("parent") or made["parent"]
    made["parent"] = {"type": next(iter(parent), "workspace"), **parent}
    _pages(visit).insert(0, made)
    return made


def _typed(value: Any) -> Any:
    if not isinstance(value, dict):
        value = {"type": "title", "title": value}
    kind = value.get("type") or next((name for name in value if name != "id"), "rich_text")
    inner = value.get(kind)
    if isinstance(inner, list):
        inner = [
            {**one, "plain_text": (one.get("text") or {}).get("content", "")}
            if isinstance(one, dict) and "text" in one
            else one
            for one in inner
        ]
    return {"id": "x", **value, "type": kind, kind: inner}


@notion.on("GET PATCH", r"/v1/pages/(?P<id>[^/]+)")
def page(visit: Visit) -> Any:
    """A page, read or changed."""
    found = next(
        (record for record in _pages(visit) if record["id"].replace("-", "") == visit.found["id"].replace("-", "")),
        None,
    )
    if found is None:
        found = {**_page(visit, len(_pages(visit)) % 7), "id": visit.found["id"]}
        _pages(visit).append(found)
    found["properties"] |= {name: _typed(value) for name, value in (visit.fields.get("properties") or {}).items()}
    return found | {name: visit.fields[name] for name in ("archived", "icon", "cover") if name in visit.fields}


@notion.on("GET PATCH", r"/v1/blocks/(?P<id>[^/]+)/children")
def children(visit: Visit) -> Any:
    """A page's blocks; new ones are kept."""
    kept = visit.memory.collection(
        f"notion/{visit.found['id']}", lambda: [] if visit.empty else [_block("Notes of the week", visit.past(0), 0)]
    )
    added = [{**_block("", visit.now, visit.memory.next()), **block} for block in visit.fields.get("children") or ()]
    kept.extend(added)
    return {"object": "list", "results": added or kept, **END}


def _block(text: str, at: str, number: int) -> Record:
    return {
        "object": "block",
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "type": "paragraph",
        "created_time": at,
        "last_edited_time": at,
        "has_children": False,
        "archived": False,
        "paragraph": {"rich_text": _rich(text), "color": "default"},
    }


@notion.on("GET DELETE PATCH", r"/v1/blocks/(?P<id>[^/]+)")
def block(visit: Visit) -> Any:
    """One block."""
    return {**_block("Notes of the week", visit.past(0), 1), "id": visit.found["id"]}


@notion.on("GET", r"/v1/users(?:/(?P<id>[^/]+))?")
def users(visit: Visit) -> Any:
    """People of the workspace."""
    rows = [
        {
            "object": "user",
            "id": visit.cast.uuid("user", n),
            "type": "person",
            "name": visit.cast.person(n).name,
            "person": {"email": visit.cast.person(n).email},
        }
        for n in range(2)
    ]
    return {**rows[0], "id": visit.found["id"]} if visit.found["id"] else {"object": "list", "results": rows, **END}
