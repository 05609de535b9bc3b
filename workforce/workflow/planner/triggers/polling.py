"""A service without a trigger is looked at every few minutes, and only what is new goes on."""

from __future__ import annotations

from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.intents import Intent, Start
from workforce.workflow.planner.operations import choose
from workforce.workflow.planner.triggers.put import put
from workforce.workflow.schedule import Every, Schedule
from workforce.workflow.spec import Link, Question


def polling_trigger(assembly: Assembly, start: Start) -> None:
    """Look every ten minutes, and go on with what was not there before."""
    service = assembly.services.get(start.service)
    choice = choose(service, ["read"], start.nouns, assembly.catalogue) if service else None
    if service is None or choice is None:
        unknown_trigger(assembly)
        return
    put(assembly, "schedule_trigger", "Every 10 minutes", {}, schedule=Schedule(rules=[Every(n=10, unit="minutes")]))
    assembly.assume(
        f"{service.name} cannot call the worker itself, "
        "so the worker looks every 10 minutes and goes on with what is new."
    )
    intent = Intent("read", 0, start.pieces, 0, start.service, ["read"], start.verbs, start.nouns)
    title = f"Look in {service.name}"
    ident = assembly.ident(title)
    inputs = fill(assembly, intent, choice.operation, start.service, ident)
    step = assembly.add(choice.operation.id, title, inputs, assembly.ends[0], confidence=choice.confidence, ident=ident)
    _only_new(assembly, Source(step.id, start.service, "read", many=True))


def _only_new(assembly: Assembly, source: Source) -> None:
    only = assembly.add(
        "remove_duplicates.remove_items_seen_in_previous_executions",
        "Only new ones",
        {"dedupeValue": source.ref(source.path("id") or "id")},
        [Link(step=source.step)],
    )
    assembly.ends[0] = assembly.items[0] = [Link(step=only.id)]
    assembly.sources[0].append(source)


def unknown_trigger(assembly: Assembly) -> None:
    """Nothing says when it runs: the manager starts it, and is asked."""
    trigger = put(assembly, "manual_trigger", "Start", {}, confidence=0.3)
    told = assembly.request.start.text[:80]
    assembly.questions.insert(
        0,
        Question(
            key="start",
            text=(
                f"How does the worker learn of “{told}”: which tool or system is it, and can it call a web address?"
                if told
                else "When should the worker run: at which times, or when something happens (in which tool or system)?"
            ),
            why="n8n knows no such trigger." if told else "Nothing says what starts it.",
            about=trigger.id,
            essential=True,
        ),
    )
