"""Sales."""

from __future__ import annotations

from workforce.workflow import build
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
    only,
    query,
    ref,
    rows,
    slack,
    total,
    weekday,
    weekly,
    write,
)
from workforce.workflow.templates.template import part, template, trigger

SALES = "Sales"
DEAL = ("- ", ref("deals", "properties.dealname"), ": ", ref("deals", "properties.amount"))

TEMPLATES = (
    template(
        "Weekly sales report",
        SALES,
        "Adds up last week's sales by region and e-mails the figures every Monday.",
        "Every Monday at 8, add up last week's orders by region from our database and e-mail the totals to the sales lead.",
        weekly("Monday", 8),
        query("orders", "orders of last week"),
        total("sums", "Add up by region", "sum", "amount", by="region"),
        as_lines("- ", ref("sums", "region"), ": ", ref("sums", "sum_amount")),
        mail(
            "send",
            build.text("Sales of the week of ", Moment(shift={"days": -7}, snap="week", format="d LLLL yyyy")),
            "Sales by region:\n\n",
            LIST,
        ),
    ),
    template(
        "New lead from the contact form",
        SALES,
        "Keeps everybody who fills in the contact form in a sheet and in HubSpot, and tells the team.",
        "When somebody fills in our contact form, add them to the leads sheet and to HubSpot and tell the team in Slack.",
        form("Contact us", "Name", "E-mail:email", "Company", "Message:textarea"),
        add_row(
            "keep",
            "leads",
            Name=ref("start", "Name"),
            Email=ref("start", "E-mail"),
            Company=ref("start", "Company"),
            Message=ref("start", "Message"),
        ),
        part(
            "contact",
            "hubspot.contact.upsert",
            "Keep the contact in HubSpot",
            "start",
            email=ref("start", "E-mail"),
            additionalFields=build.group(firstName=ref("start", "Name"), companyName=ref("start", "Company")),
        ),
        slack(
            "tell",
            "New lead: ",
            ref("start", "Name"),
            " (",
            ref("start", "Company"),
            ")\n",
            ref("start", "Message"),
            after="start",
        ),
    ),
    template(
        "Big deals at once",
        SALES,
        "Posts each new HubSpot deal above 10,000 in Slack.",
        "When a deal is created in HubSpot that is worth more than 10,000, post it in Slack.",
        trigger(
            "hubspot_trigger",
            "A deal is created",
            eventsUi=build.group(eventValues=build.many(build.group(name="deal.creation"))),
        ),
        only("big", "Only big ones", is_(ref("start", "properties.amount.value"), "gt", 10_000, "number")),
        slack(
            "tell",
            "Big deal: ",
            ref("start", "properties.dealname.value"),
            " for ",
            ref("start", "properties.amount.value"),
        ),
    ),
    template(
        "Deals that went quiet",
        SALES,
        "Lists the open deals of the pipeline every Thursday, so that none is forgotten.",
        "Every Thursday at 9, list our open Pipedrive deals and e-mail me the list.",
        weekly("Thursday", 9),
        part(
            "deals", "pipedrive.deal.get_all", "Get the open deals", returnAll=True, filters=build.group(status="open")
        ),
        as_lines(
            "- ", ref("deals", "title"), " (", ref("deals", "value"), "), last touched ", ref("deals", "update_time")
        ),
        mail("send", "Open deals", "These deals are open. Which of them went quiet?\n\n", LIST),
    ),
    template(
        "Call list for the morning",
        SALES,
        "Takes the leads marked for today out of the sheet and posts them as a list.",
        "Every weekday at 8, take the leads with status call from our sheet and post them as a list in Slack.",
        weekday(8),
        rows("leads", "leads"),
        only("due", "Only those to call", is_(ref("leads", "Status"), "equals", "call")),
        as_lines("- ", ref("leads", "Name"), ", ", ref("leads", "Phone")),
        slack("tell", "To call today:\n", LIST),
    ),
    template(
        "Answer to a request for a quote",
        SALES,
        "Reads requests for quotes, drafts an answer in Gmail and keeps the request in a sheet.",
        "When an e-mail with “quote” in the subject arrives in Gmail, find out what is wanted, keep it in a sheet and draft an answer.",
        mail_in("subject:quote"),
        find(
            "wish",
            "Find out what is wanted",
            (ref("start", "subject"), "\n", ref("start", "text")),
            product="What the customer wants to buy",
            quantity="How many, or unknown",
            company="The customer's company, or unknown",
        ),
        add_row(
            "keep",
            "requests",
            Product=ref("wish", "output.product"),
            Quantity=ref("wish", "output.quantity"),
            Company=ref("wish", "output.company"),
            From=ref("start", "from.value[0].address"),
        ),
        write(
            "answer",
            "Write the answer",
            "Write a friendly answer that thanks for this request and promises a quote within two days:\n",
            ref("start", "text"),
        ),
        part(
            "draft",
            "gmail.draft.create",
            "Draft the answer",
            subject=build.text("Your request: ", ref("wish", "output.product")),
            emailType="text",
            message=answer("answer"),
        ),
    ),
)
