"""Live progress: one line at a time, kept with the draft and told to the pages that are open."""

from __future__ import annotations

from uuid import UUID

from workforce.core.actor import Actor
from workforce.data.models import StageEventRow
from workforce.data.postgres import tenant_session
from workforce.services import changes


async def tell(actor: Actor, draft_id: UUID, stage: str, state: str, detail: str = "") -> None:
    """Write one line (`StageEvent` has the words for stage and state)."""
    organisation_id = actor.organisation_id
    if organisation_id is None:
        return
    async with tenant_session(actor) as session:
        session.add(
            StageEventRow(organisation_id=organisation_id, draft_id=draft_id, stage=stage, state=state, detail=detail)
        )
    await changes.publish(organisation_id, f"draft:{draft_id}")
