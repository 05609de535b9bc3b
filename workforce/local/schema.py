"""Which version the database's schema has, and which is the newest."""

from __future__ import annotations

import psycopg

from workforce.data.urls import psycopg_url
from workforce.local.places import CHECKOUT


def newest() -> str | None:
    """The last migration of this checkout."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(CHECKOUT / "alembic")).get_current_head()


def version(owner_url: str) -> str | None:
    """The migration that the database is at; None for an empty one."""
    with psycopg.connect(psycopg_url(owner_url), connect_timeout=5) as db:
        try:
            row = db.execute("select version_num from alembic_version").fetchone()
        except psycopg.errors.UndefinedTable:
            return None
    return str(row[0]) if row else None
