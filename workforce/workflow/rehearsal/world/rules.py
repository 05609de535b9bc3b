"""A scenario's own rules: which calls it answers itself, and how often."""

from __future__ import annotations

import json
from collections.abc import Sequence

from workforce.workflow.rehearsal.patterns import matches
from workforce.workflow.rehearsal.scenario import ServiceRule
from workforce.workflow.rehearsal.world.exchange import Answer, Asked


class Rules:
    """The first rule that matches and is not used up answers."""

    def __init__(self, rules: Sequence[ServiceRule]) -> None:
        self._rules = list(rules)
        self._used = [0] * len(self._rules)

    def answer(self, asked: Asked) -> Answer | None:
        """The rule's answer; None when the world answers as usual."""
        for number, rule in enumerate(self._rules):
            if (rule.times is None or self._used[number] < rule.times) and matches(rule.match, asked.line):
                self._used[number] += 1
                return _answer(rule)
        return None


def _answer(rule: ServiceRule) -> Answer:
    named = {name.lower(): value for name, value in rule.headers.items()}
    if isinstance(rule.body, str):
        kind, body = "text/plain; charset=utf-8", rule.body.encode()
    elif rule.body is None:
        kind, body = "application/json", _said(rule.status)
    else:
        kind, body = "application/json; charset=utf-8", json.dumps(rule.body, ensure_ascii=False).encode()
    return Answer(rule.status, {"content-type": kind, **named}, body, rule.delay, rule.drop)


def _said(status: int) -> bytes:
    if status < 400:
        return b"{}" if status != 204 else b""
    words = {401: "Unauthorized", 403: "Forbidden", 404: "Not found", 429: "Too many requests"}
    return json.dumps({"error": {"code": status, "message": words.get(status, "The service has a problem")}}).encode()
