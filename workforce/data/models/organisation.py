"""A company."""

from __future__ import annotations

from datetime import datetime

from workforce.data.models.base import Keyed, now_column, words


class Organisation(Keyed, table=True):
    """A company that hires workers. timezone: IANA name; language: ISO 639-1."""

    __tablename__ = "organisations"

    name: str
    timezone: str = words("UTC")
    language: str = words("en")
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
