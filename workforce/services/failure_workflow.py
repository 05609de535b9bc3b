"""The one published workflow an engine has of ours: when any worker fails there, it tells us at once."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any
from uuid import UUID

from workforce.core.settings import get_settings
from workforce.integrations.n8n import Engine

TOKEN_HEADER = "X-WorkForce-Token"  # noqa: S105 - a header's name
TRIGGER, POST = "When a worker fails", "Tell WorkForce AI"


async def ensure(client: Engine, engine_id: UUID, known: str = "") -> str:
    """The id of that workflow on this engine; made once, brought up to date when our address or secret changed."""
    name = f"WorkForce AI: tell of failures ({engine_id})"
    wanted = definition(name, callback_address(engine_id), callback_token(engine_id))
    found = sorted(await client.find_workflows(name), key=lambda one: (one.id != known, one.id))
    for twin in found[1:]:
        await client.delete_workflow(twin.id)
    if not found:
        made = await client.create_workflow(wanted)
    elif found[0].active and found[0].body["nodes"][-1]["parameters"] == wanted["nodes"][-1]["parameters"]:
        return found[0].id
    else:
        made = await client.update_workflow(found[0].id, wanted)
    return (await client.publish(made.id)).id


def callback_token(engine_id: UUID) -> str:
    """What this engine shows us when it reports; empty, and then never accepted, without a secret key."""
    secret = get_settings().secret_key.get_secret_value()
    if not secret:
        return ""
    return hmac.new(secret.encode(), f"engine-failure:{engine_id}".encode(), hashlib.sha256).hexdigest()


def callback_address(engine_id: UUID) -> str:
    """Where the engine reports to."""
    settings = get_settings()
    return f"{(settings.callback_url or settings.public_url).rstrip('/')}/api/engine/failure/{engine_id}"


def definition(name: str, address: str, token: str) -> dict[str, Any]:
    """Error Trigger, then a POST of what it heard to `address` with our token."""
    post = {
        "method": "POST",
        "url": address,
        "sendHeaders": True,
        "headerParameters": {"parameters": [{"name": TOKEN_HEADER, "value": token}]},
        "sendBody": True,
        "specifyBody": "json",
        "jsonBody": "={{ JSON.stringify($json) }}",
        "options": {"timeout": 10000},
    }
    nodes = [
        _node(TRIGGER, "n8n-nodes-base.errorTrigger", 1, 0, {}),
        _node(POST, "n8n-nodes-base.httpRequest", 4.2, 220, post) | {"retryOnFail": True, "maxTries": 3},
    ]
    return {
        "name": name,
        "nodes": nodes,
        "connections": {TRIGGER: {"main": [[{"node": POST, "type": "main", "index": 0}]]}},
        "settings": {"executionOrder": "v1", "saveDataSuccessExecution": "none"},
    }


def _node(name: str, kind: str, version: float, x: int, parameters: dict[str, Any]) -> dict[str, Any]:
    ident = name.lower().replace(" ", "-")
    return {
        "id": ident,
        "name": name,
        "type": kind,
        "typeVersion": version,
        "position": [x, 0],
        "parameters": parameters,
    }
