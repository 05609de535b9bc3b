"""The application on the wire, in this process, and the people who knock."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from reflex.istate.manager.redis import StateManagerRedis

from tests.conftest import Database
from tests.data.companies import Company, company
from tests.stack import point_settings_at
from tests.web.wire import ORIGIN, Wire
from workforce.core.settings import get_settings
from workforce.services import accounts, sessions


@pytest.fixture(scope="session")
async def _running(_redis: str) -> AsyncIterator[Wire]:
    """The application as the server starts it, its pages' states in the session's Redis."""
    from workforce import app

    before, root = dict(os.environ), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    os.environ.update({"__REFLEX_SKIP_COMPILE": "true", "REDIS_URL": _redis, "PUBLIC_URL": ORIGIN})
    get_settings.cache_clear()
    try:
        with app.app._registration_context.fork():  # the module's own application stays as it is
            site = app.build()  # reads rxconfig.py anew
            assert isinstance(site.state_manager, StateManagerRedis)
            asgi = site()
        async with Wire(site, asgi).running() as wire:
            yield wire
    finally:
        root.handlers[:], root.level = handlers, level
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture
async def wire(app: Database, catalogue_path: Path, _running: Wire) -> AsyncIterator[Wire]:
    """The running application, on a database of its own and an empty Redis."""
    async with point_settings_at(CATALOGUE_PATH=str(catalogue_path)):
        _running.raised.clear()
        yield _running
        await _running.rest()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in: the company, and the session's id as the browser's cookie has it."""

    company: Company
    sid: str


@pytest.fixture
async def alice(wire: Wire) -> Person:
    """The administrator of a company with a row of everything."""
    hers = await company("Harbour")
    return Person(hers, await sessions.open_session(hers.admin))


@pytest.fixture
async def charlie(wire: Wire) -> Person:
    """The administrator of another company, a moment old."""
    sid = await accounts.sign_up("charlie@desert.example", "correct horse battery", "Charlie", "Desert", "UTC")
    actor = await sessions.actor_of(sid)
    assert actor is not None and actor.organisation_id is not None
    return Person(Company(actor.organisation_id, actor), sid)
