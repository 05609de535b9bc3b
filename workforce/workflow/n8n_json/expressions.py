"""Values become n8n's text: the only place where an expression is written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from workforce.workflow.spec import (
    Expression,
    Group,
    Link,
    Literal,
    Locator,
    Many,
    Moment,
    Ref,
    Step,
    Template,
    Trigger,
    Unknown,
    Value,
    WorkerSpec,
)

IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z")
PASSES_ON = {
    "if",
    "filter",
    "switch",
    "sort",
    "limit",
    "remove_duplicates",
    "wait",
    "no_op",
    "merge",
    "split_in_batches",
}
LOSES_ITEMS = {"aggregate", "summarize", "code", "langchain_code", "convert_to_file", "html.convert_to_html_table"}


@dataclass(slots=True)
class Scope:
    """What can be referred to at one step: node names by step id, and what `$json` is there.

    lists: (step, path) of values that are lists of items, which a text must spell out.
    """

    names: dict[str, str]
    carried: set[str] = field(default_factory=set)
    condensed: set[str] = field(default_factory=set)
    lists: set[tuple[str, str]] = field(default_factory=set)
    questions: dict[str, str] = field(default_factory=dict)


def scope_of(spec: WorkerSpec, part: Step | Trigger, names: dict[str, str]) -> Scope:
    """The scope at a step; a sub-node sees what the step it serves sees."""
    steps = {step.id: step for step in spec.steps}
    here: Step | Trigger = part
    seen: set[str] = set()
    while isinstance(here, Step) and here.serves in steps and here.id not in seen:
        seen.add(here.id)
        here = steps[here.serves]
    scope = Scope(names, questions={question.key: question.text for question in spec.questions}, lists=_lists(spec))
    if isinstance(here, Step):
        scope.carried = _carried(here, steps, frozenset())
        scope.condensed = _condensed(here, steps)
    return scope


def _lists(spec: WorkerSpec) -> set[tuple[str, str]]:
    """Where a step puts all its items, or all that it found, into one field."""
    found: set[tuple[str, str]] = set()
    for step in spec.steps:
        mode, name = step.inputs.get("aggregate"), step.inputs.get("destinationFieldName")
        if isinstance(mode, Literal) and mode.value == "aggregateAllItemData":
            found.add((step.id, str(name.value) if isinstance(name, Literal) and name.value else "data"))
        if step.operation == "information_extractor":
            found.add((step.id, "output"))
    return found


def _carried(step: Step, steps: dict[str, Step], seen: frozenset[str]) -> set[str]:
    """Steps whose data `$json` is at this step: on every way in, or its own predecessors where nothing else is sure."""
    ways = [_through(link, steps, seen | {step.id}) for link in step.after if link.step not in seen]
    sure = set.intersection(*ways) if ways else set()
    direct = {link.step for link in step.after}
    if len(direct) > 1:  # a predecessor that runs before all the others can still be asked by name
        direct = {ident for ident in direct if not direct - {ident} <= _followers(ident, steps)}
    return sure | direct


def _through(link: Link, steps: dict[str, Step], seen: frozenset[str]) -> set[str]:
    """What arrives through one arrow. An error output gives the failure, not what came in."""
    source = steps.get(link.step)
    if source is None or source.operation.split(".")[0] not in PASSES_ON:
        return {link.step}
    return {link.step} | _carried(source, steps, seen)


def _followers(ident: str, steps: dict[str, Step]) -> set[str]:
    """All steps that run after this one."""
    found: set[str] = set()
    queue = [ident]
    while queue:
        current = queue.pop()
        for step in steps.values():
            if step.id not in found and any(link.step == current for link in step.after):
                found.add(step.id)
                queue.append(step.id)
    return found


def _condensed(step: Step, steps: dict[str, Step]) -> set[str]:
    """Earlier steps whose single items are no longer told apart here (something aggregated them on the way)."""
    found: set[str] = set()
    seen: set[tuple[str, bool]] = set()
    queue = [(link.step, False) for link in step.after]
    while queue:
        ident, lost = queue.pop()
        if (ident, lost) in seen:
            continue
        seen.add((ident, lost))
        if lost:
            found.add(ident)
        source = steps.get(ident)
        if source is not None:
            lost = lost or source.operation in LOSES_ITEMS or source.operation.split(".")[0] in LOSES_ITEMS
            queue += [(link.step, lost) for link in source.after]
    return found


def text_of(value: Value, scope: Scope) -> str:
    """A value for a text parameter."""
    match value:
        case Literal(value=plain):
            return literal_text(plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False))
        case Template(parts=parts):
            if not any(isinstance(part, Ref | Moment) for part in parts):
                return literal_text("".join(str(part) for part in parts))
            return "=" + "".join(_in_template(part, scope) for part in parts)
        case Expression(text=text):
            return text
        case Unknown():
            return literal_text(str(value.stand_in) if value.stand_in != "" else asked(value, scope))
        case Ref() | Moment():
            return "={{ " + _as_text(value, scope) + " }}"
        case Locator():
            return text_of(value.value, scope)
    return "={{ " + script(value, scope) + " }}"


def asked(value: Unknown, scope: Scope) -> str:
    """What stands for an answer that is not there yet."""
    return f"[{scope.questions.get(value.question, value.question)}]"


def literal_text(text: str) -> str:
    """Plain text that n8n must not take for an expression."""
    return "={{ " + quoted(text) + " }}" if text.startswith("=") else text


def _in_template(part: str | Ref | Moment, scope: Scope) -> str:
    if isinstance(part, str):
        return re.sub(r"\{\{|\}\}", lambda brace: "{{ " + _split_braces(brace.group()) + " }}", part)
    return "{{ " + _as_text(part, scope) + " }}"


def _split_braces(braces: str) -> str:
    """Two braces in a template, written so that n8n's reader does not see two of them together."""
    return f"'{braces[0]}'.repeat(2)"


