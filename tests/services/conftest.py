"""What the verbs' tests stand on: the catalogue of the installed engine, and a cast of people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Database
from tests.stack import point_settings_at
from workforce.core.actor import Actor
from workforce.data.models import RehearsalRow
from workforce.data.postgres import tenant_session
from workforce.services import accounts
from workforce.services.records import DraftFacts


@pytest.fixture
async def catalogue(catalogue_path: Path) -> AsyncIterator[Path]:
    """The settings name the installed n8n's node descriptions."""
    async with point_settings_at(CATALOGUE_PATH=str(catalogue_path)):
        yield catalogue_path


@dataclass(frozen=True, slots=True)
class Cast:
    """Alice owns what the tests make, Bob works in her company, Charlie is a stranger."""

    alice: Actor
    charlie: Actor


async def _person(email: str, company: str) -> Actor:
    sid = await accounts.sign_up(
        email, "correct horse battery", email.split("@", maxsplit=1)[0].title(), company, "Europe/Berlin"
    )
    actor = await accounts.actor_of(sid)
    assert actor is not None
    return actor


@pytest.fixture
async def cast(app: Database, catalogue: Path) -> Cast:
    """Two companies in a fresh database."""
    return Cast(await _person("alice@harbour.example", "Harbour"), await _person("charlie@desert.example", "Desert"))


async def rehearsed(actor: Actor, draft: DraftFacts, verdict: str = "passed", state: str = "done") -> None:
    """A rehearsal of the draft's plan as it is now, with this verdict."""
    assert draft.plan
    assert actor.organisation_id
    async with tenant_session(actor) as session:
        session.add(
            RehearsalRow(
                organisation_id=actor.organisation_id,
                draft_id=draft.id,
                digest=draft.plan.digest,
                state=state,
                verdict=verdict,
            )
        )
