"""The parameters a node really runs with: what was given, defaults filled in, hidden ones dropped, as n8n does it."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

from workforce.workflow.catalogue.display import Host, Json, is_expression, shown

MISSING: Any = object()
REMEMBERED = 4096
_orders: dict[int, tuple[list[Json], list[int]]] = {}
KEPT_AS_GIVEN = {"boolean", "number", "options"}
FILTER_OPTIONS = {"caseSensitive": True, "leftValue": "", "typeValidation": "strict", "version": 1}


class ParametersDoNotFit(ValueError):
    """The values do not have the shape the node's parameters need; n8n cannot read them either."""


def effective(properties: list[Json], given: Any, host: Host) -> Json:
    """Every shown parameter of one level with its value.

    Raises `ParametersDoNotFit` where n8n itself breaks down over the shape.
    """
    return _level(properties, given, host, None, "")


def resolve_order(properties: list[Json]) -> list[int]:
    """The order in which n8n settles parameters, so that what a condition looks at is there before it."""
    depends: dict[str, list[str]] = {}
    for prop in properties:
        names = depends.setdefault(prop["name"], [])
        for rule in (prop.get("displayOptions") or {}).values():
            if isinstance(rule, dict):
                names.extend(name for name in rule if not name.startswith("@") and name not in names)
    queue, order, settled, position = list(range(len(properties))), [], set(), 0
    while position < len(queue):
        if position > 100 * len(properties) + 1000:
            raise ParametersDoNotFit("display conditions of this node depend on each other in a circle")
        index = queue[position]
        position += 1
        name = properties[index]["name"]
        queue.extend(index for other in depends[name] if other not in settled and other in depends)
        order.append(index)
        settled.add(name)
    return order


def _order(properties: list[Json]) -> list[int]:
    """`resolve_order`, worked out once for each description (which is kept, so that its identity is)."""
    known = _orders.get(id(properties))
    if known is None:
        if len(_orders) >= REMEMBERED:
            _orders.clear()
        known = _orders[id(properties)] = properties, resolve_order(properties)
    return known[1]


def _level(properties: list[Json], given: Any, host: Host, root: Any, parent: str) -> Json:
    given = given if isinstance(given, dict) else {}
    order = _order(properties)
    repeated = {name for name, n in Counter(prop["name"] for prop in properties).items() if n > 1}
    check = _simple(properties, order, repeated, given, host, root, parent)
    root = check if root is None else root
    result: Json = {}
    for index in order:
        prop = properties[index]
        value = given.get(prop["name"], MISSING)
        if (value is MISSING and parent == "collection") or not shown(prop, check, root, host):
            continue
        if prop["type"] == "collection":
            result[prop["name"]] = _collection(prop, value, host, root)
        elif prop["type"] == "fixedCollection":
            result[prop["name"]] = _fixed(prop, value, host, root)
        else:
            result[prop["name"]] = _plain(prop, value)
    return result


def _simple(
    properties: list[Json], order: list[int], repeated: set[str], given: Json, host: Host, root: Any, parent: str
) -> Json:
    """All simple values of a level, shown or not: what display conditions are held against."""
    values: Json = {}
    for index in order:
        prop = properties[index]
        name = prop["name"]
        if prop["type"] in ("collection", "fixedCollection") or (name not in given and parent == "collection"):
            continue
        if name in repeated and not shown(prop, values, values if root is None else root, host):
            continue
        values[name] = _plain(prop, given.get(name, MISSING))
    return values


def _plain(prop: Json, value: Any) -> Any:
    default = prop.get("default")
    result: Any
    if prop["type"] in KEPT_AS_GIVEN:
        result = default if value is MISSING else value
    elif prop["type"] == "resourceLocator" and isinstance(default, dict):
        result = {"__rl": True, **default} if value is MISSING else value
    elif prop["type"] == "filter" and isinstance(value, dict):
        result = {"combinator": "and", **value, "options": {**FILTER_OPTIONS, **_spread(value.get("options"))}}
    else:
        result = default if value is MISSING or value is None else value
    if prop.get("noDataExpression") and isinstance(result, str) and is_expression(result) and "$fromAI" not in result:
        return result[1:]
    return copy.deepcopy(result) if isinstance(result, dict | list) else result


def _spread(value: Any) -> Json:
    """What JavaScript's `...` makes of a value inside an object: texts and lists come by number."""
    if isinstance(value, str | list):
        return {str(number): inner for number, inner in enumerate(value)}
    return value if isinstance(value, dict) else {}


def _collection(prop: Json, value: Any, host: Host, root: Any) -> Any:
    if (prop.get("typeOptions") or {}).get("multipleValues") is True:
        if value is not MISSING:
            return copy.deepcopy(value)
        return copy.deepcopy(prop["default"]) if isinstance(prop.get("default"), list) else []
    if value is MISSING:
        return copy.deepcopy(prop.get("default"))
    return _level(prop.get("options") or [], value, host, root, "collection")


def _fixed(prop: Json, value: Any, host: Host, root: Any) -> Json:
    value = prop.get("default") if value is MISSING else value
    groups = {group["name"]: group for group in prop.get("options") or []}
    multiple = (prop.get("typeOptions") or {}).get("multipleValues") is True
    result: Json = {}
    for name, entries in value.items() if isinstance(value, dict) else ():
        group = groups.get(name)
        if group is None:
            continue
        if multiple:
            if not isinstance(entries, list | str):
                raise ParametersDoNotFit("propertyValues[itemName] is not iterable")
            rows = (_level(group["values"], entry, host, root, "fixedCollection") for entry in entries)
            result[name] = list(rows)
        else:
            values = _level(group["values"], entries, host, root, "fixedCollection")
            if values:
                result[name] = values
    return result
