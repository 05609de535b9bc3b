"""The main job in a real browser, on the real engine: describe, answer, approve, see it live, run it, see its run."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.journeys.walking import PATIENCE, answer_all, describe, letters, sign_in
from tests.stack import Site

SALES = "Every Monday at 9, e-mail me the sales from our database."


async def test_from_words_to_a_run(page: Page, page_problems: list[str], site: Site) -> None:
    await sign_in(page, site)
    await describe(page, site, SALES)
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_disabled()
    await answer_all(page, "boss@example.com")
    for choice in await page.get_by_label("Connection for").all():
        await choice.select_option(index=1)
    await expect(approve).to_be_enabled(timeout=4 * PATIENCE)  # it is rehearsed first
    await approve.click()

    await page.wait_for_url("**/app/workers/*")
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    await expect(page.get_by_text("Next runs")).to_be_visible()
    await page.get_by_role("button", name="Run now").click()
    run = page.get_by_role("list", name="Runs").get_by_role("button").first
    await expect(run).to_contain_text("Succeeded", timeout=PATIENCE)
    await run.click()
    await expect(page.get_by_text("What it gave").first).to_be_visible(timeout=PATIENCE)
    assert "boss@example.com" in letters(site.mail)

    await page.get_by_role("button", name="Pause").click()
    await expect(page.get_by_role("button", name="Resume")).to_be_visible(timeout=PATIENCE)
    await page.get_by_role("button", name="Retire").click()
    await page.get_by_role("dialog").get_by_role("button", name="Retire").click()
    await expect(page.get_by_text("Retired", exact=True)).to_be_visible(timeout=PATIENCE)
    assert page_problems == []
