"""AI steps: a chain that writes a text, or an extractor that gives named fields; each with its model."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold, slug, word_set
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Intent
from workforce.workflow.spec import Link, Literal, Ref, Template, Value

MODELS: dict[str, tuple[str, str]] = {
    # how a model is called → (operation, title)
    "anthropic": ("lm_chat_anthropic", "Claude"),
    "googlegemini": ("lm_chat_google_gemini", "Gemini"),
    "mistralai": ("lm_chat_mistral_cloud", "Mistral"),
    "ollama": ("lm_chat_ollama", "Ollama"),
    "openai": ("lm_chat_open_ai", "OpenAI"),
}
_JUDGED = re.compile(
    r"\b(risk score|risk|urgency|priority|sentiment|severity|score|rating|language|category|topic|intent|mood|tone|"
    r"dringlichkeit|prioritat|risiko|stimmung|kategorie|thema|sprache|bewertung|urgencia|prioridad|riesgo|"
    r"sentimiento|categoria|tema|idioma|"
    r"urgence|priorite|risque|sentiment|categorie|langue|theme|prioridade|risco|sentimento|idioma)\b"
)
_WHY = re.compile(
    r"\b(why|reason|because|grund|warum|begrund\w*|por que|motivo|razon|pourquoi|raison|explica\w*|expliqu\w*)\b"
)
_WRITES = re.compile(
    r"\b(write|writes|draft\w*|summar\w*|turn\w*|compose\w*|review\w*|reply|answer|brief\w*|notes|report|post|"
    r"rewrite|generate\w*|suggest\w*|translat\w*|digest|zusammenfass\w*|schreib\w*|verfass\w*|entw\w*|"
    r"formulier\w*|geschrieben\w*|antwort\w*|ubersetz\w*|"
    r"redact\w*|escrib\w*|resum\w*|respuesta|traduc\w*|redig\w*|ecri\w*|reponse|tradui\w*|synthes\w*|escrev\w*|"
    r"redij\w*|resposta|traduz\w*|themes?)\b"
)


def think(assembly: Assembly, intents: list[Intent]) -> Source:
    """Add one AI step for neighbouring AI intents; the source of what it gives."""
    scope = intents[0].scope
    fields = _fields(intents)
    instruction = _instruction(intents)
    data = _data(assembly, scope)
    writes = bool(_WRITES.search(fold(" ".join(i.text for i in intents)))) or not fields
    if not fields:
        title = _title(intents, "Write")
        step = assembly.add(
            "chain_llm",
            title,
            {"promptType": Literal(value="define"), "text": Template(parts=[f"{instruction}\n\nData:\n", *data])},
            assembly.ends[scope],
        )
        source = Source(step.id, "ai", "ai", {"text": "text"})
    else:
        if writes and any(_wants_text(i) for i in intents):
            fields["text"] = ("string", _text_description(intents))
        rows = [
            group(name=slug(name), type=kind, description=about, required=True)
            for name, (kind, about) in fields.items()
        ]
        title = _title(intents, "Analyse")
        inputs: dict[str, Value] = {
            "text": Template(parts=data),
            "schemaType": Literal(value="fromAttributes"),
            "attributes": group(attributes=many(*rows)),
            "options": group(
                systemPromptTemplate=(
                    f"You work for a company and read its data carefully. Task: {instruction} Use only what the "
                    f"text says."
                )
            ),
        }
        step = assembly.add("information_extractor", title, inputs, assembly.ends[scope])
        source = Source(step.id, "ai", "ai", {name: f"output.{slug(name)}" for name in fields})
    model = next((MODELS[p.service] for i in intents for p in i.pieces if p.service in MODELS), None) or next(
        (MODELS[p.service] for p in assembly.request.pieces if p.service in MODELS), MODELS["openai"]
    )
    assembly.serve(
        model[0],
        f"{model[1]} model"
        if not any(s.operation == model[0] for s in assembly.steps)
        else f"{model[1]} model {sum(s.operation == model[0] for s in assembly.steps) + 1}",
        {},
        step.id,
        "ai_languageModel",
    )
    assembly.ends[scope] = [Link(step=step.id)]
    return source


_WRITING = word_set("compose summarise translate analyse reply create choose")


def _wants_text(intent: Intent) -> bool:
    return bool(_WRITING & set(intent.verbs)) and not intent.fields


def _text_description(intents: list[Intent]) -> str:
    said = next((i for i in intents if _wants_text(i)), intents[0])
    return f"The text asked for: {said.text}"[:200]


def _fields(intents: list[Intent]) -> dict[str, tuple[str, str]]:
    """name → (type, description) of what the AI is to give besides a text."""
    fields: dict[str, tuple[str, str]] = {}
    for intent in intents:
        words = fold(intent.text)
        for name in intent.fields:
            clean = re.sub(
                r"^(finds?|pulls?|extracts?|gets?|reads?|lists?|gives?|returns?|takes?|devuelv\w+|donne|renvoie|retorne|the|busca|extrae|extrait|extraia|lies)\s+",
                "",
                name.strip(),
                flags=re.IGNORECASE,
            )
            fields.setdefault(clean, ("string", f"The {clean}, as it stands in the text"))
        if intent.categories:
            judged: list[str] = _JUDGED.findall(words)
            name = judged[0] if judged and not _follows_list(words, judged[0], intent.categories) else "category"
            fields.setdefault(name, ("string", "One of: " + ", ".join(intent.categories)))
        for name in _JUDGED.findall(words):
            if intent.categories and name in fields:
                continue
            if (
                (
                    {"rate", "classify", "extract", "analyse"} & set(intent.verbs)
                    or re.search(r"\b(gives?|with|mit|avec|con|com|and|und)\b", words)
                )
                and name not in ("topic", "theme", "language", "tone")
                and name not in fields
                and not any(name in known for known in fields)
            ):
                scale = re.search(r"(\d+)\s*[-–]\s*(\d+)", words)
                fields[name] = (
                    "number" if "score" in name or scale else "string",
                    f"The {name}" + (f", from {scale.group(1)} to {scale.group(2)}" if scale else ""),
                )
        if _WHY.search(words) and fields:
            fields.setdefault("reason", ("string", "Why, in one sentence"))
    return fields


def _follows_list(words: str, name: str, categories: list[str]) -> bool:
    """`(billing, technical, other) with its urgency`: the list is not the urgency's."""
    first = fold(categories[0])
    return first in words and words.index(first) < words.index(name)


