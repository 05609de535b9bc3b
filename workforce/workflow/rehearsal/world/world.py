"""`World`: answers every call of one rehearsal, and remembers what was made in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from workforce.workflow.rehearsal.scenario import ServiceRule
from workforce.workflow.rehearsal.world.exchange import Answer, Asked, json_answer
from workforce.workflow.rehearsal.world.rules import Rules


class World:
    """The outside world of one rehearsal; the same seed on the same day gives the same answers.

    approval: how people answer when they are asked: approve, deny or expire; empty_services: hosts, or names that
    people know ("Google Sheets"), which have nothing to give; workflow: the n8n JSON that is rehearsed, whose
    expressions tell which fields its services' records should have; now: the rehearsal's date; fields: names that every
    record has, the i-th record the i-th of the values (none: a plausible one); missing: names that records lack.
    """

    def __init__(
        self,
        rules: Sequence[ServiceRule] = (),
        seed: int = 1,
        approval: str = "approve",
        empty_services: Sequence[str] = (),
        workflow: Mapping[str, Any] | None = None,
        now: datetime | None = None,
        fields: Mapping[str, Sequence[Any]] | None = None,
        missing: Sequence[str] = (),
    ) -> None:
        self._rules = Rules(rules)
        self.approval = approval

    def answer(self, asked: Asked) -> Answer:
        """What the outside answers. Never raises."""
        return self._rules.answer(asked) or json_answer([])
