"""The rehearsal engine: an n8n of its own in the sealed network, started again whenever it dies."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import secrets
import signal
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workforce.core.errors import StageUnavailable
from workforce.local.kept import Kept
from workforce.local.n8n import N8nServer
from workforce.local.places import Places

PRIVATE_PORTS = range(20_000, 32_000)
OUTSIDE_NAME = "https://workers.example.com/"
MEMORY_MB, STEP_MEMORY_MB = 1024, 512
LONGEST_EXECUTION, LONGEST_STEP = 120, 30
START_SECONDS, RETRY_SECONDS = 180.0, 5.0
PARENT_DIES = 1
STARTED = b"Editor is now accessible"

DIFFERENTLY = {
    "WEBHOOK_URL": OUTSIDE_NAME,
    "NODE_OPTIONS": f'--max-old-space-size={MEMORY_MB} --require "{Path(__file__).parent / "clock.cjs"}"',
    "EXECUTIONS_TIMEOUT": str(LONGEST_EXECUTION),
    "EXECUTIONS_TIMEOUT_MAX": str(LONGEST_EXECUTION),
    "N8N_RUNNERS_TASK_TIMEOUT": str(LONGEST_STEP),
    "N8N_RUNNERS_MAX_OLD_SPACE_SIZE": str(STEP_MEMORY_MB),
    "N8N_BLOCK_ENV_ACCESS_IN_NODE": "true",
    "N8N_PAYLOAD_SIZE_MAX": "64",
    "N8N_METRICS": "false",
    "N8N_DISABLE_UI": "true",
    "N8N_COMMUNITY_PACKAGES_ENABLED": "false",
    "N8N_LICENSE_AUTO_RENEW_ENABLED": "false",
    "N8N_WORKFLOW_AUTODEACTIVATION_ENABLED": "false",
    "N8N_USE_WORKFLOW_PUBLICATION_SERVICE": "false",  # published at once, not by a queue that is looked at later
    "N8N_GRACEFUL_SHUTDOWN_TIMEOUT": "2",
    **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE"), ""),
    # nothing is there to be protected: the stage itself refuses such addresses, and says so
    "N8N_SSRF_PROTECTION_ENABLED": "false",
}


class RehearsalEngine:
    """Keeps one n8n alive. `deaths` counts how often it went; `ready` is set while it takes requests."""

    def __init__(self, places: Places, database_url: str, authority: Path) -> None:
        """places: of the rehearsal alone; database_url: n8n's own, on a unix socket; authority: whom it trusts."""
        extra = DIFFERENTLY | {"NODE_EXTRA_CA_CERTS": str(authority)}
        own = Kept(places.state / "kept.json")
        # not where a workflow would look for an n8n: its own must answer it as little as anything else on this machine
        port, broker = secrets.SystemRandom().sample(PRIVATE_PORTS, 2)
        self.n8n = N8nServer(places, own, port, broker, _database(database_url), extra)
        self.ready = asyncio.Event()
        self.died = asyncio.Event()
        self.deaths = 0
        self.key = ""
        self._log = places.logs / "n8n.log"
        self._process: asyncio.subprocess.Process | None = None

    async def keep_alive(self) -> None:
        """Start it, wait until it is gone, and start it again, for ever."""
        while True:
            began = time.monotonic()
            try:
                await self._live()
            finally:
                self.ready.clear()
                self.died.set()
                self.kill()
            self.deaths += 1
            if time.monotonic() - began < START_SECONDS / 10:
                await asyncio.sleep(RETRY_SECONDS)

    async def _live(self) -> None:
        service = self.n8n.service()
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(str(part) for part in service.command),
                env=dict(service.env),
                cwd=service.cwd,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,
            )
        gone = asyncio.ensure_future(self._process.wait())
        opening = asyncio.ensure_future(self._open())
        await asyncio.wait({gone, opening}, return_when=asyncio.FIRST_COMPLETED)
        if not opening.done():
            opening.cancel()
            print(f"The rehearsal's n8n stopped while starting; its log is {self._log}.", flush=True)
        elif problem := opening.exception():
            print(f"The rehearsal's n8n cannot be used: {problem!r}", flush=True)
        else:
            self.died.clear()
            self.ready.set()
            await gone

    async def _open(self) -> None:
        async with asyncio.timeout(START_SECONDS):
            # it answers before it publishes; its last word is the one that counts
            while not (self._said(STARTED) and await asyncio.to_thread(self.n8n.ready)):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            self.key = await asyncio.to_thread(self.n8n.api_key)

    async def wait(self, seconds: float = START_SECONDS) -> None:
        """Until it takes requests. `StageUnavailable` when that takes too long."""
        try:
            await asyncio.wait_for(self.ready.wait(), seconds)
        except TimeoutError:
            raise StageUnavailable(
                "The rehearsal engine does not start. `make doctor` says what may be wrong."
            ) from None

    def kill(self) -> None:
        """End it at once, however busy it is; `keep_alive` starts it again."""
        self.ready.clear()
        if self._process and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGKILL)

    def kill_steps(self) -> None:
        """End the process that runs steps of people's own code, which may be in an endless one; n8n starts another."""
        if self._process and self._process.returncode is None:
            pid = self._process.pid
            for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(child), signal.SIGKILL)

    @property
    def ran_out_of_memory(self) -> bool:
        """Whether its last words say so."""
        return self._said(b"heap out of memory")

    def _said(self, words: bytes) -> bool:
        with self._log.open("rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - 20_000))
            return words in log.read()


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PARENT_DIES, signal.SIGKILL)


def _database(url: str) -> dict[str, str]:
    """n8n's settings from an address like postgresql://user:password@/name?host=/folder&port=5432."""
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&"))
    return {
        "DB_TYPE": "postgresdb",
        "DB_POSTGRESDB_HOST": unquote(options["host"]),
        "DB_POSTGRESDB_PORT": options["port"],
        "DB_POSTGRESDB_DATABASE": parts.path.lstrip("/"),
        "DB_POSTGRESDB_USER": parts.username or "",
        "DB_POSTGRESDB_PASSWORD": unquote(parts.password or ""),
    }
