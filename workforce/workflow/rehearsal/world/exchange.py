"""One HTTP call to the simulated world, and its answer."""

from __future__ import annotations

import email
import email.policy
import functools
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """A call as it left the engine. url: absolute; headers: by any case."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def line(self) -> str:
        """What a scenario's rules are matched on."""
        return f"{self.method.upper()} {self.url}"

    @property
    def parts(self) -> SplitResult:
        """The address, taken apart."""
        return urlsplit(self.url)

    @property
    def host(self) -> str:
        """The host's name in lower case."""
        return (self.parts.hostname or "").lower()

    @property
    def path(self) -> str:
        """The decoded path, with single slashes and none at its end."""
        return re.sub(r"/{2,}", "/", unquote(self.parts.path)).rstrip("/") or "/"

    @functools.cached_property
    def query(self) -> dict[str, str]:
        """The query; of a repeated name the last value."""
        return dict(parse_qsl(self.parts.query, keep_blank_values=True))

    def header(self, name: str) -> str:
        """A header's value, empty without it."""
        wanted = name.lower()
        return next((value for key, value in self.headers.items() if key.lower() == wanted), "")

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @functools.cached_property
    def json(self) -> Any:
        """The body as JSON, a form or a multipart form as an object; None when it is none of these."""
        kind = self.header("content-type").lower()
        if "x-www-form-urlencoded" in kind:
            return dict(parse_qsl(self.text, keep_blank_values=True))
        if "multipart/" in kind:
            return _multipart(self.header("content-type"), self.body)
        try:
            return json.loads(self.body) if self.body.strip() else None
        except ValueError:
            return dict(parse_qsl(self.text)) or None if "=" in self.text[:200] else None

    @property
    def fields(self) -> dict[str, Any]:
        """The body when it is an object, else nothing."""
        return self.json if isinstance(self.json, dict) else {}


@dataclass(frozen=True)
class Answer:
    """What the world answers. delay: seconds before it does; drop: the connection is cut instead."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0
    drop: bool = False


def json_answer(value: Any, status: int = 200, **headers: str) -> Answer:
    """An answer that carries JSON."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(status, {"content-type": "application/json; charset=utf-8", **_dashed(headers)}, body)


def text_answer(text: str, kind: str = "text/plain", status: int = 200, **headers: str) -> Answer:
    """An answer that carries text. kind: its media type."""
    return Answer(status, {"content-type": f"{kind}; charset=utf-8", **_dashed(headers)}, text.encode())


def bytes_answer(body: bytes, kind: str = "application/octet-stream", **headers: str) -> Answer:
    """An answer that carries a file."""
    return Answer(200, {"content-type": kind, **_dashed(headers)}, body)


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _multipart(content_type: str, body: bytes) -> dict[str, Any]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = email.message_from_bytes(head + body, policy=email.policy.HTTP)
    found: dict[str, Any] = {}
    for number, part in enumerate(message.iter_parts() if message.is_multipart() else ()):
        name = str(part.get_param("name", f"part{number}", "content-disposition"))
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        filename = part.get_filename()
        text = None if filename else _text(data)
        found[name] = {"filename": filename or "", "size": len(data)} if text is None else _loaded(part, text)
    return found


def _text(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _loaded(part: Any, text: str) -> Any:
    if part.get_content_type() != "application/json":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
