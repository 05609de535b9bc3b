"""One plain sentence a step, with everything that the step's behaviour depends on."""

from __future__ import annotations

import re

from workforce.workflow import schedule
from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.explain.phrases import Phrases, phrases_of
from workforce.workflow.explain.values import Voice, humanised, words
from workforce.workflow.n8n_json.expressions import scope_of
from workforce.workflow.plan import Sentence
from workforce.workflow.spec import Group, Link, Literal, Step, Trigger, Value, WorkerSpec

QUIET = {
    "appendAttribution",
    "includeLinkToWorkflow",
    "select",
    "promptType",
    "specifyBody",
    "sendBody",
    "sendHeaders",
    "sendQuery",
    "emailFormat",
    "emailType",
    "authentication",
    "bodyContentType",
    "contentType",
    "schemaType",
    "simple",
    "hasOutputParser",
    "returnAll",
}
BRANCHES = {"if": ("if_yes", "if_no")}


def sentences(spec: WorkerSpec, catalogue: Catalogue) -> list[Sentence]:
    """The sentences in the order of the flow; a sub-node right behind the step it serves."""
    phrases = phrases_of(spec.language)
    told: list[Sentence] = []
    for part in reading_order(spec):
        operation = catalogue.operation(part.operation)
        text = (
            _trigger(spec, part, operation, phrases)
            if isinstance(part, Trigger)
            else _step(spec, part, operation, phrases, told)
        )
        service, icon = (operation.service, operation.icon) if operation else (part.operation, "")
        told.append(Sentence(step=part.id, text=_finished(text), service=service, icon=icon))
    return told


def reading_order(spec: WorkerSpec) -> list[Step | Trigger]:
    """Triggers first, then every step once all before it are told (loops broken by the spec's own order)."""
    left = [step for step in spec.steps if not step.serves]
    order: list[Step | Trigger] = list(spec.triggers)
    told = {trigger.id for trigger in spec.triggers}
    while left:
        step = next((s for s in left if all(link.step in told for link in s.after)), left[0])
        left.remove(step)
        told.add(step.id)
        order += [step, *_servants(spec, step.id, told)]
    return order + [step for step in spec.steps if step.id not in told]


def _servants(spec: WorkerSpec, ident: str, told: set[str]) -> list[Step]:
    found: list[Step] = []
    for step in spec.steps:
        if step.serves == ident and step.id not in told:
            told.add(step.id)
            found += [step, *_servants(spec, step.id, told)]
    return found


def _trigger(spec: WorkerSpec, trigger: Trigger, operation: Operation | None, phrases: Phrases) -> str:
    if trigger.schedule is not None:
        spoken = schedule.words(trigger.schedule, spec.language)
        return phrases.say("schedule", words=spoken, timezone=spec.timezone)
    voice = Voice.of(spec, phrases)
    told = _recipe(trigger, phrases, voice)
    if told:
        return told
    service = operation.service if operation else trigger.title
    rest = _rest(trigger.inputs, set(), voice)
    return phrases.say("when", service=service, event=rest) if rest else phrases.say("starts", service=service)


def _step(spec: WorkerSpec, step: Step, operation: Operation | None, phrases: Phrases, told: list[Sentence]) -> str:
    voice = Voice.of(spec, phrases, near_of(spec, step))
    action = _recipe(step, phrases, voice) or _generic(step, operation, phrases, voice)
    if step.serves:
        return phrases.say("serves", step=voice.titles.get(step.serves, step.serves), service=action)
    text = _lead(spec, step, phrases, voice, told) + action
    if step.on_failure.do == "retry":
        wait = step.on_failure.wait_seconds
        text = f"{_finished(text)} {phrases.say('retry', times=step.on_failure.times, seconds=wait)}"
    elif step.on_failure.do != "stop":
        text = f"{_finished(text)} {phrases.say(step.on_failure.do)}"
    return f"{_finished(text)} {phrases.say('once')}" if step.once else text


def near_of(spec: WorkerSpec, part: Step | Trigger) -> frozenset[str]:
    """The steps whose data is in hand at this step: it needs no "from …"."""
    return frozenset(scope_of(spec, part, {}).carried)


