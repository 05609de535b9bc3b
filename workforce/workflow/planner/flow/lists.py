"""Lists: many items become one message, one sum, one file, or each only once."""

from __future__ import annotations

import re

from workforce.workflow.build import assignment, assignment_list, group, many
from workforce.workflow.language.words import fold
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.spec import Link, Literal, Moment, Ref, Step, Template, Value

_COUNTING = re.compile(
    r"\b(count|how many|number of|zahl\w*|anzahl|wie viele|cuent\w*|cuant\w*|compt\w*|combien|cont\w*|quant\w*)\b"
)
_SUMMING = re.compile(r"\b(sum|suma|total|summe|somme|soma)\b")
_AVERAGING = re.compile(r"\b(average|durchschnitt\w*|promedio|media|moyenne)\b")


def condense(flow: Flow, scope: int, *, lines: bool, table: bool = False) -> None:
    """One item out of many: all of it for an AI, a line an item for a message; a table where its fields are unknown."""
    known = flow.condensed.get(scope)
    if known is not None and (("text" in known.fields) == lines):
        return
    source = flow.assembly.source(scope)
    after = flow.assembly.items.get(scope) or flow.ends(scope)
    if lines and table and not _line_paths(flow, source, scope):
        step, fields = _as_table(flow, after)
    else:
        step, fields = _as_lines(flow, source, scope, after) if lines else _as_data(flow, after)
    _condensed(flow, scope, step, Source(step.id, source.service, "list", fields))


def _condensed(flow: Flow, scope: int, step: Step, made: Source) -> None:
    flow.condensed[scope] = made
    flow.gives(scope, made)
    flow.hang(scope, step)


def _as_data(flow: Flow, after: list[Link]) -> tuple[Step, dict[str, str]]:
    all_of_it: dict[str, Value] = {"aggregate": Literal(value="aggregateAllItemData")}
    return flow.assembly.add("aggregate", "All in one list", all_of_it, after), {"all": "data"}


def _as_table(flow: Flow, after: list[Link]) -> tuple[Step, dict[str, str]]:
    """All fields of all items, whatever they are called."""
    step = flow.assembly.add("html.convert_to_html_table", "As a table", {}, after)
    return step, {"text": "table", "all": "table", "table": "table"}


def _as_lines(flow: Flow, source: Source, scope: int, after: list[Link]) -> tuple[Step, dict[str, str]]:
    assigned = assignment_list(assignment("line", _line(flow, source, scope)))
    line = flow.assembly.add("set", "One line each", {"assignments": assigned}, after)
    values = group(
        values=many(
            group(aggregation="concatenate", field="line", separateBy="\n"), group(aggregation="count", field="line")
        )
    )
    step = flow.assembly.add("summarize", "One list", {"fieldsToSummarize": values}, [Link(step=line.id)])
    return step, {"text": "concatenated_line", "all": "concatenated_line", "count": "count_line"}


def _line(flow: Flow, source: Source, scope: int) -> Value:
    """One line of a list: the fields the prompt lists, else those the message carries, else the usual ones."""
    paths = _line_paths(flow, source, scope)
    parts: list[str | Ref | Moment] = ["- "]
    for number, path in enumerate(paths or [""]):
        parts += [" · "] * (number > 0) + [source.ref(path)]
    return Template(parts=parts)


def _line_paths(flow: Flow, source: Source, scope: int) -> list[str]:
    listed = next((f for clause in flow.request.loose for f in [_line_fields(clause)] if f), [])
    carried = [f for i in flow.request.intents for f in i.fields if i.kind == "act" and i.scope == scope]
    return (
        [path for name in listed if (path := source.path(name))]
        or [path for name in carried if (path := source.path(name, guess=False))]
        or [path for _, path in source.defaults()]
    )


def _line_fields(clause: str) -> list[str]:
    match = re.search(r"(?:per|pro|por|par)\s+\w+\s*\(\s*([^)]+)\)", clause)
    return [part.strip() for part in match.group(1).split(",")] if match else []


def dedupe(flow: Flow, intent: Intent) -> None:
    """Each only once: among those at hand, or among all this worker has ever seen."""
    scope = intent.scope
    source = flow.nearest(scope)
    operation, title = "remove_duplicates.remove_duplicate_input_items", "Without duplicates"
    inputs: dict[str, Value] = {}
    if source is not None and ("history" in intent.flags or flow.request.start.kind == "schedule"):
        key = source.path("url", guess=False) or source.path("id", guess=False) or "id"
        operation, title = "remove_duplicates.remove_items_seen_in_previous_executions", "Only what is new"
        inputs = {"dedupeValue": source.ref(key)}
    step = flow.assembly.add(operation, title, inputs, flow.ends(scope))
    flow.hang(scope, step, items=True)


def total(flow: Flow, intent: Intent) -> None:
    """A sum, an average or a count of a list."""
    scope = intent.scope
    source = flow.nearest(scope)
    if source is None or not flow.many.get(scope):
        return
    how = _how(fold(intent.text))
    field = source.path("amount", guess=False) or source.path("amount") or "amount"
    if how == "count":
        field = source.path("id", guess=False) or field
    counted = {"includeEmpty": True} if how == "count" else {}
    rows = group(values=many(group(aggregation=how, field=field, **counted)))
    title = {"count": "Count", "average": "Average", "sum": "Total"}[how]
    step = flow.assembly.add("summarize", title, {"fieldsToSummarize": rows}, flow.ends(scope))
    name = f"{how}_{field.replace('.', '_')}"
    fields = dict.fromkeys(("text", "all", "total", "amount"), name)
    _condensed(flow, scope, step, Source(step.id, source.service, "list", fields))


def _how(text: str) -> str:
    if _COUNTING.search(text) and not _SUMMING.search(text):
        return "count"
    return "average" if _AVERAGING.search(text) else "sum"


def csv(flow: Flow, intent: Intent) -> None:
    """A list as a file."""
    scope = intent.scope
    kind = "xlsx" if re.search(r"excel|xlsx", fold(intent.text)) else "csv"
    inputs: dict[str, Value] = {"binaryPropertyName": Literal(value="data")}
    step = flow.assembly.add(f"convert_to_file.{kind}", f"Make a {kind.upper()} file", inputs, flow.ends(scope))
    flow.hang(scope, step)
    flow.assembly.binary = "data"
    flow.condensed[scope] = Source(step.id, "", "file", {})
    flow.many[scope] = False
