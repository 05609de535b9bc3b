"""Everything else: questions to a model, reads, and records made, changed or removed."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.plain import facts_of, shown
from workforce.workflow.rehearsal.receipts.receipt import Kind, Receipt

Json = dict[str, Any]
AI = re.compile(
    r"/(chat/completions|responses|completions|messages|embeddings|generate|chat)(\?|$)|:generateContent|:streamGenerate|"
    r":embedContent|:batchEmbed|/converse|/invoke"
)
AI_HOST = re.compile(
    r"openai|anthropic|generativelanguage|mistral|openrouter|groq|cohere|deepseek|ollama|x\.ai|bedrock|perplexity|huggingface"
)
SIGN_IN = re.compile(
    r"/(oauth2?/)?(v\d+/)?(token|oauth/access|authorize)\b|login\.microsoftonline|oauth2\.googleapis|/session$", re.I
)
LOOKS = re.compile(r"search|/query|:query|list|find|lookup|databases/[^/]+/query", re.I)
MONEY = re.compile(r"/(charges|payment_intents|refunds|invoices|payouts|transfers|checkout)\b", re.I)
EVENT = re.compile(r"/(events|calendarView|meetings|appointments)\b", re.I)
FILE = re.compile(r"/(files|upload|content|drive|objects)\b|s3[.-]|dropboxapi", re.I)
VERBS = {"POST": "Create", "PUT": "Change", "PATCH": "Change", "DELETE": "Remove"}


def sign_in_receipt(call: Call, service: str) -> Receipt | None:
    """A sign-in at the vendor, which is nobody's business but the engine's."""
    if not SIGN_IN.search(call.url) or "googleapis.com/v4" in call.url:
        return None
    return Receipt(kind="sign-in", title=f"Sign in to {service}")


def ai_receipt(call: Call, body: Json, service: str) -> Receipt | None:
    """A question to a model."""
    if not (AI_HOST.search(urlsplit(call.url).hostname or "") and AI.search(urlsplit(call.url).path)):
        return None
    asked = _last_text(body.get("messages") or body.get("input") or body.get("contents") or body.get("prompt"))
    facts = [("Model", str(body["model"]))] if body.get("model") else []
    answer = _last_text(call.answer)
    facts += [("Answer", shown(answer, 600))] if answer else []
    return Receipt(kind="ai", title=f"Ask {service}", to=[service], facts=facts, text=shown(asked, 1500))


def _last_text(value: Any) -> str:
    """The last piece of text in a conversation."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return next(filter(None, (_last_text(one) for one in reversed(value))), "")
    if isinstance(value, dict):
        for key in ("text", "content", "parts", "message", "choices", "output", "candidates"):
            if value.get(key):
                return _last_text(value[key])
    return ""


def read_receipt(call: Call, service: str) -> Receipt | None:
    """A look at something, which changes nothing."""
    reads = call.method in ("GET", "HEAD", "OPTIONS") or (
        call.method == "POST" and LOOKS.search(urlsplit(call.url).path)
    )
    if not reads:
        return None
    count = _count(call.answer)
    what = _noun(call.url)
    title = f"Read {count} {what} from {service}" if count is not None else f"Read {what} from {service}"
    return Receipt(kind="read", title=title, to=[service])


def record_receipt(call: Call, body: Json, service: str) -> Receipt:
    """Something is made, changed or removed at a service."""
    verb, noun = VERBS.get(call.method, call.method), _noun(call.url)
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = ((MONEY, "payment"), (EVENT, "event"), (FILE, "file"))
    kind: Kind = next((kind for pattern, kind in kinds if pattern.search(urlsplit(call.url).path)), "record")
    if isinstance(call.body, str) and call.body and not body:
        return Receipt(kind=kind, title=f"{verb} {noun} in {service}", to=[service], text=shown(call.body, 1500))
    return Receipt(kind=kind, title=f"{verb} {noun} in {service}", to=[service], facts=facts_of(body))


def _count(answer: Any) -> int | None:
    if isinstance(answer, list):
        return len(answer)
    if isinstance(answer, dict):
        lists = [value for value in answer.values() if isinstance(value, list)]
        return max(map(len, lists)) if lists else None
    return None


def _noun(url: str) -> str:
    """What the address speaks of: its last word that is no id."""
    parts = [unquote(part) for part in urlsplit(url).path.split("/")]
    words = [part.split(".")[-1] if "." in part and part.islower() else part for part in parts]
    good = [
        re.sub(r"[_-]+", " ", word.split(":")[0]).lower()
        for word in words
        if re.fullmatch(r"[A-Za-z][A-Za-z_.:-]{2,30}", word)
    ]
    return good[-1] if good else "something"
