"""What the README says is so."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.readme import README, settings_table, with_part

TEXT = README.read_text()
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S) for line in block.splitlines() if line]
PLANS = [line for line in COMMANDS if "workforce plan " in line and "--batch" not in line]


def test_every_setting_is_listed() -> None:
    assert with_part(TEXT, "settings", settings_table()) == TEXT, "run: python -m tests.docs.readme"


def test_every_path_exists() -> None:
    named = re.findall(r"`((?:workforce|docs|benchmarks|tests)/[\w/.]+)`", TEXT) + re.findall(
        r"\]\((docs/[^)]+)\)", TEXT
    )
    root = README.parent
    assert [path for path in named if not (root / path).exists() and not (root / f"{path}.py").exists()] == []


def test_every_make_target_exists() -> None:
    makefile = (README.parent / "Makefile").read_text()
    targets = set(re.findall(r"`?make ([a-z]+)", TEXT))
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []


@pytest.mark.parametrize("command", PLANS)
def test_planning_commands_plan(command: str, catalogue_path: Path) -> None:
    arguments = shlex.split(command)[3:]
    ran = subprocess.run(
        [sys.executable, "-m", "workforce", *arguments, "--json"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": "/usr/bin:/bin", "CATALOGUE_PATH": str(catalogue_path), "HOME": str(Path.home())},
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["outcome"] in {"workflow", "questions"}


def test_the_batch_contract(catalogue_path: Path, tmp_path: Path) -> None:
    cases, results = tmp_path / "cases.jsonl", tmp_path / "results.jsonl"
    prompts = {"clear": "Every day at 8 read https://a.example/x and post it to https://b.example/y", "emoji": "🎉🎉"}
    cases.write_text("".join(json.dumps({"id": ident, "prompt": text}) + "\n" for ident, text in prompts.items()))
    ran = subprocess.run(
        [sys.executable, "-m", "workforce", "plan", "--batch", str(cases), "--out", str(results)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": "/usr/bin:/bin", "CATALOGUE_PATH": str(catalogue_path), "HOME": str(Path.home())},
    )
    assert ran.returncode == 0, ran.stderr
    rows = {row["id"]: row for row in map(json.loads, results.read_text().splitlines())}
    assert set(rows["clear"]) == {"id", "outcome", "workflow", "questions", "seconds"}
    assert rows["clear"]["outcome"] == "workflow"
    assert rows["clear"]["workflow"]["nodes"]
    assert rows["emoji"]["outcome"] == "questions"
    assert rows["emoji"]["questions"]