def _lead(spec: WorkerSpec, step: Step, phrases: Phrases, voice: Voice, told: list[Sentence]) -> str:
    """Where in the flow: nothing when the step simply follows the sentence before."""
    branches = [branch for link in step.after if (branch := branch_words(spec, link, phrases))]
    if branches:
        return _capital(" / ".join(part.rstrip(": ") for part in branches)) + ": "
    before = [link.step for link in step.after]
    previous = next((s.step for s in reversed(told) if not _is_sub_node(spec, s.step)), "")
    if before in ([previous], []):
        return ""
    names = f" {phrases.say('and')} ".join(f"“{voice.titles.get(ident, ident)}”" for ident in before)
    return phrases.say("after_all", steps=names)


def branch_words(spec: WorkerSpec, link: Link, phrases: Phrases) -> str:
    """What an arrow out of a decision or an error output means; empty for a plain one."""
    source = spec.step(link.step)
    if not isinstance(source, Step):
        return ""
    label = branch_label(source, link.output)
    if source.operation == "if" and link.output < len(BRANCHES["if"]):
        return phrases.say(BRANCHES["if"][link.output])
    if label:
        return phrases.say("way", label=label)
    if source.on_failure.do == "route" and link.output > 0:
        return phrases.say("error_way", step=source.title)
    return ""


def branch_label(source: Step, output: int) -> str:
    """The name of a decision's output, where its inputs give it one."""
    for name, rows in (("rules", "values"), ("categories", "categories")):
        group = source.inputs.get(name)
        inner = group.fields.get(rows) if isinstance(group, Group) else None
        entries = getattr(inner, "items", None)
        if isinstance(entries, list):
            if output >= len(entries):
                return "…" if output == len(entries) else ""
            fields = entries[output].fields if isinstance(entries[output], Group) else {}
            label = fields.get("outputKey") or fields.get("category")
            return str(label.value) if isinstance(label, Literal) else str(output + 1)
    return ""


def _is_sub_node(spec: WorkerSpec, ident: str) -> bool:
    part = spec.step(ident)
    return isinstance(part, Step) and bool(part.serves)


def _recipe(part: Step | Trigger, phrases: Phrases, voice: Voice) -> str:
    """The operation's own sentence, if there is one and its essential inputs are there."""
    template = phrases.recipes.get(part.operation)
    if template is None:
        return ""
    used: set[str] = set()
    text = ""
    for piece in re.split(r"(\[[^\]]*\])", template):
        optional = piece.startswith("[")
        filled = _fill(piece[1:-1] if optional else piece, part.inputs, voice, used)
        if filled is None and not optional:
            return ""
        text += filled or ""
    rest = _rest(part.inputs, used, voice)
    return f"{text} ({rest})" if rest else text


def _fill(template: str, inputs: dict[str, Value], voice: Voice, used: set[str]) -> str | None:
    """The template with its inputs in words; None when one is missing."""
    names = re.findall(r"\{([^}]+)\}", template)
    found = {name: value for name in names if (value := _at(inputs, name)) is not None}
    if len(found) < len(set(names)):
        return None
    used.update(found)
    for name, value in found.items():
        template = template.replace("{" + name + "}", words(value, voice))
    return template


def _at(inputs: dict[str, Value], path: str) -> Value | None:
    head, _, rest = path.partition("/")
    value = inputs.get(head)
    if not rest:
        return None if value is None or value == Literal(value="") else value
    return _at(value.fields, rest) if isinstance(value, Group) else None


def _rest(inputs: dict[str, Value], used: set[str], voice: Voice) -> str:
    """All inputs that the sentence has not said yet."""
    said: list[str] = []
    for name, value in inputs.items():
        if name in used or name in QUIET:
            continue
        inner = {path.partition("/")[2] for path in used if path.startswith(f"{name}/")}
        if isinstance(value, Group):
            loud = {key: field for key, field in value.fields.items() if key not in inner and key not in QUIET}
            if value.fields and not loud:
                continue
            value = Group(fields=loud)
        text = words(value, voice)
        if text:
            said.append(f"{humanised(name)}: {text}")
    return "; ".join(said)


def _generic(step: Step, operation: Operation | None, phrases: Phrases, voice: Voice) -> str:
    if operation is None:
        action = step.operation
    elif step.serves:
        action = operation.service
    elif operation.service.lower() in operation.action.lower() or not operation.operation:
        action = operation.action
    else:
        action = phrases.say("in", action=operation.action, service=operation.service)
    rest = _rest(step.inputs, set(), voice)
    return f"{action} ({rest})" if rest else action


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _finished(text: str) -> str:
    text = _capital(" ".join(text.split()))
    return text if text.endswith((".", "!", "?", ".”", ".“")) else f"{text}."
