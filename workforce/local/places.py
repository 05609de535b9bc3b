"""Where the embedded stack keeps its things on this machine."""

from __future__ import annotations

import hashlib
import os
import pwd
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LONGEST_SOCKET_FOLDER = 80


def enterable(folder: Path) -> bool:
    """Whether every user of this machine may enter the folder; what does not exist yet will be made so."""
    return all(not part.exists() or part.stat().st_mode & stat.S_IXOTH for part in (folder, *folder.parents))


def service_user() -> tuple[int, int] | None:
    """The (user, group) that PostgreSQL runs as when we are root, which it refuses; None otherwise."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise LookupError("Neither the user 'postgres' nor 'nobody' exists; PostgreSQL cannot run as root.")


def _root_safe(chosen: str | None, usual: Path, shared: Path) -> Path:
    """`usual`, but `shared` for root whose home nobody else may enter: PostgreSQL runs as somebody else there."""
    if chosen:
        return Path(chosen).expanduser().resolve()
    return shared if service_user() and not enterable(usual) else usual


@dataclass(frozen=True, slots=True)
class Places:
    """cache: what a registry can give again; state: data, secrets, logs and pids of one checkout."""

    cache: Path
    state: Path

    @classmethod
    def of(cls, checkout: Path = CHECKOUT) -> Places:
        """Read WORKFORCE_CACHE and WORKFORCE_STATE, or choose; makes both folders."""
        home, env = Path.home(), os.environ
        cache = Path(env.get("WORKFORCE_CACHE") or Path(env.get("XDG_CACHE_HOME") or home / ".cache") / "workforce")
        own = hashlib.sha256(str(checkout).encode()).hexdigest()[:8]
        base = Path(env.get("XDG_STATE_HOME") or home / ".local/state") / "workforce"
        usual = base / f"{checkout.name}-{own}"
        state = _root_safe(env.get("WORKFORCE_STATE"), usual, Path("/var/lib/workforce") / usual.name)
        return cls(cache.expanduser().resolve(), state).made()

    def made(self) -> Places:
        """Make the folders; others may enter the state folder but not list it, its secrets are mode 600."""
        for folder in (self.cache, self.logs, self.pids):
            folder.mkdir(parents=True, exist_ok=True)
        self.state.chmod(0o711)
        return self

    @property
    def logs(self) -> Path:
        """One log a service."""
        return self.state / "logs"

    @property
    def pids(self) -> Path:
        """One pid file a service that runs."""
        return self.state / "pids"

    @property
    def sockets(self) -> Path:
        """Unix sockets; elsewhere when the state folder's path is longer than a socket's address may be."""
        usual = self.state / "run"
        if len(str(usual)) <= LONGEST_SOCKET_FOLDER:
            return usual
        return Path(tempfile.gettempdir()) / f"workforce-{hashlib.sha256(str(usual).encode()).hexdigest()[:12]}"

    @property
    def mail(self) -> Path:
        """The demo mailbox: one .eml a message."""
        return self.state / "mail"

    @property
    def web(self) -> Path:
        """The built frontend (Reflex's web folder)."""
        return self.state / "web"
