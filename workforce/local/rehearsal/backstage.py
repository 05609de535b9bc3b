"""Our own way to the rehearsal engine: what is seen from this address is the stage's doing, not a workflow's."""

from __future__ import annotations

from typing import Any

import httpx
import orjson

from workforce.core.errors import EngineRefused, EngineUnavailable
from workforce.integrations.n8n import N8nClient

ADDRESS = "127.0.0.2"
LARGEST_EXECUTION = 200 * 1024 * 1024
Json = dict[str, Any]


class Backstage:
    """One n8n with one key. workflows: the platform's own client, for what both need."""

    def __init__(self, base: str, key: str) -> None:
        self.workflows = N8nClient(base, key, transport=httpx.AsyncHTTPTransport(local_address=ADDRESS))
        self._http = httpx.AsyncClient(
            base_url=base,
            headers={"X-N8N-API-KEY": key},
            timeout=httpx.Timeout(10, connect=2),
            transport=httpx.AsyncHTTPTransport(local_address=ADDRESS),
        )

    async def aclose(self) -> None:
        """Close its connections."""
        await self.workflows.aclose()
        await self._http.aclose()

    async def start(self, path: str, items: list[Json], seconds: float) -> int:
        """Post the trigger's items to the start; the status. 404 means that it is not published yet."""
        answer = await self._http.post(f"/webhook/{path}", json={"items": items}, timeout=seconds)
        return answer.status_code

    async def executions(self, workflow_id: str, status: str = "") -> dict[str, str]:
        """The status of each execution of a workflow by id; n8n lists those that run only when it is asked for them."""
        query = {"workflowId": workflow_id, "limit": "20"} | ({"status": status} if status else {})
        answer = (await self._http.get("/api/v1/executions", params=query)).raise_for_status()
        return {str(one["id"]): one["status"] for one in answer.json()["data"]}

    async def execution(self, ident: str) -> Json | None:
        """An execution with its data; None when that is too much to look at."""
        body = bytearray()
        query = {"includeData": "true"}
        async with self._http.stream("GET", f"/api/v1/executions/{ident}", params=query, timeout=30) as answer:
            answer.raise_for_status()
            async for piece in answer.aiter_bytes():
                body += piece
                if len(body) > LARGEST_EXECUTION:
                    return None
        read: Json = orjson.loads(bytes(body))
        return read

    async def execution_status(self, ident: str) -> str:
        """How it stands with an execution."""
        answer = (await self._http.get(f"/api/v1/executions/{ident}")).raise_for_status()
        return str(answer.json()["status"])

    async def stop(self, ident: str) -> None:
        """Ask for the end of an execution; whether it ends is seen elsewhere."""
        await self._http.post(f"/api/v1/executions/{ident}/stop")

    async def answer(self, path: str) -> None:
        """Open a link of a waiting execution, as a person with a browser would."""
        browser = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"}
        await self._http.get(path, headers=browser)

    async def credential(self, kind: str, data: Json) -> str:
        """Make a credential of a type, named after it; its id."""
        return (await self.workflows.create_credential(kind, kind, data)).id

    async def clear(self) -> None:
        """Delete every workflow with its executions."""
        for workflow in await self.workflows.find_workflows(""):
            await self.workflows.delete_workflow(workflow.id)


FAILURES = (httpx.HTTPError, EngineUnavailable, EngineRefused, orjson.JSONDecodeError)
