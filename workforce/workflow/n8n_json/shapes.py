"""Values in the shape that a parameter's type wants: locators, collections, filters, column mappings, …"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from workforce.workflow.catalogue.display import Json
from workforce.workflow.n8n_json.expressions import Scope, asked, literal_text, script, text_of
from workforce.workflow.spec import Expression, Group, Literal, Locator, Many, Unknown, Value

LOCATORS = {"resourceLocator", "workflowSelector", "agentSelector"}
NAMESPACE = uuid.UUID("6f1f64a3-5a4c-4d9c-9c34-1d6f0a8f2c11")
JSON_TYPES = {"string": "string", "number": "number", "boolean": "boolean", "array": "array", "object": "object"}


def shape(prop: Mapping[str, Any] | None, value: Value, scope: Scope) -> Any:
    """The JSON of a value for a parameter; a parameter that is not known takes the value as it is."""
    kind = prop["type"] if prop else ""
    if isinstance(value, Expression):
        return value.text
    if kind in LOCATORS and prop is not None:
        return locator(prop, value, scope)
    if kind in SHAPERS and prop is not None:
        return SHAPERS[kind](prop, value, scope)
    return plain(value, scope)


def plain(value: Value, scope: Scope) -> Any:
    """A value without knowledge of its parameter."""
    match value:
        case Literal(value=inner):
            return escaped(inner)
        case Unknown(stand_in=stand_in):
            return escaped(stand_in)
        case Group(fields=fields):
            return {name: plain(inner, scope) for name, inner in fields.items()}
        case Many(items=items):
            return [plain(item, scope) for item in items]
        case Locator():
            return _rl(value.mode, plain(value.value, scope), value.name, value.url)
    return text_of(value, scope)


def escaped(value: Any) -> Any:
    """Plain JSON in which no text begins with `=` unmeant."""
    if isinstance(value, str):
        return literal_text(value)
    if isinstance(value, list):
        return [escaped(item) for item in value]
    if isinstance(value, dict):
        return {name: escaped(inner) for name, inner in value.items()}
    return value


def is_constant(value: Value) -> bool:
    """Whether a value is known without running anything."""
    match value:
        case Literal() | Unknown():
            return True
        case Group(fields=fields):
            return all(is_constant(inner) for inner in fields.values())
        case Many(items=items):
            return all(is_constant(item) for item in items)
    return False


# --- simple types -----------------------------------------------------------------------------------------


def _text(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if (prop.get("typeOptions") or {}).get("multipleValues") and isinstance(value, Many):
        return [text_of(item, scope) for item in value.items]
    if isinstance(value, Literal) and isinstance(value.value, bool | int | float):
        return str(value.value)
    if isinstance(value, Unknown) and value.stand_in == "" and not prop.get("required"):
        return prop.get("default", "")
    return text_of(value, scope)


def _number(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    given = value.stand_in if isinstance(value, Unknown) else value.value if isinstance(value, Literal) else None
    if given is None:
        return text_of(value, scope)
    try:
        number = float(str(given))
    except ValueError:
        return prop.get("default") or 0
    return int(number) if number.is_integer() else number


def _boolean(_prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    given = value.stand_in if isinstance(value, Unknown) else value.value if isinstance(value, Literal) else None
    if given is None:
        return text_of(value, scope)
    return given if isinstance(given, bool) else str(given).lower() in ("true", "yes", "1")


def _option(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if isinstance(value, Unknown) and value.stand_in == "":
        return prop.get("default") if prop.get("default") not in ("", None) else text_of(value, scope)
    given = value.stand_in if isinstance(value, Unknown) else value.value if isinstance(value, Literal) else None
    return text_of(value, scope) if given is None else offered(prop, given)


def offered(prop: Mapping[str, Any], given: Any) -> Any:
    """The option's value, also when its label was given; anything else as it is."""
    options = [option for option in prop.get("options") or () if "value" in option]
    if any(option["value"] == given for option in options):
        return given
    wanted = str(given).strip().lower()
    for option in options:
        if wanted in (str(option.get("name", "")).lower(), str(option["value"]).lower()):
            return option["value"]
    return escaped(given)


