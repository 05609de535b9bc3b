"""Cron expressions written in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from croniter import croniter

_FIELD = re.compile(
    r"[\d*/,\-]+|(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[,\-]?)+",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"[^\s`\"'“”«»()]{1,80}")
_WORDS = {"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
          "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *"}  # fmt: skip


def valid(expression: str) -> bool:
    """Whether n8n runs this: five fields, or six with seconds first; no L, W or #."""
    fields = expression.split()
    if not 5 <= len(fields) <= 6 or not all(_FIELD.fullmatch(part) for part in fields):
        return False
    return bool(croniter.is_valid(expression, second_at_beginning=len(fields) == 6))


def expressions(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, expression) of every cron expression in the text."""
    run: list[re.Match[str]] = []
    for chunk in [*_CHUNK.finditer(text), None]:
        if chunk and chunk.group().lower() in _WORDS:
            yield chunk.start(), chunk.end(), _WORDS[chunk.group().lower()]
        word = chunk.group().rstrip(".,;:") if chunk else ""
        if chunk and _FIELD.fullmatch(word):
            run.append(chunk)
            if word == chunk.group():
                continue
        yield from _best(run)
        run = []


def _best(run: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    size = len(run)
    if not 5 <= size <= 6:
        return
    words = [chunk.group().rstrip(".,;:") for chunk in run]
    expression = " ".join(words)
    if "*" in words and valid(expression):
        yield run[0].start(), run[-1].start() + len(words[-1]), expression
