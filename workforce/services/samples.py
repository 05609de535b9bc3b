"""A few items of a run as people may see them: short, and with every secret masked."""

from __future__ import annotations

import json
import re
from typing import Any

MASK = "••••"
MAX_TEXT = 300
MAX_ENTRIES = 20
MAX_DEPTH = 6
MAX_SAMPLE = 4000

SECRET_NAME = re.compile(
    r"pass(word|wd|phrase)?$|secret|token|api.?key|^(set-)?cookie|authorization|credential|private.?key|signature|"
    r"session.?id|^x-workforce|^pin$|^cvv$|iban|resumeurl",
    re.IGNORECASE,
)
SECRET_TEXT = re.compile(
    r"\b(Bearer|Basic)\s+[\w.~+/=-]{8,}|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*|\b(sk|pk|rk|xox[abprs]|gh[pousr]|AKIA)[-_]?[\w-]{12,}"
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END|$)"
)


def sample_text(items: tuple[dict[str, Any], ...]) -> str:
    """The items as indented JSON of at most `MAX_SAMPLE` characters, empty without items."""
    if not items:
        return ""
    text = json.dumps(masked(list(items)), ensure_ascii=False, indent=2, default=str)
    return text if len(text) <= MAX_SAMPLE else text[:MAX_SAMPLE] + "\n…"


def masked(value: Any, name: str = "", depth: int = 0) -> Any:
    """The same value, shortened, with secrets by name and by look replaced."""
    if name and SECRET_NAME.search(name) and isinstance(value, str | int | float) and value != "":
        return MASK
    if isinstance(value, dict):
        if depth >= MAX_DEPTH:
            return "…"
        entries = list(value.items())[:MAX_ENTRIES]
        return {key: masked(inner, str(key), depth + 1) for key, inner in entries}
    if isinstance(value, list):
        return [masked(inner, name, depth + 1) for inner in value[:MAX_ENTRIES]] if depth < MAX_DEPTH else "…"
    return _masked_text(value) if isinstance(value, str) else value


def _masked_text(text: str) -> str:
    short = text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
    return SECRET_TEXT.sub(MASK, short)
