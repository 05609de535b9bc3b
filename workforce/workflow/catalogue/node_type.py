"""`NodeType`: one version range of one n8n node, with the questions asked of it."""

from __future__ import annotations

import copy
from typing import Any

from workforce.workflow.catalogue.display import Host, Json, shown
from workforce.workflow.catalogue.effective import effective
from workforce.workflow.catalogue.operation import Port
from workforce.workflow.catalogue.scripting import ScriptFailed, evaluate


class NodeType:
    """A node description. `versions` ascending; `default_version` is what new steps use."""

    __slots__ = ("default_version", "description", "name", "properties", "versions")

    def __init__(self, description: Json) -> None:
        self.description = description
        self.name: str = description["name"]
        self.properties: list[Json] = description["properties"]
        self.versions = versions_of(description)
        self.default_version = float(description.get("defaultVersion") or self.versions[-1])

    @property
    def is_trigger(self) -> bool:
        """Whether it starts a workflow."""
        return "trigger" in self.description.get("group", ())

    def host(self, version: float) -> Host:
        """What `@version` and `@tool` mean for its display conditions."""
        return Host(version, self.name.endswith("Tool"))

    def effective(self, parameters: Json, version: float) -> Json:
        """The parameters as n8n runs them (`effective.effective`)."""
        return effective(self.properties, parameters, self.host(version))

    def find(self, name: str, values: Json, version: float) -> Json | None:
        """The property of that name that is shown beside these (effective) values."""
        host = self.host(version)
        return next((p for p in self.properties if p["name"] == name and shown(p, values, values, host)), None)

    def inputs(self, parameters: Json, version: float) -> list[Port]:
        """Its input ports under (effective) parameters."""
        return [port_of(port) for port in self._ports("inputs", parameters, version)]

    def outputs(self, parameters: Json, version: float, *, error_output: bool = False) -> list[Port]:
        """Its output ports under (effective) parameters; the error output is the last `main` one."""
        ports = [port_of(port) for port in self._ports("outputs", parameters, version)]
        return [*ports, Port("main", "Error")] if error_output else ports

    def credentials(self, parameters: Json, version: float) -> list[Json]:
        """The credential descriptions that are in use under (effective) parameters."""
        host = self.host(version)
        return [c for c in self.description.get("credentials", ()) if shown(c, parameters, parameters, host)]

    def _ports(self, side: str, parameters: Json, version: float) -> list[Any]:
        ports = self.description.get(side, [])
        if isinstance(ports, list):
            return ports
        node = {"parameters": parameters, "typeVersion": version, "type": self.name}
        names = {"$parameter": parameters, "$nodeVersion": version, "$node": node, "$json": {}}
        try:
            result = evaluate(formula_of(ports), **names)
        except ScriptFailed:
            return []
        return result if isinstance(result, list) else []


def formula_of(text: str) -> str:
    """`={{ … }}` → the formula inside."""
    return text.strip().removeprefix("=").strip().removeprefix("{{").removesuffix("}}").strip()


def versions_of(description: Json) -> tuple[float, ...]:
    """All versions a description holds, ascending."""
    version = description["version"]
    return tuple(sorted(float(v) for v in (version if isinstance(version, list) else [version])))


def port_of(port: Any) -> Port:
    """n8n's port description as a `Port`."""
    if isinstance(port, str):
        return Port(port)
    only = tuple((port.get("filter") or {}).get("nodes") or ())
    title = port.get("displayName") or ""
    return Port(port.get("type", "main"), title, bool(port.get("required")), port.get("maxConnections"), only)


# --- nodes that n8n makes out of others -------------------------------------------------------------------

SEND_AND_WAIT = "sendAndWait"


def tool_variant(description: Json) -> Json | None:
    """The same node as a tool for an AI agent (`…Tool`); None when n8n offers none."""
    usable = description.get("usableAsTool")
    if not usable:
        return None
    tool = copy.deepcopy(description)
    tool.update((usable.get("replacements") or {}) if isinstance(usable, dict) else {})
    tool.pop("usableAsTool", None)
    tool["name"] += "Tool"
    tool["displayName"] += " Tool"
    tool["inputs"], tool["outputs"] = [], ["ai_tool"]
    properties: list[Json] = tool["properties"]
    names = {prop["name"] for prop in properties}
    if "toolDescription" not in names:
        at = max((i + 1 for i, prop in enumerate(properties) if prop["type"] == "callout"), default=0)
        text: Json = _prop("toolDescription", "string", tool["description"], required=True)
        added = [text]
        if names & {"resource", "operation"}:
            text["displayOptions"] = {"show": {"descriptionType": ["manual"]}}
            ways = [{"name": "Set Automatically", "value": "auto"}, {"name": "Set Manually", "value": "manual"}]
            added.insert(0, _prop("descriptionType", "options", "auto", options=ways, noDataExpression=True))
        properties[at:at] = added
    return tool


def approval_variant(description: Json) -> Json | None:
    """The same node as a human's approval in front of a tool (`…HitlTool`); None when n8n offers none."""
    chooser = next((p for p in description["properties"] if p["name"] == "operation" and _offers_wait(p)), None)
    if description["name"].endswith("Tool") or not description.get("webhooks") or chooser is None:
        return None
    resource = next(iter(((chooser.get("displayOptions") or {}).get("show") or {}).get("resource") or []), None)
    fixed = {"operation": SEND_AND_WAIT, "responseType": "approval", **({"resource": resource} if resource else {})}
    tool = copy.deepcopy(description)
    message = "=The agent wants to run this tool: {{ $tool.name }}\n\nInput:\n{{ $tool.parameters }}"
    properties = [_prop("message", "string", message, required=True)]
    for prop in tool["properties"]:
        if prop["name"] in fixed:
            properties.append(_prop(prop["name"], "hidden", fixed[prop["name"]]))
        elif prop["name"] not in ("message", "resource"):
            properties.append(prop)
    tool["name"] += "HitlTool"
    tool["inputs"] = [{"displayName": "Tool", "type": "ai_tool", "required": True}]
    nodes = ["@n8n/n8n-nodes-langchain.agent", "@n8n/n8n-nodes-langchain.agentTool"]
    tool["outputs"] = [{"displayName": "Human review", "type": "ai_tool", "filter": {"nodes": nodes}}]
    return {**tool, "properties": properties}


def _offers_wait(prop: Json) -> bool:
    return any(option.get("value") == SEND_AND_WAIT for option in prop.get("options") or ())


def _prop(name: str, kind: str, default: Any, **more: Any) -> Json:
    return {"displayName": name, "name": name, "type": kind, "default": default, **more}
