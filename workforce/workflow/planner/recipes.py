# ruff: noqa: E501 - patterns and sentences for people stay whole
"""Recipes: how one input of a step is made from the prompt and the data at hand. Named in `knowledge/filling.py`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from workforce.workflow.build import columns as mapped
from workforce.workflow.build import group, many
from workforce.workflow.catalogue import Operation
from workforce.workflow.language.words import fold, slug
from workforce.workflow.planner import writing
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import ME, THEM, is_person
from workforce.workflow.spec import Group, Literal, Locator, Many, Moment, Ref, Template, Value


@dataclass(slots=True)
class Order:
    """One step that is being filled."""

    assembly: Assembly
    intent: Intent
    operation: Operation
    service: str
    name: str
    step: str

    def ask(self, key: str, text: str, why: str, stand_in: str = "", kind: str = "text") -> Value:
        """A question about this step."""
        return self.assembly.ask(key, text, why, self.step, stand_in=stand_in, kind=kind)

    def named(self, *kinds: str) -> str:
        """The name of a thing of these kinds: in the intent, else the only one like it in the prompt beside the same service."""
        found = self.intent.named(*kinds)
        return found[0].content if found else ""

    def anywhere(self, *kinds: str) -> str:
        """The name of a thing of these kinds anywhere in the prompt, if there is exactly one."""
        names = {
            p.content
            for p in self.assembly.request.pieces
            if p.names in kinds and p.kind in ("name", "quote", "channel", "ident")
        }
        return names.pop() if len(names) == 1 else ""


Recipe = Callable[[Order], Value | None]


def _named(value: str) -> Locator:
    return Locator(mode="list", value=Literal(value=value), name=value)


def _unnamed_quote(order: Order) -> str:
    quotes = [p.content for p in order.intent.pieces if p.kind == "quote" and p.names in ("", "page", "document")]
    return next((text for text in quotes if len(text.split()) <= 5 and text[-1:] not in "!?."), "")


# --- channels, people, addresses --------------------------------------------------------------------------


def channel(order: Order) -> Value:
    said = order.named("channel") or _unnamed_quote(order)
    if not said:
        bare = re.search(
            r"\b(?:in|into|to|on|im|in den|en|dans|no|na|al)\s+(?:the\s+|den\s+|el\s+|le\s+)?([\w-]+)\s+(?:channel|kanal|canal)\b",
            order.intent.text,
        )
        said = (
            bare.group(1)
            if bare and bare.group(1).lower() not in ("our", "the", "a", "this", "slack", "discord", "teams", "general")
            else ""
        )
    if not said:
        return Locator(
            mode="list",
            value=order.ask(
                f"{order.service}_channel",
                f"Which {order.name} channel should it be posted in?",
                "The message needs a place to go.",
            ),
            name="",
        )
    return Locator(
        mode="name" if order.service in ("slack",) else "list",
        value=Literal(value=said.lstrip("#")),
        name=said.lstrip("#"),
    )


def channel_id(order: Order) -> Value:
    said = order.named("channel") or _unnamed_quote(order)
    return (
        Literal(value=said)
        if said
        else order.ask(
            f"{order.service}_channel",
            f"Which {order.name} channel should it be posted in?",
            "The message needs a place to go.",
            "choose-a-channel",
            "channel",
        )
    )


def channel_hash(order: Order) -> Value:
    said = order.named("channel")
    return (
        Literal(value=f"#{said}")
        if said
        else order.ask(
            f"{order.service}_channel",
            f"Which {order.name} channel should it be posted in?",
            "The message needs a place to go.",
            "#choose-a-channel",
            "channel",
        )
    )


def server(order: Order) -> Value:
    said = order.named("group", "space") or ""
    return _named(said or "Our server")


def team(order: Order) -> Value:
    said = order.named("team") or order.anywhere("team")
    order.assembly.assume(
        f"The {order.name} channel is in the team you choose when connecting."
        if not said
        else f"The channel is in the team “{said}”."
    )
    return _named(said or "Our team")


def space(order: Order) -> Value:
    said = order.named("channel", "space", "group") or _unnamed_quote(order)
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "google_chat_space",
                "Which Google Chat space should it be posted in?",
                "The message needs a place to go.",
            ),
            name="",
        )
    )


def chat(order: Order) -> Value:
    known = order.intent.entities("chatid")
    if known:
        return Literal(value=known[0])
    numbers = [p.value for p in order.intent.pieces if p.kind == "number" and re.fullmatch(r"\d{5,}", p.value)]
    channels = [p.content for p in order.intent.pieces if p.kind in ("handle",)]
    if numbers or channels:
        return Literal(value=(numbers or channels)[0])
    start = order.assembly.request.start
    if (
        start.service == "telegram"
        and order.assembly.request.scopes[order.intent.scope].kind != "error"
        and "reply" in order.intent.verbs
    ):
        return Ref(step=order.assembly.triggers[0].id, path="message.chat.id")
    return order.ask(
        "telegram_chat",
        "What is the id of the Telegram chat it should go to?",
        "A Telegram bot can only write to a chat whose id it knows.",
        "0",
    )


def phone(order: Order) -> Value:
    known = order.intent.entities("phone")
    if known:
        return Literal(value=known[0])
    start = order.assembly.request.start
    someone = any(is_person(p) for p in order.intent.pieces) or "reply" in order.intent.verbs
    if someone or start.service == "whatsapp":
        ref = writing.person(order.assembly, order.intent, "phone")
        if ref is not None:
            return ref
    return order.ask("phone", "Which phone number should it go to?", "The message needs a number.", "+10000000000")


def own_number(order: Order) -> Value:
    return order.ask(
        f"{order.service}_from",
        f"Which of your {order.name} numbers should it come from?",
        f"{order.name} sends from a number of yours.",
        "+10000000000",
    )


def own_number_id(order: Order) -> Value:
    return order.ask(
        "whatsapp_from",
        "Which of your WhatsApp Business numbers should it come from?",
        "WhatsApp sends from a number of yours.",
        "your-number",
    )


def mail_addresses(order: Order) -> list[str]:
    """The literal recipients of a mail: those of its clause, else of a clause nearby that only names one."""
    return order.intent.entities("email")


def to(order: Order) -> Value:
    known = mail_addresses(order)
    if known:
        return Literal(value=", ".join(known))
    people = [p for p in order.intent.pieces if is_person(p) or p.fold in THEM or "same_person" in order.intent.flags]
    has_data = any(s.style != "list" for s in order.assembly.sources_of(order.intent.scope))
    me = any(p.fold in ME for p in order.intent.pieces)
    scope = order.assembly.request.scopes[order.intent.scope]
    if people and not me and has_data and scope.kind != "error":
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            return ref
    if "reply" in order.intent.verbs and has_data:
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            return ref
    polite = re.search(
        r"\b(confirmation|welcome|thank|follow-?up|recording|receipt|bestatigung|willkommen|danke|dank|confirmacion|bienvenid\w*|gracias|merci|bienvenue|confirmacao|boas-vindas|obrigad\w*)",
        fold(order.intent.text),
    )
    if polite and not me and has_data and scope.kind != "error":
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            return ref
    if me or not people:
        everywhere = list(dict.fromkeys(p.content for p in order.assembly.request.pieces if p.kind == "email"))
        if me and len(everywhere) == 1:
            return Literal(value=everywhere[0])
    return order.ask(
        "to", "Who should get the e-mail: which address?", "The e-mail needs a recipient.", "name@example.com", "email"
    )


def to_list(order: Order) -> Value:
    value = to(order)
    return Many(items=[value])


def any_mail(order: Order) -> Value:
    known = [p.content for p in order.assembly.request.pieces if p.kind == "email"]
    return (
        Literal(value=known[0])
        if known
        else order.ask(
            "pagerduty_email",
            "Which PagerDuty user (e-mail address) opens the incident?",
            "PagerDuty wants to know who reports.",
            "name@example.com",
            "email",
        )
    )


def from_(order: Order) -> Value:
    known = [p.content for p in order.assembly.request.pieces if p.kind == "email"]
    if known:
        order.assembly.assume(
            f"E-mails are sent from {known[0]}; change the sender in the plan if another address should be used."
        )
        return Literal(value=known[0])
    return order.ask(
        "from",
        "Which address should the e-mails come from?",
        "Your mail server sends under one of your addresses.",
        "worker@example.com",
        "email",
    )


def person_mail(order: Order) -> Value:
    known = mail_addresses(order)
    if known:
        return Literal(value=known[0])
    ref = writing.person(order.assembly, order.intent, "email")
    return (
        ref
        if ref is not None
        else order.ask(
            "person_email",
            "Whose e-mail address should be used?",
            "The contact is found by its address.",
            "name@example.com",
            "email",
        )
    )


def person_name(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "name")
    return ref if ref is not None else writing.title(order.assembly, order.intent)


def company_name(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "company")
    return ref if ref is not None else Literal(value="Unknown")


# --- approvals --------------------------------------------------------------------------------------------


def request_text(order: Order) -> Value:
    sources = list(reversed(order.assembly.sources_of(order.intent.scope)))
    written = next((s for s in sources if s.style == "ai" and "text" in s.fields), None)
    parts: list[str | Ref] = ["Please approve or decline:\n\n"]
    if written is not None:
        parts.append(Ref(step=written.step, path=written.fields["text"]))
    else:
        for label, ref in writing.fields_of(order.assembly, order.intent):
            parts += [f"{label}: ", ref, "\n"]
    return Template(parts=list(parts)) if len(parts) > 1 else Literal(value="Please approve or decline.")


def request_subject(order: Order) -> Value:
    return Literal(value="Approval needed")


def approver_mail(order: Order) -> Value:
    known = mail_addresses(order)
    if known and not re.search(r"\b(before|bevor|antes|avant)\b", order.intent.text.split(known[0])[0][-40:]):
        return Literal(value=known[0])
    manager = next((p.fold for p in order.intent.pieces if is_person(p)), "")
    if manager:
        for source in order.assembly.sources_of(order.intent.scope):
            for name, path in source.fields.items():
                if manager in fold(name) and "mail" in fold(name):
                    return source.ref(path)
    return order.ask(
        "approver",
        "Who approves: which e-mail address?",
        "Somebody has to decide before the worker goes on.",
        "name@example.com",
        "email",
    )


def approver_kind(order: Order) -> Value:
    return Literal(value="channel" if order.named("channel") else "user")


def approver_channel(order: Order) -> Value | None:
    said = order.named("channel")
    return Locator(mode="name", value=Literal(value=said), name=said) if said else None


def approver_user(order: Order) -> Value | None:
    if order.named("channel"):
        return None
    handles = order.intent.entities("handle")
    if handles:
        return Locator(mode="username", value=Literal(value=handles[0]), name=handles[0])
    return Locator(
        mode="list",
        value=order.ask(
            "approver", "Who approves in Slack?", "Somebody has to decide before the worker goes on.", "Approver"
        ),
        name="Approver",
    )


def approver_chat(order: Order) -> Value:
    return Locator(
        mode="list",
        value=order.ask(
            "approver",
            f"Who approves in {order.name}?",
            "Somebody has to decide before the worker goes on.",
            "Approver",
        ),
        name="Approver",
    )


# --- texts ------------------------------------------------------------------------------------------------


def message(order: Order) -> Value:
    return writing.message(order.assembly, order.intent)


def title(order: Order) -> Value:
    return writing.title(order.assembly, order.intent)


def subject(order: Order) -> Value:
    said = writing.subject_of(order.intent) or next(
        (
            p.content
            for p in order.assembly.request.pieces
            if p.names == "subject" and p.kind == "quote" and order.assembly.request.start.kind == "schedule"
        ),
        "",
    )
    if said:
        return Literal(value=said)
    source = order.assembly.source(order.intent.scope) if order.assembly.sources_of(order.intent.scope) else None
    if "reply" in order.intent.verbs and source is not None:
        place = writing.named_field(order.assembly, order.intent.scope, "subject")
        if place is not None:
            return Template(parts=["Re: ", place[0].ref(place[1])])
    return Literal(value=writing.heading(order.assembly, order.intent))


def subject_text(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "text")
    return (
        place[0].ref(place[1])
        if place
        else order.ask("text", "Which text should be used?", "The step needs a text.", "text")
    )


# --- sheets, tables, bases --------------------------------------------------------------------------------


def _data_name(order: Order, *kinds: str) -> str:
    said = order.named(*kinds)
    if said:
        return said
    if quote := _unnamed_quote(order):
        return quote
    index = next((i for i, p in enumerate(order.intent.pieces) if p.service == order.service), None)
    if index is not None:
        for piece in order.intent.pieces[index + 1 : index + 4]:
            if piece.kind == "quote":
                return piece.content
    return ""


def sheet(order: Order) -> Value:
    said = _data_name(order, "sheet", "list", "database", "table", "document") or (
        order.anywhere("sheet") if order.service == order.assembly.request.start.service else ""
    )
    urls = [u for u in order.intent.entities("url") if "spreadsheets" in u or "docs.google" in u]
    if urls:
        return Locator(mode="url", value=Literal(value=urls[0]))
    if said:
        return _named(said)
    return Locator(
        mode="list",
        value=order.ask(
            "sheet", "Which spreadsheet should be used (name or link)?", "The rows need a place.", "Spreadsheet"
        ),
        name="Spreadsheet",
    )


def tab(order: Order) -> Value:
    return (
        Locator(mode="list", value=Literal(value="gid=0"), name="Sheet1")
        if order.service == "googlesheets"
        else _named("Sheet1")
    )


def excel_table(order: Order) -> Value:
    return _named(order.named("table") or "Table1")


def columns(order: Order) -> Value:
    filled = writing.columns(order.assembly, order.intent)
    return mapped(dict(filled)) if filled else mapped()


def columns_matched(order: Order) -> Value:
    filled = writing.columns(order.assembly, order.intent)
    return mapped(dict(filled), [next(iter(filled))]) if filled else mapped(None, ["id"])


def column_names(order: Order) -> Value:
    return Literal(value=", ".join(slug(name) for name in writing.columns(order.assembly, order.intent)) or "name")


def mysql_values(order: Order) -> Value:
    rows = [
        group(column=slug(name), value=value) for name, value in writing.columns(order.assembly, order.intent).items()
    ]
    return group(values=many(*rows))


def schema(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="public"), name="public")


def _table_name(order: Order) -> str:
    return order.named("table") or order.named("database", "list") or _unnamed_quote(order)


def table(order: Order) -> Value:
    said = _table_name(order)
    if said:
        return (
            Locator(mode="name", value=Literal(value=said), name=said) if order.service != "nothing" else _named(said)
        )
    return Locator(
        mode="name",
        value=order.ask(
            f"{order.service}_table",
            f"Which {order.name} table should be used?",
            "The rows need a table.",
            "table_name",
        ),
        name="",
    )


def table_text(order: Order) -> Value:
    said = _table_name(order)
    return (
        Literal(value=said)
        if said
        else order.ask(
            f"{order.service}_table",
            f"Which {order.name} table should be used?",
            "The rows need a table.",
            "table_name",
        )
    )


def query(order: Order) -> Value:
    said = next(
        (
            p.content
            for p in order.intent.pieces
            if p.kind == "quote" and p.content.lower().startswith(("select", "with "))
        ),
        "",
    )
    if said:
        return Literal(value=said)
    name = _table_name(order)
    guess = name or _noun_table(order)
    if not guess:
        return order.ask(
            f"{order.service}_table",
            f"Which {order.name} table holds the data?",
            "The worker reads a table of your database.",
            "SELECT * FROM table_name",
        )
    if not name:
        order.assembly.assume(
            f"The data is in a {order.name} table called “{guess}”; change the query in the plan if it is another."
        )
    where = _where(order)
    source = guess if re.fullmatch(r"\w+(\.\w+)?", guess) else '"' + guess.replace('"', "") + '"'
    return Literal(value=f"SELECT * FROM {source}{where}")  # noqa: S608 - the manager's own query, shown before it runs


def _noun_table(order: Order) -> str:
    skip = {"database", "table", "row", "sheet", "list", "file", "report", "status", "email", "message", "url"}
    pieces = order.intent.pieces
    for piece in pieces:
        if piece.kind == "word" and piece.nouns and not piece.service and not set(piece.nouns) & skip:
            return slug(piece.text)
    return ""


def _where(order: Order) -> str:
    status = order.named("status")
    if not status:
        found = re.search(r"\b(unpaid|overdue|open|pending|active|cancelled|paid)\b", fold(order.intent.text))
        status = found.group(1) if found else ""
    return f" WHERE status = '{status.replace(chr(39), '')}'" if status else ""


def base_named(order: Order) -> Value:
    said = _data_name(order, "database", "table", "page", "list", "board", "document", "sheet")
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "notion_database", "Which Notion database should be used?", "The page needs a place.", "Database"
            ),
            name="Database",
        )
    )


def page_named(order: Order) -> Value:
    said = _data_name(order, "page", "database")
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "notion_page", "Under which Notion page should it stand?", "The page needs a place.", "Page"
            ),
            name="Page",
        )
    )


def base(order: Order) -> Value:
    said = order.named("database") or order.anywhere("database")
    if said:
        return _named(said)
    order.assembly.assume("The Airtable base is the one you choose when connecting.")
    return _named("Our base")


def base_table(order: Order) -> Value:
    said = order.named("table") or _data_name(order, "list", "sheet")
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "airtable_table", "Which Airtable table should be used?", "The record needs a table.", "Table"
            ),
            name="Table",
        )
    )


def notion_blocks(order: Order) -> Value:
    text = writing.message(order.assembly, order.intent)
    return group(blockValues=many(group(type="paragraph", textContent=text)))


# --- files ------------------------------------------------------------------------------------------------


def binary(order: Order) -> Value:
    return Literal(value=order.assembly.binary or "data")


def file_name(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "file name")
    del place
    return (
        Template(parts=["file-", Moment(format="yyyy-MM-dd-HHmmss")])
        if order.assembly.request.start.kind == "schedule"
        else Literal(value="")
    )


def my_drive(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="My Drive"), name="My Drive")


def folder(order: Order) -> Value:
    said = order.named("folder") or _unnamed_quote(order)
    if said:
        return _named(said)
    order.assembly.assume("Files are kept in the top folder of your drive.")
    return Locator(mode="list", value=Literal(value="root"), name="/ (Root folder)")


def folder_root(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="root"), name="/ (Root folder)")


def folder_id(order: Order) -> Value:
    said = order.named("folder") or _unnamed_quote(order)
    return Literal(value=said) if said else Literal(value="root")


def docs_folder(order: Order) -> Value:
    said = order.named("folder")
    return Literal(value=said) if said else Literal(value="default")


def file_id(order: Order) -> Value:
    for source in reversed(order.assembly.sources_of(order.intent.scope)):
        if source.service.startswith("google") and source.path("id", guess=False):
            return source.ref(source.path("id"))
    place = writing.named_field(order.assembly, order.intent.scope, "id")
    return place[0].ref(place[1]) if place else template(order)


def template(order: Order) -> Value:
    ids = [
        p.content
        for p in order.assembly.request.pieces
        if p.kind == "ident" or (p.names == "template" and p.kind in ("quote", "name") and re.search(r"\d", p.content))
    ]
    if ids:
        return Locator(mode="id", value=Literal(value=ids[0]))
    said = order.named("template", "document") or order.anywhere("template")
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "template", "Which file is the template (link or id)?", "The worker copies it each time.", "Template"
            ),
            name="Template",
        )
    )


def document(order: Order) -> Value:
    urls = [u for u in order.intent.entities("url") if "docs.google" in u]
    if urls:
        return Literal(value=urls[0])
    made = next((s for s in reversed(order.assembly.sources_of(order.intent.scope)) if s.service == "googledocs"), None)
    if made is not None:
        return made.ref("id")
    ids = [p.content for p in order.assembly.request.pieces if p.kind == "ident"]
    return (
        Literal(value=ids[0])
        if ids
        else order.ask(
            "document",
            "Which Google Doc (link)?",
            "The worker writes into it.",
            "https://docs.google.com/document/d/your-document/edit",
            "url",
        )
    )


def docs_insert(order: Order) -> Value:
    return group(actionFields=many(group(action="insert", text=writing.message(order.assembly, order.intent))))


def file_path(order: Order) -> Value:
    said = order.intent.entities("path")
    path = (said[0] if said else "/" + (order.named("folder") or "").strip("/")).rstrip("/")
    return Template(
        parts=[
            f"{path}/file-",
            Moment(format="yyyy-MM-dd-HHmmss"),
            ".csv" if "csv" in fold(order.assembly.request.text) else "",
        ]
    )


def file_path_in(order: Order) -> Value:
    said = order.intent.entities("path")
    return (
        Literal(value=said[0])
        if said
        else order.ask(
            "path",
            "Which file on the server should be fetched (path)?",
            "The worker needs to know where it lies.",
            "/file",
        )
    )


def folder_path(order: Order) -> Value:
    said = order.intent.entities("path")
    return Literal(value=said[0] if said else "/")


def protocol(order: Order) -> Value:
    return Literal(value="sftp" if "sftp" in fold(order.assembly.request.text) else "ftp")


def bucket(order: Order) -> Value:
    said = order.named("folder") or _unnamed_quote(order)
    return (
        Literal(value=said)
        if said
        else order.ask("bucket", "Which bucket should be used?", "Files need a place.", "your-bucket")
    )


def gmail_options(order: Order) -> Value | None:
    if not order.assembly.binary:
        return group(appendAttribution=False)
    return group(
        appendAttribution=False, attachmentsUi=group(attachmentsBinary=many(group(property=order.assembly.binary)))
    )


def smtp_options(order: Order) -> Value | None:
    return (
        group(appendAttribution=False, attachments=order.assembly.binary)
        if order.assembly.binary
        else group(appendAttribution=False)
    )


def outlook_options(order: Order) -> Value | None:
    return (
        group(attachments=group(attachments=many(group(binaryPropertyName=order.assembly.binary))))
        if order.assembly.binary
        else None
    )


# --- times ------------------------------------------------------------------------------------------------

_RANGES: tuple[tuple[str, dict[str, int], dict[str, int], str], ...] = (
    (r"tomorrow|morgigen|morgen[' ]?s?\b|manana|demain|amanha", {"days": 1}, {"days": 2}, "day"),
    (r"next week|nachste\w* woche|proxima semana|semaine prochaine|semana que vem", {"weeks": 1}, {"weeks": 2}, "week"),
    (
        r"last week|previous week|letzte\w* woche|vorwoche|semana pasada|semaine (derniere|passee)|semana passada",
        {"weeks": -1},
        {"weeks": 0},
        "week",
    ),
    (r"yesterday|gestern|gestrig\w*|vortag\w*|ayer|hier\b|ontem", {"days": -1}, {"days": 0}, "day"),
    (r"this month|diese\w* monat|este mes|ce mois", {"months": 0}, {"months": 1}, "month"),
    (
        r"last month|letzte\w* monat|vormonat|mes pasado|mois dernier|mes passado",
        {"months": -1},
        {"months": 0},
        "month",
    ),
    (
        r"this week|the week|diese\w* woche|esta semana|de la semana|da semana|cette semaine|de la semaine",
        {"weeks": 0},
        {"weeks": 1},
        "week",
    ),
    (r"today|heute|heutig\w*|hoy|aujourd'hui|hoje", {"days": 0}, {"days": 1}, "day"),
)


def time_range(text: str) -> tuple[Moment, Moment] | None:
    """The stretch of time a text speaks of: `tomorrow's meetings` → from tomorrow's start to its end."""
    folded = fold(text)
    for pattern, first, last, unit in _RANGES:
        if re.search(rf"\b(?:{pattern})", folded):
            clean = {k: v for k, v in first.items() if v}, {k: v for k, v in last.items() if v}
            return Moment(shift=clean[0], snap=unit), Moment(shift=clean[1], snap=unit)
    return None


