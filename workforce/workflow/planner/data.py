"""Where data comes from: which step holds a field that people name, and under which path."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from workforce.workflow.language.words import fold, slug, word_set
from workforce.workflow.planner.knowledge.concepts import CONCEPTS, DEFAULTS, LABELS
from workforce.workflow.planner.knowledge.shapes import SHAPES
from workforce.workflow.spec import Ref


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for concept, forms in CONCEPTS.items():
        for form in forms.split():
            table.setdefault(fold(form.replace("_", " ")), concept)
    return table


@lru_cache(maxsize=20_000)
def concept_of(words: str) -> str:
    """What a field is, in terms all services share: `importe total` → amount; empty when it is its own thing."""
    folded = re.sub(r"[_-]", " ", fold(words)).strip()
    table = _concepts()
    if folded in table:
        return table[folded]
    parts = re.sub(r"['’]s?\b", " ", folded).split()
    for size in (2, 1):
        for start in range(len(parts) - size, -1, -1):
            phrase = " ".join(parts[start : start + size])
            if phrase in table and len(phrase) > 2:
                return table[phrase]
    return ""


_BY_LABEL = word_set("typeform jotform surveymonkey wufoo formstack googlesheets microsoftexcel")


@dataclass(slots=True)
class Source:
    """A step that gives data.

    style: how its fields are kept (app, form, webhook, sheet, ai, read, list); fields: known ones by what people call
    them.
    """

    step: str
    service: str = ""
    style: str = "app"
    fields: dict[str, str] = field(default_factory=dict)
    many: bool = False

    @property
    def shape(self) -> dict[str, str]:
        """Known paths by concept."""
        base = self.service.split(":")[0]
        if self.style == "read":
            return SHAPES.get(f"{base}:read") or SHAPES.get(base, {})
        return SHAPES.get(self.service) or SHAPES.get(base, {})

    def path(self, words: str, *, guess: bool = True) -> str:
        """The path of a field; a guess from its name where nothing better is known, empty without `guess`."""
        wanted = re.sub(r"[\s_-]+", " ", fold(words)).strip()
        concept = concept_of(words)
        for name, path in self.fields.items():
            if re.sub(r"[\s_-]+", " ", fold(name)) == wanted:
                return path
        for name, path in self.fields.items():
            known = re.sub(r"[\s_-]+", " ", fold(name))
            if (
                concept
                and concept_of(name) == concept
                and (known in wanted or wanted in known or len(known.split()) == 1)
            ):
                return path
        for name, path in self.fields.items():
            parts = set(re.sub(r"[\s_-]+", " ", fold(name)).split())
            if parts and (parts <= set(wanted.split()) or set(wanted.split()) <= parts):
                return path
        if self.style in ("ai", "list"):
            return ""
        if concept and concept in self.shape:
            return self.shape[concept]
        return self._guess(words) if guess and words else ""

    def _guess(self, words: str) -> str:
        plain = re.sub(r"['’]s\b", "", words).strip()
        match self.style:
            case "webhook":
                return f"body.{slug(plain)}"
            case "form" | "sheet":
                return plain[:1].upper() + plain[1:]
        if self.service in ("airtable",):
            return f"fields.{plain[:1].upper() + plain[1:]}" if self.style != "read" else plain[:1].upper() + plain[1:]
        if self.service in ("notion",):
            return f"property_{slug(plain)}"
        if self.service in _BY_LABEL:
            return plain[:1].upper() + plain[1:]
        return slug(concept_of(plain) or plain)

    def holds(self, words: str) -> bool:
        """Whether the field is really known here."""
        return bool(self.path(words, guess=False))

    def defaults(self) -> list[tuple[str, str]]:
        """(label, path) of what matters most in one of its items."""
        if self.fields:
            return [(name, path) for name, path in self.fields.items()][:8]
        shape = self.shape
        return [(LABELS[concept], shape[concept]) for concept in DEFAULTS if concept in shape][:4]

    def ref(self, path: str) -> Ref:
        """A reference to one of its fields, of the item at hand."""
        return Ref(step=self.step, path=path)
