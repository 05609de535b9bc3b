"""What a worker that waits for something is started with by hand: a sample of its trigger's own output."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workforce.workflow.n8n_json.expressions import PASSES_ON
from workforce.workflow.n8n_json.triggers import NOTHING_TO_PASS
from workforce.workflow.rehearsal.plausible import Cast, value_named
from workforce.workflow.spec import (
    Group,
    Literal,
    Locator,
    Many,
    Ref,
    Step,
    Template,
    Trigger,
    Value,
    WorkerSpec,
)

Item = dict[str, Any]
# Where every call, letter or record has the same parts, whatever the steps read of it.
MAIL = ("email_read_imap", "gmail_trigger", "microsoft_outlook_trigger")
PARTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(MAIL, ("subject", "from", "text")),
    "rss_feed_read_trigger": ("title", "link", "contentSnippet"),
}
WEBHOOK, FORM = "webhook", "form_trigger"
WRAPPERS = re.compile(r"^(body|data|object|fields|json|query|params|properties|\d+)$")
NAMES = {"contentSnippet": "text", "from": "sender", "to": "receiver", "pubDate": "date"}


@dataclass(frozen=True, slots=True)
class RunInput:
    """One value to start with. path: where it lies in the item; value: the sample as text; kind: text, long_text,
    email, number, switch, choice, json."""

    path: str
    label: str
    value: str
    kind: str
    choices: tuple[str, ...] = ()


class NotThatKind(ValueError):
    """A typed value that does not fit its input; `path` says which."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def waits_for_something(spec: WorkerSpec) -> bool:
    """Whether the worker's first trigger brings data, so that a run by hand needs some in its place."""
    return spec.triggers[0].operation not in NOTHING_TO_PASS


def run_inputs(spec: WorkerSpec) -> list[RunInput]:
    """What the worker's steps read of its trigger, each with a plausible sample; empty when nothing is needed."""
    if not waits_for_something(spec):
        return []
    trigger = spec.triggers[0]
    if trigger.operation == FORM:
        return [_field(**field) for field in _form_fields(trigger)]
    decided, read = _deciding(spec), list(dict.fromkeys(_read(spec)))
    paths = [*(path for path in read if path), *PARTS.get(trigger.operation.split(".")[0], ())]
    if read and not paths:
        return [_whole("body" if trigger.operation == WEBHOOK else "")]
    if "" in read and trigger.operation == WEBHOOK and not any(path.startswith("body") for path in paths):
        paths.append("body")
    return [_input(path, decided.get(path)) for path in dict.fromkeys(paths) if not _holds_another(path, paths)]


def start_item(spec: WorkerSpec, given: dict[str, str] | None = None) -> Item:
    """The trigger's output with these texts in place of the samples, by path. Raises `NotThatKind`."""
    trigger, item = spec.triggers[0], _frame(spec.triggers[0])
    for one in run_inputs(spec):
        value = _typed(one, (given or {}).get(one.path, one.value))
        if not one.path:
            return value if isinstance(value, dict) else {"value": value}
        # a form's field is named by its label, whatever signs that has
        _put(item, [one.path] if trigger.operation == FORM else re.findall(r"[^.\[\]]+", one.path), value)
    return item


# --- what is read -----------------------------------------------------------------------------------------


def _read(spec: WorkerSpec) -> Iterator[str]:
    for step in spec.steps:
        for ref in _refs(step.inputs.values()):
            if _comes_from(spec, ref.step) == spec.triggers[0].id:
                yield ref.path


def _refs(values: Any) -> Iterator[Ref]:
    for value in values:
        match value:
            case Ref():
                yield value
            case Template(parts=parts):
                yield from _refs(parts)
            case Group(fields=fields):
                yield from _refs(fields.values())
            case Many(items=items):
                yield from _refs(items)
            case Locator(value=inner):
                yield from _refs([inner])


def _comes_from(spec: WorkerSpec, ident: str, hops: int = 20) -> str:
    """Whose data a step passes on: conditions and the like change nothing."""
    step = spec.step(ident)
    passes = isinstance(step, Step) and step.operation.split(".")[0] in PASSES_ON and step.after
    if isinstance(step, Step) and passes and hops:
        return _comes_from(spec, step.after[0].step, hops - 1)
    return ident


def _holds_another(path: str, paths: list[str]) -> bool:
    """`body` when `body.email` is asked for as well."""
    return any(other.startswith((f"{path}.", f"{path}[")) for other in paths)


def _deciding(spec: WorkerSpec) -> dict[str, Any]:
    """Values that let the sample through the worker's first conditions."""
    found: dict[str, Any] = {}
    for step in spec.steps:
        for condition in _conditions(step.inputs.get("conditions")):
            left, right, how = (condition.fields.get(name) for name in ("leftValue", "rightValue", "operator"))
            if isinstance(left, Ref) and isinstance(how, Literal) and isinstance(how.value, dict):
                compared = right.value if isinstance(right, Literal) else None
                passing = _passing(str(how.value.get("operation")), compared)
                if passing is not None and _comes_from(spec, left.step) == spec.triggers[0].id:
                    found.setdefault(left.path, passing)
    return found


