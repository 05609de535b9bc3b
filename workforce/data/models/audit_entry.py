"""Who did what, kept for good."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index
from sqlmodel import Field

from workforce.data.models.base import OfCompany, json_column, now_column, words


class AuditEntry(OfCompany, table=True):
    """One deed; the application can add entries but never change or remove one.

    verb: e.g. `worker.approved`; before, after: what changed, without secrets; user_id null: the platform itself;
    prev_hash, hash: this company's chain of SHA-256 hashes (hex).
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "organisation_id", "id"),
        Index(None, "organisation_id", "subject_kind", "subject_id"),
    )

    id: int = Field(default=None, sa_type=BigInteger, primary_key=True, sa_column_args=[Identity()])
    user_id: UUID | None = Field(default=None, foreign_key="users.id")
    actor_name: str = words()
    verb: str
    subject_kind: str
    subject_id: str
    before: dict[str, Any] | None = json_column()
    after: dict[str, Any] | None = json_column()
    correlation_id: str = words()
    at: datetime = now_column()
    prev_hash: str = words()
    hash: str = words()
