"""A call from another system starts the worker."""

from __future__ import annotations

import re

from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.triggers.put import put_source
from workforce.workflow.spec import Literal, Value


def webhook_trigger(assembly: Assembly, start: Start) -> None:
    """An address of the worker's own that other systems call."""
    method = re.search(r"\b(GET|PUT|PATCH|DELETE)\b", start.text)
    fields = {name: f"body.{_key(name)}" for name in start.fields}
    path = re.search(r"(?:path|pfad|ruta|chemin|caminho)\s+/?([\w/-]+)", start.text)
    inputs: dict[str, Value] = {
        "httpMethod": Literal(value=method.group(1) if method else "POST"),
        "path": Literal(value=path.group(1) if path else _slug(assembly)),
    }
    put_source(assembly, "webhook", "Webhook", Source("", "webhook", "webhook", fields), inputs)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w.]+", name) else re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def _slug(assembly: Assembly) -> str:
    words = re.findall(r"[a-z0-9]+", fold(assembly.request.text))
    return "-".join([w for w in words if len(w) > 3][:3]) or "worker"
