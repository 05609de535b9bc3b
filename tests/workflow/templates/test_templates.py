"""Every template works with the installed n8n, asks only what a manager knows, and is found by other words."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.workflow.explain.test_explain import NOW
from workforce.workflow import planner
from workforce.workflow.answers import answer
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_spec, check_workflow
from workforce.workflow.explain import explain
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.spec import WorkerSpec
from workforce.workflow.templates import DEPARTMENTS, TEMPLATES, Template
from workforce.workflow.templates.nearest import Known, Nearest, operations_of

NEAREST = Nearest([Known(t.name, t.prompt, t.summary, operations_of(t.spec)) for t in TEMPLATES])
ANSWERS = {
    "email": "a@acme.example",
    "url": "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdEF/edit",
}


def answered(spec: WorkerSpec) -> WorkerSpec:
    for question in spec.questions:
        spec = answer(spec, question.key, ANSWERS.get(question.answer_kind, "one"))
    return spec


def test_there_are_many_for_each_of_ten_departments() -> None:
    assert len(TEMPLATES) >= 40 and len(DEPARTMENTS) == 10
    assert min(Counter(t.department for t in TEMPLATES).values()) >= 4
    assert len({t.name for t in TEMPLATES}) == len(TEMPLATES)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_it_passes_the_checks_before_and_after_its_questions(template: Template, catalogue: Catalogue) -> None:
    assert {issue.code for issue in check_spec(template.spec, catalogue)} <= {"open_question"}
    whole = answered(template.spec)
    assert whole.questions == [] and check_spec(whole, catalogue) == []
    assert check_workflow(compile_spec(whole, catalogue), catalogue) == []
    plan = explain(whole, catalogue, NOW)
    assert len(plan.sentences) == len(whole.steps) + 1 and all(sentence.text for sentence in plan.sentences)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_its_own_prompt_finds_it(template: Template, catalogue: Catalogue) -> None:
    planned = planner.plan(template.prompt, "Europe/Berlin", catalogue).spec
    found = NEAREST.find(template.prompt, operations_of(planned) if planned else ())
    assert found is not None and found.name == template.name


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        (
            "On Mondays add up the orders of the last week by region and mail the sales lead the figures",
            "Weekly sales report",
        ),
        ("Congratulate colleagues on Slack when it is their birthday, from the staff sheet", "Birthdays"),
        ("When a payment fails in Stripe tell us in Slack with customer and amount", "Failed payments"),
        ("Send me the meetings of today from Google Calendar on Telegram each weekday morning", "The day ahead"),
        ("Every morning convert the weather forecast of Lisbon into a poem for our intranet", ""),
        ("hello", ""),
    ],
)
def test_other_words_find_it_and_other_jobs_find_none(prompt: str, name: str, catalogue: Catalogue) -> None:
    planned = planner.plan(prompt, "Europe/Berlin", catalogue).spec
    found = NEAREST.find(prompt, operations_of(planned) if planned else ())
    assert (found.name if found else "") == name