def _options(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    match value:
        case Many(items=items):
            return [_option(prop, item, scope) for item in items]
        case Literal(value=list() as items):
            return [offered(prop, item) for item in items]
        case Literal(value=str() as item) if item:
            return [offered(prop, item)]
        case Unknown():
            return value.stand_in if isinstance(value.stand_in, list) else prop.get("default") or []
    return plain(value, scope)


def _json(_prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if isinstance(value, Group | Many):
        if is_constant(value):
            return literal_text(json.dumps(plain(value, scope), ensure_ascii=False, indent=2))
        return "={{ JSON.stringify(" + script(value, scope) + ") }}"
    return text_of(value, scope)


# --- locators ---------------------------------------------------------------------------------------------


def locator(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    """`{"__rl": true, …}` in a mode that the parameter offers."""
    modes: list[Json] = prop.get("modes") or [{"name": "id"}]
    names = [mode["name"] for mode in modes]
    match value:
        case Literal(value=dict() as given) if "mode" in given:
            return {"__rl": True, **given}
        case Unknown():
            shown = str(value.stand_in) if value.stand_in != "" else asked(value, scope)
            return _by_name(prop, shown)
        case Locator(value=Literal(value=str() | int() | float() as inner)):
            if value.mode in names and _fits(modes, value.mode, str(inner)):
                return _rl(value.mode, escaped(inner), value.name)
            return _by_name(prop, value.name or str(inner))
        case Locator(value=Unknown() as open_value):
            return _by_name(prop, value.name or str(open_value.stand_in) or asked(open_value, scope))
        case Locator():
            mode = value.mode if value.mode in names and value.mode != "list" else _dynamic_mode(names)
            return _rl(mode, text_of(value.value, scope), value.name)
        case Literal(value=given):
            return _by_name(prop, str(given)) if given not in ("", None) else _rl(names[0], "", "")
    return _rl(_dynamic_mode(names), text_of(value, scope), "")


def _by_name(prop: Mapping[str, Any], text: str) -> Json:
    """A thing of which only a text is known: its address, its id, its name, in this order of certainty."""
    modes: list[Json] = prop.get("modes") or [{"name": "id"}]
    names = [mode["name"] for mode in modes]
    if "url" in names and text.startswith("http") and _fits(modes, "url", text):
        return _rl("url", text, "")
    if (
        "id" in names
        and re.fullmatch(r"[A-Za-z0-9_-]{9,}", text)
        and re.search(r"\d", text)
        and _fits(modes, "id", text)
    ):
        return _rl("id", text, "")
    for mode in ("name", "username", "list"):
        if mode in names and _fits(modes, mode, text):
            return _rl(mode, literal_text(text), text if mode == "list" else "")
    mode = "id" if "id" in names else names[0]
    return _rl(mode, literal_text(text), text)


def _dynamic_mode(names: list[str]) -> str:
    return next((mode for mode in ("id", "name", "url") if mode in names), names[0])


def _fits(modes: list[Json], name: str, text: str) -> bool:
    mode = next((m for m in modes if m["name"] == name), {})
    patterns = [v["properties"]["regex"] for v in mode.get("validation") or () if v.get("type") == "regex"]
    try:
        return all(re.search(f"^(?:{pattern})$", text) for pattern in patterns)
    except re.error:
        return True


def _rl(mode: str, value: Any, name: str, url: str = "") -> Json:
    remembered = {"cachedResultName": name, "cachedResultUrl": url}
    return {"__rl": True, "mode": mode, "value": value, **{key: text for key, text in remembered.items() if text}}


# --- collections ------------------------------------------------------------------------------------------


def _collection(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if not isinstance(value, Group):
        return plain(value, scope) if not isinstance(value, Unknown) else {}
    members = {option["name"]: option for option in reversed(prop.get("options") or []) if "type" in option}
    return {name: shape(members.get(name), inner, scope) for name, inner in value.fields.items()}


def _fixed(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    groups: dict[str, Json] = {group["name"]: group for group in prop.get("options") or []}
    multiple = bool((prop.get("typeOptions") or {}).get("multipleValues"))
    only = next(iter(groups), "")
    if isinstance(value, Unknown):
        return value.stand_in or {}
    if isinstance(value, Many) or (isinstance(value, Group) and not set(value.fields) <= set(groups)):
        value = Group(fields={only: value})
    if not isinstance(value, Group):
        return plain(value, scope)
    return {name: _entries(groups[name], inner, multiple, scope) for name, inner in value.fields.items()}


def _entries(group: Json, value: Value, multiple: bool, scope: Scope) -> Any:
    members: list[Json] = group["values"]
    if isinstance(value, Many):
        rows = [_row(members, item, scope) for item in value.items]
        return rows if multiple else (rows[0] if rows else {})
    row = _row(members, value, scope)
    return [row] if multiple and isinstance(row, dict) else row


def _row(members: list[Json], value: Value, scope: Scope) -> Any:
    if not isinstance(value, Group):
        return plain(value, scope)
    return {name: shape(_member(members, name, inner), inner, scope) for name, inner in value.fields.items()}


def _member(members: list[Json], name: str, value: Value) -> Json | None:
    """The member of that name; of several (shown by turns) one that offers a literal as a choice."""
    called = [member for member in members if member["name"] == name]
    if isinstance(value, Literal):
        for member in called:
            if any(option.get("value") == value.value for option in member.get("options") or ()):
                return member
    return called[0] if called else None


def _filter(prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if not isinstance(value, Group):
        return plain(value, scope)
    conditions = value.fields.get("conditions", Many(items=[]))
    rows = conditions.items if isinstance(conditions, Many) else []
    options = {"caseSensitive": True, "leftValue": "", "typeValidation": "loose", "version": _filter_version(prop)}
    given = value.fields.get("options")
    return {
        "options": {**options, **(plain(given, scope) if given else {})},
        "conditions": [_condition(row, number, scope) for number, row in enumerate(rows)],
        "combinator": plain(value.fields.get("combinator", Literal(value="and")), scope),
    }


def _filter_version(prop: Mapping[str, Any]) -> int:
    version = ((prop.get("typeOptions") or {}).get("filter") or {}).get("version", 2)
    return version if isinstance(version, int) else 2


def _condition(row: Value, number: int, scope: Scope) -> Any:
    if not isinstance(row, Group):
        return plain(row, scope)
    filled = {name: _side(inner, scope) for name, inner in row.fields.items()}
    return {"id": str(uuid.uuid5(NAMESPACE, f"{number} {json.dumps(filled, sort_keys=True)}")), **filled}


def _side(value: Value, scope: Scope) -> Any:
    if isinstance(value, Literal | Unknown | Group | Many):
        return plain(value, scope)
    return "={{ " + script(value, scope) + " }}"


def _assignments(_prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    if not isinstance(value, Group):
        return plain(value, scope)
    rows = value.fields.get("assignments")
    if not isinstance(rows, Many):
        rows = Many(items=[Group(fields={"name": Literal(value=n), "value": v}) for n, v in value.fields.items()])
    return {"assignments": [_assignment(row, scope) for row in rows.items if isinstance(row, Group)]}


def _assignment(row: Group, scope: Scope) -> Json:
    name = plain(row.fields.get("name", Literal(value="")), scope)
    value = row.fields.get("value", Literal(value=""))
    kind = plain(row.fields.get("type", Literal(value=json_type(value))), scope)
    content: Any
    if isinstance(value, Group | Many):
        content = (
            json.dumps(plain(value, scope), ensure_ascii=False) if is_constant(value) else _side_script(value, scope)
        )
    elif isinstance(value, Literal) and not isinstance(value.value, str):
        content = value.value if kind in ("number", "boolean") else json.dumps(value.value, ensure_ascii=False)
    else:
        content = text_of(value, scope) if kind == "string" else _side(value, scope)
    return {"id": str(uuid.uuid5(NAMESPACE, f"{name}")), "name": name, "value": content, "type": kind}


def _side_script(value: Value, scope: Scope) -> str:
    return "={{ " + script(value, scope) + " }}"


def json_type(value: Value) -> str:
    """n8n's type name of a value, as far as it can be told; text otherwise."""
    match value:
        case Literal(value=bool()):
            return "boolean"
        case Literal(value=int() | float()):
            return "number"
        case Literal(value=list()) | Many():
            return "array"
        case Literal(value=dict()) | Group():
            return "object"
    take = getattr(value, "take", "")
    return "number" if take == "count" else "array" if take == "all" else "string"


def _mapper(_prop: Mapping[str, Any], value: Value, scope: Scope) -> Any:
    """`columns`: what goes into which; without a `mappingMode` the fields are columns."""
    settings = {"attemptToConvertTypes": False, "convertFieldsToString": False}
    automatic = {"mappingMode": "autoMapInputData", "value": {}, "matchingColumns": [], "schema": [], **settings}
    if not isinstance(value, Group):
        given = plain(value, scope)
        return {**automatic, **given} if isinstance(given, dict) else automatic
    fields = dict(value.fields)
    mode = plain(fields.pop("mappingMode", Literal(value="defineBelow")), scope)
    matching = plain(fields.pop("matchingColumns", Literal(value=[])), scope)
    if mode == "autoMapInputData":
        return {**automatic, "matchingColumns": matching}
    schema = fields.pop("schema", None)
    columns = fields.pop("value", None) or Group(fields=fields)
    values = {
        n: text_of(v, scope) if not isinstance(v, Literal) else escaped(v.value) for n, v in _fields(columns).items()
    }
    known = (
        plain(schema, scope)
        if schema
        else [_column(name, name in matching) for name in dict.fromkeys([*values, *matching])]
    )
    return {"mappingMode": mode, "value": values, "matchingColumns": matching, "schema": known, **settings}


def _fields(value: Value) -> dict[str, Value]:
    if isinstance(value, Group):
        return value.fields
    if isinstance(value, Literal) and isinstance(value.value, dict):
        return {name: Literal(value=inner) for name, inner in value.value.items()}
    return {}


def _column(name: str, matches: bool) -> Json:
    return {
        "id": name,
        "displayName": name,
        "required": False,
        "defaultMatch": matches,
        "display": True,
        "type": "string",
        "canBeUsedToMatch": True,
    }


SHAPERS = {
    "string": _text,
    "dateTime": _text,
    "color": _text,
    "number": _number,
    "boolean": _boolean,
    "options": _option,
    "multiOptions": _options,
    "json": _json,
    "collection": _collection,
    "fixedCollection": _fixed,
    "filter": _filter,
    "assignmentCollection": _assignments,
    "resourceMapper": _mapper,
}
