"""Which version the database's schema has, and which is the newest."""

from __future__ import annotations

import re

import psycopg

from workforce.data.urls import psycopg_url
from workforce.local.places import CHECKOUT


def newest() -> str:
    """The migration that no other follows; read from the files, as importing Alembic takes a second."""
    text = "\n".join(path.read_text() for path in (CHECKOUT / "alembic/versions").glob("*.py"))
    made, followed = (set(re.findall(rf'^{name} = "(\w+)"', text, re.M)) for name in ("revision", "down_revision"))
    return str(max(made - followed))


def version(owner_url: str) -> str | None:
    """The migration that the database is at; None for an empty one."""
    with psycopg.connect(psycopg_url(owner_url), connect_timeout=5) as db:
        try:
            row = db.execute("select version_num from alembic_version").fetchone()
        except psycopg.errors.UndefinedTable:
            return None
    return str(row[0]) if row else None
