"""Around each request: a correlation id for all that follows from it, how long it took, and what nobody foresaw."""

from __future__ import annotations

import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workforce.api.problems import bug
from workforce.core.telemetry import REQUESTS, correlation_id

HEADER = "X-Correlation-Id"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Tracing:
    """ASGI middleware; takes over an id that the caller gives, and answers with it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection; websockets get an id and no timing."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        given = Headers(scope=scope).get(HEADER, "")
        ident = given if _ACCEPTED.fullmatch(given) else uuid4().hex
        mark = correlation_id.set(ident)
        began, status = time.perf_counter(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(raw=message["headers"])[HEADER] = ident
            await send(message)

        try:
            await self.app(scope, receive, answer)
        except Exception as error:
            if scope["type"] != "http" or status:
                raise
            await bug(scope["path"], error)(scope, receive, answer)
        finally:
            correlation_id.reset(mark)
            if scope["type"] == "http":
                _observe(scope, status, time.perf_counter() - began)
        return None


def _observe(scope: Scope, status: int, seconds: float) -> None:
    # The route's pattern, not the path: a label per worker id would never stop growing.
    route = getattr(scope.get("route"), "path", "") or "pages"
    REQUESTS.labels(scope["method"], route, str(status)).observe(seconds)
