"""Small n8n workflows as people export them."""

from __future__ import annotations

import itertools
from typing import Any

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.rehearsal.flow import Flow

Json = dict[str, Any]


def node(name: str, kind: str, version: float = 1, *, base: bool = True, **more: Any) -> Json:
    """A node; what is not one of n8n's flags is a parameter."""
    flags = {key: more.pop(key) for key in ("onError", "retryOnFail", "disabled", "credentials") if key in more}
    kind = f"n8n-nodes-base.{kind}" if base else kind
    return {
        "id": name,
        "name": name,
        "type": kind,
        "typeVersion": version,
        "position": [0, 0],
        "parameters": more,
        **flags,
    }


def wired(*nodes: Json, links: list[tuple[str, int, str]] | None = None, **more: Any) -> Json:
    """A workflow; one after the other when no links (source, output, target) are given."""
    names = [one["name"] for one in nodes]
    pairs = links if links is not None else [(a, 0, b) for a, b in itertools.pairwise(names)]
    connections: dict[str, dict[str, list[list[Json]]]] = {}
    for source, output, target in pairs:
        outputs = connections.setdefault(source, {"main": []})["main"]
        outputs.extend([] for _ in range(output + 1 - len(outputs)))
        outputs[output].append({"node": target, "type": "main", "index": 0})
    return {"name": "Sample", "nodes": list(nodes), "connections": connections, "settings": {}, **more}


def condition(left: str, kind: str, operation: str, right: Any) -> Json:
    """The `conditions` of an If or Filter."""
    row = {"id": "1", "leftValue": left, "rightValue": right, "operator": {"type": kind, "operation": operation}}
    options = {"caseSensitive": True, "leftValue": "", "typeValidation": "loose", "version": 2}
    return {"options": options, "conditions": [row], "combinator": "and"}


def hook(**more: Any) -> Json:
    """A webhook trigger."""
    return node("Order", "webhook", 2, httpMethod="POST", path="orders", **more)


def slack(name: str = "Tell", text: str = "=New: {{ $json.body.total }}", **more: Any) -> Json:
    """A message to a channel."""
    channel = {"__rl": True, "mode": "name", "value": "sales"}
    return node(
        name, "slack", 2.3, resource="message", operation="post", select="channel", channelId=channel, text=text, **more
    )


def flow(workflow: Json, catalogue: Catalogue) -> Flow:
    """Read the workflow."""
    return Flow(workflow, catalogue)
