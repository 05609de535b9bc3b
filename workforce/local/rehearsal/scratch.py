"""The scratch database: emptied before a scenario that needs it, and filled with the tables that its steps name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_ ]*(\(\d+(,\s*\d+)?\))?(\[\])?")
OWN_SCHEMAS = """
select nspname from pg_namespace where nspname <> 'information_schema' and nspname not like 'pg\\_%'
"""


class Scratch:
    """url: of the scratch database, as the role that owns it and nothing else."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.dirty = True

    def touch(self) -> None:
        """Something may be in it now."""
        self.dirty = True

    async def prepare(self, tables: Sequence[Mapping[str, Any]]) -> None:
        """Empty it if something may be left in it, and make the tables. `psycopg.Error` when one cannot be made."""
        wanted = [table for table in tables if table.get("dialect") == "postgres"]
        if not (self.dirty or wanted):
            return
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as db:
            await self._empty(db)
            for table in wanted:
                await _make(db, table)
        self.dirty = bool(wanted)

    async def _empty(self, db: psycopg.AsyncConnection) -> None:
        """What still holds a lock is an earlier scenario's, which is over."""
        await db.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            "where datname = current_database() and usename = current_user and pid <> pg_backend_pid() "
            "and state <> 'idle'"
        )
        for (name,) in await (await db.execute(OWN_SCHEMAS)).fetchall():
            await db.execute(sql.SQL("drop schema {} cascade").format(sql.Identifier(name)))
        await db.execute("create schema public")


async def _make(db: psycopg.AsyncConnection, table: Mapping[str, Any]) -> None:
    rows: list[dict[str, Any]] = list(table.get("rows") or [])
    columns = {name: "text" for row in rows for name in row} | dict(table.get("columns") or {})
    place = sql.Identifier(table.get("namespace") or "public", table["name"])
    namespace = sql.Identifier(table.get("namespace") or "public")
    await db.execute(sql.SQL("create schema if not exists {}").format(namespace))
    described = [sql.SQL("{} {}").format(sql.Identifier(name), _type(kind)) for name, kind in columns.items()]
    await db.execute(sql.SQL("create table if not exists {} ({})").format(place, sql.SQL(", ").join(described)))
    for row in rows:
        # the table's own types read the values, as text would be read
        fill = sql.SQL("insert into {0} select * from jsonb_populate_record(null::{0}, %s)")
        await db.execute(fill.format(place), [Jsonb(row)])


def _type(kind: str) -> sql.SQL:
    if not TYPE.fullmatch(kind):
        raise psycopg.ProgrammingError(f"{kind!r} is no column type")
    return sql.SQL(kind)
