"""A sealed JavaScript engine, for the little formulas inside node descriptions and for the grammar of expressions.

No file, network or clock of ours is reachable from it; time and memory are bounded.
"""

from __future__ import annotations

import json
import threading
from typing import Any

import orjson
import quickjs

SECONDS = 0.5
BYTES = 64 * 1024 * 1024
READERS = """
const reading = {tolerant: true, tokens: true, comment: true, loc: true, sourceType: "module"};
function readsAsObject(text) {
    return module.exports.parse(`(${text})`).body
        .some(({ type, expression }) => type === "ExpressionStatement" && expression.type === "ObjectExpression");
}
function firstStatement(code) {
    let imports = false;
    const look = (node) => { imports = imports || node.type === "ImportExpression"; };
    const [first] = module.exports.parse(code, reading, code.includes("import") ? look : undefined).body;
    return imports ? "Import" : first ? first.type : "";
}
"""
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
    # not orjson: it refuses numbers and half characters that JavaScript takes
    arguments = ",".join(f"JSON.parse({json.dumps(json.dumps(value))})" for value in names.values())
    code = f"JSON.stringify((({','.join(names)}) => ({formula}))({arguments}))"
    try:
        text = _context().eval(code)
    except quickjs.JSException as error:
        _local.context = None
        raise ScriptFailed(str(error)) from error
    return None if text is None else orjson.loads(text)


def expression_error(code: str, grammar: str) -> str:
    """Why n8n's own parser (the library whose source is `grammar`) takes this for no expression; empty when it does."""
    try:
        kind = _parser(grammar).get("firstStatement")(code)
    except quickjs.JSException as error:
        _local.parsers.pop(grammar, None)
        return str(error).split("\n")[0].removeprefix("Error: ")
    except UnicodeError:
        return "Not Unicode text"
    return "" if kind == "ExpressionStatement" else "Not an expression"


def reads_as_object(text: str, grammar: str) -> bool:
    """Whether n8n reads a text as a JavaScript object (names without quotes, single quotes)."""
    try:
        return bool(grammar) and bool(_parser(grammar).get("readsAsObject")(text))
    except (quickjs.JSException, UnicodeError):
        _local.parsers.pop(grammar, None)
        return False


def _parser(grammar: str) -> quickjs.Context:
    """The parser, loaded once a thread."""
    parsers: dict[str, quickjs.Context] = _local.__dict__.setdefault("parsers", {})
    if grammar not in parsers:
        parsers[grammar] = context = quickjs.Context()
        context.set_memory_limit(BYTES)
        context.eval("var module = {exports: {}}, exports = module.exports;")
        context.eval(grammar)
        context.eval(READERS)
        context.set_time_limit(SECONDS)
    return parsers[grammar]


def syntax_error(code: str) -> str:
    """Why this is not JavaScript, by the engine's own grammar; empty when it is. Nothing is run."""
    for body in (f"return (\n{code}\n)", code):
        try:
            _context().eval(f"(function(){{ {body}\n }}, 0)")
        except quickjs.JSException as error:
            reason = str(error).split("\n")[0]
        else:
            return ""
    return reason
