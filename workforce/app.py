"""The front door: every page with its address and what it loads, the HTTP app beside them, the locks around both."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import reflex as rx
from reflex.utils.prerequisites import get_web_dir
from reflex_components_core.base.error_boundary import ErrorBoundary

from workforce import api
from workforce.api.security import secured
from workforce.components.broken import broken_page
from workforce.components.head import head
from workforce.components.notices import overlay
from workforce.core.telemetry import configure_logging
from workforce.data import postgres, redis
from workforce.pages import landing, not_found, sign_in, sign_up
from workforce.pages.dashboard import (
    connections,
    departments,
    draft,
    drafts,
    hire,
    overview,
    settings,
    usage,
    worker,
    workers,
)
from workforce.states.entry import EntryState
from workforce.states.guard import Guard
from workforce.states.landing import LandingState
from workforce.states.locks import tidy
from workforce.states.mishap import answer_exception
from workforce.states.session import SessionState


class Route(NamedTuple):
    """One page: its address, what draws it, its title, what it loads when it opens, and what it is about."""

    path: str
    page: Callable[[], rx.Component]
    title: str
    loads: Sequence[Any] = ()
    about: str = "Describe a job in plain words, approve the plan, and a real automation does the work."


ROUTES = (
    Route("/", landing.page, "WorkForce AI: hire AI workers by describing the job", [LandingState.open]),
    Route("/sign-in", sign_in.page, "Sign in · WorkForce AI", [EntryState.read_address]),
    Route("/sign-up", sign_up.page, "Create an account · WorkForce AI", [EntryState.read_address]),
    Route("/app", overview.page, "Overview · WorkForce AI", overview.ON_LOAD),
    Route("/app/hire", hire.page, "Hire a worker · WorkForce AI", hire.ON_LOAD),
    Route("/app/drafts", drafts.page, "Drafts · WorkForce AI", drafts.ON_LOAD),
    Route("/app/drafts/[draft_id]", draft.page, "Draft · WorkForce AI", draft.ON_LOAD),
    Route("/app/workers", workers.page, "Workers · WorkForce AI", workers.ON_LOAD),
    Route("/app/workers/[worker_id]", worker.page, "Worker · WorkForce AI", worker.ON_LOAD),
    Route("/app/connections", connections.page, "Connections · WorkForce AI", connections.ON_LOAD),
    Route("/app/departments", departments.page, "Departments · WorkForce AI", departments.ON_LOAD),
    Route("/app/usage", usage.page, "Usage · WorkForce AI", usage.ON_LOAD),
    Route("/app/settings", settings.page, "Settings · WorkForce AI", settings.ON_LOAD),
    Route("/404", not_found.page, "Not found · WorkForce AI"),
)


def built_pages() -> Path:
    """Where the compiled front end lies."""
    return Path(get_web_dir()) / "build" / "client"


@asynccontextmanager
async def lifespan() -> AsyncIterator[None]:
    """Close the pools when the process ends."""
    configure_logging()
    _settle()
    yield
    await postgres.close()
    await redis.close()


def _settle() -> None:
    """What is loaded by now stays: the collector need not walk it again and again, a quarter of a second each time."""
    gc.collect()
    gc.freeze()


def build() -> rx.App:
    """The whole application."""
    site = rx.App(
        api_transformer=[api.build(), secured(built_pages)],
        html_lang="en",
        stylesheets=["/tokens.css"],
        head_components=head(),
        app_wraps={
            (55, "ErrorBoundary"): lambda _stateful: ErrorBoundary.create(fallback_render=broken_page()),
            (5, "Overlay"): lambda _stateful: rx.fragment(overlay()),
        },
        toaster=None,
        backend_exception_handler=answer_exception,
    )
    site.add_middleware(Guard())
    site.register_lifespan_task(lifespan)
    for route in ROUTES:
        site.add_page(
            route.page,
            route=route.path,
            title=route.title,
            description=route.about,
            on_load=[SessionState.greet, *route.loads],
        )
    if site._state_manager:
        site._state_manager = tidy(site._state_manager)
    return site


app = build()
