"""Short ways to write values of a spec: conditions, assignments, column mappings, schedules of inputs."""

from __future__ import annotations

from typing import Literal as OneOf

from pydantic import JsonValue

from workforce.workflow.spec import (
    Expression,
    Group,
    Literal,
    Locator,
    Many,
    Moment,
    Ref,
    Template,
    Unknown,
    Value,
)

Kind = OneOf["string", "number", "boolean", "dateTime", "array", "object"]
Plain = Value | JsonValue
VALUES = (Literal, Ref, Moment, Template, Unknown, Locator, Group, Many, Expression)
SINGLE = {"exists", "notExists", "empty", "notEmpty", "true", "false"}


def value(given: Plain) -> Value:
    """A value as it is; plain JSON becomes a literal."""
    return given if isinstance(given, VALUES) else Literal(value=given)


def inputs(**given: Plain) -> dict[str, Value]:
    """Named inputs of a step; plain JSON becomes literals."""
    return {name: value(inner) for name, inner in given.items()}


def group(**given: Plain) -> Group:
    """Named values under one input."""
    return Group(fields=inputs(**given))


def many(*items: Plain) -> Many:
    """A list of values."""
    return Many(items=[value(item) for item in items])


def text(*parts: str | Ref | Moment) -> Template:
    """Text with references: `text("Total: ", Ref(step="sum", path="total"))`."""
    return Template(parts=list(parts))


def condition(left: Plain, operator: str, right: Plain = "", kind: Kind = "string") -> Group:
    """One condition for `conditions`.

    operator: n8n's operation of that kind (`equals`, `notEquals`, `contains`, `gt`, `lt`, `gte`, `lte`, `regex`,
    `after`, `before`, `exists`, `notExists`, `empty`, `notEmpty`, `true`, `false`, `startsWith`, `endsWith`, …).
    """
    how: dict[str, JsonValue] = {"type": kind, "operation": operator}
    if operator in SINGLE:
        how["singleValue"] = True
    return Group(fields={"leftValue": value(left), "rightValue": value(right), "operator": Literal(value=how)})


def conditions(*rows: Group, combine: OneOf["and", "or"] = "and") -> Group:
    """The `conditions` input of If, Filter and of a Switch rule."""
    return Group(fields={"conditions": Many(items=list(rows)), "combinator": Literal(value=combine)})


def switch_rules(**rules: Group) -> Group:
    """The `rules` input of Switch: one output a rule, in this order, named by its keyword."""
    rows: list[Value] = [
        Group(fields={"conditions": rule, "renameOutput": Literal(value=True), "outputKey": Literal(value=name)})
        for name, rule in rules.items()
    ]
    return Group(fields={"values": Many(items=rows)})


def assignments(**fields: Plain) -> Group:
    """The `assignments` input of Edit Fields; types follow the values."""
    return Group(fields=inputs(**fields))


def assignment(name: str, given: Plain, kind: Kind = "string") -> Group:
    """One row of `assignment_list`, for names that are no Python names or types that cannot be told."""
    return Group(fields={"name": Literal(value=name), "value": value(given), "type": Literal(value=kind)})


def assignment_list(*rows: Group) -> Group:
    """The `assignments` input of Edit Fields from `assignment` rows."""
    return Group(fields={"assignments": Many(items=list(rows))})


def columns(mapping: dict[str, Plain] | None = None, matching: list[str] | None = None) -> Group:
    """The `columns` input of Google Sheets, PostgreSQL, …: values by column; none maps incoming fields by name."""
    keys: Value = Literal(value=[str(name) for name in matching or []])
    if mapping is None:
        return Group(fields={"mappingMode": Literal(value="autoMapInputData"), "matchingColumns": keys})
    filled = Group(fields={name: value(inner) for name, inner in mapping.items()})
    return Group(fields={"mappingMode": Literal(value="defineBelow"), "value": filled, "matchingColumns": keys})


def named(name: str, mode: str = "name") -> Locator:
    """A thing in a service by its name (a channel, a sheet)."""
    return Locator(mode=mode, value=Literal(value=name), name=name)
