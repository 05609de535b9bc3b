"""A person's own scenario: a JSON file, or an object, in the stable form of the command line."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from workforce.workflow.rehearsal.patterns import BadPattern, check_pattern
from workforce.workflow.rehearsal.scenario import Expectation, Scenario

FIELDS = {
    "name",
    "title",
    "start",
    "trigger",
    "services",
    "expect",
    "approval",
    "deliveries",
    "missing",
    "empty",
    "fields",
}


class BadScenario(ValueError):
    """What is wrong with a scenario and how to put it right, as a sentence."""


def read_scenario(given: Any, normal: Scenario) -> Scenario:
    """A scenario from its JSON form; what it leaves out is as in the normal one. Raises `BadScenario`."""
    if not isinstance(given, dict) or not isinstance(given.get("name"), str) or not given["name"].strip():
        raise BadScenario('A scenario is an object with a "name", for example {"name": "no rows", "trigger": []}.')
    unknown = sorted(set(given) - FIELDS)
    if unknown:
        raise BadScenario(f"“{unknown[0]}” is not a part of a scenario; these are: {', '.join(sorted(FIELDS))}.")
    base = normal.model_dump(include={"start", "trigger", "fields", "seed"})
    expect = given.get("expect") or Expectation(status="success").model_dump()
    try:
        scenario = Scenario.model_validate({**base, **given, "expect": expect, "kind": "own"})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadScenario(f"In the scenario “{given['name']}”, {where}: {first['msg']}.") from error
    _compile_patterns(scenario)
    return scenario


def _compile_patterns(scenario: Scenario) -> None:
    expected = [pattern for call in scenario.expect.calls for pattern in (call.match, call.body)]
    for pattern in (*(rule.match for rule in scenario.services), *expected, *scenario.expect.not_called):
        try:
            check_pattern(pattern)
        except BadPattern as error:
            raise BadScenario(f"In the scenario “{scenario.name}”: {error}") from error
