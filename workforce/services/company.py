"""A company's own facts."""

from __future__ import annotations

from workforce.core.actor import Actor, Role
from workforce.core.errors import NotFound
from workforce.data.models import Organisation
from workforce.data.postgres import tenant_session


async def name_of(actor: Actor) -> str:
    """What the actor's company is called."""
    organisation_id = actor.require(Role.GUEST)
    async with tenant_session(actor) as session:
        found = await session.get(Organisation, organisation_id)
    if found is None:
        raise NotFound
    return found.name
