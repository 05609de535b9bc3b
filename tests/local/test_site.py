"""The whole product as `make up` runs it, without a browser."""

from __future__ import annotations

import httpx
import psycopg

from tests.stack import Site
from workforce.local import demo
from workforce.local.stack import Stack

OF_THE_DEMO = """
    select department.name from departments department
    join organisations company on company.id = department.organisation_id where company.name = %s
"""


def test_the_site_answers_and_says_it_is_ready(site: Site) -> None:
    ready = httpx.get(f"{site.url}/health/ready", timeout=10)
    assert ready.status_code == 200, ready.text
    assert "<title>" in httpx.get(f"{site.url}/", timeout=10).text


def test_the_demo_company_is_seeded_once(stack: Stack, site: Site) -> None:
    with psycopg.connect(stack.postgres.url("workforce")) as db:
        names = {row[0] for row in db.execute(OF_THE_DEMO, [demo.COMPANY]).fetchall()}
        companies = db.execute("select count(*) from organisations where name = %s", [demo.COMPANY]).fetchone()
        found = db.execute("select name from connections where name like 'Demo %'").fetchall()
        connected = sorted(row[0] for row in found)
    assert names == set(demo.DEPARTMENTS)
    assert companies == (1,)
    assert connected == ["Demo mailbox", "Demo shop database"]


def test_any_web_process_counts_for_all(site: Site) -> None:
    before = answered(site)
    for _ in range(20):
        httpx.get(f"{site.url}/health/live", timeout=10)
    assert all(answered(site) >= before + 20 for _ in range(6)), "each question may reach another process"


def metrics(site: Site) -> str:
    return httpx.get(f"{site.url}/metrics", timeout=10).text


def answered(site: Site) -> float:
    """How often the health check was answered, as one question to the site tells."""
    lines = (line for line in metrics(site).splitlines() if line.startswith("workforce_http_seconds_count"))
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if "/health/live" in line)
