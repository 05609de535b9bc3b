"""Realistic workers, as planners would write them."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.schedule import Cron, Schedule
from workforce.workflow.spec import (
    Group,
    Link,
    Literal,
    Moment,
    OnFailure,
    Question,
    Ref,
    Step,
    Trigger,
    Unknown,
    WorkerSpec,
)


def weekly_report() -> WorkerSpec:
    """Every Monday: rows of a table, summed up, mailed; the receiver is still open."""
    rows = Step(
        id="rows",
        operation="postgres.select",
        title="Read sales",
        inputs=build.inputs(
            schema=build.named("public"),
            table=build.named("sales"),
            returnAll=True,
            where=build.group(
                values=build.many(
                    build.group(column="created_at", condition=">", value=Moment(shift={"days": -7}, snap="day"))
                )
            ),
        ),
        after=[Link(step="monday")],
    )
    total = Step(
        id="total",
        operation="summarize",
        title="Add up sales",
        inputs=build.inputs(
            fieldsToSummarize=build.many(build.group(aggregation="sum", field="amount")), fieldsToSplitBy="region"
        ),
        after=[Link(step="rows")],
    )
    mail = Step(
        id="mail",
        operation="email_send.send",
        title="E-mail the report",
        inputs=build.inputs(
            fromEmail="reports@acme.example",
            toEmail=Unknown(question="to", stand_in="someone@example.com"),
            subject=build.text("Sales of the week of ", Moment(format="d LLLL yyyy")),
            emailFormat="text",
            text=build.text("Total: ", Ref(step="total", path="sum_amount"), " from ", Ref(step="rows", take="count")),
        ),
        after=[Link(step="total")],
        once=True,
    )
    return WorkerSpec(
        name="Weekly sales report",
        objective="The team sees the week's sales every Monday.",
        timezone="Europe/Berlin",
        triggers=[
            Trigger(
                id="monday",
                operation="schedule_trigger",
                title="Every Monday at 9",
                schedule=Schedule(rules=[Cron(expression="0 9 * * 1")]),
            )
        ],
        steps=[rows, total, mail],
        questions=[
            Question(
                key="to", text="Who gets the report?", why="It needs a receiver.", about="mail", answer_kind="email"
            )
        ],
    )


def order_alarm() -> WorkerSpec:
    """A webhook: large orders to Slack, the others into a sheet; a failing Slack message goes to the sheet, too."""
    big = Step(
        id="big",
        operation="if",
        title="Over 500 euros?",
        inputs={
            "conditions": build.conditions(build.condition(Ref(step="hook", path="body.amount"), "gt", 500, "number"))
        },
        after=[Link(step="hook")],
    )
    slack = Step(
        id="slack",
        operation="slack.message.post",
        title="Tell #sales",
        inputs=build.inputs(
            channelId=build.named("#sales"),
            text=build.text(
                "Big order from ",
                Ref(step="hook", path="body.customer.name"),
                ": ",
                Ref(step="hook", path="body.amount"),
            ),
        ),
        after=[Link(step="big", output=0)],
        on_failure=OnFailure(do="route"),
    )
    sheet = Step(
        id="sheet",
        operation="google_sheets.sheet.append",
        title="Keep the order",
        inputs=build.inputs(
            documentId=build.named("Orders", "list"),
            sheetName=build.named("2026"),
            columns=build.columns(
                {
                    "Customer": Ref(step="hook", path="body.customer.name"),
                    "Amount": Ref(step="hook", path="body.amount"),
                }
            ),
        ),
        after=[Link(step="big", output=1), Link(step="slack", output=1)],
        on_failure=OnFailure(do="retry", times=3, wait_seconds=5),
    )
    hook = Trigger(
        id="hook", operation="webhook", title="An order arrives", inputs=build.inputs(httpMethod="POST", path="orders")
    )
    return WorkerSpec(
        name="Order alarm", objective="No big order is missed.", triggers=[hook], steps=[big, slack, sheet]
    )


def news_filter() -> WorkerSpec:
    """A feed, filtered and sorted, to Telegram on the last working day of each month."""
    feed = Step(
        id="feed",
        operation="rss_feed_read",
        title="Read the feed",
        inputs=build.inputs(url="https://news.example.com/rss"),
        after=[Link(step="t")],
    )
    keep = Step(
        id="keep",
        operation="filter",
        title="Only about batteries",
        inputs={
            "conditions": build.conditions(
                build.condition(Ref(step="feed", path="title"), "contains", "battery"),
                build.condition(Ref(step="feed", path="content"), "contains", "battery"),
                combine="or",
            )
        },
        after=[Link(step="feed")],
    )
    tell = Step(
        id="tell",
        operation="telegram.message.send_message",
        title="Send to Telegram",
        inputs=build.inputs(
            chatId="-100200300", text=build.text(Ref(step="feed", path="title"), " ", Ref(step="feed", path="link"))
        ),
        after=[Link(step="keep")],
    )
    schedule = Schedule(rules=[Cron(expression="0 17 * * 1-5")], only="last_working_day")
    start = Trigger(id="t", operation="schedule_trigger", title="Month's end", schedule=schedule)
    return WorkerSpec(name="Battery news", objective="News once a month.", triggers=[start], steps=[feed, keep, tell])


def sign_ups() -> WorkerSpec:
    """A form into a sheet."""
    form = Trigger(
        id="form",
        operation="form_trigger",
        title="Somebody signs up",
        inputs=build.inputs(
            formTitle="Sign up",
            formFields=build.many(
                build.group(fieldLabel="Name", requiredField=True), build.group(fieldLabel="E-mail", fieldType="email")
            ),
        ),
    )
    sheet = Step(
        id="sheet",
        operation="google_sheets.sheet.append",
        title="Add a row",
        inputs=build.inputs(
            documentId="https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdEF/edit",
            sheetName=build.named("Sign-ups"),
            columns=build.columns({"Name": Ref(step="form", path="Name"), "E-mail": Ref(step="form", path="E-mail")}),
        ),
        after=[Link(step="form")],
    )
    return WorkerSpec(name="Sign-ups", objective="All sign-ups in one sheet.", triggers=[form], steps=[sheet])


def mail_summary() -> WorkerSpec:
    """New mail, summarised by a model, to Slack; the model is a sub-node."""
    mail = Trigger(
        id="mail",
        operation="gmail_trigger",
        title="New e-mail",
        inputs=build.inputs(simple=False, filters=build.group(sender="supplier@example.com")),
    )
    sum_up = Step(
        id="sum_up",
        operation="chain_llm",
        title="Summarise",
        inputs=build.inputs(
            promptType="define", text=build.text("Summarise in two sentences:\n", Ref(step="mail", path="text"))
        ),
        after=[Link(step="mail")],
    )
    model = Step(id="model", operation="lm_chat_open_ai", title="Model", serves="sum_up", port="ai_languageModel")
    slack = Step(
        id="slack",
        operation="slack.message.post",
        title="Post it",
        inputs=build.inputs(
            channelId=build.named("#suppliers"),
            text=build.text(
                "{{ ", Ref(step="mail", path="from.value.0.address"), " }} wrote: ", Ref(step="sum_up", path="text")
            ),
        ),
        after=[Link(step="sum_up")],
    )
    keep = Step(
        id="keep",
        operation="set",
        title="Keep fields",
        inputs={
            "assignments": build.assignments(
                summary=Ref(step="sum_up", path="text"), length=3, tags=Literal(value=["a", "b"])
            ),
            "includeOtherFields": Literal(value=True),
        },
        after=[Link(step="sum_up")],
    )
    post = Step(
        id="post",
        operation="http_request",
        title="Tell the CRM",
        inputs=build.inputs(
            method="POST",
            url="https://crm.example.com/notes",
            sendBody=True,
            specifyBody="json",
            jsonBody=Group(
                fields=build.inputs(note=Ref(step="keep", path="summary"), source={"kind": {"name": "mail"}})
            ),
        ),
        after=[Link(step="keep")],
        on_failure=OnFailure(do="continue"),
    )
    return WorkerSpec(
        name="Supplier mail",
        objective="Nobody reads long mails.",
        triggers=[mail],
        steps=[sum_up, model, slack, keep, post],
    )


ALL = [weekly_report, order_alarm, news_filter, sign_ups, mail_summary]
