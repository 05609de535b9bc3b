"""A person who signs in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Field

from workforce.data.models.base import Keyed, moment, now_column, words


class User(Keyed, table=True):
    """A person; e-mail in lower case, unique over all companies.

    is_superuser: the platform's own people; only the database's owner can set it.
    """

    __tablename__ = "users"

    email: str = Field(unique=True)
    name: str
    password_hash: str = Field(repr=False)
    timezone: str = words("UTC")
    language: str = words("en")
    is_superuser: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    created_at: datetime = now_column()
    updated_at: datetime = now_column(touched=True)
    signed_in_at: datetime | None = moment()
