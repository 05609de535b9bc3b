"""What the fixtures in conftest.py are made of."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from workforce.core.settings import get_settings
from workforce.data import postgres
from workforce.local.demo import ensure_shop, sign_in_of
from workforce.local.mailbox import Mailbox
from workforce.local.places import CHECKOUT, Places
from workforce.local.stack import Stack

WEB_PORT = 18000


@asynccontextmanager
async def point_settings_at(**settings: str) -> AsyncIterator[None]:
    """Set environment variables for the settings, and forget what was made from the old ones; undone at the end."""
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    await forget_connections()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        await forget_connections()


async def forget_connections() -> None:
    """Close pools and forget settings, so that the next use reads the environment again."""
    await postgres.close()
    get_settings.cache_clear()


@dataclass(frozen=True, slots=True)
class Site:
    """The running product and the demo company's sign-in; mail: the folder of what was sent."""

    url: str
    email: str
    password: str
    mail: Path


@contextmanager
def running_site(stack: Stack) -> Iterator[Site]:
    """The product as `make up` runs it, on services that run already; the job worker and web app end with the stack."""
    _keep_compiled_pages(stack)
    mailbox = Mailbox(stack.places.mail, stack.port("mail"), stack.kept.secret("mailbox_password"))
    mailbox.start()
    ensure_shop(stack)
    stack.migrate()
    stack.build_frontend()
    stack.start_jobs()
    stack.start_web()
    seed(stack)
    signed = sign_in_of(stack)
    yield Site(stack.url, signed.email, signed.password, stack.places.mail)
    mailbox.stop()


def seed(stack: Stack) -> None:
    """Register the engine under its present key, with the demo company; nothing to do while the key is the same."""
    if stack.kept.get("seeded") != (key := stack.kept.get("n8n_api_key")):
        env = stack.environment() | {"WORKFORCE_STATE": str(stack.places.state)}
        command = [sys.executable, "-m", "workforce", "seed"]
        stack.runner.run("seed", command, env, CHECKOUT, "The demo company is missing.")
        stack.kept.put("seeded", key)


def _keep_compiled_pages(stack: Stack) -> None:
    """Compile the pages into a folder that the next session finds again, unless another session has its port."""
    if stack.port("web") == WEB_PORT and not stack.places.web.exists():
        kept = Places.of().state / "test-web"
        kept.mkdir(parents=True, exist_ok=True)
        stack.places.web.symlink_to(kept)
