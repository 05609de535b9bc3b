"""Photograph every page at two widths, light and dark, into docs/screens: `make screens`, beside a running `make up`.

It walks as a person does: asks for a plan as a visitor, signs in to the demo company, hires a worker that reads the
shop's database and e-mails what it finds, runs it, and looks around.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page

from benchmarks.running import RunningSite, running_site
from tests.browser import started

SCREENS = Path(__file__).parents[1] / "docs" / "screens"
WIDTHS = {1440: 900, 390: 844}
PROMPT = "Every Monday at 9, e-mail me last week's sales from our database."
QUIET = {"landing": "/", "sign-in": "/sign-in", "sign-up": "/sign-up", "not-found": "/nowhere"}
INSIDE = {
    "overview": "/app/",
    "hire": "/app/hire",
    "drafts": "/app/drafts",
    "workers": "/app/workers",
    "connections": "/app/connections",
    "departments": "/app/departments",
    "usage": "/app/usage",
    "settings": "/app/settings",
}


@asynccontextmanager
async def a_page(browser: Browser, site: RunningSite, width: int, theme: str, state: str = "") -> AsyncIterator[Page]:
    """A page of that width and colour scheme; state: a file with a sign-in."""
    context = await browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if theme == "dark" else "light",
        timezone_id="Europe/Berlin",
        storage_state=state or None,
        base_url=site.url,
    )
    try:
        yield await context.new_page()
    finally:
        await context.close()


async def shoot(page: Page, name: str, width: int, theme: str) -> None:
    """Wait until nothing moves, then keep the whole page."""
    await page.wait_for_timeout(1500)
    await page.screenshot(path=SCREENS / f"{name}-{width}-{theme}.png", full_page=True)


async def hire(page: Page, site: RunningSite, state: str) -> tuple[str, str]:
    """Sign in, hire one worker and let it run once; the addresses of a plan still open and of the worker."""
    await page.goto("/sign-in")
    await page.fill("input[name=email]", site.email)
    await page.fill("input[name=password]", site.password)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/app/**")
    await page.context.storage_state(path=state)
    open_plan = await draft(page)
    await draft(page)
    await page.get_by_role("button", name="Save answers").click()
    for choice in await page.locator("select").all():
        values = [await option.get_attribute("value") for option in await choice.locator("option").all()]
        if real := [value for value in values if value]:
            await choice.select_option(real[0])
            await page.wait_for_timeout(800)
    await page.get_by_role("button", name="Approve and put to work").click()
    await page.wait_for_url("**/app/workers/*")
    await page.get_by_role("button", name="Run now").click(timeout=60_000)
    await page.get_by_text("Started by hand").first.wait_for(timeout=30_000)
    return open_plan, page.url


async def draft(page: Page) -> str:
    """Type the prompt and wait for its plan; the draft's address."""
    await page.goto("/app/hire")
    await page.wait_for_timeout(1500)
    await page.fill("textarea", PROMPT)
    await page.get_by_role("button", name="Make a plan").click()
    await page.get_by_role("button", name="Save answers").wait_for(timeout=60_000)
    return page.url


async def photograph(site: RunningSite, browser: Browser, state: str) -> None:
    """All pages in all four looks."""
    async with a_page(browser, site, 1440, "light") as page:
        plan, worker = await hire(page, site, state)
    looks = [(width, theme) for width in WIDTHS for theme in ("light", "dark")]
    for width, theme in looks:
        async with a_page(browser, site, width, theme) as page:
            for name, path in QUIET.items():
                await page.goto(path)
                await shoot(page, name, width, theme)
            await page.goto("/")
            await page.wait_for_timeout(1500)
            await page.fill("textarea", PROMPT)
            await page.get_by_role("button", name="See the plan").first.click()
            await page.get_by_text("Every Monday at 09:00").first.wait_for(timeout=60_000)
            await shoot(page, "landing-plan", width, theme)
        async with a_page(browser, site, width, theme, state) as page:
            for name, path in {**INSIDE, "plan": plan, "worker": worker}.items():
                await page.goto(path)
                await shoot(page, name, width, theme)


async def main() -> None:
    """Start with an empty folder, end with a full one."""
    site = running_site()
    shutil.rmtree(SCREENS, ignore_errors=True)
    SCREENS.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        async with started() as browser:
            await photograph(site, browser, f"{folder}/state.json")


if __name__ == "__main__":
    asyncio.run(main())
