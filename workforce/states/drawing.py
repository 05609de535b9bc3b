"""A plan's flow as boxes and lines with places, for a drawing without any script: downwards, one lane a branch."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.workflow.plan import Drawing, FlowNode

WIDTH, HEIGHT, GAP_X, GAP_Y = 240, 64, 28, 40  # pixels of the drawing's own canvas
ROOT = 16  # pixels a rem, at the default size of letters


@dataclass
class BoxRow:
    """One box; left, top in rem."""

    title: str = ""
    subtitle: str = ""
    icon: str = ""
    left: str = "0rem"
    top: str = "0rem"
    open: bool = False


@dataclass
class LineRow:
    """One arrow as an SVG path, with a label where it has one."""

    path: str = ""
    label: str = ""
    left: str = "0rem"
    top: str = "0rem"


@dataclass
class Sketch:
    """A whole drawing; width and height in rem, view for the SVG."""

    boxes: list[BoxRow] = field(default_factory=list)
    lines: list[LineRow] = field(default_factory=list)
    width: str = "0rem"
    height: str = "0rem"
    view: str = "0 0 1 1"


def sketch(drawing: Drawing) -> Sketch:
    """Lay a drawing out downwards."""
    rows = _ranks([node.x for node in drawing.nodes])
    lanes = _ranks([node.y for node in drawing.nodes])
    places = {node.id: (lanes[node.y] * (WIDTH + GAP_X), rows[node.x] * (HEIGHT + GAP_Y)) for node in drawing.nodes}
    wide = len(lanes) * (WIDTH + GAP_X) - GAP_X
    high = len(rows) * (HEIGHT + GAP_Y) - GAP_Y
    return Sketch(
        boxes=[_box(node, *places[node.id]) for node in drawing.nodes],
        lines=[
            _line(places[edge.source], places[edge.target], edge.label)
            for edge in drawing.edges
            if edge.source in places and edge.target in places
        ],
        width=_rem(max(wide, 0)),
        height=_rem(max(high, 0)),
        view=f"0 0 {max(wide, 1)} {max(high, 1)}",
    )


def _ranks(values: list[int]) -> dict[int, int]:
    return {value: rank for rank, value in enumerate(sorted(set(values)))}


def _rem(pixels: float) -> str:
    return f"{pixels / ROOT:g}rem"


def _box(node: FlowNode, left: int, top: int) -> BoxRow:
    return BoxRow(node.title, node.subtitle, node.icon, _rem(left), _rem(top), node.open)


def _line(source: tuple[int, int], target: tuple[int, int], label: str) -> LineRow:
    x1, x2 = source[0] + WIDTH / 2, target[0] + WIDTH / 2
    y1, y2 = float(source[1] + HEIGHT), float(target[1])
    if y2 < y1:  # back to an earlier step: around the left side
        y1, y2 = source[1] + HEIGHT / 2, target[1] + HEIGHT / 2
        x1, x2 = float(source[0]), float(target[0])
        path = f"M{x1:g} {y1:g} C{x1 - GAP_X:g} {y1:g} {x2 - GAP_X:g} {y2:g} {x2:g} {y2:g}"
    else:
        middle = (y1 + y2) / 2
        path = f"M{x1:g} {y1:g} C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {y2:g}"
    return LineRow(path, label, _rem((x1 + x2) / 2), _rem((y1 + y2) / 2))
