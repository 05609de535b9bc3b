"""Who belongs to which company, and as what."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, moment, now_column, one_of


class Membership(Keyed, OfCompany, table=True):
    """A user's place in one company. role: manager or admin."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("organisation_id", "user_id"), one_of("role", "manager", "admin"))

    user_id: UUID = Field(foreign_key="users.id", index=True)
    role: str
    created_at: datetime = now_column()


class Invitation(Keyed, OfCompany, table=True):
    """A place offered to an e-mail address. token_hash: SHA-256 (hex) of the token in the link."""

    __tablename__ = "invitations"
    __table_args__ = (one_of("role", "manager", "admin"),)

    email: str
    role: str
    token_hash: str = Field(unique=True, repr=False)
    invited_by: UUID | None = Field(default=None, foreign_key="users.id")
    expires_at: datetime = moment(nullable=False)
    accepted_at: datetime | None = moment()
    created_at: datetime = now_column()
