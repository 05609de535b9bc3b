"""Doing: the steps that change something somewhere."""

from __future__ import annotations

from workforce.workflow.build import assignment, assignment_list, group, many
from workforce.workflow.catalogue import Operation
from workforce.workflow.planner import writing
from workforce.workflow.planner.actions import TELLING
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.flow.lists import condense, csv
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import ME, is_person
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.operations import Choice, choose
from workforce.workflow.planner.services import Service
from workforce.workflow.planner.titles import act_title
from workforce.workflow.spec import Group, Link, Literal, Ref, Value

_ASSUMED = 0.5  # a mail, because nothing says how somebody is told


def act(flow: Flow, intent: Intent) -> None:
    """A step that tells, makes, changes or moves something at a service."""
    service = flow.assembly.services.get(intent.service)
    if service is None:
        return
    if _as_one_message(flow, intent):
        condense(flow, intent.scope, lines=True, table=KIND_OF.get(intent.service) == "mail")
    choice = choose(service, intent.wanted, _act_nouns(intent), flow.assembly.catalogue)
    if choice is None:
        flow.request.loose.append(intent.text)
        return
    operation = choice.operation
    if "copy" in intent.wanted and intent.service in ("googledocs", "googlesheets", "googleslides"):
        operation = flow.assembly.catalogue.operation("google_drive.file.copy") or operation
        intent.service = "googledrive"
    if intent.service == "googledocs" and operation.operation == "create":
        _doc(flow, intent, service.name)
        return
    if intent.service == "googledrive" and operation.operation == "upload" and not flow.assembly.binary:
        _need_file(flow, intent)
    _put(flow, intent, service, operation, choice)


def _put(flow: Flow, intent: Intent, service: Service, operation: Operation, choice: Choice) -> None:
    title = act_title(service, operation, intent, flow.request.language)
    ident = flow.assembly.ident(title)
    inputs = fill(flow.assembly, intent, operation, intent.service, ident)
    step = flow.assembly.add(
        operation.id,
        title,
        _as_html(flow, intent, inputs),
        _unwrapped(flow, intent, inputs),
        confidence=min(choice.confidence, _ASSUMED) if "assumed_mail" in intent.flags else choice.confidence,
        alternatives=choice.alternatives,
        ident=ident,
    )
    if "assumed_mail" in intent.flags:
        flow.assembly.assume("Nothing says how they should hear of it, so the worker sends an e-mail.")
    flow.hang(intent.scope, step)
    made = operation.operation in ("copy", "create", "createFromText")
    if made and KIND_OF.get(intent.service) in ("docs", "files"):
        flow.gives(intent.scope, Source(step.id, "googledrive", "app", {}))


def _unwrapped(flow: Flow, intent: Intent, inputs: dict[str, Value]) -> list[Link]:
    """What the step hangs on. Columns that are filled by name want the sent data itself, not the whole web request."""
    ends, source, columns = flow.ends(intent.scope), flow.nearest(intent.scope), inputs.get("columns")
    mode = columns.fields.get("mappingMode") if isinstance(columns, Group) else None
    if source is None or source.style != "webhook" or mode != Literal(value="autoMapInputData"):
        return ends
    data: dict[str, Value] = {"mode": Literal(value="raw"), "jsonOutput": Ref(step=source.step, path="body")}
    return [Link(step=flow.assembly.add("set", "The data that was sent", data, ends).id)]


def _as_html(flow: Flow, intent: Intent, inputs: dict[str, Value]) -> dict[str, Value]:
    """A mail that carries a table is sent as HTML."""
    source = flow.nearest(intent.scope)
    if source is None or "table" not in source.fields or KIND_OF.get(intent.service) != "mail":
        return inputs
    if "text" in inputs:
        return {
            **{k: v for k, v in inputs.items() if k != "text"},
            "emailFormat": Literal(value="html"),
            "html": inputs["text"],
        }
    if "emailType" in inputs:
        return {**inputs, "emailType": Literal(value="html")}
    return inputs


def _as_one_message(flow: Flow, intent: Intent) -> bool:
    """Whether a list becomes one message: nobody asked for one an item, nor for one to each person in it."""
    if not flow.many.get(intent.scope) or intent.scope in flow.condensed or flow.assembly.binary:
        return False
    if KIND_OF.get(intent.service, "") not in TELLING | {"docs"} or flow.each(intent) or _to_people(intent):
        return False
    nearest = flow.nearest(intent.scope)
    return nearest is None or nearest.style != "ai"


def _to_people(intent: Intent) -> bool:
    literal = (
        intent.entities("email") or intent.named("channel") or intent.entities("chatid") or intent.entities("phone")
    )
    return not literal and any(is_person(p) for p in intent.pieces) and not any(p.fold in ME for p in intent.pieces)


def _doc(flow: Flow, intent: Intent, name: str) -> None:
    """A Google Doc is made, then written: n8n's create makes an empty one."""
    scope = intent.scope
    operation = flow.assembly.catalogue.operation("google_docs.document.create")
    update = flow.assembly.catalogue.operation("google_docs.document.update")
    if operation is None or update is None:
        return
    ident = flow.assembly.ident("Google Doc")
    made = flow.assembly.add(
        operation.id,
        f"{name}: create a document",
        fill(flow.assembly, intent, operation, "googledocs", ident),
        flow.ends(scope),
        ident=ident,
    )
    source = Source(made.id, "googledocs", "doc", {"link": "id", "document": "id", "url": "id", "id": "id"})
    text = writing.message(flow.assembly, intent)
    inputs: dict[str, Value] = {
        "documentURL": source.ref("id"),
        "actionsUi": group(actionFields=many(group(action="insert", text=text))),
    }
    wrote = flow.assembly.add(update.id, f"{name}: write the text", inputs, [Link(step=made.id)])
    flow.gives(scope, source)
    flow.hang(scope, wrote)


def _need_file(flow: Flow, intent: Intent) -> None:
    """Uploading needs a file: a text that was written becomes one."""
    scope = intent.scope
    source = flow.nearest(scope)
    if source is None or source.service in ("gmail", "microsoftoutlook", "form", "webhook"):
        flow.assembly.binary = "data"
        return
    if flow.many.get(scope) and scope not in flow.condensed:
        csv(flow, intent)
        return
    if source.style == "ai" and "text" in source.fields:
        written = assignment_list(assignment("text", source.ref(source.fields["text"])))
        text = flow.assembly.add("set", "The text", {"assignments": written}, flow.ends(scope))
        said: dict[str, Value] = {"sourceProperty": Literal(value="text")}
        step = flow.assembly.add("convert_to_file.to_text", "As a text file", said, [Link(step=text.id)])
    else:
        step = flow.assembly.add("convert_to_file.to_json", "As a file", {}, flow.ends(scope))
    flow.hang(scope, step)
    flow.assembly.binary = "data"


def _act_nouns(intent: Intent) -> list[str]:
    """The nouns of what is made, not of what it is made from."""
    skip = {"channel", "list", "project", "board"}
    skip |= {kind for kind in ("database", "table", "folder") if intent.named(kind) or intent.entities("path")}
    if intent.wanted[:1] == ["tell"]:
        return [n for n in intent.nouns if n not in skip]
    kept = [n for n in intent.nouns if n not in skip or len(intent.nouns) == 1]
    return kept or intent.nouns
