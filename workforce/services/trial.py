"""The public trial: a visitor's prompt becomes a plan, and nothing is stored or deployed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from workforce.core.settings import get_settings
from workforce.services import limits, theatre
from workforce.services.planning import clean_prompt, clean_timezone, plan_prompt_async
from workforce.services.rehearsing import Heard, rehearse
from workforce.workflow.plan import Plan
from workforce.workflow.rehearsal.performance import Rehearsal

REHEARSAL_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class TrialFacts:
    """What a visitor sees.

    questions: what would have to be told first, when there is no plan; workflow: the n8n JSON that the plan becomes.
    """

    outcome: Literal["workflow", "questions", "refused"]
    plan: Plan | None
    reason: str = ""
    instead: str = ""
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    workflow: dict[str, Any] | None = None


async def trial(prompt: str, timezone: str, address: str) -> TrialFacts:
    """Plan a visitor's prompt; limited per address. Raises `InvalidInput` or `TooManyRequests`."""
    text, zone = clean_prompt(prompt), clean_timezone(timezone)
    await limits.take("trial", address or "unknown", get_settings().trial_per_hour)
    planned = (result := await plan_prompt_async(text, zone)).planned
    questions = planned.questions or (planned.spec.questions if planned.spec else [])
    return TrialFacts(
        outcome=planned.outcome,
        plan=result.reading.plan if result.reading else None,
        reason=planned.refusal.reason if planned.refusal else "",
        instead=planned.refusal.instead if planned.refusal else "",
        questions=tuple(question.text for question in questions),
        notes=tuple(planned.notes),
        workflow=result.reading.workflow if result.reading else None,
    )


async def rehearse_trial(workflow: dict[str, Any], address: str, heard: Heard) -> Rehearsal:
    """Act a visitor's plan out in its most telling scenarios; limited per address, visitors take turns.

    Raises `TooManyRequests`, `StageUnavailable`.
    """
    who = address or "unknown"
    await limits.take("trial-rehearsal", who, get_settings().trial_per_hour)
    return await rehearse(
        theatre.stage(), f"visitor {who}", workflow, heard=heard, short=True, patience=REHEARSAL_PATIENCE
    )
