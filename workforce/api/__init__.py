"""HTTP: health, metrics, sign-in, callbacks from engines; every error as problem+json."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.exceptions import HTTPException

from workforce.api import auth, callbacks, connections, health, icons, metrics, problems, rehearsals
from workforce.api.tracing import Tracing

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def build() -> FastAPI:
    """The HTTP app; the pages are mounted beneath it."""
    app = FastAPI(title="WorkForce AI", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Tracing)
    problems.install(app)
    for part in (health, metrics, auth, callbacks, connections, icons, rehearsals):
        app.include_router(part.router)
    # Last: what is not there is an answer in JSON, not the pages' 404.
    app.add_api_route("/api/{path:path}", _nothing_here, methods=METHODS, include_in_schema=False)
    return app


async def _nothing_here(path: str) -> None:
    raise HTTPException(404, path)
