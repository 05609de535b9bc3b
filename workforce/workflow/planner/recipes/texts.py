"""Messages, titles and subjects."""

from __future__ import annotations

from workforce.workflow.build import group
from workforce.workflow.planner import writing
from workforce.workflow.planner.letters import letter_of
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Literal, Template, Value


@recipe("message")
def message(order: Order) -> Value:
    letter = letter_of(order.assembly, order.intent)
    return letter[1] if letter else writing.message(order.assembly, order.intent)


@recipe("title")
def title(order: Order) -> Value:
    return writing.title(order.assembly, order.intent)


@recipe("subject")
def subject(order: Order) -> Value:
    said = writing.subject_of(order.intent) or next(
        (
            p.content
            for p in order.assembly.request.pieces
            if p.names == "subject" and p.kind == "quote" and order.assembly.request.start.kind == "schedule"
        ),
        "",
    )
    if said:
        return Literal(value=said)
    if letter := letter_of(order.assembly, order.intent):
        return Literal(value=letter[0])
    source = order.assembly.source(order.intent.scope) if order.assembly.sources_of(order.intent.scope) else None
    if "reply" in order.intent.verbs and source is not None:
        place = writing.named_field(order.assembly, order.intent.scope, "subject")
        if place is not None:
            return Template(parts=["Re: ", place[0].ref(place[1])])
    return Literal(value=writing.heading(order.assembly, order.intent))


@recipe("subject_text")
def subject_text(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "text")
    return (
        place[0].ref(place[1])
        if place
        else order.ask("text", "Which text should be used?", "The step needs a text.", "text")
    )


@recipe("google_chat_text")
def google_chat_text(order: Order) -> Value:
    return group(text=writing.message(order.assembly, order.intent))


@recipe("plain_slack")
def plain_slack(order: Order) -> Value:
    return group(includeLinkToWorkflow=False)


@recipe("plain_telegram")
def plain_telegram(order: Order) -> Value:
    return group(appendAttribution=False)
