"""For whoever keeps the product running: is this process alive, and can it do its work."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import JSONResponse

from workforce.services import readiness

router = APIRouter(prefix="/health", include_in_schema=False)


@router.get("/live")
async def live() -> JSONResponse:
    """200 as long as the process answers at all."""
    return JSONResponse({"status": "alive"})


@router.get("/ready")
async def ready() -> JSONResponse:
    """200 when every part answers, else 503; each part by name with what is wrong."""
    parts = await readiness.parts()
    well = all(part.well for part in parts)
    body = {
        "status": "ready" if well else "not ready",
        "parts": {part.name: {"well": part.well, "detail": part.sentence} for part in parts},
    }
    return JSONResponse(body, HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)
