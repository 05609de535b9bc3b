"""Whether a node's parameters are complete and legal, by the rules that n8n itself applies to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue.display import Host, Json, is_expression, lookup, same, shown
from workforce.workflow.checks.field_types import fits
from workforce.workflow.checks.javascript import UNDEFINED, begins_as_expression, text_of, truthy

LOCATORS = ("resourceLocator", "workflowSelector", "agentSelector")
EMPTY_COUNTS = {"string", "dateTime", "options"}
CUSTOM_API_CALL = "__CUSTOM_API_CALL__"
Finding = tuple[str, str]


class Broken(ValueError):
    """A value's shape is such that n8n's own check breaks down."""


def parameter_issues(properties: list[Json], values: Json, host: Host, grammar: str = "") -> Iterator[Finding]:
    """(parameter, what is wrong) for a node's effective parameters; `grammar`: `catalogue.grammar`. Raises `Broken`."""
    for prop in properties:
        yield from _issues(prop, values, "", host, grammar)


def value_at(values: Json, name: str, path: str) -> Any:
    """The value of a parameter at a path (`UNDEFINED` if none); a path with an empty part leads nowhere."""
    full = f"{path}.{name}" if path else name
    return UNDEFINED if ".." in full else lookup(values, full, UNDEFINED)


def displayed(prop: Json, values: Json, path: str, host: Host) -> bool:
    """Whether the parameter is shown at its path."""
    level = values if not path else None if path.endswith(".") or ".." in path else lookup(values, path)
    return shown(prop, level, values, host)


def _issues(prop: Json, values: Json, path: str, host: Host, grammar: str) -> Iterator[Finding]:
    visible = displayed(prop, values, path, host)
    name, kind = prop["name"], prop["type"]
    if visible:
        value = value_at(values, name, path)
        if prop.get("required"):
            yield from _missing(prop, value)
        if kind in LOCATORS:
            yield from _locator(prop, value)
        elif kind == "resourceMapper":
            yield from _mapper(prop, value, grammar)
        elif kind == "filter" and _is_filter(value) and not isinstance(value["conditions"], list):
            raise Broken("value.conditions.reduce is not a function")
    if prop.get("validateType") and kind not in (*LOCATORS[:1], "resourceMapper", "filter"):
        yield from _typed(prop, value_at(values, name, path), grammar)
    if kind == "collection":
        for option in prop.get("options") or ():
            if "type" in option:
                yield from _issues(option, values, f"{path}." if path else "", host, grammar)
    elif kind == "fixedCollection" and visible:
        yield from _fixed(prop, values, path, host, grammar)


def _is_filter(value: Any) -> bool:
    return isinstance(value, dict) and {"conditions", "combinator"} <= value.keys()


def _missing(prop: Json, value: Any) -> Iterator[Finding]:
    """A required value that is not there; of a list each member counts, an empty list does not."""
    if (prop.get("typeOptions") or {}).get("multipleValues") is not None:
        members = value if isinstance(value, list) else []
    else:
        members = [value]
    for member in members:
        if is_missing(prop["type"], member):
            yield prop["name"], f'Parameter "{prop.get("displayName")}" is required.'


def is_missing(kind: str, value: Any) -> bool:
    """Whether n8n counts a value as not given."""
    if kind in EMPTY_COUNTS:
        return value is UNDEFINED or bool(value == "")
    if kind == "multiOptions":
        return bool(value == [])
    if kind in LOCATORS:
        if value is None:
            raise Broken("Cannot read properties of null (reading 'value')")
        inner = value.get("value") if isinstance(value, dict) else None if isinstance(value, list) else value
        number = isinstance(value, dict) and isinstance(inner, int | float) and not isinstance(inner, bool)
        return not (truthy(inner) or number)
    return False


def _locator(prop: Json, value: Any) -> Iterator[Finding]:
    if not isinstance(value, dict) or not {"value", "mode"} <= value.keys():
        return
    mode = next((m for m in prop.get("modes") or () if m["name"] == value["mode"]), None)
    text = text_of(value["value"]) if truthy(value["value"]) else ""
    if mode is None or text.startswith("="):
        return
    for rule in mode.get("validation") or ():
        if rule.get("type") == "regex" and not _matches(rule["properties"]["regex"], text):
            yield prop["name"], str(rule["properties"].get("errorMessage", "not valid"))


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(f"^{pattern}$", text) is not None
    except re.error:
        return False


