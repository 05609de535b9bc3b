"""Whether a value can be read as one of n8n's field types."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from workforce.workflow.catalogue.display import same
from workforce.workflow.catalogue.scripting import reads_as_object
from workforce.workflow.checks.javascript import UNDEFINED, is_number, number_of, text_of, truthy

TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?([-+]\d{4})?([-+]\d{1,2}(:\d{2})?)?")
JWT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_.+/=-]*")
DATE = re.compile(r"[-+]?\d{4,}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}.*|\d{1,2}/\d{1,2}/\d{2,4}.*|\d{1,4}", re.DOTALL)
HOST = re.compile(r"[^\x00-\x20#%/:<>?@\[\\\]^|]+|\[[0-9A-Fa-f:.]+\]")
PROTOCOLS = ("http", "https", "ftp", "file")
FORM_KEYS = {
    "fieldLabel",
    "fieldType",
    "placeholder",
    "defaultValue",
    "fieldOptions",
    "multiselect",
    "multipleFiles",
    "acceptFileTypes",
    "formatDate",
    "requiredField",
    "fieldValue",
    "elementName",
    "html",
    "fieldName",
    "limitSelection",
    "numberOfSelections",
    "minSelections",
    "maxSelections",
}
FORM_TYPES = {
    "date",
    "dropdown",
    "email",
    "file",
    "number",
    "password",
    "text",
    "textarea",
    "checkbox",
    "radio",
    "html",
    "hiddenField",
}


def fits(kind: str, value: Any, options: Sequence[dict[str, Any]] = (), grammar: str = "") -> bool:
    """Whether n8n accepts a (constant) value for a field type; nothing given always fits."""
    if value is None or value is UNDEFINED:
        return True
    kind = kind.lower()
    if kind == "options":
        return any(same(option.get("value", UNDEFINED), value) for option in options)
    if kind == "object":
        return _object(value, grammar)
    test = TESTS.get(kind)
    return test is None or test(value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false")):
        return True
    if isinstance(value, str) and not value.strip():
        return False
    return number_of(value) in (0, 1)


def _date(value: Any) -> bool:
    text = text_of(value).strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            read(text)
        except (TypeError, ValueError, IndexError):
            continue
        return True
    return DATE.fullmatch(text) is not None


def _parsed(text: str) -> Any:
    """`JSON.parse`; `UNDEFINED` where it fails."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return UNDEFINED


def _refuse(name: str) -> None:
    raise ValueError(name)


def _object(value: Any, grammar: str) -> bool:
    """An object, its JSON (JavaScript: null is an object), or its JavaScript."""
    if isinstance(value, dict):
        return True
    parsed = _parsed(text_of(value))
    return (
        parsed is None or isinstance(parsed, dict) or (parsed is UNDEFINED and reads_as_object(text_of(value), grammar))
    )


def _array(value: Any) -> bool:
    if isinstance(value, list):
        return True
    parsed = _parsed(text_of(value))
    return isinstance(_parsed(text_of(value).replace("'", '"')) if parsed is UNDEFINED else parsed, list)


def _url(value: Any) -> bool:
    text = text_of(value).strip()
    text = text if not isinstance(value, str) or "://" in text else f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.netloc.rpartition("@")[2]
    host = host if port is None else host.rpartition(":")[0]
    return parts.scheme in PROTOCOLS and (parts.scheme == "file" or HOST.fullmatch(host.rstrip(":")) is not None)


def _form_fields(value: Any) -> bool:
    rows = _parsed(text_of(value))
    return isinstance(rows, list) and all(isinstance(row, dict) and _form_field(row) for row in rows)


def _form_field(row: dict[str, Any]) -> bool:
    if not row.keys() <= FORM_KEYS or ("fieldType" in row and row["fieldType"] not in FORM_TYPES):
        return False
    options = row.get("fieldOptions", [])
    options = options.get("values") if isinstance(options, dict) else options
    return isinstance(options, list) and all(
        isinstance(one, dict) and one.keys() == {"option"} and isinstance(one["option"], str) for one in options
    )


TESTS: dict[str, Callable[[Any], bool]] = {
    "string-alphanumeric": lambda value: (
        re.fullmatch(r"[a-zA-Z_][a-zA-Z0-9_]*", value if isinstance(value, str) else json.dumps(value)) is not None
    ),
    "number": is_number,
    "boolean": _boolean,
    "datetime": _date,
    "time": lambda value: TIME.fullmatch(text_of(value)) is not None,
    "array": _array,
    "url": _url,
    "jwt": lambda value: truthy(value) and JWT.fullmatch(text_of(value)) is not None,
    "form-fields": _form_fields,
    "binary": lambda value: isinstance(value, dict) and "mimeType" in value and bool(value.keys() & {"data", "id"}),
}
