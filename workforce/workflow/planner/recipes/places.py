"""Where a message goes: channels, servers, teams, spaces, chats."""

from __future__ import annotations

import re

from workforce.workflow.planner.recipes.order import Order, by_name, recipe, short_quote
from workforce.workflow.spec import Literal, Locator, Ref, Value


@recipe("channel")
def channel(order: Order) -> Value:
    said = order.named("channel") or short_quote(order)
    if not said:
        bare = re.search(
            (
                r"\b(?:in|into|to|on|im|in den|en|dans|no|na|al)\s+(?:the\s+|den\s+|el\s+|"
                r"le\s+)?([\w-]+)\s+(?:channel|kanal|canal)\b"
            ),
            order.intent.text,
        )
        said = (
            bare.group(1)
            if bare and bare.group(1).lower() not in ("our", "the", "a", "this", "slack", "discord", "teams", "general")
            else ""
        )
    if not said:
        return Locator(
            mode="list",
            value=order.ask(
                f"{order.service}_channel",
                f"Which {order.name} channel should it be posted in?",
                "The message needs a place to go.",
            ),
            name="",
        )
    return Locator(
        mode="name" if order.service in ("slack",) else "list",
        value=Literal(value=said.lstrip("#")),
        name=said.lstrip("#"),
    )


@recipe("channel_id")
def channel_id(order: Order) -> Value:
    said = order.named("channel") or short_quote(order)
    return (
        Literal(value=said)
        if said
        else order.ask(
            f"{order.service}_channel",
            f"Which {order.name} channel should it be posted in?",
            "The message needs a place to go.",
            "choose-a-channel",
            "channel",
        )
    )


@recipe("channel_hash")
def channel_hash(order: Order) -> Value:
    said = order.named("channel")
    return (
        Literal(value=f"#{said}")
        if said
        else order.ask(
            f"{order.service}_channel",
            f"Which {order.name} channel should it be posted in?",
            "The message needs a place to go.",
            "#choose-a-channel",
            "channel",
        )
    )


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
    return (
        by_name(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "google_chat_space",
                "Which Google Chat space should it be posted in?",
                "The message needs a place to go.",
            ),
            name="",
        )
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
