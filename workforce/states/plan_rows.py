"""From a plan to view rows; pure."""

from __future__ import annotations

from datetime import datetime

from workforce.services.records import DraftFacts, StageEvent
from workforce.states.rows import (
    DraftRow,
    EdgeRow,
    FieldRow,
    IssueRow,
    NodeRow,
    Option,
    PlanRow,
    QuestionRow,
    SentenceRow,
    StageRow,
    StepRow,
)
from workforce.states.words import when
from workforce.workflow.plan import Drawing, EditableField, Plan
from workforce.workflow.spec import Issue, Question

PLANNING = {
    "brief": "Understanding what you need",
    "spec": "Choosing the steps",
    "checks": "Checking that it will work",
    "compile": "Preparing the workflow",
}
DEPLOYING = {
    "create": "Building it on the engine",
    "publish": "Switching it on",
    "listen": "Making sure it answers",
}
FORMATS = {"email": "name@company.com", "url": "https://…", "schedule": "for example: every Monday at 9:00"}


def plan_row(plan: Plan, timezone: str) -> PlanRow:
    """A plan as the pages show it; the next runs are said in `timezone`."""
    return PlanRow(
        title=plan.title,
        objective=plan.objective,
        sentences=[SentenceRow(s.text, s.service, s.icon, s.doubt) for s in plan.sentences],
        nodes=[NodeRow(n.id, n.title, n.subtitle, n.icon, n.x, n.y, n.open) for n in plan.drawing.nodes],
        edges=[EdgeRow(e.id, e.source, e.target, e.label) for e in plan.drawing.edges],
        steps=step_rows(plan.drawing),
        assumptions=list(plan.assumptions),
        risks=list(plan.risks),
        schedule_words=plan.schedule_words,
        next_runs=[when(datetime.fromisoformat(text), timezone) for text in plan.next_runs[:3]],
        digest=plan.digest,
    )


def step_rows(drawing: Drawing) -> list[StepRow]:
    """The drawing as lines of text, in the order of the boxes."""
    titles = {node.id: node.title for node in drawing.nodes}
    return [
        StepRow(
            title=node.title,
            subtitle=node.subtitle,
            leads_to=", ".join(
                f"{edge.label}: {titles.get(edge.target, '')}" if edge.label else titles.get(edge.target, "")
                for edge in drawing.edges
                if edge.source == node.id
            ),
            open=node.open,
        )
        for node in drawing.nodes
    ]


def question_row(question: Question, answers: dict[str, str]) -> QuestionRow:
    """A question with its field; an answer that was given before is put in again."""
    return QuestionRow(
        key=question.key,
        text=question.text,
        why=question.why,
        kind="choice" if question.choices else question.answer_kind,
        choices=[Option(choice.value, choice.label) for choice in question.choices],
        value=answers.get(question.key, question.default),
        hint=FORMATS.get(question.answer_kind, ""),
    )


def field_row(field: EditableField) -> FieldRow:
    """A value that can be changed in place."""
    return FieldRow(f"{field.step}/{field.path}", field.step, field.path, field.label, field.value, field.kind)


def issue_row(issue: Issue) -> IssueRow:
    """Something wrong with the plan."""
    return IssueRow(issue.message, issue.fix, issue.severity)


def draft_row(draft: DraftFacts, timezone: str) -> DraftRow:
    """A draft's own facts."""
    return DraftRow(
        id=str(draft.id),
        title=draft.title,
        prompt=draft.prompt,
        status=draft.status,
        department=draft.department,
        created=when(draft.created_at, timezone),
        reason=draft.reason,
        instead=draft.instead,
        notes=list(draft.notes),
        worker_id=str(draft.worker_id or ""),
        url=f"/app/drafts/{draft.id}",
        other_jobs=list(draft.other_jobs),
    )


def stage_rows(events: tuple[StageEvent, ...], labels: dict[str, str]) -> list[StageRow]:
    """The stages in their order with how far each has come; the first unfinished one counts as started."""
    latest = {event.stage: event for event in events}
    rows = [
        StageRow(
            stage,
            label,
            latest[stage].state if stage in latest else "waiting",
            latest[stage].detail if stage in latest else "",
        )
        for stage, label in labels.items()
    ]
    if not any(row.state in {"started", "failed"} for row in rows):
        waiting = next((row for row in rows if row.state == "waiting"), None)
        if waiting:
            waiting.state = "started"
    return rows
