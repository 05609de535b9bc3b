"""How the outside reaches a worker: a webhook with its secret, a form; and a run by hand with a sample."""

from __future__ import annotations

import httpx
from playwright.async_api import Page, expect

from tests.journeys.walking import PATIENCE, hire, letters, sign_in
from tests.stack import Site


async def test_a_webhook_with_its_secret(page: Page, page_problems: list[str], site: Site) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await sign_in(page, site)
    worker = await hire(page, site, "When our webhook is called, e-mail boss@example.com with the customer")
    door = page.locator("#webhook")
    await door.get_by_role("button", name="Copy").click()
    await expect(door.get_by_role("button", name="Copied")).to_be_visible()
    address = await page.evaluate("navigator.clipboard.readText()")
    assert address == await door.locator("code").last.inner_text() and "/webhook/" in address
    await door.get_by_role("button", name="Show its secret once").click()
    await expect(door.get_by_role("status").locator("code")).to_be_visible()
    secret = await door.get_by_role("status").locator("code").inner_text()
    await door.get_by_role("status").get_by_role("button", name="Copy").click()
    await expect(door.get_by_role("status").get_by_role("button", name="Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == secret

    async with httpx.AsyncClient() as caller:
        assert (await caller.post(address, json={"customer": "Nobody"})).status_code == 403
        assert (await caller.post(address, json={}, headers={"X-WorkForce-Secret": "guess"})).status_code == 403
        told = await caller.post(address, json={"customer": "Nora Holm"}, headers={"X-WorkForce-Secret": secret})
        assert told.status_code == 200
    runs = page.get_by_role("list", name="Runs").get_by_role("button")
    await expect(runs.first).to_contain_text("Succeeded", timeout=PATIENCE)
    assert await runs.count() == 1 and "Nora Holm" in letters(site.mail)

    await page.goto(worker)
    await expect(door.get_by_text("Its secret was shown already.")).to_be_visible()
    assert secret not in await page.content()
    assert page_problems == []


async def test_a_form_and_a_run_by_hand_with_a_sample(page: Page, page_problems: list[str], site: Site) -> None:
    await sign_in(page, site)
    await hire(page, site, "When someone fills in our contact form, e-mail boss@example.com their name and message")
    link = page.locator("#form").get_by_role("link", name="Open the form")
    async with httpx.AsyncClient() as visitor:
        form = await visitor.get(await link.get_attribute("href") or "")
        assert form.status_code == 200 and "Message" in form.text

    await page.get_by_role("button", name="Run now").click()
    name = page.get_by_label("Name", exact=True)
    await expect(name).to_be_focused()
    assert await name.input_value()
    await page.get_by_role("button", name="Cancel").click()
    await expect(page.get_by_role("button", name="Run now")).to_be_focused()
    await page.get_by_role("button", name="Run now").click()
    await name.fill("Emil Sandberg")
    await page.get_by_role("button", name="Run with this").click()
    runs = page.get_by_role("list", name="Runs").get_by_role("button")
    await expect(runs.first).to_contain_text("Succeeded", timeout=PATIENCE)
    await expect(name).to_have_count(0)
    assert "Emil Sandberg" in letters(site.mail)
    assert page_problems == []
