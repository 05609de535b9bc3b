"""Who did what: entries that are added and never changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from workforce.core.actor import Actor
from workforce.core.errors import SignInRequired
from workforce.core.redaction import hide
from workforce.core.telemetry import correlation_id
from workforce.data.models import AuditEntry


async def record(
    session: AsyncSession,
    actor: Actor,
    verb: str,
    subject_kind: str,
    subject_id: UUID | str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write down a deed in the transaction that does it; before, after: JSON, secrets are hidden on the way in."""
    if actor.organisation_id is None:
        raise SignInRequired
    session.add(
        AuditEntry(
            organisation_id=actor.organisation_id,
            user_id=actor.user_id,
            actor_name=actor.name,
            verb=verb,
            subject_kind=subject_kind,
            subject_id=str(subject_id),
            before=hide(before),
            after=hide(after),
            correlation_id=actor.correlation_id or correlation_id.get(),
        )
    )
    await session.flush()
