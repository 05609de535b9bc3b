"""One log line a fact, in JSON, with the correlation id that leads from a click to the engine; and the counters."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from contextvars import ContextVar
from typing import Any
from uuid import uuid4

import structlog
from prometheus_client import Counter, Gauge, Histogram

from workforce.core.redaction import TALKATIVE, SecretsFilter, hide_secrets
from workforce.core.settings import get_settings

correlation_id: ContextVar[str] = ContextVar("correlation_id", default="")

log: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger("workforce")

EVENTS = Counter("workforce_page_events_total", "Events from pages.", ["handler", "outcome"])
REQUESTS = Histogram("workforce_http_seconds", "HTTP requests.", ["method", "route", "status"])
JOBS = Histogram(
    "workforce_job_seconds", "Background jobs.", ["task", "outcome"], buckets=(0.01, 0.05, 0.2, 0.5, 1, 5, 20, 60, 300)
)
ENGINE_CALLS = Histogram("workforce_engine_call_seconds", "Calls to n8n.", ["verb", "outcome"])
PLAN_SECONDS = Histogram(
    "workforce_plan_seconds", "Prompt to plan.", ["planner", "outcome"], buckets=(0.01, 0.025, 0.05, 0.1, 0.2, 1, 5, 30)
)
SIGN_INS = Counter("workforce_sign_ins_total", "Attempts to sign in.", ["outcome"])
JOB_QUEUE = Gauge("workforce_jobs_waiting", "Jobs that wait for a worker process.", multiprocess_mode="mostrecent")


def new_correlation_id() -> str:
    """A new id of 32 hex characters, also set as the current one."""
    ident = uuid4().hex
    correlation_id.set(ident)
    return ident


def configure_logging() -> None:
    """Write every logger of the process as JSON lines to stderr, secrets hidden. Call once at start."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        _add_correlation_id,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(shared))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(get_settings().log_level.upper())
    for name in TALKATIVE:
        logging.getLogger(name).addFilter(SecretsFilter())
    for name in ("httpx", "procrastinate"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _formatter(shared: list[Any]) -> structlog.stdlib.ProcessorFormatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            # Without the functions' variables: they hold passwords and prompts.
            structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False)),
            hide_secrets,
            structlog.processors.JSONRenderer(default=str),
        ],
    )


def _add_correlation_id(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    if given := correlation_id.get():
        event.setdefault("correlation_id", given)
    return event
