"""`collection`: the routes that most services have for one kind of record: list, make, read, change, remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Shape, Visit

Listed = Callable[[Visit, list[Record]], Any]
Single = Callable[[Record], Any]
Given = Callable[[Visit], Record]


def collection(
    service: Service,
    path: str,
    name: str,
    shape: Shape,
    *,
    listed: Listed = lambda visit, records: records,
    single: Single = lambda record: record,
    given: Given = lambda visit: visit.fields,
    key: str = "id",
    new_id: Callable[[Visit], Any] = lambda visit: visit.new_number(),
    removed: Callable[[Visit], Any] = lambda visit: Answer(204),
    created_status: int = 200,
) -> None:
    """Register them. path: a regular expression, without the id; given: the record's fields in a body."""

    @service.on("GET", path)
    def _list(visit: Visit) -> Any:
        records = [] if later_page(visit) else visit.all(name, shape)
        return listed(visit, records)

    @service.on("POST", path)
    def _create(visit: Visit) -> Any:
        made = _merged(shape(visit.cast, 0), given(visit)) | {key: new_id(visit)}
        reply = single(visit.create(name, made, shape))
        return reply if created_status == 200 else with_status(reply, created_status)

    @service.on("GET", rf"{path}/(?P<id>[^/]+)")
    def _read(visit: Visit) -> Any:
        return single(visit.one(name, visit.found["id"], shape, key))

    @service.on("PATCH PUT POST", rf"{path}/(?P<id>[^/]+)")
    def _change(visit: Visit) -> Any:
        record = visit.one(name, visit.found["id"], shape, key)
        record.update(_merged(record, {k: v for k, v in given(visit).items() if k != key}))
        return single(record)

    @service.on("DELETE", rf"{path}/(?P<id>[^/]+)")
    def _remove(visit: Visit) -> Any:
        visit.delete(name, visit.found["id"], shape, key)
        return removed(visit)


def with_status(reply: Any, status: int) -> Answer:
    """JSON under another status than 200."""
    return json_answer(reply, status)


def later_page(visit: Visit) -> bool:
    """Whether the call asks for what comes after the first page, of which there is nothing."""
    query = visit.query
    for name in ("page", "page_number", "pageNumber"):
        if query.get(name, "").isdigit():
            return int(query[name]) > 1
    for name in ("offset", "startAt", "start", "skip", "startPosition", "$skip"):
        if query.get(name, "").isdigit():
            return int(query[name]) > 0
    marks = (
        "after",
        "cursor",
        "page_token",
        "next_page_token",
        "pageToken",
        "page_info",
        "starting_after",
        "$skiptoken",
    )
    return any(query.get(name) for name in marks)


def _merged(record: Record, given: Record) -> Record:
    """The given fields over the record's, objects merged."""
    merged = dict(record)
    for name, value in given.items():
        old = merged.get(name)
        merged[name] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
