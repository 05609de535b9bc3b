"""Operations."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Locator, Moment
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    as_lines,
    form,
    is_,
    mail,
    only,
    ref,
    rows,
    slack,
    teams,
    telegram,
    weekday,
)
from workforce.workflow.templates.template import ask, part, template, trigger

OPERATIONS = "Operations"
DRIVE_FOLDER = Locator(mode="url", value=ask("folder", "https://drive.google.com/drive/folders/your-folder"))

TEMPLATES = (
    template(
        "Low stock",
        OPERATIONS,
        "Tells the team every weekday which articles fall below their minimum.",
        "Every weekday at 7, read the stock sheet and post the articles with fewer than 10 pieces in Slack.",
        weekday(7),
        rows("stock", "stock"),
        only("low", "Only what is low", is_(ref("stock", "Quantity"), "lt", 10, "number")),
        as_lines("- ", ref("stock", "Article"), ": ", ref("stock", "Quantity"), " left"),
        slack("tell", "To order:\n", LIST),
    ),
    template(
        "Shop orders into a sheet",
        OPERATIONS,
        "Keeps each Shopify order in a sheet and tells the team about big ones.",
        "When a Shopify order comes in, add it to our orders sheet, and if it is above 500 post it in Slack.",
        trigger("shopify_trigger", "An order comes in", topic="orders/create"),
        add_row(
            "keep",
            "orders",
            Order=ref("start", "name"),
            Customer=ref("start", "email"),
            Total=ref("start", "total_price"),
        ),
        part(
            "big",
            "filter",
            "Only big ones",
            "start",
            conditions=build.conditions(is_(ref("start", "total_price"), "gt", 500, "number")),
        ),
        slack("tell", "Big order ", ref("start", "name"), ": ", ref("start", "total_price")),
    ),
    template(
        "Damage reports",
        OPERATIONS,
        "A form for damages makes a Trello card and tells the shift lead by Telegram.",
        "When somebody reports a damage by form, create a Trello card and message the shift lead on Telegram.",
        form("Report a damage", "What is broken", "Where", "Your name"),
        part(
            "card",
            "trello.card.create",
            "Make the card",
            listId=ask("list", "list"),
            name=ref("start", "What is broken"),
            description=build.text("Where: ", ref("start", "Where"), "\nReported by ", ref("start", "Your name")),
        ),
        telegram("tell", "Damage: ", ref("start", "What is broken"), " (", ref("start", "Where"), ")", after="start"),
    ),
    template(
        "Today's deliveries",
        OPERATIONS,
        "Posts the deliveries of the day from the shared calendar in Teams.",
        "Every weekday at 6, post today's events of our deliveries calendar in Microsoft Teams.",
        weekday(6),
        part(
            "events",
            "google_calendar.event.get_all",
            "Look up today",
            calendar=Locator(mode="id", value=ask("calendar", "calendar@example.com")),
            returnAll=True,
            timeMin=Moment(snap="day"),
            timeMax=Moment(shift={"days": 1}, snap="day"),
            options=build.group(singleEvents=True, orderBy="startTime"),
        ),
        as_lines("- ", ref("events", "start.dateTime"), " ", ref("events", "summary")),
        teams("tell", "Deliveries today:\n", LIST),
    ),
    template(
        "New files to the team",
        OPERATIONS,
        "E-mails the team when a file is put into a Google Drive folder.",
        "When a new file appears in our Google Drive folder, e-mail its name and link to the team.",
        trigger(
            "google_drive_trigger",
            "A file appears",
            triggerOn="specificFolder",
            event="fileCreated",
            folderToWatch=DRIVE_FOLDER,
            pollTimes=build.group(item=build.many(build.group(mode="everyMinute"))),
        ),
        mail(
            "send",
            build.text("New file: ", ref("start", "name")),
            ref("start", "name"),
            "\n",
            ref("start", "webViewLink"),
        ),
    ),
)
