"""One plain sentence a step, with everything that the step's behaviour depends on."""

from __future__ import annotations

import re

from workforce.workflow import schedule
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.doubt import doubt
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.order import reading_order
from workforce.workflow.explain.phrases import Phrases, phrases_of
from workforce.workflow.explain.recipes import Teller
from workforce.workflow.explain.values import Voice
from workforce.workflow.n8n_json.expressions import scope_of
from workforce.workflow.plan import Sentence
from workforce.workflow.spec import Group, Link, Literal, Step, Trigger, WorkerSpec

ALONE = re.compile(r"[“„«] ?(\[[^\[\]]*\]) ?[”“»](?!\w)")
ENDED = re.compile(r"(?:[.!?]|[.?!] ?[”“»])$")
BRANCHES = {"if": ("if_yes", "if_no")}


def sentences(spec: WorkerSpec, catalogue: Catalogue) -> list[Sentence]:
    """The sentences in the order of the flow; a sub-node right behind the step it serves."""
    phrases = phrases_of(spec.language)
    voice = Voice.of(spec, phrases).in_sentences(spec)
    told: list[Sentence] = []
    for part in reading_order(spec):
        teller = Teller(part, catalogue, voice.at(near_of(spec, part)))
        text = _trigger(spec, part, teller) if isinstance(part, Trigger) else _step(spec, part, teller, told)
        operation = teller.operation
        service, icon = (
            (service_name(operation.service, phrases), operation.icon) if operation else (part.operation, "")
        )
        unsure = doubt(part, catalogue, phrases)
        told.append(Sentence(step=part.id, text=_finished(text), service=service, icon=icon, doubt=unsure))
    return told


def _trigger(spec: WorkerSpec, trigger: Trigger, teller: Teller) -> str:
    phrases = teller.voice.phrases
    if trigger.schedule is not None:
        spoken_rhythm = schedule.words(trigger.schedule, spec.language)
        return phrases.say("schedule", words=spoken_rhythm, timezone=spec.timezone)
    return teller.recipe() or teller.happening()


def _step(spec: WorkerSpec, step: Step, teller: Teller, told: list[Sentence]) -> str:
    voice = teller.voice
    say = voice.phrases.say
    action = teller.recipe() or teller.action()
    if step.serves:
        key = "lends" if step.port == "ai_tool" else "serves"
        return say(key, step=voice.titles.get(step.serves, step.serves), action=action)
    text = _lead(spec, step, voice, told) + action
    if step.on_failure.do == "retry":
        wait = step.on_failure.wait_seconds
        text = f"{_finished(text)} {say('retry', times=step.on_failure.times, seconds=wait)}"
    elif step.on_failure.do != "stop":
        text = f"{_finished(text)} {say(step.on_failure.do)}"
    return f"{_finished(text)} {say('once')}" if step.once else text


def near_of(spec: WorkerSpec, part: Step | Trigger) -> frozenset[str]:
    """The steps whose data is in hand at this step: it needs no "from …"."""
    return frozenset(scope_of(spec, part, {}).carried)


def _lead(spec: WorkerSpec, step: Step, voice: Voice, told: list[Sentence]) -> str:
    """Where in the flow: nothing when the step simply follows the sentence before."""
    phrases = voice.phrases
    branches = [branch for link in step.after if (branch := branch_words(spec, link, phrases, told))]
    if len(branches) > 1 and len({link.step for link in step.after}) == 1:
        return phrases.say("either_way") if _decides(spec, step.after[0]) else " / ".join(branches)
    if branches:
        return _capital(" / ".join(part.rstrip(": ") for part in branches)) + ": "
    before = [link.step for link in step.after]
    main = [said.step for said in told if not _is_sub_node(spec, said.step)]
    if before in (main[-1:], []):
        return ""
    if step.operation == "merge" and set(before) == set(main[-len(before) :]):
        return ""
    if all(isinstance(spec.step(ident), Trigger) for ident in before):
        return phrases.say("also") if len(spec.triggers) == 1 else ""
    titles = [phrases.say("quoted", text=voice.titles.get(ident, ident)) for ident in before]
    names = f" {phrases.say('and')} ".join(titles)
    return phrases.say("after_all", steps=names)


def _decides(spec: WorkerSpec, link: Link) -> bool:
    source = spec.step(link.step)
    return isinstance(source, Step) and source.operation == "if"


def branch_words(spec: WorkerSpec, link: Link, phrases: Phrases, told: list[Sentence]) -> str:
    """What an arrow out of a decision or an error output means; empty for a plain one.

    A decision that is not the last one told is called by its name.
    """
    source = spec.step(link.step)
    if not isinstance(source, Step):
        return ""
    label = branch_label(source, link.output)
    if source.operation == "if" and link.output < len(BRANCHES["if"]):
        decisions = [said.step for said in told if _decides(spec, Link(step=said.step))]
        key = BRANCHES["if"][link.output]
        return phrases.say(key if decisions[-1:] == [source.id] else f"{key}_named", step=source.title)
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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _finished(text: str) -> str:
    text = ALONE.sub(r"\1", _capital(" ".join(text.split())).removesuffix(":"))
    return text if ENDED.search(text) else f"{text}."
