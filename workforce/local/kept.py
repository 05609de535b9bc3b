"""Secrets and ports that stay the same from one start to the next."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now."""
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(preferred: int, taken: set[int]) -> int:
    """`preferred`, or the next port above it that is free and not in `taken`."""
    for port in range(preferred, preferred + 2000):
        if port not in taken and port_is_free(port):
            return port
    raise OSError(f"No free port between {preferred} and {preferred + 2000}.")


class Kept:
    """One JSON file, mode 600, written whole or not at all; safe to use from several threads and processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()

    def get(self, name: str) -> str:
        """What is kept under the name, or an empty string."""
        return str(self._values().get(name, ""))

    def secret(self, name: str, make: Callable[[], str] = lambda: secrets.token_urlsafe(32)) -> str:
        """The kept secret; made at first use."""
        with self._alone():
            if not (known := self.get(name)):
                known = make()
                self._write({**self._values(), name: known})
            return known

    def port(self, name: str, preferred: int) -> int:
        """The kept port while it is free, else the next free one; no two names get the same."""
        with self._alone():
            values = self._values()
            own = f"{name}_port"
            others = {int(value) for key, value in values.items() if key.endswith("_port") and key != own}
            port = free_port(int(values.get(own, preferred)), others)
            self._write({**values, own: port})
            return port

    def put(self, name: str, value: str | int) -> None:
        """Keep a value."""
        with self._alone():
            self._write({**self._values(), name: value})

    def _values(self) -> dict[str, str | int]:
        """Read anew each time: another process may have kept something."""
        try:
            return dict(json.loads(self.path.read_text()))
        except FileNotFoundError:
            return {}

    def _write(self, values: dict[str, str | int]) -> None:
        part = self.path.with_suffix(".part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(values, file, indent=1)
        part.replace(self.path)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread of one process at a time."""
        with self._lock, self.path.with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
