"""What every answer carries: a strict content policy with the hashes of our inline scripts, and the usual locks."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workforce.core import cookies

_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_MOVED = {"/app": "/app/"}
YEAR = 31_536_000


def secured(pages: Callable[[], Path]) -> Callable[[ASGIApp], ASGIApp]:
    """A wrapper for the whole site. pages: the folder with the built HTML, asked for once, with the first page."""

    @lru_cache(maxsize=1)
    def policy() -> str:
        return content_policy(script_hashes(pages()))

    def wrap(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return await app(scope, receive, send)
            if scope["path"] in _MOVED:
                return await RedirectResponse(_MOVED[scope["path"]], 308)(scope, receive, send)

            async def send_secured(message: Message) -> None:
                if message["type"] == "http.response.start":
                    _lock(MutableHeaders(raw=message["headers"]), scope["path"], policy)
                await send(message)

            return await app(scope, receive, send_secured)

        return answer

    return wrap


def script_hashes(folder: Path) -> list[str]:
    """CSP sources for each inline script in the built pages."""
    found: set[str] = set()
    for page in folder.rglob("*.html"):
        for script in _INLINE.findall(page.read_bytes()):
            found.add(base64.b64encode(hashlib.sha256(script).digest()).decode())
    return [f"'sha256-{digest}'" for digest in sorted(found)]


def content_policy(scripts: list[str]) -> str:
    """The Content-Security-Policy of our pages. Styles may be inline: React sets some that way."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *scripts]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self' ws: wss:" if not cookies.is_https() else "'self' wss:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _lock(headers: MutableHeaders, path: str, policy: Callable[[], str]) -> None:
    headers.setdefault("X-Content-Type-Options", "nosniff")
    if cookies.is_https():
        headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}; includeSubDomains")
    if headers.get("content-type", "").startswith("text/html"):
        headers.setdefault("Content-Security-Policy", policy())
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Cache-Control", "no-cache")
    elif path.startswith("/assets/"):
        headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif path.startswith("/fonts/"):
        headers["Cache-Control"] = f"public, max-age={YEAR // 52}"
    elif path.startswith("/api/"):
        headers.setdefault("Cache-Control", "no-store")
