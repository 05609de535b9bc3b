"""PostgreSQL 18: made, started, and its roles and databases kept in order."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from workforce.local.places import Places, enterable, service_user
from workforce.local.process import LocalError, Service
from workforce.local.wheels import postgres_bin


class PostgresServer:
    """One server on 127.0.0.1 and a unix socket, with passwords (scram).

    durable=False trades safety for speed in tests.
    """

    def __init__(self, places: Places, port: int, password: str, *, durable: bool = True) -> None:
        self.port, self.password, self.durable = port, password, durable
        self.data = places.state / "postgres"
        self.sockets = places.sockets
        self.bin = postgres_bin(places.cache)

    def url(self, database: str = "postgres", user: str = "postgres", password: str = "") -> str:
        """An address for psycopg or SQLAlchemy; the superuser's unless told otherwise."""
        return f"postgresql://{user}:{quote(password or self.password, safe='')}@127.0.0.1:{self.port}/{database}"

    def prepare(self) -> None:
        """Make the data folder if there is none; a half-made one from a killed start is made again."""
        self.sockets.mkdir(mode=0o711, parents=True, exist_ok=True)
        self._own(self.sockets)
        if (self.data / "PG_VERSION").exists():
            return
        if service_user() and not enterable(self.data.parent):
            raise LocalError(
                f"PostgreSQL cannot run as root, and its user may not enter {self.data.parent}. "
                "Set WORKFORCE_STATE to a folder that everybody may enter, or run `make up` as a normal user."
            )
        part = self.data.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        password_file = part.with_suffix(".password")
        password_file.touch(mode=0o600)
        password_file.write_text(self.password)
        self._own(part, password_file)
        try:
            self._initdb(part, password_file)
        finally:
            password_file.unlink()
        part.rename(self.data)

    def _own(self, *paths: Path) -> None:
        if user := service_user():
            for path in paths:
                os.chown(path, *user)

    def _initdb(self, folder: Path, password_file: Path) -> None:
        user = service_user()
        made = subprocess.run(
            [
                self.bin / "initdb",
                *("-D", folder, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"),
                *("--no-sync", "--no-instructions", "--pwfile", password_file),
            ],
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
            user=user[0] if user else None,
            group=user[1] if user else None,
            extra_groups=[] if user else None,
        )
        if made.returncode:
            raise LocalError(f"PostgreSQL could not make its data folder {folder}:\n{made.stderr.strip()}")

    def service(self) -> Service:
        """The server process."""
        options = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self.sockets,
            "max_connections": 200,
            "timezone": "UTC",
            **({} if self.durable else {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}),
        }
        return Service(
            name="postgres",
            title="PostgreSQL",
            command=[
                self.bin / "postgres",
                *("-D", self.data),
                *(part for name, value in options.items() for part in ("-c", f"{name}={value}")),
            ],
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            cwd=Path("/"),
            ready=answers(self.url()),
            user=service_user(),
            stop_signal=signal.SIGINT,  # "fast": ends sessions, finishes writing
        )

    def ensure_role(self, name: str, password: str) -> None:
        """A role that may sign in and nothing else: no superuser, no way round row-level security."""
        attributes = sql.SQL("LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD {}").format(password)
        with psycopg.connect(self.url(), autocommit=True) as db:
            known = db.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone()
            verb = sql.SQL("ALTER ROLE" if known else "CREATE ROLE")
            db.execute(sql.SQL("{} {} {}").format(verb, sql.Identifier(name), attributes))

    def ensure_database(self, name: str, owner: str, template: str = "template0") -> None:
        """A database that only its owner (and who is granted later) may connect to."""
        with psycopg.connect(self.url(), autocommit=True) as db:
            if not db.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
                create = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} ENCODING 'UTF8'")
                db.execute(create.format(sql.Identifier(name), sql.Identifier(owner), sql.Identifier(template)))
            db.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))

    def grant_connect(self, database: str, role: str) -> None:
        """Let a role that owns nothing into a database."""
        grant = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(grant.format(sql.Identifier(database), sql.Identifier(role)))


def answers(url: str) -> Callable[[], bool]:
    """A check whether a PostgreSQL server lets us in."""

    def check() -> bool:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    return check
