"""Errors as problem+json (RFC 9457): what went wrong in a sentence, never a stack trace."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from workforce.core.errors import InvalidInput, TooManyRequests, WorkforceError
from workforce.core.telemetry import correlation_id, log

NOTHING_HERE = "There is nothing at this address. Check it, or start from the front page."
OUR_FAULT = "Something went wrong on our side. Try again; if it happens once more, tell us the incident's number."


class Problem(JSONResponse):
    """An error's answer."""

    media_type = "application/problem+json"


def problem(status: int, detail: str, headers: dict[str, str] | None = None, **members: Any) -> Problem:
    """An answer of this status; detail: a sentence for people; members: further fields."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **members}
    if given := correlation_id.get():
        body["correlation_id"] = given
    return Problem(body, status, headers)


def install(app: FastAPI) -> None:
    """Have the app answer expected errors this way; `tracing` does it for the others."""
    app.add_exception_handler(WorkforceError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _expected(_request: Request, error: Exception) -> Problem:
    if not isinstance(error, WorkforceError):
        raise error
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("http.unavailable", kind=type(error).__name__, detail=error.detail)
    members = {"field": error.field} if isinstance(error, InvalidInput) and error.field else {}
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooManyRequests) else None
    return problem(error.status, error.sentence, headers, **members)


async def _invalid(_request: Request, error: Exception) -> Problem:
    if not isinstance(error, RequestValidationError):
        raise error
    issues = [
        {"field": ".".join(str(part) for part in item["loc"][1:]), "issue": item["msg"]} for item in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, InvalidInput.sentence, issues=issues)


async def _http(_request: Request, error: Exception) -> Problem:
    if not isinstance(error, HTTPException):
        raise error
    detail = NOTHING_HERE if error.status_code == HTTPStatus.NOT_FOUND else str(error.detail)
    return problem(error.status_code, detail, dict(error.headers or {}))


def bug(path: str, error: Exception) -> Problem:
    """The answer to what nobody foresaw: logged under an incident's number, which is all that is told."""
    incident = uuid4().hex[:8]
    log.error("http.bug", incident=incident, path=path, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, OUR_FAULT, incident=incident)
