"""Finance."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Moment
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    approval,
    as_lines,
    call,
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
)
from workforce.workflow.templates.template import clock, template, trigger

FINANCE = "Finance"

TEMPLATES = (
    template(
        "Invoices out of the mailbox",
        FINANCE,
        "Finds supplier, amount and due date in invoices that arrive by e-mail and keeps them in a sheet.",
        "When an invoice arrives in Gmail, let AI find supplier, amount and due date and add them to our invoices sheet.",
        mail_in("subject:invoice"),
        find(
            "invoice",
            "Read the invoice",
            (ref("start", "subject"), "\n", ref("start", "text")),
            supplier="Who sent the invoice",
            amount="The total with its currency",
            due_date="When it is due, as YYYY-MM-DD",
        ),
        add_row(
            "keep",
            "invoices",
            Supplier=ref("invoice", "output.supplier"),
            Amount=ref("invoice", "output.amount"),
            Due=ref("invoice", "output.due_date"),
        ),
    ),
    template(
        "Overdue invoices",
        FINANCE,
        "Lists the invoices in the sheet that are past their due date every Monday.",
        "Every Monday at 9, list the invoices in our sheet that are overdue and not paid and e-mail them to me.",
        weekly("Monday", 9),
        rows("invoices", "invoices"),
        only(
            "late",
            "Only overdue ones",
            is_(ref("invoices", "Due"), "before", Moment(snap="day"), "dateTime"),
            is_(ref("invoices", "Paid"), "notEquals", "yes"),
        ),
        as_lines("- ", ref("invoices", "Supplier"), ": ", ref("invoices", "Amount"), ", due ", ref("invoices", "Due")),
        mail("send", "Overdue invoices", LIST),
    ),
    template(
        "Failed payments",
        FINANCE,
        "Tells the team at once when a payment fails in Stripe.",
        "When a Stripe payment fails, post the customer and the amount in Slack.",
        trigger("stripe_trigger", "A payment fails", events=["charge.failed"]),
        slack(
            "tell",
            "A payment failed: ",
            ref("start", "data.object.billing_details.email"),
            ", ",
            ref("start", "data.object.amount"),
            " ",
            ref("start", "data.object.currency"),
        ),
    ),
    template(
        "Expenses with approval",
        FINANCE,
        "Somebody hands in an expense by a form; a person decides; the yes is kept in a sheet.",
        "When somebody hands in an expense by form, ask me for approval; if I approve, add it to the expenses sheet, otherwise tell them by e-mail.",
        form("Hand in an expense", "Your e-mail:email", "Amount:number", "What for"),
        approval(
            "decide",
            "An expense to decide",
            ref("start", "Your e-mail"),
            " spent ",
            ref("start", "Amount"),
            " on ",
            ref("start", "What for"),
        ),
        add_row(
            "keep",
            "expenses",
            Who=ref("start", "Your e-mail"),
            Amount=ref("start", "Amount"),
            For=ref("start", "What for"),
        ),
        mail(
            "no",
            "Your expense was not approved",
            "Your expense for ",
            ref("start", "What for"),
            " was not approved.",
            to=ref("start", "Your e-mail"),
            after="decide_yes:1",
        ),
    ),
    template(
        "Month's end figures",
        FINANCE,
        "Sums up the month's revenue on the last working day and e-mails it.",
        "On the last working day of each month at 16, add up this month's revenue from our database and e-mail it to me.",
        clock("On the last working day", "0 16 * * 1-5", only="last_working_day"),
        query("revenue", "revenue of this month"),
        total("sum", "Add it up", "sum", "amount"),
        mail(
            "send",
            build.text("Revenue in ", Moment(format="LLLL yyyy")),
            "Revenue this month: ",
            ref("sum", "sum_amount"),
        ),
    ),
    template(
        "Exchange rates every morning",
        FINANCE,
        "Keeps each day's exchange rates in a sheet.",
        "Each weekday at 7, get the exchange rates from an API and add them as a new row to our rates sheet.",
        weekday(7),
        call("rates", "exchange rates"),
        add_row(
            "keep",
            "rates",
            Date=Moment(format="yyyy-LL-dd"),
            USD=ref("rates", "rates.USD"),
            GBP=ref("rates", "rates.GBP"),
        ),
    ),
)