def _mapper(prop: Json, value: Any, grammar: str) -> Iterator[Finding]:
    """Columns: those that must be filled are, and constants have their column's type."""
    if not isinstance(value, dict) or not {"mappingMode", "schema", "value"} <= value.keys():
        return
    if value["mappingMode"] == "autoMapInputData":
        return
    options = (prop.get("typeOptions") or {}).get("resourceMapper") or {}
    word = str((options.get("fieldWords") or {}).get("singular") or "Field").capitalize()
    if not isinstance(value["schema"], list):
        raise Broken("value.schema.forEach is not a function")
    for field in value["schema"]:
        if field is None:
            raise Broken("Cannot read properties of null (reading 'id')")
        column = field if isinstance(field, dict) else {}
        name = text_of(column.get("id", UNDEFINED))
        given = _column_value(value["value"], name)
        at = f"{prop['name']}.{name}"
        if column.get("required") and options.get("mode") == "add" and (given is UNDEFINED or value["value"] is None):
            yield at, f'{word} "{name}" is required'
        kind, choices = column.get("type"), column.get("options")
        offered = [choice for choice in choices if isinstance(choice, dict)] if isinstance(choices, list) else []
        if kind and not begins_as_expression(given) and not fits(str(kind), given, offered, grammar):
            yield at, f"'{name}' expects a {kind}"


def _column_value(filled: Any, name: str) -> Any:
    if isinstance(filled, dict):
        return filled.get(name, UNDEFINED)
    return UNDEFINED if truthy(filled) else None


def _typed(prop: Json, value: Any, grammar: str) -> Iterator[Finding]:
    if begins_as_expression(value):
        return
    kind = prop["validateType"]
    options = prop.get("options") or () if kind == "options" else ()
    if not fits(kind, value, options, grammar):
        yield prop["name"], f"'{prop['name']}' expects a {kind}"


def _fixed(prop: Json, values: Json, path: str, host: Host, grammar: str) -> Iterator[Finding]:
    base = f"{path}.." if path else f"{prop['name']}."
    options = prop.get("typeOptions") or {}
    for group in prop.get("options") or ():
        value = value_at(values, group["name"], base[:-1])
        count = len(value) if isinstance(value, list) else 0
        least, most = options.get("minRequiredFields"), options.get("maxAllowedFields")
        if least and count < least:
            yield prop["name"], f"At least {least} {'field is' if least == 1 else 'fields are'} required."
        if most and count > most:
            yield prop["name"], f"At most {most} {'field is' if most == 1 else 'fields are'} allowed."
        if value is UNDEFINED:
            continue
        if options.get("multipleValues") is not None:
            places = [f"{base}{group['name']}[{i}]" for i in range(count)]
        else:
            places = [base + group["name"]]
        for place in places:
            for member in group["values"]:
                yield from _issues(member, values, place, host, grammar)


# --- options ----------------------------------------------------------------------------------------------


def illegal_options(properties: list[Json], values: Json, host: Host, path: str = "") -> Iterator[Finding]:
    """(parameter, what is wrong) for every chosen option that is not offered."""
    by_name: dict[str, list[Json]] = defaultdict(list)
    for prop in properties:
        value = value_at(values, prop["name"], path)
        if value is not None and value is not UNDEFINED and displayed(prop, values, path, host):
            by_name[prop["name"]].append(prop)
    for name, props in by_name.items():
        value, at = value_at(values, name, path), f"{path}.{name}" if path else name
        legal = _legal(props, value)
        for chosen in (value if isinstance(value, list) else [value]) if legal is not None else ():
            if (
                chosen != CUSTOM_API_CALL
                and not is_expression(chosen)
                and not any(same(chosen, o) for o in legal or ())
            ):
                offered = ", ".join(dict.fromkeys(repr(option) for option in (legal or ())[:12]))
                yield at, f"{chosen!r} is not offered; there are: {offered}"
        for prop in props:
            yield from _inner_options(prop, value, values, host, at)


def _legal(props: list[Json], value: Any) -> list[Any] | None:
    """What may be chosen, over all shown parameters of one name; None when it cannot be told."""
    legal: list[Any] = []
    for prop in props:
        options = prop.get("typeOptions") or {}
        if (
            prop["type"] not in ("options", "multiOptions")
            or options.get("loadOptionsMethod")
            or options.get("loadOptions")
        ):
            return None
        if is_expression(value) and not prop.get("noDataExpression"):
            return None
        default = prop.get("default")
        legal += [option.get("value") for option in prop.get("options") or ()]
        legal += default if isinstance(default, list) else [default]
    return [option for option in legal if option is not None]


def _inner_options(prop: Json, value: Any, values: Json, host: Host, at: str) -> Iterator[Finding]:
    if prop["type"] == "collection" and isinstance(value, dict | list):
        yield from illegal_options([o for o in prop.get("options") or () if "type" in o], values, host, at)
    elif prop["type"] == "fixedCollection" and isinstance(value, dict):
        for group in prop.get("options") or ():
            entries = value.get(group["name"])
            places = [f"[{i}]" for i in range(len(entries))] if isinstance(entries, list) else [""] if entries else []
            for place in places:
                yield from illegal_options(group["values"], values, host, f"{at}.{group['name']}{place}")
