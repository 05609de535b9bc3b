"""Support."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.templates.parts import (
    LIST,
    answer,
    approval,
    as_lines,
    find,
    is_,
    mail,
    mail_in,
    only,
    quarter_hourly,
    ref,
    slack,
    teams,
    telegram,
    weekday,
    write,
)
from workforce.workflow.templates.template import ask, part, template, trigger

SUPPORT = "Support"
NEW_TICKET = build.group(all=build.many(build.group(field="status", operation="is", value="new")))

TEMPLATES = (
    template(
        "Sort new tickets",
        SUPPORT,
        "An AI says of each new Zendesk ticket what it is about and how urgent it is, and posts it.",
        "When a Zendesk ticket comes in, let AI say what it is about and how urgent it is, and post it in Slack.",
        trigger("zendesk_trigger", "A ticket comes in", conditions=NEW_TICKET),
        find(
            "kind",
            "Sort it",
            (ref("start", "subject"), "\n", ref("start", "description")),
            category="One of: billing, bug, question, other",
            urgency="One of: low, normal, high",
        ),
        slack(
            "tell",
            "[",
            ref("kind", "output.urgency"),
            "] ",
            ref("kind", "output.category"),
            ": ",
            ref("start", "subject"),
        ),
    ),
    template(
        "Urgent mail to Teams",
        SUPPORT,
        "Posts e-mails with “urgent” in the subject in Microsoft Teams.",
        "When an e-mail with “urgent” in the subject arrives in Gmail, post it in Microsoft Teams.",
        mail_in("subject:urgent"),
        teams("tell", "Urgent, from ", ref("start", "from.value[0].address"), ": ", ref("start", "subject")),
    ),
    template(
        "Is the site up?",
        SUPPORT,
        "Looks every 15 minutes whether a page answers, and raises the alarm on Telegram when it does not.",
        "Every 15 minutes check our website and message me on Telegram when it does not answer.",
        quarter_hourly(),
        part(
            "page",
            "http_request",
            "Call the page",
            method="GET",
            url=ask("url:page", "https://example.com"),
            options=build.group(response=build.group(response=build.group(fullResponse=True, neverError=True))),
        ),
        only("down", "Only when it fails", is_(ref("page", "statusCode"), "gte", 400, "number")),
        telegram("tell", "The page answers with ", ref("page", "statusCode"), "."),
    ),
    template(
        "Drafted answers to customers",
        SUPPORT,
        "An AI drafts an answer to each mail; it is sent only when a person has said yes.",
        "When an e-mail arrives in Gmail, let AI draft an answer, ask me for approval, and send it if I approve.",
        mail_in("in:inbox is:unread"),
        write(
            "text",
            "Draft the answer",
            "Draft a short, friendly answer to this e-mail of a customer. Promise nothing:\n",
            ref("start", "text"),
        ),
        approval("decide", build.text("Answer to: ", ref("start", "subject")), answer("text")),
        part(
            "reply",
            "gmail.message.reply",
            "Send the answer",
            messageId=ref("start", "id"),
            emailType="text",
            message=answer("text"),
        ),
    ),
    template(
        "Open tickets in the morning",
        SUPPORT,
        "E-mails the list of open tickets every weekday.",
        "Every weekday at 8, list our open Zendesk tickets and e-mail the list to the support lead.",
        weekday(8),
        part(
            "tickets", "zendesk.ticket.get_all", "Get the tickets", returnAll=True, options=build.group(status="open")
        ),
        as_lines("- #", ref("tickets", "id"), " ", ref("tickets", "subject")),
        mail("send", "Open tickets", LIST),
    ),
)
