"""The brief of a worker, in plain words."""

from __future__ import annotations

from workforce.workflow.planner.assembly import Assembly, short
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Brief


def brief(assembly: Assembly) -> Brief:
    """What was read out of the prompt."""
    request = assembly.request
    reads = [short(i) for i in request.intents if i.kind == "read"]
    acts = [short(i) for i in request.intents if i.kind not in ("read",)]
    results = [
        short(i)
        for i in request.intents
        if i.kind == "act" and KIND_OF.get(i.service) in ("chat", "mail", "sms", "social")
    ]
    first = next((line.strip() for line in request.text.splitlines() if line.strip()), "")
    return Brief(
        objective=first[:200],
        trigger=request.start.text[:120] or request.start.kind,
        data_in=reads,
        actions=acts,
        results=results,
        assumptions=list(assembly.assumptions),
        open_questions=[question.text for question in assembly.questions],
    )
