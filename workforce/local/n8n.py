"""n8n, pinned: installed into the cache, started on our PostgreSQL, its owner and API key made without a person."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import httpx

from workforce.local.kept import Kept
from workforce.local.places import Places
from workforce.local.process import LocalError, Runner, Service
from workforce.local.wheels import bun, linked_path, node, only_one

VERSION = "2.40.7"
OWNER_EMAIL = "engine@workforce.local"


def installation(cache: Path) -> Path:
    """The folder that n8n is, or will be, installed in."""
    return cache / f"n8n-{VERSION}"


def installed(cache: Path) -> bool:
    """Whether it is there: the folder gets its name only once it is complete."""
    return (installation(cache) / "node_modules/n8n/bin/n8n").exists()


def install(places: Places, runner: Runner) -> bool:
    """Install n8n unless it is there; two at once wait for each other. True if it had to be installed."""
    with only_one(places.cache / "n8n.lock"):
        if installed(places.cache):
            _mend(installation(places.cache))
            return False
        part = Path(tempfile.mkdtemp(dir=places.cache, prefix="n8n-part-"))
        try:
            _bun_add(places, runner, part)
            _mend(part)
            shutil.rmtree(installation(places.cache), ignore_errors=True)
            part.rename(installation(places.cache))
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return True


def _bun_add(places: Places, runner: Runner, folder: Path) -> None:
    (folder / "package.json").write_text(json.dumps({"name": "engine", "private": True}))
    env = os.environ | {
        "PATH": linked_path(places.state / "bin"),
        "BUN_INSTALL_CACHE_DIR": str(places.cache / "bun"),
    }
    # without scripts: one driver's install script would download and compile sources
    command: list[str | Path] = [bun(), "add", f"n8n@{VERSION}", "--ignore-scripts", "--no-progress"]
    failure = f"n8n {VERSION} could not be installed. Check the network and the disk, then run `make up` again."
    runner.run("n8n-install", command, env, folder, failure)


def _mend(folder: Path) -> None:
    """n8n's AI Agent loads SQLite, whose binary only an install script would bring: let it load without one."""
    binding = folder / "node_modules/sqlite3/lib/sqlite3-binding.js"
    if binding.exists() and binding.read_text() != WITHOUT_SQLITE:
        binding.write_text(WITHOUT_SQLITE)


