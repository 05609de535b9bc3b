"""The demo world: a company to sign in to, a shop's database to read, a mailbox to write to."""

from __future__ import annotations

import hashlib
import random
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
from psycopg import sql

from workforce.local.places import CHECKOUT
from workforce.local.stack import Stack

COMPANY = "Northwind Outdoor"
EMAIL = "ada@demo.workforce.local"
NAME = "Ada Demo"
TIMEZONE = "Europe/Berlin"
DEPARTMENTS = ("Sales", "Marketing", "Support", "HR", "Finance", "Operations", "Engineering", "Product")

SHOP, READER = "demo_shop", "demo_reader"
WEEKS = 12
PRODUCTS = (
    ("Trail Tent 2", "Tents", 249.0),
    ("Summit Tent 4", "Tents", 489.0),
    ("Down Sleeping Bag", "Sleeping", 179.0),
    ("Camping Stove", "Kitchen", 64.5),
    ("Hiking Boots", "Footwear", 139.0),
    ("Rain Jacket", "Clothing", 119.0),
    ("Day Pack 25 l", "Packs", 79.0),
    ("Head Torch", "Lights", 34.9),
)
REGIONS = ("North", "South", "East", "West")

SALES = """
create table if not exists sales (
    id bigint generated always as identity primary key,
    sold_on date not null,
    region text not null,
    product text not null,
    category text not null,
    quantity integer not null,
    unit_price numeric(10, 2) not null,
    total numeric(12, 2) generated always as (quantity * unit_price) stored
)
"""


ONE_SALE = """
insert into sales (sold_on, region, product, category, quantity, unit_price) values (%s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, slots=True)
class SignIn:
    """The demo company's administrator."""

    email: str
    password: str


def sign_in_of(stack: Stack) -> SignIn:
    """The demo sign-in of this checkout; its password is made once and kept."""
    return SignIn(EMAIL, stack.kept.secret("demo_password", lambda: secrets.token_urlsafe(12)))


def seed_mark(env: Mapping[str, str]) -> str:
    """Changes when seeding would change something: another database or engine, another address, other code."""
    digest = hashlib.sha256()
    for name in ("DATABASE_URL", "N8N_BASE_URL", "N8N_API_KEY", "N8N_PUBLIC_URL", "CALLBACK_URL", "PUBLIC_URL"):
        digest.update(f"{name}={env.get(name, '')}\n".encode())
    rooms = [CHECKOUT / "workforce/services", CHECKOUT / "workforce/workflow/templates"]
    for path in sorted([*Path(__file__).parent.glob("*.py"), *(file for room in rooms for file in room.glob("*.py"))]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def ensure_shop(stack: Stack, today: date | None = None) -> None:
    """The shop's database with sales up to yesterday, and a role that may only read it."""
    stack.postgres.ensure_role(READER, stack.kept.secret("demo_reader_password"))
    stack.postgres.ensure_database(SHOP, "postgres")
    stack.postgres.grant_connect(SHOP, READER)
    with psycopg.connect(stack.postgres.url(SHOP)) as db:
        db.execute(SALES)
        db.execute(sql.SQL("grant select on sales to {}").format(sql.Identifier(READER)))
        today = today or datetime.now(UTC).date()
        last = db.execute("select max(sold_on) from sales").fetchone()
        first = last[0] + timedelta(days=1) if last and last[0] else today - timedelta(weeks=WEEKS)
        with db.cursor() as cursor:
            cursor.executemany(ONE_SALE, list(_sales(first, today)))


def _sales(first: date, today: date) -> Iterator[tuple[object, ...]]:
    """A few sales a day, more on weekends; the same for the same day on every machine."""
    for offset in range((today - first).days):
        day = first + timedelta(days=offset)
        chance = random.Random(day.toordinal())  # noqa: S311 - invented figures, not a secret
        for _ in range(chance.randint(4, 9) + (4 if day.weekday() >= 5 else 0)):
            product, category, price = chance.choice(PRODUCTS)
            yield day, chance.choice(REGIONS), product, category, chance.randint(1, 4), price
