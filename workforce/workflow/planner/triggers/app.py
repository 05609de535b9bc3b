"""Something that happens at a service starts the worker."""

from __future__ import annotations

from workforce.workflow.catalogue import Operation, Parameter
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import generic, sign_in
from workforce.workflow.planner.intents import Intent, Start
from workforce.workflow.planner.recipes import Order
from workforce.workflow.planner.titles import event_title
from workforce.workflow.planner.triggers.events import certainty, chosen, likeness, literals
from workforce.workflow.planner.triggers.polling import polling_trigger
from workforce.workflow.planner.triggers.put import put_source
from workforce.workflow.planner.triggers.services import special


def app_trigger(assembly: Assembly, start: Start) -> None:
    """The trigger of a service; one without is looked at every few minutes."""
    service = assembly.services.get(start.service)
    if service is None or not service.triggers:
        polling_trigger(assembly, start)
        return
    words = fold(" ".join(p.text for p in start.pieces))
    operation = _trigger_operation(service.triggers, words, start)
    step = assembly.ident(f"{service.name} trigger")
    intent = Intent("read", 0, start.pieces, 0, start.service, [], start.verbs, start.nouns)
    order = Order(assembly, intent, operation, start.service, service.name, step)
    inputs = chosen(order, words, start) | special(order, start, words) | sign_in(assembly, operation)
    for parameter in assembly.catalogue.parameters(operation.id, literals(inputs)):
        if parameter.required and parameter.name not in inputs and _empty(parameter):
            inputs[parameter.name] = generic(order, parameter)
    source = Source("", _shape(start), "sheet" if start.service == "googlesheets" else "app")
    sure = certainty(order, words, start, inputs)
    put_source(
        assembly, operation.id, event_title(service, start, assembly.request.language), source, inputs, confidence=sure
    )


def _shape(start: Start) -> str:
    """Whose data comes: GitHub's differs by what happened."""
    if start.service != "github":
        return start.service
    kinds = ("pull_request", "push", "release")
    return next((f"github:{kind}" for kind in kinds if kind in start.nouns), start.service)


def _empty(parameter: Parameter) -> bool:
    if parameter.kind == "resourceLocator":
        return not (isinstance(parameter.default, dict) and parameter.default.get("value"))
    return parameter.default in ("", None, [], {})


def _trigger_operation(triggers: list[Operation], words: str, start: Start) -> Operation:
    def fit(operation: Operation) -> float:
        return likeness(f"{operation.resource} {operation.resource_title} {operation.operation}", words, start.nouns)

    return triggers[0] if len(triggers) == 1 else max(triggers, key=fit)
