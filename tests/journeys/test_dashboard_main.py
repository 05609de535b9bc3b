"""The main job in a real browser, on the real engine: describe, answer, approve, see it live, run it, see its run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.journeys.walking import PATIENCE, answer_all, describe, letters, sign_in
from tests.stack import Site

SALES = b'[{"region": "North", "amount": 120}, {"region": "South", "amount": 80}]'


@pytest.fixture
async def source() -> AsyncIterator[str]:
    """A company's own web address with its sales."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        lines = (
            "HTTP/1.1 200 OK",
            "Content-Type: application/json",
            f"Content-Length: {len(SALES)}",
            "Connection: close",
        )
        head = "\r\n".join([*lines, "", ""])
        writer.write(head.encode() + SALES)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/sales.json"


async def test_from_words_to_a_run(page: Page, page_problems: list[str], site: Site, source: str) -> None:
    await sign_in(page, site)
    await describe(page, site, f"Every Monday at 9, fetch {source} and send the result by e-mail")
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_disabled()
    await answer_all(page, "boss@example.com")
    await page.get_by_label("Connection for").first.select_option(index=1)
    # A worker may not reach addresses of the engine's own machine; that the administrator knows better is written down.
    await expect(page.get_by_text("which a worker may not reach").first).to_be_visible(timeout=4 * PATIENCE)
    await expect(approve).to_be_disabled()
    await page.get_by_text("Put it to work all the same").click()
    await page.get_by_label("Why, although its rehearsal did not pass?").fill("The address is our own and meant")
    await page.get_by_role("button", name="Approve with it").click()

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
