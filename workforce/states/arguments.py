"""What a client sent, held against what a handler takes: names and kinds. Values are the handler's own to judge."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, get_origin, get_type_hints

from reflex_base.utils.form import FORM_DATA_ENTRIES_KEY

_KINDS = (str, int, dict)


def fit(handler: Callable[..., Any], payload: object) -> bool:
    """Whether a handler can be called so: each argument there, none too many, texts and numbers where they belong."""
    if not isinstance(payload, Mapping):
        return False
    signature, kinds = _taken(handler)
    try:
        signature.bind(None, **payload)
    except TypeError:
        return False
    return all(isinstance(value, kinds.get(name, object)) and _readable(value) for name, value in payload.items())


@lru_cache(maxsize=512)
def _taken(handler: Callable[..., Any]) -> tuple[inspect.Signature, dict[str, type]]:
    hints = {name: get_origin(hint) or hint for name, hint in get_type_hints(handler).items()}
    return inspect.signature(handler), {name: hint for name, hint in hints.items() if hint in _KINDS}


def _readable(value: object) -> bool:
    """A form comes as a list of names and values; Reflex reads it before the handler does, and trusts it."""
    if not isinstance(value, dict) or FORM_DATA_ENTRIES_KEY not in value:
        return True
    entries = value[FORM_DATA_ENTRIES_KEY]
    return isinstance(entries, list) and all(
        isinstance(entry, list) and len(entry) == 2 and isinstance(entry[0], str) for entry in entries
    )
