"""Processes: stopped whole, never confused with a stranger's, and nothing is left when `up` is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workforce.local import guard
from workforce.local.process import (
    LocalError,
    Runner,
    Service,
    record,
    recorded,
    started_ticks,
    stop_all,
    stop_recorded,
)

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
FAMILY = [
    sys.executable,
    "-c",
    "import subprocess, sys, time; print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)",
]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)",
]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner with folders of its own."""
    for name in ("pids", "logs"):
        (tmp_path / name).mkdir()
    return Runner(tmp_path / "pids", tmp_path / "logs")


def until(true: Callable[[], object]) -> None:
    """Wait for something that takes a moment."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def test_stopping_takes_the_children_too(runner: Runner, tmp_path: Path) -> None:
    runner.spawn("family", FAMILY, os.environ, tmp_path)
    until(lambda: runner.log("family").read_text().strip())
    child = int(runner.log("family").read_text())
    assert stop_all(runner.pids) == ["family"]
    until(lambda: started_ticks(child) is None)


def test_what_does_not_listen_is_killed(runner: Runner, tmp_path: Path) -> None:
    process = runner.spawn("stubborn", STUBBORN, os.environ, tmp_path)
    until(lambda: runner.log("stubborn").read_text())
    stop_recorded(runner.pids / "stubborn.json", patience=0.2)
    assert process.wait(5) == -signal.SIGKILL


def test_a_reused_process_id_is_left_alone(runner: Runner) -> None:
    stranger = subprocess.Popen(SLEEP, start_new_session=True)
    pid_file = runner.pids / "ours.json"
    record(pid_file, stranger.pid)
    note = json.loads(pid_file.read_text())
    pid_file.write_text(json.dumps(note | {"started": note["started"] - 1}))
    assert recorded(pid_file) is None
    assert stop_all(runner.pids) == []
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_closed_runner_starts_nothing_more(runner: Runner, tmp_path: Path) -> None:
    process = runner.spawn("one", SLEEP, os.environ, tmp_path)
    assert runner.close() == ["one"]
    assert process.wait(5) == -signal.SIGTERM
    with pytest.raises(LocalError):
        runner.spawn("two", SLEEP, os.environ, tmp_path)


def test_a_failed_start_shows_the_end_of_the_log(runner: Runner, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('the disk is full'); raise SystemExit(3)"]
    service = Service("broken", "The broken one", command, os.environ, tmp_path, ready=lambda: False)
    with pytest.raises(LocalError, match=r"The broken one stopped while starting[\s\S]*the disk is full"):
        service.start(runner)


def test_the_guard_stops_everything_when_up_is_gone(runner: Runner, tmp_path: Path) -> None:
    runner.spawn("redis", SLEEP, os.environ, tmp_path)
    runner.spawn("web", SLEEP, os.environ, tmp_path)
    pids = [recorded(runner.pids / f"{name}.json") for name in ("redis", "web")]
    with (tmp_path / "lock").open("w") as lock:
        watcher = guard.start(runner.pids, lock.fileno())
    assert watcher.stdin is not None
    watcher.stdin.close()  # what the kernel does when the process at the other end dies
    assert watcher.wait(15) == 0
    assert not list(runner.pids.glob("*.json"))
    assert [started_ticks(pid or 0) for pid in pids] == [None, None]
