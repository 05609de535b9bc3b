"""A ready-made worker to start from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, json_column, now_column, words


class Template(Keyed, table=True):
    """A worker to start from, its name once a version; without an organisation it is there for every company.

    icons: keys of the services' pictures, in the order of the steps. A changed template is a new row.
    """

    __tablename__ = "templates"
    __table_args__ = (UniqueConstraint("organisation_id", "name", "version", postgresql_nulls_not_distinct=True),)

    organisation_id: UUID | None = Field(default=None, foreign_key="organisations.id")
    name: str
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    summary: str = words()
    department: str = words()
    prompt: str
    spec: dict[str, Any] | None = json_column()
    icons: list[str] = json_column("[]")
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
