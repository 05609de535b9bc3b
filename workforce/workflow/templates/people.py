"""HR."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Moment
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    approval,
    as_lines,
    find,
    form,
    is_,
    mail,
    mail_in,
    only,
    ref,
    rows,
    slack,
    weekday,
    weekly,
)
from workforce.workflow.templates.template import ask, part, template

HR = "HR"
REQUEST = ("Your e-mail:email", "From:date", "To:date", "Reason")

TEMPLATES = (
    template(
        "Birthdays",
        HR,
        "Congratulates colleagues in Slack on the day.",
        "Every weekday at 9, look who has a birthday today in our staff sheet and congratulate them in Slack.",
        weekday(9),
        rows("staff", "staff"),
        only("today", "Only today's", is_(ref("staff", "Birthday"), "contains", Moment(format="LL-dd"))),
        as_lines("🎂 ", ref("staff", "Name")),
        slack("tell", "Happy birthday!\n", LIST),
    ),
    template(
        "Holiday requests",
        HR,
        "A request comes by form, a manager decides by e-mail, the answer goes back and into a sheet.",
        "When somebody asks for holidays by form, ask the manager for approval, tell them the answer and keep approved ones in a sheet.",
        form("Ask for holidays", *REQUEST),
        approval(
            "decide",
            "Holidays to decide",
            ref("start", "Your e-mail"),
            " asks for ",
            ref("start", "From"),
            " to ",
            ref("start", "To"),
            ": ",
            ref("start", "Reason"),
        ),
        add_row("keep", "holidays", Who=ref("start", "Your e-mail"), From=ref("start", "From"), To=ref("start", "To")),
        mail(
            "yes",
            "Your holidays are approved",
            "Enjoy them, from ",
            ref("start", "From"),
            " to ",
            ref("start", "To"),
            ".",
            to=ref("start", "Your e-mail"),
        ),
        mail(
            "no",
            "Your holidays were not approved",
            "Please talk to your manager about another date.",
            to=ref("start", "Your e-mail"),
            after="decide_yes:1",
        ),
    ),
    template(
        "Applications into a sheet",
        HR,
        "Reads applications that arrive by e-mail and keeps who wants which job.",
        "When an application arrives in Gmail, let AI find name, position and years of experience and add them to our applicants sheet.",
        mail_in("subject:application"),
        find(
            "person",
            "Read the application",
            (ref("start", "subject"), "\n", ref("start", "text")),
            name="The applicant's name",
            position="The position applied for",
            experience="Years of experience, or unknown",
        ),
        add_row(
            "keep",
            "applicants",
            Name=ref("person", "output.name"),
            Position=ref("person", "output.position"),
            Experience=ref("person", "output.experience"),
            Email=ref("start", "from.value[0].address"),
        ),
        slack("tell", "New application: ", ref("person", "output.name"), " for ", ref("person", "output.position")),
    ),
    template(
        "First-day checklist",
        HR,
        "Makes a Trello card for each new colleague and welcomes them by e-mail.",
        "When a new colleague is entered in the form, create a Trello card for the first day and send a welcome e-mail.",
        form("New colleague", "Name", "E-mail:email", "First day:date", "Role"),
        part(
            "card",
            "trello.card.create",
            "Make the card",
            listId=ask("list", "list"),
            name=build.text("Welcome ", ref("start", "Name")),
            description=build.text(
                "Role: ",
                ref("start", "Role"),
                "\nFirst day: ",
                ref("start", "First day"),
                "\n- laptop\n- accounts\n- desk",
            ),
        ),
        mail(
            "welcome",
            "Welcome on board",
            "Dear ",
            ref("start", "Name"),
            ",\n\nwe look forward to your first day, ",
            ref("start", "First day"),
            ".",
            to=ref("start", "E-mail"),
        ),
    ),
    template(
        "Contracts that end soon",
        HR,
        "Lists contracts that end within the next 30 days every Monday.",
        "Every Monday at 8, list the contracts in our staff sheet that end in the next 30 days and e-mail them to HR.",
        weekly("Monday", 8),
        rows("staff", "contracts"),
        only(
            "soon",
            "Only those that end soon",
            is_(ref("staff", "Ends"), "after", Moment(snap="day"), "dateTime"),
            is_(ref("staff", "Ends"), "before", Moment(shift={"days": 30}), "dateTime"),
        ),
        as_lines("- ", ref("staff", "Name"), ", ends ", ref("staff", "Ends")),
        mail("send", "Contracts that end soon", LIST),
    ),
)
