"""Templates as rows: shared by all, a new one a version, a draft made of one; a company's own stay its own."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.services.conftest import Cast
from tests.services.test_drafts import planned
from workforce.core.errors import NotFound
from workforce.data.models import Template
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import drafts, templates
from workforce.services.records import DraftStatus
from workforce.workflow.templates import TEMPLATES

ONE = TEMPLATES[0]


async def test_rows_are_made_once_and_a_change_is_a_new_version(cast: Cast) -> None:
    assert await templates.ensure_shared(TEMPLATES) == len(TEMPLATES)
    assert await templates.ensure_shared(TEMPLATES) == 0
    better = ONE.model_copy(update={"summary": "Even better."})
    assert await templates.ensure_shared((better,)) == 1
    async with platform_session() as session:
        rows = (
            await session.execute(
                text("select version, summary from templates where name = :n order by 1"), {"n": ONE.name}
            )
        ).all()
    assert [(row.version, row.summary) for row in rows] == [(1, ONE.summary), (2, "Even better.")]
    listed = await templates.list_templates(cast.alice)
    assert len(listed) == len(TEMPLATES)
    shown = next(one for one in listed if one.name == ONE.name)
    assert (shown.version, shown.summary, shown.questions) == (2, "Even better.", len(ONE.spec.questions))
    assert shown.icons


async def test_a_draft_starts_from_a_template_in_the_persons_time_zone(cast: Cast) -> None:
    await templates.ensure_shared(TEMPLATES)
    chosen = next(one for one in await templates.list_templates(cast.alice) if one.name == ONE.name)
    draft = await drafts.get(cast.alice, await templates.start_from(cast.alice, chosen.id))
    assert (draft.status, draft.starts_from, draft.prompt) == (DraftStatus.PLANNED, ONE.name, ONE.prompt)
    assert draft.plan and draft.plan.title == ONE.name and "(Europe/Berlin)" in draft.plan.sentences[0].text
    assert {question.key for question in draft.plan.questions} == {question.key for question in ONE.spec.questions}
    assert any("Starts from the template" in note for note in draft.notes)
    answered = await drafts.answer(cast.alice, draft.id, {"to": "boss@harbour.example"})
    assert answered.plan and len(answered.plan.questions) == len(draft.plan.questions) - 1


async def test_a_planned_prompt_says_which_template_is_close(cast: Cast) -> None:
    await templates.ensure_shared(TEMPLATES)
    near = await planned(cast.alice, "When a payment fails in Stripe, tell us in Slack with customer and amount")
    assert any("“Failed payments”" in note for note in near.notes)
    far = await planned(
        cast.alice, "Every day at 6 read https://api.harbour.example/tides and e-mail it to a@b.example"
    )
    assert not any("template" in note for note in far.notes)


async def test_a_companys_own_template_is_no_strangers(cast: Cast) -> None:
    organisation = cast.alice.organisation_id
    async with tenant_session(cast.alice) as session:
        row = Template(organisation_id=organisation, name="Ours", prompt="x", spec=ONE.spec.model_dump(mode="json"))
        session.add(row)
        await session.flush()
        ident = row.id
    assert [one.name for one in await templates.list_templates(cast.alice)] == ["Ours"]
    assert await templates.list_templates(cast.charlie) == []
    for missing in (ident, uuid4()):
        with pytest.raises(NotFound):
            await templates.start_from(cast.charlie, missing)
    assert await drafts.list_drafts(cast.charlie) == []
    await templates.start_from(cast.alice, ident)


async def test_an_unknown_department_makes_no_draft(cast: Cast) -> None:
    await templates.ensure_shared((ONE,))
    chosen = (await templates.list_templates(cast.alice))[0]
    with pytest.raises(NotFound, match="department"):
        await templates.start_from(cast.alice, chosen.id, uuid4())
    assert await drafts.list_drafts(cast.alice) == []
