"""Waits until `up` is gone, however it went, and stops what it left behind.

Started by `up` with a pipe on its standard input: the end of that pipe is the end of `up`, also after kill -9.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workforce.local.places import CHECKOUT
from workforce.local.process import stop_all


def start(pids: Path, keep_open: int) -> subprocess.Popen[bytes]:
    """Start the guard; it also holds the file `keep_open` (the lock of `up`), so that a new start waits for it."""
    return subprocess.Popen(
        [sys.executable, "-m", "workforce.local.guard", pids],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=[keep_open],
    )


if __name__ == "__main__":
    sys.stdin.buffer.read()
    stop_all(Path(sys.argv[1]))