def range_start(order: Order) -> Value:
    found = time_range(order.intent.text)
    return found[0] if found else Moment(snap="day")


def range_end(order: Order) -> Value:
    found = time_range(order.intent.text)
    return found[1] if found else Moment(shift={"days": 1}, snap="day")


def calendar(order: Order) -> Value:
    said = order.named("calendar")
    return _named(said) if said else Locator(mode="list", value=Literal(value="primary"), name="Primary")


def calendar_order(order: Order) -> Value:
    return group(singleEvents=True, orderBy="startTime")


def event_start(order: Order) -> Value:
    for words in ("start date", "start", "date", "time"):
        place = writing.named_field(order.assembly, order.intent.scope, words)
        if place is not None and place[0].style != "ai":
            return place[0].ref(place[1])
    return Moment(shift={"days": 1}, snap="day")


event_end = event_start


def event_details(order: Order) -> Value:
    fields: dict[str, Value] = {"summary": writing.title(order.assembly, order.intent)}
    invited = [p.fold for p in order.intent.pieces if is_person(p)]
    if invited and re.search(r"invit|einlad|convid", fold(order.intent.text)):
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            fields["attendees"] = Many(items=[ref])
    return Group(fields=fields)


# --- work items -------------------------------------------------------------------------------------------


def project(order: Order) -> Value:
    said = order.named("project", "board", "space")
    if not said:
        keys = [
            p.text
            for p in order.intent.pieces
            if p.kind == "word"
            and re.fullmatch(r"[A-Z][A-Z0-9]{1,9}", p.text)
            and p.text not in ("AI", "KI", "IA", "PR", "CSV", "PDF", "URL", "IT", "HR", "API", "ID", "CRM", "VIP")
        ]
        said = keys[0] if keys else ""
    return (
        _named(said)
        if said
        else Locator(
            mode="list",
            value=order.ask(
                "jira_project", "In which Jira project (key or name)?", "The issue needs a project.", "PROJECT"
            ),
            name="PROJECT",
        )
    )


