"""What engines report to us: a failure, the moment it happens. Verified, stored, answered; the watch does the rest."""

from __future__ import annotations

import hmac
from json import JSONDecodeError, loads
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response

from workforce.core.telemetry import log
from workforce.services import runs
from workforce.services.failure_workflow import TOKEN_HEADER, callback_token

router = APIRouter()
MAX_BYTES = 2_000_000


@router.post("/api/engine/failure/{engine_id}", status_code=202, include_in_schema=False)
async def engine_failure(engine_id: UUID, request: Request, token: str = Header("", alias=TOKEN_HEADER)) -> Response:
    """Take a failure from an engine's failure workflow; a wrong or missing token is told nothing more than 404."""
    expected = callback_token(engine_id)
    if not expected or not hmac.compare_digest(token.encode(), expected.encode()):
        return Response(status_code=404)
    body = await request.body()
    if len(body) > MAX_BYTES:
        return Response(status_code=413)
    try:
        payload = loads(body)
    except (JSONDecodeError, UnicodeDecodeError):
        return Response(status_code=400)
    if not isinstance(payload, dict):
        return Response(status_code=400)
    known = await runs.record_failure(engine_id, payload)
    log.info("failure reported", engine=str(engine_id), known=known)
    return Response(status_code=202)
