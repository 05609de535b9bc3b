"""The parts that templates share: reading, messages, AI steps, approvals, lists that become one text."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.build import Plain
from workforce.workflow.schedule import Every
from workforce.workflow.spec import Group, Locator, Moment, Ref, Trigger, Value
from workforce.workflow.templates.template import Part, ask, clock, part, trigger

TextPart = str | Ref | Moment
DAYS = {"Monday": 1, "Tuesday": 2, "Wednesday": 3, "Thursday": 4, "Friday": 5}


def ref(step: str, path: str = "") -> Ref:
    """A field of what a step gave."""
    return Ref(step=step, path=path)


# --- starts -----------------------------------------------------------------------------------------------


def weekday(hour: int) -> Trigger:
    """Every weekday."""
    return clock(f"Every weekday at {hour}:00", f"0 {hour} * * 1-5")


def weekly(day: str, hour: int) -> Trigger:
    """Once a week."""
    return clock(f"Every {day} at {hour}:00", f"0 {hour} * * {DAYS[day]}")


def monthly(day: int, hour: int) -> Trigger:
    """Once a month."""
    return clock(f"On day {day} of every month", f"0 {hour} {day} * *")


def quarter_hourly() -> Trigger:
    """Every fifteen minutes."""
    return clock("Every 15 minutes", Every(n=15, unit="minutes"))


def form(title: str, *fields: str) -> Trigger:
    """A form of our own; a field's name may carry its kind: `E-mail:email`."""
    rows = []
    for given in fields:
        label, _, kind = given.partition(":")
        rows.append(build.group(fieldLabel=label, fieldType=kind or "text", requiredField=True))
    return trigger("form_trigger", f"Somebody fills in “{title}”", formTitle=title, formFields=_values(rows))


def mail_in(search: str) -> Trigger:
    """A new e-mail in Gmail that matches a search."""
    return trigger("gmail_trigger", "A new e-mail arrives", simple=False, filters=build.group(q=search))


def _values(rows: list[Group]) -> Group:
    return build.group(values=build.many(*rows))


# --- reading ----------------------------------------------------------------------------------------------


def sheet(what: str) -> Locator:
    """A spreadsheet by its link, which the manager gives."""
    return Locator(mode="url", value=ask(f"sheet:{what}", "https://docs.google.com/spreadsheets/d/your-sheet"))


FIRST_TAB = Locator(mode="list", value=build.value("gid=0"), name="Sheet1")


def rows(ident: str, what: str) -> Part:
    """The rows of a Google Sheet."""
    return part(ident, "google_sheets.sheet.read", f"Read the {what}", documentId=sheet(what), sheetName=FIRST_TAB)


def add_row(ident: str, what: str, after: str | None = None, **columns: Plain) -> Part:
    """One more row in a Google Sheet; names of columns with `_` for blanks."""
    mapping = {name.replace("_", " "): value for name, value in columns.items()}
    title = f"Add to the {what}"
    return part(
        ident,
        "google_sheets.sheet.append",
        title,
        after,
        documentId=sheet(what),
        sheetName=FIRST_TAB,
        columns=build.columns(mapping),
    )


def query(ident: str, what: str) -> Part:
    """Rows of a PostgreSQL database by a query that the manager gives."""
    asked = ask(f"query:{what}", "SELECT 1")
    return part(ident, "postgres.execute_query", f"Read the {what}", query=asked)


def call(ident: str, what: str, url: Value | None = None) -> Part:
    """Data from a web address."""
    address = url or ask(f"url:{what}", "https://example.com")
    return part(ident, "http_request", f"Get the {what}", method="GET", url=address)


# --- choosing ---------------------------------------------------------------------------------------------


def only(ident: str, title: str, *conditions: Group, combine: str = "and") -> Part:
    """Items that fulfil conditions."""
    both = build.conditions(*conditions, combine="or" if combine == "or" else "and")
    return part(ident, "filter", title, conditions=both)


def is_(left: Ref, operator: str, right: Plain = "", kind: build.Kind = "string") -> Group:
    """One condition."""
    return build.condition(left, operator, right, kind)


def only_new(ident: str, key: Ref) -> Part:
    """Items that no earlier run has seen."""
    operation = "remove_duplicates.remove_items_seen_in_previous_executions"
    return part(ident, operation, "Only what is new", dedupeValue=key)


