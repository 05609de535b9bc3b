"""`up`: start everything side by side, keep watch, and leave nothing behind."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from pathlib import Path
from types import FrameType
from typing import IO

from workforce.local import demo, frontend, guard, n8n
from workforce.local.console import Console
from workforce.local.mailbox import Mailbox
from workforce.local.places import CHECKOUT, Places
from workforce.local.process import LocalError, record, recorded, stop_all
from workforce.local.stack import Stack
from workforce.local.watch import Watch


class AlreadyRunning(Exception):
    """This checkout's stack runs in another terminal."""


def up(places: Places) -> int:
    """Start the stack and stay until Ctrl-C or SIGTERM; the exit status."""
    console = Console()
    try:
        with alone(places) as lock:
            return _run(places, console, lock)
    except AlreadyRunning:
        console.say(f"WorkForce AI already runs at {Stack(places).url} (`make down` stops it).")
        return 0


def running(places: Places) -> int | None:
    """The process id of this checkout's `up`, if it runs."""
    return recorded(places.state / "up.json")


@contextlib.contextmanager
def alone(places: Places) -> Iterator[IO[str]]:
    """Hold this checkout's lock; wait for an earlier `up` that is just stopping."""
    with (places.state / "up.lock").open("w") as lock:
        for _ in range(300):
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            if running(places):
                raise AlreadyRunning
            time.sleep(0.1)
        else:
            raise LocalError("An earlier start of this checkout does not end. `make down` stops it.")
        record(places.state / "up.json", os.getpid())
        try:
            yield lock
        finally:
            (places.state / "up.json").unlink(missing_ok=True)


def _run(places: Places, console: Console, lock: IO[str]) -> int:
    signal.signal(signal.SIGTERM, _interrupt)
    if left := stop_all(places.pids):
        console.warn(f"Stopped what an earlier start left behind: {', '.join(left)}")
    stack = Stack(places)
    stack.choose_ports()
    mailbox = Mailbox(places.mail, stack.port("mail"), stack.kept.secret("mailbox_password"))
    mailbox.start()
    guarded = guard.start(places.pids, lock.fileno())
    try:
        _start(stack, console)
        _greet(stack, console)
        Watch(stack, console).forever()
    except KeyboardInterrupt:
        console.say()
    except LocalError as error:
        console.say(f"\n{error}\n\n`make doctor` says what may be wrong.")
        return 1
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        console.say("Stopping …")
        stack.stop()
        mailbox.stop()
        if guarded.stdin:
            guarded.stdin.close()
        guarded.wait()
        console.say("Everything that was started is stopped.")
    return 0


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _start(stack: Stack, console: Console) -> None:
    """Start all parts, each as soon as what it needs is there."""
    console.say(f"Starting WorkForce AI (its things are in {stack.places.state})")
    with ThreadPoolExecutor(8, "start") as pool:
        try:
            parts = Start(stack, console, pool).submit()
            wait(parts, return_when=FIRST_EXCEPTION)
            for part in parts:
                if part.done():
                    part.result()
        except BaseException as error:
            console.quiet = True  # the other starts end at once, with an error nobody needs to see
            stack.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            console.quiet = False
            if isinstance(error, Exception) and not isinstance(error, LocalError):
                raise _bug(stack.places, error) from error
            raise


def _bug(places: Places, error: Exception) -> LocalError:
    log = places.logs / "up.log"
    log.write_text("".join(traceback.format_exception(error)))
    return LocalError(f"Something unexpected stopped the start: {error}. The details are in {log}.")


