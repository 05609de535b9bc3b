"""The migrations and the models say the same, and the way back works."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.conftest import Database

ROOT = Path(__file__).parents[2]


def alembic(database: Database, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "alembic", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_OWNER_URL": database.owner_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


async def test_models_and_migrations_agree(database: Database) -> None:
    assert "No new upgrade operations detected" in await asyncio.to_thread(alembic, database, "check")


async def test_down_and_up_again(database: Database) -> None:
    await asyncio.to_thread(alembic, database, "downgrade", "base")
    with psycopg.connect(database.super_url) as db:
        left = db.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        functions = db.execute("select count(*) from pg_proc where pronamespace = 'public'::regnamespace").fetchone()
    assert left == [("alembic_version",)]
    assert functions == (0,)
    await asyncio.to_thread(alembic, database, "upgrade", "head")


async def test_keys_are_in_the_order_of_time(database: Database) -> None:
    with psycopg.connect(database.super_url) as db:
        keys = [row[0] for row in db.execute("select new_id() from generate_series(1, 50)")]
    assert keys == sorted(keys)
    assert {key.version for key in keys} == {7}
