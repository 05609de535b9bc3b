"""A company sets itself up: departments, time zone, connections; and what pages show before there is anything."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.async_api import Browser, Page, expect

from tests.journeys.walking import another_page, serious, sign_in
from tests.stack import Site

PASSWORD = "correct horse battery"
EMPTY = {
    "/app/": "What should your first worker do?",
    "/app/workers": "No workers yet",
    "/app/drafts": "No open drafts",
    "/app/connections": "Nothing connected yet",
    "/app/usage": "Nothing used this month",
}


async def sign_up(page: Page, site: Site) -> None:
    """A new company; it lands on its empty dashboard."""
    await page.goto(f"{site.url}/sign-up")
    await page.wait_for_load_state("networkidle")
    typed = {"name": "Ines", "company": "Newcomers", "email": f"{uuid4().hex[:8]}@new.example", "password": PASSWORD}
    for name, text in typed.items():
        await page.locator(f"#{name}").fill(text)
    await page.get_by_role("button", name="Create account").click()
    await page.wait_for_url("**/app/**")


@pytest.mark.parametrize("width", [390, 1440])
async def test_a_new_company_finds_words_in_every_empty_place(
    site: Site, page: Page, page_problems: list[str], width: int
) -> None:
    await page.set_viewport_size({"width": width, "height": 900})
    await sign_up(page, site)
    for path, words in EMPTY.items():
        await page.goto(site.url + path)
        await expect(page.get_by_text(words)).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.goto(f"{site.url}/app/")
    await page.get_by_label("What should the worker do?").fill("Every Monday at 9, e-mail me a reminder")
    await page.get_by_role("button", name="Make a plan").click()
    await page.wait_for_url("**/app/drafts/*")
    assert page_problems == []


async def test_departments_are_added_renamed_and_removed(site: Site, page: Page, page_problems: list[str]) -> None:
    await sign_up(page, site)
    await page.goto(f"{site.url}/app/departments")
    box = page.get_by_label("Name of a new department")
    rows = page.get_by_role("list", name="Departments").get_by_role("listitem")
    await expect(rows).not_to_have_count(0)  # a company starts with the usual ones
    before = await rows.count()
    await box.fill("Research")
    await page.get_by_role("button", name="Add").click()
    await expect(page.get_by_label("Name of Research", exact=True)).to_have_value("Research")
    await expect(box).to_have_value("")
    await box.fill("Research")
    await page.get_by_role("button", name="Add").click()
    await expect(page.get_by_text("Your company has a department of that name already")).to_be_visible()
    await expect(box).to_have_value("Research")
    row = page.get_by_label("Name of Research", exact=True)
    await row.fill("Laboratory")
    await row.press("Tab")
    await expect(page.get_by_label("Name of Laboratory", exact=True)).to_have_value("Laboratory")
    await page.get_by_role("button", name="Remove Laboratory").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    await expect(rows).to_have_count(before)
    assert page_problems == []


async def test_the_time_zone_is_kept(site: Site, page: Page, page_problems: list[str]) -> None:
    await sign_up(page, site)
    await page.goto(f"{site.url}/app/settings")
    zone = page.get_by_label("Time zone")
    await expect(zone.locator("option", has_text="Asia/Tokyo")).to_have_count(1)
    await zone.select_option("Asia/Tokyo")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Saved. All times are shown")).to_be_visible()
    await page.reload()
    await expect(zone).to_have_value("Asia/Tokyo")
    assert page_problems == []


async def test_a_service_is_found_by_the_name_that_people_use_and_connected(
    site: Site, page: Page, page_problems: list[str]
) -> None:
    await sign_up(page, site)
    await page.goto(f"{site.url}/app/connections")
    services = page.get_by_role("list", name="Services")
    await expect(services.get_by_role("button", name="Slack")).to_be_visible()
    await page.get_by_label("Search services").fill("spreadsheet")
    await expect(services.get_by_role("button", name="Google Sheets Google account", exact=True)).to_be_visible()
    await page.get_by_label("Search services").fill("telegram")
    await expect(services.get_by_role("button")).to_have_count(1)
    await services.get_by_role("button").click()
    await page.get_by_label("Access Token").fill("123:abc")
    await page.get_by_role("button", name="Connect", exact=True).click()
    table = page.get_by_role("region", name="Connections")
    await expect(table.get_by_role("row").nth(1)).to_contain_text("Telegram")
    assert "123:abc" not in await page.content()
    await page.get_by_role("button", name="Remove Telegram").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    await expect(page.get_by_text("Nothing connected yet")).to_be_visible()
    assert page_problems == []


async def test_addresses_that_lead_nowhere_say_so(site: Site, page: Page) -> None:
    await sign_up(page, site)
    await page.goto(f"{site.url}/nowhere/at/all")
    await expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()
    await page.goto(f"{site.url}/app/workers/not-an-id")
    await expect(page.get_by_text("No such worker")).to_be_visible()
    await page.goto(f"{site.url}/app/drafts/{uuid4()}")
    await expect(page.get_by_text("No such draft")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_serious_in_the_dashboard(
    site: Site, browser: Browser, page: Page, scheme: str
) -> None:
    await sign_in(page, site)
    looks = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    async with another_page(browser, page, **looks) as seen:
        for path in (
            "/app/",
            "/app/hire",
            "/app/drafts",
            "/app/workers",
            "/app/connections",
            "/app/departments",
            "/app/settings",
            "/app/usage",
        ):
            await seen.goto(site.url + path)
            await expect(seen.get_by_role("heading", level=1)).to_be_visible()
            await expect(seen.get_by_text("Loading", exact=True)).to_have_count(0)
            assert (path, await serious(seen)) == (path, [])
        await seen.goto(f"{site.url}/app/connections")
        await seen.get_by_role("button", name="PostgreSQL database").click()
        await expect(seen.get_by_label("Host", exact=True)).to_be_visible()
        assert await serious(seen) == []
