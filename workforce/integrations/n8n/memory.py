"""An n8n in memory, under the same contract: for tests of what stands above it, held to the real one's habits."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from workforce.core.errors import EngineKeyRefused, EngineRefused, EngineUnavailable, NotFound
from workforce.integrations.n8n.records import Credential, Execution, NodeRun, WebhookReply, Workflow

WEBHOOK = "n8n-nodes-base.webhook"
TRIGGERS = (WEBHOOK, "n8n-nodes-base.scheduleTrigger", "n8n-nodes-base.errorTrigger", "n8n-nodes-base.formTrigger")
FAILS = "n8n-nodes-base.stopAndError"


class InMemoryEngine:
    """Workflows, credentials and executions in dictionaries.

    A run goes from its trigger along the first output to the end and hands every item on unchanged; a `stopAndError`
    node fails it. `away` and `key_refused` make every verb fail the way the real one would.
    """

    def __init__(self) -> None:
        """Start empty, up, and with the key accepted."""
        self.away = False
        self.key_refused = False
        self.workflows: dict[str, Workflow] = {}
        self.published: dict[str, dict[str, Any]] = {}
        self.credentials: dict[str, tuple[Credential, dict[str, Any]]] = {}
        self.runs: dict[str, Execution] = {}
        self._ids = itertools.count(1)

    async def check(self) -> None:
        """Return when it is up and the key is taken."""
        self._answer()

    async def version(self) -> str:
        """Its version."""
        self._answer()
        return "2.40.7"

    async def create_workflow(self, workflow: dict[str, Any]) -> Workflow:
        """Create it, unpublished."""
        self._answer()
        missing = next((key for key in ("name", "nodes", "connections", "settings") if key not in workflow), None)
        if missing:
            raise EngineRefused(f"The automation engine (n8n) refused this: request/body must have '{missing}'.")
        body = {**workflow, "id": f"w{next(self._ids)}", "active": False}
        return self._keep(body)

    async def update_workflow(self, workflow_id: str, workflow: dict[str, Any]) -> Workflow:
        """Replace its content. `NotFound`."""
        held = await self.get_workflow(workflow_id)
        return self._keep({**held.body, **workflow, "id": workflow_id, "active": held.active})

    async def get_workflow(self, workflow_id: str) -> Workflow:
        """The workflow. `NotFound`."""
        self._answer()
        if workflow_id not in self.workflows:
            raise NotFound
        return self.workflows[workflow_id]

    async def find_workflows(self, name_part: str) -> list[Workflow]:
        """All whose name contains `name_part`."""
        self._answer()
        return [one for one in self.workflows.values() if name_part in one.name]

    async def delete_workflow(self, workflow_id: str) -> None:
        """Unpublish and delete it; fine when it is gone already."""
        self._answer()
        self.workflows.pop(workflow_id, None)
        self.published.pop(workflow_id, None)

    async def publish(self, workflow_id: str) -> Workflow:
        """Publish; refused for unknown node types, missing triggers and missing credentials, like the real one."""
        held = await self.get_workflow(workflow_id)
        kinds = [node["type"] for node in held.body["nodes"]]
        unknown = next((kind for kind in kinds if not kind.startswith(("n8n-nodes-base.", "@n8n/"))), None)
        if unknown:
            raise EngineRefused(f"The automation engine (n8n) refused this: Unrecognized node type: {unknown}.")
        if not any(kind in TRIGGERS or kind.endswith("Trigger") for kind in kinds):
            raise EngineRefused("The automation engine (n8n) refused this: it has no trigger node.")
        self.published[workflow_id] = held.body
        return self._keep({**held.body, "active": True})

    async def unpublish(self, workflow_id: str) -> Workflow:
        """Stop its triggers. `NotFound`."""
        held = await self.get_workflow(workflow_id)
        self.published.pop(workflow_id, None)
        return self._keep({**held.body, "active": False})

    async def executions(
        self,
        *,
        started_after: datetime | None = None,
        status: str = "",
        workflow_id: str = "",
        limit: int = 1000,
    ) -> list[Execution]:
        """Without data, newest first; running ones only under `status="running"`."""
        self._answer()
        found = [
            replace(run, nodes=(), error=None, failed_node="", started_by="", workflow={})
            for run in reversed(self.runs.values())
            if (run.status == status if status else run.status != "running")
            and (not workflow_id or run.workflow_id == workflow_id)
            and (not started_after or (run.started_at is not None and run.started_at >= started_after))
        ]
        return found[:limit]

    async def execution(self, execution_id: str) -> Execution:
        """One execution with its data. `NotFound`."""
        self._answer()
        if execution_id not in self.runs:
            raise NotFound
        return self.runs[execution_id]

    async def create_credential(self, name: str, kind: str, data: dict[str, Any]) -> Credential:
        """Create it."""
        self._answer()
        credential = Credential(f"c{next(self._ids)}", name, kind)
        self.credentials[credential.id] = (credential, data)
        return credential

    async def find_credentials(self, name: str) -> list[Credential]:
        """All of exactly that name."""
        self._answer()
        return [credential for credential, _ in self.credentials.values() if credential.name == name]

    async def delete_credential(self, credential_id: str) -> None:
        """Delete it; fine when it is gone already."""
        self._answer()
        self.credentials.pop(credential_id, None)

    async def credential_schema(self, kind: str) -> dict[str, Any]:
        """The schema of `httpHeaderAuth`; any other is `NotFound`."""
        self._answer()
        if kind != "httpHeaderAuth":
            raise NotFound
        text = {"type": "string"}
        return {"type": "object", "properties": {"name": text, "value": text}, "required": []}

    async def call_webhook(
        self, path: str, *, method: str = "POST", headers: dict[str, str] | None = None, body: Any = None
    ) -> WebhookReply:
        """404 without a published webhook at `path`, 403 without its header, else a run."""
        if self.away:
            raise EngineUnavailable
        for workflow_id, content in self.published.items():
            for node in content["nodes"]:
                values = node.get("parameters", {})
                if node["type"] == WEBHOOK and values.get("path") == path and values.get("httpMethod", "GET") == method:
                    if not self._may_call(node, headers or {}):
                        return WebhookReply(403, "Authorization data is wrong!")
                    self._run(workflow_id, content, node["name"], {"headers": headers or {}, "body": body})
                    return WebhookReply(200, json.dumps({"message": "Workflow was started"}))
        return WebhookReply(
            404, json.dumps({"code": 404, "message": f'The webhook "{method} {path}" is not registered.'})
        )

    # --- below: how it keeps and runs -----------------------------------------------------------------------

    def _answer(self) -> None:
        if self.away:
            raise EngineUnavailable
        if self.key_refused:
            raise EngineKeyRefused

    def _keep(self, body: dict[str, Any]) -> Workflow:
        kept = Workflow.read(body)
        self.workflows[kept.id] = kept
        return kept

    def _may_call(self, node: dict[str, Any], headers: dict[str, str]) -> bool:
        if node["parameters"].get("authentication") != "headerAuth":
            return True
        held = self.credentials.get(node.get("credentials", {}).get("httpHeaderAuth", {}).get("id", ""))
        return held is not None and headers.get(held[1]["name"]) == held[1]["value"]

    def _run(self, workflow_id: str, content: dict[str, Any], start: str, item: dict[str, Any]) -> None:
        kinds = {node["name"]: node for node in content["nodes"]}
        name: str | None = start
        nodes: list[NodeRun] = []
        error: dict[str, Any] | None = None
        while name and not error:
            if kinds[name]["type"] == FAILS:
                error = {"message": kinds[name]["parameters"].get("errorMessage", ""), "node": {"name": name}}
            status, given = ("error", 0) if error else ("success", 1)
            nodes.append(NodeRun(name, len(nodes), 1, status, given, (item,) if given else (), error))
            outputs = content["connections"].get(name, {}).get("main") or [[]]
            name = outputs[0][0]["node"] if outputs[0] else None
        now = datetime.now(UTC)
        ident = str(next(self._ids))
        status = "error" if error else "success"
        failed = nodes[-1].name if error else ""
        self.runs[ident] = Execution(
            ident, workflow_id, status, "webhook", now, now, tuple(nodes), error, failed, start, content
        )
