"""Which template is nearest to what somebody asks for: BM25 over its words and over what its steps do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rank_bm25 import BM25Plus

from workforce.workflow.catalogue.search import words
from workforce.workflow.spec import WorkerSpec

NEAR = 0.4  # of what the template's own prompt gets; less is another job
OF_STEPS = 0.2  # what it adds when the same steps are done
WORDS_OF_A_JOB = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A template as the search sees it."""

    name: str
    prompt: str
    summary: str
    operations: tuple[str, ...]


class Nearest:
    """An index of templates; reading it is safe from several threads."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.known = list(known)
        self._texts = [words(f"{one.name} {one.summary} {one.prompt}") for one in known]
        self._index = BM25Plus(self._texts) if self._texts else None

    def find(self, prompt: str, operations: Sequence[str] = ()) -> Known | None:
        """The nearest template, if one is near enough to be worth a look; ties go to the first."""
        asked = words(prompt)
        if self._index is None or len(asked) < WORDS_OF_A_JOB:
            return None
        scores = list(self._index.get_scores(asked))
        best = max(range(len(scores)), key=lambda number: (scores[number], -number))
        found, floor = self.known[best], min(scores)
        own = self._index.get_scores(words(found.prompt))[best]
        if own <= floor:
            return None
        likeness = (scores[best] - floor) / (own - floor) + OF_STEPS * _shared(found.operations, operations)
        return found if likeness >= NEAR else None


def _shared(known: Sequence[str], operations: Sequence[str]) -> float:
    """Which part of a template's steps is done, 0..1."""
    return len(set(known) & set(operations)) / len(set(known)) if known else 0.0


def operations_of(spec: WorkerSpec) -> tuple[str, ...]:
    """What a spec's parts do, for the search."""
    return tuple(dict.fromkeys([*(t.operation for t in spec.triggers), *(s.operation for s in spec.steps)]))
