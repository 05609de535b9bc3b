"""Steps an AI does, and the documents it reads."""

from __future__ import annotations

from workforce.workflow.build import group
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.flow.lists import condense
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.thinking import think
from workforce.workflow.spec import Literal, Value

_DRIVES = ("googledrive", "dropbox", "microsoftonedrive", "box")


def think_once(flow: Flow, intents: list[Intent]) -> None:
    """One AI step for what neighbouring intents want of it, on the whole list where there is one."""
    scope = intents[0].scope
    documents = any(i.kind == "document" for i in flow.request.intents)
    if flow.request.start.service in _DRIVES and not flow.assembly.binary and not documents:
        document(flow, intents[0])
    if flow.many.get(scope) and not any(flow.each(i) for i in intents):
        condense(flow, scope, lines=False)
    flow.assembly.ends.setdefault(scope, flow.ends(scope))
    flow.gives(scope, think(flow.assembly, intents))
    if scope in flow.condensed:
        flow.many[scope] = False


def document(flow: Flow, intent: Intent) -> None:
    """Read the text of the document at hand; a file on a drive is fetched first."""
    scope = intent.scope
    if flow.request.start.service in _DRIVES and not flow.assembly.binary:
        _download(flow, intent)
        flow.assembly.binary = "data"
    binary = Literal(value=flow.assembly.binary or "data")
    inputs: dict[str, Value] = {"binaryPropertyName": binary, "options": group(keepSource="both")}
    step = flow.assembly.add("extract_from_file.pdf", "Read the PDF", inputs, flow.ends(scope))
    flow.hang(scope, step)
    flow.gives(scope, Source(step.id, "", "doc", {"document": "text", "text": "text"}))


def _download(flow: Flow, intent: Intent) -> None:
    operation = flow.assembly.catalogue.operation("google_drive.file.download")
    if flow.request.start.service != "googledrive" or operation is None:
        return
    title = "Download the file"
    ident = flow.assembly.ident(title)
    inputs = fill(flow.assembly, intent, operation, "googledrive", ident)
    step = flow.assembly.add(operation.id, title, inputs, flow.ends(intent.scope), ident=ident)
    flow.hang(intent.scope, step)
