"""The style sheet inside each built page, so that the first paint waits for one answer and not for two."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import reflex as rx

_SHEET = re.compile(r'<link href="(/assets/[^"]+\.css)" rel="stylesheet" type="text/css"/>')
_HINT = '<link as="style" href="{}" rel="preload"/>'


class InlineStylesPlugin(rx.plugins.Plugin):
    """Run by Reflex on the built pages, before it compresses them."""

    def post_build(self, **context: Any) -> None:
        """Put the sheet into every page. Raises when a page names none: Reflex has changed how it writes them."""
        folder = Path(context["static_dir"])
        for page in sorted(folder.rglob("*.html")):
            page.write_text(with_styles(page.read_text(encoding="utf-8"), folder), encoding="utf-8")


def with_styles(page: str, folder: Path) -> str:
    """The page with its sheet's text in front of the link to it.

    The link stays, switched off: React expects it there when it takes over the page, passes over the text beside it,
    and would have the sheet fetched after all if it ever drew the page anew.
    """
    found = _SHEET.search(page)
    if found is None:
        raise ValueError("A built page has no style sheet where Reflex used to put it.")
    sheet = (folder / found[1].lstrip("/")).read_text(encoding="utf-8")
    link = f'<link href="{found[1]}" rel="stylesheet" type="text/css" disabled=""/>'
    return page.replace(_HINT.format(found[1]), "").replace(found[0], f"<style>{sheet}</style>{link}")
