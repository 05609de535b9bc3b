"""What must never reach a log: cookies, keys, passwords."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, MutableMapping
from typing import Any

HIDDEN = "[hidden]"
# Names of fields whose value is hidden, whatever they are inside of.
SECRET_NAME = re.compile(
    r"passw|secret|token|cookie|authori[sz]ation|api[_-]?key|sealed|master_key|session_id|^sid$", re.I
)
# The same in text that others wrote: `'cookie': '…'`, `Cookie: …`, `password=…`, a bearer token, our cookie's value.
_NAMES = r"(?:set-)?cookie|authorization|x-n8n-api-key|x-api-key|api[_-]?key|password|secret|token"
_VALUE = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s,})]+[^\n,})]*"
IN_TEXT = (
    re.compile(
        rf"(['\"]?(?:{_NAMES})['\"]?\s*[:=]\s*)(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s,}})]+[^\n,}})]*)", re.I
    ),
    re.compile(r"(bearer\s+)([\w.~+/=-]+)", re.I),
    re.compile(r"(wf_session=)([^;,'\"\s}]+)"),
    re.compile(r"(://[^:/@\s]+:)([^@/\s]+)(?=@)"),
)
# Reflex writes whole events, cookie header included, for a name it does not know.
TALKATIVE = ("reflex_base.event.processor.event_processor", "reflex.app", "reflex")


def hide_in_text(text: str) -> str:
    """The text with values of secret names hidden."""
    for pattern in IN_TEXT:
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return text


def hide(value: Any) -> Any:
    """A copy of JSON-like data with secrets hidden, however deep."""
    if isinstance(value, str):
        return hide_in_text(value)
    if isinstance(value, Mapping):
        return {name: HIDDEN if SECRET_NAME.search(str(name)) and item else hide(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [hide(item) for item in value]
    return value


def hide_secrets(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor."""
    hidden: dict[str, Any] = hide(event)
    return hidden


class SecretsFilter(logging.Filter):
    """Rewrites a record of the standard library before any handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Hide secrets in the message; the record always passes, and our own (a dict) is hidden when it is written."""
        if isinstance(record.msg, dict):
            return True
        record.msg, record.args = hide_in_text(record.getMessage()), None
        return True
