"""A form that people fill in starts the worker."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source, concept_of
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.triggers.put import put_source
from workforce.workflow.spec import Literal, Value

_POSSESSIVE = re.compile(r"^(their|your|the|its|ihre?|su|sus|leur|seu|sua)\s+", re.IGNORECASE)
_FILE = re.compile(
    r"receipt|attachment|file|cv|resume|beleg|quittung|recibo|recu|adjunto|anexo|photo|foto|lebenslauf|upload|document"
)
_KINDS = {
    "email": "email",
    "amount": "number",
    "quantity": "number",
    "date": "date",
    "due_date": "date",
    "start_date": "date",
    "birthday": "date",
}


def form_trigger(assembly: Assembly, start: Start) -> None:
    """A form with the fields that were listed; a name, an e-mail and a message where none were."""
    names = [_POSSESSIVE.sub("", name) for name in start.fields]
    if not names:
        names = ["Name", "Email", "Message"]
        assembly.assume("The form asks for name, e-mail and message; change its fields in the plan.")
    labels = {name: name[:1].upper() + name[1:] for name in names}
    inputs: dict[str, Value] = {
        "formTitle": Literal(value=_heading(assembly, start)),
        "formFields": group(values=many(*(_field(name, labels[name]) for name in names))),
    }
    put_source(assembly, "form_trigger", "Form", Source("", "form", "form", labels), inputs)


def _field(name: str, label: str) -> Value:
    kind = _field_kind(name)
    needed = {} if kind == "file" else {"requiredField": True}
    return group(fieldLabel=label, fieldType=kind, **needed)


def _field_kind(name: str) -> str:
    concept = concept_of(name)
    if concept in _KINDS:
        return _KINDS[concept]
    if _FILE.search(fold(name)):
        return "file"
    return "textarea" if concept in ("text", "reason") else "text"


def _heading(assembly: Assembly, start: Start) -> str:
    """The form's title: quoted, said, or the prompt's first words where they are few."""
    quoted = next((p.content for p in start.pieces if p.kind == "quote"), "")
    called = re.search(r"form (?:called|named|titled) ([\w ]+)", start.text)
    if quoted or called:
        return quoted or (called.group(1) if called else "")
    first = re.split(r"[.:!?\n]", assembly.request.text)[0].strip()
    return first[:50] if len(first.split()) <= 6 else "Please fill in"
