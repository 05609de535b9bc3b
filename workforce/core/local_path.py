"""Where to go next, from an address that anybody could have written: only paths of our own."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONGEST = 2_000


def cleaned(path: str) -> str:
    """The path if it is one of ours, else an empty string."""
    odd = any(ord(character) < 33 or character == "\\" for character in path)
    if odd or len(path) > LONGEST or not path.startswith("/") or path.startswith("//"):
        return ""
    parts = urlsplit(path)
    return "" if parts.scheme or parts.netloc or parts.path.startswith("/api/") else path


def with_next(path: str, then: str) -> str:
    """`path` with `then` as its `next`, when there is one."""
    return f"{path}?next={quote(then, safe='')}" if then else path
