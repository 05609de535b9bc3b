"""Claude reads the changes that the built-in reader does not understand; what is not changed comes back the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.claude.answers import PROMPT, sales
from tests.claude.messages_api import KEY, MessagesApi, Refused, Said, serving, uses
from tests.conftest import Database
from tests.stack import point_settings_at
from tests.workflow.n8n_json import specs
from workforce.core.actor import Actor
from workforce.services import accounts, changing, claude_changing, drafts
from workforce.services.drafting import perform_planning
from workforce.services.records import DraftFacts
from workforce.workflow import dictation
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.dictation.retelling import dictated, restored
from workforce.workflow.diff import diff
from workforce.workflow.spec import WorkerSpec
from workforce.workflow.templates import TEMPLATES

WISH = "please make the whole thing a little friendlier for the readers"


@pytest.mark.parametrize("spec", [*(make() for make in specs.ALL), *(t.spec for t in TEMPLATES)], ids=lambda s: s.name)
def test_a_spec_survives_being_retold(spec: WorkerSpec, catalogue: Catalogue) -> None:
    said = json.loads(json.dumps(dictated(spec)))
    read = dictation.read(said, catalogue, spec.timezone)
    assert read.issues == () and read.planned and read.planned.spec
    again = restored(spec, read.planned.spec, catalogue)
    assert diff(spec, again, catalogue).changes == []
    assert (again.triggers, again.steps, again.questions) == (spec.triggers, spec.steps, spec.questions)


def friendlier(given: dict[str, Any]) -> dict[str, Any]:
    """The same plan with a kinder text."""
    steps = [
        {**step, "inputs": {**step["inputs"], "text": "Good morning! " + step["inputs"]["text"]}}
        if step["id"] == "post"
        else step
        for step in given["steps"]
    ]
    return {**given, "steps": steps}


async def test_claude_gets_the_plan_and_changes_one_thing(api: MessagesApi, catalogue: Catalogue) -> None:
    spec = dictation.read(sales(), catalogue, "Europe/Berlin").planned.spec  # type: ignore[union-attr]
    assert spec is not None
    api.script = [Said([uses("propose_worker", friendlier(dictated(spec)))])]
    changed = await _beside(claude_changing.change, spec, WISH, PROMPT, catalogue)
    assert changed.spec is not None
    assert [change.step for change in diff(spec, changed.spec, catalogue).changes] == ["post"]
    sent = json.dumps(api.requests[0])
    assert "friendlier" in sent and "Read last week's sales" in sent


async def test_a_destination_that_nobody_named_is_asked_about(api: MessagesApi, catalogue: Catalogue) -> None:
    spec = dictation.read(sales(), catalogue, "Europe/Berlin").planned.spec  # type: ignore[union-attr]
    assert spec is not None
    planned = dictated(spec)
    for step in planned["steps"]:
        if step["operation"] == "email_send.send":
            step["inputs"]["toEmail"] = "eve@evil.example"
    api.script = [Said([uses("propose_worker", planned)])]
    changed = await _beside(claude_changing.change, spec, WISH, PROMPT, catalogue)
    assert changed.spec is not None and "eve@evil.example" not in changed.spec.model_dump_json()


async def test_one_that_is_away_leaves_everything_as_it_is(api: MessagesApi, catalogue: Catalogue) -> None:
    spec = specs.order_alarm()
    api.script = [Refused(529, "overloaded_error", {"retry-after-ms": "1"})]
    changed = await _beside(claude_changing.change, spec, WISH, PROMPT, catalogue)
    assert changed.spec is None and "overloaded" in changed.missed[0]


async def _beside(call: Callable[..., Any], *given: Any) -> Any:
    import asyncio

    return await asyncio.to_thread(call, *given)


async def _proposed(script: list[Said | Refused], catalogue_path: Path) -> tuple[Actor, DraftFacts, DraftFacts]:
    """A draft, a wish that the built-in reader does not understand, and the draft after the job."""
    with serving() as api:
        here = {"CATALOGUE_PATH": str(catalogue_path), "ANTHROPIC_API_KEY": KEY, "ANTHROPIC_BASE_URL": api.url}
        async with point_settings_at(**here):
            sid = await accounts.sign_up("alice@harbour.example", "correct horse battery", "Alice", "Harbour", "UTC")
            alice = await accounts.actor_of(sid)
            assert alice is not None and alice.organisation_id is not None
            api.script = [Said([uses("propose_worker", sales())]), *script]
            ident = await drafts.start(alice, PROMPT)
            await perform_planning(alice.organisation_id, ident, "test")
            waiting = await changing.propose(alice, ident, WISH)
            for _ in range(2):
                await changing.perform_change(alice.organisation_id, ident, "test")
            return alice, waiting, await drafts.get(alice, ident)


async def test_a_wish_waits_for_claude_as_a_job(app: Database, catalogue_path: Path) -> None:
    said = Said([uses("propose_worker", friendlier(sales()))])
    _, waiting, done = await _proposed([said], catalogue_path)
    assert waiting.proposal and waiting.proposal.state == "thinking"
    assert done.proposal and done.proposal.state == "ready" and done.proposal.diff
    assert any("Good morning!" in text for text in done.proposal.diff.sentences)


async def test_when_claude_fails_the_plan_stays_and_says_why(app: Database, catalogue_path: Path) -> None:
    refused = [Refused(529, "overloaded_error", {"retry-after-ms": "1"})]
    _, _, done = await _proposed(list(refused), catalogue_path)
    assert done.proposal and done.proposal.state == "failed"
    assert "overloaded" in done.proposal.missed[0]
