"""What was made in this rehearsal, by service and collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]


class Memory:
    """Collections of records. A collection is made up when it is first looked at."""

    def __init__(self) -> None:
        self._collections: dict[str, list[Record]] = {}
        self._counter = 0

    def collection(self, key: str, first: Callable[[], list[Record]]) -> list[Record]:
        """The records of that key; `first` makes the ones it begins with."""
        if key not in self._collections:
            self._collections[key] = first()
        return self._collections[key]

    def next(self) -> int:
        """A number that was not given before."""
        self._counter += 1
        return self._counter
