"""What mail services want besides the text: attachments, filters, labels."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold, slug
from workforce.workflow.planner.recipes.order import Order, recipe, short_quote
from workforce.workflow.planner.recipes.times import time_range
from workforce.workflow.spec import Group, Literal, Value


@recipe("gmail_options")
def gmail_options(order: Order) -> Value | None:
    if not order.assembly.binary:
        return group(appendAttribution=False)
    return group(
        appendAttribution=False, attachmentsUi=group(attachmentsBinary=many(group(property=order.assembly.binary)))
    )


@recipe("smtp_options")
def smtp_options(order: Order) -> Value | None:
    return (
        group(appendAttribution=False, attachments=order.assembly.binary)
        if order.assembly.binary
        else group(appendAttribution=False)
    )


@recipe("outlook_options")
def outlook_options(order: Order) -> Value | None:
    return (
        group(attachments=group(attachments=many(group(binaryPropertyName=order.assembly.binary))))
        if order.assembly.binary
        else None
    )


@recipe("gmail_filters")
def gmail_filters(order: Order) -> Value | None:
    text = fold(order.intent.text)
    fields: dict[str, Value] = {}
    if re.search(r"\b(unread|ungelesen\w*|no leid\w*|sin leer|non lus?|nao lid\w*)\b", text):
        fields["readStatus"] = Literal(value="unread")
    label = order.named("label", "tag", "folder")
    search = [f"label:{slug(label).replace('_', '-')}"] if label else []
    subject_said = order.named("subject")
    if subject_said:
        search.append(f'subject:"{subject_said}"')
    if search:
        fields["q"] = Literal(value=" ".join(search))
    found = time_range(order.intent.text)
    if found:
        fields["receivedAfter"] = found[0]
    return Group(fields=fields) if fields else None


@recipe("outlook_filters")
def outlook_filters(order: Order) -> Value | None:
    if re.search(r"\b(unread|ungelesen\w*|no leid\w*|sin leer|non lus?|nao lid\w*)\b", fold(order.intent.text)):
        return group(values=group(filterBy="filters", filters=group(readStatus="unread")))
    return None


@recipe("label_names")
def label_names(order: Order) -> Value:
    said = order.named("label", "tag", "folder") or short_quote(order)
    return (
        order.ask(
            "gmail_label",
            f"Which Gmail label is “{said}”?" if said else "Which Gmail label?",
            "Labels are chosen from your account.",
            said or "INBOX",
        )
        if not said
        else Literal(value=[said])
    )
