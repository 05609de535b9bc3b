"""Who may report failures, and what else is turned away."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI

from tests.engine.cases import NOTE, deployed, row, spec
from tests.engine.conftest import Company
from tests.stack import point_settings_at
from workforce.api import callbacks
from workforce.services import runs
from workforce.services.failure_workflow import TOKEN_HEADER, callback_token


@pytest.fixture
def web(company: Company) -> httpx.AsyncClient:
    """The platform's ear, without a network."""
    app = FastAPI()
    app.include_router(callbacks.router)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://platform")


async def test_the_right_token_is_heard(company: Company, web: httpx.AsyncClient) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    workflow_id = (await row(company.alice, worker_id)).engine_workflow_id
    told = {
        "workflow": {"id": workflow_id},
        "execution": {"id": "4711", "mode": "trigger", "error": {"message": "no", "node": {"name": "Do nothing"}}},
    }
    answer = await web.post(
        f"/api/engine/failure/{company.engine_id}", json=told, headers={TOKEN_HEADER: callback_token(company.engine_id)}
    )
    assert answer.status_code == 202
    run = (await runs.list_runs(company.alice))[0]
    assert (run.status, run.failed_step, run.error) == ("failed", "Do nothing", "“Do nothing” failed. no.")


async def test_a_trigger_that_cannot_listen_is_told_by_the_worker(company: Company, web: httpx.AsyncClient) -> None:
    worker_id = await deployed(company.alice, spec(NOTE))
    workflow_id = (await row(company.alice, worker_id)).engine_workflow_id
    told = {
        "workflow": {"id": workflow_id},
        "trigger": {"error": {"message": "Authorization failed"}, "mode": "trigger"},
    }
    headers = {TOKEN_HEADER: callback_token(company.engine_id)}
    assert (await web.post(f"/api/engine/failure/{company.engine_id}", json=told, headers=headers)).status_code == 202
    assert "did not accept the connection" in (await row(company.alice, worker_id)).reason
    assert await runs.list_runs(company.alice) == []


@pytest.mark.parametrize("token", ["", "wrong", "ü"])
async def test_a_wrong_token_is_not(company: Company, web: httpx.AsyncClient, token: str) -> None:
    headers = {TOKEN_HEADER: token.encode()}
    answer = await web.post(f"/api/engine/failure/{company.engine_id}", json={}, headers=headers)
    assert answer.status_code == 404


async def test_without_a_secret_the_door_is_closed(company: Company, web: httpx.AsyncClient) -> None:
    async with point_settings_at(SECRET_KEY=""):
        headers = {TOKEN_HEADER: callback_token(company.engine_id)}
        answer = await web.post(f"/api/engine/failure/{company.engine_id}", json={}, headers=headers)
    assert answer.status_code == 404


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[]", 400), (b"\xff", 400), (b"{}", 202)])
async def test_what_is_no_report(company: Company, web: httpx.AsyncClient, body: bytes, status: int) -> None:
    headers = {TOKEN_HEADER: callback_token(company.engine_id)}
    answer = await web.post(f"/api/engine/failure/{company.engine_id}", content=body, headers=headers)
    assert answer.status_code == status
