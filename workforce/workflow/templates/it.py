"""IT."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Locator, Moment
from workforce.workflow.templates.parts import (
    LIST,
    approval,
    as_lines,
    call,
    find,
    form,
    is_,
    mail,
    only,
    quarter_hourly,
    ref,
    rows,
    slack,
    teams,
    weekly,
)
from workforce.workflow.templates.template import ask, part, template

IT = "IT"
JIRA = {
    "project": Locator(mode="list", value=ask("project", "PROJ")),
    "issueType": Locator(mode="list", value=ask("issuetype", "10001")),
}

TEMPLATES = (
    template(
        "Requests for access",
        IT,
        "Somebody asks for access by form; the owner decides by e-mail; the yes becomes a Jira task.",
        "When somebody asks for access by form, ask for approval by e-mail and if approved create a Jira task.",
        form("Ask for access", "Your e-mail:email", "System", "Why"),
        approval(
            "decide",
            build.text("Access to ", ref("start", "System")),
            ref("start", "Your e-mail"),
            " asks for access to ",
            ref("start", "System"),
            ": ",
            ref("start", "Why"),
        ),
        part(
            "task",
            "jira.issue.create",
            "Make the task",
            **JIRA,
            summary=build.text("Access to ", ref("start", "System"), " for ", ref("start", "Your e-mail")),
        ),
        mail(
            "no",
            "Your request was declined",
            "Please ask the owner of ",
            ref("start", "System"),
            ".",
            to=ref("start", "Your e-mail"),
            after="decide_yes:1",
        ),
    ),
    template(
        "Help desk by form",
        IT,
        "Turns a help form into a Jira issue with the urgency an AI reads out of it.",
        "When somebody fills in the help form, let AI judge the urgency, create a Jira issue and post it in Slack.",
        form("IT help", "Your e-mail:email", "What happened:textarea"),
        find(
            "kind",
            "Judge the urgency",
            (ref("start", "What happened"),),
            urgency="One of: low, normal, high",
            summary="What is wrong, in at most eight words",
        ),
        part(
            "issue",
            "jira.issue.create",
            "Make the issue",
            **JIRA,
            summary=build.text("[", ref("kind", "output.urgency"), "] ", ref("kind", "output.summary")),
        ),
        slack(
            "tell",
            "[",
            ref("kind", "output.urgency"),
            "] ",
            ref("kind", "output.summary"),
            " (",
            ref("start", "Your e-mail"),
            ")",
        ),
    ),
    template(
        "Licences that expire",
        IT,
        "Lists software licences that end within 60 days on the first working day of a month.",
        "Every Monday at 8, list the licences in our sheet that expire in the next 60 days and e-mail them to IT.",
        weekly("Monday", 8),
        rows("licences", "licences"),
        only(
            "soon",
            "Only those that expire soon",
            is_(ref("licences", "Expires"), "after", Moment(snap="day"), "dateTime"),
            is_(ref("licences", "Expires"), "before", Moment(shift={"days": 60}), "dateTime"),
        ),
        as_lines("- ", ref("licences", "Product"), ", until ", ref("licences", "Expires")),
        mail("send", "Licences that expire soon", LIST),
    ),
    template(
        "Service health to Teams",
        IT,
        "Calls a health address every 15 minutes and posts in Teams when it reports trouble.",
        "Every 15 minutes call our health endpoint and post in Microsoft Teams when the status is not ok.",
        quarter_hourly(),
        call("health", "health check"),
        only("ill", "Only trouble", is_(ref("health", "status"), "notEquals", "ok")),
        teams("tell", "Trouble: ", ref("health", "status")),
    ),
)
