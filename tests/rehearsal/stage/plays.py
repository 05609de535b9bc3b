"""Plays as the staging makes them: a start of ours, a trigger that hands its items on, then the steps under test."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import uuid4

from workforce.integrations.rehearsal import CallRecord, PerformanceRecord, Play

Json = dict[str, Any]
START, TRIGGER = "Rehearsal", "Trigger"
FEED = f"return $('{START}').first().json.body.items.map((item) => ({{ json: item }}));"


def node(name: str, kind: str, version: float, parameters: Json, *credentials: str, **more: Any) -> Json:
    """One node of n8n's own package. credentials: their types."""
    return {
        "id": str(uuid4()),
        "name": name,
        "type": kind if "." in kind else f"n8n-nodes-base.{kind}",
        "typeVersion": version,
        "position": [0, 0],
        "parameters": parameters,
        "credentials": {one: {"id": one, "name": one} for one in credentials},
        **more,
    }


def get(name: str, url: str, **more: Any) -> Json:
    """A plain web request."""
    return node(name, "httpRequest", 4.2, {"url": url, "options": {}}, **more)


def slack(name: str, text: str) -> Json:
    """A message to a channel."""
    channel = {"__rl": True, "mode": "name", "value": "#sales"}
    what = {"resource": "message", "operation": "post", "select": "channel", "channelId": channel, "text": text}
    return node(name, "slack", 2.3, {**what, "otherOptions": {}}, "slackApi")


def email(name: str, to: str, **parameters: Any) -> Json:
    """An e-mail over SMTP."""
    content = {"fromEmail": "ada@example.com", "toEmail": to, "subject": "Welcome", "emailFormat": "text"}
    return node(name, "emailSend", 2.1, {**content, "text": "Hello", "options": {}, **parameters}, "smtp")


def code(name: str, javascript: str) -> Json:
    """A step of one's own."""
    return node(name, "code", 2, {"jsCode": javascript})


def query(name: str, sql: str) -> Json:
    """A statement to PostgreSQL."""
    return node(name, "postgres", 2.5, {"operation": "executeQuery", "query": sql, "options": {}}, "postgres")


def play(*steps: Json, trigger: list[Json] | None = None, **more: Any) -> Play:
    """A play of steps in a row."""
    path = f"test-{uuid4().hex[:12]}"
    way = {"httpMethod": "POST", "path": path, "responseMode": "onReceived", "options": {}}
    row = [node(START, "webhook", 2, way, webhookId=path), code(TRIGGER, FEED), *steps]
    arrows = {
        one["name"]: {"main": [[{"node": following["name"], "type": "main", "index": 0}]]}
        for one, following in itertools.pairwise(row)
    }
    settings = {"executionOrder": "v1", "saveDataSuccessExecution": "all", "saveDataErrorExecution": "all"}
    workflow = {"name": "Rehearsal of a test", "nodes": row, "connections": arrows, "settings": settings}
    return Play(workflow=workflow, path=path, trigger=trigger or [{"name": "Ada"}], **more)


def calls_of(performance: PerformanceRecord, step: str) -> list[CallRecord]:
    """What a step sent out."""
    return [call for call in performance.calls if call.step == step]


def refused(performance: PerformanceRecord) -> list[str]:
    """What was tried and may not be."""
    return [call.url for call in performance.calls if call.refused]
