"""Drafts as their pages show them: the plan, the waiting change, the forecast, all derived from what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor
from workforce.data.models import Department, Draft, StageEventRow, WorkerVersion
from workforce.services import catalogue
from workforce.services.planning import read_spec
from workforce.services.records import DraftFacts, DraftStatus, ForecastFacts, ProposalFacts, StageEvent
from workforce.services.tiers import tier_of
from workforce.workflow.diff import Diff, diff
from workforce.workflow.forecast import forecast
from workforce.workflow.plan import Plan
from workforce.workflow.spec import Issue, WorkerSpec


async def whole_facts(session: AsyncSession, draft: Draft, actor: Actor) -> DraftFacts:
    """A draft with its department, its progress, and the version of the worker that it changes."""
    department = await session.get(Department, draft.department_id) if draft.department_id else None
    events = await session.scalars(
        select(StageEventRow).where(StageEventRow.draft_id == draft.id).order_by(col(StageEventRow.id))
    )
    base = await _base(session, draft)
    return facts(draft, department.name if department else "", events.all(), reader=actor.email, base=base)


def facts(
    draft: Draft,
    department: str = "",
    events: Sequence[StageEventRow] = (),
    *,
    with_plan: bool = True,
    reader: str = "",
    base: WorkerSpec | None = None,
) -> DraftFacts:
    """A draft's row as facts; the plan is derived from its spec. reader: whose address questions for one propose.

    base: what the worker does now that the draft changes.
    """
    spec = spec_of(draft) if with_plan and draft.spec else None
    return DraftFacts(
        id=draft.id,
        prompt=draft.prompt,
        status=DraftStatus(draft.status),
        title=draft.title,
        created_at=draft.created_at,
        department=department,
        reason=draft.reason,
        instead=draft.instead,
        planner=draft.planner,
        notes=tuple(draft.notes),
        plan=_proposing(read_spec(spec).plan, reader) if spec else None,
        issues=tuple(Issue.model_validate(issue) for issue in draft.issues),
        answers=dict(draft.answers),
        connections={kind: UUID(ident) for kind, ident in draft.connections.items()},
        events=tuple(StageEvent(row.id, row.stage, row.state, row.detail, row.at) for row in events),
        worker_id=draft.worker_id,
        changes_worker=draft.changes_worker_id,
        diff=_diff(base, spec, draft) if base and spec else None,
        proposal=_proposal(draft, spec) if spec else None,
        forecast=_forecast(draft, spec) if spec else None,
        starts_from=draft.starts_from,
        other_jobs=tuple(job["title"] for job in (draft.brief or {}).get("other_jobs", [])),
    )


def spec_of(draft: Draft) -> WorkerSpec:
    """The spec in a draft's row."""
    return WorkerSpec.model_validate(draft.spec)


async def _base(session: AsyncSession, draft: Draft) -> WorkerSpec | None:
    if draft.changes_worker_id is None:
        return None
    wanted = select(WorkerVersion.spec).where(
        WorkerVersion.worker_id == draft.changes_worker_id, WorkerVersion.number == draft.base_version
    )
    found: dict[str, Any] | None = (await session.execute(wanted)).scalar_one_or_none()
    return WorkerSpec.model_validate(found) if found else None


def _diff(before: WorkerSpec, after: WorkerSpec, draft: Draft) -> Diff:
    return diff(before, after, catalogue.current(), draft.expected_runs)


def _proposal(draft: Draft, spec: WorkerSpec) -> ProposalFacts | None:
    """The change that waits, told against the spec as it is now."""
    kept = draft.proposal
    if not kept:
        return None
    proposed = WorkerSpec.model_validate(kept["spec"]) if kept.get("spec") else None
    return ProposalFacts(
        sentence=str(kept.get("sentence", "")),
        state=str(kept.get("state", "ready")),
        diff=_diff(spec, proposed, draft) if proposed else None,
        missed=tuple(kept.get("missed", ())),
    )


def _forecast(draft: Draft, spec: WorkerSpec) -> ForecastFacts:
    tier = tier_of(draft.organisation_id)
    return ForecastFacts(forecast(spec, catalogue.current(), draft.expected_runs), tier.name, tier.runs)


def _proposing(plan: Plan, address: str) -> Plan:
    """“E-mail me”: who asks is the likeliest to be meant, so their address stands in the field already."""
    questions = [
        question.model_copy(update={"default": address})
        if question.answer_kind == "email" and not question.default
        else question
        for question in plan.questions
    ]
    return plan.model_copy(update={"questions": questions})
