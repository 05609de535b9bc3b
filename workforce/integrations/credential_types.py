"""n8n's descriptions of credential types on disk: labels, defaults and which fields are secret."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

PACKAGES = ("n8n-nodes-base", "@n8n/n8n-nodes-langchain")
Json = dict[str, Any]


@lru_cache(maxsize=4)
def read(modules: Path) -> dict[str, Json]:
    """Every credential type of an installation by name; empty when `modules` holds none (a packed catalogue)."""
    found: dict[str, Json] = {}
    for package in PACKAGES:
        file = modules / package / "dist/types/credentials.json"
        if file.exists():
            found |= {one["name"]: one for one in orjson.loads(file.read_bytes())}
    return found


def properties(types: dict[str, Json], kind: str) -> dict[str, Json]:
    """The fields of a type by name, those it takes over from the types it extends included."""
    described = types.get(kind)
    if described is None:
        return {}
    inherited: dict[str, Json] = {}
    for parent in described.get("extends") or ():
        inherited |= properties(types, parent)
    return inherited | {one["name"]: one for one in described.get("properties") or ()}
