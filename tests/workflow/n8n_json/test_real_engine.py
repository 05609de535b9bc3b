"""A compiled worker is published on the real n8n and does its work when told to run now."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import httpx

from tests.conftest import EngineUnderTest
from workforce.workflow import build
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.n8n_json import Stamp, compile_spec
from workforce.workflow.schedule import Cron, Schedule
from workforce.workflow.spec import Link, Ref, Step, Trigger, WorkerSpec


def counting_worker() -> WorkerSpec:
    """Sets fields, keeps some by a condition, says so on one of two ways."""
    fields = Step(
        id="fields",
        operation="set",
        title="Today's numbers",
        inputs={"assignments": build.assignments(amount=700, who="Ann's {{ shop }}")},
        after=[Link(step="daily")],
    )
    big = Step(
        id="big",
        operation="if",
        title="Big?",
        inputs={
            "conditions": build.conditions(build.condition(Ref(step="fields", path="amount"), "gt", 500, "number"))
        },
        after=[Link(step="fields")],
    )
    told = [
        Step(
            id=ident,
            operation="set",
            title=title,
            inputs={"assignments": build.assignments(said=build.text(title, ": ", Ref(step="fields", path="who")))},
            after=[Link(step="big", output=output)],
        )
        for output, (ident, title) in enumerate([("yes", "Say big"), ("no", "Say small")])
    ]
    daily = Trigger(
        id="daily",
        operation="schedule_trigger",
        title="Every day",
        schedule=Schedule(rules=[Cron(expression="0 9 * * *")], only="last_day_of_month"),
    )
    return WorkerSpec(
        name="Counting", objective="Counts.", timezone="Asia/Tokyo", triggers=[daily], steps=[fields, big, *told]
    )


async def test_published_and_run(engine: EngineUnderTest, catalogue: Catalogue) -> None:
    worker, secret = str(uuid4()), "s3cret"
    async with httpx.AsyncClient(
        base_url=f"{engine.url}/api/v1", headers={"X-N8N-API-KEY": engine.key}, timeout=30
    ) as api:
        data = {"name": "X-Secret", "value": secret}
        credential = (
            await api.post("/credentials", json={"name": worker, "type": "httpHeaderAuth", "data": data})
        ).json()
        stamp = Stamp(worker=worker, run_now_path=f"run/{worker}", secret=(credential["id"], worker))
        workflow = compile_spec(counting_worker(), catalogue, stamp)
        created = (await api.post("/workflows", json=workflow)).json()
        try:
            assert worker in created["nodes"][0]["notes"] and created["settings"]["timezone"] == "Asia/Tokyo"
            published = await api.post(f"/workflows/{created['id']}/activate")
            assert published.status_code == 200, published.text
            run = await _run(api, engine.url, f"run/{worker}", secret, created["id"])
            said = run["Say big"][0]["data"]["main"][0][0]["json"]["said"]
            assert said == "Say big: Ann's {{ shop }}" and "Say small" not in run
        finally:
            await api.delete(f"/workflows/{created['id']}")
            await api.delete(f"/credentials/{credential['id']}")


async def _run(api: httpx.AsyncClient, url: str, path: str, secret: str, workflow: str) -> dict[str, Any]:
    for _ in range(100):
        answer = await api.post(f"{url}/webhook/{path}", headers={"X-Secret": secret})
        if answer.status_code != 404:
            break
        await asyncio.sleep(0.1)
    assert answer.status_code == 200, answer.text
    for _ in range(100):
        query = {"workflowId": workflow, "includeData": "true", "status": "success"}
        runs = (await api.get("/executions", params=query)).json()["data"]
        if runs:
            data: dict[str, Any] = runs[0]["data"]["resultData"]["runData"]
            return data
        await asyncio.sleep(0.1)
    raise AssertionError("the run never ended")
