"""Log lines are JSON, carry the correlation id, and hold no secrets."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from workforce.core.redaction import HIDDEN, TALKATIVE, SecretsFilter, hide, hide_in_text
from workforce.core.telemetry import configure_logging, correlation_id, log, new_correlation_id


@pytest.fixture
def lines() -> Iterator[Any]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    configure_logging()
    stream = io.StringIO()
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()
    for name in TALKATIVE:
        logging.getLogger(name).filters.clear()


def test_a_line_is_json_with_its_correlation_id(lines: Any) -> None:
    ident = new_correlation_id()
    structlog.get_logger("workforce").info("draft.planned", draft="d1", api_key="k")
    logging.getLogger("elsewhere").warning("plain %s", "words")
    ours, theirs = lines()
    assert (ours["event"], ours["draft"], ours["api_key"], ours["level"]) == ("draft.planned", "d1", HIDDEN, "info")
    assert theirs["event"] == "plain words"
    assert ours["correlation_id"] == theirs["correlation_id"] == ident
    correlation_id.set("")


def test_an_exception_is_told_without_variables(lines: Any) -> None:
    password = "hunter2 hunter2"
    try:
        raise ValueError("broken")
    except ValueError:
        log.exception("job.bug")
    (line,) = lines()
    assert line["exception"][0]["exc_value"] == "broken"
    assert password not in json.dumps(line)


@pytest.mark.parametrize(
    "text",
    [
        "Event(headers={'cookie': '__Host-wf_session=s3cr3t; theme=dark', 'host': 'x'})",
        'headers={"Cookie": "wf_session=s3cr3t"}',
        "Cookie: wf_session=s3cr3t; a=b",
        "payload password='s3cr3t'",
        "Authorization: Bearer s3cr3t",
        "X-N8N-API-KEY: s3cr3t",
        "could not connect to postgresql://app:s3cr3t@db:5432/x",
        "got wf_session=s3cr3t from there",
    ],
)
def test_secrets_in_others_text_are_hidden(text: str) -> None:
    assert "s3cr3t" not in hide_in_text(text)
    record = logging.LogRecord("reflex.app", logging.INFO, "", 0, "%s", (text,), None)
    assert SecretsFilter().filter(record)
    assert "s3cr3t" not in record.getMessage()


def test_ordinary_words_stay() -> None:
    text = "Send the weekly report: 12 rows, cookies sold (token ring) to anna@example.com"
    assert hide_in_text(text) == text
    assert hide({"name": "x", "count": 3, "steps": [{"title": "Read"}]}) == {
        "name": "x",
        "count": 3,
        "steps": [{"title": "Read"}],
    }
    assert hide({"password": "", "deep": {"client_secret": "x"}}) == {"password": "", "deep": {"client_secret": HIDDEN}}
