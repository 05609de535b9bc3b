"""The contract of an engine: what the platform asks of n8n, and nothing else.

Every verb may raise `EngineUnavailable` (no answer; trying again can help), `EngineRefused` (it said no) and
`EngineKeyRefused` (the key); `NotFound` where said.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from workforce.integrations.n8n.records import Credential, Execution, WebhookReply, Workflow


class Engine(Protocol):
    """One n8n."""

    async def check(self) -> None:
        """Return when n8n is ready and takes our key; raise what stands in the way."""

    async def version(self) -> str:
        """Its version (`2.40.7`), empty when n8n does not tell."""

    async def create_workflow(self, workflow: dict[str, Any]) -> Workflow:
        """Create it, unpublished. Never sent twice: a lost answer is `EngineUnavailable`; look it up by name."""

    async def update_workflow(self, workflow_id: str, workflow: dict[str, Any]) -> Workflow:
        """Replace its content. A published one serves the new content after the next `publish`. `NotFound`."""

    async def get_workflow(self, workflow_id: str) -> Workflow:
        """The workflow. `NotFound`."""

    async def find_workflows(self, name_part: str) -> list[Workflow]:
        """All whose name contains `name_part`."""

    async def delete_workflow(self, workflow_id: str) -> None:
        """Unpublish and delete it; fine when it is gone already."""

    async def publish(self, workflow_id: str) -> Workflow:
        """Publish; its triggers answer a moment later. Publishing twice is fine. `NotFound`."""

    async def unpublish(self, workflow_id: str) -> Workflow:
        """Stop its triggers. Twice is fine. `NotFound`."""

    async def executions(
        self,
        *,
        started_after: datetime | None = None,
        status: str = "",
        workflow_id: str = "",
        limit: int = 1000,
    ) -> list[Execution]:
        """Without data, newest first. Running ones are listed only under `status="running"` (n8n's own habit)."""

    async def execution(self, execution_id: str) -> Execution:
        """One execution with its data. `NotFound`."""

    async def create_credential(self, name: str, kind: str, data: dict[str, Any]) -> Credential:
        """Create it. Never sent twice; look it up by name after a lost answer."""

    async def find_credentials(self, name: str) -> list[Credential]:
        """All of exactly that name."""

    async def delete_credential(self, credential_id: str) -> None:
        """Delete it; fine when it is gone already."""

    async def credential_schema(self, kind: str) -> dict[str, Any]:
        """The JSON schema of that credential type's data. `NotFound`."""

    async def call_webhook(
        self, path: str, *, method: str = "POST", headers: dict[str, str] | None = None, body: Any = None
    ) -> WebhookReply:
        """Call the production webhook at `path`. Sent once; any status is an answer."""