def issue_type(order: Order) -> Value:
    text = fold(order.intent.text)
    kind = (
        "Bug"
        if re.search(r"\bbugs?\b", text)
        else "Story"
        if re.search(r"\bstor(y|ies)\b", text)
        else "Epic"
        if "epic" in text
        else "Task"
    )
    return _named(kind)


def jira_details(order: Order) -> Value:
    fields: dict[str, Value] = {"description": writing.message(order.assembly, order.intent)}
    return Group(fields=fields)


def linear_details(order: Order) -> Value:
    return group(description=writing.message(order.assembly, order.intent))


def team_option(order: Order) -> Value:
    said = order.named("team")
    text = f"Which Linear team is “{said}”?" if said else "In which Linear team?"
    return order.ask(
        "linear_team",
        text,
        "Linear keeps issues in teams; the team is chosen from your workspace.",
        said or "your-team",
    )


def asana_details(order: Order) -> Value:
    return group(notes=writing.message(order.assembly, order.intent))


def ask_workspace(order: Order) -> Value:
    said = order.named("space", "team")
    return order.ask(
        "asana_workspace",
        "Which Asana workspace?",
        "Asana keeps tasks in workspaces; it is chosen from your account.",
        said or "your-workspace",
    )


def asana_filters(order: Order) -> Value:
    said = order.named("project", "board")
    if said:
        return group(
            project=order.ask(
                "asana_project", f"Which Asana project is “{said}”?", "It is chosen from your account.", said
            )
        )
    return group(
        assignee=order.ask(
            "asana_assignee", "Whose tasks, or which project?", "Asana lists tasks of a person or a project.", "me"
        ),
        workspace=ask_workspace(order),
    )


