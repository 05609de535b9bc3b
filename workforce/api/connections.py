"""Secrets on their way in and out: posted by our own pages to these routes, so that no page event carries them."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from workforce.api.auth import is_ours
from workforce.core import cookies
from workforce.core.actor import GUEST, Actor
from workforce.core.errors import InvalidInput, NotAllowed, WorkforceError
from workforce.services import accounts, connections, workers

router = APIRouter(prefix="/api", include_in_schema=False)
FIELD = "field."
MOST_FIELDS = 100


@router.post("/connections")
async def add_connection(request: Request) -> JSONResponse:
    """Keep a connection; the reply has its `id`, or `sentence` and `field`.

    Form: `name`, `kind`, and `field.<name>` for each field of that kind.
    """
    try:
        actor = await _asked_by(request)
        form = await request.form(max_files=0, max_fields=MOST_FIELDS)
        texts = {name: value for name, value in form.items() if isinstance(value, str)}
        data = {name.removeprefix(FIELD): text for name, text in texts.items() if name.startswith(FIELD)}
        ident = await connections.add(actor, texts.get("name", ""), texts.get("kind", ""), data)
    except WorkforceError as error:
        return _refused(error)
    return JSONResponse({"id": str(ident)}, 201)


@router.post("/workers/{worker_id}/webhook-secret")
async def show_webhook_secret(request: Request, worker_id: UUID) -> JSONResponse:
    """The secret that a worker's webhook asks for; given once."""
    try:
        secret = await workers.reveal_webhook_secret(await _asked_by(request), worker_id)
    except WorkforceError as error:
        return _refused(error)
    return JSONResponse({"secret": secret})


async def _asked_by(request: Request) -> Actor:
    if not is_ours(request):
        raise NotAllowed("Your browser sent this from somewhere else. Open the page again and retry.")
    sid = cookies.session_id(request.headers.get("cookie"))
    return (await accounts.actor_of(sid) if sid else None) or GUEST


def _refused(error: WorkforceError) -> JSONResponse:
    field = error.field if isinstance(error, InvalidInput) else ""
    return JSONResponse({"sentence": error.sentence, "field": field}, error.status)
