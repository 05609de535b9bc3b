"""Secrets and ports that stay the same from one start to the next."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast


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
    """One JSON file, mode 600, written whole or not at all; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._values: dict[str, str | int] = json.loads(path.read_text()) if path.exists() else {}

    def get(self, name: str) -> str:
        """What is kept under the name, or an empty string."""
        return str(self._values.get(name, ""))

    def secret(self, name: str, make: Callable[[], str] = lambda: secrets.token_urlsafe(32)) -> str:
        """The kept secret; made at first use."""
        with self._lock:
            if name not in self._values:
                self.put(name, make())
            return self.get(name)

    def port(self, name: str, preferred: int) -> int:
        """The kept port while it is free, else the next free one; no two names get the same."""
        with self._lock:
            others = {int(v) for k, v in self._values.items() if k.endswith("_port") and k != f"{name}_port"}
            port = free_port(int(cast(int, self._values.get(f"{name}_port", preferred))), others)
            self.put(f"{name}_port", port)
            return port

    def put(self, name: str, value: str | int) -> None:
        """Keep a value."""
        with self._lock:
            if self._values.get(name) == value:
                return
            self._values[name] = value
            part = self.path.with_suffix(".part")
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump(self._values, file, indent=1)
            part.replace(self.path)
