"""Whether a value can be read as one of n8n's field types."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?([-+]\d{4})?([-+]\d{1,2}(:\d{2})?)?")
JWT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_.+/=-]*")
NUMBER = re.compile(
    r"\s*([-+]?(\d+\.?\d*([eE][-+]?\d+)?|\.\d+([eE][-+]?\d+)?|Infinity)|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|)\s*"
)


def fits(kind: str, value: Any, options: Sequence[dict[str, Any]] = ()) -> bool:
    """Whether n8n accepts a (constant) value for a field type; nothing given always fits."""
    if value is None:
        return True
    kind = kind.lower()
    if kind == "options":
        return any(option.get("value") == value for option in options)
    test = TESTS.get(kind)
    return test is None or test(value)


def is_number(value: Any) -> bool:
    """As JavaScript's Number() sees it."""
    if isinstance(value, bool | int | float):
        return True
    if isinstance(value, list):
        return not value or (len(value) == 1 and is_number(value[0]))
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def _boolean(value: Any) -> bool:
    if isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false")):
        return True
    if isinstance(value, str) and not value.strip():
        return False
    try:
        return is_number(value) and float(value) in (0, 1)
    except (TypeError, ValueError):
        return False


def _date(value: Any) -> bool:
    text = str(value).strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            read(text)
        except (TypeError, ValueError, IndexError):
            continue
        return True
    return re.fullmatch(r"[-+]?\d{4,}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}.*|\d{1,2}/\d{1,2}/\d{2,4}.*", text) is not None


def _json(kind: type) -> Callable[[Any], bool]:
    def test(value: Any) -> bool:
        if isinstance(value, kind):
            return True
        for text in (str(value), str(value).replace("'", '"')):
            try:
                parsed = json.loads(text)
                return isinstance(parsed, kind) or (parsed is None and kind is dict)  # JavaScript: null is an object
            except ValueError:
                continue
        return kind is dict and str(value).strip().startswith("{") and str(value).strip().endswith("}")

    return test


def _url(value: Any) -> bool:
    text = str(value)
    parts = urlsplit(text if "://" in text else f"https://{text}")
    return parts.scheme in ("http", "https", "ftp", "file") and (bool(parts.hostname) or parts.scheme == "file")


TESTS: dict[str, Callable[[Any], bool]] = {
    "string-alphanumeric": lambda value: re.fullmatch(r"[a-zA-Z_][a-zA-Z0-9_]*", str(value)) is not None,
    "number": is_number,
    "boolean": _boolean,
    "datetime": _date,
    "time": lambda value: TIME.fullmatch(str(value)) is not None,
    "object": _json(dict),
    "array": _json(list),
    "url": _url,
    "jwt": lambda value: JWT.fullmatch(str(value)) is not None,
}
