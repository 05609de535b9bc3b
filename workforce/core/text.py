"""Text as people type it."""

from __future__ import annotations


def one_line(given: str) -> str:
    """Without control characters, line breaks and doubled spaces."""
    return " ".join("".join(char if char.isprintable() else " " for char in given).split())
