"""A rehearsal stage for one command: the one that runs, else one of its own that ends with the command."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import IO

from workforce.local import guard, n8n
from workforce.local.places import Places
from workforce.local.process import LocalError, stop_all
from workforce.local.rehearsal.service import answers, door
from workforce.local.stack import Stack
from workforce.local.up import AlreadyRunning, alone


@contextlib.contextmanager
def _alone(places: Places) -> Iterator[IO[str]]:
    """The checkout to ourselves; a platform that runs without a stage is not disturbed."""
    try:
        with alone(places) as lock:
            yield lock
    except AlreadyRunning as error:
        raise LocalError(
            "WorkForce AI runs here, but its rehearsal engine does not answer. `make doctor` says why."
        ) from error


@contextlib.contextmanager
def stage_at_hand(places: Places) -> Iterator[str]:
    """The unix socket of a stage. Raises `LocalError` when none can be started."""
    given = os.environ.get("REHEARSAL_SOCKET")
    if given or answers(door(places)):
        yield given or str(door(places))
        return
    with _alone(places) as lock:
        stop_all(places.pids)
        stack = Stack(places)
        stack.choose_ports()
        guarded = guard.start(places.pids, lock.fileno())
        print("Starting a rehearsal engine for this command …", file=sys.stderr)
        try:
            if not n8n.installed(places.cache):
                n8n.install(places, stack.runner)
            stack.start_postgres()
            stack.start_rehearsal()
            yield str(door(places))
        finally:
            stack.stop()
            if guarded.stdin:
                guarded.stdin.close()
            guarded.wait()