def _instruction(intents: list[Intent]) -> str:
    text = ". ".join(
        re.sub(
            r"^(let|have|lass|deja que|laisse|deixe)\s+(the\s+)?(ai|ki|ia)\s+",
            "",
            i.text.strip(" ,."),
            flags=re.IGNORECASE,
        )
        for i in intents
    )
    return (text[:1].upper() + text[1:])[:600] + "."


def _title(intents: list[Intent], default: str) -> str:
    text = re.sub(
        r"^(l'ia|let|have|the|a|ai|ki|ia|die|lass)\b\s*", "", fold(intents[0].text).strip(), flags=re.IGNORECASE
    )
    text = re.sub(r"^(ai|ki|ia)\s+", "", text)
    words = re.sub(r"[^\w\s]", " ", text).split()[:5]
    return f"AI: {' '.join(words)}" if words else default


def _data(assembly: Assembly, scope: int) -> list[str | Ref]:
    """What the AI reads: the whole list, the document's text, or the item with all its fields."""
    source = assembly.source(scope) if assembly.sources_of(scope) else None
    if source is None:
        return [""]
    if source.style == "list":
        return [Ref(step=source.step, path=source.fields["all"])]
    if "document" in source.fields:
        return [Ref(step=source.step, path=source.fields["document"])]
    parts: list[str | Ref] = []
    for other in assembly.sources_of(scope)[-3:]:
        if other.style == "ai":
            path = other.fields.get("text", "")
            parts += [Ref(step=other.step, path=path) if path else Ref(step=other.step, path="output"), "\n"]
        elif other.path("text", guess=False):
            title = other.path("subject", guess=False) or other.path("title", guess=False)
            if title:
                parts += [Ref(step=other.step, path=title), "\n"]
            parts += [Ref(step=other.step, path=other.path("text")), "\n"]
        else:
            parts += [Ref(step=other.step), "\n"]
    return parts