def list_text(order: Order) -> Value:
    said = order.named("list", "board", "column")
    text = f"Which Trello list is “{said}” (its id or link)?" if said else "Which Trello list?"
    return order.ask("trello_list", text, "Trello finds a list by its id.", said or "your-list")


def list_option(order: Order) -> Value:
    said = order.named("list", "project", "board", "folder", "space")
    return order.ask(
        f"{order.service}_list",
        f"Which {order.name} list is “{said}”?" if said else f"Which {order.name} list?",
        "It is chosen from your account.",
        said or "your-list",
    )


def board_option(order: Order) -> Value:
    said = order.named("board", "project", "list") or _unnamed_quote(order)
    return order.ask(
        "monday_board",
        f"Which board is “{said}”?" if said else "Which Monday.com board?",
        "It is chosen from your account.",
        said or "your-board",
    )


def project_rl(order: Order) -> Value:
    said = order.named("project", "list") or _unnamed_quote(order)
    return _named(said or "Inbox")


def thing_id(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "id")
    return (
        place[0].ref(place[1])
        if place
        else order.ask(
            f"{order.service}_id",
            f"Which {order.operation.resource or 'item'} (its id)?",
            "The step works on one thing.",
            "1",
        )
    )


message_id = thing_id


def zendesk_details(order: Order) -> Value:
    return group(subject=writing.title(order.assembly, order.intent))


