"""A diff says what changed, never less: equal behaviour reads as nothing, other behaviour as a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.explain.test_explain import NOW
from tests.workflow.n8n_json import specs
from workforce.core.errors import InvalidInput
from workforce.workflow import build
from workforce.workflow.answers import answer, edit
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.diff import diff
from workforce.workflow.explain import explain
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.schedule import Cron, Every, Schedule
from workforce.workflow.spec import Link, OnFailure, Ref, Socket, Step, WorkerSpec, WorkflowOrigin


def told(before: WorkerSpec, after: WorkerSpec, catalogue: Catalogue) -> list[str]:
    return diff(before, after, catalogue).sentences


def with_step(spec: WorkerSpec, ident: str, **update: object) -> WorkerSpec:
    steps = [step.model_copy(update=update) if step.id == ident else step for step in spec.steps]
    return spec.model_copy(update={"steps": steps})


def answered() -> WorkerSpec:
    return answer(specs.weekly_report(), "to", "boss@acme.example")


def big_sums_only(spec: WorkerSpec) -> WorkerSpec:
    """A filter between reading and adding up."""
    rule = build.conditions(build.condition(Ref(step="rows", path="amount"), "gte", 50, "number"))
    only = Step(
        id="only", operation="filter", title="Only big ones", inputs={"conditions": rule}, after=[Link(step="rows")]
    )
    spec = with_step(spec, "total", after=[Link(step="only")])
    return spec.model_copy(update={"steps": [*spec.steps, only]})


def scheduled(spec: WorkerSpec, *rules: Cron | Every) -> WorkerSpec:
    trigger = spec.triggers[0].model_copy(update={"schedule": Schedule(rules=list(rules))})
    return spec.model_copy(update={"triggers": [trigger]})


def test_one_more_receiver(catalogue: Catalogue) -> None:
    after = edit(answered(), "mail", "toEmail", "boss@acme.example, finance@acme.example")
    assert told(answered(), after, catalogue) == ["Now also e-mails finance@acme.example."]
    assert told(after, answered(), catalogue) == ["No longer e-mails finance@acme.example."]
    row = diff(answered(), after, catalogue).changes[0]
    assert (row.kind, row.step, row.before) == ("changed", "mail", "boss@acme.example")
    assert row.after == "boss@acme.example, finance@acme.example"


def test_another_rhythm_says_how_much_oftener(catalogue: Catalogue) -> None:
    daily = scheduled(answered(), Cron(expression="0 7 * * 1-5"))
    assert told(answered(), daily, catalogue) == [
        "Runs every weekday at 07:00 instead of every Monday at 09:00: 5 × as often."
    ]
    assert told(daily, answered(), catalogue)[0].endswith("5 × less often.")
    later = scheduled(answered(), Cron(expression="0 11 * * 1"))
    assert told(answered(), later, catalogue) == ["Runs every Monday at 11:00 instead of every Monday at 09:00."]


def test_a_filter_says_what_it_skips_and_nothing_of_the_arrows(catalogue: Catalogue) -> None:
    after = big_sums_only(answered())
    assert told(answered(), after, catalogue) == ["Now skips items where amount is below 50."]
    assert told(after, answered(), catalogue) == ["No longer skips items where amount is below 50."]


def test_steps_come_and_go(catalogue: Catalogue) -> None:
    spec = specs.mail_summary()
    fewer = spec.model_copy(update={"steps": [step for step in spec.steps if step.id != "slack"]})
    assert told(spec, fewer, catalogue)[0].startswith("No longer posts in Slack to #suppliers: “")
    assert told(fewer, spec, catalogue)[0].startswith("Now also posts in Slack to #suppliers: “")


def test_another_service_takes_the_place(catalogue: Catalogue) -> None:
    spec = specs.order_alarm()
    teams = build.inputs(chatId=build.named("19:ops", "id"), message="A big order")
    after = with_step(spec, "slack", operation="microsoft_teams.chat_message.create", inputs=teams)
    text = told(spec, after, catalogue)[0]
    assert text.startswith("Now writes in the Microsoft Teams chat 19:ops")
    assert text.endswith("; no longer with Slack.")


def test_ai_tells_what_it_costs(catalogue: Catalogue) -> None:
    spec = specs.mail_summary()
    dropped = {"sum_up", "model", "slack", "keep", "post"}
    bare = spec.model_copy(update={"steps": [step for step in spec.steps if step.id not in dropped]})
    assert any(text.startswith("Forecast: about $0.") and "more" in text for text in told(bare, spec, catalogue))


def test_german_is_spoken(catalogue: Catalogue) -> None:
    german = answered().model_copy(update={"language": "de"})
    after = edit(german, "mail", "toEmail", "boss@acme.example, buchhaltung@acme.example")
    assert told(german, after, catalogue) == ["Schreibt jetzt auch an buchhaltung@acme.example."]


def test_renamed_ids_and_other_doubts_are_no_change(catalogue: Catalogue) -> None:
    spec = specs.order_alarm()
    text = spec.model_dump_json().replace('"slack"', '"tell"').replace('"big"', '"large"')
    renamed = WorkerSpec.model_validate_json(text)
    unsure = [step.model_copy(update={"confidence": 0.4, "alternatives": ["x"]}) for step in renamed.steps]
    assert told(spec, renamed.model_copy(update={"steps": unsure, "assumptions": ["?"]}), catalogue) == []


# --- complete ---------------------------------------------------------------------------------------------

Mutation = Callable[[WorkerSpec, Catalogue, st.DataObject], WorkerSpec]
TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=20)


def _field(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    fields = [f for f in explain(spec, catalogue, NOW).fields if f.kind != "schedule"]
    if not fields:
        return spec
    field = data.draw(st.sampled_from(fields))
    typed = data.draw(TEXT if field.kind in ("text", "long_text") else st.sampled_from(["9", "10", "a@b.example"]))
    try:
        return edit(spec, field.step, field.path, typed)
    except InvalidInput:
        return spec


def _step_flag(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    step = data.draw(st.sampled_from(spec.steps))
    rule = OnFailure(
        do=data.draw(st.sampled_from(["stop", "retry", "continue"])),
        times=data.draw(st.integers(2, 5)),
        wait_seconds=data.draw(st.integers(0, 5)),
    )
    return with_step(spec, step.id, on_failure=rule, once=data.draw(st.booleans()))


def _dropped_input(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    step = data.draw(st.sampled_from([step for step in spec.steps if step.inputs]))
    name = data.draw(st.sampled_from(sorted(step.inputs)))
    return with_step(spec, step.id, inputs={key: value for key, value in step.inputs.items() if key != name})


def _relinked(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    step = data.draw(st.sampled_from([step for step in spec.steps if not step.serves]))
    earlier = [t.id for t in spec.triggers] + [s.id for s in spec.steps[: spec.steps.index(step)] if not s.serves]
    return with_step(spec, step.id, after=[Link(step=data.draw(st.sampled_from(earlier)))])


def _named(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    step = data.draw(st.sampled_from(spec.steps))
    return with_step(spec, step.id, title=data.draw(TEXT))


def _clocked(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    if spec.triggers[0].schedule is None:
        return spec.model_copy(update={"timezone": data.draw(st.sampled_from(["UTC", "Asia/Tokyo"]))})
    hour = data.draw(st.integers(0, 23))
    return scheduled(spec, data.draw(st.sampled_from([Cron(expression=f"0 {hour} * * *"), Every(n=2, unit="weeks")])))


def _without_last(spec: WorkerSpec, catalogue: Catalogue, data: st.DataObject) -> WorkerSpec:
    last = spec.steps[-1]
    used = any(last.id in (link.step for link in step.after) or step.serves == last.id for step in spec.steps)
    return spec if used or len(spec.steps) < 2 else spec.model_copy(update={"steps": spec.steps[:-1]})


MUTATIONS: list[Mutation] = [_field, _step_flag, _dropped_input, _relinked, _named, _clocked, _without_last]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_compiles_differently_is_told_and_what_does_not_is_not(catalogue: Catalogue, data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(specs.ALL))()
    after = before
    for mutation in data.draw(st.lists(st.sampled_from(MUTATIONS), min_size=0, max_size=3)):
        after = mutation(after, catalogue, data)
    sentences = told(before, after, catalogue)
    if compile_spec(before, catalogue) != compile_spec(after, catalogue):
        assert sentences
    if before == after:
        assert sentences == []
    assert all(text.strip() for text in sentences)


@pytest.mark.parametrize("make", specs.ALL)
def test_nothing_is_told_of_nothing(catalogue: Catalogue, make: Callable[[], WorkerSpec]) -> None:
    assert not diff(make(), make(), catalogue)


def test_what_an_import_brought_along_is_told_when_it_changes(catalogue: Catalogue) -> None:
    spec = specs.mail_summary()
    spare = [Socket(step="post", port="ai_languageModel")]
    assert told(spec, with_step(spec, "model", also_serves=spare), catalogue) == [
        "“Model” is used by other steps than before."
    ]
    origin = WorkflowOrigin(settings={"timezone": "Asia/Tokyo"})
    assert told(spec, spec.model_copy(update={"origin": origin}), catalogue)
    first = [
        step.model_copy(update={"after": [link.model_copy(update={"place": 1}) for link in step.after]})
        for step in spec.steps
    ]
    assert told(spec, spec.model_copy(update={"steps": first}), catalogue)
