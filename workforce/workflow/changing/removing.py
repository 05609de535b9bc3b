"""“Stop sending the Slack message”, “without approval”, “no longer to boss@…”: steps and receivers that go."""

from __future__ import annotations

import re

from workforce.workflow.changing import cues
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.channels import posted_to
from workforce.workflow.changing.context import service_of, sources
from workforce.workflow.changing.parts import dependents, is_mail, kind_of, mails, without
from workforce.workflow.changing.receivers import CARBON, TO, drop_address, listed
from workforce.workflow.changing.wish import Wish
from workforce.workflow.explain.fields import PLUMBING
from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.words import tokens
from workforce.workflow.spec import Group, Step, WorkerSpec

DECIDES = ("if", "filter")


def stop(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Take out what is named."""
    if not wish.says(cues.STOP) or wish.says(cues.SKIP):
        return None
    if people := wish.contents("email"):
        return _without_people(wish, spec, people)
    targets = _targets(wish, spec)
    if not targets:
        return None
    for step in targets:
        spec = _removed(spec, step)
    return _still_useful(spec, wish)


def _still_useful(spec: WorkerSpec, wish: Wish) -> WorkerSpec:
    """Reading without doing anything with it is no job."""
    reading = {source.step for source in sources(spec, wish.catalogue)}
    idle = {*PLUMBING, "filter", "if", "switch", "sort", "limit", "remove_duplicates", "wait"}
    doing = [step for step in spec.steps if not step.serves and step.id not in reading]
    if all(step.operation.split(".")[0] in idle for step in doing):
        raise Cannot("Then nothing would be left for the worker to do. Pause it or let it go instead.")
    return spec


def _without_people(wish: Wish, spec: WorkerSpec, people: list[str]) -> WorkerSpec:
    before = spec
    for person in people:
        for step in mails(spec, wish.catalogue):
            if not _writes_to(step, person):
                continue
            left = drop_address(spec, step, person)
            spec = left if left is not None else _removed(spec, step)
    if spec == before:
        raise Cannot(f"Nothing goes to {', '.join(people)} now.")
    return _still_useful(spec, wish)


def _writes_to(step: Step, person: str) -> bool:
    values = [step.inputs[name] for name in TO if name in step.inputs]
    group, *names = CARBON.get(step.operation, ("",))
    options = step.inputs.get(group)
    values += [options.fields[name] for name in names if name in options.fields] if isinstance(options, Group) else []
    return any(person in (listed(value) or []) for value in values)


# --- which step is meant ----------------------------------------------------------------------------------


def _targets(wish: Wish, spec: WorkerSpec) -> list[Step]:
    """The steps that are meant: by channel, by service, by kind, by their title."""
    main = [step for step in spec.steps if not step.serves]
    if channels := wish.contents("channel"):
        found = [step for step in main if set(posted_to(step)) & set(channels)]
        if not found:
            raise Cannot(f"Nothing is posted to #{channels[0]} now.")
        return found
    if services := wish.named_services():
        found = [step for step in main if service_of(step, wish.catalogue) in services]
        if not found:
            known = wish.services.get(services[0])
            raise Cannot(f"The worker does not use {known.name if known else 'that service'}.")
        return _one_of(found, wish)
    return _of_kind(wish, main) or _by_title(wish, main)


def _of_kind(wish: Wish, steps: list[Step]) -> list[Step]:
    for kind, pattern in cues.THINGS.items():
        if not re.search(rf"(?<!\w)(?:{pattern})(?!\w)", wish.words):
            continue
        found = [step for step in steps if _is(step, kind, wish)]
        if found:
            return _one_of(found, wish)
    return []


def _is(step: Step, kind: str, wish: Wish) -> bool:
    match kind:
        case "approval":
            return step.operation.endswith("send_and_wait")
        case "wait" | "filter":
            return step.operation == kind
        case "ai":
            operation = wish.catalogue.operation(step.operation)
            return operation is not None and "langchain" in operation.node_type
        case "mail":
            return is_mail(step, wish.catalogue)
    return kind_of(step, wish.catalogue) == kind


def _one_of(found: list[Step], wish: Wish) -> list[Step]:
    """All that fit, unless a title singles one out."""
    named = _by_title(wish, found)
    return named if len(found) > 1 and len(named) == 1 else found


def _by_title(wish: Wish, steps: list[Step]) -> list[Step]:
    """The step whose title shares most with what is said, if it is one only."""
    said = {token.fold for token in tokens(wish.text)} - FUNCTION
    scores = [(len(said & {token.fold for token in tokens(step.title)}), step) for step in steps]
    best = max((score for score, _ in scores), default=0)
    found = [step for score, step in scores if score == best and best > 0]
    return found if len(found) == 1 else []


# --- taking it out ----------------------------------------------------------------------------------------


def _removed(spec: WorkerSpec, step: Step) -> WorkerSpec:
    """Without a step, and without what only decides on its answer; its other way goes, too."""
    needing = dependents(spec, step.id)
    for other in needing:
        if other.operation not in DECIDES or other.after != [*other.after[:1]] or other.after[0].step != step.id:
            raise Cannot(f"“{other.title}” needs what “{step.title}” gives. Take that out first.")
        spec = _without_other_way(spec, other)
        spec = without(spec, other.id)
    there = next((one for one in spec.steps if one.id == step.id), None)
    return without(spec, step.id) if there else spec


def _without_other_way(spec: WorkerSpec, decision: Step) -> WorkerSpec:
    """Without the steps that only come when the decision is no."""
    gone = {step.id for step in spec.steps if any(_no(link.step, link.output, decision) for link in step.after)}
    gone = {ident for ident in gone if all(_no(a.step, a.output, decision) for a in _step(spec, ident).after)}
    grown = True
    while grown:
        more = {
            step.id
            for step in spec.steps
            if step.id not in gone and step.after and all(link.step in gone for link in step.after)
        }
        gone, grown = gone | more, bool(more)
    kept = [step for step in spec.steps if step.id not in gone and step.serves not in gone]
    return spec.model_copy(update={"steps": kept})


def _no(ident: str, output: int, decision: Step) -> bool:
    return ident == decision.id and output > 0


def _step(spec: WorkerSpec, ident: str) -> Step:
    return next(step for step in spec.steps if step.id == ident)
