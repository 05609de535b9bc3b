"""JSON that fits a JSON Schema, with values as the names of its fields suggest."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import value_named
from workforce.workflow.rehearsal.world.visit import Visit

Json = dict[str, Any]
DEEPEST = 8
_NOT_SO = ("flag", "spam", "violat", "unsafe", "error", "fail", "jailbreak", "escalat")


def instance_of(schema: Json, visit: Visit, number: int, name: str = "", depth: int = 0) -> Any:
    """An instance. number: which answer it is, so that choices alternate; name: of the field it is for."""
    schema = _resolved(schema, schema)
    return _instance(schema, schema, visit, number, name, depth)


def _instance(schema: Json, root: Json, visit: Visit, number: int, name: str, depth: int) -> Any:
    schema = _resolved(schema, root)
    if "const" in schema:
        return schema["const"]
    wanted = [value for value in visit.dressing.fields.get(name, ()) if _fits(value, schema)]
    if wanted:
        return wanted[number % len(wanted)]
    if schema.get("enum"):
        return schema["enum"][number % len(schema["enum"])]
    kind = _type(schema)
    if kind == "object":
        return _object(schema, root, visit, number, depth)
    if kind == "array":
        inner = schema.get("items") if isinstance(schema.get("items"), dict) else {"type": "string"}
        count = max(int(schema.get("minItems") or 0), 2 if depth < DEEPEST else 0)
        count = min(count, int(schema.get("maxItems", count)))
        return [_instance(inner or {}, root, visit, number + n, name.rstrip("s"), depth + 1) for n in range(count)]
    return _plain(kind, schema, visit, number, name)


def _object(schema: Json, root: Json, visit: Visit, number: int, depth: int) -> Json:
    properties = schema.get("properties") or {}
    if depth >= DEEPEST:
        properties = {name: properties[name] for name in schema.get("required") or () if name in properties}
    made = {
        n: _instance(s if isinstance(s, dict) else {}, root, visit, number, n, depth + 1) for n, s in properties.items()
    }
    missing = set(visit.dressing.missing) - set(schema.get("required") or ())
    if len(made) > 1 and all(isinstance(value, bool) for value in made.values()) and not _decided(visit, made):
        chosen = number % len(made)  # a choice among categories: one of them is so
        made = {name: position == chosen for position, name in enumerate(made)}
    return {name: value for name, value in made.items() if name not in missing}


def _decided(visit: Visit, made: Json) -> bool:
    return any(visit.dressing.fields.get(name) for name in made)


def _plain(kind: str, schema: Json, visit: Visit, number: int, name: str) -> Any:
    if kind == "boolean":
        return not any(word in name.lower() for word in _NOT_SO)
    if kind in ("integer", "number"):
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        high = schema.get("maximum", schema.get("exclusiveMaximum"))
        if any(word in name.lower() for word in (*_NOT_SO, "confidence")) and high in (None, 1) and low in (None, 0):
            return 0.1 if any(word in name.lower() for word in _NOT_SO) else 0.9
        value = value_named(name or "amount", number, visit.cast)
        value = value if isinstance(value, int | float) and not isinstance(value, bool) else 3 + number
        value = value if high is None else min(value, high)
        value = value if low is None else max(value, low)
        return int(value) if kind == "integer" else value
    if kind == "null":
        return None
    text = value_named(name or "text", number, visit.cast)
    match schema.get("format"):
        case "date-time":
            return visit.past(number)
        case "date":
            return visit.cast.past(number).date().isoformat()
        case "email":
            return visit.cast.person(number).email
        case "uri" | "url":
            return f"https://example.com/{number + 1}"
    text = ", ".join(map(str, text)) if isinstance(text, list) else str(text)
    return text[: schema["maxLength"]] if isinstance(schema.get("maxLength"), int) else text


def _type(schema: Json) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    if not kind:
        kind = "object" if "properties" in schema else "array" if "items" in schema else "string"
    return str(kind).lower()


def _fits(value: Any, schema: Json) -> bool:
    if schema.get("enum"):
        return value in schema["enum"]
    kinds: dict[str, Any] = {
        "boolean": bool,
        "string": str,
        "number": (int, float),
        "integer": int,
        "array": list,
        "object": dict,
    }
    kind = _type(schema)
    return isinstance(value, kinds.get(kind, object)) and (kind == "boolean" or not isinstance(value, bool))


def _resolved(schema: Json, root: Json) -> Json:
    for _ in range(DEEPEST):
        if isinstance(reference := schema.get("$ref"), str):
            schema = _at(root, reference)
        elif alternatives := schema.get("anyOf") or schema.get("oneOf"):
            schema = next((one for one in alternatives if isinstance(one, dict) and one.get("type") != "null"), {})
        elif isinstance(all_of := schema.get("allOf"), list):
            merged: Json = {k: v for k, v in schema.items() if k != "allOf"}
            for part in all_of:
                part = _at(root, part["$ref"]) if "$ref" in part else part
                merged = {
                    **merged,
                    **part,
                    "properties": {**merged.get("properties", {}), **part.get("properties", {})},
                }
            schema = merged
        else:
            break
    return schema


def _at(root: Json, reference: str) -> Json:
    here: Any = root
    for part in reference.lstrip("#/").split("/"):
        here = here.get(part, {}) if isinstance(here, dict) and part else here
    return here if isinstance(here, dict) else {}
