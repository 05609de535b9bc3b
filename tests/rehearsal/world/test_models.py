"""Language models on the real n8n: chains, forms, classifiers and agents get what they need from any vendor."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rehearsal.world.operations import TRIGGER, play_of
from workforce.integrations.rehearsal import PerformanceRecord, Turn

L = "@n8n/n8n-nodes-langchain."
ITEMS = [{"text": "I am angry, my order is late"}, {"text": "Great, thank you!"}]
TEXT = {"promptType": "define", "text": "={{ $json.text }}"}
Json = dict[str, Any]


def _model(kind: str, credential: str, **parameters: Any) -> Json:
    return {"name": "Model", "type": L + kind, "typeVersion": 1, "parameters": parameters, "credential": credential}


MODELS = {
    "openai": {**_model("lmChatOpenAi", "openAiApi"), "typeVersion": 1.3},
    "anthropic": {**_model("lmChatAnthropic", "anthropicApi"), "typeVersion": 1.3},
    "gemini": _model("lmChatGoogleGemini", "googlePalmApi", modelName="models/gemini-2.5-flash"),
    "mistral": _model("lmChatMistralCloud", "mistralCloudApi"),
    "openrouter": _model("lmChatOpenRouter", "openRouterApi"),
    "groq": _model("lmChatGroq", "groqApi"),
    "deepseek": _model("lmChatDeepSeek", "deepSeekApi"),
}
PARSER = {
    "name": "Form",
    "type": L + "outputParserStructured",
    "typeVersion": 1.3,
    "parameters": {"jsonSchemaExample": '{"sentiment": "positive", "score": 0.5, "reasons": ["late"]}'},
}
TOOL = {
    "name": "Look up orders",
    "type": "n8n-nodes-base.httpRequestTool",
    "typeVersion": 4.2,
    "parameters": {"url": "https://api.acme.example.org/orders", "toolDescription": "Looks up orders"},
}


async def _perform(turn: Turn, root: Json, *subs: tuple[Json, str], **more: Any) -> PerformanceRecord:
    """A root node with the nodes below it."""
    play = play_of([root], ITEMS, **more)
    nodes = play_of([one for one, _ in subs]).workflow["nodes"][2:]
    play.workflow["nodes"] += nodes
    kinds = {kind for _, kind in subs}
    arrows = play.workflow["connections"]
    for kind in kinds:
        for one, its in subs:
            if its == kind:
                arrows[one["name"]] = {kind: [[{"node": root["name"], "type": kind, "index": 0}]]}
    assert arrows[TRIGGER]
    return await turn.perform(play)


def _given(seen: PerformanceRecord, name: str) -> list[Json]:
    assert (seen.status, seen.error, seen.fault) == ("success", "", "")
    return [item for step in seen.steps if step.name == name for item in step.sample]


def _root(kind: str, version: float, **parameters: Any) -> Json:
    return {"name": "Root", "type": L + kind, "typeVersion": version, "parameters": parameters}


async def test_a_chain_gets_a_text(turn: Turn) -> None:
    root = _root("chainLlm", 1.7, **TEXT)
    given = _given(await _perform(turn, root, (MODELS["openai"], "ai_languageModel")), "Root")
    assert len(given) == 2 and all(item["text"].strip() for item in given)


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_an_agent_uses_its_tool_once_and_answers_in_the_form(turn: Turn, vendor: str) -> None:
    root = _root("agent", 3, **TEXT, hasOutputParser=True, options={})
    subs = ((MODELS[vendor], "ai_languageModel"), (TOOL, "ai_tool"), (PARSER, "ai_outputParser"))
    seen = await _perform(turn, root, *subs, fields={"sentiment": ["negative", "positive"]})
    given = _given(seen, "Root")
    assert [item["output"]["sentiment"] for item in given] == ["negative", "positive"]
    assert all(isinstance(item["output"]["score"], int | float) for item in given)
    assert sum("api.acme.example.org/orders" in call.url for call in seen.calls) == 2


async def test_a_classifier_gets_one_of_its_categories_each_time_another(turn: Turn) -> None:
    categories = [{"category": "Complaint", "description": "angry"}, {"category": "Praise", "description": "happy"}]
    root = _root(
        "textClassifier", 1.1, inputText="={{ $json.text }}", categories={"categories": categories}, options={}
    )
    seen = await _perform(turn, root, (MODELS["openai"], "ai_languageModel"))
    assert _given(seen, "Root")
    assert sum(step.items_out for step in seen.steps if step.name == "Root") == 2


async def test_an_extractor_gets_its_attributes(turn: Turn) -> None:
    wanted = [
        {"name": "email", "type": "string", "description": "x"},
        {"name": "amount", "type": "number", "description": "y"},
    ]
    root = _root("informationExtractor", 1.2, text="={{ $json.text }}", attributes={"attributes": wanted}, options={})
    given = _given(await _perform(turn, root, (MODELS["openai"], "ai_languageModel")), "Root")
    assert "@" in given[0]["output"]["email"] and given[0]["output"]["amount"] > 0