def zendesk_update(order: Order) -> Value:
    fields: dict[str, Value] = {}
    tag = order.named("tag", "label")
    status = order.named("status")
    if tag:
        fields["tags"] = Literal(value=[tag])
    if status:
        fields["status"] = Literal(value=status.lower())
    if not fields:
        fields["internalNote"] = writing.message(order.assembly, order.intent)
    return Group(fields=fields)


def zendesk_options(order: Order) -> Value | None:
    found = re.search(r"\b(new|open|pending|solved|closed|hold)\b", fold(order.intent.text))
    fields: dict[str, Value] = {"status": Literal(value=found.group(1))} if found else {}
    days = time_range(order.intent.text)
    if days is not None:
        start = Moment(shift=days[0].shift, snap=days[0].snap, format="yyyy-MM-dd")
        fields["query"] = Template(parts=["created>=", start])
    return Group(fields=fields) if fields else None


def freshdesk_details(order: Order) -> Value:
    return group(
        subject=writing.title(order.assembly, order.intent), description=writing.message(order.assembly, order.intent)
    )


def _repo(order: Order) -> tuple[str, str]:
    found = order.intent.entities("repo") or [p.content for p in order.assembly.request.pieces if p.kind == "repo"]
    if not found:
        addresses = [
            re.search(r"git(?:hub|lab)\.com/([\w.-]+)/([\w.-]+)", u)
            for u in [p.content for p in order.assembly.request.pieces if p.kind == "url"]
        ]
        match = next((m for m in addresses if m), None)
        if match:
            return match.group(1), match.group(2)
        owner = order.named("group", "team", "space") or order.anywhere("group", "space")
        name = order.named("project", "site") or order.anywhere("project")
        return owner, name
    owner, _, name = found[0].rpartition("/")
    return owner, name


