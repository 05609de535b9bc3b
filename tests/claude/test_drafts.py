"""A draft planned by Claude, from the click to the kept plan, with what it does on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claude.answers import PROMPT, sales
from tests.claude.messages_api import KEY, Refused, Said, serving, uses
from tests.conftest import Database
from tests.stack import point_settings_at
from workforce.services import accounts, drafts
from workforce.services.drafting import perform_planning
from workforce.services.records import DraftFacts, DraftStatus


async def _drafted(script: list[Said | Refused], catalogue_path: Path) -> DraftFacts:
    with serving() as api:
        api.script = script
        here = {"CATALOGUE_PATH": str(catalogue_path), "ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": api.url}
        async with point_settings_at(**here):
            sid = await accounts.sign_up(
                "alice@harbour.example", "correct horse battery", "Alice", "Harbour", "Europe/Berlin"
            )
            alice = await accounts.actor_of(sid)
            assert alice is not None and alice.organisation_id is not None
            ident = await drafts.start(alice, PROMPT)
            await perform_planning(alice.organisation_id, ident, "test")
            return await drafts.get(alice, ident)


async def test_claude_plans_the_draft_and_is_heard_doing_so(app: Database, catalogue_path: Path) -> None:
    lookup = Said([uses("read_operation", {"id": "slack.message.post"})])
    draft = await _drafted([lookup, Said([uses("propose_worker", sales())])], catalogue_path)
    assert draft.status == DraftStatus.PLANNED
    told = [(event.stage, event.state, event.detail) for event in draft.events]
    assert ("spec", "started", "Claude reads slack.message.post") in told
    assert told.index(("spec", "started", "Claude writes the plan")) < [t[:2] for t in told].index(("spec", "done"))


@pytest.mark.parametrize("refused", [Refused(529, "overloaded_error", {"retry-after-ms": "1"})])
async def test_a_draft_survives_an_overloaded_claude(app: Database, catalogue_path: Path, refused: Refused) -> None:
    draft = await _drafted([refused], catalogue_path)
    assert draft.status == DraftStatus.PLANNED
    assert any("overloaded" in note for note in draft.notes)
