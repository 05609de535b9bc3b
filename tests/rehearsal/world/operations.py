"""The commonest operations of the services most used in n8n, one file a service in `operations/`.

Each is a node as n8n has it: name, type, typeVersion, parameters, and the credential type it signs in with.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from workforce.integrations.rehearsal import Play

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "operations"
SERVICES = sorted(path.stem for path in FOLDER.glob("*.json"))
START, TRIGGER = "Rehearsal", "Trigger"
FEED = (
    f"return $('{START}').first().json.body.items.map((json) => ({{ json, binary: {{ data: {{"
    " data: Buffer.from('hello').toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' } } }));"
)


def operations_of(service: str) -> list[Json]:
    """The nodes of a service's file."""
    nodes: list[Json] = json.loads((FOLDER / f"{service}.json").read_text())
    return nodes


def play_of(nodes: list[Json], trigger: list[Json] | None = None, **more: Any) -> Play:
    """A play in which each node gets the trigger's items, top to bottom."""
    path = f"world-{uuid4().hex[:12]}"
    way = {"httpMethod": "POST", "path": path, "responseMode": "onReceived", "options": {}}
    start = _node({"name": START, "type": "n8n-nodes-base.webhook", "typeVersion": 2, "parameters": way}, 0)
    feed = _node({"name": TRIGGER, "type": "n8n-nodes-base.code", "typeVersion": 2, "parameters": {"jsCode": FEED}}, 0)
    steps = [_node(node, number) for number, node in enumerate(nodes, 1)]
    workflow = {
        "name": "Rehearsal of a test",
        "nodes": [start | {"webhookId": path}, feed, *steps],
        "connections": {START: _to([feed]), TRIGGER: _to(steps)},
        "settings": {"executionOrder": "v1", "saveDataSuccessExecution": "all", "saveDataErrorExecution": "all"},
    }
    kinds = sorted({node["credential"] for node in nodes if "credential" in node})
    items = trigger or [{"name": "Anna", "email": "anna@example.com"}]
    return Play(workflow=workflow, path=path, trigger=items, credentials=kinds, seconds=60, **more)


def _node(node: Json, place: int) -> Json:
    kind = node.get("credential")
    made = {name: value for name, value in node.items() if name != "credential"}
    credentials = {kind: {"id": kind, "name": kind}} if kind else {}
    return {"id": str(uuid4()), "position": [place * 10, place * 200], **made, "credentials": credentials}


def _to(nodes: list[Json]) -> Json:
    return {"main": [[{"node": node["name"], "type": "main", "index": 0} for node in nodes]]}
