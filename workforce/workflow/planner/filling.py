"""Filling a step's inputs: by recipe where we know the operation, from the parameters' own words where we do not."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

from workforce.workflow.catalogue import Operation, Parameter
from workforce.workflow.planner import writing
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import concept_of
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.filling import FILL
from workforce.workflow.planner.recipes import RECIPES, Order
from workforce.workflow.spec import Group, Literal, Locator, Many, Template, Unknown, Value

_CONSTANTS: dict[str, JsonValue] = {"true": True, "false": False, "[]": []}
_TEXTS = ("text", "message", "content", "body", "description", "note", "comment", "html", "markdown")
_TITLES = ("title", "name", "subject", "summary", "topic", "label", "headline", "displayname")


def fill(assembly: Assembly, intent: Intent, operation: Operation, service: str, step: str) -> dict[str, Value]:
    """All inputs of a step: those we know how to fill, then every required one that is still empty."""
    known = assembly.services.get(service)
    order = Order(assembly, intent, operation, service, known.name if known else operation.service, step)
    inputs: dict[str, Value] = {}
    for name, recipe in FILL.get(f"{service}/{operation.resource}/{operation.operation}", {}).items():
        value = _cook(recipe, order)
        if value is not None:
            inputs[name] = value
    inputs |= sign_in(assembly, operation)
    return _required(order, inputs)


def sign_in(assembly: Assembly, operation: Operation) -> dict[str, Value]:
    """Microsoft nodes: a person signs in; an app's own sign-in would want mailboxes and users named everywhere."""
    if "microsoftEntraServicePrincipalApi" not in operation.credentials:
        return {}
    way = next((p.default for p in assembly.catalogue.parameters(operation.id) if p.name == "authentication"), "")
    return {"authentication": Literal(value=way)} if way else {}


def _cook(recipe: str, order: Order) -> Value | None:
    if recipe.startswith("="):
        text = recipe[1:]
        return Literal(value=_CONSTANTS.get(text, int(text) if text.isdigit() else text))
    made = RECIPES.get(recipe)
    return made(order) if made is not None else None


def _required(order: Order, inputs: dict[str, Value]) -> dict[str, Value]:
    catalogue, ident = order.assembly.catalogue, order.operation.id
    for _ in range(3):  # an input can reveal further ones
        missing = [
            p
            for p in catalogue.parameters(ident, {n: _plain(v) for n, v in inputs.items()})
            if _open(p) and p.name not in inputs
        ]
        if not missing:
            break
        for parameter in missing:
            inputs[parameter.name] = generic(order, parameter)
    return inputs


def _open(parameter: Parameter) -> bool:
    if not parameter.required or parameter.kind in ("credentials", "hidden"):
        return False
    default = parameter.default
    if parameter.kind == "resourceLocator":
        return not (isinstance(default, dict) and default.get("value"))
    return default in ("", None, [], {}) or (isinstance(default, dict) and not default)


def generic(order: Order, parameter: Parameter) -> Value:
    """A value for a required input nobody wrote a recipe for."""
    name = parameter.name.lower()
    label = parameter.title or parameter.name
    if order.service in ("github", "gitlab") and name in ("owner", "repository"):
        part = "repo_owner" if name == "owner" else "repo_name"
        return RECIPES[part if parameter.kind == "resourceLocator" else f"{part}_text"](order) or _ask(
            order, parameter, ""
        )
    if parameter.kind == "options" and parameter.choices and not parameter.loaded:
        return Literal(value=parameter.choices[0][0])
    if parameter.kind == "multiOptions" and parameter.choices and not parameter.loaded:
        return Literal(value=[parameter.choices[0][0]])
    if parameter.kind == "number":
        return _field(order, label) or Literal(value=1)
    if parameter.kind == "boolean":
        return Literal(value=False)
    if parameter.kind in ("resourceLocator", "options", "multiOptions"):
        said = _said(order, label)
        if said and parameter.kind == "resourceLocator":
            return Locator(mode="list", value=Literal(value=said), name=said)
        unknown = _ask(order, parameter, said)
        if parameter.kind == "multiOptions":
            return unknown.model_copy(update={"stand_in": [str(unknown.stand_in)]})
        return Locator(mode="list", value=unknown, name=said) if parameter.kind == "resourceLocator" else unknown
    if parameter.kind in ("collection", "fixedCollection", "resourceMapper", "json", "dateTime"):
        return _structured(order, parameter)
    if name in ("email", "toemail", "to", "recipient", "recipients", "sendto") or name.endswith("email"):
        return RECIPES["person_mail"](order) or _ask(order, parameter, "")
    if name in ("url", "website", "link", "endpoint"):
        return RECIPES["url"](order) or _ask(order, parameter, "")
    if any(word in name for word in _TEXTS):
        return writing.message(order.assembly, order.intent)
    if any(name == word or name.endswith(word) for word in _TITLES):
        return writing.title(order.assembly, order.intent)
    said = _said(order, label)
    if said:
        return Literal(value=said)
    found = _field(order, label)
    return found or _ask(order, parameter, "")


def _structured(order: Order, parameter: Parameter) -> Value:
    match parameter.kind:
        case "resourceMapper":
            return RECIPES["columns"](order) or Group(fields={})
        case "json":
            return Literal(value="{}")
        case "dateTime":
            return RECIPES["event_start"](order) or Literal(value="")
    return Group(fields={})


def _said(order: Order, label: str) -> str:
    kind = concept_word(label)
    found = order.intent.named(kind) if kind else []
    return found[0].content if found else ""


def concept_word(label: str) -> str:
    """`Team Name or ID` → team: what kind of named thing a parameter is about."""
    from workforce.workflow.language.names import CONTAINER_OF

    return next((CONTAINER_OF[word] for word in label.lower().replace("-", " ").split() if word in CONTAINER_OF), "")


def _field(order: Order, label: str) -> Value | None:
    if not concept_of(label):
        return None
    place = writing.named_field(order.assembly, order.intent.scope, label)
    return place[0].ref(place[1]) if place and place[0].style != "ai" else None


def _ask(order: Order, parameter: Parameter, said: str) -> Unknown:
    label = (
        (parameter.title or parameter.name).replace(" Name or ID", "").replace(" ID", "").replace(" Names or IDs", "")
    )
    text = f"{order.name}: which {label.lower()} is “{said}”?" if said else f"{order.name}: which {label.lower()}?"
    return order.assembly.ask(
        f"{order.service}_{parameter.name}",
        text,
        f"{order.name} needs it, and only you know it.",
        order.step,
        stand_in=said or f"your-{label.lower().replace(' ', '-')}",
    )


def _plain(value: Value) -> Any:
    match value:
        case Literal(value=plain):
            return plain
        case Unknown(stand_in=stand_in):
            return stand_in
        case Locator():
            return {"__rl": True, "mode": value.mode, "value": value.name or "x"}
        case Group(fields=fields):
            return {name: _plain(inner) for name, inner in fields.items()}
        case Many(items=items):
            return [_plain(item) for item in items]
        case Template():
            return "text"
    return "=x"
