"""What must be there before a worker can run, what may be changed, and what deserves a second look."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from workforce.workflow.catalogue import Catalogue, NodeType, Operation
from workforce.workflow.catalogue.policy import reaches_the_machine
from workforce.workflow.explain.names import connection_name, service_name
from workforce.workflow.explain.phrases import Phrases, phrases_of
from workforce.workflow.n8n_json.credentials import choose, rank, ways_to_sign_in
from workforce.workflow.n8n_json.expressions import scope_of
from workforce.workflow.n8n_json.parameters import node_parameters
from workforce.workflow.plan import Need
from workforce.workflow.spec import Group, Literal, Many, Step, Template, Trigger, Value, WorkerSpec

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
URL_START = re.compile(r"https?://[^\s{}\"'<>]+")
WEBHOOK = "n8n-nodes-base.webhook"  # its secret is made by the platform
DESTROYS = ("delete", "remove", "drop", "clear", "truncate", "purge", "trash")
RUNS_CODE = {"code", "function", "function_item", "langchain_code"}


def needs(spec: WorkerSpec, catalogue: Catalogue, connected: Collection[str] = ()) -> list[Need]:
    """The connections a spec uses, one a credential type; `choices` holds all ways that service offers, best first.

    connected: credential types the company already has, which are preferred.
    """
    phrases = phrases_of(spec.language)
    found: dict[str, tuple[str, list[str], list[str], list[str]]] = {}
    for part, operation, node in parts(spec, catalogue):
        if node.name == WEBHOOK:
            continue
        version = part.version or operation.version
        parameters = node_parameters(node, operation, version, part.inputs, scope_of(spec, part, {}))
        ways = ways_to_sign_in(node, parameters, version)
        best = choose(ways, connected)
        if best is None:
            continue
        choices = list(dict.fromkeys(way.kind for way in sorted(ways, key=lambda way: rank(way, connected))))
        _, steps, titles, _ = found.setdefault(best.kind, (operation.service, [], [], choices))
        steps.append(part.id)
        titles.append(phrases.say("quoted", text=part.title))
    return [
        Need(
            kind="connection",
            key=kind,
            label=connection_name(service, kind, phrases),
            steps=steps,
            choices=choices,
            why=phrases.say("connection_why", titles=", ".join(titles)),
        )
        for kind, (service, steps, titles, choices) in found.items()
    ]


def risks(spec: WorkerSpec, catalogue: Catalogue) -> list[str]:
    """What a careful person would ask about, each once."""
    phrases = phrases_of(spec.language)
    return list(dict.fromkeys([*spec.risks, *(r for part in parts(spec, catalogue) for r in _risks(*part, phrases))]))


def parts(spec: WorkerSpec, catalogue: Catalogue) -> Iterator[tuple[Step | Trigger, Operation, NodeType]]:
    """Every trigger and step with its operation and node; unknown ones are the checks' business."""
    everything: list[Step | Trigger] = [*spec.triggers, *spec.steps]
    for part in everything:
        operation = catalogue.operation(part.operation)
        node = catalogue.node(operation.node_type, part.version or operation.version) if operation else None
        if operation is not None and node is not None:
            yield part, operation, node


def _risks(part: Step | Trigger, operation: Operation, node: NodeType, phrases: Phrases) -> Iterator[str]:
    if reaches_the_machine(node.name):
        yield phrases.say("risk_policy", step=part.title, service=service_name(operation.service, phrases))
    if operation.id in RUNS_CODE:
        yield phrases.say("risk_code", step=part.title)
    if operation.credentials and operation.operation.lower().startswith(DESTROYS):
        yield phrases.say("risk_delete", step=part.title, service=service_name(operation.service, phrases))
    if isinstance(part, Trigger):
        if node.name == WEBHOOK and part.inputs.get("authentication") == Literal(value="none"):
            yield phrases.say("risk_open_webhook")
        return
    texts = [text for value in part.inputs.values() for text in fixed_texts(value)]
    if operation.id == "http_request":
        for host in sorted({urlsplit(url).hostname or "" for text in texts for url in URL_START.findall(text)} - {""}):
            yield phrases.say("risk_host", host=host)
    if sends_mail(operation):
        receivers = (
            text
            for name, value in part.inputs.items()
            if name not in ("fromEmail", "subject")
            for text in fixed_texts(value)
        )
        for address in sorted({found for text in receivers for found in ADDRESS.findall(text)}):
            yield phrases.say("risk_people", address=address)


def sends_mail(operation: Operation) -> bool:
    """Whether an operation writes to people by e-mail."""
    return operation.operation in ("send", "reply", "sendAndWait") and bool(
        {"smtp", "gmailOAuth2", "microsoftOutlookOAuth2Api"} & set(operation.credentials)
    )


def fixed_texts(value: Value) -> Iterator[str]:
    """Every piece of text inside a value that is known now."""
    match value:
        case Literal(value=plain):
            yield from _texts(plain)
        case Template(parts=pieces):
            yield from (piece for piece in pieces if isinstance(piece, str))
        case Group(fields=fields):
            for inner in fields.values():
                yield from fixed_texts(inner)
        case Many(items=items):
            for item in items:
                yield from fixed_texts(item)


def _texts(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list):
        for inner in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(inner)
