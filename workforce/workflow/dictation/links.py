"""Arrows: `"check:false"` becomes the right output of the right step."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.dictation.form import Dictated, DictatedStep
from workforce.workflow.dictation.values import Mistake
from workforce.workflow.spec import Link

NAMED = {"true": 0, "false": 1, "done": 0, "loop": 1, "yes": 0, "no": 1}


def links(step: DictatedStep, dictated: Dictated, catalogue: Catalogue, mistakes: list[Mistake]) -> list[Link]:
    """The arrows into a step; those that name no known output are mistakes."""
    read: list[Link] = []
    for given in step.after:
        source, output, into = _parts(given)
        number = _output(output, source, dictated, catalogue)
        if number is None:
            fix = "Use a number, true, false, done, loop, error, or the name of one of its rules."
            mistakes.append(Mistake(f"steps.{step.id}.after", f"“{source}” has no output “{output}”.", fix))
        else:
            read.append(Link(step=source, output=number, input=into))
    return read


def _parts(given: str | dict[str, Any]) -> tuple[str, str, int]:
    if isinstance(given, dict):
        into = given.get("input") or 0
        output = given.get("output")
        source, _, named = str(given.get("step", "")).partition(":")
        return source, named if output is None else str(output), into if isinstance(into, int) else 0
    source, _, output = given.partition(":")
    return source.strip(), output.strip(), 0


def _output(name: str, source: str, dictated: Dictated, catalogue: Catalogue) -> int | None:
    if not name or name.isdigit():
        return int(name or 0)
    step = next((step for step in dictated.steps if step.id == source), None)
    rules = _rules(step)
    if name.lower() in (folded := [rule.lower() for rule in rules]):
        return folded.index(name.lower())
    if name.lower() in ("error", "failure"):
        operation = catalogue.operation(step.operation) if step else None
        return len(rules) or (operation.outputs.count("main") if operation else 1)
    if name.lower() in ("fallback", "extra", "default") and rules:
        return len(rules)
    return NAMED.get(name.lower())


def _rules(step: DictatedStep | None) -> list[str]:
    """What the outputs of a Switch are called, in order."""
    rules = step.inputs.get("rules") if step and step.operation.startswith("switch") else None
    rows = rules.get("values") if isinstance(rules, dict) else rules
    if not isinstance(rows, list):
        return []
    return [
        str(row.get("outputKey", number)) if isinstance(row, dict) else str(number) for number, row in enumerate(rows)
    ]
