"""What calls of AI models take and cost: list prices in US dollars per million tokens, rounded, as of 2026-10."""

from __future__ import annotations

from dataclasses import dataclass

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.forecast.amounts import Band
from workforce.workflow.spec import Literal, Locator, Step, Value, WorkerSpec


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars per million tokens that a model reads and writes."""

    read: float
    written: float


# The longest beginning that a model's name has counts.
PRICES = {
    "gpt-5": Price(1.25, 10),
    "gpt-5-mini": Price(0.25, 2),
    "gpt-5-nano": Price(0.05, 0.4),
    "gpt-5.4": Price(2.5, 15),
    "gpt-5.4-mini": Price(0.75, 4.5),
    "gpt-4o": Price(2.5, 10),
    "gpt-4o-mini": Price(0.15, 0.6),
    "gpt-4.1": Price(2, 8),
    "gpt-4.1-mini": Price(0.4, 1.6),
    "claude-opus": Price(5, 25),
    "claude-sonnet": Price(3, 15),
    "claude-sonnet-5": Price(2, 10),
    "claude-haiku": Price(1, 5),
    "gemini-2.5-pro": Price(1.25, 10),
    "gemini-2.5-flash": Price(0.3, 2.5),
    "gemini-3-flash": Price(0.5, 3),
    "mistral-small": Price(0.1, 0.3),
    "mistral-large": Price(2, 6),
    "deepseek": Price(0.3, 0.5),
    "command-a": Price(2.5, 10),
    "llama": Price(0.1, 0.2),
    "kimi": Price(0.6, 2.5),
    "grok": Price(3, 15),
    "qwen-plus": Price(0.4, 1.2),
}
FREE = Price(0, 0)
MODEL_NAMES = ("model", "modelName", "modelId")
ON_YOUR_OWN_MACHINE = ("lm_chat_ollama", "lm_ollama", "lm_chat_lemonade", "lm_lemonade", "ollama")


def _call(read: tuple[float, float, float], written: tuple[float, float, float]) -> tuple[Band, Band]:
    one, two = (Band(low=low, likely=likely, high=high) for low, likely, high in (read, written))
    return one, two


_TEXT = _call((200, 1_000, 6_000), (50, 300, 1_000))
# (read, written) tokens of one call, by operation.
AI_CALLS = {
    "chain_llm": _TEXT,
    "agent": _call((600, 4_000, 30_000), (100, 600, 3_000)),
    "information_extractor": _call((400, 1_200, 6_000), (30, 200, 800)),
    "text_classifier": _call((300, 700, 4_000), (10, 40, 100)),
    "sentiment_analysis": _call((200, 500, 3_000), (10, 40, 100)),
    "chain_summarization": _call((500, 4_000, 30_000), (100, 400, 1_000)),
    "chain_retrieval_qa": _call((800, 3_000, 10_000), (50, 300, 1_000)),
    "langchain_open_ai.text.response": _TEXT,
    "langchain_open_ai.text.classify": _call((200, 500, 3_000), (10, 40, 100)),
    "anthropic.text.message": _TEXT,
    "google_gemini.text.message": _TEXT,
    "ollama.text.message": _TEXT,
}


def model_name(spec: WorkerSpec, step: Step, catalogue: Catalogue) -> str:
    """The model behind an AI step: the one it is given, else the one n8n takes; empty when nobody knows."""
    server = next((s for s in spec.steps if s.serves == step.id and s.port == "ai_languageModel"), step)
    if server.operation.split(".")[0] in ON_YOUR_OWN_MACHINE:
        return "your own machine"
    for name in MODEL_NAMES:
        if said := _plain(server.inputs.get(name)):
            return said
    if catalogue.operation(server.operation) is None:
        return ""
    defaults = [p.default for p in catalogue.parameters(server.operation) if p.name in MODEL_NAMES]
    usual = defaults[0] if defaults else ""
    return str(usual.get("value", "") if isinstance(usual, dict) else usual or "").removeprefix("models/")


def price_of(model: str) -> Price | None:
    """What a model costs; None when it is not listed."""
    if model == "your own machine":
        return FREE
    bare = model.rsplit("/", maxsplit=1)[-1].lower()
    names = [name for name in PRICES if bare.startswith(name)]
    return PRICES[max(names, key=len)] if names else None


def _plain(value: Value | None) -> str:
    if isinstance(value, Locator):
        value = value.value
    return str(value.value).removeprefix("models/") if isinstance(value, Literal) and value.value else ""
