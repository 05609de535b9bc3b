"""A workflow's nodes and arrows, with the questions a rehearsal asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue import Catalogue, NodeType
from workforce.workflow.catalogue.display import Json

BASE = "n8n-nodes-base."
ERROR_TRIGGER = BASE + "errorTrigger"
NOTE = BASE + "stickyNote"
BRANCHES = {BASE + "if", BASE + "switch", BASE + "filter"}
PASSES_ON = BRANCHES | {
    BASE + name for name in ("merge", "limit", "sort", "removeDuplicates", "noOp", "splitInBatches", "wait")
}
LOGIC_NAMES = (
    "set",
    "code",
    "aggregate",
    "summarize",
    "splitOut",
    "dateTime",
    "html",
    "markdown",
    "xml",
    "crypto",
    "renameKeys",
    "compareDatasets",
    "convertToFile",
    "extractFromFile",
    "stopAndError",
    "respondToWebhook",
    "itemLists",
    "stickyNote",
    "editImage",
    "compression",
    "jwt",
    "executionData",
    "debugHelper",
    "function",
    "functionItem",
    "form",
)
LOGIC = PASSES_ON | {BASE + name for name in LOGIC_NAMES}


class Flow:
    """Reading a workflow. Nodes by name; arrows as (source, kind, output, target)."""

    def __init__(self, workflow: Json, catalogue: Catalogue) -> None:
        self.workflow = workflow
        self.catalogue = catalogue
        self.nodes: dict[str, Json] = {n["name"]: n for n in workflow["nodes"] if n["type"] != NOTE}
        self.arrows = list(_arrows(workflow))

    def type_of(self, name: str) -> NodeType | None:
        """The node's type as the engine knows it, None for one it does not have."""
        node = self.nodes[name]
        version = node.get("typeVersion")
        return self.catalogue.node(node["type"], float(version) if version is not None else None)

    def effective(self, name: str) -> Json:
        """The node's parameters as the engine runs them: defaults filled in."""
        node, kind = self.nodes[name], self.type_of(name)
        if kind is None:
            return dict(node.get("parameters") or {})
        try:
            return kind.effective(node.get("parameters") or {}, float(node.get("typeVersion") or kind.default_version))
        except ValueError:
            return dict(node.get("parameters") or {})

    def triggers(self) -> list[str]:
        """What starts it, in the workflow's order; the error trigger is not among them."""
        return [name for name, node in self.nodes.items() if self.is_trigger(name) and node["type"] != ERROR_TRIGGER]

    def is_trigger(self, name: str) -> bool:
        """Whether this node starts a workflow (and is switched on)."""
        kind = self.type_of(name)
        node = self.nodes[name]
        trigger = kind.is_trigger if kind else node["type"].endswith("Trigger")
        return trigger and not node.get("disabled")

    def after(self, name: str, output: int | None = None) -> list[str]:
        """The nodes right behind it, by this output or all."""
        return [
            target
            for source, kind, out, target in self.arrows
            if source == name and kind == "main" and output in (None, out) and target in self.nodes
        ]

    def before(self, name: str) -> list[str]:
        """The nodes right before it."""
        return [source for source, kind, _, target in self.arrows if target == name and kind == "main"]

    def reach(self, *starts: str, blocked: frozenset[tuple[str, int]] = frozenset()) -> set[str]:
        """Every node that can run once the starts do (they included), not through blocked (node, output) pairs."""
        found: set[str] = set()
        waiting = [start for start in starts if start in self.nodes]
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            for source, kind, output, target in self.arrows:
                if source == name and kind == "main" and (name, output) not in blocked and target in self.nodes:
                    waiting.append(target)
        return found

    def error_outputs(self) -> frozenset[tuple[str, int]]:
        """(node, output) of each way out that is taken only after a failure."""
        return frozenset(
            (name, self._outputs(name))
            for name, node in self.nodes.items()
            if node.get("onError") == "continueErrorOutput"
        )

    def sources_of(self, name: str) -> set[str]:
        """The nodes whose items this one sees as `$json`: the nearest before it that make items of their own."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = self.before(name)
        while waiting:
            source = waiting.pop()
            if source in seen or source not in self.nodes:
                continue
            seen.add(source)
            if self.nodes[source]["type"] in PASSES_ON:
                waiting += self.before(source)
            else:
                found.add(source)
        return found

    def is_outside(self, name: str) -> bool:
        """Whether it talks to a service (it is no logic, no trigger, no part of another node)."""
        kind = self.type_of(name)
        if kind is None or self.is_trigger(name) or self.nodes[name]["type"] in LOGIC:
            return False
        return not self.serves(name)

    def serves(self, name: str) -> bool:
        """Whether it is plugged into another node (a model, a tool, a memory)."""
        return any(source == name and kind != "main" for source, kind, _, _ in self.arrows)

    def _outputs(self, name: str) -> int:
        kind, node = self.type_of(name), self.nodes[name]
        if kind is None:
            return 1
        ports = kind.outputs(self.effective(name), float(node.get("typeVersion") or kind.default_version))
        return len([port for port in ports if port.kind == "main"])


def _arrows(workflow: Json) -> Iterator[tuple[str, str, int, str]]:
    connections: dict[str, dict[str, list[Any]]] = workflow.get("connections") or {}
    for source, kinds in connections.items():
        for kind, buckets in kinds.items():
            for output, bucket in enumerate(buckets or ()):
                for arrow in bucket or ():
                    yield source, kind, output, arrow["node"]
