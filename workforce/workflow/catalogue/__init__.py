"""The catalogue: every operation of n8n's nodes, found by id or by words, with its parameters and ports.

Built from the installed n8n's own node descriptions (`pack`), loaded from bytes in a moment (`Catalogue.loads`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

from workforce.workflow.catalogue.derive import current_of
from workforce.workflow.catalogue.display import Json
from workforce.workflow.catalogue.effective import ParametersDoNotFit
from workforce.workflow.catalogue.node_type import NodeType, approval_variant, tool_variant
from workforce.workflow.catalogue.operation import Operation, Parameter, Port
from workforce.workflow.catalogue.packing import NotACatalogue, Packed, pack, unpack
from workforce.workflow.catalogue.parameters import parameters_of
from workforce.workflow.catalogue.search import Index

__all__ = [
    "Catalogue",
    "Hit",
    "NodeType",
    "NotACatalogue",
    "Operation",
    "Parameter",
    "ParametersDoNotFit",
    "Port",
    "pack",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """An operation that a search found. `score` compares hits of one search only."""

    operation: Operation
    score: float


class Catalogue:
    """Operations and node types of one n8n release. Reading it is safe from several threads."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self.release = packed.release
        self.operations: dict[str, Operation] = {op.id: op for op in packed.operations}
        self._offered = [op for op in packed.operations if not op.hidden]
        self._nodes: dict[str, list[NodeType]] = {}
        self._by_selects: dict[tuple[str, str, str], Operation] | None = None

    @classmethod
    def loads(cls, data: bytes) -> Catalogue:
        """A catalogue from the bytes `pack` made. Raises `NotACatalogue`."""
        return cls(unpack(data))

    @classmethod
    def from_descriptions(cls, descriptions: Sequence[Json], release: str = "") -> Catalogue:
        """A catalogue straight from node descriptions whose names carry their package."""
        return cls.loads(pack(descriptions, release))

    def __contains__(self, ident: object) -> bool:
        return ident in self.operations

    def __len__(self) -> int:
        return len(self._offered)

    def operation(self, ident: str) -> Operation | None:
        """The operation of that id."""
        return self.operations.get(ident)

    def offered(self) -> Iterable[Operation]:
        """All operations for new steps, by id."""
        return iter(self._offered)

    def services(self) -> dict[str, list[Operation]]:
        """Operations for new steps by the service's name."""
        found: dict[str, list[Operation]] = {}
        for operation in self._offered:
            found.setdefault(operation.service, []).append(operation)
        return found

    def search(
        self,
        text: str,
        limit: int = 10,
        *,
        triggers: bool | None = None,
        sub_nodes: bool | None = None,
        service: str = "",
    ) -> list[Hit]:
        """Operations for a text, best first, ties by id.

        triggers, sub_nodes: True for these only, False without them; service: operations of this service only.
        """
        hits: list[Hit] = []
        for number, score in self._index.search(f"{service} {text}".strip(), len(self._offered)):
            operation = self._offered[number]
            if triggers is not None and operation.is_trigger is not triggers:
                continue
            if sub_nodes is not None and operation.is_sub_node is not sub_nodes:
                continue
            if service and operation.service.lower() != service.lower():
                continue
            hits.append(Hit(operation, score))
            if len(hits) == limit:
                break
        return hits

    def named_services(self, text: str) -> list[tuple[str, float]]:
        """Services a text names, also misspelt: (name in lower case, likeness 0..1), best first."""
        return self._index.services(text)

    @functools.cached_property
    def _index(self) -> Index:
        return Index(
            {
                "service": op.service,
                "resource": op.resource_title or op.resource,
                "title": op.title,
                "action": op.action,
                "aliases": " ".join((*op.aliases, self._packed.events.get(op.icon, "")))[:4000],
                "description": op.description,
            }
            for op in self._offered
        )

    # --- nodes ------------------------------------------------------------------------------------------

    def versions(self, node_type: str) -> list[float]:
        """All versions of a node type, ascending; empty when there is no such node."""
        return sorted(version for node in self._family(node_type) for version in node.versions)

    def node(self, node_type: str, version: float | None = None) -> NodeType | None:
        """The node type that holds this version, the one for new steps if none is given."""
        family = self._family(node_type)
        if version is None:
            return current_of(family) if family else None
        return next((node for node in family if version in node.versions), None)

    def node_of(self, operation: Operation, version: float | None = None) -> NodeType:
        """The node type behind an operation, in this version or the operation's own."""
        node = self.node(operation.node_type, version or operation.version)
        if node is None:
            raise KeyError(f"{operation.node_type} has no version {version}")
        return node

    def _family(self, node_type: str) -> list[NodeType]:
        family = self._nodes.get(node_type)
        if family is None:
            family = self._nodes[node_type] = [NodeType(d) for d in self._descriptions(node_type)]
        return family

    def _descriptions(self, node_type: str) -> list[Json]:
        if node_type in self._packed.nodes:
            return [orjson.loads(self._packed.read(*place)) for place in self._packed.nodes[node_type]]
        for suffix, variant in (("HitlTool", approval_variant), ("Tool", tool_variant)):
            if node_type.endswith(suffix) and (origin := node_type.removesuffix(suffix)) in self._packed.nodes:
                return [d for base in self._descriptions(origin) if (d := variant(base)) is not None]
        return []

    def parameters(self, ident: str, given: Json | None = None, version: float | None = None) -> list[Parameter]:
        """The inputs of an operation, as shown beside what is already `given` (defaults else), in n8n's order."""
        operation = self.operations[ident]
        return parameters_of(self.node_of(operation, version), operation, given or {}, version or operation.version)

    def ports(self, ident: str, parameters: Json, version: float | None = None) -> tuple[list[Port], list[Port]]:
        """Input and output ports of an operation under these parameters (the selecting ones are added)."""
        operation = self.operations[ident]
        node, number = self.node_of(operation, version), version or operation.version
        full = node.effective({**operation.selects, **parameters}, number) if operation.dynamic else {}
        return node.inputs(full, number), node.outputs(full, number)

    def operation_for(self, node_type: str, parameters: Json) -> Operation | None:
        """Which operation a node with these effective parameters performs."""
        if self._by_selects is None:
            self._by_selects = {}
            for op in self._packed.operations:
                self._by_selects.setdefault((op.node_type, op.resource, op.operation), op)
        resource = parameters.get("resource")
        for chooser in ("operation", "mode"):
            for name in (resource, ""):
                found = self._by_selects.get((node_type, _text(name), _text(parameters.get(chooser))))
                if found is not None:
                    return found
        return self._by_selects.get((node_type, _text(resource), "")) or self._by_selects.get((node_type, "", ""))

    def output_fields(self, ident: str) -> dict[str, str]:
        """What an operation gives, where n8n says so: dotted path → JSON type."""
        return self._packed.schemas.get(ident, {})

    @functools.cached_property
    def grammar(self) -> str:
        """The source of the parser that n8n reads expressions with; empty when it is not known."""
        return bytes(self._packed.read(*self._packed.grammar)).decode()

    def icon(self, key: str) -> tuple[bytes, str] | None:
        """The picture of an icon key and its media type, where n8n ships one."""
        place = self._packed.icons.get(key)
        return (bytes(self._packed.read(place[0], place[1])), place[2]) if place else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
