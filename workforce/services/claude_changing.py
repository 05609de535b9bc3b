"""Claude reads a change that the built-in reader does not understand: the same plan dictated again, changed."""

from __future__ import annotations

import asyncio
import json

from workforce.core.telemetry import log
from workforce.integrations.claude import Claude, ClaudeFailed
from workforce.services.claude_planning import Budget, Drafting, connect
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.changing import Changed
from workforce.workflow.dictation.retelling import dictated, restored
from workforce.workflow.spec import WorkerSpec

BUDGET = Budget(lookups=3)


def change(spec: WorkerSpec, sentence: str, prompt: str, catalogue: Catalogue, budget: Budget = BUDGET) -> Changed:
    """The spec changed by Claude; blocking, seconds. Never raises for what Claude does or does not do.

    Raises `PlannerUnavailable` without a key.
    """
    return asyncio.run(_change(connect(), spec, sentence, prompt, catalogue, budget))


async def _change(
    claude: Claude, spec: WorkerSpec, sentence: str, prompt: str, catalogue: Catalogue, budget: Budget
) -> Changed:
    drafting = Drafting(claude, request(spec, sentence, prompt), spec.timezone, catalogue, budget)
    try:
        planned = await drafting.plan()
    except ClaudeFailed as failure:
        log.warning("claude_failed", reason=failure.reason, detail=failure.detail, dollars=drafting.usage.dollars)
        return Changed(missed=[f"{failure.sentence} Say the change in other words, or try again later."])
    finally:
        await claude.close()
    if planned.refusal is not None:
        return Changed(missed=[planned.refusal.reason])
    if planned.spec is None:
        return Changed(missed=[" ".join(question.text for question in planned.questions)])
    return Changed(spec=restored(spec, planned.spec, catalogue))


def request(spec: WorkerSpec, sentence: str, prompt: str) -> str:
    """The change with the plan as it is; both count as what the manager said, so that known values stay known."""
    plan = json.dumps(dictated(spec), ensure_ascii=False)
    return (
        "Change a worker that is planned already. Call propose_worker with its whole plan, changed only where the "
        "change asks for it: the same ids, titles, inputs and questions everywhere else.\n\n"
        f"The change: {sentence}\n\nThe plan now:\n{plan}\n\nWhat was asked for at first: {prompt[:4000]}"
    )
