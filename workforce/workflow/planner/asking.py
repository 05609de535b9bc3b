"""Questions without whose answer it is unclear what to build: where data comes from, where it goes, when."""

from __future__ import annotations

from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.contradictions import ask_about_contradictions
from workforce.workflow.planner.reports import plan_report
from workforce.workflow.spec import Question


def essential_questions(assembly: Assembly) -> None:
    """Add what has to be asked before anything is clear."""
    ask_about_contradictions(assembly)
    plan_report(assembly)
    _destinations(assembly)


def _destinations(assembly: Assembly) -> None:
    """Somebody is to be told, and nothing says where."""
    for intent in assembly.request.intents:
        if intent.kind != "ask" or (intent.scope and assembly.request.scopes[intent.scope].kind == "error"):
            continue
        if any(i.unit == intent.unit and i.kind == "act" for i in assembly.request.intents) or len(assembly.steps) > 1:
            continue
        if any(q.key == "where" for q in assembly.questions):
            continue
        assembly.questions.append(
            Question(
                key="where",
                text="Who should be told, and where: which Slack channel, chat or e-mail address?",
                why="Nothing says where the message goes.",
                about="",
            )
        )
