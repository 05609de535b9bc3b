"""A prompt that asked for several workers: the others become drafts once, for the company that asked."""

from __future__ import annotations

import pytest

from tests.services.conftest import Cast
from tests.services.test_drafts import planned
from workforce.core.errors import NotFound
from workforce.services import drafts
from workforce.services.records import DraftStatus

PROMPT = (
    "Every day at 9 send the open HubSpot deals to sales@acme.example. Also, when a Stripe payment fails, "
    "tell #finance on Slack."
)
SECOND = "When a Stripe payment fails, tell #finance on Slack"
NAME = "Stripe payment fails → Slack"


async def test_the_other_workers_become_drafts_of_their_own_and_only_once(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    assert draft.status is DraftStatus.PLANNED and draft.other_jobs == (NAME,)
    (made,) = await drafts.plan_other_jobs(cast.alice, draft.id)
    other = await drafts.get(cast.alice, made)
    assert (other.status, other.prompt) == (DraftStatus.PLANNING, SECOND)
    assert (await drafts.get(cast.alice, draft.id)).other_jobs == ()
    assert await drafts.plan_other_jobs(cast.alice, draft.id) == []


async def test_a_stranger_cannot_have_them_planned(cast: Cast) -> None:
    draft = await planned(cast.alice, PROMPT)
    with pytest.raises(NotFound):
        await drafts.plan_other_jobs(cast.charlie, draft.id)
    assert (await drafts.get(cast.alice, draft.id)).other_jobs == (NAME,)
