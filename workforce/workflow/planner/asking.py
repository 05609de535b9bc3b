"""Questions without whose answer it is unclear what to build: where data comes from, where it goes, when."""

from __future__ import annotations

import re

from workforce.workflow.build import inputs
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.contradictions import ask_about_contradictions
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Intent
from workforce.workflow.spec import Choice, Link, Literal, Locator, Question, Ref, Step, Template, Unknown, Value

_NEEDS_DATA = re.compile(
    r"\b(reports?|bericht\w*|numbers|figures|zahlen|kennzahl\w*|informes?|reporte\w*|rapports?|relatorio\w*|"
    r"list of|summary|zusammenfassung|resumen|resume\b|digest|overview|ubersicht|statistics|kpis?|stats|"
    r"updates?)\b"
)
_WRITTEN = re.compile(
    r"\b(ai|ki|ia|gpt|chatgpt|llm|summar(?:y|ise|ize)|zusammenfass\w*|resum\w*|write|written|schreib\w*|"
    r"insights?|comment\w*)\b"
)


def essential_questions(assembly: Assembly) -> None:
    """Add what has to be asked before anything is clear."""
    ask_about_contradictions(assembly)
    _report(assembly)
    _destinations(assembly)


def _report(assembly: Assembly) -> None:
    """A report is asked for and nothing says where its data is: a choice of sources, a summary, a mail."""
    request = assembly.request
    asked = [
        i
        for i in request.intents
        if i.kind == "ask" or (i.kind == "act" and i.service in ("emailsend", "gmail", "microsoftoutlook"))
    ]
    reads = any(
        s.style in ("read", "sheet", "app", "form", "webhook", "doc")
        for group in assembly.sources.values()
        for s in group
    )
    wanted = next((i for i in asked if _NEEDS_DATA.search(fold(i.text))), None)
    if wanted is None or reads or request.start.kind not in ("schedule", "unknown"):
        return
    topic = _topic(wanted)
    if any(
        step.id
        for step in assembly.steps
        if step.operation.split(".")[0] in ("email_send", "gmail", "microsoft_outlook")
    ):
        assembly.steps.clear()
        assembly.questions = [q for q in assembly.questions if q.essential]
    start = [Link(step=assembly.triggers[0].id)]
    read = _sheet_step(assembly, topic, start)
    assembly.steps.append(read)
    summary = (_written if _WRITTEN.search(fold(request.text)) else _tabled)(assembly, topic, read)
    _mail(assembly, wanted, topic, summary)
    assembly.questions.insert(0, _source_question(assembly, read, topic))
    request.intents = [i for i in request.intents if i is not wanted]


def _tabled(assembly: Assembly, topic: str, read: Step) -> Source:
    """All rows as one table: what a report is when nobody asked for words about it. Needs no AI and invents nothing."""
    made = assembly.add(
        "html.convert_to_html_table", f"Put the {topic or 'data'} in a table", {}, [Link(step=read.id)], ident="summary"
    )
    assembly.assumptions.append("The report is a table of all rows; ask for a written summary to have AI write one.")
    return Source(made.id, style="html", fields={"text": "table"})


def _written(assembly: Assembly, topic: str, read: Step) -> Source:
    """A summary in words, by AI."""
    listed = assembly.add(
        "aggregate", "All in one list", inputs(aggregate="aggregateAllItemData"), [Link(step=read.id)]
    )
    order = f"Write a short, clear summary of this {topic or 'data'} for a manager: totals first, then what stands out."
    text = Template(parts=[f"{order} Use only the data.\n\n", Ref(step=listed.id, path="data")])
    made = assembly.add(
        "chain_llm", "Write the summary", {"promptType": Literal(value="define"), "text": text}, [Link(step=listed.id)]
    )
    assembly.serve("lm_chat_open_ai", "OpenAI model", {}, made.id, "ai_languageModel")
    return Source(made.id, "ai", "ai", {"text": "text"})


def _topic(intent: Intent) -> str:
    found = re.search(r"([\w-]+)\s+(?:reports?|numbers|figures|bericht\w*)", intent.text)
    word = found.group(1).lower() if found else ""
    return "" if word in ("a", "the", "weekly", "daily", "monthly", "our", "send", "") else word


