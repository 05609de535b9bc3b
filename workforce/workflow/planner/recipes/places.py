"""Where a message goes: channels, servers, teams, spaces, chats."""

from __future__ import annotations

import re

from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.planner.recipes.order import Order, by_name, recipe, short_quote
from workforce.workflow.spec import Literal, Locator, Ref, Value

_BARE_CHANNEL = re.compile(
    r"\b(?:in|into|to|on|im|in den|en|dans|no|na|al)\s+(?:the\s+|den\s+|el\s+|le\s+)?([\w-]+)\s+"
    r"(?:channel|kanal|canal)\b"
)
_NO_NAME = frozenset(("our", "the", "a", "this", "slack", "discord", "teams", "general"))


@recipe("channel")
def channel(order: Order) -> Value:
    """A channel to choose; `in the sales channel` names one without a sign."""
    said = order.named("channel") or short_quote(order)
    bare = _BARE_CHANNEL.search(order.intent.text)
    if not said and bare and bare.group(1).lower() not in _NO_NAME:
        said = bare.group(1)
    said = said or _behind_service(order)
    if not said:
        return Locator(mode="list", value=_ask_channel(order, "", ""), name="")
    name = said.lstrip("#")
    return Locator(mode="name" if order.service == "slack" else "list", value=Literal(value=name), name=name)


def _behind_service(order: Order) -> str:
    """`post in Discord announcements`: the word right behind the service, at the end of what is said."""
    found = order.intent.pieces
    place = next((i for i, p in enumerate(found) if p.service == order.service), None)
    if place is None or place + 1 >= len(found):
        return ""
    word, after = found[place + 1], found[place + 2] if place + 2 < len(found) else None
    ends = after is None or after.kind in ("mark", "line", "time")
    plain = word.kind == "word" and not word.verbs and not word.nouns and word.fold not in FUNCTION and not word.service
    return word.text if plain and ends and len(word.text) > 2 else ""


@recipe("channel_id")
def channel_id(order: Order) -> Value:
    """A channel as plain text."""
    return _ask_channel(order, order.named("channel") or short_quote(order), "choose-a-channel", "channel")


@recipe("channel_hash")
def channel_hash(order: Order) -> Value:
    """A channel as plain text, with its sign."""
    said = order.named("channel")
    return _ask_channel(order, f"#{said}" if said else "", "#choose-a-channel", "channel")


def _ask_channel(order: Order, said: str, stand_in: str, kind: str = "text") -> Value:
    text = f"Which {order.name} channel should it be posted in?"
    return order.known(said, f"{order.service}_channel", text, "The message needs a place to go.", stand_in, kind)


@recipe("server")
def server(order: Order) -> Value:
    said = order.named("group", "space") or ""
    return by_name(said or "Our server")


@recipe("team")
def team(order: Order) -> Value:
    said = order.named("team") or order.anywhere("team")
    order.assembly.assume(
        f"The {order.name} channel is in the team you choose when connecting."
        if not said
        else f"The channel is in the team “{said}”."
    )
    return by_name(said or "Our team")


@recipe("space")
def space(order: Order) -> Value:
    said = order.named("channel", "space", "group") or short_quote(order)
    return order.listed(
        said, "google_chat_space", "Which Google Chat space should it be posted in?", "The message needs a place to go."
    )


@recipe("chat")
def chat(order: Order) -> Value:
    known = order.intent.entities("chatid")
    if known:
        return Literal(value=known[0])
    numbers = [p.value for p in order.intent.pieces if p.kind == "number" and re.fullmatch(r"\d{5,}", p.value)]
    channels = [p.content for p in order.intent.pieces if p.kind in ("handle",)]
    if numbers or channels:
        return Literal(value=(numbers or channels)[0])
    start = order.assembly.request.start
    if (
        start.service == "telegram"
        and order.assembly.request.scopes[order.intent.scope].kind != "error"
        and "reply" in order.intent.verbs
    ):
        return Ref(step=order.assembly.triggers[0].id, path="message.chat.id")
    return order.ask(
        "telegram_chat",
        "What is the id of the Telegram chat it should go to?",
        "A Telegram bot can only write to a chat whose id it knows.",
        "0",
    )
