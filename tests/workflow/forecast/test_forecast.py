"""A forecast: exact where a schedule decides, assumed and said so where it does not, dearer with AI."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.n8n_json import specs
from workforce.workflow import build, planner
from workforce.workflow.answers import answer
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.forecast import forecast
from workforce.workflow.forecast.amounts import items_by_step
from workforce.workflow.forecast.models import price_of
from workforce.workflow.schedule import Cron, Schedule
from workforce.workflow.spec import Link, Ref, Step, Trigger, WorkerSpec


def planned(prompt: str, catalogue: Catalogue) -> WorkerSpec:
    spec = planner.plan(prompt, "Europe/Berlin", catalogue).spec
    assert spec is not None
    return spec


def test_a_schedule_is_exact_and_costs_nothing_without_ai(catalogue: Catalogue) -> None:
    found = forecast(answer(specs.weekly_report(), "to", "a@b.example"), catalogue)
    assert found.exact and found.events is None
    assert found.runs.low == found.runs.likely == found.runs.high == 4.3
    assert found.dollars.high == 0 and found.models == [] and found.steps == 3


def test_events_are_assumed_until_somebody_says_how_many(catalogue: Catalogue) -> None:
    guessed = forecast(specs.mail_summary(), catalogue)
    assert not guessed.exact and guessed.events == 300
    assert (guessed.runs.low, guessed.runs.likely, guessed.runs.high) == (75, 300, 1200)
    said = forecast(specs.mail_summary(), catalogue, events=1000)
    assert (said.runs.low, said.runs.likely, said.runs.high) == (500, 1000, 2000)
    assert said.dollars.likely > guessed.dollars.likely > 0


def test_a_call_costs_what_its_model_costs(catalogue: Catalogue) -> None:
    spec = specs.mail_summary()
    found = forecast(spec, catalogue, events=1000)
    price = price_of("gpt-5-mini")
    assert price and found.models == ["gpt-5-mini"]
    assert found.dollars.likely == round(1000 * (1000 * price.read + 300 * price.written) / 1e6, 4)
    local = [s.model_copy(update={"operation": "lm_chat_ollama"}) if s.id == "model" else s for s in spec.steps]
    assert forecast(spec.model_copy(update={"steps": local}), catalogue).dollars.high == 0
    strange = build.inputs(model=build.named("in-house-9", "id"))
    other = [s.model_copy(update={"inputs": strange}) if s.id == "model" else s for s in spec.steps]
    assert forecast(spec.model_copy(update={"steps": other}), catalogue).unpriced == ["Summarise"]


def test_one_call_for_a_list_is_cheaper_than_one_an_item(catalogue: Catalogue) -> None:
    trigger = Trigger(
        id="t", operation="schedule_trigger", title="Daily", schedule=Schedule(rules=[Cron(expression="0 9 * * *")])
    )
    rows = Step(id="rows", operation="google_sheets.sheet.read", title="Rows", after=[Link(step="t")])
    ask = Step(
        id="ask",
        operation="chain_llm",
        title="Ask",
        inputs=build.inputs(promptType="define", text=build.text("Sum up ", Ref(step="rows", path="note"))),
        after=[Link(step="rows")],
    )
    model = Step(id="m", operation="lm_chat_open_ai", title="Model", serves="ask", port="ai_languageModel")
    each = WorkerSpec(name="x", objective="x", triggers=[trigger], steps=[rows, ask, model])
    whole = Step(id="all", operation="aggregate", title="All", after=[Link(step="rows")])
    once = each.model_copy(update={"steps": [rows, whole, ask.model_copy(update={"after": [Link(step="all")]}), model]})
    assert items_by_step(each, catalogue)["ask"].likely == 20 and items_by_step(once, catalogue)["ask"].likely == 1
    assert forecast(each, catalogue).dollars.likely > forecast(once, catalogue).dollars.likely > 0


def test_a_planned_worker_has_a_forecast(catalogue: Catalogue) -> None:
    spec = planned(
        "Every weekday at 8 read https://example.com/feed.xml, let AI write a summary and post it in Slack #news",
        catalogue,
    )
    found = forecast(spec, catalogue)
    assert found.exact and 21 < found.runs.likely < 22.5 and found.dollars.high > found.dollars.likely > 0


@settings(max_examples=60, deadline=None)
@given(events=st.integers(0, 1_000_000), number=st.integers(0, len(specs.ALL) - 1))
def test_bounds_are_in_order(catalogue: Catalogue, events: int, number: int) -> None:
    found = forecast(specs.ALL[number](), catalogue, events)
    for band in (found.runs, found.tokens, found.dollars):
        assert 0 <= band.low <= band.likely <= band.high
