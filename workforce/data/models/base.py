"""What tables have in common: keys made by the database, aware timestamps, JSON columns, the company they belong to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKeyConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    "ck": "%(table_name)s_%(constraint_name)s_check",
}


def utc_now() -> datetime:
    """The present as an aware datetime."""
    return datetime.now(UTC)


def moment(**kwargs: Any) -> Any:
    """A nullable timestamptz column."""
    return Field(default=None, sa_type=DateTime(timezone=True), **kwargs)


def now_column(*, touched: bool = False) -> Any:
    """A timestamptz that the database sets on insert; `touched` sets it again on every change."""
    # The change is stamped here and not by the database: a value the ORM must fetch back cannot be read in async code.
    kwargs: dict[str, Any] = {"server_default": text("now()")}
    if touched:
        kwargs["onupdate"] = utc_now
    return Field(default=None, nullable=False, sa_type=DateTime(timezone=True), sa_column_kwargs=kwargs)


def json_column(empty: str | None = None) -> Any:
    """A jsonb column; `empty` is "{}" or "[]", nullable without it. Assign a new value to change it, never mutate."""
    if empty is None:
        return Field(default=None, nullable=True, sa_type=JSONB(none_as_null=True))
    factory = dict if empty == "{}" else list
    return Field(
        default_factory=factory,
        nullable=False,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": text(f"'{empty}'::jsonb")},
    )


def words(default: str = "", **kwargs: Any) -> Any:
    """A text column that is never null."""
    return Field(default=default, nullable=False, sa_column_kwargs={"server_default": text(f"'{default}'")}, **kwargs)


def one_of(column: str, *values: str) -> CheckConstraint:
    """A check that the column holds one of these words."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} in ({listed})", name=column)


def within_company(column: str, table: str, **kwargs: Any) -> ForeignKeyConstraint:
    """A foreign key that cannot leave the company: (organisation_id, column) → table(organisation_id, id)."""
    return ForeignKeyConstraint(["organisation_id", column], [f"{table}.organisation_id", f"{table}.id"], **kwargs)


class Keyed(SQLModel):
    """A UUID key that the database makes (time-ordered on PostgreSQL 18); known after a flush."""

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("new_id()")})


class OfCompany(SQLModel):
    """A row that belongs to one company, guarded by row-level security."""

    organisation_id: UUID = Field(foreign_key="organisations.id", nullable=False)
