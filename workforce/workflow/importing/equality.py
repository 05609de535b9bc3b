"""When two workflows are equal: nothing that n8n would run, show or keep with the workflow is different.

Compared, node by node (told apart by name, and by type where names are alike):
- type, version (a missing one is 1), position, id, webhook id, credentials, notes, pinned data, every other key;
- flags as n8n reads them: one that is off is like one that is missing, three tries a second apart are the default;
- parameters as n8n resolves them: defaults filled in. What n8n drops on running (hidden or unknown parameters) must be
  there to the letter as well. Of a node that this n8n does not know, all parameters must be.
- connections: from which output to which input of which node, and in which order (of sub-nodes, which serve all their
  nodes alike, in any); empty outputs are none.
- the workflow's settings and other keys, its name where it has one.

Not compared: the order of the nodes, of keys in an object, and what an n8n keeps about its own copy (id, version id,
dates, tags, owner, active or not, static data).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue import Catalogue, ParametersDoNotFit
from workforce.workflow.catalogue.display import Json
from workforce.workflow.importing.nodes import version_of
from workforce.workflow.importing.workflow import OF_THE_ENGINE

BY_DEFAULT = {
    "typeVersion": 1,
    "disabled": False,
    "retryOnFail": False,
    "executeOnce": False,
    "continueOnFail": False,
    "alwaysOutputData": False,
    "notesInFlow": False,
    "notes": "",
    "onError": "stopWorkflow",
    "credentials": {},
}
WHEN_RETRIED = {"maxTries": 3, "waitBetweenTries": 1000}
ABSENT: Any = object()


def differences(one: Json, other: Json, catalogue: Catalogue) -> list[str]:
    """What is different in `other`, in words; empty when the two are equal. Both have the shape of a workflow."""
    return [*_nodes(one, other, catalogue), *_connections(one, other), *_rest(one, other)]


def same_json(one: Any, other: Any) -> bool:
    """Equality of JSON values: 1 and 1.0 are, 1 and true are not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_json(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_json, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def _nodes(one: Json, other: Json, catalogue: Catalogue) -> Iterator[str]:
    before, after = _by_name(one["nodes"]), _by_name(other["nodes"])
    for key in sorted(before.keys() | after.keys()):
        if key not in before or key not in after:
            yield f"The node “{key[0]}” is {'new' if key in after else 'missing'}."
            continue
        for name in _different_keys(before[key], after[key]):
            yield f"{name} of “{key[0]}” is different."
        if not _same_parameters(before[key], after[key], catalogue):
            yield f"The parameters of “{key[0]}” are different."


def _by_name(nodes: list[Json]) -> dict[tuple[str, str, int], Json]:
    """Nodes by name and, for twins, by type and number."""
    found: dict[tuple[str, str, int], Json] = {}
    count = Counter(node["name"] for node in nodes)
    numbers: Counter[tuple[str, str]] = Counter()
    for node in nodes:
        key = node["name"], node["type"] if count[node["name"]] > 1 else ""
        found[(*key, numbers[key])] = node
        numbers[key] += 1
    return found


def _different_keys(one: Json, other: Json) -> Iterator[str]:
    defaults = {**BY_DEFAULT, **(WHEN_RETRIED if one.get("retryOnFail") is True else {})}
    for name in sorted((one.keys() | other.keys()) - {"parameters"}):
        before, after = (node.get(name, defaults.get(name, ABSENT)) for node in (one, other))
        if before in (ABSENT, "", None) and name in ("id", "position", "webhookId"):
            continue  # the compiler gives a node the id, the place and the address that it lacks
        before, after = (defaults.get(name) if value is None else value for value in (before, after))
        if not same_json(before, after):
            yield name


def _same_parameters(one: Json, other: Json, catalogue: Catalogue) -> bool:
    before, after = one.get("parameters") or {}, other.get("parameters") or {}
    if same_json(before, after):
        return True
    node_type = catalogue.node(one["type"], version_of(one))
    if node_type is None:
        return False
    try:
        resolved = [node_type.effective(given, version_of(one)) for given in (before, after)]
    except (ParametersDoNotFit, AttributeError, TypeError):
        return False
    dropped = [{k: v for k, v in given.items() if k not in resolved[0]} for given in (before, after)]
    return same_json(*resolved) and same_json(*dropped)


def _connections(one: Json, other: Json) -> Iterator[str]:
    before, after = _arrows(one), _arrows(other)
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield f"Output {key[2]} ({key[1]}) of “{key[0]}” leads elsewhere."


def _arrows(workflow: Json) -> dict[tuple[str, str, int], list[tuple[str, str, int]]]:
    found = {
        (source, kind, output): [(entry["node"], entry["type"], entry["index"]) for entry in bucket]
        for source, kinds in (workflow.get("connections") or {}).items()
        for kind, buckets in kinds.items()
        for output, bucket in enumerate(buckets)
        if bucket
    }
    return {key: ends if key[1] == "main" else sorted(ends) for key, ends in found.items()}


def _rest(one: Json, other: Json) -> Iterator[str]:
    for name in sorted((one.keys() | other.keys()) - OF_THE_ENGINE - {"nodes", "connections"}):
        before, after = one.get(name), other.get(name)
        if (name == "name" and not before) or (before in (None, {}) and after in (None, {})):
            continue
        if not same_json(before, after):
            yield f"{name} of the workflow is different."
