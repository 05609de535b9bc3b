"""The two cookies: who is signed in, and the browser's time zone."""

from __future__ import annotations

from urllib.parse import unquote

from workforce.core.settings import get_settings
from workforce.core.zones import zones

ZONE = "wf_zone"


def is_https() -> bool:
    """Whether people reach us over https, which decides the cookie's name and its `Secure` mark."""
    return get_settings().public_url.startswith("https://")


def session_name() -> str:
    """The session cookie's name; `__Host-` pins it to this host, path and https."""
    return "__Host-wf_session" if is_https() else "wf_session"


def read(header: str | None) -> dict[str, str]:
    """A Cookie header as a dict; the first value of a name wins, broken parts are passed over."""
    found: dict[str, str] = {}
    for part in (header or "").split(";"):
        name, sign, value = part.strip().partition("=")
        if sign:
            found.setdefault(name, value)
    return found


def session_id(header: str | None) -> str:
    """The session's id from a Cookie header, or an empty string."""
    return read(header).get(session_name(), "")[:200]


def timezone(header: str | None) -> str:
    """The browser's time zone from a Cookie header; `UTC` when there is none that exists."""
    zone = unquote(read(header).get(ZONE, ""))[:64]
    return zone if zone in zones() else "UTC"
