"""Steps that journeys share, as a person takes them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from importlib.resources import files
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.stack import Site

AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
PATIENCE = 30_000  # milliseconds, for what the engine does


async def sign_in(page: Page, site: Site) -> None:
    """Through the door, as the demo company's administrator."""
    await page.goto(f"{site.url}/sign-in")
    await page.get_by_label("E-mail").fill(site.email)
    await page.get_by_label("Password").fill(site.password)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url("**/app/")


async def describe(page: Page, site: Site, prompt: str) -> None:
    """Type a prompt and wait for its plan."""
    await page.goto(f"{site.url}/app/hire")
    await expect(page.locator("select[name=department] option")).not_to_have_count(1)
    await page.get_by_label("What should the worker do?").fill(prompt)
    await page.get_by_role("button", name="Make a plan").click()
    await page.wait_for_url("**/app/drafts/*")
    await expect(page.get_by_role("button", name="Approve and put to work")).to_be_visible(timeout=PATIENCE)


async def answer_all(page: Page, address: str) -> None:
    """Answer what is asked with an e-mail address, until nothing is."""
    questions = page.locator("#questions")
    while await questions.count():
        for field in await questions.locator("input[type=email]").all():
            await field.fill(address)
        asked = await questions.inner_text()
        await questions.get_by_role("button", name="Save answers").click()
        await expect(questions.filter(has_text=asked.splitlines()[2])).to_have_count(0, timeout=5_000)


def letters(folder: Path) -> str:
    """All that was sent, as text."""
    found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in folder.rglob("*.eml")]
    return "\n".join(f"{mail['to']} {mail.get_body(('plain', 'html')).get_content()}" for mail in found)  # type: ignore[union-attr]


async def hire(page: Page, site: Site, prompt: str) -> str:
    """From a prompt to a live worker, with the demo company's connections; its address."""
    await describe(page, site, prompt)
    await answer_all(page, "boss@example.com")
    approve = page.get_by_role("button", name="Approve and put to work")
    for choice in await page.get_by_label("Connection for").all():
        await choice.select_option(index=1)
    await expect(approve).to_be_enabled(timeout=2 * PATIENCE)  # it is rehearsed first
    await approve.click()
    await page.wait_for_url("**/app/workers/*")
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    return page.url


async def serious(page: Page) -> list[tuple[str, str]]:
    """What axe holds against the page as it is: (rule, element)."""
    await page.evaluate(AXE)
    found = (await page.evaluate("axe.run()"))["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}]


@asynccontextmanager
async def another_page(browser: Browser, known: Page | None = None, **looks: object) -> AsyncIterator[Page]:
    """A page in a context of its own, signed in as `known` is; looks: viewport, color_scheme …"""
    state = await known.context.storage_state() if known else None
    context = await browser.new_context(storage_state=state, locale="en-GB", **looks)  # type: ignore[arg-type]
    yield await context.new_page()
    await context.close()
