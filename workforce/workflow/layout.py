"""Where the boxes of a flow go: columns from left to right, one lane for each way through."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]


def grid(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """A (column, lane) for every node, no two alike; arrows that lead back (loops) do not count.

    A node stands right of all that come before it. The first follower stays in its lane, further ones open lanes.
    """
    forward = _without_loops(nodes, edges)
    columns = _columns(nodes, forward)
    followers: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in forward:
        followers[source].append(target)
    places: dict[str, Place] = {}
    taken: set[Place] = set()

    def place(node: str, lane: int) -> None:
        while (columns[node], lane) in taken:
            lane += 1
        places[node] = (columns[node], lane)
        taken.add(places[node])

    entered = {target for _, target in forward}
    stack = [(node, 0) for node in reversed(nodes) if node not in entered]
    while stack:
        node, lane = stack.pop()
        if node not in places:
            place(node, lane)
            own = places[node][1]
            stack.extend((target, own + offset) for offset, target in reversed(list(enumerate(followers[node]))))
    for node in nodes:
        if node not in places:
            place(node, 0)
    return places


def _without_loops(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The edges without those that lead back to a node on the way to them."""
    followers: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        if source in followers and target in followers:
            followers[source].append(target)
    kept: list[tuple[str, str]] = []
    state: dict[str, int] = {}
    entered = {target for _, target in edges}
    for start in sorted(nodes, key=lambda node: node in entered):
        stack = [(start, 0)]
        while stack:
            node, position = stack.pop()
            if position == 0 and state.get(node):
                continue
            state[node] = 1
            if position == len(followers[node]):
                state[node] = 2
                continue
            stack.append((node, position + 1))
            target = followers[node][position]
            if state.get(target) != 1:
                kept.append((node, target))
                if not state.get(target):
                    stack.append((target, 0))
    return list(dict.fromkeys(kept))


def _columns(nodes: Sequence[str], forward: Sequence[tuple[str, str]]) -> dict[str, int]:
    waiting = dict.fromkeys(nodes, 0)
    followers: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in forward:
        waiting[target] += 1
        followers[source].append(target)
    columns = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waiting[node]]
    while ready:
        node = ready.pop(0)
        for target in followers[node]:
            columns[target] = max(columns[target], columns[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return columns
