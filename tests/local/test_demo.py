"""The demo shop: weeks of sales, readable and no more than that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from psycopg import sql

from workforce.local import demo
from workforce.local.postgres import PostgresServer
from workforce.local.stack import Stack


@pytest.fixture
def shop(stack: Stack, postgres: PostgresServer) -> Iterator[str]:
    """A shop opened on 2 March 2026: its address for the role that reads. The site's own is put back."""
    _close(postgres)
    demo.ensure_shop(stack, date(2026, 3, 2))
    yield postgres.url(demo.SHOP, demo.READER, stack.kept.secret("demo_reader_password"))
    _close(postgres)
    demo.ensure_shop(stack)


def _close(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.url(), autocommit=True) as db:
        db.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(demo.SHOP)))


def test_there_are_weeks_of_sales_up_to_yesterday(shop: str) -> None:
    with psycopg.connect(shop) as db:
        days, first, last = db.execute(
            "select count(distinct sold_on), min(sold_on), max(sold_on) from sales"
        ).fetchone()
    assert (days, first) == (7 * demo.WEEKS, date(2025, 12, 8))
    assert last >= date(2026, 3, 1)


def test_a_later_start_adds_the_days_since_once(stack: Stack, shop: str) -> None:
    for _ in range(2):
        demo.ensure_shop(stack, date(2026, 3, 4))
    with psycopg.connect(shop) as db:
        assert db.execute("select count(distinct sold_on), max(sold_on) from sales").fetchone() == (
            7 * demo.WEEKS + 2,
            date(2026, 3, 3),
        )


def test_the_reader_cannot_write(shop: str) -> None:
    with psycopg.connect(shop) as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
        db.execute("delete from sales")
