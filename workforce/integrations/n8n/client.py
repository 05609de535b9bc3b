"""The real client of n8n's public API (`/api/v1`) and of its production webhooks."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from time import perf_counter
from typing import Any

import httpx

from workforce.core.errors import EngineRefused, EngineUnavailable, NotFound
from workforce.core.telemetry import ENGINE_CALLS, correlation_id
from workforce.integrations.n8n.records import Credential, Execution, WebhookReply, Workflow
from workforce.integrations.n8n.transport import TIMEOUT, judge, send

PAGE = 250
WRITABLE = ("name", "nodes", "connections", "settings", "staticData")
SETTLE_SECONDS = 10.0


class N8nClient:
    """Speaks to one n8n; keep one per engine and event loop, `aclose` it when done."""

    def __init__(self, base_url: str, api_key: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """base_url: n8n's address without `/api/v1`; transport: another way to travel, for tests."""
        self._base = base_url.rstrip("/")
        self._key = api_key
        self._http = httpx.AsyncClient(timeout=TIMEOUT, transport=transport, follow_redirects=False)

    async def aclose(self) -> None:
        """Close its connections."""
        await self._http.aclose()

    async def check(self) -> None:
        """Return when n8n is ready and takes our key; raise what stands in the way."""
        ready = await self._send("ready", "GET", "/healthz/readiness", repeatable=True)
        if ready.status_code != HTTPStatus.OK:
            raise EngineUnavailable(
                "The automation engine (n8n) is starting or has lost its database. Try again in a minute.",
                detail=f"readiness {ready.status_code}",
            )
        await self._api("check", "GET", "/workflows", params={"limit": 1})

    async def version(self) -> str:
        """Its version (`2.40.7`), empty when n8n does not tell (it does with `N8N_METRICS=true`)."""
        answer = await self._send("version", "GET", "/metrics", repeatable=True)
        found = re.search(r'^n8n_version_info\{version="v?([^"]+)"', answer.text, re.MULTILINE)
        return found.group(1) if found else ""

    async def create_workflow(self, workflow: dict[str, Any]) -> Workflow:
        """Create it, unpublished. Never sent twice."""
        return Workflow.read(await self._api("create_workflow", "POST", "/workflows", json=_writable(workflow)))

    async def update_workflow(self, workflow_id: str, workflow: dict[str, Any]) -> Workflow:
        """Replace its content. `NotFound`."""
        answer = await self._api("update_workflow", "PUT", f"/workflows/{workflow_id}", json=_writable(workflow))
        return Workflow.read(answer)

    async def get_workflow(self, workflow_id: str) -> Workflow:
        """The workflow. `NotFound`."""
        return Workflow.read(await self._api("get_workflow", "GET", f"/workflows/{workflow_id}"))

    async def find_workflows(self, name_part: str) -> list[Workflow]:
        """All whose name contains `name_part`."""
        found = await self._pages("find_workflows", "/workflows", {"name": name_part, "excludePinnedData": "true"})
        return [Workflow.read(one) for one in found if name_part in one["name"]]

    async def delete_workflow(self, workflow_id: str) -> None:
        """Unpublish and delete it; fine when it is gone already.

        n8n answers 409 while a workflow is still being unpublished: asked again until it settles.
        """
        try:
            await self.unpublish(workflow_id)
        except NotFound:
            return
        deadline = asyncio.get_running_loop().time() + SETTLE_SECONDS
        while True:
            answer = await self._send(
                "delete_workflow",
                "DELETE",
                f"/api/v1/workflows/{workflow_id}",
                headers=self._headers(),
                repeatable=True,
            )
            if answer.status_code == HTTPStatus.NOT_FOUND:
                return
            if answer.status_code != HTTPStatus.CONFLICT or asyncio.get_running_loop().time() > deadline:
                judge(answer)
                return
            await asyncio.sleep(0.05)

    async def publish(self, workflow_id: str) -> Workflow:
        """Publish; its triggers answer a moment later. Twice is fine. `NotFound`."""
        return Workflow.read(await self._api("publish", "POST", f"/workflows/{workflow_id}/publish", repeatable=True))

    async def unpublish(self, workflow_id: str) -> Workflow:
        """Stop its triggers. Twice is fine. `NotFound`."""
        return Workflow.read(
            await self._api("unpublish", "POST", f"/workflows/{workflow_id}/unpublish", repeatable=True)
        )

    async def executions(
        self,
        *,
        started_after: datetime | None = None,
        status: str = "",
        workflow_id: str = "",
        limit: int = 1000,
    ) -> list[Execution]:
        """Without data, newest first. Running ones are listed only under `status="running"`."""
        query = {"startedAfter": _iso(started_after), "status": status, "workflowId": workflow_id}
        found = await self._pages("executions", "/executions", {k: v for k, v in query.items() if v}, limit)
        return [Execution.read(one) for one in found]

    async def execution(self, execution_id: str) -> Execution:
        """One execution with its data. `NotFound`."""
        path, query = f"/executions/{execution_id}", {"includeData": "true"}
        return Execution.read(await self._api("execution", "GET", path, params=query))

    async def create_credential(self, name: str, kind: str, data: dict[str, Any]) -> Credential:
        """Create it. Never sent twice."""
        body = {"name": name, "type": kind, "data": data}
        return Credential.read(await self._api("create_credential", "POST", "/credentials", json=body))

    async def find_credentials(self, name: str) -> list[Credential]:
        """All of exactly that name."""
        return [one for one in await self.all_credentials() if one.name == name]

    async def all_credentials(self) -> list[Credential]:
        """Every credential the key may see."""
        return [Credential.read(one) for one in await self._pages("credentials", "/credentials", {}, limit=100_000)]

    async def delete_credential(self, credential_id: str) -> None:
        """Delete it; fine when it is gone already."""
        try:
            await self._api("delete_credential", "DELETE", f"/credentials/{credential_id}", repeatable=True)
        except NotFound:
            return

    async def credential_schema(self, kind: str) -> dict[str, Any]:
        """The JSON schema of that credential type's data. `NotFound`."""
        schema: dict[str, Any] = await self._api("credential_schema", "GET", f"/credentials/schema/{kind}")
        return schema

    async def call_webhook(
        self, path: str, *, method: str = "POST", headers: dict[str, str] | None = None, body: Any = None
    ) -> WebhookReply:
        """Call the production webhook at `path`; any status is an answer.

        The API key must not travel here: n8n keeps a webhook's request headers with the execution.
        """
        request: dict[str, Any] = {} if body is None else {"json": body}
        answer = await self._send(
            "webhook", method, f"/webhook/{path.lstrip('/')}", headers=headers or {}, repeatable=False, **request
        )
        return WebhookReply(answer.status_code, answer.text[:2000])

    # --- below: one request, told to the metrics and judged -------------------------------------------------

    def _headers(self) -> dict[str, str]:
        given = correlation_id.get()
        return {"X-N8N-API-KEY": self._key, "Accept": "application/json"} | (
            {"X-Correlation-Id": given} if given else {}
        )

    async def _api(self, verb: str, method: str, path: str, *, repeatable: bool | None = None, **request: Any) -> Any:
        safe = method != "POST" if repeatable is None else repeatable
        answer = await self._send(verb, method, f"/api/v1{path}", headers=self._headers(), repeatable=safe, **request)
        return judge(answer)

    async def _send(self, verb: str, method: str, path: str, *, repeatable: bool, **request: Any) -> httpx.Response:
        began = perf_counter()
        outcome = "unreachable"
        try:
            answer = await send(self._http, method, self._base + path, repeatable=repeatable, **request)
            outcome = str(answer.status_code)
            return answer
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise EngineRefused("The engine's address is not a web address. Check it under Engines.") from error
        finally:
            ENGINE_CALLS.labels(verb, outcome).observe(perf_counter() - began)

    async def _pages(self, verb: str, path: str, query: dict[str, str], limit: int = 5000) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor: str | None = ""
        while cursor is not None and len(found) < limit:
            page = {"limit": str(min(PAGE, limit - len(found))), **query} | ({"cursor": cursor} if cursor else {})
            answer = await self._api(verb, "GET", path, params=page)
            found += answer["data"]
            cursor = answer.get("nextCursor")
        return found


def _writable(workflow: dict[str, Any]) -> dict[str, Any]:
    """Only the keys n8n takes; it refuses a body with any other."""
    return {key: workflow[key] for key in WRITABLE if workflow.get(key) is not None}


def _iso(moment: datetime | None) -> str:
    """`startedAfter` excludes the moment itself, so a millisecond is taken off."""
    if not moment:
        return ""
    just_before = (moment - timedelta(milliseconds=1)).astimezone(UTC)
    return just_before.isoformat(timespec="milliseconds").replace("+00:00", "Z")
