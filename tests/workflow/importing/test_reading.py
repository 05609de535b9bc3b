"""Bytes of all kinds, and the wrappers that exports come in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workforce.workflow.importing import NotAnExport, parse, workflows_in

ONE: dict[str, Any] = {"nodes": [], "connections": {}}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b'{"a": \xff}', "not UTF-8"),
        (json.dumps(ONE).encode("utf-16"), "not UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1', "not JSON"),
        (b"{&quot;nodes&quot;: []}", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_says_why_it_cannot_read(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnExport, match=reason):
        parse(data)


def test_reads_what_n8n_reads() -> None:
    assert parse(b"\xef\xbb\xbf" + json.dumps(ONE).encode()) == ONE
    assert parse(b'{"a": 1, "a": 2}') == {"a": 2}
    assert parse(b'"\\ud800"') == "\ud800"
    assert parse(b"1e400") == float("inf")


@pytest.mark.parametrize(
    ("document", "number"),
    [
        (ONE, 1),
        ([ONE, ONE], 2),
        ({"workflow": ONE}, 1),
        ({"data": [ONE, {"workflow": ONE}]}, 2),
        ({"workflow": {"name": "A template", "workflow": ONE}}, 1),
    ],
)
def test_unwraps(document: Any, number: int) -> None:
    assert len(workflows_in(document)) == number


@pytest.mark.parametrize(
    "document", [None, 5, "x", [], {}, [None], {"nodes": {}}, {"data": {"data": 1}}, {"data": "x"}]
)
def test_says_when_there_is_none(document: Any) -> None:
    with pytest.raises(NotAnExport, match="no workflow"):
        workflows_in(document)


def test_does_not_follow_wrappers_for_ever() -> None:
    deep: Any = ONE
    for _ in range(50):
        deep = {"data": deep}
    with pytest.raises(NotAnExport):
        workflows_in(deep)
