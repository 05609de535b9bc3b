"""The browser fixtures: Debian's Chromium if there is one, else the one that Playwright brought."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, async_playwright

QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def system_chromium() -> str | None:
    """The path of a Chromium or Chrome that is installed."""
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@asynccontextmanager
async def started() -> AsyncIterator[Browser]:
    """A Chromium, closed at the end."""
    # Chromium's sandbox refuses root, which is what a container's tests run as
    switches = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=system_chromium(), args=switches)
        yield chromium
        await chromium.close()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the session; tests open contexts of their own."""
    async with started() as chromium:
        yield chromium


@pytest.fixture
def page_problems() -> list[str]:
    """What went wrong in `page`: script errors, console errors, failed requests of our own."""
    return []


@pytest.fixture
async def page(browser: Browser, page_problems: list[str]) -> AsyncIterator[Page]:
    """A new page in a context of its own."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = await context.new_page()
    opened.on("pageerror", lambda error: page_problems.append(f"script: {error}"))
    opened.on("console", lambda said: page_problems.append(f"console: {said.text}") if said.type == "error" else None)
    yield opened
    await context.close()


def _ensure() -> None:
    """Have a browser: a system Chromium, else Debian's package when root, else Playwright's own."""
    if system_chromium():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"]
        if subprocess.run(install, env=quiet, check=False).returncode == 0 and system_chromium():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    _ensure()
