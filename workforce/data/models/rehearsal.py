"""A rehearsal of a draft's plan, and the scenarios that a company added itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from workforce.data.models.base import Keyed, OfCompany, json_column, moment, now_column, one_of, within_company, words

REHEARSAL_STATES = ("waiting", "acting", "done", "failed")


class RehearsalRow(Keyed, OfCompany, table=True):
    """One rehearsal of exactly one spec.

    digest: of the spec that was rehearsed; state: waiting → acting → done, or failed when the stage could not act it;
    verdict: passed, failed or inconclusive once done; report: dump of `workflow.rehearsal.performance.Rehearsal`.
    """

    __tablename__ = "rehearsals"
    __table_args__ = (
        within_company("draft_id", "drafts"),
        UniqueConstraint("organisation_id", "id"),
        Index(None, "organisation_id", "draft_id", "created_at"),
        one_of("state", *REHEARSAL_STATES),
        one_of("verdict", "", "passed", "failed", "inconclusive"),
    )

    draft_id: UUID
    digest: str
    state: str = words("waiting")
    verdict: str = words()
    reason: str = words()
    report: dict[str, Any] | None = json_column()
    correlation_id: str = words()
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
    finished_at: datetime | None = moment()


class OwnScenario(Keyed, OfCompany, table=True):
    """A scenario that a person added to a draft, played at every rehearsal. body: its JSON form as it was given."""

    __tablename__ = "own_scenarios"
    __table_args__ = (
        within_company("draft_id", "drafts"),
        UniqueConstraint("organisation_id", "draft_id", "name"),
    )

    draft_id: UUID
    name: str
    body: dict[str, Any] = json_column("{}")
    created_by: UUID | None = Field(default=None, foreign_key="users.id")
    created_at: datetime = now_column()
