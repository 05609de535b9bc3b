"""A run of a worker, and what it used."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Numeric, UniqueConstraint, text
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, json_column, moment, now_column, one_of, within_company, words

RUN_STATUSES = ("running", "waiting", "succeeded", "failed", "cancelled")


class Run(Keyed, OfCompany, table=True):
    """One execution of a worker's workflow; the engine and its execution id name it once.

    steps: list of dumps of `StepRun`, null until they were fetched from the engine; version: the worker's at that time.
    """

    __tablename__ = "runs"
    __table_args__ = (
        within_company("worker_id", "workers"),
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("engine_id", "execution_id"),
        Index(None, "organisation_id", "started_at"),
        Index(None, "worker_id", "started_at"),
        one_of("status", *RUN_STATUSES),
    )

    worker_id: UUID
    engine_id: UUID = Field(foreign_key="engines.id")
    execution_id: str
    status: str
    trigger: str = words()
    version: int | None = None
    started_at: datetime = now_column()
    finished_at: datetime | None = moment()
    error: str = words()
    failed_step: str = words()
    steps: list[dict[str, Any]] | None = json_column()
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)


class UsageRecord(Keyed, OfCompany, table=True):
    """What one run is counted as; one per run, whatever is delivered twice."""

    __tablename__ = "usage_records"
    __table_args__ = (
        within_company("run_id", "runs"),
        within_company("worker_id", "workers"),
        UniqueConstraint("run_id"),
        Index(None, "organisation_id", "at"),
    )

    run_id: UUID
    worker_id: UUID
    kind: str = words("run")
    quantity: Decimal = Field(
        default=Decimal(1), sa_type=Numeric(18, 6), sa_column_kwargs={"server_default": text("1")}
    )
    at: datetime = now_column()
