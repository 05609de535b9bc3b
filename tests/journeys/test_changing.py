"""Around the plan in a real browser: from a template, changed by saying so, changed again at work, and back."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.async_api import Page, expect

from tests.journeys.walking import AXE, PATIENCE, describe, hire, sign_in
from tests.stack import Site

PROMPT = "Every Monday at 9, e-mail a reminder to boss@example.com"
SHOTS = os.environ.get("WORKFORCE_SHOTS", "")


async def shot(page: Page, name: str) -> None:
    """A photograph, where somebody wants one."""
    if SHOTS:
        await page.wait_for_load_state("networkidle")
        await page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


async def serious(page: Page, part: str) -> list[str]:
    """What axe holds against a part of the page."""
    await page.evaluate(AXE)
    found = (await page.evaluate("part => axe.run(part)", part))["violations"]
    return [violation["id"] for violation in found if violation["impact"] in {"serious", "critical"}]


async def say(page: Page, sentence: str) -> None:
    """Type a change and have it read."""
    await page.get_by_label("What should be different?").fill(sentence)
    await page.get_by_role("button", name="Show the change").click()


async def test_a_template_is_found_and_becomes_a_draft(page: Page, page_problems: list[str], site: Site) -> None:
    await sign_in(page, site)
    await page.goto(f"{site.url}/app/hire")
    await page.get_by_role("button", name="Finance").click()
    await expect(page.get_by_role("heading", name="Failed payments")).to_be_visible()
    await expect(page.get_by_role("heading", name="Birthdays")).to_have_count(0)
    await page.get_by_role("button", name="Finance").click()
    await expect(page.get_by_role("button", name="more")).to_be_visible()
    await shot(page, "gallery")
    await page.get_by_label("Search templates").fill("stripe")
    await expect(page.get_by_role("button", name="more")).to_have_count(0)
    assert await serious(page, "main") == []
    await page.get_by_role("button", name="Use the template Failed payments").click()
    await page.wait_for_url("**/app/drafts/*")
    await expect(page.get_by_text("In which Slack channel should it be posted?")).to_be_visible()
    await expect(page.locator("#forecast")).to_contain_text("runs a month")
    await page.get_by_label("How often a month does something start it?").fill("900")
    await page.get_by_label("How often a month does something start it?").blur()
    await expect(page.locator("#forecast")).to_contain_text("About 900 runs a month")
    await shot(page, "template-draft")
    assert page_problems == []


async def test_a_plan_is_changed_by_saying_so(page: Page, page_problems: list[str], site: Site) -> None:
    await sign_in(page, site)
    await describe(page, site, PROMPT)
    await say(page, "make it prettier")
    await expect(page.get_by_text("“make it prettier” was not understood.")).to_be_visible()
    await say(page, "make it daily at 7 and also send it to finance@example.com")
    change = page.locator("#change")
    await expect(change).to_contain_text("Runs every day at 07:00 instead of every Monday at 09:00: 7 × as often.")
    await expect(change).to_contain_text("Now also e-mails finance@example.com.")
    await shot(page, "draft-change")
    assert await serious(page, "#change") == []
    assert await serious(page, "#forecast") == []
    await change.get_by_role("button", name="Take this change").click()
    await expect(page.get_by_text("Every day at 07:00", exact=True)).to_be_visible()
    await say(page, "call it Nudge")
    await change.get_by_role("button", name="Leave it as it is").click()
    await expect(page.get_by_role("heading", name="Nudge")).to_have_count(0)
    assert page_problems == []


async def test_a_worker_is_changed_and_goes_back(page: Page, page_problems: list[str], site: Site) -> None:
    await sign_in(page, site)
    address = await hire(page, site, PROMPT)
    await say(page, "call it Morning nudge and make it daily at 7")
    await page.wait_for_url("**/app/drafts/*")
    await expect(page.locator("#diff")).to_contain_text("Is called “Morning nudge” now")
    await shot(page, "worker-change")
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_enabled(timeout=2 * PATIENCE)
    await approve.click()
    await page.wait_for_url(address)
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    await expect(page.get_by_role("heading", name="Morning nudge")).to_be_visible()
    await page.reload()
    versions = page.locator("#versions")
    await expect(versions).to_contain_text("Version 2")
    await shot(page, "versions")
    assert await serious(page, "#versions") == []
    await versions.get_by_role("button", name="Go back to this").click()
    await page.get_by_role("dialog").get_by_role("button", name="Go back").click()
    await expect(page.get_by_role("heading", name="Morning nudge")).to_have_count(0, timeout=PATIENCE)
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    await expect(versions).to_contain_text("As version 1")
    assert page_problems == []