def _as_text(value: Ref | Moment, scope: Scope) -> str:
    """A reference as text: lists joined, whole items as JSON."""
    code = script(value, scope)
    if isinstance(value, Ref) and value.take == "all":
        return f"{code}.join(', ')" if value.path else f"JSON.stringify({code}, null, 2)"
    whole = isinstance(value, Ref) and (not value.path or (value.step, value.path) in scope.lists)
    if isinstance(value, Ref) and whole and value.take in ("item", "first"):
        return f"JSON.stringify({code}, null, 2)"
    return code


def script(value: Value | str, scope: Scope) -> str:
    """A value as JavaScript, to stand inside `{{ … }}`."""
    match value:
        case str():
            return quoted(value)
        case Literal(value=plain):
            return quoted(plain)
        case Ref():
            return reference(value, scope)
        case Moment():
            return moment(value)
        case Template(parts=parts):
            return " + ".join(quoted(p) if isinstance(p, str) else _as_text(p, scope) for p in parts) or "''"
        case Unknown():
            return quoted(value.stand_in if value.stand_in != "" else asked(value, scope))
        case Locator():
            return script(value.value, scope)
        case Group(fields=fields):
            return "{ " + ", ".join(f"{quoted(k)}: {script(v, scope)}" for k, v in fields.items()) + " }"
        case Many(items=items):
            return "[" + ", ".join(script(item, scope) for item in items) + "]"
        case Expression(text=text):
            inner = text.removeprefix("=").strip()
            return inner[2:-2].strip() if inner.startswith("{{") and inner.endswith("}}") else quoted(inner)
    raise TypeError(value)


def reference(ref: Ref, scope: Scope) -> str:
    """`$json.total`, `$('Read sales').first().json.total`, …"""
    node = f"$({quoted(scope.names.get(ref.step, ref.step))})"
    if ref.take == "count":
        return f"{node}.all().length"
    if ref.take == "all":
        return f"{node}.all().map(item => item.json{path_code(ref.path)})"
    if ref.take == "first" or (ref.step in scope.condensed and ref.step not in scope.carried):
        return f"{node}.first().json{path_code(ref.path)}"
    base = "$json" if ref.step in scope.carried else f"{node}.item.json"
    return base + path_code(ref.path)


def path_code(path: str) -> str:
    """`a.First Name.0` → `.a['First Name'][0]`."""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", path)
    return "".join(
        f"[{index or name}]"
        if index or name.isdigit()
        else f".{name}"
        if IDENTIFIER.match(name)
        else f"[{quoted(name)}]"
        for index, name in parts
    )


def moment(value: Moment) -> str:
    """A point in time as Luxon code."""
    code = "$now"
    for unit, amount in value.shift.items():
        code += f".{'minus' if amount < 0 else 'plus'}({{ {unit}: {abs(amount)} }})"
    code += f".startOf('{value.snap}')" if value.snap else ""
    return f"{code}.toFormat({quoted(value.format)})" if value.format else f"{code}.toISO()"


def quoted(value: Any) -> str:
    """Plain JSON as JavaScript, strings in single quotes; `}}` is kept from ending the expression."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(str(name))}: {quoted(inner)}" for name, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(quoted(inner) for inner in value) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    body = json.dumps(value, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return "'" + body.replace("}}", "}\\u007d").replace("{{", "{\\u007b") + "'"
