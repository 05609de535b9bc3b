"""Hands on the keyboard only: sign in, describe, answer, approve, steer the worker; the focus is always to be seen."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.journeys.walking import PATIENCE
from tests.stack import Site

# what has the focus: its words, and whether it can be seen that it has it
FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.closest('form > div');
  const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
  const lit = box && getComputedStyle(box).boxShadow !== 'none' && e.tagName === 'TEXTAREA';
  const words = e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.name || e.tagName;
  const seen = e.getBoundingClientRect();
  return { words: words.trim().split('\\n')[0], visible: e === document.body || ((ring || lit) && seen.width > 0) };
}"""


async def tab_to(page: Page, words: str, key: str = "Tab", most: int = 60) -> None:
    """Press Tab until what is called so has the focus; everything on the way shows that it has it."""
    for _ in range(most):
        await page.keyboard.press(key)
        focus = await page.evaluate(FOCUS)
        assert focus["visible"], f"no visible focus on “{focus['words']}”"
        if words in focus["words"]:
            return
    raise AssertionError(f"“{words}” cannot be reached with {key}; last was “{focus['words']}”")


async def test_a_worker_is_hired_and_steered_with_the_keyboard_alone(
    page: Page, page_problems: list[str], site: Site
) -> None:
    await page.goto(f"{site.url}/sign-in")
    await page.wait_for_load_state("networkidle")
    await tab_to(page, "E-mail")
    await page.keyboard.type(site.email)
    await tab_to(page, "Password")
    await page.keyboard.type(site.password)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/app/")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await tab_to(page, "Skip to content")
    await page.keyboard.press("Enter")
    await tab_to(page, "Hire a worker", "Shift+Tab")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/app/hire**")
    await expect(page.get_by_label("What should the worker do?")).to_be_focused()
    await page.keyboard.type("Every Monday at 9, send a reminder to water the plants by e-mail")
    await tab_to(page, "Make a plan")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/app/drafts/*")
    await _answer(page)
    await _connect(page)
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_enabled(timeout=2 * PATIENCE)
    await tab_to(page, "Approve and put to work")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/app/workers/*")
    await expect(page.get_by_role("button", name="Pause")).to_be_visible(timeout=PATIENCE)
    await tab_to(page, "Pause")
    await page.keyboard.press("Space")
    await expect(page.get_by_role("button", name="Resume")).to_be_visible(timeout=PATIENCE)
    await _retire(page)
    assert page_problems == []


async def _answer(page: Page) -> None:
    """Every open question, by its proposal or our own address."""
    questions = page.locator("#questions")
    await expect(page.get_by_role("button", name="Approve and put to work")).to_be_visible(timeout=PATIENCE)
    while await questions.count():
        await tab_to(page, await questions.locator("label").first.inner_text())
        await page.keyboard.press("Control+A")
        await page.keyboard.type("boss@example.com")
        asked = await questions.inner_text()
        await page.keyboard.press("Enter")
        await expect(questions.filter(has_text=asked.splitlines()[2])).to_have_count(0, timeout=5_000)


async def _connect(page: Page) -> None:
    for choice in await page.get_by_label("Connection for").all():
        await tab_to(page, await choice.get_attribute("aria-label") or "")
        await page.keyboard.press("ArrowDown")
        await expect(choice).not_to_have_value("")


async def _retire(page: Page) -> None:
    """The dialog keeps the focus to itself, Escape gives it back to the button that opened it."""
    await tab_to(page, "Retire")
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    inside = "document.querySelector('dialog[open]').contains(document.activeElement)"
    for _ in range(4):
        await page.keyboard.press("Tab")
        assert await page.evaluate(f"{inside} || document.activeElement === document.body")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(page.get_by_role("button", name="Retire")).to_be_focused()
    await page.keyboard.press("Enter")
    for _ in range(4):
        await page.keyboard.press("Tab")
        if (await page.evaluate("document.activeElement.innerText")).strip() == "Retire":
            break
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Retired", exact=True)).to_be_visible(timeout=PATIENCE)
