"""`World`: answers every call of one rehearsal, and remembers what was made in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import JsonValue

from workforce.workflow.rehearsal.plausible import Cast, Dressing
from workforce.workflow.rehearsal.scenario import ServiceRule
from workforce.workflow.rehearsal.world.exchange import Answer, Asked, json_answer
from workforce.workflow.rehearsal.world.generic import generic
from workforce.workflow.rehearsal.world.hints import Hints
from workforce.workflow.rehearsal.world.memory import Memory
from workforce.workflow.rehearsal.world.rules import Rules
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services import service_at, service_name
from workforce.workflow.rehearsal.world.visit import Visit


class World:
    """The outside world of one rehearsal; the same seed on the same day gives the same answers.

    approval: how people answer when they are asked (approve, deny, expire), for whoever carries the answer;
    empty_services: hosts, or names that people know ("Google Sheets"), which have nothing to give; fields: names that
    made-up records carry, with values to alternate over them (none: plausible ones); missing: names they lack; now: the
    rehearsal's date; workflow: the n8n JSON, which tells the names of sheets and their columns.
    """

    def __init__(
        self,
        rules: Sequence[ServiceRule] = (),
        seed: int = 1,
        approval: str = "approve",
        empty_services: Sequence[str] = (),
        fields: Mapping[str, Sequence[JsonValue]] | None = None,
        missing: Sequence[str] = (),
        now: datetime | None = None,
        workflow: Mapping[str, Any] | None = None,
    ) -> None:
        self._rules = Rules(rules)
        self._cast = Cast(seed, now)
        self._dressing = Dressing(self._cast, fields, missing)
        self._memory = Memory()
        self._empty = {name.lower() for name in empty_services}
        self._hints = Hints(workflow)
        self.approval = approval

    def answer(self, asked: Asked) -> Answer:
        """What the outside answers. Never raises: what a service cannot read, it refuses as a service does."""
        ruled = self._rules.answer(asked)
        if ruled is not None:
            return ruled
        service = service_at(asked.host, asked.path)
        visit = self._visit(asked, service)
        try:
            reply = service.reply(visit) if service else None
            return _answer(reply) if reply is not None else generic(visit)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
            return json_answer({"error": {"code": 400, "message": f"Not understood: {problem!r}"}}, 400)

    def _visit(self, asked: Asked, service: Service | None) -> Visit:
        name = service.name if service else service_name(asked.url)
        empty = asked.host in self._empty or name.lower() in self._empty
        return Visit(asked, self._cast, self._dressing, self._memory, name, empty, self._hints)


def _answer(reply: Any) -> Answer:
    return reply if isinstance(reply, Answer) else json_answer(reply)
