"""Calls to addresses on the web, the weather, translations."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold, slug
from workforce.workflow.planner import writing
from workforce.workflow.planner.elsewhere import elsewhere
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Group, Literal, Ref, Value


@recipe("url")
def url(order: Order) -> Value:
    found = order.intent.entities("url")
    if found:
        return Literal(value=found[0] if "://" in found[0] else f"https://{found[0]}")
    name = elsewhere(order.intent.pieces)
    if name:
        return order.ask(
            f"{slug(name)}_url",
            f"Which address (URL) of {name} should be called, as its API documentation gives it?",
            f"n8n has no {name} node, so the worker calls {name} over the web: it needs an address, and a key for it.",
            "https://example.com",
            "url",
        )
    return order.ask(
        "url", "Which address (URL) should be called?", "The worker needs to know where.", "https://example.com", "url"
    )


def _posts(order: Order) -> bool:
    return order.intent.kind == "act" or bool(re.search(r"\b(POST|PUT)\b", order.intent.text))


@recipe("method")
def method(order: Order) -> Value:
    said = re.search(r"\b(GET|POST|PUT|PATCH|DELETE)\b", order.intent.text)
    return Literal(value=said.group(1) if said else "POST" if _posts(order) else "GET")


@recipe("http_body_on")
def http_body_on(order: Order) -> Value | None:
    return Literal(value=True) if _posts(order) else None


@recipe("http_body_kind")
def http_body_kind(order: Order) -> Value | None:
    return Literal(value="json") if _posts(order) else None


@recipe("http_body")
def http_body(order: Order) -> Value | None:
    if not _posts(order):
        return None
    rows = writing.fields_of(order.assembly, order.intent)
    return Group(fields={slug(label): ref for label, ref in rows}) if rows else Literal(value="{}")


@recipe("http_query_on")
def http_query_on(order: Order) -> Value | None:
    return Literal(value=True) if _looked_up(order) else None


@recipe("http_query")
def http_query(order: Order) -> Value | None:
    looked = _looked_up(order)
    return group(parameters=many(group(name=slug(looked[0]), value=looked[1]))) if looked else None


def _looked_up(order: Order) -> tuple[str, Ref] | None:
    """`look the company up at …`: the thing that is sent along."""
    if _posts(order) or not order.assembly.sources_of(order.intent.scope):
        return None
    for noun, words in (
        ("company", "company"),
        ("email", "email"),
        ("person", "name"),
        ("order", "id"),
        ("customer", "email"),
        ("product", "product"),
    ):
        if noun in order.intent.nouns:
            source = order.assembly.source(order.intent.scope)
            if source.path(words):
                return words, source.ref(source.path(words))
    return None


@recipe("http_options")
def http_options(order: Order) -> Value | None:
    if "status" in order.intent.flags:
        return group(response=group(response=group(fullResponse=True, neverError=True)))
    return None


@recipe("city")
def city(order: Order) -> Value:
    found = re.search(
        r"\b(?:in|for|of|en|para|de|fur|a|em)\s+([A-ZÄÖÜÉ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?)", order.intent.text
    )
    return (
        Literal(value=found.group(1))
        if found
        else order.ask("city", "For which city?", "The weather is asked for a place.", "Berlin")
    )


@recipe("language_code")
def language_code(order: Order) -> Value:
    text = fold(order.intent.text)
    for pattern, code in (
        (r"english|englisch|ingles|anglais", "EN-US" if order.service == "deepl" else "en"),
        (r"german|deutsch|aleman|allemand|alemao", "DE"),
        (r"french|franzosisch|frances|francais", "FR"),
        (r"spanish|spanisch|espanol|espagnol|espanhol", "ES"),
        (r"portug", "PT-PT" if order.service == "deepl" else "pt"),
        (r"italian|italienisch|italiano", "IT"),
    ):
        if re.search(pattern, text):
            return Literal(value=code if order.service == "deepl" else code.lower()[:2])
    return Literal(value="EN-US" if order.service == "deepl" else "en")


@recipe("ask")
def ask(order: Order) -> Value | None:
    return None
