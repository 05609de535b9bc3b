"""Prometheus' view. Only for this machine, or for who has METRICS_TOKEN."""

from __future__ import annotations

import hmac
import ipaddress
import os
from contextlib import suppress

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.responses import Response

from workforce.core.errors import StoreUnavailable
from workforce.core.settings import get_settings
from workforce.core.telemetry import JOB_QUEUE
from workforce.services import readiness

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """All metrics as text; 404 for strangers, who need not know that there are any."""
    if not _may_read(request):
        return Response(status_code=404)
    with suppress(StoreUnavailable):
        JOB_QUEUE.set(await readiness.waiting_jobs())
    return Response(generate_latest(_registry()), media_type=CONTENT_TYPE_LATEST)


def _may_read(request: Request) -> bool:
    token = get_settings().metrics_token.get_secret_value()
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    # A proxy on this machine is not the caller: it says for whom it asks.
    forwarded = any(name in request.headers for name in ("x-forwarded-for", "forwarded"))
    return not forwarded and _is_loopback(request.client.host if request.client else "")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _registry() -> CollectorRegistry:
    """With several web processes each writes to a folder, and any of them can answer for all."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library has no types here
    return registry
