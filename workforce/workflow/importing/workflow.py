"""`import_workflow`: an exported workflow becomes a spec that compiles back to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import available_timezones

from pydantic import ValidationError

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.catalogue.display import Json
from workforce.workflow.importing.nodes import is_position, part_of
from workforce.workflow.spec import Link, Socket, Step, Trigger, Wire, WorkerSpec, WorkflowOrigin

STICKY_NOTE = "n8n-nodes-base.stickyNote"
UNNAMED = "Imported workflow"
LONGEST_ID = 48
OF_THE_WORKFLOW = {"name", "nodes", "connections", "settings", "pinData"}
OF_THE_ENGINE = {  # what an n8n knows of its own row: not the workflow, not taken along
    "id", "active", "activeVersion", "activeVersionId", "createdAt", "homeProject", "isArchived", "meta",
    "parentFolder", "scopes", "shared", "sharedWithProjects", "staticData", "tags", "triggerCount", "updatedAt",
    "usedCredentials", "versionCounter", "versionId",
}  # fmt: skip


class CannotHold(ValueError):
    """A spec cannot hold this workflow; the message says which part of it, for people."""


@dataclass(slots=True)
class Taking:
    """An import on its way: parts and notes by id, and the id that a node's name stands for."""

    catalogue: Catalogue
    parts: dict[str, Trigger | Step] = field(default_factory=dict)
    notes: list[Step] = field(default_factory=list)
    idents: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    wires: list[Wire] = field(default_factory=list)


def import_workflow(exported: Any, catalogue: Catalogue) -> WorkerSpec:
    """An exported workflow as a spec; `compile_spec` gives back its equal (`differences` says what that means).

    Raises `CannotHold`.
    """
    if not isinstance(exported, dict) or not isinstance(exported.get("nodes"), list):
        raise CannotHold("There is no list of nodes in it.")
    taking = Taking(catalogue)
    arrows = list(_arrows(exported.get("connections")))
    try:
        _take_nodes(taking, exported["nodes"], {arrow.target for arrow in arrows if arrow.kind == "main"})
        for arrow in arrows:
            if not _take_arrow(taking, arrow):
                taking.wires.append(arrow)
        return _spec(taking, exported)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"][:3])
        raise CannotHold(f"A value is not one that a plan can hold ({where}: {first['msg']}).") from error


def _take_nodes(taking: Taking, nodes: list[Any], reached: set[str]) -> None:
    for number, node in enumerate(nodes):
        if not isinstance(node, dict):
            raise CannotHold(f"Node {number + 1} is not a node.")
        for key in ("name", "type"):
            if not isinstance(node.get(key), str) or not node[key]:
                raise CannotHold(f"Node {number + 1} has no {key}.")
        if not isinstance(node.get("parameters"), dict | None):
            raise CannotHold(f"The parameters of “{node['name']}” are not named values.")
        if node.get("position") is not None and not is_position(node["position"]):
            raise CannotHold(f"The position of “{node['name']}” is not two numbers.")
        ident = _ident(node["name"], taking.numbers)
        part = part_of(node, ident, taking.catalogue, starts=node["name"] not in reached)
        if node["type"] == STICKY_NOTE and isinstance(part, Step):
            taking.notes.append(part)
        else:
            taking.parts[ident] = part
            taking.idents.setdefault(node["name"], ident)


def _ident(name: str, numbers: dict[str, int]) -> str:
    """A short id that no other part has; `numbers` says how many there are of each kind (ending in no number)."""
    base = re.sub(r"[^a-z]+", "_", name.lower()).strip("_")[:LONGEST_ID] or "step"
    numbers[base] = numbers.get(base, 0) + 1
    return base if numbers[base] == 1 else f"{base}_{numbers[base]}"


def _arrows(connections: Any) -> Iterator[Wire]:
    """Every connection, by node names. Raises `CannotHold` over one that n8n could not read either."""
    if not isinstance(connections, dict | None):
        raise CannotHold("The connections are not named by node.")
    for source, kinds in (connections or {}).items():
        if not isinstance(kinds, dict) or not all(isinstance(buckets, list) for buckets in kinds.values()):
            raise CannotHold(f"The connections of “{source}” are not lists by kind.")
        for kind, buckets in kinds.items():
            for output, bucket in enumerate(buckets):
                if not isinstance(bucket, list | None):
                    raise CannotHold(f"A connection of “{source}” is not a list.")
                for place, entry in enumerate(bucket or ()):
                    yield _arrow(source, kind, output, place, entry)


def _arrow(source: str, kind: str, output: int, place: int, entry: Any) -> Wire:
    target, into, index = (
        (entry.get(key) for key in ("node", "type", "index")) if isinstance(entry, dict) else [None] * 3
    )
    whole = isinstance(index, int | float) and not isinstance(index, bool) and float(index).is_integer()
    if not (isinstance(target, str) and isinstance(into, str)) or index is None or not whole or index < 0:
        raise CannotHold(f"A connection of “{source}” does not say where it leads.")
    return Wire(source=source, kind=kind, output=output, target=target, into=into, input=int(index), place=place)


def _take_arrow(taking: Taking, arrow: Wire) -> bool:
    """Say an arrow by the step it belongs to; whether that is possible."""
    source, target = taking.idents.get(arrow.source), taking.idents.get(arrow.target)
    if source is None or target is None or arrow.kind != arrow.into:
        return False
    if arrow.kind == "main":
        step = taking.parts[target]
        link = Link(step=source, output=arrow.output, input=arrow.input, place=arrow.place)
        if isinstance(step, Step):
            taking.parts[target] = step.model_copy(update={"after": [*step.after, link]})
        return isinstance(step, Step)
    servant = taking.parts[source]
    if not isinstance(servant, Step) or arrow.output:
        return False
    if not servant.serves and not arrow.input:
        taking.parts[source] = servant.model_copy(update={"serves": target, "port": arrow.kind})
    else:
        socket = Socket(step=target, port=arrow.kind, number=arrow.input)
        taking.parts[source] = servant.model_copy(update={"also_serves": [*servant.also_serves, socket]})
    return True


def _spec(taking: Taking, exported: Json) -> WorkerSpec:
    given = exported.get("settings")
    settings = given if isinstance(given, dict) else {}
    name = exported.get("name")
    zone = settings.get("timezone")
    pinned = exported.get("pinData")
    more = {key: value for key, value in exported.items() if key not in OF_THE_WORKFLOW | OF_THE_ENGINE}
    return WorkerSpec(
        name=name if isinstance(name, str) and name else UNNAMED,
        objective=name if isinstance(name, str) and name else UNNAMED,
        timezone=zone if isinstance(zone, str) and zone in available_timezones() else "UTC",
        triggers=[part for part in taking.parts.values() if isinstance(part, Trigger)],
        steps=[part for part in taking.parts.values() if isinstance(part, Step)],
        origin=WorkflowOrigin(
            settings=settings,
            notes=taking.notes,
            wires=taking.wires,
            pinned=pinned if isinstance(pinned, dict) else {},
            more=more,
        ),
    )
