"""The services' own icons, read from the installed engine and served under our roof."""

from __future__ import annotations

import asyncio
import hashlib
import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from workforce.services import catalogue

router = APIRouter(prefix="/api/icons", include_in_schema=False)

KEY = re.compile(r"[A-Za-z0-9_.-]{1,80}")
FALLBACK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#6c6c73" stroke-width="1.75" '
    b'stroke-linecap="round" stroke-linejoin="round"><rect x="4" y="4" width="16" height="16" rx="4"/>'
    b'<path d="M9 12h6M12 9v6"/></svg>'
)
HEADERS = {
    "Cache-Control": "public, max-age=86400",
    # an icon is somebody else's file: opened by itself it must not run anything
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@router.get("/{key}.svg")
async def icon(request: Request, key: str) -> Response:
    """The icon of a service; a plain glyph for one that has none."""
    picture, kind = await asyncio.to_thread(_picture, key)
    tag = f'"{hashlib.sha256(picture).hexdigest()[:16]}"'
    headers = {**HEADERS, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(picture, media_type=kind, headers=headers)


def _picture(key: str) -> tuple[bytes, str]:
    found = catalogue.icon(key) if KEY.fullmatch(key) else None
    return found or (FALLBACK, "image/svg+xml")
