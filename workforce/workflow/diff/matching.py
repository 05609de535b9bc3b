"""Which step of one spec is which of the other: by id, else the most alike of those that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workforce.workflow.answers import mapped
from workforce.workflow.spec import Ref, Step, Trigger, Value, WorkerSpec

Part = Step | Trigger


@dataclass(frozen=True, slots=True)
class Pairs:
    """Steps and triggers that belong together, (older, newer), in the newer one's order; and what has no partner."""

    same: list[tuple[Part, Part]]
    added: list[Part]
    removed: list[Part]

    def renamed(self, value: Value) -> Value:
        """An older value with its references named as in the newer spec."""
        names = {old.id: new.id for old, new in self.same}

        def follow(inner: Value) -> Value:
            return (
                inner.model_copy(update={"step": names.get(inner.step, inner.step)})
                if isinstance(inner, Ref)
                else inner
            )

        return mapped(value, follow)

    def name(self, ident: str) -> str:
        """An older id as the newer spec has it."""
        return next((new.id for old, new in self.same if old.id == ident), ident)


def pair(before: WorkerSpec, after: WorkerSpec) -> Pairs:
    """Match steps with steps and triggers with triggers; single triggers always belong together."""
    found = [*_pair(before.triggers, after.triggers), *_pair(before.steps, after.steps)]
    left = [t for t in before.triggers if all(t is not old for old, _ in found)]
    right = [t for t in after.triggers if all(t is not new for _, new in found)]
    found += list(zip(left, right, strict=False))
    older, newer = {id(old) for old, _ in found}, {id(new): old for old, new in found}
    return Pairs(
        same=[(newer[id(part)], part) for part in _parts(after) if id(part) in newer],
        added=[part for part in _parts(after) if id(part) not in newer],
        removed=[part for part in _parts(before) if id(part) not in older],
    )


def _parts(spec: WorkerSpec) -> list[Part]:
    return [*spec.triggers, *spec.steps]


def _pair(before: Sequence[Part], after: Sequence[Part]) -> list[tuple[Part, Part]]:
    by_id = {part.id: part for part in before}
    found = [(by_id[part.id], part) for part in after if part.id in by_id]
    left = [part for part in before if all(part is not old for old, _ in found)]
    for part in after:
        if part.id in by_id:
            continue
        alike = [old for old in left if old.operation == part.operation]
        if alike:
            best = max(alike, key=lambda old: _likeness(old, part))
            left.remove(best)
            found.append((best, part))
    return found


def _likeness(old: Part, new: Part) -> int:
    return sum(new.inputs.get(name) == value for name, value in old.inputs.items()) + 2 * (old.title == new.title)
