"""What a company's tier includes, in one place; the landing page says the same."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier: how many workers, how many runs a month."""

    name: str
    workers: int
    runs: int


TIERS = (Tier("Starter", 2, 500), Tier("Team", 20, 10_000), Tier("Business", 200, 100_000))


def tier_of(_organisation_id: UUID) -> Tier:
    """The tier of a company. Until one can be bought, everybody has the first."""
    return TIERS[0]