def _repo_part(order: Order, index: int) -> str:
    return _repo(order)[index]


def repo_owner(order: Order) -> Value:
    owner = _repo_part(order, 0)
    return (
        Locator(mode="name", value=Literal(value=owner), name=owner)
        if owner
        else Locator(
            mode="name",
            value=order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "owner"),
            name="",
        )
    )


def repo_name(order: Order) -> Value:
    name = _repo_part(order, 1)
    return (
        Locator(mode="name", value=Literal(value=name), name=name)
        if name
        else Locator(
            mode="name",
            value=order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "repository"),
            name="",
        )
    )


def repo_owner_text(order: Order) -> Value:
    owner = _repo_part(order, 0)
    return (
        Literal(value=owner)
        if owner
        else order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "owner")
    )


def repo_name_text(order: Order) -> Value:
    name = _repo_part(order, 1)
    return (
        Literal(value=name)
        if name
        else order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "repository")
    )


# --- customers, money, marketing --------------------------------------------------------------------------


def hubspot_contact(order: Order) -> Value:
    fields: dict[str, Value] = {}
    for name, concept in (("firstName", "name"), ("companyName", "company"), ("phoneNumber", "phone")):
        place = next(
            (
                (s, s.path(concept, guess=False))
                for s in reversed(order.assembly.sources_of(order.intent.scope))
                if s.path(concept, guess=False)
            ),
            None,
        )
        if place is not None:
            fields[name] = place[0].ref(place[1])
    return Group(fields=fields)


def hubspot_deal_properties(order: Order) -> Value:
    return group(
        propertiesCollection=group(
            propertiesValues=group(properties=["dealname", "amount", "dealstage", "hubspot_owner_id", "closedate"])
        )
    )


def hubspot_deal(order: Order) -> Value:
    return group(dealName=writing.title(order.assembly, order.intent))


def stage_option(order: Order) -> Value:
    said = order.named("stage", "pipeline")
    return order.ask(
        "hubspot_stage",
        "Which deal stage should new deals start in?",
        "It is chosen from your pipeline.",
        said or "appointmentscheduled",
    )


def ask_pipeline(order: Order) -> Value:
    return Literal(value="0")


def ask_stage(order: Order) -> Value:
    return Literal(value="1")


def salesforce_lead(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "email")
    return group(email=ref) if ref is not None else group()


salesforce_contact = salesforce_lead


def pipedrive_person(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "email")
    return Group(fields={"email": Many(items=[ref])}) if ref is not None else group()


def ask_customer(order: Order) -> Value:
    return order.ask(
        "quickbooks_customer",
        "Which QuickBooks customer is the invoice for?",
        "QuickBooks wants one of your customers.",
        "1",
    )


def quickbooks_line(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "amount")
    amount: Value = place[0].ref(place[1]) if place else Literal(value=0)
    return many(
        group(
            DetailType="SalesItemLineDetail",
            Amount=amount,
            Description=writing.title(order.assembly, order.intent),
            itemId="1",
        )
    )


def quickbooks_filter(order: Order) -> Value | None:
    if re.search(
        r"\b(unpaid|overdue|open|outstanding|unbezahlt\w*|offene\w*|impagad\w*|pendiente\w*|impaye\w*|nao pag\w*|em aberto|vencid\w*|uberfallig\w*)\b",
        fold(order.intent.text),
    ):
        return group(query="WHERE Balance > '0'")
    return None


def xero_type(order: Order) -> Value:
    return Literal(value="ACCPAY" if {"bill", "expense"} & set(order.intent.nouns) else "ACCREC")


def ask_organisation(order: Order) -> Value:
    return order.ask(
        f"{order.service}_organisation",
        f"Which {order.name} organisation?",
        "It is chosen from your account.",
        "your-organisation",
    )


def ask_project(order: Order) -> Value:
    said = order.named("project")
    return (
        Literal(value=said)
        if said
        else order.ask(
            f"{order.service}_project",
            f"Which {order.name} project?",
            "It is chosen from your account.",
            "your-project",
        )
    )


def ask_contact(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "name")
    return (
        ref
        if ref is not None
        else order.ask(
            "xero_contact", "Which Xero contact is it for?", "Xero wants one of your contacts.", "contact-id"
        )
    )


def xero_lines(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "amount")
    amount: Value = place[0].ref(place[1]) if place else Literal(value="0")
    reason = writing.named_field(order.assembly, order.intent.scope, "reason") or writing.named_field(
        order.assembly, order.intent.scope, "title"
    )
    text: Value = reason[0].ref(reason[1]) if reason else Literal(value="As agreed")
    return group(
        lineItemsValues=many(group(description=text, quantity=1, unitAmount=amount, taxType="NONE", accountCode="400"))
    )


def shopify_since(order: Order) -> Value | None:
    found = time_range(order.intent.text)
    return group(createdAtMin=found[0], createdAtMax=found[1]) if found else None


def woo_since(order: Order) -> Value | None:
    found = time_range(order.intent.text)
    return group(after=found[0], before=found[1]) if found else None


def audience_option(order: Order) -> Value:
    said = order.named("list", "tag") if order.named("list") else ""
    return order.ask(
        "mailchimp_audience",
        f"Which Mailchimp audience is “{said}”?" if said else "Which Mailchimp audience?",
        "Mailchimp keeps subscribers in audiences; it is chosen from your account.",
        said or "your-audience",
    )


def mailchimp_options(order: Order) -> Value | None:
    tag = order.named("tag", "label")
    return group(tags=tag) if tag else None


def tag_list(order: Order) -> Value:
    return Literal(value=[order.named("tag", "label") or "new"])


def property_(order: Order) -> Value:
    said = order.named("site")
    return Locator(
        mode="list",
        value=order.ask(
            "ga_property", "Which Google Analytics property?", "It is chosen from your account.", said or "Our website"
        ),
        name=said or "Our website",
    )


