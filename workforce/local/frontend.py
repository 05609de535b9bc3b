"""The frontend: compiled by Reflex once, and again only when what it is made from has changed."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workforce.local.places import CHECKOUT, Places
from workforce.local.process import LocalError, Runner
from workforce.local.wheels import linked_path, only_one

_NOT_SEEN = {"local", "cli", "__main__.py"}
_COMPILED_FROM = {".py", ".jsx"}


def build_environment(places: Places, port: int) -> dict[str, str]:
    """What Reflex needs to build and to serve: our Node and Bun, a web folder outside the checkout, no phone calls."""
    return {
        "PATH": linked_path(places.state / "bin"),
        "REFLEX_WEB_WORKDIR": str(places.web),
        "REFLEX_DIR": str(places.cache / "reflex"),
        "BUN_INSTALL_CACHE_DIR": str(places.cache / "bun"),
        "REFLEX_USE_SYSTEM_BUN": "true",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        # the browser puts the host it sees in the place of `localhost`; the port stays
        "REFLEX_API_URL": f"http://localhost:{port}",
        "NO_COLOR": "1",
    }


def _sources() -> Iterator[Path]:
    yield from (CHECKOUT / "rxconfig.py", CHECKOUT / "requirements.txt")
    made = CHECKOUT / "assets" / "external"  # by compiling: links to the package's own .jsx files
    yield from (path for path in _files(CHECKOUT / "assets") if made not in path.parents)
    package = CHECKOUT / "workforce"
    for path in _files(package):
        if path.suffix in _COMPILED_FROM and path.relative_to(package).parts[0] not in _NOT_SEEN:
            yield path


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.exists():
            digest.update(str(path.relative_to(CHECKOUT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _lock() -> str:
    """The locked frontend packages; compiling may write them."""
    return _digest(_files(CHECKOUT / "reflex.lock"))


def fingerprint(port: int) -> str:
    """Changes whenever the compiled frontend might: defaults of any module end up in it, and so does the port."""
    return f"{port} {_digest(_sources())}"


def is_current(places: Places, port: int) -> bool:
    """Whether the compiled frontend belongs to these sources."""
    mark = places.web / ".built"
    return mark.exists() and mark.read_text() == f"{fingerprint(port)} {_lock()}"


def build(places: Places, runner: Runner, port: int, env: Mapping[str, str]) -> bool:
    """Compile the frontend unless it is current. True if it had to be compiled."""
    with only_one(places.state / "web.lock"):
        if is_current(places, port):
            return False
        mark = places.web / ".built"
        mark.unlink(missing_ok=True)
        wanted = fingerprint(port)
        command = [sys.executable, "-m", "reflex", "export", "--no-zip"]
        runner.run("frontend", command, env, CHECKOUT, "The pages could not be compiled.")
        if not (places.web / "build/client/index.html").exists():
            raise LocalError(f"The pages were not compiled.\n{runner.last_words('frontend')}")
        mark.write_text(f"{wanted} {_lock()}")
    return True