def _conditions(value: Value | None) -> Iterator[Group]:
    inner = value.fields.get("conditions") if isinstance(value, Group) else None
    yield from (one for one in (inner.items if isinstance(inner, Many) else []) if isinstance(one, Group))


def _passing(how: str, compared: Any) -> Any:
    if isinstance(compared, int | float) and not isinstance(compared, bool):
        more = max(1, abs(compared) // 4)
        return {"gt": compared + more, "lt": compared - more}.get(
            how, compared if how in ("equals", "gte", "lte") else None
        )
    if isinstance(compared, str) and compared:
        return compared if how in ("equals", "contains", "startsWith", "endsWith") else None
    return {"true": True, "false": False}.get(how)


# --- samples ----------------------------------------------------------------------------------------------


def _whole(path: str) -> RunInput:
    """Everything at once, where no step asks for a single value."""
    return RunInput(path, "What comes in", _text(_sample("body", path)), "json")


def _input(path: str, decided: Any) -> RunInput:
    parts = [part for part in re.findall(r"[^.\[\]]+", path) if not WRAPPERS.match(part)] or [path]
    name = parts[-1]
    sample = _sample(name, path) if decided is None else decided
    label = " ".join(NAMES.get(part, _spaced(part)) for part in parts[-2:])
    return RunInput(path, label[:1].upper() + label[1:], _text(sample), _kind(name, sample))


def _sample(name: str, path: str) -> Any:
    cast = Cast()
    if name.lower() in ("body", "data") or path == "body":
        return {"name": cast.person(0).name, "email": cast.person(0).email}
    if name.lower() in ("from", "sender", "fromemail"):
        return f"{cast.person(0).name} <{cast.person(0).email}>"
    if name.lower() in ("contentsnippet", "text", "textplain", "snippet", "message", "content"):
        return "Hello, this is a sample. Please tell me when my order arrives."
    return value_named(name, 0, cast)


def _kind(name: str, sample: Any) -> str:
    if isinstance(sample, bool):
        return "switch"
    if isinstance(sample, int | float):
        return "number"
    if isinstance(sample, dict | list):
        return "json"
    text = str(sample)
    if len(text) > 80 or "\n" in text or re.search(r"message|text|snippet|comment|description", name, re.IGNORECASE):
        return "long_text"
    return "text"


def _form_fields(trigger: Trigger) -> Iterator[Item]:
    fields = _plain(trigger.inputs.get("formFields"))
    for row in (fields or {}).get("values") or []:
        if label := str(row.get("fieldLabel") or ""):
            options = ((row.get("fieldOptions") or {}).get("values")) or []
            yield {
                "label": label,
                "kind": str(row.get("fieldType") or "text"),
                "options": tuple(str(one["option"]) for one in options if one.get("option")),
            }


def _plain(value: Value | None) -> Any:
    """A value without its types; what is not known now is None."""
    match value:
        case Literal(value=known):
            return known
        case Group(fields=fields):
            return {name: _plain(inner) for name, inner in fields.items()}
        case Many(items=items):
            return [_plain(inner) for inner in items]
    return None


def _field(label: str, kind: str, options: tuple[str, ...]) -> RunInput:
    if options:
        return RunInput(label, label, options[0], "choice", options)
    kind = {"textarea": "long_text", "email": "email", "number": "number"}.get(kind, "text")
    sample = value_named(label, 0, Cast()) if kind != "long_text" else _sample("message", label)
    return RunInput(label, label, str(sample) if kind != "number" or isinstance(sample, int | float) else "3", kind)


# --- the item ---------------------------------------------------------------------------------------------


def _frame(trigger: Trigger) -> Item:
    """What the trigger always gives, whatever is in it."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if trigger.operation == WEBHOOK:
        return {"headers": {}, "params": {}, "query": {}, "body": {}}
    if trigger.operation == FORM:
        return {"submittedAt": now, "formMode": "sample"}
    return {"date": now} if trigger.operation.split(".")[0] in MAIL else {}


def _typed(one: RunInput, text: str) -> Any:
    try:
        if one.kind == "number":
            number = float(text)
            return int(number) if number.is_integer() else number
        if one.kind == "json":
            return json.loads(text)
    except ValueError as error:
        raise NotThatKind(one.path) from error
    return text.lower() in ("true", "yes", "on", "1") if one.kind == "switch" else text


def _put(item: Item, path: list[str], value: Any) -> None:
    """Set the value, making the objects and lists on the way."""
    here: Any = item
    for part, following in zip(path, [*path[1:], ""], strict=True):
        fresh: Any = value if not following else [] if following.isdigit() else {}
        if isinstance(here, list):
            here.extend({} for _ in range(int(part) + 1 - len(here)))
            here[int(part)] = here[int(part)] if following and here[int(part)] else fresh
            here = here[int(part)]
        else:
            here[part] = here[part] if following and isinstance(here.get(part), dict | list) else fresh
            here = here[part]


def _text(sample: Any) -> str:
    return sample if isinstance(sample, str) else json.dumps(sample, ensure_ascii=False, indent=2)


def _spaced(name: str) -> str:
    """`customerName`, `customer_name` → “customer name”."""
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])|[_\-]+", " ", name).strip().lower()
