"""The trigger of a spec: which node, which event, which inputs; and what data it gives."""

from __future__ import annotations

from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.triggers.app import app_trigger
from workforce.workflow.planner.triggers.form import form_trigger
from workforce.workflow.planner.triggers.mail import mail_trigger
from workforce.workflow.planner.triggers.polling import polling_trigger, unknown_trigger
from workforce.workflow.planner.triggers.put import put, put_source
from workforce.workflow.planner.triggers.webhook import webhook_trigger


def begin(assembly: Assembly) -> None:
    """Add the trigger and say what data it gives."""
    start = assembly.request.start
    match start.kind:
        case "schedule":
            _scheduled(assembly, start)
        case "webhook":
            webhook_trigger(assembly, start)
        case "form":
            form_trigger(assembly, start)
        case "mail":
            mail_trigger(assembly, start)
        case "chat":
            put_source(
                assembly,
                "chat_trigger",
                "Chat message",
                Source("", "chat", fields={"text": "chatInput", "message": "chatInput", "question": "chatInput"}),
            )
        case "app":
            app_trigger(assembly, start)
        case "poll":
            polling_trigger(assembly, start)
        case _:
            unknown_trigger(assembly)


def _scheduled(assembly: Assembly, start: Start) -> None:
    for text in start.assumed:
        assembly.assume(text)
    put(assembly, "schedule_trigger", "Schedule", {}, schedule=start.schedule)
