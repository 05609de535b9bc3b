"""One trigger or step told: by its operation's recipe, else by n8n's own words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workforce.workflow.catalogue import Catalogue, Operation, Parameter
from workforce.workflow.explain.actions import action_in_words, happening_in_words
from workforce.workflow.explain.details import details, silent, spoken
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.values import Voice
from workforce.workflow.n8n_json.expressions import Scope
from workforce.workflow.n8n_json.parameters import node_parameters
from workforce.workflow.spec import Group, Literal, Locator, Many, Step, Trigger, Unknown, Value

EVENTS = ("events", "event", "topic", "triggerOn", "trigger", "updates", "eventsUi")
SENDERS, RECEIVERS = {"fromEmail"}, ("toEmail",)


class Teller:
    """Tells one part of a spec. `operation` is None where the catalogue does not know it."""

    def __init__(self, part: Step | Trigger, catalogue: Catalogue, voice: Voice) -> None:
        self.part = part
        self.voice = voice
        self.operation: Operation | None = catalogue.operation(part.operation)
        self.parameters: Sequence[Parameter] = ()
        if self.operation is not None:
            version = part.version or self.operation.version
            node = catalogue.node_of(self.operation, version)
            given = node_parameters(node, self.operation, version, part.inputs, Scope({}))
            self.parameters = catalogue.parameters(part.operation, given, version)

    def recipe(self) -> str:
        """The operation's own sentence, if there is one and its essential inputs are there."""
        for path, wanted, template in self.voice.phrases.recipes_for(self.part.operation):
            said = {path} if path else set()
            if path and _code(self._at(path)) != wanted:
                continue
            if (text := self._filled(template, said)) is not None:
                return self._with_rest(text, said)
        return ""

    def action(self) -> str:
        """What a step without a recipe does."""
        if self.operation is None:
            return self.part.operation
        if isinstance(self.part, Step) and self.part.serves and self.part.port != "ai_tool":
            text = self.voice.phrases.say("uses", service=service_name(self.operation.service, self.voice.phrases))
        else:
            text = action_in_words(self.operation, self.voice.phrases)
        rest = details(self.part.inputs, self.parameters, self.voice)
        return f"{text}: {', '.join(rest)}" if rest else text

    def happening(self) -> str:
        """What a trigger without a recipe waits for."""
        phrases = self.voice.phrases
        if self.operation is None:
            return phrases.say("starts", service=self.part.title)
        service = service_name(self.operation.service, phrases)
        labels = [(name, label) for name in EVENTS for label in self._events(name)]
        if not labels:
            return self._with_rest(phrases.say("starts", service=service), set())
        text = f" {phrases.say('or')} ".join(happening_in_words(label, service, phrases) for _, label in labels)
        return self._with_rest(text, {name for name, _ in labels})

    def _events(self, name: str) -> list[str]:
        """The names of the events that an input chooses."""
        value, parameter = self.part.inputs.get(name), self._parameter(name)
        while parameter is not None and parameter.children and isinstance(value, Group | Many):
            if isinstance(value, Many):
                value = value.items[0] if value.items else None
            else:
                children = {child.name: child for child in parameter.children}
                key = next((key for key in value.fields if key in children), "")
                value, parameter = value.fields.get(key), children.get(key)
        if not isinstance(value, Literal) or parameter is None:
            return []
        names = {str(code): label for code, label in parameter.choices}
        chosen = value.value if isinstance(value.value, list) else [value.value]
        return [re.sub(r"[._/]+", " ", names.get(str(one), str(one))) for one in chosen if one]

    def _with_rest(self, text: str, said: set[str]) -> str:
        rest = details(self.part.inputs, self.parameters, self.voice, said)
        return f"{text} ({', '.join(rest)})" if rest else text

    def _filled(self, template: str, said: set[str]) -> str | None:
        """The template with its inputs in words; None when an essential one is missing."""
        text = ""
        for piece in re.split(r"(\[[^\]]*\])", template):
            optional = piece.startswith("[")
            filled = self._fill(piece[1:-1] if optional else piece, said, optional=optional)
            if filled is None and not optional:
                return None
            text += filled or ""
        return text

    def _fill(self, piece: str, said: set[str], *, optional: bool) -> str | None:
        names = list(dict.fromkeys(re.findall(r"\{([^}]+)\}", piece)))
        found = {name: value for name in names if (value := self._at(name)) and value != Literal(value="")}
        if len(found) < len(names):
            return None
        said.update(found)
        if optional and any(self._left_open(n, v) or silent(v, self._parameter(n)) for n, v in found.items()):
            return None
        told = {name: self._said(name, value) for name, value in found.items()}
        if optional and not all(told.values()):
            return None
        return re.sub(r"\{([^}]+)\}", lambda match: told[match[1]], piece)

    def _said(self, name: str, value: Value) -> str:
        """One input where the template wants it; a sender that is also the receiver is not spelled out twice."""
        if name in SENDERS and any(value == self._at(receiver) for receiver in RECEIVERS):
            return self.voice.phrases.say("same_address")
        if _is_open(value) and f"open_{name}" in self.voice.phrases.phrases:
            return self.voice.phrases.say(f"open_{name}")
        return spoken(value, self._parameter(name), self.voice)

    def _left_open(self, name: str, value: Value) -> bool:
        """Whether a value that is asked for can stay untold until it is there: nothing but the question says it."""
        return _is_open(value) and f"open_{name}" not in self.voice.phrases.phrases

    def _at(self, path: str) -> Value | None:
        """The input at a path such as `options/ccEmail`."""
        head, _, rest = path.partition("/")
        value = self.part.inputs.get(head)
        while rest and isinstance(value, Group):
            head, _, rest = rest.partition("/")
            value = value.fields.get(head)
        return None if rest else value

    def _parameter(self, path: str) -> Parameter | None:
        known: Sequence[Parameter] = self.parameters
        found: Parameter | None = None
        for name in path.split("/"):
            found = next((parameter for parameter in known if parameter.name == name), None)
            known = found.children if found else ()
        return found


def _is_open(value: Value) -> bool:
    return isinstance(value.value if isinstance(value, Locator) else value, Unknown)


def _code(value: Value | None) -> str:
    """What a recipe's condition compares: a plain value, or the name of an only row."""
    match value:
        case Literal(value=plain):
            return str(plain[0]) if isinstance(plain, list) and len(plain) == 1 else str(plain)
        case Many(items=[only]):
            return _code(only)
        case Group(fields=fields):
            inner = fields.get("name") or fields.get("aggregation")
            if inner is not None or not fields:
                return _code(inner)
            name, only = next(iter(fields.items()))
            return _code(only) if isinstance(only, Group | Many) else name
    return ""
