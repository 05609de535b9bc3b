"""Plays on the real stage: what a workflow sends out is seen, and nothing of it is left."""

from __future__ import annotations

from tests.rehearsal.stage.plays import calls_of, code, email, get, play, query, slack
from workforce.integrations.rehearsal import Turn

SALES = {
    "dialect": "postgres",
    "name": "sales",
    "columns": {"id": "integer", "amount": "numeric(10, 2)", "sold_on": "date"},
    "rows": [{"id": 1, "amount": 12.5, "sold_on": "2026-03-02"}, {"id": 2, "amount": 7, "sold_on": "2026-03-03"}],
}


async def test_calls_belong_to_the_steps_that_made_them(turn: Turn) -> None:
    work = play(
        get("Orders", "https://api.acme.test.example.org/orders?limit=2"),
        slack("Tell sales", "=New: {{ $json.id }}"),
        query("Read sales", "select * from sales where amount > 10"),
        email("Welcome", "bob@example.org", subject="=Welcome {{ $json.amount }}"),
        tables=[SALES],
    )
    seen = await turn.perform(work)
    assert (seen.status, seen.error, seen.fault) == ("success", "", "")
    (asked,) = calls_of(seen, "Orders")
    assert (asked.method, asked.url, asked.status) == ("GET", "https://api.acme.test.example.org/orders?limit=2", 200)
    posted = calls_of(seen, "Tell sales")
    assert {call.url for call in posted} == {"https://slack.com/api/chat.postMessage"}
    assert posted[0].body["channel"] == "#sales" and posted[0].body["text"].startswith("New: ")
    assert "authorization" in posted[0].headers
    (read, *_more) = calls_of(seen, "Read sales")
    assert read.url == "postgres://database.example.com/sales" and "amount > 10" in read.body["sql"]
    sent = calls_of(seen, "Welcome")
    assert sent[0].url == "smtp://smtp.example.com/bob@example.org"
    assert sent[0].body["subject"] == "Welcome 12.50" and "Hello" in sent[0].body["text"]
    steps = {step.name: step for step in seen.steps}
    assert steps["Tell sales"].items_in == steps["Orders"].items_out == len(posted)
    assert steps["Read sales"].sample[0]["amount"] == "12.50"


async def test_a_service_that_fails_fails_the_step(turn: Turn) -> None:
    rules = [{"match": "acme", "status": 500, "body": {"message": "down"}}]
    seen = await turn.perform(play(get("Orders", "https://acme.example.org/orders"), rules=rules))
    assert (seen.status, seen.failed_step) == ("error", "Orders")
    assert seen.error and calls_of(seen, "Orders")[0].status == 500


async def test_mail_and_database_can_fail_too(turn: Turn) -> None:
    mail = [{"match": "smtp://", "status": 550}]
    seen = await turn.perform(play(email("Welcome", "bob@example.org"), rules=mail))
    assert (seen.status, seen.failed_step) == ("error", "Welcome")
    assert calls_of(seen, "Welcome")[0].status == 554
    database = [{"match": "postgres://", "status": 503}]
    seen = await turn.perform(play(query("Read", "select * from sales"), rules=database, tables=[SALES]))
    assert (seen.status, seen.failed_step) == ("error", "Read")
    assert calls_of(seen, "Read")[0].status == 503


async def test_a_service_that_recovers_is_asked_again(turn: Turn) -> None:
    patient = get("Orders", "https://acme.example.org/orders", retryOnFail=True, maxTries=3, waitBetweenTries=100)
    seen = await turn.perform(play(patient, rules=[{"match": "acme", "status": 429, "times": 2}]))
    assert seen.status == "success"
    assert [call.status for call in calls_of(seen, "Orders")] == [429, 429, 200]


async def test_a_cut_connection_and_a_late_answer(turn: Turn) -> None:
    cut = await turn.perform(play(get("A", "https://a.example.org/"), rules=[{"match": "a.example", "drop": True}]))
    assert (cut.status, cut.failed_step, cut.calls[0].status) == ("error", "A", 0)
    slow = [{"match": "b.example", "delay": 0.5}]
    late = await turn.perform(play(get("B", "https://b.example.org/"), rules=slow))
    assert late.status == "success" and late.steps[-1].seconds >= 0.5


async def test_what_was_written_is_gone_in_the_next_play(turn: Turn) -> None:
    work = play(
        query("Write", "insert into sales (id, amount) values (3, 1)"),
        query("Count", "select count(*)::int as rows from sales"),
        tables=[SALES],
    )
    for _ in range(2):
        seen = await turn.perform(work)
        assert seen.steps[-1].sample == [{"rows": 3}], seen


async def test_every_delivery_is_an_execution_of_its_own(turn: Turn) -> None:
    seen = await turn.perform(play(get("Orders", "https://acme.example.org/orders"), deliveries=2))
    assert len(calls_of(seen, "Orders")) == 2
    assert [step.name for step in seen.steps].count("Trigger") == 2


async def test_what_a_workflow_remembers_does_not_reach_the_next_play(turn: Turn) -> None:
    memory = "const kept = $getWorkflowStaticData('global'); kept.n = (kept.n ?? 0) + 1; return [{ json: kept }];"
    work = play(code("Remember", memory))
    seen = [await turn.perform(work) for _ in range(2)]
    assert [one.steps[-1].sample for one in seen] == [[{"n": 1}], [{"n": 1}]]


async def test_services_at_any_port_and_without_tls(turn: Turn) -> None:
    seen = await turn.perform(
        play(get("A", "http://erp.example.org:8069/json"), get("B", "https://x.example.org:9443/y"))
    )
    assert seen.status == "success", seen
    assert [call.url for call in seen.calls] == ["http://erp.example.org:8069/json"] + [
        "https://x.example.org:9443/y"
    ] * len(calls_of(seen, "B"))


async def test_another_workflow_is_called_as_a_copy(turn: Turn) -> None:
    called = play(get("Inner", "https://inner.example.org/")).workflow
    called["nodes"][0] = {**called["nodes"][0], "type": "n8n-nodes-base.executeWorkflowTrigger", "typeVersion": 1}
    called["nodes"][0]["parameters"] = {}
    called["nodes"][1]["parameters"]["jsCode"] = "return $input.all();"
    caller = {
        **code("Call", ""),
        "type": "n8n-nodes-base.executeWorkflow",
        "typeVersion": 1.2,
        "parameters": {"workflowId": {"__rl": True, "mode": "id", "value": "other-one"}, "options": {}},
    }
    seen = await turn.perform(play(caller, others={"other-one": called}))
    assert seen.status == "success", seen
    assert [call.url for call in calls_of(seen, "Call")] == ["https://inner.example.org/"]


async def test_a_workflow_that_n8n_refuses_is_a_fault_with_its_reason(turn: Turn) -> None:
    seen = await turn.perform(play({**code("Odd", ""), "type": "n8n-nodes-base.noSuchThing"}))
    assert seen.status == "none" and "n8n refuses this workflow" in seen.fault
    assert (await turn.perform(play(code("Fine", "return [{ json: {} }];")))).status == "success"
