"""The drawn flow: React Flow behind our own box, loaded only where a plan is on screen."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from workforce.states.rows import EdgeRow, NodeRow

LOOKS = {
    "frame": "w-full [--xy-edge-stroke:var(--faint)] [--xy-edge-label-background-color:var(--surface)] "
    "[--xy-edge-label-color:var(--muted)] [--xy-edge-stroke-width:1.5] [--xy-attribution-background-color:transparent] "
    "[&_.react-flow\\_\\_attribution]:text-[10px] text-faint",
    "box": "relative flex items-center gap-3 rounded-xl border border-line-strong bg-surface px-3 shadow-low text-left",
    "box_open": "border-warn! bg-warn-soft!",
    "handle": "opacity-0!",
    "tile": "flex h-9 w-9 shrink-0 items-center justify-center rounded-lg bg-white ring-1 ring-black/10",
    "picture": "h-5 w-5 object-contain",
    "words": "min-w-0 flex flex-col",
    "title": "line-clamp-2 text-sm font-medium leading-tight text-ink",
    "subtitle": "truncate text-xs text-muted",
    "mark": "absolute -right-2 -top-2 flex h-5 w-5 items-center justify-center rounded-full bg-warn "
    "text-xs font-bold text-surface",
}


class Flow(rx.NoSSRComponent):
    """Boxes and arrows. Hidden from screen readers: put the list of steps beside it."""

    library = "$/public" + str(rx.asset("flow.jsx", shared=True)).split("?")[0]
    tag = "Flow"
    lib_dependencies: ClassVar[list[str]] = ["@xyflow/react@12.8.6"]
    nodes: rx.Var[list[NodeRow]]
    edges: rx.Var[list[EdgeRow]]
    looks: rx.Var[dict[str, Any]]


def flow(nodes: list[NodeRow], edges: list[EdgeRow]) -> rx.Component:
    """Draw a plan's flow as wide as its place, downwards where that is narrow."""
    return Flow.create(nodes=nodes, edges=edges, looks=LOOKS)
