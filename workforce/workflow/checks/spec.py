"""`check_spec`: what is wrong with a spec, before anything is deployed, in words for the step it is about."""

from __future__ import annotations

from collections.abc import Iterator

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.catalogue.policy import reaches_the_machine
from workforce.workflow.checks.workflow import check_workflow
from workforce.workflow.n8n_json import UnknownOperation, compile_spec, node_names
from workforce.workflow.spec import (
    Group,
    Issue,
    Locator,
    Many,
    Ref,
    Step,
    Template,
    Trigger,
    Unknown,
    Value,
    WorkerSpec,
)


def check_spec(spec: WorkerSpec, catalogue: Catalogue) -> list[Issue]:
    """All issues, those of the spec itself first; the workflow it becomes is checked only when these are no errors."""
    issues = [
        *_idents(spec),
        *_operations(spec, catalogue),
        *_links(spec, catalogue),
        *_references(spec),
        *_questions(spec),
    ]
    if any(issue.severity == "error" for issue in issues):
        return issues
    try:
        workflow = compile_spec(spec, catalogue)
    except UnknownOperation as error:
        return [*issues, Issue(code="unknown_operation", message=f"There is no operation {error}.")]
    idents = {name: ident for ident, name in node_names(spec).items()}
    found = (
        issue.model_copy(update={"step": idents.get(issue.step, "")}) for issue in check_workflow(workflow, catalogue)
    )
    return [*issues, *found]


def _parts(spec: WorkerSpec) -> list[Step | Trigger]:
    return [*spec.triggers, *spec.steps]


def _idents(spec: WorkerSpec) -> Iterator[Issue]:
    seen: set[str] = set()
    for part in _parts(spec):
        if part.id in seen:
            yield Issue(code="duplicate_step", step=part.id, message=f"Two steps are called “{part.id}”.")
        seen.add(part.id)


def _operations(spec: WorkerSpec, catalogue: Catalogue) -> Iterator[Issue]:
    for part in _parts(spec):
        operation = catalogue.operation(part.operation)
        if operation is None:
            yield _unknown(part, catalogue)
            continue
        if part.version is not None and part.version not in catalogue.versions(operation.node_type):
            yield Issue(
                code="unknown_version", step=part.id, message=f"{operation.service} has no version {part.version:g}."
            )
        if reaches_the_machine(operation.node_type):
            message = f"“{part.title}” uses {operation.service}, which our policy does not allow."
            yield Issue(
                code="not_allowed", step=part.id, message=message, fix="Ask your administrator, or use another way."
            )
        if isinstance(part, Trigger) is not operation.is_trigger:
            message = f"{operation.service} {'starts' if operation.is_trigger else 'cannot start'} a worker."
            yield Issue(code="wrong_place", step=part.id, message=message)
        if operation.id == "schedule_trigger" and isinstance(part, Trigger) and not (part.schedule or part.inputs):
            yield Issue(code="no_schedule", step=part.id, message="It is not said when the worker runs.")


def _unknown(part: Step | Trigger, catalogue: Catalogue) -> Issue:
    near = catalogue.search(part.operation.replace(".", " ").replace("_", " "), 1)
    fix = f"Did you mean {near[0].operation.id}?" if near else ""
    return Issue(code="unknown_operation", step=part.id, message=f"There is no operation {part.operation}.", fix=fix)


def _links(spec: WorkerSpec, catalogue: Catalogue) -> Iterator[Issue]:
    known = {part.id for part in _parts(spec)}
    for step in spec.steps:
        operation = catalogue.operation(step.operation)
        for link in step.after:
            if link.step not in known:
                yield Issue(code="unknown_step", step=step.id, message=f"It follows “{link.step}”, which is not there.")
        if step.origin is not None:
            continue  # n8n's rules on the workflow say more of ports and ways than a plan's own
        if step.serves:
            yield from _service(step, operation, known)
        elif not step.after:
            yield Issue(code="unreachable", step=step.id, message=f"Nothing leads to “{step.title}”.")
    loop = _circle(spec)
    if loop:
        yield Issue(code="circle", step=loop, message="These steps follow each other in a circle.")


def _service(step: Step, operation: Operation | None, known: set[str]) -> Iterator[Issue]:
    if step.serves not in known:
        yield Issue(code="unknown_step", step=step.id, message=f"It serves “{step.serves}”, which is not there.")
    if step.after:
        yield Issue(
            code="wrong_place", step=step.id, message=f"“{step.title}” serves a step and cannot follow another."
        )
    if operation and step.port != "ai_tool" and step.port not in operation.outputs:
        message = f"{operation.service} does not plug into {step.port or 'anything'}."
        yield Issue(code="wrong_port", step=step.id, message=message)


def _circle(spec: WorkerSpec) -> str:
    """A step that runs after itself; empty when there is none. A loop node's way back and imported loops are none."""
    before = {
        step.id: {link.step for link in step.after}
        for step in spec.steps
        if step.operation != "split_in_batches" and step.origin is None
    }
    settled: set[str] = {part.id for part in _parts(spec) if part.id not in before}
    while ready := [
        ident for ident, links in before.items() if ident not in settled and links <= settled | (links - before.keys())
    ]:
        settled.update(ready)
    return next((ident for ident in before if ident not in settled), "")


def _references(spec: WorkerSpec) -> Iterator[Issue]:
    for step in spec.steps:
        earlier = _earlier(spec, step)
        for value in step.inputs.values():
            for ref in references(value):
                if ref.step not in earlier:
                    name = getattr(spec.step(ref.step), "title", ref.step)
                    message = f"It uses “{name}”, which does not run before it."
                    yield Issue(code="reference_not_before", step=step.id, message=message)


def _earlier(spec: WorkerSpec, step: Step) -> set[str]:
    """All steps on the ways that lead to this one (to the step it serves, for a sub-node)."""
    steps = {s.id: s for s in spec.steps}
    seen: set[str] = set()
    while step.serves in steps and step.id not in seen:
        seen.add(step.id)
        step = steps[step.serves]
    found: set[str] = set()
    queue = [link.step for link in step.after]
    while queue:
        ident = queue.pop()
        if ident not in found:
            found.add(ident)
            queue += [link.step for link in steps[ident].after] if ident in steps else []
    return found


def references(value: Value) -> Iterator[Ref]:
    """Every reference inside a value."""
    match value:
        case Ref():
            yield value
        case Template(parts=parts):
            yield from (part for part in parts if isinstance(part, Ref))
        case Group(fields=fields):
            for inner in fields.values():
                yield from references(inner)
        case Many(items=items):
            for item in items:
                yield from references(item)
        case Locator(value=inner):
            yield from references(inner)


def unknowns(value: Value) -> Iterator[Unknown]:
    """Everything inside a value that waits for an answer."""
    match value:
        case Unknown():
            yield value
        case Group(fields=fields):
            for inner in fields.values():
                yield from unknowns(inner)
        case Many(items=items):
            for item in items:
                yield from unknowns(item)
        case Locator(value=inner):
            yield from unknowns(inner)


def _questions(spec: WorkerSpec) -> Iterator[Issue]:
    keys = spec.asked().keys()
    for part in _parts(spec):
        for value in part.inputs.values():
            for unknown in unknowns(value):
                if unknown.question not in keys:
                    message = f"“{part.title}” needs an answer that nobody asks for ({unknown.question})."
                    yield Issue(code="unasked", step=part.id, message=message)
    for question in spec.questions:
        yield Issue(
            code="open_question", severity="warning", step=question.about, message=f"Still open: {question.text}"
        )
