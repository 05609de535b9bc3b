"""`Operation`: one thing a service can do; `Parameter`: one of its inputs; `Port`: where things plug in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a node can do, e.g. `slack.message.post`.

    selects: the parameters that choose it on the node (`{"resource": "message", "operation": "post"}`);
    inputs, outputs: port types (as they are at first when `dynamic`: parameters change them); icon: key of the picture;
    hidden: n8n no longer offers it for new steps (superseded nodes, operations of old versions).
    """

    id: str
    node_type: str
    version: float
    resource: str
    operation: str
    selects: dict[str, str]
    title: str
    action: str
    service: str
    description: str
    resource_title: str = ""
    aliases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    is_trigger: bool = False
    inputs: tuple[str, ...] = ("main",)
    outputs: tuple[str, ...] = ("main",)
    dynamic: bool = False
    icon: str = ""
    hidden: bool = False

    @property
    def is_sub_node(self) -> bool:
        """A model, tool, memory or parser: it serves another step instead of standing in the flow."""
        return bool(self.outputs) and "main" not in self.outputs


@dataclass(frozen=True, slots=True)
class Parameter:
    """One input of an operation as n8n describes it. `kind` is n8n's type; `choices` (value, label) pairs.

    modes: how a `resourceLocator` may name its thing; loaded: choices come from the service at run time;
    children: of a `collection` the members, of a `fixedCollection` one `Parameter` a group; many: takes a list.
    """

    name: str
    kind: str
    title: str
    description: str = ""
    default: Any = None
    required: bool = False
    choices: tuple[tuple[Any, str], ...] = ()
    modes: tuple[str, ...] = ()
    loaded: bool = False
    many: bool = False
    placeholder: str = ""
    children: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Port:
    """One socket of a node. `kind`: `main`, `ai_languageModel`, `ai_tool`, …"""

    kind: str
    title: str = ""
    required: bool = False
    most: int | None = None
    only: tuple[str, ...] = field(default=())
