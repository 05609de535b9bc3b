"""“Teams rather than Slack”, “#ops instead of #sales”, “replace a@x by b@x”: one thing in the place of another."""

from __future__ import annotations

import dataclasses

from workforce.workflow.changing import cues
from workforce.workflow.changing.adding import made_by, retold_like
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.channels import swap_channel
from workforce.workflow.changing.context import service_of
from workforce.workflow.changing.parts import dependents, kind_of, open_in, replaced, tells
from workforce.workflow.changing.receivers import swap_address
from workforce.workflow.changing.wish import Wish
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Step, WorkerSpec

TELLING = frozenset(["chat", "mail", "sms", "push"])


def swap(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Exchange an address, a channel or a service."""
    pair = _pair(wish)
    if pair is None:
        return None
    new, old = pair
    if new.kind == "email" and old is not None:
        return swap_address(spec, wish, old.content, new.content)
    if new.kind == "channel" and old is not None and old.kind == "channel":
        changed = swap_channel(spec, wish, old.content, new.content)
        return changed or _not_there(f"Nothing is posted to #{old.content} now.")
    if new.service:
        return _swap_service(wish, spec, new.service, old.service if old else "")
    return None


def _not_there(sentence: str) -> WorkerSpec:
    raise Cannot(sentence)


def _sort(piece: Piece) -> str:
    if piece.service:
        return "service"
    return piece.kind if piece.kind in ("email", "channel") else ""


def _pair(wish: Wish) -> tuple[Piece, Piece | None] | None:
    """(what is meant from now on, what it takes the place of, if that is said)."""
    rather = cues.RATHER_THAN.search(wish.words)
    things = [piece for piece in wish.pieces if _sort(piece)]
    if rather and rather.start() and (lone := _lone_service(wish, rather.start())):
        things = [lone, *(piece for piece in things if piece.start >= rather.start())]
    if rather and things:
        new = [piece for piece in things if piece.start < rather.start()]
        old = [piece for piece in things if piece.start >= rather.start()]
        if not new and len(old) == 2 and rather.start() == 0:  # `instead of Slack, use Teams`
            old, new = old[:1], old[1:]
        return (new[-1], old[0]) if new and old and _sort(new[-1]) == _sort(old[0]) else None
    if wish.says(cues.OLD_FIRST) and len(things) == 2 and _sort(things[0]) == _sort(things[1]):
        return things[1], things[0]
    services = [piece for piece in things if piece.service]
    if wish.says(cues.INSTEAD) and len(services) == 1:
        return services[0], None
    return None


def _lone_service(wish: Wish, end: int) -> Piece | None:
    """`Teams rather than …`: a name at the very beginning, where its capital says nothing."""
    found = [piece for piece in wish.pieces if piece.end <= end and piece.kind == "word"]
    if not found or found[-1].service or not found[-1].text[:1].isupper():
        return None
    word = found[-1]
    service, _ = wish.services.at(["in", word.fold], ["in", word.text], 1)
    return dataclasses.replace(word, service=service) if service else None


def _swap_service(wish: Wish, spec: WorkerSpec, new: str, old: str) -> WorkerSpec:
    """Let another service do what one does now."""
    found = wish.services.get(new)
    steps = [step for step in spec.steps if _does(step, wish, new, old)]
    if found is None or not steps:
        known = wish.services.get(old)
        name = known.name if known else "such a service"
        raise Cannot(f"The worker does not use {name}, so nothing can take its place.")
    for step in steps:
        if dependents(spec, step.id):
            raise Cannot(f"Other steps need what “{step.title}” gives, so {found.name} cannot simply take its place.")
        spec = _instead(wish, spec, step, new)
    return spec


def _does(step: Step, wish: Wish, new: str, old: str) -> bool:
    if old:
        return service_of(step, wish.catalogue) == old
    same = kind_of(step, wish.catalogue) == KIND_OF.get(new, "?")
    return same and service_of(step, wish.catalogue) != new


def _instead(wish: Wish, spec: WorkerSpec, step: Step, new: str) -> WorkerSpec:
    made, questions = made_by(wish, spec, step, new)
    if step in tells(spec, wish.catalogue) and KIND_OF.get(new) in TELLING:
        made = retold_like(made, step, spec, moved=True)
    else:
        raise Cannot(f"“{step.title}” does more than telling people something; describe the new step instead.")
    old, service = wish.services.get(service_of(step, wish.catalogue)), wish.services.get(new)
    named = old is not None and service is not None and old.name in step.title
    title = step.title.replace(old.name, service.name) if named and old and service else made.title
    kept_as_was = {"id": step.id, "title": title, "after": step.after, "once": step.once}
    spec = replaced(spec, made.model_copy(update=kept_as_was))
    waiting = {key for value in made.inputs.values() for key in open_in(value)}
    asked = [question.model_copy(update={"about": step.id}) for question in questions if question.key in waiting]
    kept = [q for q in spec.questions if q.about != step.id]
    return spec.model_copy(update={"questions": [*kept, *asked]})
