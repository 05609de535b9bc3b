"""Marketing."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Locator
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    answer,
    as_lines,
    form,
    is_,
    mail,
    only_new,
    ref,
    rows,
    slack,
    weekday,
    weekly,
    write,
)
from workforce.workflow.templates.template import ask, part, template, trigger

MARKETING = "Marketing"

TEMPLATES = (
    template(
        "What competitors publish",
        MARKETING,
        "Reads a competitor's feed every weekday and e-mails only what is new.",
        "Every weekday at 9, read our competitor's news feed and e-mail me the new headlines.",
        weekday(9),
        part("news", "rss_feed_read", "Read the feed", url=ask("feed:competitor", "https://example.com/feed.xml")),
        only_new("new", ref("news", "link")),
        as_lines("- ", ref("news", "title"), " ", ref("news", "link")),
        mail("send", "New from the competition", LIST),
    ),
    template(
        "Newsletter subscribers",
        MARKETING,
        "Adds everybody from the sign-up form to the Mailchimp audience.",
        "When somebody fills in the newsletter form, subscribe them in Mailchimp.",
        form("Newsletter", "Name", "E-mail:email"),
        part(
            "add",
            "mailchimp.member.create",
            "Subscribe them",
            list=ask("audience"),
            email=ref("start", "E-mail"),
            status="pending",
        ),
    ),
    template(
        "Post from a new article",
        MARKETING,
        "When the blog has a new article, an AI drafts a LinkedIn text and posts it in Slack to be checked.",
        "When a new article appears in our blog's feed, let AI write a LinkedIn post about it and send it to our Slack channel for checking.",
        trigger(
            "rss_feed_read_trigger",
            "A new article appears",
            feedUrl=ask("feed:blog", "https://example.com/feed.xml"),
            pollTimes=build.group(item=build.many(build.group(mode="everyHour"))),
        ),
        write(
            "text",
            "Write the post",
            "Write a LinkedIn post of at most 80 words about this article:\n",
            ref("start", "title"),
            "\n",
            ref("start", "contentSnippet"),
        ),
        slack("tell", "Draft for LinkedIn:\n", answer("text"), "\n\n", ref("start", "link")),
    ),
    template(
        "Campaign figures",
        MARKETING,
        "Sums up the campaign sheet with an AI every Friday.",
        "Every Friday at 15, read our campaign sheet, let AI write a short summary and post it in Slack.",
        weekly("Friday", 15),
        rows("figures", "campaigns"),
        part("all", "aggregate", "All in one list", aggregate="aggregateAllItemData"),
        write(
            "summary",
            "Sum it up",
            "Sum up how these campaigns went, in five sentences, with the best and the worst one:\n",
            ref("all", "data"),
        ),
        slack("tell", answer("summary")),
    ),
    template(
        "Reviews that need an answer",
        MARKETING,
        "Keeps Typeform feedback in a sheet and tells the team about poor marks.",
        "When somebody answers our Typeform survey, keep it in a sheet, and if the rating is below 3, tell us in Slack.",
        trigger("typeform_trigger", "Somebody answers the survey", formId=ask("form", "abcdef")),
        add_row("keep", "answers", Rating=ref("start", "Rating"), Comment=ref("start", "Comment")),
        part(
            "poor",
            "filter",
            "Only poor ones",
            "start",
            conditions=build.conditions(is_(ref("start", "Rating"), "lt", 3, "number")),
        ),
        slack("tell", "A poor rating: ", ref("start", "Rating"), "\n", ref("start", "Comment")),
    ),
    template(
        "Content calendar for the week",
        MARKETING,
        "Posts what is planned to be published, from the Notion calendar, every Monday.",
        "Every Monday at 8, list the pages of our Notion content calendar and post them in Slack.",
        weekly("Monday", 8),
        part(
            "pages",
            "notion.database_page.get_all",
            "Read the calendar",
            dataSourceId=Locator(mode="id", value=ask("database", "0123456789abcdef0123456789abcdef")),
            returnAll=True,
        ),
        as_lines("- ", ref("pages", "name")),
        slack("tell", "Planned:\n", LIST),
    ),
)
