"""The public trial: a visitor's prompt becomes a plan, and nothing is stored or deployed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workforce.core.settings import get_settings
from workforce.services import limits
from workforce.services.planning import clean_prompt, clean_timezone, plan_prompt_async
from workforce.workflow.plan import Plan


@dataclass(frozen=True, slots=True)
class TrialFacts:
    """What a visitor sees. questions: what would have to be told first, when there is no plan."""

    outcome: Literal["workflow", "questions", "refused"]
    plan: Plan | None
    reason: str = ""
    instead: str = ""
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


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
    )
