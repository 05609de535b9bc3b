"""n8n's node descriptions on disk: read from an installation, packed once, kept beside it for the next start."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from workforce.core.errors import Unavailable

PACKAGES = ("n8n-nodes-base", "@n8n/n8n-nodes-langchain")
GRAMMAR = "esprima-next/dist/esprima.js"
MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
Json = dict[str, Any]


class CatalogueMissing(Unavailable):
    """There is no n8n installation to read node descriptions from."""

    retryable = False
    sentence = "n8n's node descriptions are not installed. Run `make up` once, or set CATALOGUE_PATH."


@dataclass(slots=True)
class NodeDescriptions:
    """What an installation says about its nodes; names carry their package. See `catalogue.pack` for the shapes.

    grammar: the source of the parser that n8n reads expressions with; empty when it ships none.
    """

    release: str
    descriptions: list[Json]
    schemas: dict[str, dict[str, dict[str, Json]]] = field(default_factory=dict)
    icons: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    grammar: str = ""


def default_path() -> Path:
    """The newest n8n in our cache folder (`node_modules`). Raises `CatalogueMissing`."""
    shared = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "workforce"
    cache = Path(os.environ.get("WORKFORCE_CACHE") or shared)
    installed = [
        path for path in cache.glob("n8n-*/node_modules") if (path / PACKAGES[0] / "dist/types/nodes.json").exists()
    ]
    if not installed:
        raise CatalogueMissing
    return max(
        installed,
        key=lambda path: [int(part) for part in path.parent.name.removeprefix("n8n-").split(".") if part.isdigit()],
    )


def release_of(modules: Path) -> str:
    """The version of n8n in a `node_modules` folder."""
    for package in ("n8n", *PACKAGES):
        manifest = modules / package / "package.json"
        if manifest.exists():
            return str(orjson.loads(manifest.read_bytes())["version"])
    raise CatalogueMissing


def read(modules: Path) -> NodeDescriptions:
    """All node descriptions, output schemas and icons of an installation (about half a second)."""
    result = NodeDescriptions(release_of(modules), [])
    if (parser := modules / GRAMMAR).exists():
        result.grammar = parser.read_text(encoding="utf-8")
    for package in PACKAGES:
        root = modules / package
        types = root / "dist/types/nodes.json"
        if not types.exists():
            raise CatalogueMissing(detail=f"{types} is missing")
        known = orjson.loads((root / "dist/known/nodes.json").read_bytes())
        for description in orjson.loads(types.read_bytes()):
            short = description["name"]
            name = description["name"] = f"{package}.{short}"
            result.descriptions.append(description)
            folder = root / Path(known.get(short, {}).get("sourcePath", "dist/nodes/none/none.js")).parent
            if name not in result.schemas:
                result.schemas[name] = dict(_schemas(folder))
            if (picture := _icon(modules, description)) is not None:
                result.icons.setdefault(name, picture)
    return result


def cached(modules: Path, file_name: str) -> bytes | None:
    """The packed catalogue kept beside an installation, if it is there."""
    file = modules.parent / file_name
    return file.read_bytes() if file.exists() else None


def keep(modules: Path, file_name: str, data: bytes) -> None:
    """Keep a packed catalogue beside the installation; a folder that cannot be written to is no harm."""
    try:
        write(modules.parent / file_name, data)
    except OSError:
        return


def write(path: Path, data: bytes) -> None:
    """Write a file in one step, so that nobody ever reads half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def _schemas(folder: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    for version in sorted((folder / "__schema__").glob("v*")):
        files = sorted(version.rglob("*.json"))
        yield version.name, {str(f.relative_to(version).with_suffix("")): orjson.loads(f.read_bytes()) for f in files}


def _icon(modules: Path, description: Json) -> tuple[bytes, str] | None:
    url = description.get("iconUrl")
    url = url.get("light") if isinstance(url, dict) else url
    if not url:
        return None
    file = modules / str(url).removeprefix("icons/")
    media_type = MEDIA_TYPES.get(file.suffix)
    return (file.read_bytes(), media_type) if media_type and file.exists() else None