def as_lines(*words: TextPart) -> tuple[Part, Part]:
    """A list becomes one text, a line an item; `LIST` is the text."""
    line = build.assignment_list(build.assignment("line", build.text(*words)))
    joined = build.many(build.group(aggregation="concatenate", field="line", separateBy="\n"))
    return (
        part("line", "set", "One line each", assignments=line),
        part("list", "summarize", "One list", fieldsToSummarize=build.group(values=joined)),
    )


LIST = Ref(step="list", path="concatenated_line")


def total(ident: str, title: str, how: str, column: str, by: str = "") -> Part:
    """A figure over all items, or over those of each group."""
    row = build.many(build.group(aggregation=how, field=column))
    more = {"fieldsToSplitBy": by} if by else {}
    return part(ident, "summarize", title, fieldsToSummarize=build.group(values=row), **more)


# --- telling ----------------------------------------------------------------------------------------------


def mail(ident: str, subject: Plain, *words: TextPart, to: Value | None = None, after: str | None = None) -> Part:
    """An e-mail; without `to` the manager says who gets it."""
    return part(
        ident,
        "email_send.send",
        "Send the e-mail",
        after,
        fromEmail=ask("from", "worker@example.com"),
        toEmail=to or ask("to", "name@example.com"),
        subject=subject,
        emailFormat="text",
        text=build.text(*words),
        options=build.group(appendAttribution=False),
    )


def slack(ident: str, *words: TextPart, after: str | None = None) -> Part:
    """A message in a Slack channel that the manager names."""
    where = Locator(mode="name", value=ask("channel", "#general"))
    return part(
        ident,
        "slack.message.post",
        "Post it in Slack",
        after,
        select="channel",
        channelId=where,
        text=build.text(*words),
    )


def telegram(ident: str, *words: TextPart, after: str | None = None) -> Part:
    """A Telegram message."""
    footer = build.group(appendAttribution=False)
    return part(
        ident,
        "telegram.message.send_message",
        "Send it by Telegram",
        after,
        chatId=ask("chat", "0"),
        text=build.text(*words),
        additionalFields=footer,
    )


def teams(ident: str, *words: TextPart, after: str | None = None) -> Part:
    """A message in a Microsoft Teams channel."""
    return part(
        ident,
        "microsoft_teams.channel_message.create",
        "Post it in Teams",
        after,
        authentication="microsoftTeamsOAuth2Api",
        teamId=Locator(mode="list", value=ask("team", "team")),
        channelId=Locator(mode="list", value=ask("teamschannel", "channel")),
        message=build.text(*words),
    )


def approval(ident: str, subject: Plain, *words: TextPart) -> tuple[Part, Part]:
    """Somebody says yes or no by e-mail; what follows hangs on yes, `{ident}_yes:1` on no."""
    asked = part(
        ident,
        "email_send.send_and_wait",
        "Ask for a decision",
        fromEmail=ask("from", "worker@example.com"),
        toEmail=ask("approver", "name@example.com"),
        subject=subject,
        message=build.text(*words),
    )
    yes = build.conditions(build.condition(ref(ident, "data.approved"), "true", "", "boolean"))
    return asked, part(f"{ident}_yes", "if", "Approved?", conditions=yes)


# --- AI ---------------------------------------------------------------------------------------------------


def write(ident: str, title: str, *words: TextPart, once: bool = False) -> tuple[Part, Part]:
    """An AI writes a text; `answer(ident)` is it."""
    asked = Part(ident, "chain_llm", title, build.inputs(promptType="define", text=build.text(*words)), once=once)
    return asked, _model(ident)


def find(ident: str, title: str, words: tuple[TextPart, ...], **fields: str) -> tuple[Part, Part]:
    """An AI reads a text and finds fields, each with its description; `ref(ident, "output.name")` is one."""
    found = [
        build.group(name=name, type="string", description=description, required=True)
        for name, description in fields.items()
    ]
    inputs = build.inputs(
        text=build.text(*words),
        schemaType="fromAttributes",
        attributes=build.group(attributes=build.many(*found)),
        options=build.group(systemPromptTemplate="Read carefully and use only what the text says."),
    )
    return Part(ident, "information_extractor", title, inputs), _model(ident)


def answer(ident: str) -> Ref:
    """What an AI wrote."""
    return Ref(step=ident, path="text")


def _model(host: str) -> Part:
    return Part(f"{host}_model", "lm_chat_open_ai", "OpenAI model", serves=host, port="ai_languageModel")
