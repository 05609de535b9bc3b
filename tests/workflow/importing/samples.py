"""Exports in the shapes that real ones have: old and new nodes, AI ports, loops, notes, and all that goes wrong."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
BASE, CHAIN = "n8n-nodes-base.", "@n8n/n8n-nodes-langchain."
_place = [0]


def node(name: str, kind: str, version: float | None = 1, parameters: Json | None = None, **more: Any) -> Json:
    """A node somewhere on the canvas."""
    _place[0] = (_place[0] + 220) % 4400
    made: Json = {"name": name, "type": kind if "." in kind else BASE + kind, "position": [_place[0], 300]}
    version_of = {} if version is None else {"typeVersion": version}
    return {"id": f"id of {name}", **made, **version_of, "parameters": parameters or {}, **more}


def wire(target: str, kind: str = "main", index: int = 0) -> Json:
    """One end of a connection."""
    return {"node": target, "type": kind, "index": index}


def ways(*buckets: list[str] | None, kind: str = "main") -> Json:
    """The connections of one node: the names each output leads to."""
    return {kind: [None if bucket is None else [wire(name, kind) for name in bucket] for bucket in buckets]}


def workflow(nodes: list[Json], connections: Json | None = None, **more: Any) -> Json:
    """An export."""
    return {"name": "Sample", "nodes": nodes, "connections": connections or {}, **more}


START = node("Start", "manualTrigger")

OLD_NODES = workflow(
    [
        node("Cron", "cron", 1, {"triggerTimes": {"item": [{"hour": 9, "minute": 30}, {"mode": "everyWeek"}]}}),
        node("HTTP", "httpRequest", 1, {"url": "https://example.com/a", "allowUnauthorizedCerts": False}),
        node("Function", "functionItem", 1, {"functionCode": "item.a = 1;\nreturn item;"}),
        node("Set", "set", 1, {"values": {"string": [{"name": "a", "value": "={{$json[\"b\"]}}"}]}, "options": {}}),
        node("IF", "if", 1, {"conditions": {"number": [{"value1": "={{$json[\"a\"]}}", "operation": "larger"}]}}),
        node("Mail", "emailSend", 1, {"text": "=Hello {{ $node[\"Set\"].json[\"a\"] }}", "subject": "x"}),
    ],
    {
        "Cron": ways(["HTTP"]),
        "HTTP": ways(["Function"]),
        "Function": ways(["Set"]),
        "Set": ways(["IF"]),
        "IF": ways([], ["Mail"]),
    },
    active=True,
    settings={},
)  # fmt: skip

AGENT = workflow(
    [
        node("Chat", CHAIN + "chatTrigger", 1.1, {"options": {}}, webhookId="8c0f"),
        node("Agent", CHAIN + "agent", 1.7, {"options": {"systemMessage": "=Today is {{ $now }}."}}),
        node("Second agent", CHAIN + "agent", 2.2, {"promptType": "define", "text": "x", "needsFallback": True}),
        node("Model", CHAIN + "lmChatOpenAi", 1.2, {"model": {"__rl": True, "mode": "list", "value": "gpt-4o-mini"}}),
        node("Spare model", CHAIN + "lmChatOpenAi", 1, {"model": "gpt-4o"}, credentials={"openAiApi": {"id": "7"}}),
        node("Memory", CHAIN + "memoryBufferWindow", 1.3),
        node("Mail tool", "gmailTool", 2.1, {"sendTo": "={{ $fromAI('To', ``, 'string') }}", "subject": "Hi"}),
        node("Store", CHAIN + "vectorStoreInMemory", 1, {"mode": "retrieve-as-tool", "toolName": "docs"}),
        node("Embeddings", CHAIN + "embeddingsOpenAi", 1.1, {"options": {}}),
    ],
    {
        "Chat": ways(["Agent"]),
        "Agent": ways(["Second agent"]),
        "Model": ways(["Agent", "Second agent"], kind="ai_languageModel"),
        "Spare model": {"ai_languageModel": [[wire("Second agent", "ai_languageModel", 1)]]},
        "Memory": {**ways(["Agent", "Chat"], kind="ai_memory")},
        "Mail tool": ways(["Agent"], kind="ai_tool"),
        "Store": ways(["Agent"], kind="ai_tool"),
        "Embeddings": ways(["Store"], kind="ai_embedding"),
    },
)

LOOP = workflow(
    [
        node("Daily", "scheduleTrigger", 1.2, {"rule": {"interval": [{"triggerAtHour": 7}]}}),
        node("By hand", "manualTrigger"),
        node("Loop", "splitInBatches", 3, {"options": {"reset": False}}),
        node("Ask", "httpRequest", 4.2, {"url": "=https://example.com/{{ $json.id }}"}, onError="continueErrorOutput"),
        node("Wait", "wait", 1.1, {"amount": 2}, webhookId="5d1c"),
        node("Keep", "noOp", 1, retryOnFail=True, maxTries=4, waitBetweenTries=2000, executeOnce=True),
        node("Both", "noOp", 1, retryOnFail=True, onError="continueRegularOutput", alwaysOutputData=True),
        node("Old way", "noOp", 1, continueOnFail=True, notes="why\nnot", notesInFlow=True, disabled=True),
        node("Join", "merge", 3, {"numberInputs": 3}),
    ],
    {
        "Daily": ways(["Loop"]),
        "By hand": ways(["Loop"]),
        "Loop": ways(["Keep", "Both", "Old way"], ["Ask"]),
        "Ask": {"main": [[wire("Wait"), wire("Join", index=2)], [wire("Old way"), wire("Keep")]]},
        "Wait": ways(["Loop"]),
        "Keep": {"main": [[wire("Join")]]},
        "Both": {"main": [[wire("Join", index=1), wire("Join", index=1)], None]},
    },
    settings={
        "executionOrder": "v1",
        "timezone": "Europe/Berlin",
        "errorWorkflow": "of-another",
        "callerPolicy": "any",
    },
    pinData={"Ask": [{"json": {"a": 1}}]},
    meta={"instanceId": "x"},
    tags=[{"name": "y"}],
)

SHEET: Json = {
    "documentId": {
        "__rl": True,
        "mode": "list",
        "value": "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
        "cachedResultName": "Orders",
        "cachedResultUrl": "https://example.com/orders",
    },
    "sheetName": {"__rl": True, "mode": "name", "value": "={{ $json.sheet }}"},
    "operation": "append",
    "columns": {
        "mappingMode": "defineBelow",
        "value": {"a": "={{ $json.a }}", "b": 1},
        "schema": [{"id": "a", "displayName": "a", "type": "string", "required": False}],
        "matchingColumns": [],
    },
    "options": {},
}
SERVICES = workflow(
    [
        node("Hook", "webhook", 2, {"path": "orders", "httpMethod": "POST", "options": {}}, webhookId="9a1b"),
        node("Sheet", "googleSheets", 4.5, SHEET, credentials={"googleSheetsOAuth2Api": {"id": "3", "name": "Mine"}}),
        node("Slack", "slack", 2.3, {"select": "channel", "channelId": {"__rl": True, "mode": "name", "value": "#a"}}),
        node("Custom", "slack", 2.3, {"resource": "message", "operation": "__CUSTOM_API_CALL__"}),
        node("Chosen later", "slack", 2.1, {"resource": "message", "operation": "={{ $json.do }}"}),
        node("Left over", "slack", 2.3, {"resource": "user", "operation": "getAll", "text": "x", "odd": [1]}),
        node("Escaped", "set", 3.4, {"mode": "raw", "jsonOutput": "={{ $json[&quot;a&quot;] }}"}),
    ],
    {
        "Hook": ways(["Sheet", "Slack"]),
        "Sheet": ways(["Custom"]),
        "Slack": ways(["Chosen later", "Left over", "Escaped"]),
    },
)  # fmt: skip

STRANGE = workflow(
    [
        node("Foreign trigger", "n8n-nodes-elsewhere.thingTrigger", 1, {"x": "={{ 1 }}"}),
        node("Foreign", "@someone/n8n-nodes-elsewhere.thing", 2.5, {"deep": {"list": [1, "={{ $json.a }}", None]}}),
        node("Too new", "set", 99, {"a": True}),
        node("No version", "set", None),
        node("Tab\there “quoted” \u2028 it's", "noOp", 1, unknownKey={"a": 1}),
        node("Note", "stickyNote", 1, {"content": "## Read me", "height": 200, "color": 4}),
        node("Note", "stickyNote", 1, {"content": "another"}),
    ],
    {
        "Foreign trigger": ways(["Foreign", "Nobody", "Too new"]),
        "Foreign": {**ways(["Foreign trigger"]), "ai_tool": [[wire("Too new", "main")], [wire("Foreign", "ai_tool")]]},
        "Nobody": ways(["Foreign"]),
        "Note": ways(["Foreign"]),
        "Too new": {"main": [None, [], [wire("Too new")]], "odd": []},
    },
    somethingNew={"kept": True},
)  # fmt: skip
MALFORMED = workflow([START, node("Twin", "noOp"), node("Twin", "set", 3.4), node("No place", "noOp")])
del MALFORMED["nodes"][3]["position"], MALFORMED["nodes"][3]["id"]

ALL = {
    "old nodes": OLD_NODES,
    "agent": AGENT,
    "loop": LOOP,
    "services": SERVICES,
    "strange": STRANGE,
    "malformed": MALFORMED,
    "nothing": workflow([]),
    "only a note": workflow([node("Note", "stickyNote", 1, {"content": "x"})]),
    "no trigger": workflow([node("Set", "set", 3.4)]),
    "bare": {"nodes": [START], "connections": {}},
}
