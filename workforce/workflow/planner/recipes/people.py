"""To whom, from whom: addresses, numbers, names of people."""

from __future__ import annotations

import re

from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.data import concept_of
from workforce.workflow.planner.knowledge.cues import ME, THEM, is_person
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Literal, Many, Value


@recipe("phone")
def phone(order: Order) -> Value:
    known = order.intent.entities("phone")
    if known:
        return Literal(value=known[0])
    start = order.assembly.request.start
    someone = any(is_person(p) for p in order.intent.pieces) or "reply" in order.intent.verbs
    if someone or start.service == "whatsapp":
        ref = writing.person(order.assembly, order.intent, "phone")
        if ref is not None:
            return ref
    return order.ask("phone", "Which phone number should it go to?", "The message needs a number.", "+10000000000")


@recipe("own_number")
def own_number(order: Order) -> Value:
    return order.ask(
        f"{order.service}_from",
        f"Which of your {order.name} numbers should it come from?",
        f"{order.name} sends from a number of yours.",
        "+10000000000",
    )


@recipe("own_number_id")
def own_number_id(order: Order) -> Value:
    return order.ask(
        "whatsapp_from",
        "Which of your WhatsApp Business numbers should it come from?",
        "WhatsApp sends from a number of yours.",
        "your-number",
    )


_POLITE = re.compile(
    r"\b(confirmation|welcome|thank|follow-?up|recording|receipt|bestatigung|willkommen|danke|dank|"
    r"confirmacion|bienvenid\w*|gracias|merci|bienvenue|confirmacao|boas-vindas|obrigad\w*)"
)


@recipe("to")
def to(order: Order) -> Value:
    """Who gets a mail: the address that was said, the person in the data, the one address of the prompt for `me`."""
    said = order.intent.entities("email")
    if said:
        return Literal(value=", ".join(said))
    me = any(p.fold in ME for p in order.intent.pieces)
    if _meets_somebody(order, me):
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            return ref
    everywhere = {p.content for p in order.assembly.request.pieces if p.kind == "email"}
    if me and len(everywhere) == 1:
        return Literal(value=everywhere.pop())
    text = "Who should get the e-mail: which address?"
    return order.ask("to", text, "The e-mail needs a recipient.", "name@example.com", "email")


def _meets_somebody(order: Order, me: bool) -> bool:
    """Whether a mail goes to a person whose address is in the data: named, answered, thanked, welcomed."""
    if not any(s.style != "list" for s in order.assembly.sources_of(order.intent.scope)):
        return False
    if "reply" in order.intent.verbs:
        return True
    if me or order.assembly.request.scopes[order.intent.scope].kind == "error":
        return False
    named = any(is_person(p) or p.fold in THEM for p in order.intent.pieces) or _about_somebody(order)
    return named or "same_person" in order.intent.flags or bool(_POLITE.search(fold(order.intent.text)))


_SOMEBODY = re.compile(r"\b(somebody|someone|a person|jemand|alguien|quelqu'un|alguem|anyone)\b")
_PERSONAL = frozenset(
    ("subscriber", "contact", "customer", "lead", "candidate", "employee", "person", "user", "booking")
)


def _about_somebody(order: Order) -> bool:
    """Whether what starts the worker is somebody's doing: a mail without an address goes to that person."""
    start = order.assembly.request.start
    if start.kind not in ("app", "form", "webhook"):
        return False
    if start.kind in ("form", "webhook") and any(concept_of(name) == "email" for name in start.fields):
        return True
    told = bool(_SOMEBODY.search(fold(start.text))) or bool(_PERSONAL & set(start.nouns))
    return told and order.assembly.request.scopes[order.intent.scope].kind != "error"


@recipe("to_list")
def to_list(order: Order) -> Value:
    value = to(order)
    return Many(items=[value])


@recipe("any_mail")
def any_mail(order: Order) -> Value:
    known = [p.content for p in order.assembly.request.pieces if p.kind == "email"]
    return order.known(
        next(iter(known), ""),
        "pagerduty_email",
        "Which PagerDuty user (e-mail address) opens the incident?",
        "PagerDuty wants to know who reports.",
        "name@example.com",
        "email",
    )


@recipe("from")
def from_(order: Order) -> Value:
    known = [p.content for p in order.assembly.request.pieces if p.kind == "email"]
    if known:
        order.assembly.assume(
            f"E-mails are sent from {known[0]}; change the sender in the plan if another address should be used."
        )
        return Literal(value=known[0])
    return order.ask(
        "from",
        "Which address should the e-mails come from?",
        "Your mail server sends under one of your addresses.",
        "worker@example.com",
        "email",
    )


@recipe("person_mail")
def person_mail(order: Order) -> Value:
    known = order.intent.entities("email")
    if known:
        return Literal(value=known[0])
    ref = writing.person(order.assembly, order.intent, "email")
    return (
        ref
        if ref is not None
        else order.ask(
            "person_email",
            "Whose e-mail address should be used?",
            "The contact is found by its address.",
            "name@example.com",
            "email",
        )
    )


@recipe("person_name")
def person_name(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "name")
    return ref if ref is not None else writing.title(order.assembly, order.intent)


@recipe("company_name")
def company_name(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "company")
    return ref if ref is not None else Literal(value="Unknown")
