"""A finished spec as the planner sees one in the making: which steps give data, and what it is called."""

from __future__ import annotations

from functools import lru_cache

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.order import reading_order
from workforce.workflow.explain.values import humanised, references
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.services import Services
from workforce.workflow.spec import Group, Link, Literal, Many, Step, Trigger, Value, WorkerSpec

Part = Step | Trigger
READS = ("getall", "executequery", "search", "list", "select", "read", "readrows", "")
READERS = ("http_request", "rss_feed_read")
MANY_PLUMBING = ("merge", "set", "filter", "sort", "limit", "remove_duplicates", "if", "switch", "wait")
ONE = ("aggregate", "summarize")
ANSWERS = {"agent": "output", "chain_summarization": "output.text"}


@lru_cache(maxsize=4)
def services_of(catalogue: Catalogue) -> Services:
    """The services a catalogue knows, made once."""
    return Services(catalogue)


def service_of(part: Part, catalogue: Catalogue) -> str:
    """The key of the service a step belongs to, as the planner's tables have it."""
    operation = catalogue.operation(part.operation)
    return operation.node_type.split(".")[-1].removesuffix("Trigger").lower() if operation else ""


def in_context(spec: WorkerSpec, request: Request, catalogue: Catalogue, after: list[Link]) -> Assembly:
    """An assembly that holds the spec, ready for steps that hang on `after`."""
    assembly = Assembly(request, catalogue, services_of(catalogue))
    assembly.triggers, assembly.steps = list(spec.triggers), list(spec.steps)
    assembly.questions = list(spec.questions)
    assembly.sources[0] = sources(spec, catalogue)
    assembly.ends[0] = assembly.items[0] = list(after)
    return assembly


def sources(spec: WorkerSpec, catalogue: Catalogue) -> list[Source]:
    """Everything in a spec that gives data, the nearest last, with the fields that are in use."""
    found: list[Source] = []
    for part in reading_order(spec):
        if isinstance(part, Step) and part.serves:
            continue
        source = _source(part, catalogue)
        if source is not None:
            source.fields |= _used(part.id, spec)
            found.append(source)
    return found


def _source(part: Part, catalogue: Catalogue) -> Source | None:
    service = service_of(part, catalogue)
    if isinstance(part, Trigger):
        if part.schedule is not None:
            return None
        style = {"webhook": "webhook", "form": "form", "chat": "chat"}.get(service, "app")
        return Source(part.id, service, style, _labels(part))
    kind = part.operation.split(".")[0]
    if kind in ONE:
        path = _condensed(part)
        return Source(part.id, "", "list", {"text": path, "all": path, "amount": path, "total": path})
    if kind == "information_extractor":
        return Source(part.id, "ai", "ai", {name: f"output.{name}" for name in _attributes(part)})
    if kind in ("chain_llm", "agent", "text_classifier", "sentiment_analysis", "chain_summarization"):
        return Source(part.id, "ai", "ai", {} if kind == "text_classifier" else {"text": ANSWERS.get(kind, "text")})
    operation = catalogue.operation(part.operation)
    chosen = operation.operation.lower().replace("_", "") if operation else ""
    if kind in READERS or (operation and chosen in READS and kind not in MANY_PLUMBING):
        sheet = service in ("googlesheets", "microsoftexcel", "postgres", "mysql", "microsoftsql")
        return Source(part.id, service, "sheet" if sheet else "read", many=kind != "http_request")
    return None


def _condensed(part: Step) -> str:
    """Where the one item of a list has what it was made for: `sum_amount`, `concatenated_line`, `data`."""
    if part.operation.startswith("aggregate"):
        named = part.inputs.get("destinationFieldName")
        return str(named.value) if isinstance(named, Literal) else "data"
    row = _first_row(part.inputs.get("fieldsToSummarize"))
    how, what = (row.get(name) for name in ("aggregation", "field"))
    if not isinstance(how, Literal) or not isinstance(what, Literal):
        return "data"
    said = {"concatenate": "concatenated", "append": "appended"}.get(str(how.value), str(how.value))
    return f"{said}_{str(what.value).replace('.', '_')}"


def _first_row(value: Value | None) -> dict[str, Value]:
    """The first row of a collection, whatever wraps it."""
    match value:
        case Many(items=[first, *_]):
            return _first_row(first)
        case Group(fields=fields) if "aggregation" in fields:
            return dict(fields)
        case Group(fields=fields) if fields:
            return _first_row(next(iter(fields.values())))
    return {}


def _used(ident: str, spec: WorkerSpec) -> dict[str, str]:
    """Fields of a step that others already refer to, by what people call them."""
    parts: list[Part] = [*spec.triggers, *spec.steps]
    paths = dict.fromkeys(
        ref.path for part in parts for ref in references(part.inputs.values()) if ref.step == ident and ref.path
    )
    return {humanised(path.rsplit(".", maxsplit=1)[-1]): path for path in paths}


def _labels(part: Part) -> dict[str, str]:
    """The fields of a form."""
    found: dict[str, str] = {}

    def look(value: Value) -> None:
        match value:
            case Group(fields=fields):
                label = fields.get("fieldLabel")
                if isinstance(label, Literal):
                    found[str(label.value)] = str(label.value)
                for inner in fields.values():
                    look(inner)
            case Many(items=items):
                for inner in items:
                    look(inner)

    for value in part.inputs.values():
        look(value)
    return found


def _attributes(part: Step) -> list[str]:
    value = part.inputs.get("attributes")
    inner = value.fields.get("attributes") if isinstance(value, Group) else None
    rows = inner.items if isinstance(inner, Many) else []
    names = [row.fields.get("name") for row in rows if isinstance(row, Group)]
    return [str(name.value) for name in names if isinstance(name, Literal)]