def analytics_range(order: Order) -> Value:
    text = fold(order.intent.text)
    for pattern, value in (
        (r"yesterday|gestern|ayer|hier|ontem", "yesterday"),
        (r"last week|letzte woche|semana pasada|semaine derniere|semana passada|previous week", "lastCalendarWeek"),
        (r"last month|letzten monat|mes pasado|mois dernier|mes passado", "lastCalendarMonth"),
        (r"30 (days|tage|dias|jours)", "last30days"),
        (r"today|heute|hoy|aujourd|hoje", "today"),
    ):
        if re.search(rf"\b({pattern})", text):
            return Literal(value=value)
    return Literal(value="last7days")


def analytics_metric(order: Order) -> Value:
    text = fold(order.intent.text)
    metric = (
        "sessions"
        if re.search(r"session|sesion|sess|visit|besuch|visita|sitzung", text)
        else "screenPageViews"
        if re.search(r"page ?view|seitenaufruf|paginas vistas|pages vues", text)
        else "conversions"
        if "conver" in text
        else "totalUsers"
    )
    return group(metricValues=many(group(listName=metric)))


def analytics_dimension(order: Order) -> Value:
    return group(dimensionValues=many(group(listName="date")))


# --- the web ----------------------------------------------------------------------------------------------


def url(order: Order) -> Value:
    found = order.intent.entities("url")
    if found:
        return Literal(value=found[0] if "://" in found[0] else f"https://{found[0]}")
    return order.ask(
        "url", "Which address (URL) should be called?", "The worker needs to know where.", "https://example.com", "url"
    )


def _posts(order: Order) -> bool:
    return order.intent.kind == "act" or bool(re.search(r"\b(POST|PUT)\b", order.intent.text))


def method(order: Order) -> Value:
    said = re.search(r"\b(GET|POST|PUT|PATCH|DELETE)\b", order.intent.text)
    return Literal(value=said.group(1) if said else "POST" if _posts(order) else "GET")


def http_body_on(order: Order) -> Value | None:
    return Literal(value=True) if _posts(order) else None


def http_body_kind(order: Order) -> Value | None:
    return Literal(value="json") if _posts(order) else None


def http_body(order: Order) -> Value | None:
    if not _posts(order):
        return None
    rows = writing.fields_of(order.assembly, order.intent)
    return Group(fields={slug(label): ref for label, ref in rows}) if rows else Literal(value="{}")


def http_query_on(order: Order) -> Value | None:
    return Literal(value=True) if _looked_up(order) else None


def http_query(order: Order) -> Value | None:
    looked = _looked_up(order)
    return group(parameters=many(group(name=slug(looked[0]), value=looked[1]))) if looked else None


def _looked_up(order: Order) -> tuple[str, Ref] | None:
    """`look the company up at …`: the thing that is sent along."""
    if _posts(order) or not order.assembly.sources_of(order.intent.scope):
        return None
    for noun, words in (
        ("company", "company"),
        ("email", "email"),
        ("person", "name"),
        ("order", "id"),
        ("customer", "email"),
        ("product", "product"),
    ):
        if noun in order.intent.nouns:
            source = order.assembly.source(order.intent.scope)
            if source.path(words):
                return words, source.ref(source.path(words))
    return None


def http_options(order: Order) -> Value | None:
    if "status" in order.intent.flags:
        return group(response=group(response=group(fullResponse=True, neverError=True)))
    return None


def city(order: Order) -> Value:
    found = re.search(
        r"\b(?:in|for|of|en|para|de|fur|a|em)\s+([A-ZÄÖÜÉ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?)", order.intent.text
    )
    return (
        Literal(value=found.group(1))
        if found
        else order.ask("city", "For which city?", "The weather is asked for a place.", "Berlin")
    )


def language_code(order: Order) -> Value:
    text = fold(order.intent.text)
    for pattern, code in (
        (r"english|englisch|ingles|anglais", "EN-US" if order.service == "deepl" else "en"),
        (r"german|deutsch|aleman|allemand|alemao", "DE"),
        (r"french|franzosisch|frances|francais", "FR"),
        (r"spanish|spanisch|espanol|espagnol|espanhol", "ES"),
        (r"portug", "PT-PT" if order.service == "deepl" else "pt"),
        (r"italian|italienisch|italiano", "IT"),
    ):
        if re.search(pattern, text):
            return Literal(value=code if order.service == "deepl" else code.lower()[:2])
    return Literal(value="EN-US" if order.service == "deepl" else "en")


def gmail_filters(order: Order) -> Value | None:
    text = fold(order.intent.text)
    fields: dict[str, Value] = {}
    if re.search(r"\b(unread|ungelesen\w*|no leid\w*|sin leer|non lus?|nao lid\w*)\b", text):
        fields["readStatus"] = Literal(value="unread")
    label = order.named("label", "tag", "folder")
    search = [f"label:{slug(label).replace('_', '-')}"] if label else []
    subject_said = order.named("subject")
    if subject_said:
        search.append(f'subject:"{subject_said}"')
    if search:
        fields["q"] = Literal(value=" ".join(search))
    found = time_range(order.intent.text)
    if found:
        fields["receivedAfter"] = found[0]
    return Group(fields=fields) if fields else None


def outlook_filters(order: Order) -> Value | None:
    if re.search(r"\b(unread|ungelesen\w*|no leid\w*|sin leer|non lus?|nao lid\w*)\b", fold(order.intent.text)):
        return group(values=group(filterBy="filters", filters=group(readStatus="unread")))
    return None


def label_names(order: Order) -> Value:
    said = order.named("label", "tag", "folder") or _unnamed_quote(order)
    return (
        order.ask(
            "gmail_label",
            f"Which Gmail label is “{said}”?" if said else "Which Gmail label?",
            "Labels are chosen from your account.",
            said or "INBOX",
        )
        if not said
        else Literal(value=[said])
    )


def drive_query(order: Order) -> Value:
    said = order.named("folder", "document") or ""
    return Literal(value=f"'{said}' in parents" if said else "trashed = false")


def share_reader(order: Order) -> Value:
    return group(permissionsValues=group(role="reader", type="anyone"))


