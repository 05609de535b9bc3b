"""A ready-made worker to start from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, json_column, now_column, words


class Template(Keyed, table=True):
    """A prompt (and perhaps a spec) to start from; without an organisation it is there for every company."""

    __tablename__ = "templates"
    __table_args__ = (UniqueConstraint("organisation_id", "name", postgresql_nulls_not_distinct=True),)

    organisation_id: UUID | None = Field(default=None, foreign_key="organisations.id")
    name: str
    summary: str = words()
    department: str = words()
    prompt: str
    spec: dict[str, Any] | None = json_column()
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
