"""Changes that are said in words: proposed with their diff, taken or put away; on a worker, by a draft of its own."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from workforce.core.actor import Actor, Role, system
from workforce.core.errors import Conflict, InvalidInput, NotFound, WorkforceError
from workforce.core.telemetry import new_correlation_id
from workforce.data import queue
from workforce.data.models import Draft, Worker, WorkerVersion
from workforce.data.postgres import tenant_session
from workforce.services import audit, catalogue, changes, claude_changing, drafts
from workforce.services.draft_facts import spec_of
from workforce.services.planning import clean_prompt, default_planner
from workforce.services.records import DraftFacts, DraftStatus
from workforce.services.versions import changeable
from workforce.workflow.changing import EXAMPLES, Changed, change
from workforce.workflow.forecast import MOST_EVENTS
from workforce.workflow.spec import WorkerSpec

MOST_CHARACTERS = 2_000
NOTHING = "We did not understand that change."
NO_PROPOSAL = "There is no change waiting here any more. Reload the page to see the plan."


async def propose(actor: Actor, ident: UUID, sentence: str) -> DraftFacts:
    """Read a change of a draft and keep it beside the plan until it is taken. `InvalidInput` when it is not understood.

    Where a key for Claude is set, what the built-in reader does not understand becomes a job.
    """
    organisation = actor.require(Role.MANAGER)
    text = clean_sentence(sentence)
    async with tenant_session(actor) as session:
        draft = await drafts.locked(session, ident, DraftStatus.PLANNED)
        changed = await _read(spec_of(draft), text, actor.email)
        if changed.missed and default_planner() == "claude":
            await _ask_claude(session, draft, text, actor.email)
        elif changed.spec is None:
            raise InvalidInput(" ".join(changed.missed or [NOTHING]), field="change")
        else:
            draft.proposal = _kept(text, changed, spec_of(draft).digest())
    await changes.publish(organisation, f"draft:{ident}")
    return await drafts.get(actor, ident)


async def accept(actor: Actor, ident: UUID) -> DraftFacts:
    """Take the proposed change into the plan."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        draft = await drafts.locked(session, ident, DraftStatus.PLANNED)
        kept = draft.proposal or {}
        if not kept.get("spec") or kept.get("base") != spec_of(draft).digest():
            raise Conflict(NO_PROPOSAL)
        await drafts.keep_and_rehearse(session, actor, draft, WorkerSpec.model_validate(kept["spec"]))
        draft.proposal = None
        said = {"sentence": kept.get("sentence", "")}
        await audit.record(session, actor, "draft.changed", "draft", draft.id, after=said)
    await changes.publish(organisation, f"draft:{ident}")
    return await drafts.get(actor, ident)


async def drop(actor: Actor, ident: UUID) -> DraftFacts:
    """Put the proposed change away; the plan stays as it is. Twice is fine."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        (await drafts.locked(session, ident, DraftStatus.PLANNED)).proposal = None
    await changes.publish(organisation, f"draft:{ident}")
    return await drafts.get(actor, ident)


async def expect(actor: Actor, ident: UUID, events: int | None) -> DraftFacts:
    """Say how often a month something happens that starts the worker; None: nobody knows."""
    actor.require(Role.MANAGER)
    if events is not None and not 0 <= events <= MOST_EVENTS:
        raise InvalidInput(f"Use a number between 0 and {MOST_EVENTS:,}.", field="events")
    async with tenant_session(actor) as session:
        (await drafts.locked(session, ident, DraftStatus.PLANNED)).expected_runs = events
    return await drafts.get(actor, ident)


async def change_worker(actor: Actor, worker_id: UUID, sentence: str) -> UUID:
    """A draft that changes a worker: its id. Nothing happens to the worker until the draft is approved.

    `InvalidInput` (and no draft) when nobody understands the sentence; `Conflict` while the worker cannot be changed.
    """
    organisation = actor.require(Role.MANAGER)
    text = clean_sentence(sentence)
    async with tenant_session(actor) as session:
        worker = await changeable(session, worker_id)
        spec, old = await _current(session, worker)
        changed = await _read(spec, text, actor.email)
        claude = bool(changed.missed) and default_planner() == "claude"
        if changed.spec is None and not claude:
            raise InvalidInput(" ".join(changed.missed or [NOTHING]), field="change")
        draft = _draft_of(worker, old, text, actor)
        session.add(draft)
        await session.flush()
        taken = spec if claude or changed.spec is None else changed.spec
        await drafts.keep_and_rehearse(session, actor, draft, taken)
        draft.notes = [] if claude else changed.missed
        if claude:
            await _ask_claude(session, draft, text, actor.email)
    await changes.publish(organisation, f"draft:{draft.id}")
    return draft.id


def clean_sentence(sentence: str) -> str:
    """The sentence as it is read. `InvalidInput` for none and for one that is too long."""
    if not sentence.strip():
        examples = "”, “".join(EXAMPLES[:3])
        raise InvalidInput(f"Say what should be different, for example “{examples}”.", field="change")
    text = clean_prompt(sentence)
    if len(text) > MOST_CHARACTERS:
        raise InvalidInput(f"That is too long for a change; stay below {MOST_CHARACTERS:,} characters.", field="change")
    return text


# --- Claude, for what the built-in reader does not understand ---------------------------------------------


async def perform_change(organisation_id: UUID, draft_id: UUID, correlation_id: str) -> None:
    """Let Claude read the change that waits. Safe to run twice: one that is there, put away or taken is left alone."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id)
        if draft is None or not _thinking(draft):
            return
        spec, kept, prompt = spec_of(draft), dict(draft.proposal or {}), draft.prompt
    sentence = str(kept["sentence"])
    changed = await asyncio.to_thread(claude_changing.change, spec, sentence, prompt, catalogue.current())
    if changed.spec is None:
        own = await _read(spec, sentence, str(kept.get("me", "")))
        changed = own if own.spec is not None else changed
    await _answered(actor, draft_id, kept, changed)