def linkedin_as(order: Order) -> Value:
    company = (
        re.search(r"company|page|unternehmen|firmen|empresa|entreprise|pagina", fold(order.assembly.request.text))
        is not None
    )
    return Literal(value="organization" if company else "person")


def linkedin_page(order: Order) -> Value | None:
    if linkedin_as(order) != Literal(value="organization"):
        return None
    return order.ask(
        "linkedin_page", "Which LinkedIn company page (its number)?", "LinkedIn finds a page by its number.", "0"
    )


def linkedin_person(order: Order) -> Value | None:
    if linkedin_as(order) == Literal(value="organization"):
        return None
    return order.ask(
        "linkedin_person", "Whose LinkedIn profile posts?", "It is chosen from your account.", "your-profile"
    )


def pagerduty_details(order: Order) -> Value:
    return group(urgency="high")


def google_chat_text(order: Order) -> Value:
    return group(text=writing.message(order.assembly, order.intent))


def plain_telegram(order: Order) -> Value:
    return group(appendAttribution=False)


def jql(order: Order) -> Value:
    said = order.named("project", "board")
    clauses = [f'project = "{said}"'] if said else []
    text = fold(order.intent.text)
    if re.search(r"\b(open|unresolved|offen\w*|abiert\w*|ouvert\w*|abert\w*)\b", text):
        clauses.append("resolution = Unresolved")
    if re.search(r"overdue|uberfallig|vencid|en retard|atrasad", text):
        clauses.append("due < now()")
    return group(jql=" AND ".join(clauses) if clauses else "created >= -7d")


def ask(order: Order) -> Value | None:
    return None


RECIPES: dict[str, Recipe] = {
    "analytics_dimension": analytics_dimension,
    "analytics_metric": analytics_metric,
    "analytics_range": analytics_range,
    "any_mail": any_mail,
    "approver_channel": approver_channel,
    "approver_chat": approver_chat,
    "approver_kind": approver_kind,
    "approver_mail": approver_mail,
    "approver_user": approver_user,
    "asana_details": asana_details,
    "asana_filters": asana_filters,
    "ask": ask,
    "ask_contact": ask_contact,
    "ask_customer": ask_customer,
    "ask_organisation": ask_organisation,
    "ask_pipeline": ask_pipeline,
    "ask_project": ask_project,
    "ask_stage": ask_stage,
    "ask_workspace": ask_workspace,
    "audience_option": audience_option,
    "base": base,
    "base_named": base_named,
    "base_table": base_table,
    "binary": binary,
    "board_option": board_option,
    "bucket": bucket,
    "calendar": calendar,
    "calendar_order": calendar_order,
    "channel": channel,
    "channel_hash": channel_hash,
    "channel_id": channel_id,
    "chat": chat,
    "city": city,
    "column_names": column_names,
    "columns": columns,
    "columns_matched": columns_matched,
    "company_name": company_name,
    "docs_folder": docs_folder,
    "docs_insert": docs_insert,
    "document": document,
    "drive_query": drive_query,
    "event_details": event_details,
    "event_end": event_end,
    "event_start": event_start,
    "excel_table": excel_table,
    "file_id": file_id,
    "file_name": file_name,
    "file_path": file_path,
    "file_path_in": file_path_in,
    "folder": folder,
    "folder_id": folder_id,
    "folder_path": folder_path,
    "folder_root": folder_root,
    "freshdesk_details": freshdesk_details,
    "from": from_,
    "gmail_filters": gmail_filters,
    "gmail_options": gmail_options,
    "google_chat_text": google_chat_text,
    "http_body": http_body,
    "http_body_kind": http_body_kind,
    "http_body_on": http_body_on,
    "http_options": http_options,
    "http_query": http_query,
    "http_query_on": http_query_on,
    "hubspot_contact": hubspot_contact,
    "hubspot_deal": hubspot_deal,
    "hubspot_deal_properties": hubspot_deal_properties,
    "issue_type": issue_type,
    "jira_details": jira_details,
    "jql": jql,
    "label_names": label_names,
    "language_code": language_code,
    "linear_details": linear_details,
    "linkedin_as": linkedin_as,
    "linkedin_page": linkedin_page,
    "linkedin_person": linkedin_person,
    "list_option": list_option,
    "list_text": list_text,
    "mailchimp_options": mailchimp_options,
    "message": message,
    "message_id": message_id,
    "method": method,
    "my_drive": my_drive,
    "mysql_values": mysql_values,
    "notion_blocks": notion_blocks,
    "outlook_filters": outlook_filters,
    "outlook_options": outlook_options,
    "own_number": own_number,
    "own_number_id": own_number_id,
    "page_named": page_named,
    "pagerduty_details": pagerduty_details,
    "person_mail": person_mail,
    "person_name": person_name,
    "phone": phone,
    "pipedrive_person": pipedrive_person,
    "plain_telegram": plain_telegram,
    "project": project,
    "project_rl": project_rl,
    "property": property_,
    "protocol": protocol,
    "query": query,
    "quickbooks_filter": quickbooks_filter,
    "quickbooks_line": quickbooks_line,
    "range_end": range_end,
    "range_start": range_start,
    "repo_name": repo_name,
    "repo_name_text": repo_name_text,
    "repo_owner": repo_owner,
    "repo_owner_text": repo_owner_text,
    "request_subject": request_subject,
    "salesforce_contact": salesforce_contact,
    "salesforce_lead": salesforce_lead,
    "schema": schema,
    "server": server,
    "share_reader": share_reader,
    "sheet": sheet,
    "shopify_since": shopify_since,
    "smtp_options": smtp_options,
    "space": space,
    "stage_option": stage_option,
    "subject": subject,
    "subject_text": subject_text,
    "tab": tab,
    "table": table,
    "table_text": table_text,
    "tag_list": tag_list,
    "team": team,
    "team_option": team_option,
    "template": template,
    "thing_id": thing_id,
    "title": title,
    "to": to,
    "to_list": to_list,
    "url": url,
    "woo_since": woo_since,
    "xero_lines": xero_lines,
    "xero_type": xero_type,
    "zendesk_details": zendesk_details,
    "zendesk_options": zendesk_options,
    "zendesk_update": zendesk_update,
    "request": request_text,
}
