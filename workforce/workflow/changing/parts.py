"""Small operations on a spec that every change needs: find steps, put one in place, link, take out."""

from __future__ import annotations

from workforce.workflow.answers import mapped
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.changing.context import service_of
from workforce.workflow.explain.fields import PLUMBING
from workforce.workflow.explain.needs import sends_mail
from workforce.workflow.explain.values import references
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Link, Step, Unknown, Value, WorkerSpec

MESSAGE = ("set", "summarize", "aggregate", "html")
TELLING = ("mail", "chat", "sms", "push")


def replaced(spec: WorkerSpec, new: Step) -> WorkerSpec:
    """The spec with a step in the place of the one of its id."""
    return spec.model_copy(update={"steps": [new if step.id == new.id else step for step in spec.steps]})


def with_inputs(spec: WorkerSpec, step: Step, inputs: dict[str, Value]) -> WorkerSpec:
    """The spec with a step's inputs changed."""
    return replaced(spec, step.model_copy(update={"inputs": inputs}))


def kind_of(step: Step, catalogue: Catalogue) -> str:
    """What kind of service a step works with: mail, chat, sheet, …"""
    return KIND_OF.get(service_of(step, catalogue), "")


def mails(spec: WorkerSpec, catalogue: Catalogue) -> list[Step]:
    """The steps that send e-mail; those that ask and wait are not among them."""
    return [step for step in spec.steps if is_mail(step, catalogue)]


def is_mail(step: Step, catalogue: Catalogue) -> bool:
    """Whether a step sends an e-mail."""
    operation = catalogue.operation(step.operation)
    return operation is not None and sends_mail(operation) and operation.operation != "sendAndWait"


def tells(spec: WorkerSpec, catalogue: Catalogue, *kinds: str) -> list[Step]:
    """The steps that tell people something, in the flow's order; of these kinds only, if any are given."""
    wanted = kinds or TELLING
    waiting = ("send_and_wait",)
    return [s for s in spec.steps if kind_of(s, catalogue) in wanted and not s.operation.endswith(waiting) and s.after]


def free_id(spec: WorkerSpec, base: str) -> str:
    """An id that nobody has."""
    taken = {trigger.id for trigger in spec.triggers} | {step.id for step in spec.steps}
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    return name


def ends(spec: WorkerSpec) -> list[Link]:
    """Where a further step hangs: on the last step of the main line."""
    followed = {link.step for step in spec.steps for link in step.after}
    last = [step for step in spec.steps if not step.serves and step.id not in followed]
    return [Link(step=last[-1].id)] if last else [Link(step=spec.triggers[0].id)]


def above(spec: WorkerSpec, links: list[Link]) -> set[str]:
    """Every step that runs before something that hangs on these."""
    found: set[str] = set()
    waiting = [link.step for link in links]
    while waiting:
        ident = waiting.pop()
        step = spec.step(ident)
        if ident not in found and isinstance(step, Step):
            waiting += [link.step for link in step.after]
        found.add(ident)
    return found


def one_by_one(spec: WorkerSpec, after: list[Link]) -> list[Link]:
    """Where the items still come one by one: in front of what only puts them into one message."""
    source = spec.step(after[0].step) if len(after) == 1 else None
    while isinstance(source, Step) and source.operation.split(".")[0] in MESSAGE and len(source.after) == 1:
        after = source.after
        source = spec.step(after[0].step)
    return after


def behind(spec: WorkerSpec, source: str, new: Step) -> WorkerSpec:
    """The spec with a new step right behind another one: what hung on that one's first output hangs on the new one."""

    def relinked(step: Step) -> Step:
        after = [
            link.model_copy(update={"step": new.id}) if (link.step, link.output) == (source, 0) else link
            for link in step.after
        ]
        return step.model_copy(update={"after": after})

    place = next((n for n, step in enumerate(spec.steps) if step.id == source), -1) + 1
    steps = [relinked(step) for step in spec.steps]
    return spec.model_copy(update={"steps": [*steps[:place], new, *steps[place:]]})


def dependents(spec: WorkerSpec, ident: str) -> list[Step]:
    """The steps that read what a step gives."""
    return [s for s in spec.steps if s.id != ident and any(r.step == ident for r in references(s.inputs.values()))]


def without(spec: WorkerSpec, ident: str) -> WorkerSpec:
    """The spec without a step: what hung on it hangs on what it hung on; its sub-nodes, its questions and what only
    prepared its data go with it."""
    gone = next(step for step in spec.steps if step.id == ident)
    kept = [step for step in spec.steps if step.id != ident and step.serves != ident]
    steps = [step.model_copy(update={"after": _bridged(step, gone)}) for step in kept]
    spec = _without_orphan_questions(spec.model_copy(update={"steps": steps}))
    for link in gone.after:
        source = next((step for step in spec.steps if step.id == link.step), None)
        idle = source is not None and source.operation in PLUMBING and not dependents(spec, source.id)
        if source is not None and idle and not any(link.step == source.id for s in spec.steps for link in s.after):
            spec = without(spec, source.id)
    return spec


def _bridged(step: Step, gone: Step) -> list[Link]:
    after: list[Link] = []
    for link in step.after:
        if link.step == gone.id:
            after += [inner.model_copy(update={"input": link.input}) for inner in gone.after]
        else:
            after.append(link)
    return after


def _without_orphan_questions(spec: WorkerSpec) -> WorkerSpec:
    """Questions that nothing waits for are not asked."""
    open_keys = {key for step in spec.steps for value in step.inputs.values() for key in open_in(value)}
    open_keys |= {key for trigger in spec.triggers for value in trigger.inputs.values() for key in open_in(value)}
    there = {step.id for step in spec.steps} | {trigger.id for trigger in spec.triggers} | {""}
    questions = [q for q in spec.questions if q.key in open_keys or (q.choices and q.about in there)]
    return spec.model_copy(update={"questions": questions})


def open_in(value: Value) -> list[str]:
    """The keys of the questions that a value waits for."""
    found: list[str] = []

    def look(inner: Value) -> Value:
        if isinstance(inner, Unknown):
            found.append(inner.question)
        return inner

    mapped(value, look)
    return found
