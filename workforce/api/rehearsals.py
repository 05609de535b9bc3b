"""A draft's last rehearsal to keep: a page to print, or JSON."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from workforce.core import cookies
from workforce.core.actor import GUEST
from workforce.core.errors import NotFound
from workforce.services import accounts, drafts, rehearsals
from workforce.workflow.rehearsal.receipts import export_html, export_json

router = APIRouter(prefix="/api", include_in_schema=False)


@router.get("/drafts/{draft_id}/rehearsal.{form}")
async def export(request: Request, draft_id: UUID, form: str) -> Response:
    """The report as `html` or `json`, downloaded under the worker's name."""
    sid = cookies.session_id(request.headers.get("cookie"))
    actor = (await accounts.actor_of(sid) if sid else None) or GUEST
    seen = await rehearsals.latest(actor, draft_id)
    if seen is None or seen.report is None or form not in ("html", "json"):
        raise NotFound("There is no rehearsal to show yet.")
    title = f"Rehearsal of {(await drafts.get(actor, draft_id)).title}"
    name = {"content-disposition": f'attachment; filename="rehearsal.{form}"', "cache-control": "no-store"}
    if form == "json":
        return Response(export_json(seen.report), media_type="application/json", headers=name)
    return HTMLResponse(export_html(seen.report, title), headers=name)