def _sheet_step(assembly: Assembly, topic: str, after: list[Link]) -> Step:
    unknown = Unknown(question="source_sheet", stand_in=f"{topic or 'data'} spreadsheet".strip().capitalize())
    return Step(
        id=assembly.ident("Read the data"),
        operation="google_sheets.sheet.read",
        title=f"Read the {topic} data".replace("  ", " "),
        inputs={
            "documentId": Locator(mode="url", value=unknown),
            "sheetName": Locator(mode="list", value=Literal(value="gid=0"), name="Sheet1"),
        },
        after=after,
        confidence=0.3,
    )


def _query(topic: str) -> str:
    return f"SELECT * FROM {re.sub(r'[^a-z0-9_]', '_', topic) or 'table_name'}"  # noqa: S608 - a default to be changed by the manager


def _source_question(assembly: Assembly, read: Step, topic: str) -> Question:
    subject = f"{topic} " if topic else ""
    sheet = Question(
        key="source_sheet",
        text=f"What is the link to the spreadsheet with the {subject}data?",
        why="The worker reads it each time.",
        about=read.id,
        answer_kind="url",
        essential=True,
    )
    query = Question(
        key="source_query",
        text=f"Which SQL query gives the {subject}data?",
        why="The worker runs it each time.",
        about=read.id,
        answer_kind="long_text",
        default=_query(topic),
        essential=True,
    )
    address = Question(
        key="source_url",
        text=f"Which address (URL) gives the {subject}data?",
        why="The worker calls it each time.",
        about=read.id,
        answer_kind="url",
        essential=True,
    )
    postgres = read.model_copy(
        update={
            "operation": "postgres.execute_query",
            "inputs": {"query": Unknown(question="source_query", stand_in=_query(topic))},
        }
    )
    http = read.model_copy(
        update={
            "operation": "http_request",
            "inputs": {
                "method": Literal(value="GET"),
                "url": Unknown(question="source_url", stand_in="https://example.com"),
            },
        }
    )
    choices = [
        Choice(value="google_sheets", label="A Google Sheet", step=read, questions=[sheet]),
        Choice(value="postgres", label="A PostgreSQL database", step=postgres, questions=[query]),
        Choice(value="http", label="A web address (API)", step=http, questions=[address]),
    ]
    return Question(
        key="source",
        text=f"Where does the {subject}data come from: which system (spreadsheet, database, web address)?",
        why="The report is made of it.",
        about=read.id,
        answer_kind="choice",
        choices=choices,
        default="google_sheets",
        essential=True,
    )


def _mail(assembly: Assembly, wanted: Intent, topic: str, summary: Source) -> None:
    known = wanted.entities("email")
    to: Value = (
        Literal(value=", ".join(known))
        if known
        else assembly.ask(
            "to",
            "Who should get it: which e-mail address?",
            "The report needs a recipient.",
            "send_the_report",
            stand_in="name@example.com",
            kind="email",
            essential=True,
        )
    )
    sender: Value = (
        Literal(value=known[0])
        if known
        else assembly.ask(
            "from",
            "Which address should the e-mail come from?",
            "Your mail server sends under one of your addresses.",
            "send_the_report",
            stand_in="worker@example.com",
            kind="email",
        )
    )
    assembly.add(
        "email_send.send",
        "Send the report",
        {
            "fromEmail": sender,
            "toEmail": to,
            "subject": Literal(value=f"{topic} report".strip().capitalize()),
            **_told(summary),
            "options": inputs_group(),
        },
        [Link(step=summary.step)],
        ident="send_the_report",
    )


def _told(summary: Source) -> dict[str, Value]:
    """What stands in the mail."""
    if summary.style == "html":
        table = Ref(step=summary.step, path=summary.fields["text"])
        return {"emailFormat": Literal(value="html"), "html": table}
    return {"emailFormat": Literal(value="text"), "text": Ref(step=summary.step, path=summary.fields["text"])}


def inputs_group() -> Value:
    """The mail's options: without n8n's footer."""
    from workforce.workflow.build import group

    return group(appendAttribution=False)


def _destinations(assembly: Assembly) -> None:
    """Somebody is to be told, and nothing says where."""
    for intent in assembly.request.intents:
        if intent.kind != "ask" or (intent.scope and assembly.request.scopes[intent.scope].kind == "error"):
            continue
        if any(i.unit == intent.unit and i.kind == "act" for i in assembly.request.intents) or len(assembly.steps) > 1:
            continue
        if any(q.key == "where" for q in assembly.questions):
            continue
        assembly.questions.append(
            Question(
                key="where",
                text="Who should be told, and where: which Slack channel, chat or e-mail address?",
                why="Nothing says where the message goes.",
                about="",
            )
        )
