"""The values of a plan that a person may change without planning anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf

from workforce.workflow import schedule
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.catalogue.display import Json
from workforce.workflow.explain.details import QUIET
from workforce.workflow.explain.needs import ADDRESS, parts
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.explain.sentences import near_of
from workforce.workflow.explain.values import Voice, humanised, words
from workforce.workflow.plan import EditableField
from workforce.workflow.spec import Group, Literal, Locator, Many, Template, Trigger, Value, WorkerSpec

Kind = OneOf["text", "long_text", "email", "url", "number", "schedule"]
SCHEDULE = "schedule"
LONG = 80
CHOSEN_FROM_A_LIST = {"options", "multiOptions", "boolean"}
NOT_FOR_PEOPLE = {
    "operator",
    "combinator",
    "options",
    "schema",
    "mappingMode",
    "matchingColumns",
    "renameOutput",
    "outputKey",
}
# Steps that only bring data into shape: their names and types hold the flow together.
PLUMBING = {"set", "aggregate", "summarize", "split_out", "merge", "rename_keys", "html.convert_to_html_table"}


def editable_fields(spec: WorkerSpec, catalogue: Catalogue) -> list[EditableField]:
    """Known texts, numbers, addresses, names and schedules, in the order of the steps."""
    phrases = phrases_of(spec.language)
    found: list[EditableField] = []
    for part, _, node in parts(spec, catalogue):
        if part.operation in PLUMBING:
            continue
        if isinstance(part, Trigger) and part.schedule is not None:
            spoken = schedule.words(part.schedule, spec.language)
            label = phrases.say("schedule_label")
            found.append(EditableField(step=part.id, path=SCHEDULE, label=label, value=spoken, kind="schedule"))
        voice = Voice.of(spec, phrases, near_of(spec, part))
        for name, value in part.inputs.items():
            props = [prop for prop in node.properties if prop["name"] == name]
            if name in QUIET or any(prop["type"] in CHOSEN_FROM_A_LIST for prop in props):
                continue
            title = str(props[0].get("displayName", name)) if props else humanised(name)
            found += _fields(part.id, name, title, value, voice, props[0] if props else {})
    return found


def _fields(step: str, path: str, label: str, value: Value, voice: Voice, prop: Json) -> Iterator[EditableField]:
    if prop.get("type") in CHOSEN_FROM_A_LIST:
        return
    match value:
        case Literal(value=str() | int() | float() as plain) if not isinstance(plain, bool):
            yield EditableField(step=step, path=path, label=label, value=str(plain), kind=kind_of(plain, prop))
        case Template():
            text = words(value, voice)
            yield EditableField(step=step, path=path, label=label, value=text, kind=kind_of(text, prop, template=True))
        case Locator(value=Literal()):
            yield EditableField(step=step, path=path, label=label, value=words(value, voice))
        case Group(fields=fields) if "operator" in fields and "rightValue" in fields:
            shown = Group(fields={**fields, "rightValue": Literal(value="")})
            yield from _fields(step, f"{path}.rightValue", words(shown, voice), fields["rightValue"], voice, {})
        case Group(fields=fields):
            for name, inner in fields.items():
                if name not in NOT_FOR_PEOPLE:
                    longer = label if name in ("conditions", "values", "value") else f"{label}: {humanised(name)}"
                    yield from _fields(step, f"{path}.{name}", longer, inner, voice, _member(prop, name))
        case Many(items=items):
            for number, item in enumerate(items):
                yield from _fields(step, f"{path}.{number}", label, item, voice, prop)


def _member(prop: Json, name: str) -> Json:
    """A member of a collection, a group, or a row of any group (rows may be given without their group)."""
    members: list[Json] = [*(prop.get("values") or []), *(prop.get("options") or [])]
    rows = [row for member in members for row in member.get("values") or ()]
    return next((member for member in [*members, *rows] if member.get("name") == name), {})


def kind_of(plain: object, prop: Json, *, template: bool = False) -> Kind:
    """Which field shows a value best."""
    if isinstance(plain, int | float) or prop.get("type") == "number":
        return "number"
    text = str(plain)
    if ADDRESS.fullmatch(text.strip()):
        return "email"
    if text.startswith(("http://", "https://")) and not template and " " not in text:
        return "url"
    rows = (prop.get("typeOptions") or {}).get("rows") or 1
    return "long_text" if len(text) > LONG or "\n" in text or rows > 1 else "text"
