"""Who acts: the one argument that every service verb trusts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from workforce.core.errors import NotAllowed, SignInRequired


class Role(StrEnum):
    """A person's role in one company; `SUPERUSER` belongs to the platform's owner."""

    GUEST = "guest"
    MANAGER = "manager"
    ADMIN = "admin"
    SUPERUSER = "superuser"


RANK = {Role.GUEST: 0, Role.MANAGER: 1, Role.ADMIN: 2, Role.SUPERUSER: 3}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or a job on behalf of one) inside one company, as established by the server alone."""

    user_id: UUID | None
    organisation_id: UUID | None
    role: Role = Role.GUEST
    name: str = ""
    email: str = ""
    timezone: str = "UTC"
    language: str = "en"
    correlation_id: str = field(default="", compare=False)

    def require(self, role: Role) -> UUID:
        """Return the organisation's id, or raise `SignInRequired` / `NotAllowed`."""
        if self.organisation_id is None or (self.user_id is None and self.role is Role.GUEST):
            raise SignInRequired
        if RANK[self.role] < RANK[role]:
            raise NotAllowed
        return self.organisation_id


GUEST = Actor(user_id=None, organisation_id=None)


def system(organisation_id: UUID, correlation_id: str = "") -> Actor:
    """The platform itself, at work for one company in a job."""
    return Actor(None, organisation_id, Role.ADMIN, name="WorkForce AI", correlation_id=correlation_id)
