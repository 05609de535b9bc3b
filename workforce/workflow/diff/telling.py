"""The shape of a diff, and the voice that tells one side of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import Phrases, phrases_of
from workforce.workflow.explain.recipes import Teller
from workforce.workflow.explain.sentences import near_of
from workforce.workflow.explain.values import Voice, words
from workforce.workflow.spec import Frozen, Step, Trigger, Value, WorkerSpec

Part = Step | Trigger


class Change(Frozen):
    """One difference. step: the id in the newer spec (in the older one for what is gone), empty for the whole worker.

    what: the setting's name, `step` for a whole step; before, after: its values in words; text: a plain sentence.
    """

    kind: OneOf["added", "removed", "changed"]
    step: str = ""
    title: str = ""
    icon: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    text: str


class Diff(Frozen):
    """All differences between two specs; none when they behave alike."""

    changes: list[Change]

    @property
    def sentences(self) -> list[str]:
        """The differences as sentences, each once."""
        return list(dict.fromkeys(change.text for change in self.changes))

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two specs, and how it is told: both in one language."""

    spec: WorkerSpec
    language: str
    phrases: Phrases
    catalogue: Catalogue

    @classmethod
    def of(cls, spec: WorkerSpec, language: str, catalogue: Catalogue) -> Side:
        """A spec, told in a language."""
        return cls(spec, language, phrases_of(language), catalogue)

    def voice(self, part: Part, *, brief: bool = False) -> Voice:
        """The voice at a step; brief: for sentences, where long texts are cut."""
        voice = Voice.of(self.spec, self.phrases)
        return (voice.in_sentences(self.spec) if brief else voice).at(near_of(self.spec, part))

    def action(self, part: Part) -> str:
        """What a step does, without when."""
        teller = Teller(part, self.catalogue, self.voice(part, brief=True))
        told = teller.recipe() or (teller.happening() if isinstance(part, Trigger) else teller.action())
        return told.rstrip(".")

    def told(self, value: Value | None, part: Part) -> str:
        """A value in words, in full."""
        return words(value, self.voice(part)) if value is not None else ""

    def service(self, part: Part) -> str:
        """The service a step works with, as people know it."""
        operation = self.catalogue.operation(part.operation)
        return service_name(operation.service, self.phrases) if operation else part.operation

    def icon(self, part: Part) -> str:
        """The key of a step's picture."""
        operation = self.catalogue.operation(part.operation)
        return operation.icon if operation else ""


def lowered(text: str) -> str:
    """A sentence's beginning inside another: `E-mails x` → `e-mails x`, but `AI`, `“Title”` stay."""
    return (
        text if (text[:2].isupper() and text[:2].isalpha()) or not text[:1].isalpha() else text[:1].lower() + text[1:]
    )
