"""The catalogue of this process: loaded once, from the installed n8n or from a packed file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from workforce.core.settings import get_settings
from workforce.integrations import node_types
from workforce.workflow.catalogue import Catalogue, NotACatalogue, packing

FILE = f"catalogue-{packing.FORMAT}.bin"


@lru_cache(maxsize=1)
def current() -> Catalogue:
    """The process's catalogue. Raises `CatalogueMissing` when no n8n is installed and none is configured."""
    return load(Path(get_settings().catalogue_path or node_types.default_path()))


def load(path: Path) -> Catalogue:
    """A catalogue from a `node_modules` folder (packed beside it on first use) or from a packed file."""
    if path.is_file():
        return Catalogue.loads(path.read_bytes())
    if (data := node_types.cached(path, FILE)) is not None:
        try:
            return Catalogue.loads(data)
        except NotACatalogue:
            pass
    data = build(path)
    node_types.keep(path, FILE, data)
    return Catalogue.loads(data)


def build(modules: Path) -> bytes:
    """The packed catalogue of an installation, built anew."""
    found = node_types.read(modules)
    return packing.pack(found.descriptions, found.release, found.schemas, found.icons, found.grammar)


def pack(path_out: Path) -> int:
    """Write the packed catalogue (for an image without n8n); returns the number of operations."""
    data = build(Path(get_settings().catalogue_path or node_types.default_path()))
    node_types.write(path_out, data)
    return len(Catalogue.loads(data))


def icon(key: str) -> tuple[bytes, str] | None:
    """The picture of an icon key (`slack`, `gmail`, …) with its media type."""
    return current().icon(key)
