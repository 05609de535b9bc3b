"""The stage as a part of the embedded stack."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import httpx

from workforce.local.kept import Kept
from workforce.local.places import CHECKOUT, Places
from workforce.local.postgres import PostgresServer
from workforce.local.process import Service
from workforce.local.rehearsal.setting import Setting

SCRATCH, N8N = "rehearsal_scratch", "rehearsal_n8n"
INHERITED = ("HOME", "LANG", "TZ", "PATH", "PYTHONPATH", "VIRTUAL_ENV")


def door(places: Places) -> Path:
    """The unix socket at which the stage takes plays."""
    return places.sockets / "stage.sock"


def prepare(places: Places, kept: Kept, postgres: PostgresServer) -> Setting:
    """The stage's two databases, each with a role that may enter nothing else; PostgreSQL runs already."""
    passwords = {name: kept.secret(f"{name}_password") for name in (SCRATCH, N8N)}
    for name, password in passwords.items():
        postgres.ensure_role(name, password)
        postgres.ensure_database(name, name)
    return Setting(
        cache=str(places.cache),
        state=str(places.state / "rehearsal"),
        door=str(door(places)),
        sockets=str(postgres.sockets),
        port=str(postgres.port),
        scratch=SCRATCH,
        scratch_password=passwords[SCRATCH],
        n8n=N8N,
        n8n_password=passwords[N8N],
    )


def service(places: Places, setting: Setting) -> Service:
    """The stage process; it is ready when it takes plays, while its n8n may still be starting."""
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return Service(
        name="rehearsal",
        title="The rehearsal engine",
        command=[sys.executable, "-m", "workforce.local.rehearsal"],
        env=inherited | setting.environment() | {"PYTHONUNBUFFERED": "1"},
        cwd=CHECKOUT,
        ready=lambda: answers(door(places)),
    )


def answers(socket: Path) -> bool:
    """Whether the stage takes plays."""
    return bool(engine_state(socket))


def engine_state(socket: Path) -> str:
    """How the stage's n8n is: ready or starting; empty when the stage itself does not answer."""
    try:
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(socket)), timeout=2) as client:
            return str(client.get("http://stage/health").raise_for_status().json()["engine"])
    except httpx.HTTPError:
        return ""
