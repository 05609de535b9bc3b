"""The inputs of an operation: the properties its node shows under that choice."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue.display import Json, shown
from workforce.workflow.catalogue.node_type import NodeType
from workforce.workflow.catalogue.operation import Operation, Parameter

DECORATION = {"notice", "callout", "button", "curlImport"}


def parameters_of(node: NodeType, operation: Operation, given: Json, version: float) -> list[Parameter]:
    """Shown parameters beside `given`, without those that choose the operation and those that are mere decoration."""
    values = node.effective({**operation.selects, **given}, version)
    host = node.host(version)
    return [
        parameter(prop)
        for prop in node.properties
        if prop["name"] not in operation.selects
        and prop["type"] not in DECORATION
        and shown(prop, values, values, host)
    ]


def parameter(prop: Json) -> Parameter:
    """n8n's property as a `Parameter`."""
    kind, options = prop["type"], prop.get("options") or []
    type_options = prop.get("typeOptions") or {}
    return Parameter(
        name=prop["name"],
        kind=kind,
        title=str(prop.get("displayName", prop["name"])),
        description=prop.get("description") or "",
        default=prop.get("default"),
        required=bool(prop.get("required")),
        choices=tuple((o["value"], str(o.get("name", ""))) for o in options if "value" in o),
        modes=tuple(mode["name"] for mode in prop.get("modes") or ()),
        loaded="loadOptionsMethod" in type_options or "loadOptions" in type_options,
        many=kind == "multiOptions" or bool(type_options.get("multipleValues")),
        placeholder=str(prop.get("placeholder") or ""),
        children=tuple(_children(kind, options)),
    )


def _children(kind: str, options: list[Any]) -> list[Parameter]:
    if kind == "collection":
        return [parameter(option) for option in options if "type" in option]
    if kind == "fixedCollection":
        return [
            Parameter(
                name=group["name"],
                kind="group",
                title=group.get("displayName", group["name"]),
                children=tuple(parameter(value) for value in group["values"]),
            )
            for group in options
        ]
    return []
