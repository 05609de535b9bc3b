"""What the checks object to, and that nothing makes them fall over."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.n8n_json import specs
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_spec, check_workflow
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.spec import Link, Ref, Unknown, WorkerSpec

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def codes(spec: WorkerSpec, catalogue: Catalogue) -> set[str]:
    return {issue.code for issue in check_spec(spec, catalogue) if issue.severity == "error"}


def changed(spec: WorkerSpec, number: int, **update: Any) -> WorkerSpec:
    steps = [step.model_copy(update=update) if i == number else step for i, step in enumerate(spec.steps)]
    return spec.model_copy(update={"steps": steps})


def test_good_specs_have_no_errors(catalogue: Catalogue) -> None:
    for make in specs.ALL:
        assert codes(make(), catalogue) == set(), make.__name__


def test_specs_say_what_is_wrong(catalogue: Catalogue) -> None:
    spec = specs.mail_summary()
    assert codes(changed(spec, 0, operation="no.such.thing"), catalogue) == {"unknown_operation"}
    assert codes(changed(spec, 2, operation="execute_command"), catalogue) == {"not_allowed"}
    assert codes(changed(spec, 2, inputs={"text": Ref(step="post", path="x")}), catalogue) == {"reference_not_before"}
    assert codes(changed(spec, 2, inputs={"text": Unknown(question="nobody")}), catalogue) == {"unasked"}
    assert codes(changed(spec, 3, after=[Link(step="post")]), catalogue) >= {"circle"}
    assert codes(changed(spec, 3, after=[]), catalogue) >= {"unreachable"}
    assert codes(changed(spec, 1, port="ai_memory"), catalogue) == {"wrong_port"}
    assert codes(changed(spec, 2, inputs={}), catalogue) == {"parameter"}
    assert codes(changed(spec, 3, after=[Link(step="sum_up", output=4)]), catalogue) == {"illegal_output"}
    without_model = spec.model_copy(update={"steps": [step for step in spec.steps if step.id != "model"]})
    assert codes(without_model, catalogue) == {"missing_required_input"}


def test_open_questions_are_warnings(catalogue: Catalogue) -> None:
    issues = check_spec(specs.weekly_report(), catalogue)
    assert [(issue.code, issue.severity, issue.step) for issue in issues] == [("open_question", "warning", "mail")]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("nodes", 1, "type"), "n8n-nodes-base.nothing", "unknown_node_type"),
        (("nodes", 1, "typeVersion"), 99, "unknown_version"),
        (("nodes", 2, "parameters", "operation"), "dance", "illegal_option"),
        (("nodes", 2, "parameters", "text"), "", "parameter"),
        (("nodes", 2, "parameters", "text"), "={{ $json.a.b", "broken_expression"),
        (("nodes", 2, "parameters", "text"), "={{ 1 + }}", "broken_expression"),
        (("nodes", 2, "parameters", "text"), "={{ $('Nobody').item.json.a }}", "expression_unknown_node"),
        (("nodes", 1, "name"), "Tell #sales", "structure"),
        (("nodes", 1, "position"), [1], "structure"),
        (("connections", "Nobody"), {"main": []}, "dangling_connection"),
        (("connections", "An order arrives"), {"main": []}, "unreachable"),
        (("nodes", 0, "disabled"), True, "no_trigger"),
    ],
)
def test_workflows_say_what_is_wrong(catalogue: Catalogue, path: tuple[Any, ...], value: Any, code: str) -> None:
    workflow = compile_spec(specs.order_alarm(), catalogue)
    assert check_workflow(workflow, catalogue) == []
    broken = copy.deepcopy(workflow)
    place: Any = broken
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert code in {issue.code for issue in check_workflow(broken, catalogue)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.integers(0, 3),
    name=st.sampled_from(["channelId", "columns", "conditions", "text", "options"]),
    value=ANYTHING,
)
def test_hostile_parameters_are_an_issue_never_a_crash(catalogue: Catalogue, where: int, name: str, value: Any) -> None:
    workflow = compile_spec(specs.order_alarm(), catalogue)
    workflow["nodes"][where]["parameters"][name] = value
    assert isinstance(check_workflow(workflow, catalogue), list)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=ANYTHING)
def test_hostile_documents_are_an_issue_never_a_crash(catalogue: Catalogue, value: Any) -> None:
    assert check_workflow(value, catalogue)
