"""A visitor on the public pages, in a real browser under the strict content policy."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.journeys.walking import serious
from tests.stack import Site

PROMPT = "I need a worker to send weekly sales reports"
PASSWORD = "correct horse battery"


async def test_a_prompt_becomes_a_plan_and_travels_through_sign_up(
    site: Site, page: Page, page_problems: list[str]
) -> None:
    await page.goto(f"{site.url}/")
    await page.get_by_role("button", name="Weekly sales report").click()
    await expect(page.locator("#prompt")).to_have_value(PROMPT)
    await page.get_by_role("button", name="See the plan").click()
    plan = page.get_by_role("region", name="Plan")
    await expect(plan).to_contain_text("Monday")
    await expect(plan).to_contain_text("Before it starts, it will ask you")
    await plan.get_by_role("link", name="Hire this worker").click()
    typed = {"name": "Vera", "company": "Visitors Ltd", "email": "vera@visitors.example", "password": PASSWORD}
    for name, text in typed.items():
        await page.locator(f"#{name}").fill(text)
    await page.get_by_role("button", name="Create account").click()
    await expect(page.get_by_role("heading", name="Hire a worker")).to_be_visible()
    await expect(page.locator("textarea").first).to_have_value(PROMPT)
    assert "session" not in await page.evaluate("document.cookie")
    assert page_problems == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("   ", "Say in a sentence"),
        ("x" * 20_001, "we read up to 20,000"),
        ("<script>alert(1)</script>", ""),
        ("🎉🎉🎉", ""),
    ],
    ids=["empty", "too long", "markup", "emoji"],
)
async def test_bad_input_is_answered_and_kept(
    site: Site, page: Page, page_problems: list[str], typed: str, answer: str
) -> None:
    await page.goto(f"{site.url}/")
    await expect(page.get_by_role("link", name="Sign up").first).to_be_visible()
    await page.wait_for_load_state("networkidle")
    await page.locator("#prompt").fill(typed)
    await page.get_by_role("button", name="See the plan").click()
    if answer:
        await expect(page.locator("#prompt-problem")).to_contain_text(answer)
    else:
        await expect(page.locator("#trial")).not_to_be_empty()
    await expect(page.locator("#prompt")).to_have_value(typed)
    assert page_problems == []


async def test_words_sent_before_the_page_is_awake_are_planned(site: Site, page: Page) -> None:
    await page.goto(f"{site.url}/?prompt=Every+Monday+at+9+post+hello+to+%23team+in+Slack")
    await expect(page.get_by_role("region", name="Plan")).to_contain_text("Monday")
    await expect(page.locator("#prompt")).to_have_value("Every Monday at 9 post hello to #team in Slack")


async def test_the_text_is_there_without_script(site: Site, browser: Browser) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{site.url}/")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Hire AI workers")
    await expect(page.get_by_text("Priced by the work")).to_be_attached()
    await context.close()


async def test_a_guest_is_led_to_the_sign_in_and_back(site: Site, page: Page) -> None:
    await page.goto(f"{site.url}/app/workers")
    await page.wait_for_url("**/sign-in/?next=**")
    await page.wait_for_load_state("networkidle")
    await page.locator("#email").fill(site.email)
    await page.locator("#password").fill("not the password")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("do not match")
    await expect(page.locator("#email")).to_have_value(site.email)
    await page.locator("#password").fill(site.password)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_url("**/app/workers/**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/sign-in?error=wrong", "/sign-up?error=taken", "/no/such/page"])
async def test_axe_finds_nothing_serious(site: Site, browser: Browser, scheme: str, path: str) -> None:
    context = await browser.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(site.url + path)
    await page.wait_for_load_state("networkidle")
    if path == "/":
        await page.get_by_role("button", name="Overdue invoices").click()
        await page.get_by_role("button", name="See the plan").click()
        await expect(page.get_by_role("region", name="Plan")).to_be_visible()
    assert await serious(page) == []
    await context.close()


@pytest.mark.parametrize("width", [360, 768, 1440])
async def test_nothing_sticks_out_at_the_side(site: Site, browser: Browser, width: int) -> None:
    context = await browser.new_context(viewport={"width": width, "height": 800})
    page = await context.new_page()
    for path in ("/", "/sign-in", "/sign-up"):
        await page.goto(site.url + path)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await context.close()
