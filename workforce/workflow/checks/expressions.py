"""Whether expressions can be read, and whom they speak of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from workforce.workflow.catalogue.display import is_expression
from workforce.workflow.catalogue.scripting import expression_error, syntax_error

REMEMBERED = 2000
NAMED = re.compile(r"""\$\(\s*(?:'([^']+)'|"([^"]+)")\s*\)|\$node\[["']([^"']+)["']\]""")


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) for every text inside a parameter value."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_in(inner, f"{path}.{key}" if path else str(key))


def named_nodes(text: str) -> list[str]:
    """The nodes an expression names, `$('…')` and `$node['…']`."""
    return [next(name for name in found if name) for found in NAMED.findall(text)] if is_expression(text) else []


def broken(text: str, grammar: str) -> str:
    """Why an expression (with its `=`) cannot be read; empty when it can. `grammar`: the catalogue's."""
    return (_problem if len(text) <= REMEMBERED else _problem.__wrapped__)(text, grammar)


@functools.lru_cache(maxsize=8192)
def _problem(text: str, grammar: str) -> str:
    pieces = list(code_pieces(text[1:]))
    if any(not closed for _, closed in pieces):
        return "“{{” is never closed"
    return next(filter(None, (_reason(code, grammar) for code, _ in pieces)), "")


def _reason(code: str, grammar: str) -> str:
    """n8n reads `{ … }` as an object, not as a block."""
    whole = f"({code})" if code.lstrip().startswith("{") else code
    return expression_error(whole, grammar) if grammar else syntax_error(whole) if code.strip() else ""


def code_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """(code, closed) for every `{{ … }}`; a bracket behind an odd number of backslashes is text."""
    inside, buffer, index = False, "", 0
    while (at := text.find("}}" if inside else "{{", index)) >= 0:
        before = text[index:at]
        index = at + 2
        if (len(before) - len(before.rstrip("\\"))) % 2:
            buffer += text[at - len(before) : index]
            continue
        if inside:
            yield (buffer + before).replace("\\}}", "}}", 1), True
        inside, buffer = not inside, ""
    if inside and index < len(text):  # n8n overlooks a bracket that opens at the very end
        yield buffer + text[index:], False
