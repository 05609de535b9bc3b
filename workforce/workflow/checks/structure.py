"""The shape every workflow must have before anything else can be said about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue.display import Json

Finding = tuple[str, str]


def structure_issues(workflow: Any) -> list[Finding]:
    """(code, what is wrong): `structure` stops all further checks, `dangling_connection` does not."""
    if not isinstance(workflow, dict) or not isinstance(workflow.get("nodes"), list):
        return [("structure", "nodes: a list of nodes is needed")]
    shape = [*_node_shapes(workflow["nodes"]), *_connection_shapes(workflow.get("connections"))]
    if shape:
        return [("structure", message) for message in shape]
    return [*_twins(workflow["nodes"]), *_loose_ends(workflow)]


def _node_shapes(nodes: list[Any]) -> Iterator[str]:
    for index, node in enumerate(nodes):
        if not isinstance(node, dict):
            yield f"nodes.{index}: not a node"
            continue
        for name in ("name", "type"):
            if not isinstance(node.get(name), str) or not node[name]:
                yield f"nodes.{index}.{name}: a text is needed"
        position = node.get("position")
        if not (isinstance(position, list) and len(position) == 2 and all(_is_number(x) for x in position)):
            yield f"nodes.{index}.position: two numbers are needed"
        for name, kind in (("parameters", dict), ("id", str), ("disabled", bool)):
            if name in node and not isinstance(node[name], kind):
                yield f"nodes.{index}.{name}: wrong kind of value"
        if "typeVersion" in node and not _is_number(node["typeVersion"]):
            yield f"nodes.{index}.typeVersion: a number is needed"


def _connection_shapes(connections: Any) -> Iterator[str]:
    if not isinstance(connections, dict):
        yield "connections: an object is needed"
        return
    for source, kinds in connections.items():
        if not isinstance(kinds, dict) or not all(isinstance(buckets, list) for buckets in kinds.values()):
            yield f"connections.{source}: lists by kind are needed"
            continue
        for kind, buckets in kinds.items():
            for number, bucket in enumerate(buckets):
                if bucket is not None and not (isinstance(bucket, list) and all(map(_is_connection, bucket))):
                    yield f"connections.{source}.{kind}.{number}: not a list of connections"


def _is_connection(entry: Any) -> bool:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(n), str) and entry[n] for n in ("node", "type")):
        return False
    index: Any = entry.get("index")
    return _is_number(index) and float(index).is_integer() and index >= 0


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _twins(nodes: list[Json]) -> Iterator[Finding]:
    names: set[str] = set()
    idents: set[str] = set()
    for index, node in enumerate(nodes):
        if node.get("id") and node["id"] in idents:
            yield "structure", f"nodes.{index}.id: two nodes share the id {node['id']}"
        if node["name"] in names:
            yield "structure", f'nodes.{index}.name: two nodes are called "{node["name"]}"'
        idents.add(node.get("id", ""))
        names.add(node["name"])


def _loose_ends(workflow: Json) -> Iterator[Finding]:
    names = {node["name"] for node in workflow["nodes"]}
    for source, kinds in workflow["connections"].items():
        if source not in names:
            yield "dangling_connection", f'a connection comes from "{source}", which does not exist'
        for buckets in kinds.values():
            for target in (entry["node"] for bucket in buckets for entry in bucket or ()):
                if target not in names:
                    yield "dangling_connection", f'a connection leads to "{target}", which does not exist'
