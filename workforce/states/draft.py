"""One draft: how its planning goes, its plan, and what the manager does with it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import reflex as rx

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput, NotFound, Unavailable
from workforce.services import connections, drafts, rehearsals
from workforce.services.records import DraftFacts, DraftStatus
from workforce.states.asking import asking, last_part, named
from workforce.states.changing import ChangeState
from workforce.states.live import moments
from workforce.states.need_rows import blocked_by, need_rows
from workforce.states.notices import say
from workforce.states.plan_rows import (
    PLANNING,
    draft_row,
    field_row,
    issue_row,
    plan_row,
    question_row,
    stage_rows,
)
from workforce.states.rehearsal_rows import NOT_PASSED, gate_words
from workforce.states.requires import allows, requires
from workforce.states.rows import DraftRow, FieldRow, IssueRow, NeedRow, PlanRow, QuestionRow, StageRow
from workforce.states.session import followed_by

MOVING = (DraftStatus.PLANNING, DraftStatus.DEPLOYING)


class DraftState(rx.State):
    """The draft on screen. `missing`: why there is none; `blocked`: why it cannot be approved yet."""

    draft: DraftRow = DraftRow()
    plan: PlanRow = PlanRow()
    questions: list[QuestionRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    fields: list[FieldRow] = []  # noqa: RUF012
    needs: list[NeedRow] = []  # noqa: RUF012
    issues: list[IssueRow] = []  # noqa: RUF012
    stages: list[StageRow] = []  # noqa: RUF012
    missing: str = ""
    blocked: str = ""
    may_override: bool = False
    busy: bool = False
    _ident: str = ""
    _watch: int = 0

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> Any:
        """Open the draft that the address names."""
        if (ident := last_part(self)) != self._ident:
            watch = self._watch
            self.reset()  # type: ignore[no-untyped-call]
            self._ident, self._watch = ident, watch
        self.busy = False
        async with asking(self) as actor:
            await self._look(actor)
        return DraftState.follow if await self._moving() else None

    @rx.event(background=True)
    @requires(Role.MANAGER)
    async def follow(self) -> None:
        """Show each stage as it happens, until the draft rests; the planning itself is a job elsewhere."""
        async with self:
            self._watch += 1
            watch, ident = self._watch, self._ident
            sid, organisation = await followed_by(self)
        async for actor in moments(sid, organisation, {f"draft:{ident}"}):
            async with self:
                with suppress(Unavailable):
                    if (self._watch, self._ident) != (watch, ident) or not await self._look(actor):
                        return

    @rx.event
    @requires(Role.MANAGER)
    async def answer(self, typed: dict[str, Any]) -> None:
        """Answer the questions that something was typed for; a refused answer says so under its field."""
        given = {key: str(text) for key, text in typed.items() if str(text).strip()}
        self.busy = True
        async with asking(self) as actor:
            try:
                await self._show(actor, await drafts.answer(actor, named(self._ident), given))
            except InvalidInput as error:
                await self._show(actor, await drafts.get(actor, named(self._ident)))
                self._mark(given, error)
        self.busy = False

    @rx.event
    @requires(Role.MANAGER)
    async def change(self, step: str, path: str, value: str) -> None:
        """Change one value of the plan."""
        if any((row.step, row.path, row.value) == (step, path, str(value).strip()) for row in self.fields):
            return
        async with asking(self) as actor:
            await self._show(actor, await drafts.edit(actor, named(self._ident), step, path, str(value).strip()))
            await say(self, "Changed. The plan below shows it.")

    @rx.event
    @requires(Role.MANAGER)
    async def connect(self, ident: str) -> None:
        """Use one of the company's connections for a need."""
        async with asking(self) as actor:
            kind = next((row.kind for row in await connections.list_connections(actor) if str(row.id) == ident), "")
            facts = await drafts.choose_connection(actor, named(self._ident), kind, named(ident))
            await self._show(actor, facts)

    @rx.event
    @requires(Role.MANAGER)
    async def connected(self, reply: dict[str, Any]) -> Any:
        """A connection was added on this page: use it."""
        ident = str(reply.get("id") or "")
        return DraftState.connect(ident) if ident else None  # type: ignore[operator]

    @rx.event
    @requires(Role.MANAGER)
    async def approve(self) -> Any:
        """Put the plan on screen to work, and go to the worker's page, where the rest can be watched."""
        self.busy = True
        try:
            async with asking(self) as actor:
                worker = await drafts.approve(actor, named(self._ident), self.plan.digest)
                return rx.redirect(f"/app/workers/{worker}")
        finally:
            self.busy = False

    @rx.event
    @requires(Role.ADMIN)
    async def approve_anyway(self, typed: dict[str, Any]) -> Any:
        """Put the plan to work against its rehearsal, for a written reason."""
        async with asking(self) as actor:
            ident, reason = named(self._ident), str(typed.get("reason", ""))
            worker = await drafts.approve(actor, ident, self.plan.digest, reason)
            return rx.redirect(f"/app/workers/{worker}")

    @rx.event
    @requires(Role.MANAGER)
    async def rephrase(self, typed: dict[str, Any]) -> Any:
        """Plan the same draft again from other words."""
        async with asking(self) as actor:
            await self._show(actor, await drafts.rephrase(actor, named(self._ident), str(typed.get("prompt", ""))))
            return DraftState.follow

    @rx.event
    @requires(Role.MANAGER)
    async def plan_other_jobs(self) -> Any:
        """Make drafts of the other workers that the prompt asked for, and go where they are listed."""
        async with asking(self) as actor:
            made = await drafts.plan_other_jobs(actor, named(self._ident))
            await say(
                self, "One more plan is being made." if len(made) == 1 else f"{len(made)} more plans are being made."
            )
            return rx.redirect("/app/drafts")

    @rx.event
    @requires(Role.MANAGER)
    async def discard(self) -> Any:
        """Put the draft away."""
        async with asking(self) as actor:
            await drafts.discard(actor, named(self._ident))
            await say(self, "The draft is discarded.", "neutral")
            return rx.redirect("/app/hire")

    async def _look(self, actor: Actor) -> bool:
        """Show the draft as it is now; whether it is still on the move."""
        try:
            await self._show(actor, await drafts.get(actor, named(self._ident)))
        except NotFound as error:
            self.missing = error.sentence
        return not self.missing and await self._moving()

    async def _moving(self) -> bool:
        """Whether the page changes by itself: the draft is on the move, or somebody reads a change of it."""
        return self.draft.status in MOVING or (await self.get_state(ChangeState)).proposal.state == "thinking"

    async def _show(self, actor: Actor, facts: DraftFacts) -> None:
        self.draft, self.missing = draft_row(facts, actor.timezone), ""
        self.stages = stage_rows(facts.events, PLANNING)
        (await self.get_state(ChangeState))._show(facts)
        if facts.plan is None:
            return
        self.plan = plan_row(facts.plan, actor.timezone)
        self.questions = [question_row(question, facts.answers) for question in facts.plan.questions]
        self.fields = [field_row(field) for field in facts.plan.fields]
        # What is open is asked for above; other problems can be judged once it is answered.
        self.issues = [] if self.questions else [issue_row(issue) for issue in facts.issues]
        labels = {one.kind: one.label for one in connections.kinds()}
        self.needs = need_rows(facts, await connections.list_connections(actor), labels)
        open_still = blocked_by(facts, self.needs)
        gate = "" if open_still else gate_words(await rehearsals.latest(actor, facts.id))
        self.blocked = open_still or gate
        self.may_override = gate == NOT_PASSED and allows(Role.ADMIN, actor.role)

    def _mark(self, given: dict[str, str], refused: InvalidInput) -> None:
        """Put a refused answer back under its question, with what is wrong."""
        for row in self.questions:
            row.value = given.get(row.key, row.value)
            row.error = refused.sentence if row.key == refused.field else ""
