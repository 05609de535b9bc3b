"""`Seen`: a call as the readers look at it, with its secrets masked already."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.masking import masked, masked_url
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.world.services import service_name

LONGEST = 8000


class Seen:
    """headers: of each sheet that was read before, by spreadsheet and title: the names of its columns."""

    def __init__(self, call: Call, headers: Mapping[str, list[str]] | None = None) -> None:
        self.call, self.headers = call, dict(headers or {})
        parts = urlsplit(call.url)
        self.scheme, self.host = parts.scheme, (parts.hostname or "").lower()
        self.path = re.sub(r"/{2,}", "/", unquote(parts.path)).rstrip("/") or "/"
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.method = call.method.upper()
        self.service = call.service or service_name(call.url)
        self.body = masked(_loaded(call.body))

    @functools.cached_property
    def fields(self) -> dict[str, Any]:
        """The body when it is an object."""
        return self.body if isinstance(self.body, dict) else {}

    @functools.cached_property
    def answer(self) -> Any:
        """What was answered."""
        return masked(_loaded(self.call.answer))

    @property
    def raw_fields(self) -> dict[str, Any]:
        """The body's fields before masking: for what must be decoded first."""
        loaded = _loaded(self.call.body)
        return loaded if isinstance(loaded, dict) else {}

    def at(self, host: str, path: str = "", methods: str = "") -> re.Match[str] | None:
        """Whether the call goes to this host and path (regular expressions on all of them)."""
        if methods and self.method not in methods.split():
            return None
        return re.fullmatch(path or ".*", self.path) if re.fullmatch(host, self.host) else None

    def receipt(self, **fields: Any) -> Receipt:
        """A receipt with what every one has."""
        call = self.call
        return Receipt(
            service=self.service,
            step=call.step,
            at=call.at,
            status=call.status,
            refused=call.refused,
            failed=call.status >= 400
            or (call.status == 0 and not call.refused and "answer" not in fields and not call.answer),
            method=self.method,
            url=masked_url(call.url),
            headers={str(k): str(v) for k, v in masked(dict(call.headers)).items()},
            **{"body": pretty(self.body), "answer": pretty(self.answer), **fields},
        )


def _loaded(value: Any) -> Any:
    """JSON or a form that is still text, as data; what was shortened as far as it goes."""
    if isinstance(value, dict) and set(value) == {"shortened", "bytes"}:
        value = value["shortened"]
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text[:1] in ("{", "["):
        try:
            return json.loads(text)
        except ValueError:
            return value
    if re.fullmatch(r"[\w.\[\]%+-]+=[^\s]*(?:&[\w.\[\]%+-]+=[^\s]*)*", text):
        return dict(parse_qsl(text, keep_blank_values=True))
    return value


def pretty(value: Any) -> str:
    """A body for technicians, of bounded length."""
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def text_of(value: Any) -> str:
    """A plain text for any value."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
