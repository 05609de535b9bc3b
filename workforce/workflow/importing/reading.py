"""From a file's bytes to the workflows in it."""

from __future__ import annotations

import json
from typing import Any

import orjson

from workforce.workflow.catalogue.display import Json

WRAPPERS = ("workflow", "data", "workflowData")
DEEPEST_WRAPPING = 4


class NotAnExport(ValueError):
    """This is not an exported workflow; the message says why, for people."""


def parse(data: bytes) -> Any:
    """The JSON of a file, read as strictly as n8n does (no NaN, the last of two equal names). Raises `NotAnExport`."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise NotAnExport("The file is empty.")
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return _parse_slowly(data)


def _parse_slowly(data: bytes) -> Any:
    """What the quick reader refuses and n8n does not (half characters, deep nesting), or a reason in words."""
    try:
        return json.loads(data.decode(), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise NotAnExport(f"The file is not UTF-8 text (byte {error.start}).") from error
    except json.JSONDecodeError as error:
        raise NotAnExport(f"The file is not JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from error
    except ValueError as error:
        raise NotAnExport(f"The file is not JSON: {error}.") from error
    except RecursionError as error:
        raise NotAnExport("The file is nested too deeply.") from error


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def workflows_in(document: Any) -> list[Json]:
    """The workflows of a document: itself, those in a list, or the one that an API or a template wrapped.

    Raises `NotAnExport` when there is none.
    """
    found = _unwrapped(document, 0)
    if not found:
        raise NotAnExport("There is no workflow in it: a list of nodes is needed.")
    return found


def _unwrapped(document: Any, depth: int) -> list[Json]:
    if depth > DEEPEST_WRAPPING:
        return []
    if isinstance(document, list):
        return [workflow for entry in document for workflow in _unwrapped(entry, depth + 1)]
    if not isinstance(document, dict):
        return []
    if isinstance(document.get("nodes"), list):
        return [document]
    inner = next((document[name] for name in WRAPPERS if isinstance(document.get(name), dict | list)), None)
    return _unwrapped(inner, depth + 1)
