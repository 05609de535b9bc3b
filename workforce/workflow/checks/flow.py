"""Ports and ways: what may be wired to what, and whether every node is reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from workforce.workflow.catalogue import NodeType, Port
from workforce.workflow.catalogue.display import Json

Finding = tuple[str, str, str]


@dataclass(slots=True)
class Seen:
    """A node of a workflow with its type and the parameters it runs with; none when they are not `readable`."""

    node: Json
    node_type: NodeType
    version: float
    parameters: Json
    readable: bool = True
    inputs: list[Port] = field(default_factory=list)
    outputs: list[Port] = field(default_factory=list)

    def find_ports(self) -> None:
        """Work out the ports; a node whose parameters change them is asked."""
        error = self.node.get("onError") == "continueErrorOutput"
        self.inputs = self.node_type.inputs(self.parameters, self.version)
        self.outputs = self.node_type.outputs(self.parameters, self.version, error_output=error)


Wire = tuple[str, str, int, str, str, int]


def wires(connections: Json) -> Iterator[Wire]:
    """(source, kind, output, target, kind, input) for every connection."""
    for source, kinds in connections.items():
        for kind, buckets in kinds.items():
            for output, bucket in enumerate(buckets or ()):
                for entry in bucket or ():
                    yield source, kind, output, entry["node"], entry["type"], entry["index"]


def port_issues(connections: Json, seen: dict[str, Seen]) -> Iterator[Finding]:
    """(code, node, what is wrong) for wires to ports that do not exist and required ports without a wire."""
    arriving: dict[str, set[str]] = defaultdict(set)
    for source, kind, output, target, into, index in wires(connections):
        if source not in seen:
            continue
        available = sum(port.kind == kind for port in seen[source].outputs)
        if output >= available:
            yield "illegal_output", source, f"has no {kind} output {output} ({available} available)"
        if target not in seen:
            continue
        arriving[target].add(into)
        accepted = sum(port.kind == into for port in seen[target].inputs)
        if index >= accepted:
            yield "illegal_input", target, f'has no {into} input {index} ({accepted} available), wired from "{source}"'
        if kind != into:
            yield "illegal_output", source, f'output {kind} is wired to input {into} of "{target}"'
    for name, one in seen.items():
        for port in one.inputs if not one.node.get("disabled") else ():
            if port.required and port.kind not in arriving[name]:
                yield "missing_required_input", name, f"needs something connected to its {port.kind} input"


def unreachable(connections: Json, names: list[str], triggers: list[str]) -> list[str]:
    """Nodes that no trigger leads to; models, tools and the like count with the node they serve."""
    followers: dict[str, list[str]] = defaultdict(list)
    for source, kind, _, target, _, _ in wires(connections):
        if kind == "main":
            followers[source].append(target)
        else:
            followers[target].append(source)
    reached, queue = set(triggers), list(triggers)
    while queue:
        for other in followers[queue.pop()]:
            if other not in reached:
                reached.add(other)
                queue.append(other)
    return [name for name in names if name not in reached]