async def give_up(organisation_id: UUID, draft_id: UUID, correlation_id: str, error: WorkforceError) -> None:
    """After the last try: say beside the plan why the change could not be read."""
    actor = system(organisation_id, correlation_id)
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id)
        kept = dict(draft.proposal or {}) if draft is not None and _thinking(draft) else None
    if kept is not None:
        await _answered(actor, draft_id, kept, Changed(missed=[error.sentence]))


async def _answered(actor: Actor, draft_id: UUID, kept: dict[str, Any], changed: Changed) -> None:
    async with tenant_session(actor) as session:
        draft = await session.get(Draft, draft_id, with_for_update=True)
        if draft is None or draft.proposal != kept:
            return
        draft.proposal = _kept(str(kept["sentence"]), changed, str(kept["base"]))
    await changes.publish(actor.require(Role.MANAGER), f"draft:{draft_id}")


def _thinking(draft: Draft) -> bool:
    return draft.status == DraftStatus.PLANNED and (draft.proposal or {}).get("state") == "thinking"


async def _ask_claude(session: AsyncSession, draft: Draft, sentence: str, me: str) -> None:
    base = spec_of(draft).digest()
    draft.proposal = {"sentence": sentence, "state": "thinking", "base": base, "me": me}
    await queue.enqueue(
        session,
        "change_draft",
        key=f"change:{draft.id}",
        organisation_id=str(draft.organisation_id),
        draft_id=str(draft.id),
        correlation_id=draft.correlation_id,
    )


# --- small things -----------------------------------------------------------------------------------------


async def _read(spec: WorkerSpec, sentence: str, me: str) -> Changed:
    """What the built-in reader makes of it; tens of milliseconds, beside the event loop."""
    return await asyncio.to_thread(change, spec, sentence, catalogue.current(), me)


def _kept(sentence: str, changed: Changed, base: str) -> dict[str, Any]:
    dump = changed.spec.model_dump(mode="json") if changed.spec is not None else None
    state = "ready" if dump else "failed"
    return {"sentence": sentence, "state": state, "base": base, "spec": dump, "missed": list(changed.missed)}


async def _current(session: AsyncSession, worker: Worker) -> tuple[WorkerSpec, Draft | None]:
    """What a worker does now, and the draft that its connections are in."""
    wanted = select(WorkerVersion).where(
        col(WorkerVersion.worker_id) == worker.id, col(WorkerVersion.number) == worker.current_version
    )
    version: WorkerVersion | None = (await session.execute(wanted)).scalar_one_or_none()
    if version is None:
        raise NotFound("This worker has no plan to change. Hire it again.")
    old = await session.get(Draft, worker.draft_id) if worker.draft_id else None
    return WorkerSpec.model_validate(version.spec), old


def _draft_of(worker: Worker, old: Draft | None, sentence: str, actor: Actor) -> Draft:
    return Draft(
        organisation_id=worker.organisation_id,
        prompt=sentence,
        title=worker.name,
        status=DraftStatus.PLANNED,
        timezone=worker.timezone,
        department_id=worker.department_id,
        connections=dict(old.connections) if old else {},
        expected_runs=old.expected_runs if old else None,
        changes_worker_id=worker.id,
        base_version=worker.current_version,
        created_by=actor.user_id,
        correlation_id=actor.correlation_id or new_correlation_id(),
    )
