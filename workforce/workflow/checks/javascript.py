"""Values as JavaScript sees them: what n8n's rules, which are written in it, make of odd ones."""

from __future__ import annotations

import re
from typing import Any

UNDEFINED: Any = type("Undefined", (), {"__repr__": lambda _: "undefined", "__bool__": lambda _: False})()
NUMBER = re.compile(
    r"\s*([-+]?(\d+\.?\d*([eE][-+]?\d+)?|\.\d+([eE][-+]?\d+)?|Infinity)|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|)\s*"
)
PLAIN_BELOW, PLAIN_FROM = 1e21, 1e-6


def text_of(value: Any) -> str:
    """`String(value)`."""
    match value:
        case None:
            return "null"
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number_text(value)
        case list():
            return ",".join("" if inner is None else text_of(inner) for inner in value)
    return "undefined" if value is UNDEFINED else "[object Object]"


def begins_as_expression(value: Any) -> bool:
    """`value?.toString().startsWith('=')`: a list of one expression does as well."""
    return value is not None and value is not UNDEFINED and text_of(value).startswith("=")


def truthy(value: Any) -> bool:
    """Whether `if (value)` holds; empty lists and objects do."""
    return isinstance(value, dict | list) or bool(value)


def is_number(value: Any) -> bool:
    """Whether `Number(value)` is one."""
    if isinstance(value, str):
        return NUMBER.fullmatch(value) is not None
    return (
        isinstance(value, bool | int | float)
        or value is None
        or (isinstance(value, list) and NUMBER.fullmatch(text_of(value)) is not None)
    )


def number_of(value: Any) -> float | None:
    """`Number(value)`; None where it is none."""
    if not is_number(value):
        return None
    text = text_of(value).strip() if isinstance(value, list | str) else value
    try:
        return (
            float(text or 0)
            if not isinstance(text, str) or text[:2].lower() not in ("0x", "0b", "0o")
            else int(text, 0)
        )
    except (ValueError, OverflowError):
        return None


def _number_text(number: float) -> str:
    if number == int(number) if abs(number) < PLAIN_BELOW else False:
        return str(int(number))
    try:
        text = repr(float(number))
    except OverflowError:
        return "Infinity"
    if "e" not in text:
        return text
    digits, exponent = text.split("e")
    return (
        f"{digits.removesuffix('.0')}e{int(exponent):+d}"
        if abs(number) < PLAIN_FROM or abs(number) >= PLAIN_BELOW
        else f"{number:f}".rstrip("0")
    )
