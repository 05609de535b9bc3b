"""Sign in, sign up, sign out: plain form posts, so that they work without script and set an HttpOnly cookie."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from workforce.core import cookies, local_path
from workforce.core.errors import InvalidInput, NotAllowed, TooManyRequests, Unavailable, WorkforceError
from workforce.core.settings import get_settings
from workforce.core.telemetry import log
from workforce.services import accounts, limits

router = APIRouter(prefix="/api/auth", include_in_schema=False)
Text = Annotated[str, Form()]
LONGEST, LONGEST_LINE = 200, 120
COMPANIES_PER_HOUR = 20  # from one address; an office behind one address may found a few


@router.post("/sign-in")
async def sign_in(request: Request, email: Text = "", password: Text = "", next: Text = "") -> RedirectResponse:  # noqa: A002 - the field's name
    """Check e-mail and password; go where the person wanted to go, or back to the form with what they typed."""
    then = local_path.cleaned(next)
    typed = {"email": email, "next": then}
    if not is_ours(request):
        return _again("/sign-in", "origin", typed)
    try:
        if not email.strip() or not password or len(password) > accounts.LONGEST_PASSWORD:
            raise InvalidInput
        sid = await accounts.sign_in(email, password, address(request))
    except WorkforceError as error:
        return _again("/sign-in", _code(error, "wrong"), typed)
    return await _enter(request, sid, then)


@router.post("/sign-up")
async def sign_up(
    request: Request,
    name: Text = "",
    company: Text = "",
    email: Text = "",
    password: Text = "",
    next: Text = "",  # noqa: A002
) -> RedirectResponse:
    """Create a company with its first administrator and sign them in."""
    then = local_path.cleaned(next)
    typed = {"name": name, "company": company, "email": email, "next": then}
    if not is_ours(request):
        return _again("/sign-up", "origin", typed)
    if code := _mistake(name, company, email, password):
        return _again("/sign-up", code, typed)
    zone = cookies.timezone(request.headers.get("cookie"))
    try:
        await limits.take("sign-up", address(request), COMPANIES_PER_HOUR)
        sid = await accounts.sign_up(email, password, name, company, zone, _language(request))
    except WorkforceError as error:
        return _again("/sign-up", _code(error, "input"), typed)
    return await _enter(request, sid, then or "/app/hire")


@router.post("/sign-out")
async def sign_out(request: Request) -> RedirectResponse:
    """End the session on the server and take the cookie away."""
    if not is_ours(request):
        return RedirectResponse("/", 303)
    if sid := cookies.session_id(request.headers.get("cookie")):
        try:
            await accounts.sign_out(sid)
        except Unavailable as error:
            log.warning("sign_out.away", reason=error.sentence)
            return RedirectResponse("/app/", 303)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(cookies.session_name(), path="/", secure=cookies.is_https(), httponly=True, samesite="lax")
    return answer


def is_ours(request: Request) -> bool:
    """Whether a form was sent from our own pages; a browser cannot be made to lie about these two headers."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or origin in {get_settings().public_url.rstrip("/"), str(request.base_url).rstrip("/")}


def address(request: Request) -> str:
    """The client's address, for limits."""
    return request.client.host if request.client else ""


def _mistake(name: str, company: str, email: str, password: str) -> str:
    checks = {
        "name": not 0 < len(name.strip()) <= LONGEST_LINE,
        "company": not 0 < len(company.strip()) <= LONGEST_LINE,
        "email": not accounts.EMAIL.fullmatch(email.strip()) or len(email) > LONGEST,
        "short": len(password) < accounts.SHORTEST_PASSWORD,
        "long": len(password) > accounts.LONGEST_PASSWORD,
    }
    return next((code for code, wrong in checks.items() if wrong), "")


def _code(error: WorkforceError, otherwise: str) -> str:
    if isinstance(error, TooManyRequests):
        return "fast"
    if isinstance(error, Unavailable):
        return "away"
    if isinstance(error, NotAllowed):
        return "alone"
    field = error.field if isinstance(error, InvalidInput) else ""
    return {"email": "taken", "password": "guess", "name": "name", "company": "company"}.get(field, otherwise)


def _again(form: str, code: str, typed: dict[str, str]) -> RedirectResponse:
    kept = {key: value[:LONGEST] for key, value in typed.items() if value}
    return RedirectResponse(f"{form}?{urlencode({'error': code, **kept})}", 303)


async def _enter(request: Request, sid: str, then: str) -> RedirectResponse:
    """Set the cookie and go on; a session that this browser had before ends."""
    before = cookies.session_id(request.headers.get("cookie"))
    if before and before != sid:
        await accounts.sign_out(before)
    answer = RedirectResponse(then or "/app/", 303)
    answer.set_cookie(
        cookies.session_name(),
        sid,
        max_age=get_settings().session_hours * 3600,
        path="/",
        secure=cookies.is_https(),
        httponly=True,
        samesite="lax",
    )
    return answer


def _language(request: Request) -> str:
    first = request.headers.get("accept-language", "en").split(",")[0].split("-")[0].strip().lower()
    return first if first.isalpha() and len(first) == 2 else "en"
