"""An n8n that workers run on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, moment, now_column, one_of, words


class Engine(Keyed, table=True):
    """An n8n; without an organisation it is shared by every company.

    api_key: sealed; public_url: where its webhooks are reached; capacity: workers it may carry;
    synced_until: the execution sync's mark.
    """

    __tablename__ = "engines"
    __table_args__ = (
        UniqueConstraint("organisation_id", "base_url", postgresql_nulls_not_distinct=True),
        one_of("health", "unknown", "healthy", "unhealthy"),
    )

    organisation_id: UUID | None = Field(default=None, foreign_key="organisations.id")
    name: str = words("n8n")
    base_url: str
    public_url: str = words()
    api_key: str = Field(repr=False)
    capacity: int = Field(default=1000, sa_column_kwargs={"server_default": "1000"})
    version: str = words()
    health: str = words("unknown")
    health_detail: str = words()
    checked_at: datetime | None = moment()
    error_workflow_id: str = words()
    synced_until: datetime | None = moment()
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
