"""A worker is seen at work before it works: by a visitor, and by a manager up to the gate and through it."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.journeys.walking import PATIENCE, answer_all, describe, serious, sign_in
from tests.stack import Site

LEADS = (
    "Every weekday at 8, read new rows of the sheet Leads, and e-mail each of them a welcome, "
    "and tell #sales in Slack how many"
)
CONNECTIONS = (
    ("Our sheets", "googleApi", {"email": "robot@example.com", "privateKey": "-----BEGIN PRIVATE KEY-----\nx\n"}),
    ("Our Slack", "slackApi", {"accessToken": "xoxb-0000"}),
)


async def test_a_visitor_sees_the_worker_rehearsed(page: Page, page_problems: list[str], site: Site) -> None:
    await page.goto(site.url)
    await page.get_by_label("What should your worker do?").fill(LEADS)
    await page.get_by_role("button", name="See the plan").click()
    await expect(page.get_by_text("Rehearsed: what it would have done")).to_be_visible(timeout=4 * PATIENCE)
    await expect(page.get_by_text("Google Sheets is down")).to_be_visible(timeout=4 * PATIENCE)
    await page.get_by_text("Show every call").click()
    await expect(page.get_by_text("Slack message to").first).to_be_visible()
    assert await page.get_by_text("E-mail to").count() >= 3
    assert page_problems == []


async def test_a_manager_sees_the_receipts_asks_what_if_and_approves(
    page: Page, page_problems: list[str], site: Site
) -> None:
    await sign_in(page, site)
    for name, kind, fields in CONNECTIONS:
        form = {"name": name, "kind": kind} | {f"field.{field}": value for field, value in fields.items()}
        reply = await page.request.post(f"{site.url}/api/connections", form=form, headers={"origin": site.url})
        assert reply.ok, await reply.text()
    await describe(page, site, LEADS)
    await answer_all(page, "hello@example.com")
    rehearsal = page.locator("#rehearsal")
    await expect(rehearsal.get_by_text("Passed in all")).to_be_visible(timeout=4 * PATIENCE)

    await rehearsal.get_by_role("button", name="Everything works").click()
    await expect(rehearsal.get_by_text("Slack message to")).to_be_visible()
    assert await rehearsal.get_by_text("E-mail to").count() >= 3
    await expect(rehearsal.get_by_text("Welcome").first).to_be_visible()
    await rehearsal.get_by_role("button", name="Show technical details").click()
    await expect(rehearsal.get_by_text("https://slack.com/api/chat.postMessage").first).to_be_visible()
    assert await serious(page) == []

    await rehearsal.get_by_label("What if").fill("pigs fly")
    await rehearsal.get_by_role("button", name="Try it").click()
    await expect(rehearsal.get_by_role("alert")).to_contain_text("We did not understand what should happen")
    await rehearsal.get_by_label("What if").fill("Slack is down and the lead has no e-mail?")
    await rehearsal.get_by_role("button", name="Try it").click()
    own = rehearsal.get_by_role("button", name="Slack is down and the lead has no e-mail")
    await expect(own).to_contain_text("told its owner", timeout=4 * PATIENCE)

    for choice in await page.get_by_label("Connection for").all():
        await choice.select_option(index=1)
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_enabled(timeout=4 * PATIENCE)
    await approve.click()
    await page.wait_for_url("**/app/workers/*")
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    assert page_problems == []


async def test_an_administrator_passes_a_failed_rehearsal_with_a_reason(page: Page, site: Site) -> None:
    """A worker may not reach the engine's own machine; that it is meant here, only a person can know."""
    await sign_in(page, site)
    await describe(page, site, f"Every Monday at 9, fetch {site.url}/health/live and send the result by e-mail")
    await answer_all(page, "boss@example.com")
    await page.get_by_label("Connection for").first.select_option(index=1)
    await expect(page.get_by_text("which a worker may not reach").first).to_be_visible(timeout=4 * PATIENCE)
    await expect(page.get_by_role("button", name="Approve and put to work")).to_be_disabled()
    await page.get_by_text("Put it to work all the same").click()
    reason = page.get_by_label("Why should it work although its rehearsal did not pass?")
    await reason.fill("ok")
    await page.get_by_role("button", name="Approve with this reason").click()
    await expect(page.get_by_text("Say in a few words why")).to_be_visible()
    await reason.fill("The address is our own and it is meant")
    await page.get_by_role("button", name="Approve with this reason").click()
    await page.wait_for_url("**/app/workers/*")
