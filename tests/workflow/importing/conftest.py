"""The catalogue of the installed n8n."""

from __future__ import annotations

from pathlib import Path

import pytest

from workforce.services.catalogue import load
from workforce.workflow.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Catalogue:
    """Loaded once a session."""
    return load(catalogue_path)
