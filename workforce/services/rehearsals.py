"""A draft's rehearsals: asked for, acted as a durable job, and the gate before deployment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from workforce.core.actor import Actor, Role, system
from workforce.core.errors import Conflict, InvalidInput, NotAllowed, NotFound, StageUnavailable, WorkforceError
from workforce.data import queue
from workforce.data.models import Draft, OwnScenario, RehearsalRow
from workforce.data.postgres import tenant_session
from workforce.integrations.rehearsal import Stage
from workforce.services import audit, catalogue, changes, theatre
from workforce.services.planning import Reading, read_spec
from workforce.services.records import DraftStatus
from workforce.services.rehearsing import rehearse
from workforce.workflow.rehearsal.flow import Flow
from workforce.workflow.rehearsal.imagining import imagine as imagined
from workforce.workflow.rehearsal.judging import conclude
from workforce.workflow.rehearsal.opening import normal
from workforce.workflow.rehearsal.own import FIELDS, BadScenario, read_scenario
from workforce.workflow.rehearsal.performance import Rehearsal, ScenarioResult
from workforce.workflow.rehearsal.scenario import Scenario
from workforce.workflow.spec import WorkerSpec

MOST_OWN = 20
MOST_QUESTION = 500
REASON_CHARACTERS = 10
State = Literal["waiting", "acting", "done", "failed"]


@dataclass(frozen=True, slots=True)
class RehearsalFacts:
    """A rehearsal as it stands; `report` grows scenario by scenario. current: it is of the plan as it is now."""

    id: UUID
    state: State
    verdict: str
    reason: str
    digest: str
    current: bool
    created_at: datetime
    report: Rehearsal | None


async def request(actor: Actor, draft_id: UUID) -> RehearsalFacts:
    """Have the plan as it is now rehearsed; one that waits or is being acted already is not started twice."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await _open_draft(session, draft_id)
        reading = read_spec(WorkerSpec.model_validate(draft.spec))
        if reading.plan.questions:
            raise InvalidInput(f"One answer is still missing: {reading.plan.questions[0].text}", field="questions")
        if problem := next((issue for issue in reading.issues if issue.severity == "error"), None):
            raise InvalidInput(f"{problem.message} {problem.fix}".strip(), field="issues")
        if not theatre.is_there():
            raise StageUnavailable(theatre.NONE)
        await enqueue(session, draft, reading, actor.user_id)
    found = await latest(actor, draft_id)
    if found is None:
        raise NotFound
    return found


async def enqueue(session: AsyncSession, draft: Draft, reading: Reading, by: UUID | None) -> None:
    """Queue the rehearsal of a complete plan in the transaction that completes it; nothing while something is open."""
    broken = any(issue.severity == "error" for issue in reading.issues)
    if reading.plan.questions or broken or not theatre.is_there():
        return
    last = await _last(session, draft.id)
    if last is not None and last.digest == reading.plan.digest and last.state in ("waiting", "acting"):
        return
    row = RehearsalRow(
        organisation_id=draft.organisation_id,
        draft_id=draft.id,
        digest=reading.plan.digest,
        correlation_id=draft.correlation_id,
        created_by=by,
    )
    session.add(row)
    await session.flush()
    await queue.enqueue(
        session,
        "rehearse_draft",
        key=f"rehearse:{row.id}",
        queue=queue.REHEARSALS,
        organisation_id=str(draft.organisation_id),
        rehearsal_id=str(row.id),
        correlation_id=draft.correlation_id,
    )


async def latest(actor: Actor, draft_id: UUID) -> RehearsalFacts | None:
    """The draft's last rehearsal, None before the first."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await _found(session, draft_id)
        row = await _last(session, draft_id)
        now = WorkerSpec.model_validate(draft.spec).digest() if draft.spec else ""
        return facts(row, now) if row else None


def facts(row: RehearsalRow, digest: str) -> RehearsalFacts:
    """A row as facts. digest: the plan's as it is now."""
    return RehearsalFacts(
        id=row.id,
        state=row.state,  # type: ignore[arg-type] # the column's check holds it to these words
        verdict=row.verdict,
        reason=row.reason,
        digest=row.digest,
        current=row.digest == digest,
        created_at=row.created_at,
        report=Rehearsal.model_validate(row.report) if row.report else None,
    )


