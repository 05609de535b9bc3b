"""Who decides, and what is put before them."""

from __future__ import annotations

import re

from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.knowledge.cues import is_person
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Literal, Locator, Ref, Template, Value


@recipe("request")
def request_text(order: Order) -> Value:
    sources = list(reversed(order.assembly.sources_of(order.intent.scope)))
    written = next((s for s in sources if s.style == "ai" and "text" in s.fields), None)
    parts: list[str | Ref] = ["Please approve or decline:\n\n"]
    if written is not None:
        parts.append(Ref(step=written.step, path=written.fields["text"]))
    else:
        for label, ref in writing.fields_of(order.assembly, order.intent):
            parts += [f"{label}: ", ref, "\n"]
    return Template(parts=list(parts)) if len(parts) > 1 else Literal(value="Please approve or decline.")


@recipe("request_subject")
def request_subject(order: Order) -> Value:
    return Literal(value="Approval needed")


@recipe("approver_mail")
def approver_mail(order: Order) -> Value:
    known = order.intent.entities("email")
    if known and not re.search(r"\b(before|bevor|antes|avant)\b", order.intent.text.split(known[0])[0][-40:]):
        return Literal(value=known[0])
    manager = next((p.fold for p in order.intent.pieces if is_person(p)), "")
    if manager:
        for source in order.assembly.sources_of(order.intent.scope):
            for name, path in source.fields.items():
                if manager in fold(name) and "mail" in fold(name):
                    return source.ref(path)
    return order.ask(
        "approver",
        "Who approves: which e-mail address?",
        "Somebody has to decide before the worker goes on.",
        "name@example.com",
        "email",
    )


@recipe("approver_kind")
def approver_kind(order: Order) -> Value:
    return Literal(value="channel" if order.named("channel") else "user")


@recipe("approver_channel")
def approver_channel(order: Order) -> Value | None:
    said = order.named("channel")
    return Locator(mode="name", value=Literal(value=said), name=said) if said else None


@recipe("approver_user")
def approver_user(order: Order) -> Value | None:
    if order.named("channel"):
        return None
    handles = order.intent.entities("handle")
    if handles:
        return Locator(mode="username", value=Literal(value=handles[0]), name=handles[0])
    return Locator(
        mode="list",
        value=order.ask(
            "approver", "Who approves in Slack?", "Somebody has to decide before the worker goes on.", "Approver"
        ),
        name="Approver",
    )


@recipe("approver_chat")
def approver_chat(order: Order) -> Value:
    return Locator(
        mode="list",
        value=order.ask(
            "approver",
            f"Who approves in {order.name}?",
            "Somebody has to decide before the worker goes on.",
            "Approver",
        ),
        name="Approver",
    )
