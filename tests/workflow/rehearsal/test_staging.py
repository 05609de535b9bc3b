"""Only what must differ from the live workflow differs, and every difference is listed."""

from __future__ import annotations

import copy

import pytest

from tests.workflow.rehearsal.workflows import condition, hook, node, slack, wired
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.rehearsal.staging import START, CannotBeStaged, stage


def test_the_trigger_becomes_samples_and_the_rest_stays(catalogue: Catalogue) -> None:
    workflow = wired(hook(), slack())
    before = copy.deepcopy(workflow)
    staged = stage(workflow, catalogue)
    nodes = {one["name"]: one for one in staged.workflow["nodes"]}
    assert nodes[START]["parameters"]["path"] == staged.path
    assert nodes["Order"]["type"] == "n8n-nodes-base.code"
    assert nodes["Tell"]["parameters"] == before["nodes"][1]["parameters"]
    assert staged.workflow["connections"]["Order"] == before["connections"]["Order"]
    assert [one.step for one in staged.differences] == ["Order"]
    assert workflow == before, "the workflow that goes live is not touched"


def test_steps_get_dummies_of_the_sign_in_they_use(catalogue: Catalogue) -> None:
    staged = stage(wired(hook(), slack()), catalogue)
    assert staged.credentials == ["slackApi"]
    own = stage(
        wired(hook(), slack(credentials={"slackOAuth2Api": {"id": "7", "name": "Ours"}}, authentication="oAuth2")),
        catalogue,
    )
    assert own.credentials == ["slackOAuth2Api"]
    chosen = stage(wired(hook(), slack()), catalogue, connected=["slackOAuth2Api"])
    assert chosen.credentials == ["slackOAuth2Api"]


def test_a_trigger_that_is_not_acted_is_switched_off(catalogue: Catalogue) -> None:
    workflow = wired(
        hook(), node("Daily", "scheduleTrigger", 1.2), slack(), links=[("Order", 0, "Tell"), ("Daily", 0, "Tell")]
    )
    nodes = {one["name"]: one for one in stage(workflow, catalogue, "Daily").workflow["nodes"]}
    assert nodes["Daily"]["type"] == "n8n-nodes-base.code"
    assert nodes["Order"]["disabled"] is True


def test_waiting_is_over_at_once_and_said(catalogue: Catalogue) -> None:
    staged = stage(wired(hook(), node("Pause", "wait", 1.1, amount=3, unit="days"), slack()), catalogue)
    pause = next(one for one in staged.workflow["nodes"] if one["name"] == "Pause")
    assert pause["parameters"]["amount"] == 0
    assert "Pause" in {one.step for one in staged.differences}


def test_a_day_of_the_calendar_counts_as_met(catalogue: Catalogue) -> None:
    days = node("Last day", "filter", 2.2, conditions=condition("={{ $now.day }}", "number", "equals", 31))
    staged = stage(wired(node("Daily", "scheduleTrigger", 1.2), days, slack()), catalogue)
    assert "Last day" in {one.step for one in staged.differences}
    data = node("Big", "filter", 2.2, conditions=condition("={{ $json.total }}", "number", "gt", 5))
    assert "Big" not in {one.step for one in stage(wired(hook(), data, slack()), catalogue).differences}


def test_what_does_not_speak_http_is_shown_instead(catalogue: Catalogue) -> None:
    query = node(
        "Orders", "mySql", 2.4, operation="executeQuery", query="=select * from orders where id = {{ $json.id }}"
    )
    staged = stage(wired(hook(), query, slack()), catalogue)
    stand_in = next(one for one in staged.workflow["nodes"] if one["name"] == "Orders")
    assert stand_in["parameters"]["url"] == "http://mysql.simulated/executeQuery"
    sent = {row["name"]: row["value"] for row in stand_in["parameters"]["bodyParameters"]["parameters"]}
    assert sent["query"] == "=select * from orders where id = {{ $json.id }}"
    assert any("MySQL is not simulated" in one.what for one in staged.differences)


def test_a_node_of_the_community_is_shown_instead(catalogue: Catalogue) -> None:
    strange = node("Strange", "n8n-nodes-strange.thing", base=False, colour="blue")
    staged = stage(wired(hook(), strange, slack()), catalogue)
    stand_in = next(one for one in staged.workflow["nodes"] if one["name"] == "Strange")
    assert stand_in["parameters"]["url"].startswith("http://thing.simulated/")


def test_an_answer_to_the_caller_keeps_its_caller(catalogue: Catalogue) -> None:
    workflow = wired(hook(responseMode="responseNode"), node("Reply", "respondToWebhook", 1.1, respondWith="text"))
    start = stage(workflow, catalogue).workflow["nodes"][0]
    assert start["parameters"]["responseMode"] == "responseNode"


@pytest.mark.parametrize("workflow", [wired(slack()), {"nodes": [], "connections": {}}])
def test_what_nothing_starts_is_said(workflow: dict[str, object], catalogue: Catalogue) -> None:
    with pytest.raises(CannotBeStaged, match="Nothing starts this workflow"):
        stage(workflow, catalogue)


def test_an_unknown_start_names_the_ones_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(CannotBeStaged, match="It has: Order"):
        stage(wired(hook(), slack()), catalogue, "Nope")
