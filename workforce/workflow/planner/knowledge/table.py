"""How the tables of this room are written: a row a service, `key,other_key=value` for each thing known of it."""

from __future__ import annotations


def table(rows: dict[str, str]) -> dict[str, dict[str, str]]:
    """`{"slack": "tell,create=message/post"}` → `{"slack": {"tell": "message/post", "create": "message/post"}}`."""
    return {name: _row(row) for name, row in rows.items()}


def _row(row: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for entry in row.split():
        keys, _, value = entry.partition("=")
        known |= dict.fromkeys(keys.split(","), value)
    return known
