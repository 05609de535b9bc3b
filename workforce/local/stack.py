"""The parts of the embedded stack and how they hang together; each part can be started by itself."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import httpx

from workforce.local import frontend, n8n, schema
from workforce.local.given import Given
from workforce.local.kept import Kept, port_is_free
from workforce.local.n8n import N8nServer, database_settings
from workforce.local.places import CHECKOUT, Places
from workforce.local.postgres import PostgresServer
from workforce.local.process import LocalError, Runner, Service
from workforce.local.redis import RedisServer
from workforce.local.rehearsal import service as rehearsal

OWNER, APPLICATION = "workforce_owner", "workforce_app"
WEB_PORT = int(os.environ.get("WORKFORCE_PORT") or 8000)
# Below what Linux takes for outgoing connections (32768 and up): a port among those is now and then somebody else's.
PORTS = {"web": WEB_PORT, "postgres": 25330, "redis": 26380, "n8n": 25680, "n8n_broker": 25690, "mail": 10250}
STAYING = ("n8n", "postgres", "mail")


class Stack:
    """One checkout's services. What the environment gives is used as it is and never started nor stopped."""

    def __init__(self, places: Places, *, durable: bool = True) -> None:
        self.places = places
        self.given = Given.of(os.environ)
        self.kept = Kept(places.state / "stack.json")
        self.runner = Runner(places.pids, places.logs)
        self.services: list[Service] = []
        self._durable = durable

    def choose_ports(self, preferred: Mapping[str, int] = PORTS) -> None:
        """Before a start: a service keeps its port while it is free; those of `STAYING` must keep it."""
        if taken := self.taken_ports():
            raise LocalError(
                f"Another program uses {' and '.join(taken)}. Workers' addresses and connections contain these ports, "
                "so they stay: stop that program, or start empty with `make reset`."
            )
        for name, port in preferred.items():
            self.kept.port(name, port)

    def taken_ports(self) -> list[str]:
        """Kept ports that must not change and that something else uses, as `5678 (n8n)`."""
        kept = [(name, self.kept.get(f"{name}_port")) for name in STAYING]
        return [f"port {port} ({name})" for name, port in kept if port and not port_is_free(int(port))]

    def port(self, name: str) -> int:
        """The port of a service, as chosen at the last start."""
        return int(self.kept.get(f"{name}_port") or PORTS[name])

    @cached_property
    def postgres(self) -> PostgresServer:
        """The embedded PostgreSQL."""
        password = self.kept.secret("postgres_password")
        return PostgresServer(self.places, self.port("postgres"), password, durable=self._durable)

    @cached_property
    def redis(self) -> RedisServer:
        """The embedded Redis."""
        return RedisServer(self.places, self.port("redis"), self.kept.secret("redis_password"))

    @cached_property
    def n8n(self) -> N8nServer:
        """The embedded n8n; its database is made by `start_engine`."""
        password = self.kept.secret("n8n_database_password")
        database = database_settings(self.port("postgres"), "n8n", "n8n", password)
        return N8nServer(self.places, self.kept, self.port("n8n"), self.port("n8n_broker"), database)

    @property
    def url(self) -> str:
        """The address that people open."""
        return os.environ.get("PUBLIC_URL") or f"http://localhost:{self.port('web')}"

    def start(self, service: Service, timeout: float = 60.0) -> None:
        """Start a service and remember it for `stop`."""
        service.start(self.runner, timeout)
        self.services.append(service)

    @property
    def needs_postgres(self) -> bool:
        """The embedded PostgreSQL holds the platform's data, n8n's, the rehearsal's, or several of them."""
        return not (self.given.database and self.given.engine and self.given.rehearsal)

    def start_postgres(self) -> None:
        """PostgreSQL, with the platform's two roles and its database unless those are given."""
        self.postgres.prepare()
        self.start(self.postgres.service())
        if self.given.database:
            return
        for role in (OWNER, APPLICATION):
            self.postgres.ensure_role(role, self.kept.secret(f"{role}_password"))
        self.postgres.ensure_database("workforce", OWNER)
        self.postgres.grant_connect("workforce", APPLICATION)

    def database_url(self, role: str, database: str = "workforce") -> str:
        """The address of a database for one of the two roles."""
        return self.postgres.url(database, role, self.kept.secret(f"{role}_password"))

    def start_redis(self) -> None:
        """Redis."""
        self.start(self.redis.service())

    def start_engine(self) -> None:
        """n8n on a database of its own (PostgreSQL runs already), with an API key kept for the platform."""
        self.postgres.ensure_role("n8n", self.kept.secret("n8n_database_password"))
        self.postgres.ensure_database("n8n", "n8n")
        self.start(self.n8n.service(), timeout=120)
        self.n8n.api_key()

    def start_rehearsal(self) -> None:
        """The rehearsal stage (PostgreSQL runs, n8n is installed already); its own n8n goes on starting behind it."""
        setting = rehearsal.prepare(self.places, self.kept, self.postgres)
        self.start(rehearsal.service(self.places, setting))

    def environment(self) -> dict[str, str]:
        """The settings of the platform's own processes: what is given, and the embedded stack for the rest."""
        embedded: dict[str, str] = {
            "PUBLIC_URL": self.url,
            "CALLBACK_URL": f"http://127.0.0.1:{self.port('web')}",
            "CATALOGUE_PATH": str(n8n.installation(self.places.cache) / "node_modules"),
            "REHEARSAL_SOCKET": str(rehearsal.door(self.places)),
            "SECRET_KEY": self.kept.secret("secret_key"),
            "MASTER_KEY": self.kept.secret("master_key"),
        }
        if not self.given.database:
            embedded["DATABASE_URL"] = self.database_url(APPLICATION)
            embedded["DATABASE_OWNER_URL"] = self.database_url(OWNER)
        if not self.given.redis:
            embedded["REDIS_URL"] = self.redis.url
        if not self.given.engine:
            embedded["N8N_BASE_URL"] = self.n8n.url
            embedded["N8N_API_KEY"] = self.kept.get("n8n_api_key")
            embedded["N8N_PUBLIC_URL"] = f"http://localhost:{self.n8n.port}"
        whole = embedded | {name: value for name, value in os.environ.items() if value}
        return whole | {"PYTHONUNBUFFERED": "1"}

    def migrate(self, owner_url: str = "") -> None:
        """Bring the schema of a database (the platform's) up to date, as its owner."""
        env = self.environment() | ({"DATABASE_OWNER_URL": owner_url} if owner_url else {})
        if schema.version(env["DATABASE_OWNER_URL"]) == schema.newest():
            return
        command = [sys.executable, "-m", "alembic", "upgrade", "head"]
        self.runner.run("migrate", command, env, CHECKOUT, "The database could not be migrated.")

    def build_frontend(self) -> bool:
        """Compile the pages if they have changed."""
        port = self.port("web")
        return frontend.build(
            self.places, self.runner, port, self.environment() | frontend.build_environment(self.places, port)
        )

    def start_jobs(self) -> None:
        """The job worker."""
        self.start(self._own("jobs", "The job worker", [sys.executable, "-m", "workforce", "jobs"], lambda: True))

    def start_web(self, workers: int = 2) -> None:
        """The web app in production mode: pages, events and HTTP on one port."""
        host = os.environ.get("WORKFORCE_HOST", "127.0.0.1")
        port = self.port("web")
        granian = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--host", host]
        command = [*granian, "--port", f"{port}", "--workers", f"{workers}", "--respawn-failed-workers"]
        self.start(self._own("web", "The web app", [*command, "workforce.app:app"], self._web_answers), timeout=180)

    def _web_answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port('web')}/health/live", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    @cached_property
    def _metrics(self) -> Path:
        """Where the platform's processes count together; what an earlier start counted is over."""
        folder = self.places.state / "metrics"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def _own(self, name: str, title: str, command: list[str], ready: Callable[[], bool]) -> Service:
        serve = {
            "PROMETHEUS_MULTIPROC_DIR": str(self._metrics),
            "REFLEX_ENV_MODE": "prod",
            "__REFLEX_SKIP_COMPILE": "true",
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        }
        return Service(
            name=name,
            title=title,
            command=command,
            env=self.environment() | frontend.build_environment(self.places, self.port("web")) | serve,
            cwd=CHECKOUT,
            ready=ready,
        )

    def stop(self) -> list[str]:
        """Stop what was started; the names of what ran."""
        self.services.clear()
        return self.runner.close()
