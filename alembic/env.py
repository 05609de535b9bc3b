"""Migrations run as the database's owner, in one transaction each."""

from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine, pool

from alembic import context
from workforce.core.settings import get_settings
from workforce.data.models import metadata
from workforce.data.urls import sqlalchemy_url


def _ours(name: str | None, kind: str, _parents: Any) -> bool:
    return kind != "table" or not (name or "").startswith("procrastinate_")


def run() -> None:
    """Migrate the database of DATABASE_OWNER_URL, or of the URL given as `-x url=…`."""
    url = context.get_x_argument(as_dictionary=True).get("url") or context.config.attributes.get("url")
    engine = create_engine(sqlalchemy_url(url or get_settings().database_owner_url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            include_name=_ours,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