# --- the job ----------------------------------------------------------------------------------------------


async def perform(organisation_id: UUID, rehearsal_id: UUID, correlation_id: str, stage: Stage | None = None) -> None:
    """Act the rehearsal out; harmless when it is done already or its plan has moved on."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        row = await session.get(RehearsalRow, rehearsal_id)
        if row is None or row.state in ("done", "failed"):
            return
        draft = await session.get(Draft, row.draft_id)
        spec = WorkerSpec.model_validate(draft.spec) if draft and draft.spec else None
        if draft is None or spec is None or spec.digest() != row.digest:
            row.state, row.reason = "failed", "The plan changed before its rehearsal began."
            return
        row.state, row.report = "acting", None
        connected = list(draft.connections)
        own = await _own_bodies(session, draft.id)
        draft_id = draft.id
    await changes.publish(organisation_id, f"draft:{draft_id}")
    seen: list[ScenarioResult] = []

    async def heard(result: ScenarioResult) -> None:
        seen.append(result)
        await _keep(actor, rehearsal_id, draft_id, conclude(seen, 0.0, row.digest))

    report = await rehearse(
        stage or theatre.stage(),
        str(organisation_id),
        read_spec(spec).workflow,
        own=own,
        connected=connected,
        digest=row.digest,
        heard=heard,
    )
    await _keep(actor, rehearsal_id, draft_id, report, done=True)


async def give_up(organisation_id: UUID, rehearsal_id: UUID, correlation_id: str, error: WorkforceError) -> None:
    """Say in the rehearsal why it could not be acted."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        row = await session.get(RehearsalRow, rehearsal_id, with_for_update=True)
        if row is None or row.state in ("done", "failed"):
            return
        row.state, row.reason, row.finished_at = "failed", error.sentence, datetime.now(UTC)
        draft_id = row.draft_id
    await changes.publish(organisation_id, f"draft:{draft_id}")


async def _keep(actor: Actor, rehearsal_id: UUID, draft_id: UUID, report: Rehearsal, *, done: bool = False) -> None:
    async with tenant_session(actor) as session:
        row = await session.get(RehearsalRow, rehearsal_id, with_for_update=True)
        if row is None or row.state == "done":
            return
        row.report = report.model_dump(mode="json")
        if done:
            row.state, row.verdict, row.finished_at = "done", report.verdict, datetime.now(UTC)
    if actor.organisation_id:
        await changes.publish(actor.organisation_id, f"draft:{draft_id}")


# --- the gate ---------------------------------------------------------------------------------------------


async def admit(session: AsyncSession, actor: Actor, draft: Draft, digest: str, reason: str) -> None:
    """Let exactly the rehearsed plan pass; without a passed rehearsal an admin's written reason, kept in the audit log.

    Raises `Conflict` while it is under way, `InvalidInput` (field "reason") without a reason, `NotAllowed`.
    """
    row = await _last(session, draft.id, digest)
    if row is not None and row.state == "done" and row.verdict == "passed":
        return
    text = reason.strip()
    if not text:
        raise _what_is_missing(row)
    try:
        actor.require(Role.ADMIN)
    except NotAllowed as error:
        raise NotAllowed("Only an administrator may put a worker to work against its rehearsal.") from error
    if len(text) < REASON_CHARACTERS:
        raise InvalidInput("Say in a few words why it should work although its rehearsal did not pass.", field="reason")
    verdict = row.verdict or row.state if row else "none"
    await audit.record(
        session, actor, "draft.approved_unrehearsed", "draft", draft.id, after={"reason": text, "rehearsal": verdict}
    )


