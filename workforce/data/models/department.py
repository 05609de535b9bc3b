"""A department of a company."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint

from workforce.data.models.base import Keyed, OfCompany, now_column


class Department(Keyed, OfCompany, table=True):
    """A department; its name is unique in the company."""

    __tablename__ = "departments"
    __table_args__ = (UniqueConstraint("organisation_id", "name"), UniqueConstraint("organisation_id", "id"))

    name: str
    created_at: datetime = now_column()
