"""The patterns that people write in their scenarios, matched within a time limit.

They run in processes that all companies share: `(a+)+$` from one of them must not keep the others waiting, which the
standard library's matcher cannot promise.
"""

from __future__ import annotations

import regex

LONGEST_PATTERN, LONGEST_TEXT, SECONDS = 500, 100_000, 0.1


class BadPattern(ValueError):
    """Why a pattern cannot be used, as a sentence."""


def check_pattern(pattern: str) -> None:
    """Raise `BadPattern` for what is no regular expression, or is too long."""
    if len(pattern) > LONGEST_PATTERN:
        raise BadPattern(f"A pattern has at most {LONGEST_PATTERN} characters.")
    try:
        regex.compile(pattern)
    except regex.error as error:
        raise BadPattern(f"“{pattern}” is not a regular expression: {error}.") from error


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern is found in the text. What takes too long is not found; no expression is meant literally."""
    try:
        return regex.search(pattern, text[:LONGEST_TEXT], timeout=SECONDS) is not None
    except TimeoutError:
        return False
    except regex.error:
        return pattern in text
