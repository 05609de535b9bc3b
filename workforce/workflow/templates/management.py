"""Management."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Locator, Moment
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    answer,
    approval,
    as_lines,
    form,
    mail,
    ref,
    rows,
    slack,
    telegram,
    total,
    weekday,
    weekly,
    write,
)
from workforce.workflow.templates.template import part, template

MANAGEMENT = "Management"
PRIMARY = Locator(mode="list", value=build.value("primary"), name="Primary")

TEMPLATES = (
    template(
        "The day ahead",
        MANAGEMENT,
        "Sends today's meetings by Telegram every weekday.",
        "Every weekday at 7, send me today's meetings from my Google Calendar by Telegram.",
        weekday(7),
        part(
            "events",
            "google_calendar.event.get_all",
            "Look up today",
            calendar=PRIMARY,
            returnAll=True,
            timeMin=Moment(snap="day"),
            timeMax=Moment(shift={"days": 1}, snap="day"),
            options=build.group(singleEvents=True, orderBy="startTime"),
        ),
        as_lines("- ", ref("events", "start.dateTime"), " ", ref("events", "summary")),
        telegram("tell", "Today:\n", LIST),
    ),
    template(
        "Weekly figures in a paragraph",
        MANAGEMENT,
        "An AI writes a paragraph about the key figures in the sheet every Friday.",
        "Every Friday at 16, read our key figures sheet, let AI write a paragraph about them and e-mail it to the board.",
        weekly("Friday", 16),
        rows("figures", "key figures"),
        part("all", "aggregate", "All in one list", aggregate="aggregateAllItemData"),
        write(
            "text",
            "Write the paragraph",
            "Write one paragraph about these figures for the board, with what stands out and without guesses:\n",
            ref("all", "data"),
        ),
        mail("send", "Figures of the week", answer("text")),
    ),
    template(
        "Decisions that are written down",
        MANAGEMENT,
        "A form for decisions keeps them in a sheet and tells everybody.",
        "When a decision is entered in the form, keep it in our decisions sheet and post it in Slack.",
        form("A decision", "What was decided:textarea", "Who decided", "From when:date"),
        add_row(
            "keep",
            "decisions",
            Decision=ref("start", "What was decided"),
            By=ref("start", "Who decided"),
            From=ref("start", "From when"),
        ),
        slack("tell", "Decided: ", ref("start", "What was decided"), " (", ref("start", "Who decided"), ")"),
    ),
    template(
        "Purchases that need a yes",
        MANAGEMENT,
        "A purchase above the limit waits for a decision; the yes is kept and the buyer hears of it.",
        "When somebody asks for a purchase by form, ask the manager for approval, and if approved keep it in our purchases sheet and tell the buyer.",
        form("A purchase", "Your e-mail:email", "What", "Price:number"),
        approval(
            "decide",
            build.text("A purchase of ", ref("start", "Price")),
            ref("start", "Your e-mail"),
            " wants to buy ",
            ref("start", "What"),
            " for ",
            ref("start", "Price"),
        ),
        add_row(
            "keep", "purchases", What=ref("start", "What"), Price=ref("start", "Price"), Who=ref("start", "Your e-mail")
        ),
        mail("yes", "Approved", "Go ahead and buy ", ref("start", "What"), ".", to=ref("start", "Your e-mail")),
    ),
    template(
        "How the team feels",
        MANAGEMENT,
        "Works out the average of the weekly mood survey every Friday.",
        "Every Friday at 17, work out the average mood of this week from our survey sheet and post it in Slack.",
        weekly("Friday", 17),
        rows("answers", "survey"),
        total("mood", "Average", "average", "Mood"),
        slack("tell", "The mood this week: ", ref("mood", "average_Mood")),
    ),
)