class N8nServer:
    """One n8n on 127.0.0.1, on a PostgreSQL database of its own; `url` is where it listens."""

    def __init__(
        self,
        places: Places,
        kept: Kept,
        port: int,
        broker_port: int,
        database: dict[str, str],
        differently: Mapping[str, str] | None = None,
    ) -> None:
        """differently: settings of this one n8n."""
        self.port, self.broker_port = port, broker_port
        self.url = f"http://127.0.0.1:{port}"
        self._places, self._kept, self._database = places, kept, database
        self._differently = differently or {}

    def service(self) -> Service:
        """The server process."""
        program = installation(self._places.cache) / "node_modules/n8n/bin/n8n"
        return Service(
            name="n8n",
            title="n8n",
            command=[node(), program, "start"],
            env=self._environment(),
            cwd=self._places.state,
            ready=self.ready,
        )

    def ready(self) -> bool:
        """Whether it takes requests and reaches its database."""
        try:
            return httpx.get(f"{self.url}/healthz/readiness", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def _environment(self) -> dict[str, str]:
        folder = self._places.state / "n8n"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        return (
            inherited
            | QUIET
            | self._database
            | {
                "PATH": linked_path(self._places.state / "bin"),
                "N8N_USER_FOLDER": str(folder),
                "N8N_PORT": str(self.port),
                "N8N_RUNNERS_BROKER_PORT": str(self.broker_port),
                "N8N_ENCRYPTION_KEY": self._kept.secret("n8n_encryption_key"),
                "WEBHOOK_URL": f"http://localhost:{self.port}/",
                "TMPDIR": str(self._temporary(folder)),
            }
            | dict(self._differently)
        )

    @staticmethod
    def _temporary(folder: Path) -> Path:
        temporary = folder / "tmp"
        temporary.mkdir(exist_ok=True)
        return temporary

    def api_key(self) -> str:
        """The platform's key to the public API: the kept one while n8n takes it, else a new one."""
        with httpx.Client(base_url=self.url, timeout=30) as client:
            key = self._kept.get("n8n_api_key")
            if not key or not _accepted(client, key):
                key = self._make_key(client)
                self._kept.put("n8n_api_key", key)
        return key

    def _make_key(self, client: httpx.Client) -> str:
        password = self._kept.secret("n8n_owner_password") + "aA1"  # n8n wants all three kinds of characters
        owner = {"email": OWNER_EMAIL, "firstName": "WorkForce", "lastName": "AI", "password": password}
        client.post("/rest/owner/setup", json=owner)  # refused when there is an owner: then signing in decides
        signed_in = client.post("/rest/login", json={"emailOrLdapLoginId": OWNER_EMAIL, "password": password})
        if signed_in.status_code != 200:
            raise LocalError(
                "n8n has another owner than the one kept for this checkout. "
                "`make reset` starts with an empty n8n; or give N8N_BASE_URL and N8N_API_KEY."
            )
        scopes = client.get("/rest/api-keys/scopes").raise_for_status().json()["data"]
        # an older key of this name is useless: its text cannot be read again
        for old in client.get("/rest/api-keys").raise_for_status().json()["data"]["items"]:
            if old["label"] == "WorkForce AI":
                client.delete(f"/rest/api-keys/{old['id']}")
        made = client.post("/rest/api-keys", json={"label": "WorkForce AI", "scopes": scopes, "expiresAt": None})
        return str(made.raise_for_status().json()["data"]["rawApiKey"])


def _accepted(client: httpx.Client, key: str) -> bool:
    return client.get("/api/v1/workflows?limit=1", headers={"X-N8N-API-KEY": key}).status_code == 200


WITHOUT_SQLITE = """try {
  module.exports = require('bindings')('node_sqlite3.node');
} catch {
  class Missing { constructor() { throw new Error('SQLite is not installed here.'); } }
  class Database extends Missing {}
  class Statement extends Missing {}
  class Backup extends Missing {}
  module.exports = { Database, Statement, Backup };
}
"""

INHERITED = ("HOME", "LANG", "TZ", "NODE_EXTRA_CA_CERTS", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE")

QUIET = {
    "N8N_LISTEN_ADDRESS": "127.0.0.1",
    "N8N_DIAGNOSTICS_ENABLED": "false",
    "N8N_VERSION_NOTIFICATIONS_ENABLED": "false",
    "N8N_TEMPLATES_ENABLED": "false",
    "N8N_PERSONALIZATION_ENABLED": "false",
    "N8N_HIRING_BANNER_ENABLED": "false",
    "N8N_DYNAMIC_BANNERS_ENABLED": "false",
    "N8N_PUBLIC_API_SWAGGERUI_DISABLED": "true",
    "N8N_SECURE_COOKIE": "false",  # plain http on this machine only
    "N8N_METRICS": "true",
    "N8N_GRACEFUL_SHUTDOWN_TIMEOUT": "10",
    "N8N_SSRF_PROTECTION_ENABLED": "true",
    # the platform's own callback and the demo services live on this machine; other private networks stay closed
    "N8N_SSRF_ALLOWED_IP_RANGES": "127.0.0.1/32,::1/128",
    "N8N_SSRF_ALLOWED_HOSTNAMES": "localhost",
}


def database_settings(port: int, database: str, user: str, password: str) -> dict[str, str]:
    """n8n's way of naming a PostgreSQL database on this machine."""
    return {
        "DB_TYPE": "postgresdb",
        "DB_POSTGRESDB_HOST": "127.0.0.1",
        "DB_POSTGRESDB_PORT": str(port),
        "DB_POSTGRESDB_DATABASE": database,
        "DB_POSTGRESDB_USER": user,
        "DB_POSTGRESDB_PASSWORD": password,
    }
