"""Texts that are safe to show: no markup, no script, no secret, not too long."""

from __future__ import annotations

import html
import re
from typing import Any

import orjson

from workforce.core.redaction import hide

LONGEST, MOST_FACTS = 4000, 24
MASK = "••••"
SCRIPT = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.I | re.S)
BREAK = re.compile(r"<(br|/p|/div|/tr|/li|/h\d|/table)\b[^>]*>", re.I)
CELL = re.compile(r"</t[dh]>", re.I)
TAG = re.compile(r"<[^>]*>")
TOKEN = re.compile(
    r"\b(?:xox[abprs]|sk|pk|rk|gh[pousr]|AKIA|glpat|pat|key)[-_][\w-]{12,}|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*|(?<=/bot)\d+:[\w-]+"
)
SECRET_QUERY = re.compile(r"([?&](?:[\w-]*(?:key|token|secret|password|signature|sig|code)[\w-]*)=)[^&#]*", re.I)


def text_of_html(markup: str) -> str:
    """HTML as plain text: lines for blocks, tabs between cells."""
    text = BREAK.sub("\n", SCRIPT.sub("", markup))
    text = html.unescape(TAG.sub("", CELL.sub("\t", text)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.splitlines())).strip()


def shown(text: Any, longest: int = LONGEST) -> str:
    """Any value as a text of bounded length without secrets."""
    plain = text if isinstance(text, str) else "" if text is None else _json(text)
    plain = TOKEN.sub(MASK, plain)
    return plain if len(plain) <= longest else plain[:longest] + "…"


def body_shown(body: Any) -> str:
    """A body for technicians."""
    return shown(hide(body) if not isinstance(body, str) else body)


def address_shown(url: str) -> str:
    """An address without the secrets in it."""
    return shown(SECRET_QUERY.sub(rf"\1{MASK}", url), 500)


def facts_of(values: Any, prefix: str = "") -> list[tuple[str, str]]:
    """The plain values of an object as names and values, one level down where there are objects."""
    found: list[tuple[str, str]] = []
    for name, value in (hide(values) if isinstance(values, dict) else {}).items():
        label = f"{prefix}{name}"
        if isinstance(value, dict) and not prefix:
            found += facts_of(value, f"{label}.")
        elif value not in (None, "", [], {}):
            found.append((label, shown(value, 300)))
    return found[:MOST_FACTS]


def _json(value: Any) -> str:
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode()
    except TypeError:
        return str(value)
