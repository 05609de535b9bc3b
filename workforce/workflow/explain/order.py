"""In which order a plan is told."""

from __future__ import annotations

from workforce.workflow.spec import Step, Trigger, WorkerSpec


def reading_order(spec: WorkerSpec) -> list[Step | Trigger]:
    """A trigger, then each step once all before it are told, one way to its end before the next; then the next trigger.

    Loops are broken by the spec's own order; a sub-node comes right behind the step it serves.
    """
    order: list[Step | Trigger] = [*spec.triggers[:1]]
    starts = spec.triggers[1:]
    told = {part.id for part in order}
    left = [step for step in spec.steps if not step.serves]
    while left or starts:
        ready = [step for step in left if all(link.step in told for link in step.after)]
        if not ready and starts:
            order.append(starts.pop(0))
            told.add(order[-1].id)
            continue
        if not ready:
            ready = left[:1]
        step = _following(ready, order)
        left.remove(step)
        told.add(step.id)
        order += [step, *_servants(spec, step.id, told)]
    return order + [step for step in spec.steps if step.id not in told]


def _following(ready: list[Step], order: list[Step | Trigger]) -> Step:
    """The step that goes on from what was told last."""
    for part in reversed(order):
        for step in ready:
            if any(link.step == part.id for link in step.after):
                return step
    return ready[0]


def _servants(spec: WorkerSpec, ident: str, told: set[str]) -> list[Step]:
    found: list[Step] = []
    for step in spec.steps:
        if step.serves == ident and step.id not in told:
            told.add(step.id)
            found += [step, *_servants(spec, step.id, told)]
    return found
