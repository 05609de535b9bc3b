"""A service that a company has connected."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, json_column, now_column


class Connection(Keyed, OfCompany, table=True):
    """Credentials for one service. kind: n8n credential type; sealed: the data, encrypted;
    engine_credentials: {engine id: n8n credential id}.
    """

    __tablename__ = "connections"
    __table_args__ = (UniqueConstraint("organisation_id", "name"), UniqueConstraint("organisation_id", "id"))

    name: str
    kind: str
    sealed: str = Field(repr=False)
    engine_credentials: dict[str, str] = json_column("{}")
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
