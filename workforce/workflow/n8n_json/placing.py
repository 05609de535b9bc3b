"""Where the nodes stand on n8n's canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workforce.workflow.catalogue.display import Json
from workforce.workflow.layout import grid
from workforce.workflow.spec import Origin

COLUMN, LANE, LANE_WITH_SUB_NODES, SUB_COLUMN, SUB_DROP = 256, 192, 416, 144, 208
Servants = dict[str, list[str]]


class Edge(NamedTuple):
    """An arrow between nodes, by id: out of port `kind`/`output`, into port `into`/`input`; place: `Link`'s."""

    source: str
    kind: str
    output: int
    target: str
    into: str
    input: int
    place: int = 0


def place(nodes: dict[str, Json], edges: Sequence[Edge], origins: Mapping[str, Origin]) -> None:
    """Give every node its position: imported ones stay where they were, what is new comes below them."""
    fixed = {ident: [*origin.position] for ident, origin in origins.items() if origin.position and ident in nodes}
    if len(fixed) < len(nodes):
        _lay_out(nodes, edges)
    below = max((y for _, y in fixed.values()), default=-LANE_WITH_SUB_NODES) + LANE_WITH_SUB_NODES
    for ident, node in nodes.items():
        x, y = node["position"]
        node["position"] = fixed.get(ident) or [x, y + below]


def _lay_out(nodes: dict[str, Json], edges: Sequence[Edge]) -> None:
    servants = _servants(edges)
    serving = {ident for group in servants.values() for ident in group}
    main = [ident for ident in nodes if ident not in serving]
    places = grid(main, [(edge.source, edge.target) for edge in edges if edge.kind == "main"])
    lane_height = LANE_WITH_SUB_NODES if servants else LANE
    widths: dict[int, int] = {}
    for ident, (column, _) in places.items():
        wanted = COLUMN + SUB_COLUMN * max(0, _breadth(ident, servants) - 1)
        widths[column] = max(widths.get(column, COLUMN), wanted)
    for ident, (column, lane) in places.items():
        x, y = sum(widths[c] for c in range(column)), lane * lane_height
        _put(nodes, ident, x, y, servants)


def _servants(edges: Sequence[Edge]) -> Servants:
    """The sub-nodes below each node: each below the first that it serves, none below itself."""
    masters: dict[str, str] = {}
    servants: Servants = {}
    for edge in edges:
        top = edge.target
        while top in masters:
            top = masters[top]
        if edge.kind != "main" and edge.source not in masters and top != edge.source:
            masters[edge.source] = edge.target
            servants.setdefault(edge.target, []).append(edge.source)
    return servants


def _breadth(ident: str, servants: Servants) -> int:
    return max(1, sum(_breadth(servant, servants) for servant in servants.get(ident, ())))


def _put(nodes: dict[str, Json], ident: str, x: int, y: int, servants: Servants) -> None:
    nodes[ident]["position"] = [x, y]
    for servant in servants.get(ident, ()):
        _put(nodes, servant, x, y + SUB_DROP, servants)
        x += SUB_COLUMN * _breadth(servant, servants)
