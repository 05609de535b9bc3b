"""Start and stop one service: a process group of its own, a log, a pid file that cannot be mistaken."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
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


def stop_recorded(pid_file: Path, patience: float = 10.0) -> bool:
    """Stop the group that the pid file names: politely, then with SIGKILL. True if something ran."""
    pid = recorded(pid_file)
    if pid is not None:
        stop_signal = json.loads(pid_file.read_text()).get("signal", signal.SIGTERM)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, stop_signal)
        end = time.monotonic() + patience
        while any(group_members(pid)) and time.monotonic() < end:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
            time.sleep(0.03)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    pid_file.unlink(missing_ok=True)
    return pid is not None


@dataclass
class Service:
    """One long-running program. ready: asked every 50 ms after the start until it says yes."""

    name: str
    title: str
    command: list[str]
    env: Mapping[str, str]
    log: Path
    pid_file: Path
    ready: Callable[[], bool]
    cwd: Path | None = None
    user: tuple[int, int] | None = None
    stop_signal: int = signal.SIGTERM
    patience: float = 10.0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, timeout: float = 60.0) -> None:
        """Start and wait until it is ready; `LocalError` with the log's end when it is not."""
        stop_recorded(self.pid_file, self.patience)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=dict(self.env),
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=self.user[0] if self.user else None,
                group=self.user[1] if self.user else None,
                extra_groups=[] if self.user else None,
            )
        record(self.pid_file, self.process.pid, self.stop_signal)
        self._wait(timeout)

    def _wait(self, timeout: float) -> None:
        end = time.monotonic() + timeout
        while not self.ready():
            if not self.alive():
                raise LocalError(f"{self.title} stopped while starting.\n{self.last_words()}")
            if time.monotonic() > end:
                self.stop()
                raise LocalError(f"{self.title} was not ready after {timeout:.0f} s.\n{self.last_words()}")
            time.sleep(0.05)

    def alive(self) -> bool:
        """Whether the process that we started still runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Stop it and everything it started."""
        stop_recorded(self.pid_file, self.patience)
        if self.process is not None:
            self.process.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of its log, for an error message."""
        text = self.log.read_text(errors="replace").splitlines()[-lines:] if self.log.exists() else []
        return "\n".join([f"Its log ({self.log}) ends with:", *(f"    {line}" for line in text)])
