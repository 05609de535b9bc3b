"""Workflows made by hand, as small as a case needs them."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

from workforce.integrations.n8n import Engine, WebhookReply


def node(name: str, kind: str, version: float = 1, **parameters: Any) -> dict[str, Any]:
    """One node; ids and webhook ids come from its name."""
    ident = name.lower().replace(" ", "-")
    made = {
        "id": ident,
        "name": name,
        "type": kind if "." in kind else f"n8n-nodes-base.{kind}",
        "typeVersion": version,
        "position": [0, 0],
        "parameters": parameters,
    }
    return made | ({"webhookId": f"eng-{ident}-{parameters['path']}"} if "path" in parameters else {})


def webhook(path: str, credential: tuple[str, str] | None = None, name: str = "Run now") -> dict[str, Any]:
    """A POST webhook, guarded by a header credential (id, name) if given."""
    guard = {"authentication": "headerAuth"} if credential else {}
    made = node(name, "webhook", 2, httpMethod="POST", path=path, options={}, **guard)
    if credential:
        made["credentials"] = {"httpHeaderAuth": {"id": credential[0], "name": credential[1]}}
    return made


def chain(name: str, *nodes: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """A workflow whose nodes follow one another."""
    arrows = {
        before["name"]: {"main": [[{"node": after["name"], "type": "main", "index": 0}]]}
        for before, after in itertools.pairwise(nodes)
    }
    return {"name": name, "nodes": list(nodes), "connections": arrows, "settings": {"executionOrder": "v1", **settings}}


async def answering(engine: Engine, path: str, seconds: float = 5.0) -> WebhookReply:
    """Probe the webhook until it is registered (guarded ones then say 403), at most `seconds`."""
    for _ in range(int(seconds / 0.05)):
        reply = await engine.call_webhook(path)
        if reply.status != 404:
            return reply
        await asyncio.sleep(0.05)
    return reply
