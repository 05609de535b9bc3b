"""What a plan needs before it can work, as view rows; pure."""

from __future__ import annotations

from uuid import UUID

from workforce.services.records import ConnectionFacts, DraftFacts
from workforce.states.rows import NeedRow, Option
from workforce.states.words import many
from workforce.workflow.plan import Need


def need_rows(draft: DraftFacts, owned: list[ConnectionFacts], labels: dict[str, str]) -> list[NeedRow]:
    """A draft's connections to choose. owned: what the company has; labels: credential type → words."""
    needs = draft.plan.needs if draft.plan else []
    return [_row(need, draft.connections, owned, labels) for need in needs if need.kind == "connection"]


def blocked_by(draft: DraftFacts, needs: list[NeedRow]) -> str:
    """Why the plan cannot be approved yet, in one sentence; empty when it can."""
    questions = draft.plan.questions if draft.plan else []
    if questions:
        return (
            f"Answer the {many(len(questions), 'open question')} first."
            if len(questions) > 1
            else "One question is still open."
        )
    if problem := next((issue for issue in draft.issues if issue.severity == "error"), None):
        return f"Solve this first: {problem.message}"
    if missing := next((need for need in needs if not need.chosen), None):
        return f"Connect {missing.label} first."
    return ""


def _row(need: Need, chosen: dict[str, UUID], owned: list[ConnectionFacts], labels: dict[str, str]) -> NeedRow:
    kinds = list(dict.fromkeys([need.key, *need.choices]))
    return NeedRow(
        key=need.key,
        label=need.label,
        why=need.why,
        chosen=next((str(chosen[kind]) for kind in kinds if kind in chosen), ""),
        options=[Option(str(row.id), row.name) for row in owned if row.kind in kinds],
        kinds=[Option(kind, labels.get(kind, kind)) for kind in kinds],
    )
