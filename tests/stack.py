"""What the fixtures in conftest.py are made of."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from workforce.core.settings import get_settings
from workforce.data import postgres
from workforce.local.stack import Stack


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


def start_site(stack: Stack) -> Site:
    """Migrate, seed, compile the pages, start the job worker and the web app."""
    raise NotImplementedError
