"""Health, metrics and errors over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest
from fastapi import FastAPI

from tests.conftest import Database
from tests.stack import point_settings_at
from workforce.api import build
from workforce.core.errors import InvalidInput, NotFound, TooManyRequests
from workforce.data import models as m
from workforce.data.postgres import platform_session

LOCAL, REMOTE = ("127.0.0.1", 1), ("192.0.2.7", 1)


def client(app: FastAPI, peer: tuple[str, int] = LOCAL) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, client=peer, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://test")


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    api = build()

    @api.get("/try/{case}")
    async def fail(case: str, number: int = 0) -> None:
        cases = {
            "found": NotFound(),
            "fast": TooManyRequests(retry_after=7),
            "input": InvalidInput("No.", field="name"),
        }
        raise cases.get(case) or ZeroDivisionError("the inner secret")

    async with client(api) as opened:
        yield opened


async def test_alive(http: httpx.AsyncClient) -> None:
    answer = await http.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


async def test_ready_names_what_is_missing(app: Database, http: httpx.AsyncClient) -> None:
    async with platform_session() as session:
        sealed_by_another_key = "v1.AAAA"
        session.add(m.Engine(base_url="http://127.0.0.1:9", api_key=sealed_by_another_key))
    answer = await http.get("/health/ready")
    assert answer.status_code == 503
    parts = answer.json()["parts"]
    assert {name: part["well"] for name, part in parts.items()} == {
        "database": True,
        "redis": True,
        "engine": False,
        "jobs": False,
    }
    assert "python -m workforce jobs" in parts["jobs"]["detail"]
    with psycopg.connect(app.super_url) as db:
        db.execute("insert into procrastinate_workers default values")
    assert (await http.get("/health/ready")).json()["parts"]["jobs"]["well"]


async def test_ready_without_anything(http: httpx.AsyncClient) -> None:
    nowhere = {"DATABASE_URL": "postgresql://a:b@127.0.0.1:9/x", "REDIS_URL": "redis://127.0.0.1:9/0"}
    async with point_settings_at(**nowhere):
        answer = await http.get("/health/ready")
    assert answer.status_code == 503
    assert not any(part["well"] for part in answer.json()["parts"].values())
    assert "127.0.0.1" not in answer.text


async def test_metrics_are_for_this_machine_or_a_token(app: Database) -> None:
    api = build()
    async with client(api) as local, client(api, REMOTE) as remote:
        await local.get("/health/live")
        answer = await local.get("/metrics")
        assert answer.status_code == 200
        assert 'workforce_http_seconds_count{method="GET",route="/health/live",status="200"}' in answer.text
        assert "workforce_jobs_waiting 0.0" in answer.text
        assert (await local.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"})).status_code == 404
        assert (await remote.get("/metrics")).status_code == 404
        async with point_settings_at(METRICS_TOKEN="let-me-in"):
            for token, status in {"let-me-in": 200, "wrong": 404, "": 404}.items():
                answer = await remote.get("/metrics", headers={"Authorization": f"Bearer {token}"})
                assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/try/found", 404),
        ("/try/fast", 429),
        ("/try/input", 422),
        ("/try/bug", 500),
        ("/try/input?number=x", 422),
        ("/api/nothing/here", 404),
        ("/nothing", 404),
    ],
)
async def test_every_error_is_a_problem(http: httpx.AsyncClient, path: str, status: int) -> None:
    answer = await http.get(path, headers={"X-Correlation-Id": "click-0001"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["detail"]
    assert "secret" not in answer.text
    assert answer.headers["x-correlation-id"] == body["correlation_id"] == "click-0001"


async def test_problems_say_more_where_it_helps(http: httpx.AsyncClient) -> None:
    assert (await http.get("/try/fast")).headers["retry-after"] == "7"
    assert (await http.get("/try/input")).json()["field"] == "name"
    assert (await http.get("/try/input?number=x")).json()["issues"][0]["field"] == "number"
    assert len((await http.get("/try/bug")).json()["incident"]) == 8
    assert (await http.post("/api/nothing")).status_code == 404
    odd = await http.get("/health/live", headers={"X-Correlation-Id": "a b\n{}"})
    assert len(odd.headers["x-correlation-id"]) == 32
