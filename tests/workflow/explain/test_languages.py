"""Every language says everything, and no two behaviours alike."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.n8n_json import specs
from workforce.workflow import planner
from workforce.workflow.answers import edit
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain import explain
from workforce.workflow.explain.phrases import SPOKEN
from workforce.workflow.spec import OnFailure, WorkerSpec

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
PLACES = re.compile(r"\{([^{}]+)\}")
OTHERS = [language for language in SPOKEN if language != "en"]
REQUIRED = ("PHRASES", "OPERATORS")
PROMPTS = {
    "es": "Cada lunes a las 9 lee las filas de la hoja de Google \"Ventas\" y envíalas a ventas@acme.example",
    "fr": "Tous les vendredis à 17h, lis les tickets Zendesk ouverts et envoie-les à equipe@acme.example",
    "pt": "Toda segunda às 9h, envie para vendas@acme.example as linhas da planilha do Google \"Vendas\"",
    "de": "Jeden Freitag um 16 Uhr die offenen Zendesk-Tickets holen und per E-Mail an chef@acme.example schicken",
}  # fmt: skip
ENGLISH = re.compile(r"\b(the|with|every|Reads|Posts|Writes|E-mails|Checks|Adds|Gets|When|Goes on)\b")


def table(language: str, name: str) -> dict[str, str]:
    found: dict[str, str] = getattr(import_module(f"workforce.workflow.explain.phrases.{language}"), name)
    return found


def told(spec: WorkerSpec, language: str, catalogue: Catalogue) -> str:
    plan = explain(spec.model_copy(update={"language": language}), catalogue, NOW)
    return "\n".join(sentence.text for sentence in plan.sentences)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", REQUIRED)
def test_a_language_has_every_phrase(language: str, name: str) -> None:
    assert set(table("en", name)) - set(table(language, name)) <= {"schedule"}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", ("PHRASES", "RECIPES"))
def test_a_phrase_says_the_same_values_in_every_language(language: str, name: str) -> None:
    english = table("en", name)
    for key, text in table(language, name).items():
        assert key in english, key
        assert set(PLACES.findall(text)) == set(PLACES.findall(english[key])), key


@pytest.mark.parametrize("language", sorted(PROMPTS))
def test_a_plan_is_told_in_the_language_of_the_prompt(language: str, catalogue: Catalogue) -> None:
    spec = planner.plan(PROMPTS[language], "Europe/Berlin", catalogue).spec
    assert spec is not None and spec.language == language
    assert not ENGLISH.search(re.sub(r"[“„«].*?[”“»]", "", told(spec, language, catalogue)))


def variants(spec: WorkerSpec, catalogue: Catalogue) -> list[WorkerSpec]:
    """The spec and everything that differs from it in one step: what happens on failure, how often, one value."""
    found = [spec]
    for number, step in enumerate(spec.steps):
        rules = [OnFailure(do=do) for do in ("stop", "retry", "continue", "route") if do != step.on_failure.do]
        for update in [{"on_failure": rule} for rule in rules] + [{"once": not step.once}]:
            if step.serves:
                continue
            steps = [s.model_copy(update=update) if i == number else s for i, s in enumerate(spec.steps)]
            found.append(spec.model_copy(update={"steps": steps}))
    for field in explain(spec, catalogue, NOW).fields:
        typed = {
            "number": "9",
            "schedule": "every day at 7",
            "email": "x@acme.example",
            "url": "https://acme.example/x",
        }
        found.append(edit(spec, field.step, field.path, typed.get(field.kind, "something else")))
    return found


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("make", specs.ALL)
def test_different_behaviour_never_reads_the_same(make: object, language: str, catalogue: Catalogue) -> None:
    different = variants(make(), catalogue)  # type: ignore[operator]
    texts = [told(variant, language, catalogue) for variant in different]
    assert len(set(texts)) == len(different)


@settings(max_examples=20, deadline=None)
@given(
    language=st.sampled_from(SPOKEN),
    amounts=st.lists(st.integers(0, 9_999), min_size=2, max_size=2, unique=True),
    text=st.lists(
        st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=20), min_size=2, max_size=2, unique=True
    ),
)
def test_other_values_read_otherwise(language: str, amounts: list[int], text: list[str], catalogue: Catalogue) -> None:
    spec = specs.order_alarm()
    field = "conditions.conditions.0.rightValue"
    made = [
        edit(edit(spec, "big", field, str(amount)), "slack", "text", said)
        for amount, said in itertools.product(amounts, text)
    ]
    assert len({told(one, language, catalogue) for one in made}) == len(made)
