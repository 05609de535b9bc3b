"""The first performance: everything works, and there is something to do."""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Iterator, Sequence
from typing import Any

from workforce.workflow.catalogue.display import Json
from workforce.workflow.rehearsal.fields import Read, reads_of
from workforce.workflow.rehearsal.flow import BRANCHES, Flow
from workforce.workflow.rehearsal.plausible import Cast, value_named
from workforce.workflow.rehearsal.samples import trigger_sample
from workforce.workflow.rehearsal.scenario import Expectation, Item, Scenario
from workforce.workflow.rehearsal.world.files import pdf

SEVERAL, FEW, ONE = 6, 3, 1
FILE_KEY = re.compile(r"binaryProperty(Name)?$|inputDataFieldName|binaryFieldName|^attachments$|binaryDataPropertyName")
A_FILE = base64.b64encode(pdf("Sample document")).decode()


def normal(flow: Flow, start: str = "", seed: int = 1) -> Scenario:
    """The normal case of a workflow: its trigger fires, every service answers."""
    trigger = start or flow.triggers()[0]
    reads = reads_of(flow)
    return Scenario(
        name="normal",
        title="Everything works",
        kind="normal",
        start=trigger,
        trigger=trigger_items(flow, trigger, reads, FEW if polls(flow, trigger) else ONE, seed),
        fields=service_fields(flow, trigger, reads),
        seed=seed,
        expect=Expectation(status="success", runs=sorted(certain_steps(flow, trigger))),
    )


def polls(flow: Flow, trigger: str) -> bool:
    """Whether the trigger looks for news itself and may so give several items at once."""
    kind = flow.type_of(trigger)
    return bool(kind and kind.description.get("polling"))


def trigger_items(
    flow: Flow, trigger: str, reads: Sequence[Read], count: int, seed: int, choice: int = 0
) -> list[Item]:
    """Samples of the trigger's own output that have every field the workflow reads.

    choice: which of a condition's deciding values the first item has; the next item has the next.
    """
    cast = Cast(seed)
    items = trigger_sample(flow, trigger, cast, count)
    items = _with_files(flow, items)
    own = [read for read in reads if read.source == trigger]
    for index, item in enumerate(items):
        for read in own:
            if read.values:
                put(item, read.path, read.values[(index + choice) % len(read.values)])
            elif not _has(item, read.path):
                put(item, read.path, value_named(read.name, index, cast))
    return items


def _has(item: Any, path: Sequence[str]) -> bool:
    here = item
    for part in path:
        if isinstance(here, list) and part.isdigit() and int(part) < len(here):
            here = here[int(part)]
        elif isinstance(here, dict) and part in here:
            here = here[part]
        else:
            return part in ("length", "first", "last")
    return True


def service_fields(flow: Flow, trigger: str, reads: Sequence[Read]) -> dict[str, list[Any]]:
    """The names that later steps read from what services give, with the values that decide."""
    found: dict[str, list[Any]] = {}
    for read in reads:
        if read.source != trigger and flow.is_outside(read.source) and read.name:
            values = found.setdefault(read.name, [])
            values.extend(value for value in read.values if value not in values)
    for name in flow.nodes:
        for column in _columns(flow.nodes[name].get("parameters") or {}):
            found.setdefault(column, [])
    return found


def _columns(parameters: Json) -> list[str]:
    """The columns that a step writes by name: its table must have them."""
    columns = parameters.get("columns")
    written = columns.get("value") if isinstance(columns, dict) else None
    keys = columns.get("matchingColumns") if isinstance(columns, dict) else None
    return [str(name) for name in (*(written or {}), *(keys or [])) if name != "row_number"]


def _with_files(flow: Flow, items: list[Item]) -> list[Item]:
    """The items with a small file under each name by which a step takes one from its input."""
    names = sorted({name for node in flow.nodes.values() for name in _file_names(node.get("parameters") or {})})
    if not names:
        return items
    file = {"data": A_FILE, "mimeType": "application/pdf", "fileName": "document.pdf", "fileExtension": "pdf"}
    return [{**item, "$binary": dict.fromkeys(names, file)} for item in items]


def _file_names(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _file_names(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _file_names(inner, key)
    elif isinstance(value, str) and FILE_KEY.search(key) and not value.startswith("="):
        yield from (name for part in value.split(",") if (name := part.strip()))


def certain_steps(flow: Flow, trigger: str) -> set[str]:
    """The steps that run whatever the data: not behind a condition, not after a failure only."""
    branches = {(name, output) for name in flow.nodes if flow.nodes[name]["type"] in BRANCHES for output in range(32)}
    reached = flow.reach(trigger, blocked=frozenset(branches) | flow.error_outputs())
    return {name for name in reached if name != trigger and not flow.nodes[name].get("disabled")}


def put(item: Json, path: Sequence[str], value: Any) -> None:
    """Set the value at a path, making the objects and lists on the way."""
    here: Any = item
    for part, following in zip(path, [*path[1:], None], strict=True):
        fresh: Any = copy.deepcopy(value) if following is None else ([] if following.isdigit() else {})
        if isinstance(here, list) and part.isdigit():
            here.extend({} for _ in range(int(part) + 1 - len(here)))
            index = int(part)
            if following is None or not isinstance(here[index], dict | list):
                here[index] = fresh
            here = here[index]
        elif isinstance(here, dict):
            if following is None or not isinstance(here.get(part), dict | list):
                here[part] = fresh
            here = here[part]
        else:
            return


def without(item: Item, path: Sequence[str]) -> Item:
    """The item without what lies at the path."""
    key, rest = path[0], path[1:]
    if not rest:
        return {name: value for name, value in item.items() if name != key}
    inner = item.get(key)
    return {**item, key: without(inner, rest)} if isinstance(inner, dict) else item