class Start:
    """What is started, and what each part waits for."""

    def __init__(self, stack: Stack, console: Console, pool: ThreadPoolExecutor) -> None:
        self.stack, self.console, self.pool = stack, console, pool

    def submit(self) -> list[Future[None]]:
        """Hand everything to the pool."""
        run = self.pool.submit
        self.installed = run(self.install_n8n)
        self.postgres = run(self.start_postgres)
        self.redis = run(self.start_redis)
        self.pages = run(self.build_pages)
        self.migrated = run(self.migrate)
        self.engine = run(self.start_engine)
        self.platform = run(self.start_platform)
        self.seeded = run(self.seed)
        self.rehearsal = run(self.start_rehearsal)
        return [
            *(self.installed, self.postgres, self.redis, self.pages),
            *(self.migrated, self.engine, self.platform, self.seeded, self.rehearsal),
        ]

    def install_n8n(self) -> None:
        """Into the cache, once."""
        if not self.stack.given.engine and not n8n.installed(self.stack.places.cache):
            with self.console.step(f"n8n {n8n.VERSION} installed", slow="the first time takes a minute"):
                n8n.install(self.stack.places, self.stack.runner)

    def start_postgres(self) -> None:
        """With the demo shop beside the platform's database."""
        if self.stack.needs_postgres:
            with self.console.step("PostgreSQL 18 is up"):
                self.stack.start_postgres()
                demo.ensure_shop(self.stack)

    def start_redis(self) -> None:
        """Redis, unless given."""
        if not self.stack.given.redis:
            with self.console.step("Redis is up"):
                self.stack.start_redis()

    def build_pages(self) -> None:
        """Only when their sources changed."""
        if not frontend.is_current(self.stack.places, self.stack.port("web")):
            with self.console.step("Pages compiled", slow="their sources are new or have changed"):
                self.stack.build_frontend()

    def migrate(self) -> None:
        """The schema, as the database's owner."""
        self.postgres.result()
        with self.console.step("Database migrated"):
            self.stack.migrate()

    def start_engine(self) -> None:
        """n8n, unless given."""
        self.postgres.result()
        self.installed.result()
        if not self.stack.given.engine:
            with self.console.step(f"n8n {n8n.VERSION} is up"):
                self.stack.start_engine()

    def start_platform(self) -> None:
        """The job worker and the web app, once what they stand on is there; n8n may come later if its key is known."""
        for part in (self.redis, self.migrated, self.pages, self.installed):
            part.result()
        if not (self.stack.given.engine or self.stack.kept.get("n8n_api_key")):
            self.engine.result()
        with self.console.step("Job worker is up"):
            self.stack.start_jobs()
        with self.console.step("Web app is up"):
            self.stack.start_web()

    def start_rehearsal(self) -> None:
        """The rehearsal stage, last: its n8n starts while people already work."""
        for part in (self.platform, self.seeded):
            part.result()
        if self.stack.given.rehearsal:
            return
        try:
            with self.console.step("Rehearsal engine is starting"):
                self.stack.start_rehearsal()
        except LocalError as error:  # everything else works without it, and says so where it is missed
            self.console.warn(str(error))

    def seed(self) -> None:
        """The demo company and the engine's row."""
        for part in (self.redis, self.migrated, self.engine):
            part.result()
        env = self.stack.environment()
        if self.stack.kept.get("seeded") == (mark := demo.seed_mark(env)):
            return
        with self.console.step("Engine connected, demo company ready"):
            command = [sys.executable, "-m", "workforce", "seed"]
            self.stack.runner.run("seed", command, env, CHECKOUT, "The demo company could not be made.")
        self.stack.kept.put("seeded", mark)


def _greet(stack: Stack, console: Console) -> None:
    """Where to go and how to sign in."""
    signed = demo.sign_in_of(stack)
    console.say(
        f"""
  WorkForce AI is ready ({console.seconds:.0f} s).

    Open      {stack.url}
    Sign in   {signed.email}   password: {signed.password}
    Mail      make mail   (what the demo company's workers sent; nothing leaves this machine)
    Logs      {_short(stack.places.logs)}

  Ctrl-C stops everything that was started here.
"""
    )


def _short(path: Path) -> str:
    home = str(Path.home())
    return str(path).replace(home, "~", 1) if home != "/" else str(path)
