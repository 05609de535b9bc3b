"""`check` and `roundtrip` on a folder in which all is wrong that can be: a line a file, in order, never a crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.importing import samples
from workforce.cli import checking

GOOD = samples.workflow([samples.START])
WHOLE: dict[str, Any] = {
    "agent.json": samples.AGENT,
    "good.json": GOOD,
    "list.json": [GOOD, GOOD],
    "one bad of two.json": [GOOD, samples.workflow([])],
    "wrapped.json": {"data": {"workflow": GOOD}},
    "loop to itself.json": {**GOOD, "connections": {"Start": samples.ways(["Start"])}},
    "prototype.json": samples.workflow([samples.node("__proto__", "manualTrigger", 1, {"constructor": {"a": 1}})]),
    "control\nname.json": samples.workflow([samples.node("a\u0000\u2028\n", "manualTrigger")]),
    "no node.json": {"nodes": [5], "connections": {}},
}  # fmt: skip
BYTES = {
    "big.json": b'{"nodes": [], "connections": {}, "x": "' + b"x" * 50_000_000 + b'"}',
    "deep.json": b'{"nodes": [], "connections": {}, "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "deep parameter.json": json.dumps(GOOD).replace("{}", '{"a":' * 2000 + '"=1"' + "}" * 2000, 1).encode(),
    "empty.json": b"",
    "huge number.json": json.dumps(GOOD).replace("{}", '{"a": ' + "9" * 400 + "}", 1).encode(),
    "half character.json": json.dumps(GOOD).replace("Start", "\\ud800").encode(),
    "nan.json": b'{"nodes": [], "connections": {}, "x": NaN}',
    "not text.json": b'{"nodes": "\xff\xfe"}',
    "null.json": b"null",
    "truncated.json": b'{"nodes": [',
}
READABLE = {"big.json", "deep parameter.json", "huge number.json", "half character.json"}
UNREADABLE = {*BYTES, "folder.json", "nowhere.json", "round.json", "pipe.json", "endless.json"} - READABLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, document in WHOLE.items():
        (tmp_path / name).write_text(json.dumps(document))
    for name, data in BYTES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "inner.json").write_text(json.dumps(GOOD))
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "notes.txt").write_text("no export")
    os.mkfifo(tmp_path / "pipe.json")
    for name, target in (("link", "good.json"), ("nowhere", "gone"), ("round", "round.json"), ("endless", "/dev/zero")):
        (tmp_path / f"{name}.json").symlink_to(target)
    (tmp_path / "again").symlink_to(".")
    return tmp_path


def run(*arguments: str) -> tuple[list[dict[str, Any]], int]:
    """The lines of a command and its exit status."""
    command = [sys.executable, "-m", "workforce", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


@pytest.mark.usefixtures("catalogue_path")
def test_check_gives_every_file_its_line(folder: Path) -> None:
    rows, status = run("check", str(folder))
    names = [
        *WHOLE,
        *BYTES,
        "below/inner.json",
        *(f"{n}.json" for n in ("folder", "pipe", "link", "nowhere", "round", "endless")),
    ]
    assert [row["file"] for row in rows] == sorted(names)
    assert status == 0
    codes = {row["file"]: [issue["code"] for issue in row["issues"]] for row in rows}
    assert {name for name, found in codes.items() if found == ["unreadable"]} == UNREADABLE
    valid = {row["file"] for row in rows if row["valid"]}
    assert valid == {
        "below/inner.json", "control\nname.json", "deep parameter.json", "good.json",
        "half character.json", "huge number.json", "link.json", "list.json", "prototype.json", "wrapped.json",
    }  # fmt: skip
    assert all(set(issue) == {"node", "code", "message"} for row in rows for issue in row["issues"])
    assert all(row["valid"] is not bool(row["issues"]) for row in rows)


@pytest.mark.usefixtures("catalogue_path")
def test_roundtrip_gives_every_file_its_line(folder: Path) -> None:
    rows, status = run("roundtrip", str(folder), "--strict")
    assert status == 1
    told = {row["file"]: row["status"] for row in rows}
    assert {name for name, status in told.items() if status == "error"} == UNREADABLE | {"deep parameter.json"}
    assert {name for name, status in told.items() if status not in ("equal", "error")} == {"no node.json"}
    assert all(row.keys() == {"file", "status", "reason", "seconds"} for row in rows)
    assert all(bool(row["reason"]) is (row["status"] != "equal") for row in rows)


@pytest.mark.usefixtures("catalogue_path")
def test_exit_statuses(tmp_path: Path) -> None:
    assert run("check", str(tmp_path / "nowhere")) == ([], 2)
    assert run("check", str(tmp_path), "--strict") == ([], 0)
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    assert run("check", str(tmp_path), "--strict")[1] == 0
    assert run("roundtrip", str(tmp_path / "good.json"))[0][0]["status"] == "equal"


def misbehaves(data: bytes) -> checking.Row:
    """What a file might make of us: waiting for ever, dying, eating all memory, a bug."""
    match data:
        case b"waits":
            time.sleep(60)
        case b"dies":
            os._exit(3)
        case b"eats":
            bytearray(8 * checking.MEMORY)
        case b"fails":
            raise ZeroDivisionError
    return {"status": "fine"}, True


def failed(reason: str) -> checking.Row:
    return {"status": reason}, False


@pytest.mark.usefixtures("catalogue_path")
def test_a_file_that_misbehaves_costs_its_own_line_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SECONDS", 10)
    checking.use_installed_catalogue()
    for number, data in enumerate(("fine", "waits", "fine", "dies", "eats", "fails", "fine")):
        (tmp_path / f"{number}.json").write_text(data)
    rows = [row["status"] for _, (row, _) in checking._rows(tmp_path, misbehaves, failed)]
    assert [rows[number] for number in (0, 2, 6)] == ["fine"] * 3
    assert "longer than" in rows[1]
    assert "memory" in rows[3] and "memory" in rows[4]
    assert "ZeroDivisionError" in rows[5]
