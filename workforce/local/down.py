"""`down` and `reset`: stop a stack that runs in another terminal, and forget what it kept."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time

from workforce.local.places import Places
from workforce.local.process import stop_all
from workforce.local.up import running


def down(places: Places) -> int:
    """Stop this checkout's stack; the exit status."""
    pid = running(places)
    if pid is not None:
        print("Stopping …")
        os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + 30
        while running(places) and time.monotonic() < end:
            time.sleep(0.1)
    left = stop_all(places.pids)
    print("Stopped." if pid or left else "Nothing of this checkout is running.")
    return 0


def reset(places: Places, *, force: bool) -> int:
    """Stop, and remove data, secrets and logs after asking; caches stay. The exit status."""
    if not force:
        if not sys.stdin.isatty():
            print("This removes all data of this checkout. Say so with `make reset FORCE=1`.")
            return 1
        print(f"This removes the demo company, all workers, their n8n and all secrets in {places.state}.")
        if input("Type yes to go on: ").strip().lower() != "yes":
            print("Nothing was removed.")
            return 1
    down(places)
    shutil.rmtree(places.state)
    print("Removed. `make up` starts with an empty platform.")
    return 0
