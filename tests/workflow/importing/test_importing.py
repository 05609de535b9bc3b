"""Exports become specs that say what the workflow does, and come back equal."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.checks.mutations import CHANGES, mutate
from tests.workflow.importing import samples
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_spec, check_workflow
from workforce.workflow.importing import CannotHold, differences, import_workflow
from workforce.workflow.n8n_json import Stamp, UnknownOperation, compile_spec
from workforce.workflow.spec import Expression, Literal, Locator, OnFailure, Socket, Step, WorkerSpec

STAMP = Stamp(
    worker="7b2e2c9e-1111-4222-8333-444455556666",
    run_now_path="run/7b2e2c9e",
    secret=("sec1", "The worker's secret"),
    error_workflow="ours",
    credentials={"googleSheetsOAuth2Api": ("gs1", "Our sheets")},
)


def step(spec: WorkerSpec, title: str) -> Step:
    return next(one for one in spec.steps if one.title == title)


@pytest.mark.parametrize("name", samples.ALL)
def test_comes_back_equal(catalogue: Catalogue, name: str) -> None:
    exported = samples.ALL[name]
    before = copy.deepcopy(exported)
    spec = import_workflow(exported, catalogue)
    kept = WorkerSpec.model_validate_json(spec.model_dump_json())
    assert differences(exported, compile_spec(kept, catalogue), catalogue) == []
    assert exported == before


@pytest.mark.parametrize("name", sorted(samples.ALL.keys() - {"malformed"}))
def test_n8n_objects_to_the_same_before_and_after(catalogue: Catalogue, name: str) -> None:
    exported = samples.ALL[name]
    again = compile_spec(import_workflow(exported, catalogue), catalogue)
    told = [{(issue.step, issue.code) for issue in check_workflow(one, catalogue)} for one in (exported, again)]
    assert told[0] == told[1]


def test_the_spec_says_what_the_steps_do(catalogue: Catalogue) -> None:
    spec = import_workflow(samples.SERVICES, catalogue)
    assert [trigger.operation for trigger in spec.triggers] == ["webhook"]
    assert step(spec, "Sheet").operation == "google_sheets.sheet.append"
    assert step(spec, "Slack").operation == "slack.message.post"
    assert "operation" not in step(spec, "Sheet").inputs
    document = step(spec, "Sheet").inputs["documentId"]
    assert isinstance(document, Locator) and (document.name, document.mode) == ("Orders", "list")
    assert step(spec, "Chosen later").operation == "n8n-nodes-base.slack"
    assert step(spec, "Chosen later").inputs["operation"] == Expression(text="={{ $json.do }}")


def test_the_spec_says_how_steps_serve_loop_and_fail(catalogue: Catalogue) -> None:
    agent = import_workflow(samples.AGENT, catalogue)
    model = step(agent, "Model")
    assert (model.serves, model.port) == ("agent", "ai_languageModel")
    assert model.also_serves == [Socket(step="second_agent", port="ai_languageModel")]
    assert step(agent, "Spare model").also_serves == [Socket(step="second_agent", port="ai_languageModel", number=1)]
    assert step(agent, "Mail tool").operation == "gmail.message.send"
    loop = import_workflow(samples.LOOP, catalogue)
    assert (loop.timezone, len(loop.triggers)) == ("Europe/Berlin", 2)
    assert {link.step for link in step(loop, "Loop").after} == {"daily", "by_hand", "wait"}
    assert step(loop, "Ask").on_failure == OnFailure(do="route")
    assert step(loop, "Keep").on_failure == OnFailure(do="retry", times=4, wait_seconds=2)
    assert step(loop, "Keep").once


def test_an_edit_shows(catalogue: Catalogue) -> None:
    spec = import_workflow(samples.SERVICES, catalogue)
    steps = [
        one.model_copy(update={"inputs": {**one.inputs, "text": Literal(value="=new")}})
        if one.title == "Slack"
        else one
        for one in spec.steps
    ]
    edited = compile_spec(spec.model_copy(update={"steps": steps}), catalogue)
    assert differences(samples.SERVICES, edited, catalogue) == ["The parameters of “Slack” are different."]
    written = next(node for node in edited["nodes"] if node["name"] == "Slack")
    assert written["parameters"]["text"] == "={{ '=new' }}"


def test_nothing_of_another_n8n_is_deployed(catalogue: Catalogue) -> None:
    for exported in (samples.SERVICES, samples.LOOP, samples.AGENT):
        deployed = compile_spec(import_workflow(exported, catalogue), catalogue, STAMP)
        given_away = {ident for node in exported["nodes"] for ident in (node.get("webhookId"), node["id"]) if ident}
        text = json.dumps(deployed)
        assert not [ident for ident in given_away if f'"{ident}"' in text]
        ours = {("gs1", "Our sheets"), ("sec1", "The worker's secret")}
        used = {(c["id"], c["name"]) for node in deployed["nodes"] for c in node.get("credentials", {}).values()}
        assert used <= ours
        assert deployed["settings"]["callerPolicy"] == "workflowsFromSameOwner"
        assert deployed["settings"]["errorWorkflow"] == "ours"
        assert "pinData" not in deployed
    hook = next(node for node in compile_spec(import_workflow(samples.SERVICES, catalogue), catalogue, STAMP)["nodes"])
    assert hook["parameters"]["path"] == "7b2e2c9e1111/orders"


def test_what_this_n8n_does_not_know_is_kept_and_not_deployed(catalogue: Catalogue) -> None:
    spec = import_workflow(samples.STRANGE, catalogue)
    assert {issue.code for issue in check_spec(spec, catalogue)} >= {"unknown_operation"}
    with pytest.raises(UnknownOperation):
        compile_spec(spec, catalogue, STAMP)


@pytest.mark.parametrize(
    ("exported", "reason"),
    [
        (None, "no list of nodes"),
        ({"nodes": {}}, "no list of nodes"),
        ({"nodes": [5]}, "Node 1 is not a node"),
        ({"nodes": [{"type": "a.b"}]}, "Node 1 has no name"),
        ({"nodes": [{"name": "A", "type": 5}]}, "Node 1 has no type"),
        ({"nodes": [{"name": "A", "type": "a.b", "parameters": [1]}]}, "parameters of “A”"),
        ({"nodes": [{"name": "A", "type": "a.b", "position": ["1", 2]}]}, "position of “A”"),
        ({"nodes": [], "connections": []}, "connections are not named by node"),
        ({"nodes": [], "connections": {"A": []}}, "connections of “A”"),
        ({"nodes": [], "connections": {"A": {"main": [5]}}}, "connection of “A” is not a list"),
        ({"nodes": [], "connections": {"A": {"main": [[{"node": "B"}]]}}}, "does not say where it leads"),
    ],
)
def test_what_cannot_be_held_is_said(catalogue: Catalogue, exported: Any, reason: str) -> None:
    with pytest.raises(CannotHold, match=reason):
        import_workflow(exported, catalogue)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(samples.ALL)),
    changes=st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4),
    rng=st.randoms(use_true_random=False),
)
def test_changed_exports_come_back_equal_or_are_refused(
    catalogue: Catalogue, name: str, changes: list[str], rng: Any
) -> None:
    done, exported = mutate(samples.ALL[name], changes, rng, catalogue)
    try:
        spec = import_workflow(exported, catalogue)
    except CannotHold:
        return
    assert differences(exported, compile_spec(spec, catalogue), catalogue) == [], done
