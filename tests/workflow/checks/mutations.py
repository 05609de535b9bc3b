"""Workflows with something wrong (or merely odd) done to them: what people, other programs and models get wrong.

`mutants(workflows, catalogue)` is a hypothesis strategy of (what was done, the changed copy).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

from workforce.workflow.catalogue import Catalogue, NodeType

Json = dict[str, Any]
STICKY = "n8n-nodes-base.stickyNote"
ODD_VALUES: list[Any] = [
    "",
    " ",
    "abc",
    "12",
    "1,5",
    "true",
    "null",
    "[]",
    "{}",
    "[1, 2]",
    '{"a": 1}',
    "{'a': 1}",
    "2026-02-30",
    "2026-02-28T10:00:00Z",
    "https://example.com/a?b=c",
    "example.com",
    "={{ $json.a }}",
    "={{ $json.a",
    "={{ 1 + }}",
    "={{ $('Nobody').item.json.a }}",
    "=text {{ $json['a'] }} and {{ $now }}",
    "={{ $fromAI('a', 'b', 'string') }}",
    "=",
    0,
    1,
    -1,
    1.5,
    10**20,
    True,
    False,
    None,
    [],
    {},
    ["a"],
    [1, None],
    {"a": 1},
    {"value": "x", "mode": "id"},
    {"__rl": True, "value": "", "mode": "list"},
    {"__rl": True, "value": "abc-123", "mode": "id"},
    {"__rl": True, "value": "={{ $json.id }}", "mode": "id"},
    {"__rl": True, "value": 7, "mode": "list", "cachedResultName": "Seven"},
    {"values": [{"name": "a"}]},
    {"values": {"name": "a"}},
]
ODD_EXPRESSIONS = [
    "={{ $json.a }",
    "={{ $json..a }}",
    "={{ `a ${$json.b}` }}",
    "={{ (() => { return 1 })() }}",
    "={{ $json.a; $json.b }}",
    "={{ await x }}",
    "={{ /* nothing */ }}",
    "={{}}",
    "= {{ 'a}}' }}",
    "={{ {a: {b: 1}} }}",
    "={{ if (a) { b } }}",
    '={{ $node["Nobody"].json["a"] }}',
    "={{ class A {} }}",
    "={{ $json.a ?? $json?.b }}",
    "={{ 'a\nb' }}",
    "={{ a => a }}",
    "={{ ...a }}",
    "={{ $json[&quot;a&quot;] }}",
]
KINDS = ["main", "ai_tool", "ai_languageModel", "ai_memory", "ai_embedding", "ai_document", "ai_outputParser", "odd"]


class Nothing(Exception):
    """This workflow offers no place for the change."""


def mutants(workflows: list[Json], catalogue: Catalogue) -> st.SearchStrategy[tuple[str, Json]]:
    """(what was done, the workflow): one to three changes to one of the workflows."""
    return st.builds(
        lambda number, names, rng: mutate(workflows[number], names, rng, catalogue),
        st.integers(0, len(workflows) - 1),
        st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3),
        st.randoms(use_true_random=False),
    )


def mutate(workflow: Json, names: list[str], rng: Random, catalogue: Catalogue) -> tuple[str, Json]:
    """A copy with these changes; one that finds no place is left out."""
    changed, done = copy.deepcopy(workflow), []
    for name in names:
        try:
            CHANGES[name](changed, rng, catalogue)
            done.append(name)
        except (Nothing, KeyError, TypeError, AttributeError, IndexError):
            continue  # there is no place for it, or an earlier change took it away
    return "+".join(done) or "nothing", changed


# --- finding places ---------------------------------------------------------------------------------------


def some_node(workflow: Json, rng: Random) -> Json:
    nodes = [node for node in workflow["nodes"] if node["type"] != STICKY]
    if not nodes:
        raise Nothing
    return rng.choice(nodes)


def known_node(workflow: Json, rng: Random, catalogue: Catalogue) -> tuple[Json, NodeType]:
    node = some_node(workflow, rng)
    found = catalogue.node(node["type"], float(node.get("typeVersion") or 1))
    if found is None:
        raise Nothing
    return node, found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) inside a value."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def some_place(workflow: Json, rng: Random, fits: Callable[[Any], bool] = lambda value: True) -> tuple[Any, Any]:
    found = [(c, k) for c, k in places(some_node(workflow, rng).get("parameters") or {}) if fits(c[k])]
    if not found:
        raise Nothing
    return rng.choice(found)


def some_wire(workflow: Json, rng: Random) -> tuple[list[Any], int]:
    found = [
        (bucket, number)
        for kinds in workflow["connections"].values()
        for buckets in kinds.values()
        for bucket in buckets
        if bucket
        for number in range(len(bucket))
    ]
    if not found:
        raise Nothing
    return rng.choice(found)


# --- parameters -------------------------------------------------------------------------------------------


def drop_value(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng)
    del container[key]


def odd_value(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng)
    container[key] = copy.deepcopy(rng.choice(ODD_VALUES))


def odd_parameter(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    """A parameter that the node has, given an odd value, shown or not."""
    node, found = known_node(workflow, rng, catalogue)
    prop = rng.choice(found.properties or [{"name": "none"}])
    node.setdefault("parameters", {})[prop["name"]] = copy.deepcopy(rng.choice(ODD_VALUES))


def odd_expression(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng, lambda value: isinstance(value, str))
    container[key] = rng.choice(ODD_EXPRESSIONS)


def cut_text(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng, lambda value: isinstance(value, str) and len(value) > 1)
    at = rng.randrange(len(container[key]))
    container[key] = rng.choice(
        [container[key][:at], container[key][at:], container[key][:at] + container[key][at + 1 :]]
    )


def rename_parameter(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng)
    if not isinstance(container, dict):
        raise Nothing
    container[rng.choice([f"{key}s", str(key).upper(), "value", "values", "mode", f"x{key}"])] = container.pop(key)


def as_text(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng, lambda value: not isinstance(value, dict | list))
    value = container[key]
    container[key] = f"={value}" if isinstance(value, str) else str(value)


def as_list(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng)
    value = container[key]
    container[key] = (value[0] if value else {}) if isinstance(value, list) else [value]


def swap_values(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng)
    other, place = some_place(workflow, rng)
    container[key], other[place] = copy.deepcopy(other[place]), copy.deepcopy(container[key])


def another_option(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    """A choice that the node offers (perhaps under other circumstances), or its label, or none at all."""
    node, found = known_node(workflow, rng, catalogue)
    chosen = [prop for prop in found.properties if prop["type"] in ("options", "multiOptions") and prop.get("options")]
    if not chosen:
        raise Nothing
    prop = rng.choice(chosen)
    option = rng.choice(prop["options"])
    value = rng.choice([option.get("value"), option.get("value"), option.get("name"), "none_such"])
    node.setdefault("parameters", {})[prop["name"]] = [value] if prop["type"] == "multiOptions" else value


def another_operation(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    node, found = known_node(workflow, rng, catalogue)
    chosen = [
        prop for prop in found.properties if prop["name"] in ("resource", "operation", "mode") and prop.get("options")
    ]
    if not chosen:
        raise Nothing
    prop = rng.choice(chosen)
    node.setdefault("parameters", {})[prop["name"]] = rng.choice(prop["options"]).get("value")


def fill_collection(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    """A member of a collection, with its default or something odd."""
    node, found = known_node(workflow, rng, catalogue)
    chosen = [
        prop for prop in found.properties if prop["type"] in ("collection", "fixedCollection") and prop.get("options")
    ]
    if not chosen:
        raise Nothing
    prop = rng.choice(chosen)
    member = rng.choice(prop["options"])
    if prop["type"] == "collection":
        inner: Any = rng.choice([member.get("default"), copy.deepcopy(rng.choice(ODD_VALUES))])
    else:
        row = {m["name"]: m.get("default") for m in member["values"] if rng.random() < 0.7}
        inner = rng.choice([row, [row], [row, {}], []])
    value = node.setdefault("parameters", {}).setdefault(prop["name"], {})
    if not isinstance(value, dict):
        raise Nothing
    value[member["name"]] = inner


def change_locator(workflow: Json, rng: Random, _: Catalogue) -> None:
    container, key = some_place(workflow, rng, lambda value: isinstance(value, dict) and "mode" in value)
    locator = container[key]
    match rng.randrange(6):
        case 0:
            locator["mode"] = rng.choice(["id", "name", "url", "list", "username", "nothing"])
        case 1:
            locator["value"] = rng.choice(
                ["", None, 0, 12, "a b", "https://example.com", "={{ $json.id }}", "A1b2C3d4E5f6G7"]
            )
        case 2:
            locator.pop("__rl", None)
        case 3:
            locator.pop("value", None)
        case 4:
            container[key] = locator.get("value")
        case _:
            locator["cachedResultUrl"] = "https://example.com/x"


# --- nodes ------------------------------------------------------------------------------------------------


def another_version(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    node = some_node(workflow, rng)
    node["typeVersion"] = rng.choice([*(catalogue.versions(node["type"]) or [1]) * 3, 0, 99, 1.05, "1", None])
    if isinstance(node["typeVersion"], float) and node["typeVersion"].is_integer():
        node["typeVersion"] = int(node["typeVersion"])


def no_version(workflow: Json, rng: Random, _: Catalogue) -> None:
    some_node(workflow, rng).pop("typeVersion", None)


def another_type(workflow: Json, rng: Random, catalogue: Catalogue) -> None:
    node = some_node(workflow, rng)
    operations = list(catalogue.operations.values())
    node["type"] = rng.choice(
        [
            rng.choice(operations).node_type,
            rng.choice(operations).node_type,
            node["type"] + "Tool",
            node["type"].removesuffix("Trigger"),
            node["type"].upper(),
            "n8n-nodes-something.else",
            "",
        ]
    )


def tool_of(workflow: Json, rng: Random, _: Catalogue) -> None:
    """An action becomes a tool, wired to some other node."""
    node, other = some_node(workflow, rng), some_node(workflow, rng)
    node["type"] += rng.choice(["Tool", "Tool", "HitlTool"])
    workflow["connections"][node["name"]] = {"ai_tool": [[{"node": other["name"], "type": "ai_tool", "index": 0}]]}


def flag(workflow: Json, rng: Random, _: Catalogue) -> None:
    name, value = rng.choice(
        [
            ("disabled", True),
            ("disabled", "yes"),
            ("onError", "continueErrorOutput"),
            ("onError", "continueRegularOutput"),
            ("retryOnFail", True),
            ("executeOnce", True),
            ("alwaysOutputData", True),
            ("notes", "a note"),
            ("id", 5),
            ("id", ""),
            ("credentials", {}),
            ("credentials", None),
            ("parameters", None),
            ("parameters", []),
            ("position", [1.5, -2]),
            ("position", ["1", 2]),
            ("position", None),
            ("webhookId", None),
        ]
    )
    some_node(workflow, rng)[name] = value


def drop_key(workflow: Json, rng: Random, _: Catalogue) -> None:
    node = some_node(workflow, rng)
    node.pop(rng.choice(sorted(node)))


def drop_node(workflow: Json, rng: Random, _: Catalogue) -> None:
    gone = some_node(workflow, rng)
    workflow["nodes"].remove(gone)
    if rng.random() < 0.5:
        workflow["connections"].pop(gone["name"], None)


def rename_node(workflow: Json, rng: Random, _: Catalogue) -> None:
    node = some_node(workflow, rng)
    node["name"] = rng.choice([node["name"] + " 2", some_node(workflow, rng)["name"], "a.b", "it's", "", "tab\there"])


def twin(workflow: Json, rng: Random, _: Catalogue) -> None:
    node = copy.deepcopy(some_node(workflow, rng))
    node.update(rng.choice([{}, {"name": node["name"] + "1"}, {"name": node["name"] + "1", "id": "another"}]))
    workflow["nodes"].append(node)


def credentials(workflow: Json, rng: Random, _: Catalogue) -> None:
    node = some_node(workflow, rng)
    node["credentials"] = rng.choice([{}, {"slackApi": {"id": "1", "name": "x"}}, {"slackApi": "x"}, {"odd": None}])


# --- connections ------------------------------------------------------------------------------------------


def drop_wire(workflow: Json, rng: Random, _: Catalogue) -> None:
    bucket, number = some_wire(workflow, rng)
    del bucket[number]


def change_wire(workflow: Json, rng: Random, _: Catalogue) -> None:
    bucket, number = some_wire(workflow, rng)
    wire = bucket[number]
    match rng.randrange(5):
        case 0:
            wire["node"] = rng.choice([some_node(workflow, rng)["name"], "Nobody"])
        case 1:
            wire["type"] = rng.choice(KINDS)
        case 2:
            wire["index"] = rng.choice([0, 1, 2, 5, -1, 0.5, "0", None])
        case 3:
            bucket[number] = rng.choice([None, {}, "x", []])
        case _:
            bucket.append(copy.deepcopy(wire))


def add_wire(workflow: Json, rng: Random, _: Catalogue) -> None:
    source, target, kind = some_node(workflow, rng), some_node(workflow, rng), rng.choice([*KINDS, "main", "main"])
    buckets = workflow["connections"].setdefault(source["name"], {}).setdefault(kind, [])
    if not isinstance(buckets, list):
        raise Nothing
    while len(buckets) <= rng.randrange(3):
        buckets.append(rng.choice([[], None]))
    bucket = rng.randrange(len(buckets)) if buckets else 0
    if bucket < len(buckets):
        buckets[bucket] = [
            *(buckets[bucket] or []),
            {"node": target["name"], "type": kind, "index": rng.choice([0, 0, 1])},
        ]


def odd_connections(workflow: Json, rng: Random, _: Catalogue) -> None:
    if not workflow["connections"]:
        raise Nothing
    source = rng.choice(sorted(workflow["connections"]))
    match rng.randrange(4):
        case 0:
            workflow["connections"][source] = rng.choice([{}, [], None, {"main": None}, {"main": {}}, {"main": [None]}])
        case 1:
            workflow["connections"]["Nobody"] = workflow["connections"].pop(source)
        case 2:
            kinds = workflow["connections"][source]
            kinds[rng.choice(KINDS)] = kinds.pop(rng.choice(sorted(kinds))) if kinds else []
        case _:
            for buckets in workflow["connections"][source].values():
                buckets.insert(0, rng.choice([[], None]))


CHANGES: dict[str, Callable[[Json, Random, Catalogue], None]] = {
    change.__name__: change
    for change in (
        *(drop_value, odd_value, odd_parameter, odd_expression, cut_text, rename_parameter, as_text, as_list),
        *(swap_values, another_option, another_operation, fill_collection, change_locator),
        *(
            another_version,
            no_version,
            another_type,
            tool_of,
            flag,
            drop_key,
            drop_node,
            rename_node,
            twin,
            credentials,
        ),
        *(drop_wire, change_wire, add_wire, odd_connections),
    )
}
