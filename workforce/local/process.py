"""Start and stop processes: each has a group of its own, a log, and a pid file that cannot be mistaken."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path


class LocalError(Exception):
    """Something about this machine stops the stack; the text says what to do."""


def started_ticks(pid: int) -> int | None:
    """When the process started, in clock ticks since boot; None if it is gone or a zombie."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = text.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else int(fields[19])


def group_members(group: int) -> Iterator[int]:
    """Every process of the group that still runs."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if fields[2] == str(group) and fields[0] not in "ZX":
                    yield int(entry.name)


def recorded(pid_file: Path) -> int | None:
    """The process that wrote the file, if that very process still runs (a pid alone may have been reused)."""
    try:
        written = json.loads(pid_file.read_text())
    except (FileNotFoundError, ValueError):
        return None
    pid = int(written["pid"])
    return pid if started_ticks(pid) == written["started"] else None


def record(pid_file: Path, pid: int, stop_signal: int = signal.SIGTERM) -> None:
    """Write a pid file for a running process."""
    note = {"pid": pid, "started": started_ticks(pid), "signal": int(stop_signal)}
    part = pid_file.with_suffix(".part")
    part.write_text(json.dumps(note))
    part.replace(pid_file)


def stop_recorded(pid_file: Path, patience: float = 12.0) -> bool:
    """Stop the group that the pid file names: politely, then with SIGKILL. True if something ran."""
    pid = recorded(pid_file)
    if pid is not None:
        stop_signal = json.loads(pid_file.read_text()).get("signal", signal.SIGTERM)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, stop_signal)
        _wait_while(lambda: started_ticks(pid) is not None, patience)
        _wait_while(lambda: any(group_members(pid)), ORPHANS_PATIENCE)  # its children had their word from it
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    pid_file.unlink(missing_ok=True)
    return pid is not None


def _wait_while(true: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while true() and time.monotonic() < end:
        time.sleep(0.03)


GROUND = ("redis", "postgres")
ORPHANS_PATIENCE = 1.0


def stop_all(pids: Path) -> list[str]:
    """Stop everything that has a pid file, side by side; PostgreSQL and Redis, which the others need, last."""
    files = sorted(pids.glob("*.json"))
    stopped: list[str] = []
    for last in (False, True):
        group = [file for file in files if (file.stem in GROUND) == last]
        with ThreadPoolExecutor(max(1, len(group))) as pool:
            ran = list(pool.map(stop_recorded, group))
        stopped += [file.stem for file, was_running in zip(group, ran, strict=True) if was_running]
    return stopped


class Runner:
    """Starts processes with a log and a pid file each, until it is closed: then it stops them and starts no more."""

    def __init__(self, pids: Path, logs: Path) -> None:
        self.pids, self.logs = pids, logs
        self._closed = False
        self._lock = threading.Lock()

    def spawn(
        self,
        name: str,
        command: Sequence[str | Path],
        env: Mapping[str, str],
        cwd: Path,
        user: tuple[int, int] | None = None,
        stop_signal: int = signal.SIGTERM,
    ) -> subprocess.Popen[bytes]:
        """Start a process; what an earlier start left behind under the same name is stopped first."""
        pid_file = self.pids / f"{name}.json"
        stop_recorded(pid_file)
        with self._lock, self.log(name).open("ab") as log:
            if self._closed:
                raise LocalError("Stopping.")
            process = subprocess.Popen(
                [str(part) for part in command],
                env=dict(env),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user[0] if user else None,
                group=user[1] if user else None,
                extra_groups=[] if user else None,
            )
            record(pid_file, process.pid, stop_signal)
        return process

    def run(self, name: str, command: Sequence[str | Path], env: Mapping[str, str], cwd: Path, failure: str) -> None:
        """Run a program to its end; `LocalError` with `failure` and its log's end when it fails."""
        self.log(name).unlink(missing_ok=True)
        status = self.spawn(name, command, env, cwd).wait()
        (self.pids / f"{name}.json").unlink(missing_ok=True)
        if status:
            raise LocalError(f"{failure}\n{self.last_words(name)}")

    def log(self, name: str) -> Path:
        """Where a process writes."""
        return self.logs / f"{name}.log"

    def last_words(self, name: str, lines: int = 12) -> str:
        """The end of a log, for an error message."""
        log = self.log(name)
        text = log.read_text(errors="replace").splitlines()[-lines:] if log.exists() else []
        return "\n".join([f"Its log ({log}) ends with:", *(f"    {line}" for line in text)])

    def close(self) -> list[str]:
        """Stop everything; the names of what ran."""
        with self._lock:
            self._closed = True
        return stop_all(self.pids)


@dataclass
class Service:
    """One long-running program. ready: asked every 50 ms after the start until it says yes."""

    name: str
    title: str
    command: Sequence[str | Path]
    env: Mapping[str, str]
    cwd: Path
    ready: Callable[[], bool]
    user: tuple[int, int] | None = None
    stop_signal: int = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, runner: Runner, timeout: float = 60.0) -> None:
        """Start and wait until it is ready; `LocalError` with the log's end when it is not."""
        self.process = runner.spawn(self.name, self.command, self.env, self.cwd, self.user, self.stop_signal)
        end = time.monotonic() + timeout
        while not self.ready():
            if not self.alive():
                raise LocalError(f"{self.title} stopped while starting.\n{runner.last_words(self.name)}")
            if time.monotonic() > end:
                stop_recorded(runner.pids / f"{self.name}.json")
                raise LocalError(f"{self.title} was not ready in {timeout:.0f} s.\n{runner.last_words(self.name)}")
            time.sleep(0.05)

    def alive(self) -> bool:
        """Whether the process that we started still runs."""
        return self.process is not None and self.process.poll() is None
