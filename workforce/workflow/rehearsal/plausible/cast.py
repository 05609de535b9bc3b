"""`Cast`: the people, companies and things of one rehearsal, each found again by its number."""

from __future__ import annotations

import random
import re
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from workforce.workflow.rehearsal.plausible.names import (
    COMPANIES,
    DOMAINS,
    FIRST,
    JOBS,
    LAST,
    PLACES,
    PRODUCTS,
    STREETS,
)

T = TypeVar("T")


@dataclass(frozen=True)
class Company:
    """A company that does not exist."""

    name: str
    domain: str


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    first: str
    last: str
    email: str
    phone: str
    company: Company
    job: str
    street: str
    city: str
    country: str
    country_code: str
    postcode: str
    latitude: float
    longitude: float

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


class Cast:
    """Everything made up is drawn from here. now: the rehearsal's date, to which all dates are relative."""

    def __init__(self, seed: int = 1, now: datetime | None = None) -> None:
        self.seed = seed
        self.now = (now or datetime.now(UTC)).replace(microsecond=0)

    def dice(self, *about: object) -> random.Random:
        """Chance that falls the same way each time for the same thing."""
        return random.Random("/".join(map(str, (self.seed, *about))))  # noqa: S311 - plays, keeps no secrets

    def pick(self, among: tuple[T, ...], number: int, about: str = "") -> T:
        """The one for this number: neighbours differ."""
        start = self.dice("pick", about, len(among)).randrange(len(among))
        return among[(start + number) % len(among)]

    def company(self, number: int) -> Company:
        """A company by number."""
        name = self.pick(COMPANIES, number)
        slug = re.sub(r"[^a-z]+", "-", name.lower()).strip("-")
        return Company(name, f"{slug}.{self.pick(DOMAINS, number)}")

    def person(self, number: int) -> Person:
        """A person by number."""
        first, last = self.pick(FIRST, number, "first"), self.pick(LAST, number * 3, "last")
        company = self.company(number)
        city, country, code, postcode, latitude, longitude = self.pick(PLACES, number)
        return Person(
            first,
            last,
            f"{_plain(first)}.{_plain(last)}@{self.pick(DOMAINS, number)}",
            f"+1202555{100 + self.dice('phone', number).randrange(100):04d}",
            company,
            self.pick(JOBS, number),
            self.pick(STREETS, number),
            city,
            country,
            code,
            postcode,
            latitude,
            longitude,
        )

    def product(self, number: int) -> str:
        """A product's name."""
        return self.pick(PRODUCTS, number)

    def number(self, about: str, number: int, low: int, high: int) -> int:
        """A whole number between low and high."""
        return self.dice("number", about, number).randint(low, high)

    def amount(self, about: str, number: int, high: float = 900) -> float:
        """An amount of money."""
        return round(self.dice("amount", about, number).uniform(high * 0.03, high), 2)

    def id(self, about: str, number: int, length: int = 17) -> str:
        """An opaque id of letters and figures."""
        return f"{self.dice('id', about, number).getrandbits(128):032x}"[:length]

    def uuid(self, about: str, number: int) -> str:
        """A UUID."""
        return str(uuid.UUID(int=self.dice("uuid", about, number).getrandbits(128), version=4))

    def past(self, number: int, about: str = "", days: float = 12) -> datetime:
        """A moment of the last days, newest first."""
        minutes = self.dice("past", about, number).randint(5, 55)
        # 41 hours apart: the last day has one, this week and last week have some
        return self.now - timedelta(hours=(2 + number * 41) % int(days * 24), minutes=minutes)

    def soon(self, number: int, about: str = "") -> datetime:
        """A moment within the next days, on a full hour of a working day's hours."""
        hour = self.dice("soon", about, number).randint(8, 16)
        return (self.now + timedelta(days=1 + number)).replace(hour=hour, minute=0, second=0)


def iso(moment: datetime) -> str:
    """The way most services write a moment."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
