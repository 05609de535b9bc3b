"""The catalogue as one block of bytes: a header that is read at once, and descriptions that are read when asked for."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from workforce.workflow.catalogue.derive import event_words, node_slugs, operations_of
from workforce.workflow.catalogue.display import Json
from workforce.workflow.catalogue.node_type import NodeType
from workforce.workflow.catalogue.operation import Operation

FORMAT = 2
MAGIC = b"WORKFORCE-CATALOGUE"
Schemas = Mapping[str, Mapping[str, Mapping[str, Json]]]
FIELDS = [field.name for field in dataclasses.fields(Operation)]
TUPLES = {"aliases", "categories", "credentials", "inputs", "outputs"}
DEEPEST, MOST_FIELDS = 4, 200


class NotACatalogue(ValueError):
    """These bytes are not a catalogue of this format; build it anew."""


@dataclass(slots=True)
class Packed:
    """A catalogue's parts, as read back. `nodes`: by type, (offset, length) of each description in `blob`."""

    release: str
    operations: list[Operation]
    nodes: dict[str, list[tuple[int, int]]]
    slugs: dict[str, str]
    events: dict[str, str]
    schemas: dict[str, dict[str, str]]
    icons: dict[str, tuple[int, int, str]]
    grammar: tuple[int, int]
    blob: memoryview = field(repr=False)

    def read(self, offset: int, length: int) -> memoryview:
        """A piece of the blob."""
        return self.blob[offset : offset + length]


def pack(
    descriptions: Sequence[Json],
    release: str = "",
    schemas: Schemas | None = None,
    icons: Mapping[str, tuple[bytes, str]] | None = None,
    grammar: str = "",
) -> bytes:
    """Node descriptions (full type names) → bytes; the same input gives the same bytes.

    schemas: by node type, then version (`2.3.0`), then `resource/operation`; icons: by node type, (bytes, media type);
    grammar: source of the parser that n8n reads expressions with.
    """
    blob = bytearray()

    def put(data: bytes) -> tuple[int, int]:
        blob.extend(data)
        return len(blob) - len(data), len(data)

    grouped: dict[str, list[NodeType]] = defaultdict(list)
    for description in descriptions:
        grouped[description["name"]].append(NodeType(description))
    slugs = node_slugs(grouped)
    operations = [op for name in sorted(grouped) for op in operations_of(grouped[name], slugs[name])]
    operations.sort(key=lambda op: (op.hidden, op.id))
    header = {
        "format": FORMAT,
        "release": release,
        "operations": [[getattr(op, name) for name in FIELDS] for op in operations],
        "nodes": {name: [put(orjson.dumps(node.description)) for node in nodes] for name, nodes in grouped.items()},
        "slugs": slugs,
        "events": {slugs[name]: text for name, nodes in grouped.items() if (text := event_words(nodes[0]))},
        "schemas": {op.id: fields for op in operations if (fields := _schema_of(op, schemas or {}))},
        "icons": {slugs[name]: [*put(data), mime] for name, (data, mime) in (icons or {}).items() if name in slugs},
        "grammar": put(grammar.encode()),
    }
    head = orjson.dumps(header)
    return MAGIC + len(head).to_bytes(8, "big") + head + bytes(blob)


def unpack(data: bytes) -> Packed:
    """Read bytes back. Raises `NotACatalogue`."""
    start = len(MAGIC) + 8
    if data[: len(MAGIC)] != MAGIC:
        raise NotACatalogue("not a catalogue file")
    size = int.from_bytes(data[len(MAGIC) : start], "big")
    header = orjson.loads(memoryview(data)[start : start + size])
    if header["format"] != FORMAT:
        raise NotACatalogue(f"catalogue format {header['format']}, {FORMAT} wanted")
    return Packed(
        release=header["release"],
        operations=[_operation(row) for row in header["operations"]],
        nodes={name: [(o, n) for o, n in places] for name, places in header["nodes"].items()},
        slugs=header["slugs"],
        events=header["events"],
        schemas=header["schemas"],
        icons={name: (o, n, mime) for name, (o, n, mime) in header["icons"].items()},
        grammar=(header["grammar"][0], header["grammar"][1]),
        blob=memoryview(data)[start + size :],
    )


def _operation(row: list[Any]) -> Operation:
    values: dict[str, Any] = {n: tuple(v) if n in TUPLES else v for n, v in zip(FIELDS, row, strict=True)}
    return Operation(**values)


def _schema_of(operation: Operation, schemas: Schemas) -> dict[str, str]:
    """Fields of an operation's output: dotted path → JSON type, from the newest schema not newer than its version."""
    versions = schemas.get(operation.node_type, {})
    key = "/".join(part for part in (operation.resource, operation.operation) if part) or "output"
    fitting = sorted((v for v in versions if key in versions[v] and _number(v) <= operation.version), key=_number)
    fields: dict[str, str] = {}
    if fitting:
        _flatten(versions[fitting[-1]][key], "", fields)
    return fields


def _number(version: str) -> float:
    major, minor, *_ = [*version.lstrip("v").split("."), "0"]
    return float(f"{major}.{minor}")


def _flatten(schema: Json, path: str, fields: dict[str, str], depth: int = 0) -> None:
    for name, inner in (schema.get("properties") or {}).items():
        if len(fields) >= MOST_FIELDS or not isinstance(inner, dict):
            return
        where = f"{path}.{name}" if path else name
        kind = inner.get("type", "")
        fields[where] = kind if isinstance(kind, str) else next((k for k in kind if k != "null"), "")
        if depth < DEEPEST:
            _flatten(inner, where, fields, depth + 1)
