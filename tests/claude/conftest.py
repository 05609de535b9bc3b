"""Claude's planner on the real SDK, against a server of our own that speaks the Messages API."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.claude.messages_api import KEY, MessagesApi, serving
from tests.stack import point_settings_at
from workforce.services import catalogue as services_catalogue
from workforce.workflow.catalogue import Catalogue


@pytest.fixture
async def catalogue(catalogue_path: Path) -> AsyncIterator[Catalogue]:
    """The installed n8n's catalogue; the settings name it."""
    async with point_settings_at(CATALOGUE_PATH=str(catalogue_path), ANTHROPIC_API_KEY="", ANTHROPIC_BASE_URL=""):
        services_catalogue.current.cache_clear()
        yield services_catalogue.current()


@pytest.fixture
async def api(catalogue: Catalogue) -> AsyncIterator[MessagesApi]:
    """The server; the settings name it and a key."""
    with serving() as running:
        async with point_settings_at(ANTHROPIC_API_KEY=KEY, ANTHROPIC_BASE_URL=running.url):
            yield running
        assert running.complaints == []
