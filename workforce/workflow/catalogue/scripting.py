"""A sealed JavaScript engine, for the little formulas inside node descriptions and for the grammar of expressions.

No file, network or clock of ours is reachable from it; time and memory are bounded.
"""

from __future__ import annotations

import threading
from typing import Any

import orjson
import quickjs

SECONDS = 0.5
BYTES = 64 * 1024 * 1024
_local = threading.local()


class ScriptFailed(ValueError):
    """The formula cannot be evaluated with these values."""


def _context() -> quickjs.Context:
    context = getattr(_local, "context", None)
    if context is None:
        context = _local.context = quickjs.Context()
        context.set_memory_limit(BYTES)
        context.set_time_limit(SECONDS)
    return context


def evaluate(formula: str, **names: Any) -> Any:
    """The value of a JavaScript expression with `names` ($parameter, …) in scope.

    Raises `ScriptFailed`.
    """
    arguments = ",".join(f"JSON.parse({orjson.dumps(orjson.dumps(v).decode()).decode()})" for v in names.values())
    code = f"JSON.stringify((({','.join(names)}) => ({formula}))({arguments}))"
    try:
        text = _context().eval(code)
    except quickjs.JSException as error:
        _local.context = None
        raise ScriptFailed(str(error)) from error
    return None if text is None else orjson.loads(text)


def syntax_error(code: str) -> str:
    """Why this is not a JavaScript expression; empty when it is one. Nothing is run."""
    for body in (f"return (\n{code}\n)", code):
        try:
            _context().eval(f"(function(){{ {body}\n }}, 0)")
        except quickjs.JSException as error:
            reason = str(error).split("\n")[0]
        else:
            return ""
    return reason
