"""When a service is away: a deployment that fails says why and goes on later; pages say so and recover."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from playwright.async_api import Page, expect
from psycopg import sql

from tests.journeys.walking import PATIENCE, answer_all, describe, sign_in
from tests.stack import Site, point_settings_at
from workforce.core.errors import EngineKeyRefused
from workforce.local.stack import Stack
from workforce.services import engines


async def register(stack: Stack, key: str) -> None:
    """Have the platform use this key for its engine."""
    given = stack.environment()
    names = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "MASTER_KEY", "SECRET_KEY", "CALLBACK_URL")
    async with point_settings_at(**{name: given[name] for name in names}):
        await engines.ensure_shared(given["N8N_BASE_URL"], key, given["N8N_PUBLIC_URL"])
        await engines.close()


async def test_a_deployment_that_failed_goes_on_once_its_reason_is_gone(
    page: Page, page_problems: list[str], site: Site, stack: Stack
) -> None:
    """n8n refuses our key, until it has the right one again."""
    await sign_in(page, site)
    await describe(page, site, "Every Monday at 9, e-mail boss@example.com a reminder to water the plants")
    await answer_all(page, "boss@example.com")
    for choice in await page.get_by_label("Connection for").all():
        await choice.select_option(index=1)
    approve = page.get_by_role("button", name="Approve and put to work")
    await expect(approve).to_be_enabled(timeout=2 * PATIENCE)
    right = stack.environment()["N8N_API_KEY"]
    with pytest.raises(EngineKeyRefused):
        await register(stack, right[:-3] + "xxx")
    try:
        await approve.click()
        await page.wait_for_url("**/app/workers/*")
        again = page.get_by_role("button", name="Try again")
        await expect(again).to_be_visible(timeout=PATIENCE)
        await expect(page.get_by_role("main").get_by_role("alert").first).to_contain_text("(n8n) refused our API key")
        await expect(page.get_by_text("Needs attention")).to_be_visible()
        await expect(page.get_by_role("button", name="Run now")).to_have_count(0)
    finally:
        await register(stack, right)
    await again.click()
    await expect(page.get_by_role("button", name="Run now")).to_be_visible(timeout=PATIENCE)
    await expect(page.get_by_text("Live", exact=True)).to_be_visible()
    assert page_problems == []


@contextmanager
def no_database(stack: Stack) -> Iterator[None]:
    """The platform's database takes nobody in for a while."""
    name = stack.environment()["DATABASE_URL"].rsplit("/", 1)[-1].partition("?")[0]
    allow = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
    with psycopg.connect(stack.postgres.url(), autocommit=True) as db:
        db.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
        try:
            db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            yield
        finally:
            db.execute(allow.format(sql.Identifier(name), sql.SQL("true")))


@pytest.mark.parametrize(("width", "path"), [(390, "/app/departments"), (1440, "/app/workers"), (1440, "/app/")])
async def test_a_page_whose_rows_cannot_be_had_says_so_and_recovers(
    page: Page, site: Site, stack: Stack, width: int, path: str
) -> None:
    await sign_in(page, site)
    page = await page.context.new_page()  # the tab that signed in has the overview's numbers, and rightly keeps them
    await page.set_viewport_size({"width": width, "height": 800})
    with no_database(stack):
        await page.goto(site.url + path)
        await expect(page.get_by_role("heading", name="This could not be loaded")).to_be_visible(timeout=PATIENCE)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("heading", name="This could not be loaded")).to_have_count(0, timeout=PATIENCE)
    await expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