def _what_is_missing(row: RehearsalRow | None) -> WorkforceError:
    if row is None:
        return Conflict("This plan has not been rehearsed yet. Rehearse it, then approve.")
    if row.state in ("waiting", "acting"):
        return Conflict("The rehearsal is still under way. Approve when it has passed.")
    return InvalidInput(
        "The rehearsal of this plan did not pass. Change the plan, or let an administrator give a reason.",
        field="reason",
    )


# --- own scenarios ----------------------------------------------------------------------------------------


async def scenarios(actor: Actor, draft_id: UUID) -> list[dict[str, Any]]:
    """The scenarios that people added to a draft, as they were given."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        await _found(session, draft_id)
        return await _own_bodies(session, draft_id)


async def add_scenario(actor: Actor, draft_id: UUID, body: dict[str, Any]) -> None:
    """Keep a scenario with the draft; one of the same name is replaced. Raises `InvalidInput` with what is wrong."""
    organisation = actor.require(Role.MANAGER)
    try:
        scenario = read_scenario(body, Scenario(name="normal"))
    except BadScenario as error:
        raise InvalidInput(str(error), field="scenario") from error
    async with tenant_session(actor) as session:
        await _open_draft(session, draft_id)
        rows = (await session.scalars(select(OwnScenario).where(OwnScenario.draft_id == draft_id))).all()
        if len(rows) >= MOST_OWN:
            raise InvalidInput(f"A worker has at most {MOST_OWN} scenarios. Remove one first.", field="scenario")
        old = next((row for row in rows if row.name == scenario.name), None)
        row = old or OwnScenario(organisation_id=organisation, draft_id=draft_id, name=scenario.name)
        row.body, row.created_by = body, actor.user_id
        session.add(row)


async def imagine(actor: Actor, draft_id: UUID, question: str) -> None:
    """Keep the scenario that a “what if …” describes and rehearse with it. Raises `InvalidInput` with examples."""
    seen = await latest(actor, draft_id)
    async with tenant_session(actor) as session:
        draft = await _open_draft(session, draft_id)
        workflow = read_spec(WorkerSpec.model_validate(draft.spec)).workflow
    flow = Flow(workflow, catalogue.current())
    calls = [call for one in (seen.report.scenarios if seen and seen.report else []) for call in one.calls]
    try:
        scenario = imagined(question[:MOST_QUESTION], flow, normal(flow), calls)
    except BadScenario as error:
        raise InvalidInput(str(error), field="question") from error
    body = scenario.model_dump(mode="json", include=FIELDS)
    await add_scenario(actor, draft_id, body)
    await request(actor, draft_id)


async def remove_scenario(actor: Actor, draft_id: UUID, name: str) -> None:
    """Forget a scenario; harmless when it is gone."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        await _found(session, draft_id)
        found = await session.scalars(
            select(OwnScenario).where(OwnScenario.draft_id == draft_id, OwnScenario.name == name)
        )
        for row in found.all():
            await session.delete(row)


async def _own_bodies(session: AsyncSession, draft_id: UUID) -> list[dict[str, Any]]:
    rows = await session.scalars(
        select(OwnScenario).where(OwnScenario.draft_id == draft_id).order_by(col(OwnScenario.created_at))
    )
    return [dict(row.body) for row in rows.all()]


async def _last(session: AsyncSession, draft_id: UUID, digest: str = "") -> RehearsalRow | None:
    query = select(RehearsalRow).where(RehearsalRow.draft_id == draft_id)
    query = query.where(RehearsalRow.digest == digest) if digest else query
    found = await session.scalars(query.order_by(col(RehearsalRow.created_at).desc(), col(RehearsalRow.id).desc()))
    row: RehearsalRow | None = found.first()
    return row


async def _found(session: AsyncSession, draft_id: UUID) -> Draft:
    draft: Draft | None = await session.get(Draft, draft_id)
    if draft is None:
        raise NotFound("We could not find that draft. It may have been removed.")
    return draft


async def _open_draft(session: AsyncSession, draft_id: UUID) -> Draft:
    draft = await _found(session, draft_id)
    if draft.status != DraftStatus.PLANNED or not draft.spec:
        raise Conflict(f"This draft is {draft.status}: there is no plan to rehearse now.")
    return draft
