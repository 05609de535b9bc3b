"""Legal and compliance."""

from __future__ import annotations

from workforce.workflow.spec import Moment
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    answer,
    as_lines,
    find,
    form,
    is_,
    mail,
    mail_in,
    monthly,
    only,
    only_new,
    ref,
    rows,
    slack,
    weekday,
    write,
)
from workforce.workflow.templates.template import ask, part, template

LEGAL = "Legal"

TEMPLATES = (
    template(
        "Contracts to give notice on",
        LEGAL,
        "Lists the contracts whose notice period ends within 90 days on the 1st of a month.",
        "On the 1st of every month at 8, list the contracts in our sheet with a notice date in the next 90 days and e-mail them to legal.",
        monthly(1, 8),
        rows("contracts", "contracts"),
        only(
            "soon",
            "Only those in 90 days",
            is_(ref("contracts", "Notice by"), "after", Moment(snap="day"), "dateTime"),
            is_(ref("contracts", "Notice by"), "before", Moment(shift={"days": 90}), "dateTime"),
        ),
        as_lines("- ", ref("contracts", "Partner"), ", notice by ", ref("contracts", "Notice by")),
        mail("send", "Contracts to give notice on", LIST),
    ),
    template(
        "Data protection requests",
        LEGAL,
        "Keeps each request about personal data with its deadline and confirms it to the person.",
        "When somebody asks about their personal data by form, add it to our register with a deadline of 30 days, confirm it by e-mail and tell legal in Slack.",
        form("Your personal data", "Name", "E-mail:email", "Request:textarea"),
        add_row(
            "keep",
            "requests",
            Name=ref("start", "Name"),
            Email=ref("start", "E-mail"),
            Request=ref("start", "Request"),
            Until=Moment(shift={"days": 30}, format="yyyy-LL-dd"),
        ),
        mail(
            "confirm",
            "We received your request",
            "Dear ",
            ref("start", "Name"),
            ",\n\nwe answer within 30 days.",
            to=ref("start", "E-mail"),
            after="start",
        ),
        slack("tell", "A data protection request came in: ", ref("start", "Request"), after="start"),
    ),
    template(
        "Contract in short",
        LEGAL,
        "Finds term, notice period and liability in contracts that arrive by e-mail.",
        "When a contract arrives in Gmail, let AI find the term, the notice period and the liability and add them to our register.",
        mail_in("subject:contract"),
        find(
            "terms",
            "Read the contract",
            (ref("start", "subject"), "\n", ref("start", "text")),
            partner="The other party",
            term="How long it runs",
            notice="The notice period",
            liability="What it says about liability, in one sentence",
        ),
        add_row(
            "keep",
            "register",
            Partner=ref("terms", "output.partner"),
            Term=ref("terms", "output.term"),
            Notice=ref("terms", "output.notice"),
            Liability=ref("terms", "output.liability"),
        ),
    ),
    template(
        "What changes in the law",
        LEGAL,
        "Reads a feed of new rules every weekday and lets an AI say which ones concern the company.",
        "Every weekday at 8, read the law news feed, let AI say in two sentences what is new and e-mail it to legal.",
        weekday(8),
        part("news", "rss_feed_read", "Read the feed", url=ask("feed:law", "https://example.com/feed.xml")),
        only_new("new", ref("news", "link")),
        as_lines("- ", ref("news", "title"), ": ", ref("news", "contentSnippet")),
        write(
            "short",
            "Say what matters",
            "Which of these new rules could concern a company in this field: ",
            "trade and software",
            "? Say it in a few sentences:\n",
            LIST,
        ),
        mail("send", "New rules", answer("short")),
    ),
)
