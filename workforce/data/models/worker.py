"""A hired worker and its versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, json_column, moment, now_column, one_of, within_company, words

WORKER_STATUSES = ("deploying", "live", "paused", "failed", "retired")


class Worker(Keyed, OfCompany, table=True):
    """A worker; exactly one comes from a draft.

    run_path: the secret path of its run-now webhook; webhook_secret: sealed, shown to people once;
    webhook_path, form_path: its own triggers' paths, empty without; reason: why it failed, for people.
    """

    __tablename__ = "workers"
    __table_args__ = (
        within_company("department_id", "departments"),
        within_company("draft_id", "drafts"),
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("draft_id"),
        UniqueConstraint("engine_id", "engine_workflow_id"),
        Index(None, "organisation_id", "created_at"),
        one_of("status", *WORKER_STATUSES),
    )

    name: str
    objective: str = words()
    status: str = words("deploying")
    reason: str = words()
    department_id: UUID | None = None
    draft_id: UUID | None = None
    engine_id: UUID | None = Field(default=None, foreign_key="engines.id")
    engine_workflow_id: str | None = None
    run_path: str = words(repr=False)
    webhook_secret: str = words(repr=False)
    webhook_secret_shown_at: datetime | None = moment()
    webhook_path: str = words()
    form_path: str = words()
    current_version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    timezone: str = words("UTC")
    correlation_id: str = words()
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
    retired_at: datetime | None = moment()


class WorkerVersion(Keyed, OfCompany, table=True):
    """What a worker did or does from one deployment to the next; written once, never changed.

    spec: dump of `WorkerSpec`; spec_digest: its `digest()`; workflow: the n8n JSON that was compiled from it.
    """

    __tablename__ = "worker_versions"
    __table_args__ = (within_company("worker_id", "workers"), UniqueConstraint("worker_id", "number"))

    worker_id: UUID
    number: int
    spec: dict[str, Any] = json_column("{}")
    spec_digest: str
    workflow: dict[str, Any] = json_column("{}")
    note: str = words()
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
