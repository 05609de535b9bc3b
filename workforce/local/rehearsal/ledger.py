"""What went out during one performance, bounded in number and size."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import orjson

from workforce.integrations.rehearsal import CallRecord

MOST_CALLS = 2_000
LONGEST_BODY = 64 * 1024
LONGEST_ALL = 16 * 1024 * 1024
LONGEST_HEADER = 2_000


class Ledger:
    """The calls of a performance, in order. `at` of a call is an absolute time here; `told` makes it relative."""

    def __init__(self) -> None:
        self.began = time.time()
        self.calls: list[CallRecord] = []
        self.left_out = 0
        self._bytes = 0

    def enter(self, call: CallRecord) -> None:
        """Keep a call; beyond the bounds only its number is kept."""
        size = len(orjson.dumps([call.body, call.answer], default=str))
        if len(self.calls) >= MOST_CALLS or self._bytes + size > LONGEST_ALL:
            self.left_out += 1
            return
        self._bytes += size
        self.calls.append(call)

    def told(self) -> list[CallRecord]:
        """The calls by the time they were made, counted from when the curtain rose."""
        ordered = sorted(self.calls, key=lambda call: call.at)
        return [replace(call, at=round(max(0.0, call.at - self.began), 4)) for call in ordered]


def legible(body: bytes, headers: Mapping[str, str], size: int | None = None) -> Any:
    """A body as a receipt shows it: JSON or a form as data, text as text, anything else or too long by its size."""
    size = len(body) if size is None else size
    if not size:
        return None
    kind = headers.get("content-type", "").lower()
    if size > LONGEST_BODY:
        start = body[:2_000].decode("utf-8", "replace")
        return {"shortened": start if _is_text(start) else "", "bytes": size}
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        text = body.decode("utf-8", "replace")
    if "x-www-form-urlencoded" in kind:
        return dict(parse_qsl(text, keep_blank_values=True)) or text
    return text if _is_text(text) else {"shortened": "", "bytes": size}


def short_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers, none longer than a receipt needs."""
    return {name: value[:LONGEST_HEADER] for name, value in headers.items()}


def _is_text(text: str) -> bool:
    odd = sum(
        1 for character in text[:2_000] if character == "\ufffd" or (character < " " and character not in "\r\n\t")
    )
    return odd * 20 <= min(len(text), 2_000)
