"""The trial on the landing page: a visitor's words become a plan; nothing is stored but in their tab."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import reflex as rx

from workforce.core.actor import GUEST
from workforce.core.errors import InvalidInput, TooManyRequests, WorkforceError
from workforce.services import trial
from workforce.states.drawing import Sketch, sketch
from workforce.states.prompt import LONGEST, keep_prompt, kept_prompt
from workforce.states.rehearsal_rows import ReceiptRow, ScenarioRow, receipt_rows, scenario_row
from workforce.states.requires import PUBLIC, requires
from workforce.states.session import SessionState
from workforce.workflow.plan import Plan
from workforce.workflow.rehearsal.performance import ScenarioResult
from workforce.workflow.rehearsal.receipts import summary

SHOWN = 8


@dataclass
class LineOfPlan:
    """A sentence of the plan with its service's icon."""

    text: str = ""
    icon: str = ""


@dataclass
class Asked:
    """A question the worker's manager would be asked, and why."""

    text: str = ""
    why: str = ""


@dataclass
class TrialPlan:
    """A plan as the landing page shows it."""

    title: str = ""
    objective: str = ""
    schedule: str = ""
    sentences: list[LineOfPlan] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    needs: list[Asked] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)


class LandingState(rx.State):
    """phase: empty, thinking, plan, questions, refused, limited, error; stage: of the rehearsal: acting, done, away."""

    phase: str = "empty"
    reason: str = ""
    instead: str = ""
    problem: str = ""
    asked: list[str] = []  # noqa: RUF012 - Reflex copies defaults per tab
    plan: TrialPlan = TrialPlan()
    stage: str = ""
    acted: list[ScenarioRow] = []  # noqa: RUF012
    receipts: list[ReceiptRow] = []  # noqa: RUF012
    summary: str = ""
    drawing: Sketch = Sketch()
    _workflow: str = ""  # JSON: what is read from a state elsewhere is a proxy, which travels nowhere
    _attempt: int = 0

    @rx.event
    @requires(PUBLIC)
    async def open(self) -> AsyncIterator[Any]:
        """Put words from the address (a form sent before the page was awake) or from the tab back into the box."""
        given = str(self.router.url.query_parameters.get("prompt", ""))
        text = given or await kept_prompt(self)
        if text:
            yield rx.set_value("prompt", text)
        if given and self.phase == "empty":
            async for step in self._try(given):
                yield step

    @rx.event
    @requires(PUBLIC)
    async def submit(self, form: dict[str, Any]) -> AsyncIterator[Any]:
        """Plan what was typed."""
        async for step in self._try(str(form.get("prompt", ""))):
            yield step

    @rx.event
    @requires(PUBLIC)
    def start_over(self) -> Any:
        """Back to the empty box, words kept."""
        self.phase, self.problem = "empty", ""
        return rx.set_focus("prompt")

    @rx.event(background=True)
    @requires(PUBLIC)
    async def rehearse(self) -> None:
        """Act the plan on screen out, scenario by scenario; another plan in the meantime ends it."""
        async with self:
            workflow, attempt, address = (
                json.loads(self._workflow or "{}"),
                self._attempt,
                self.router.session.client_ip,
            )
            if not workflow or self.stage == "acting":
                return
            self.stage, self.acted, self.receipts, self.summary = "acting", [], [], ""

        async def heard(result: ScenarioResult) -> None:
            async with self:
                if self._attempt == attempt:
                    self._add(result)

        try:
            await trial.rehearse_trial(workflow, address, heard)
            stage, reason = "done", ""
        except WorkforceError as error:
            stage, reason = "away", error.sentence
        except Exception:
            await self._end(attempt, "away", "We could not rehearse this one. The plan above stands.")
            raise
        await self._end(attempt, stage, reason)

    async def _end(self, attempt: int, stage: str, reason: str) -> None:
        """Say how the rehearsal ended, unless another plan is on screen by now."""
        async with self:
            if self._attempt == attempt:
                self.stage, self.reason = stage, reason

    def _add(self, result: ScenarioResult) -> None:
        self.acted = [*self.acted, scenario_row(result)]
        if len(self.acted) == 1:
            self.receipts, self.summary = receipt_rows(result)[:SHOWN], summary(result.calls)

    async def _try(self, text: str) -> AsyncIterator[Any]:
        if problem := _unusable(text):
            self.phase, self.problem = "empty", problem
            return
        await keep_prompt(self, text)
        self.phase, self.problem = "thinking", ""
        yield
        try:
            self._show(await trial.trial(text, await self._timezone(), self.router.session.client_ip))
            if self.phase == "plan":
                yield LandingState.rehearse
        except InvalidInput as error:
            self.phase, self.problem = "empty", error.sentence
        except TooManyRequests as error:
            self.phase, self.reason = "limited", error.sentence
        except WorkforceError as error:
            self.phase, self.reason = "error", error.sentence
        except Exception:
            self.phase, self.reason = "error", "We could not plan this. Try again; your words are kept."
            yield  # what is not sent before the error travels on would be lost with it
            raise

    async def _timezone(self) -> str:
        session = await self.get_state(SessionState)
        return session.timezone or GUEST.timezone

    def _show(self, facts: trial.TrialFacts) -> None:
        self.reason, self.instead, self.asked = facts.reason, facts.instead, list(facts.questions)
        if facts.plan is None:
            self.phase = "refused" if facts.outcome == "refused" else "questions"
            return
        self.plan, self.drawing, self.phase = _plan(facts.plan), sketch(facts.plan.drawing), "plan"
        self._workflow, self._attempt, self.stage = json.dumps(facts.workflow or {}), self._attempt + 1, ""


def _unusable(text: str) -> str:
    if not text.strip():
        return "Say in a sentence what the worker should do. You can start from one of the examples."
    if len(text) > LONGEST:
        return f"That is {len(text):,} characters; we read up to {LONGEST:,}. Keep what the worker should do and when."
    return ""


def _plan(plan: Plan) -> TrialPlan:
    return TrialPlan(
        title=plan.title,
        objective=plan.objective,
        schedule=plan.schedule_words,
        sentences=[LineOfPlan(sentence.text, sentence.icon) for sentence in plan.sentences],
        questions=[Asked(question.text, question.why) for question in plan.questions],
        needs=[Asked(need.label, need.why) for need in plan.needs],
        assumptions=list(plan.assumptions),
    )
