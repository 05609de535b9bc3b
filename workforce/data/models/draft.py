"""A worker in the making, and what happened to it on the way."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, json_column, moment, now_column, one_of, within_company, words

DRAFT_STATUSES = ("planning", "planned", "unclear", "refused", "failed", "deploying", "deployed", "discarded")


class Draft(Keyed, OfCompany, table=True):
    """A prompt on its way to a worker.

    brief, spec: dumps of `Brief` and `WorkerSpec`; questions, issues: lists of dumps; answers: {question key: text};
    connections: {n8n credential type: connection id}; approved_digest: the digest of the spec that was approved.
    changes_worker_id: the worker that approving it changes, as it was in base_version; proposal: a change that waits to
    be taken (see `services.changing`); expected_runs: how often a month, as a person said; starts_from: a template.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        within_company("department_id", "departments"),
        within_company("changes_worker_id", "workers", use_alter=True),
        UniqueConstraint("organisation_id", "id"),
        Index(None, "organisation_id", "created_at"),
        one_of("status", *DRAFT_STATUSES),
    )

    prompt: str
    title: str = words()
    status: str = words("planning")
    timezone: str = words("UTC")
    department_id: UUID | None = None
    brief: dict[str, Any] | None = json_column()
    spec: dict[str, Any] | None = json_column()
    questions: list[dict[str, Any]] = json_column("[]")
    answers: dict[str, str] = json_column("{}")
    connections: dict[str, str] = json_column("{}")
    issues: list[dict[str, Any]] = json_column("[]")
    notes: list[str] = json_column("[]")
    planner: str = words("builtin")
    reason: str = words()
    instead: str = words()
    approved_by: UUID | None = Field(default=None, foreign_key="users.id")
    approved_at: datetime | None = moment()
    approved_digest: str = words()
    # An echo for reading: the reference that the database holds to is `workers.draft_id`.
    worker_id: UUID | None = None
    changes_worker_id: UUID | None = None
    base_version: int | None = None
    expected_runs: int | None = None
    starts_from: str = words()
    proposal: dict[str, Any] | None = json_column()
    correlation_id: str = words()
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)


class StageEventRow(OfCompany, table=True):
    """One line of a draft's live progress, in the order of `id`; written once, never changed."""

    __tablename__ = "draft_events"
    __table_args__ = (
        within_company("draft_id", "drafts"),
        Index(None, "draft_id", "id"),
        one_of("state", "started", "done", "failed"),
    )

    id: int = Field(default=None, sa_type=BigInteger, primary_key=True, sa_column_args=[Identity()])
    draft_id: UUID
    stage: str
    state: str
    detail: str = words()
    at: datetime = now_column()
