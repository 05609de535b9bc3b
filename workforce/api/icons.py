"""The services' own icons, read from the installed engine and served under our roof."""

from __future__ import annotations

import asyncio
import hashlib
import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from workforce.api.glyphs import GLYPHS
from workforce.services import catalogue

router = APIRouter(prefix="/api/icons", include_in_schema=False)

KEY = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_GLYPH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#4a4a52" stroke-width="1.75" '
    'stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)
HEADERS = {
    "Cache-Control": "public, max-age=86400",
    # an icon is somebody else's file: opened by itself it must not run anything
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@router.get("/{key}.svg")
async def icon(request: Request, key: str) -> Response:
    """The icon of a service; a glyph of ours for one that has none."""
    picture, kind = await asyncio.to_thread(_picture, key)
    tag = f'"{hashlib.sha256(picture).hexdigest()[:16]}"'
    headers = {**HEADERS, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(picture, media_type=kind, headers=headers)


def _picture(key: str) -> tuple[bytes, str]:
    found = catalogue.icon(key) if KEY.fullmatch(key) else None
    return found or (_GLYPH.format(GLYPHS.get(key, GLYPHS[""])).encode(), "image/svg+xml")
