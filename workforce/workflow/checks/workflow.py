"""`check_workflow`: n8n's own rules on workflow JSON, applied without n8n."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue import Catalogue, ParametersDoNotFit
from workforce.workflow.catalogue.display import Json
from workforce.workflow.checks.expressions import broken, named_nodes, texts_in
from workforce.workflow.checks.flow import Seen, port_issues, unreachable
from workforce.workflow.checks.hints import hint_issues
from workforce.workflow.checks.parameters import Broken, illegal_options, parameter_issues
from workforce.workflow.checks.schedules import schedule_issues
from workforce.workflow.checks.structure import structure_issues
from workforce.workflow.spec import Issue

STICKY_NOTE = "n8n-nodes-base.stickyNote"
SCHEDULE_TRIGGER = "n8n-nodes-base.scheduleTrigger"


def check_workflow(workflow: Any, catalogue: Catalogue) -> list[Issue]:
    """Everything n8n would object to, each once; `step` is the node's name. Never raises over what it is given."""
    found = Findings()
    for code, message in structure_issues(workflow):
        found.add(code, "", message)
    if any(issue.code == "structure" for issue in found.issues):
        return found.issues
    nodes = [node for node in workflow["nodes"] if node["type"] != STICKY_NOTE]
    names = {node["name"] for node in nodes}
    seen: dict[str, Seen] = {}
    for node in nodes:
        _check_expressions(node, names, catalogue.grammar, found)
        one = _look(node, catalogue, found)
        if one is not None:
            seen[node["name"]] = one
    _check_flow(workflow["connections"], nodes, seen, found)
    return found.issues


class Findings:
    """Issues in the order found, each once."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self._known: set[tuple[str, str, str]] = set()

    def add(self, code: str, node: str, message: str) -> None:
        """Remember an issue."""
        if (code, node, message) not in self._known:
            self._known.add((code, node, message))
            self.issues.append(Issue(code=code, step=node, message=message))


def _check_expressions(node: Json, names: set[str], grammar: str, found: Findings) -> None:
    for path, text in texts_in(node.get("parameters") or {}):
        if not text.startswith("="):
            continue
        reason = broken(text, grammar)
        if reason:
            found.add("broken_expression", node["name"], f'"{path}": {reason}')
            continue
        for name in named_nodes(text):
            if name not in names:
                found.add("expression_unknown_node", node["name"], f'"{path}" refers to "{name}", which does not exist')


def _look(node: Json, catalogue: Catalogue, found: Findings) -> Seen | None:
    """The node with its type and effective parameters; its own issues are found on the way."""
    name, version = node["name"], float(node.get("typeVersion", 1))
    node_type = catalogue.node(node["type"], version)
    if node_type is None:
        versions = catalogue.versions(node["type"])
        if versions:
            known = ", ".join(f"{v:g}" for v in versions)
            found.add("unknown_version", name, f"{node['type']} has no version {version:g} (it has {known})")
        else:
            found.add("unknown_node_type", name, f"{node['type']} is not a node of this n8n")
        return None
    host = node_type.host(version)
    try:
        values = node_type.effective(node.get("parameters") or {}, version)
    except (ParametersDoNotFit, AttributeError, TypeError) as error:
        found.add("parameter", name, f"parameters do not fit the node: {error}")
        return Seen(node, node_type, version, {}, readable=False)
    if not node.get("disabled"):
        try:
            for parameter, message in parameter_issues(node_type.properties, values, host, catalogue.grammar):
                found.add("parameter", name, f"{parameter}: {message}")
        except Broken as error:
            found.add("parameter", name, f"parameters do not fit the node: {error}")
        for parameter, message in illegal_options(node_type.properties, values, host):
            found.add("illegal_option", name, f'"{parameter}": {message}')
        for message in schedule_issues(values) if node["type"] == SCHEDULE_TRIGGER else ():
            found.add("bad_schedule", name, message)
    return Seen(node, node_type, version, values)


def _check_flow(connections: Json, nodes: list[Json], seen: dict[str, Seen], found: Findings) -> None:
    triggers = [name for name, one in seen.items() if one.node_type.is_trigger and not one.node.get("disabled")]
    if not triggers:
        found.add("no_trigger", "", "the workflow has no trigger")
    disabled = {node["name"] for node in nodes if node.get("disabled")}
    for name in unreachable(connections, [node["name"] for node in nodes], triggers) if triggers else ():
        if name not in disabled:
            found.add("unreachable", name, "no trigger leads to this node")
    if all(one.readable for one in seen.values()):  # else n8n cannot build the workflow, and nobody can say its ports
        for one in seen.values():
            one.find_ports()
        for code, name, message in port_issues(connections, seen):
            found.add(code, name, message)
    looked_at = [(one.node, one.node_type, one.node_type.host(one.version)) for one in seen.values()]
    for code, name, message in hint_issues(connections, looked_at):
        found.add(code, name, message)
