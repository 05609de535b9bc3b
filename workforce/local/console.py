"""Progress that a person can read: one line a step, with its seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_GREEN, _RED, _DIM, _PLAIN = "\033[32m", "\033[31m", "\033[2m", "\033[0m"


class Console:
    """Prints steps from several threads at once, each line whole. `timings` keeps what they took, in seconds."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.began = time.monotonic()
        self.timings: dict[str, float] = {}
        self._lock = threading.Lock()
        self._colour = sys.stdout.isatty()

    @contextmanager
    def step(self, title: str, *, slow: str = "") -> Iterator[None]:
        """Time a step and print it when it is over; `slow` is said at once, for steps of more than a few seconds."""
        start = time.monotonic()
        if slow:
            self.line("…", _DIM, f"{title}: {slow}")
        try:
            yield
        except BaseException:
            self.line("✗", _RED, title, time.monotonic() - start)
            raise
        self.timings[title] = time.monotonic() - start
        self.line("✓", _GREEN, title, self.timings[title])

    def line(self, mark: str, colour: str, text: str, seconds: float | None = None) -> None:
        """One line: a mark, what it is about, how long it took."""
        if self.quiet:
            return
        took = "" if seconds is None else f"{seconds:6.1f} s"
        shown = f"{colour}{mark}{_PLAIN}" if self._colour else mark
        with self._lock:
            print(f"  {shown} {text:<62}{took}".rstrip(), flush=True)

    def say(self, text: str = "") -> None:
        """A line as it is."""
        if not self.quiet:
            with self._lock:
                print(text, flush=True)

    def warn(self, text: str) -> None:
        """Something to know, not a failure."""
        self.line("!", _RED, text)

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self.began
