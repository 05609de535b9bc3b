"""The real n8n for the tests of this folder."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def engine_address() -> tuple[str, str]:
    """The base URL and API key of the n8n under test."""
    return os.environ["N8N_BASE_URL"], os.environ["N8N_API_KEY"]
