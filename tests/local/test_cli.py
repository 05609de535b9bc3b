"""The command line starts quickly and says what is wrong in a sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workforce.cli import main


def test_starting_imports_nothing_heavy() -> None:
    heavy = {"reflex", "sqlalchemy", "httpx", "psycopg", "pydantic"}
    code = "import sys, workforce.cli as cli; cli.parser(); print(*sorted(set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not heavy & set(loaded)


def test_a_half_given_engine_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("N8N_API_KEY", "only the key")
    assert main(["workers"]) == 1
    said = capsys.readouterr().err
    assert "N8N_BASE_URL is not" in said
    assert "Traceback" not in said


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in ("up", "down", "reset", "doctor", "plan", "deploy", "run", "workers", "mail"))
