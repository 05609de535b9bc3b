"""Grounding: what a model wrote is held against what the person wrote.

Addresses, places and ids that nobody named become questions; what is merely mentioned, and a service that nobody named,
becomes a risk that the plan shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from typing import Literal as OneOf
from urllib.parse import urlsplit

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.checks.spec import unknowns
from workforce.workflow.dictation.evidence import ADDRESS, PHONE, URL, Evidence
from workforce.workflow.dictation.places import Place, property_of
from workforce.workflow.dictation.wording import Wording, wording_of
from workforce.workflow.language.words import slug
from workforce.workflow.spec import (
    Group,
    Literal,
    Locator,
    Many,
    Question,
    Step,
    Template,
    Trigger,
    Unknown,
    Value,
    WorkerSpec,
)

EVERYWHERE = {
    "primary",
    "me",
    "inbox",
    "unread",
    "sent",
    "public",
    "default",
    "gid=0",
    "0",
    "root",
    "all",
    "/",
    "dbo",
    "my drive",
}
HOW_IT_THINKS = {"ai_languageModel", "ai_embedding", "ai_outputParser", "ai_memory", "ai_textSplitter"}
AnswerKind = OneOf["text", "email", "url"]


def ground(spec: WorkerSpec, prompt: str, catalogue: Catalogue) -> WorkerSpec:
    """The spec with everything ungrounded turned into a question or a risk; the same spec when there is nothing."""
    ground = _Ground(spec, Evidence(prompt), wording_of(spec.language))
    triggers = [
        trigger.model_copy(update={"inputs": ground.inputs(trigger, catalogue.operation(trigger.operation), catalogue)})
        for trigger in spec.triggers
    ]
    steps = [
        step.model_copy(update={"inputs": ground.inputs(step, catalogue.operation(step.operation), catalogue)})
        for step in spec.steps
    ]
    named = {name for name, _ in catalogue.named_services(prompt)}
    for step in spec.steps if named else ():
        ground.service(step, catalogue.operation(step.operation), named)
    questions = [ground.question(question) for question in spec.questions]
    if (triggers, steps, questions) == (spec.triggers, spec.steps, spec.questions) and not ground.risks:
        return spec
    used = _asked([*triggers, *steps])
    added = [question for key, question in ground.questions.items() if key in used]
    update = {
        "triggers": triggers,
        "steps": steps,
        "questions": [*questions, *added],
        "risks": list(dict.fromkeys([*spec.risks, *ground.risks])),
    }
    return spec.model_copy(update=update)


@dataclass(slots=True)
class _Ground:
    """One spec held against one prompt."""

    spec: WorkerSpec
    evidence: Evidence
    words: Wording
    questions: dict[str, Question] = field(default_factory=dict)
    risks: list[str] = field(default_factory=list)

    def inputs(self, part: Step | Trigger, operation: Operation | None, catalogue: Catalogue) -> dict[str, Value]:
        """The inputs of a part, grounded."""
        if operation is None or (isinstance(part, Step) and part.port in HOW_IT_THINKS):
            return part.inputs
        props = catalogue.node_of(operation).properties
        return {
            name: self._value(value, Place(part, operation, name, property_of(props, name)))
            for name, value in part.inputs.items()
        }

    def question(self, question: Question) -> Question:
        """Without a proposed answer that leads to a destination nobody named."""
        return question if self.evidence.destinations(question.default) else question.model_copy(update={"default": ""})

    def service(self, step: Step, operation: Operation | None, named: set[str]) -> None:
        """A service that nobody named, where others were: a risk."""
        if operation is None or operation.is_sub_node or not operation.credentials or operation.id == "http_request":
            return
        words = re.findall(r"[^\W_]{3,}", operation.service)
        is_mail = {"smtp", "imap", "gmailOAuth2", "microsoftOutlookOAuth2Api"} & set(operation.credentials)
        if is_mail or operation.service.lower() in named or any(self.evidence.thing(word) for word in words):
            return
        self.risks.append(self.words.risk_service.format(title=step.title, thing=operation.service))

    # --- values -------------------------------------------------------------------------------------------

    def _value(self, value: Value, place: Place) -> Value:
        match value:
            case Literal(value=str() | int() as given) if not isinstance(given, bool):
                return self._plain(value, str(given), place)
            case Template(parts=parts):
                return self._template(value, parts, place)
            case Locator(value=Literal() as inner):
                return self._locator(value, str(inner.value), place)
            case Group(fields=fields):
                return Group(fields={name: self._value(inner, place.inside(name)) for name, inner in fields.items()})
            case Many(items=items):
                return self._many(items, place)
            case Unknown(stand_in=stand_in) if not self.evidence.destinations(str(stand_in)):
                return Unknown(question=value.question)
        return value

    def _plain(self, value: Literal, text: str, place: Place) -> Value:
        if not isinstance(value.value, str):
            return self._ask(place, self._which(place)) if place.is_id and not self._known(text, place) else value
        addresses = ADDRESS.findall(text)
        if addresses and _only_addresses(text):
            return self._addresses(value, addresses, place)
        if URL.fullmatch(text.strip()):
            return value if self.evidence.host(text) else self._url(text, place)
        if place.is_id and not self._known(text, place):
            return self._ask(place, self._which(place))
        if place.is_phone and PHONE.fullmatch(text.strip()) and not self.evidence.phone(text):
            return self._ask(place, self.words.phone.format(title=place.part.title))
        self._mentions(text, place)
        return value

    def _template(self, value: Template, parts: list[Any], place: Place) -> Value:
        first = parts[0] if parts else ""
        if isinstance(first, str) and (found := URL.match(first.strip())) and not self.evidence.host(found[0]):
            return self._url(found[0], place)
        texts = [part for part in parts if isinstance(part, str)]
        for text in texts:
            self._mentions(text, place)
        if not all(_only_addresses(text) for text in texts) or all(map(self.evidence.destinations, texts)):
            return value
        kept = [self._without_strangers(part) if isinstance(part, str) else part for part in parts]
        return Template(parts=_trimmed(kept))

    def _without_strangers(self, text: str) -> str:
        """A piece of a list of receivers without those that nobody named."""
        known = ADDRESS.sub(lambda found: found[0] if self.evidence.address(found[0]) else "", text)
        return re.sub(r"(?:[,;]\s*){2,}", ", ", known)

    def _locator(self, value: Locator, text: str, place: Place) -> Value:
        if "://" in text:
            return value if self.evidence.host(text) and self.evidence.thing(text) else self._named(value, place)
        return value if self._known(text, place) else self._named(value, place)

    def _named(self, value: Locator, place: Place) -> Value:
        """An id that nobody gave: the name that was given takes its place, else a question."""
        if value.name and value.mode != "list" and self.evidence.thing(value.name):
            mode = "name" if "name" in place.modes else "list"
            return Locator(mode=mode, value=Literal(value=value.name), name=value.name)
        return self._ask(place, self._which(place))

    def _many(self, items: list[Value], place: Place) -> Value:
        read = [self._value(item, place.inside(str(number))) for number, item in enumerate(items)]
        plain = all(isinstance(item, Literal | Unknown) for item in read)
        opened = [item for item in read if isinstance(item, Unknown)]
        if plain and opened and not any(item in items for item in opened):
            for item in items:
                self._mentions(str(getattr(item, "value", "")), place)
            kept: list[Value] = [item for item in read if isinstance(item, Literal)]
            return Many(items=kept) if kept else opened[0]
        return Many(items=read)

    def _addresses(self, value: Literal, addresses: list[str], place: Place) -> Value:
        known = [address for address in addresses if self.evidence.address(address)]
        if len(known) == len(addresses):
            return value
        for address in addresses:
            if address not in known and known:
                self.risks.append(self.words.risk_address.format(title=place.part.title, thing=address))
        if known:
            return Literal(value=", ".join(known))
        text = self.words.sender if place.is_sender else self.words.who
        return self._ask(place, text.format(title=place.part.title), "email")

    def _url(self, url: str, place: Place) -> Value:
        self.risks.append(self.words.risk_host.format(title=place.part.title, thing=urlsplit(url).hostname or url))
        return self._ask(place, self.words.where.format(title=place.part.title), "url")

    def _mentions(self, text: str, place: Place) -> None:
        for address in ADDRESS.findall(text):
            if not self.evidence.address(address):
                self.risks.append(self.words.risk_address.format(title=place.part.title, thing=address))
        for url in URL.findall(text):
            if not self.evidence.host(url):
                host = urlsplit(url).hostname or url
                self.risks.append(self.words.risk_address.format(title=place.part.title, thing=host))

    def _known(self, text: str, place: Place) -> bool:
        return text.lower() in EVERYWHERE or text in place.offered or self.evidence.thing(text)

    def _which(self, place: Place) -> str:
        return self.words.which.format(title=place.part.title, thing=place.label)

    def _ask(self, place: Place, text: str, kind: AnswerKind = "text") -> Unknown:
        key = slug(f"{place.part.id}_{place.path}", 60)
        question = Question(
            key=key, text=text, why=self.words.why, about=place.part.id, answer_kind=kind, essential=False
        )
        self.questions[key] = question
        return Unknown(question=key)


def _only_addresses(text: str) -> bool:
    """Nothing but addresses and what stands between them."""
    return not re.sub(r"[\s,;<>]", "", ADDRESS.sub("", text))


def _trimmed(parts: list[Any]) -> list[Any]:
    """Without separators at both ends."""
    trimmed = [*parts]
    if isinstance(trimmed[0], str):
        trimmed[0] = trimmed[0].lstrip(",; ")
    if isinstance(trimmed[-1], str):
        trimmed[-1] = trimmed[-1].rstrip(",; ")
    return [part for part in trimmed if part != ""]


def _asked(parts: list[Step | Trigger]) -> set[str]:
    return {unknown.question for part in parts for value in part.inputs.values() for unknown in unknowns(value)}
