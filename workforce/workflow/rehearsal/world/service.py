"""`Service`: a simulated service: its hosts, and what it answers on which path."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.world.exchange import Answer
from workforce.workflow.rehearsal.world.visit import Visit

Reply = Any
"""An `Answer`, or JSON."""
Handler = Callable[[Visit], Reply]


class Service:
    """name: as people know it; hosts: a regular expression on the whole host; paths: on the path's beginning, where
    one host holds several services.
    """

    def __init__(self, name: str, hosts: str, paths: str = "") -> None:
        self.name = name
        self._hosts, self._paths = re.compile(hosts), re.compile(paths)
        self._routes: list[tuple[str, re.Pattern[str], Handler]] = []

    def serves(self, host: str, path: str) -> bool:
        """Whether an address is this service's."""
        return bool(self._hosts.fullmatch(host) and self._paths.match(path))

    def on(self, methods: str, path: str) -> Callable[[Handler], Handler]:
        """Answer these methods ("GET POST", "*" for all) on this path (a regular expression on the whole path)."""
        pattern = re.compile(path)

        def keep(handler: Handler) -> Handler:
            self._routes += [(method, pattern, handler) for method in methods.split()]
            return handler

        return keep

    def reply(self, visit: Visit) -> Reply | None:
        """The first fitting route's reply; None when no route fits."""
        path, method = visit.asked.path, visit.asked.method.upper()
        for wanted, pattern, handler in self._routes:
            match = pattern.fullmatch(path) if wanted in (method, "*") else None
            if match:
                visit.found = {name: value or "" for name, value in match.groupdict().items()}
                return handler(visit)
        return None


__all__ = ["Answer", "Handler", "Reply", "Service"]
