"""The style sheet stands in the page itself: the first paint waits for nothing else."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.stack import Site
from workforce.components.inline_styles import with_styles

HINT = '<link as="style" href="/assets/a.css" rel="preload"/>'
LINK = '<link href="/assets/a.css" rel="stylesheet" type="text/css"/>'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    sheet = tmp_path / "assets/a.css"
    sheet.parent.mkdir()
    sheet.write_text("p{color:red}")
    return tmp_path


def test_the_sheet_comes_with_the_page(built: Path) -> None:
    page = with_styles(f"<head>{HINT}<title>Hi</title>{LINK}</head>", built)
    assert "<style>p{color:red}</style>" in page
    assert "preload" not in page
    assert page.count("/assets/a.css") == 1 and 'disabled=""' in page, "React finds its link, the browser fetches none"


def test_a_page_without_a_sheet_stops_the_build(built: Path) -> None:
    with pytest.raises(ValueError, match="no style sheet"):
        with_styles("<head></head>", built)


@pytest.mark.parametrize("path", ["/", "/sign-in", "/app/", "/app/drafts/x", "/nowhere"])
def test_every_page_of_the_site_has_its_sheet_inside(site: Site, path: str) -> None:
    page = httpx.get(f"{site.url}{path}", follow_redirects=True).text
    assert "--canvas" in page and 'type="text/css" disabled=""' in page
