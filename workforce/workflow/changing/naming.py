"""“Call it …”, “set the subject to “…””: names and single values."""

from __future__ import annotations

import re

from workforce.core.errors import InvalidInput
from workforce.workflow.answers import edit
from workforce.workflow.changing import cues
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.wish import Wish
from workforce.workflow.explain.fields import editable_fields
from workforce.workflow.language.words import fold
from workforce.workflow.plan import EditableField
from workforce.workflow.spec import WorkerSpec

LONGEST_NAME = 80
QUOTES = " \"'“”„«»‘’.,;:!"


def rename(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """The worker's name."""
    match = cues.NAMED.search(wish.words)
    if match is None or len(wish.words) != len(wish.text):
        return None
    group = next(name for name, value in match.groupdict().items() if value)
    name = " ".join(wish.text[match.start(group) :].strip(QUOTES).split())[:LONGEST_NAME]
    if not name or "://" in name:
        return None
    return spec.model_copy(update={"name": name[:1].upper() + name[1:]})


def set_value(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """A value of the plan by its label: the subject, the text, a limit, an address."""
    field = _field(wish, spec)
    if field is None:
        return None
    value = _value(wish, field)
    if not value:
        return None
    try:
        return edit(spec, field.step, field.path, value)
    except InvalidInput as problem:
        raise Cannot(problem.sentence) from problem


def _field(wish: Wish, spec: WorkerSpec) -> EditableField | None:
    """The one field whose label is said, or whose present value is."""
    fields = [field for field in editable_fields(spec, wish.catalogue) if field.kind != "schedule"]
    said = [field for field in fields if re.search(rf"(?<!\w){re.escape(fold(field.label))}(?!\w)", wish.words)]
    if not said:
        spoken = SYNONYMS.search(wish.words)
        said = [field for field in fields if spoken and fold(field.label) in LABELS[str(spoken.lastgroup)]]
    return said[0] if said else None


SYNONYMS = re.compile(
    r"(?<!\w)(?:(?P<subject>subject|betreff|asunto|objet|assunto)|(?P<text>text|wording|body|nachrichtentext|texto|texte)"
    r"|(?P<limit>limit|at most|hochstens|maximum|maximo|maximal))(?!\w)"
)
LABELS = {
    "subject": {"subject", "title"},
    "text": {"text", "message", "message text", "html", "content"},
    "limit": {"limit", "max items"},
}


def _value(wish: Wish, field: EditableField) -> str:
    """What it is to be: what is quoted, an address, a number, else what stands behind “to”."""
    if quoted := wish.contents("quote"):
        return quoted[-1]
    if field.kind == "number":
        return next(iter(reversed(wish.contents("number"))), "")
    if field.kind in ("url", "email"):
        return ", ".join(wish.contents(field.kind))
    label = SYNONYMS.search(wish.words) or re.search(re.escape(fold(field.label)), wish.words)
    match = cues.BECOMES.search(wish.words, label.end() if label else 0)
    return wish.text[match.end() :].strip(QUOTES) if match and len(wish.words) == len(wish.text) else ""
