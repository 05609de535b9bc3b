"""A report is asked for and nothing says where its data is: a choice of sources, a table or a summary, a mail."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.build import group, inputs
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
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
_MAILS = ("email_send", "gmail", "microsoft_outlook")
_READ = ("read", "sheet", "app", "form", "webhook", "doc")
_SEND = "send_the_report"


def plan_report(assembly: Assembly) -> None:
    """Plan the report, with the question where its data is; nothing where none is asked for or the data is known."""
    wanted = _wanted(assembly)
    if wanted is None:
        return
    topic = _topic(wanted)
    if any(step.operation.split(".")[0] in _MAILS for step in assembly.steps):
        assembly.steps.clear()
        assembly.questions = [q for q in assembly.questions if q.essential]
    read = _sheet_step(assembly, topic, [Link(step=assembly.triggers[0].id)])
    assembly.steps.append(read)
    summary = (_written if _WRITTEN.search(fold(assembly.request.text)) else _tabled)(assembly, topic, read)
    _mail(assembly, wanted, topic, summary)
    assembly.questions.insert(0, _source_question(read, topic))
    assembly.request.intents = [i for i in assembly.request.intents if i is not wanted]


def _wanted(assembly: Assembly) -> Intent | None:
    request = assembly.request
    reads = any(source.style in _READ for sources in assembly.sources.values() for source in sources)
    if reads or request.start.kind not in ("schedule", "unknown"):
        return None
    mails = ("emailsend", "gmail", "microsoftoutlook")
    asked = [i for i in request.intents if i.kind == "ask" or (i.kind == "act" and i.service in mails)]
    return next((i for i in asked if _NEEDS_DATA.search(fold(i.text))), None)


def _topic(intent: Intent) -> str:
    found = re.search(r"([\w-]+)\s+(?:reports?|numbers|figures|bericht\w*)", intent.text)
    word = found.group(1).lower() if found else ""
    return "" if word in ("a", "the", "weekly", "daily", "monthly", "our", "send", "") else word


# --- what it is made of -----------------------------------------------------------------------------------


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


# --- where its data is ------------------------------------------------------------------------------------


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


def _source_question(read: Step, topic: str) -> Question:
    subject = f"{topic} data" if topic else "data"
    query = f"SELECT * FROM {re.sub(r'[^a-z0-9_]', '_', topic) or 'table_name'}"  # noqa: S608 - a default to be changed
    sheet = _detail(read, "sheet", f"What is the link to the spreadsheet with the {subject}?", "reads", "url")
    sql = _detail(read, "query", f"Which SQL query gives the {subject}?", "runs", "long_text", default=query)
    url = _detail(read, "url", f"Which address (URL) gives the {subject}?", "calls", "url")
    chosen = _instead(read, read.operation, read.title, read.inputs)
    asked: dict[str, Value] = {"query": Unknown(question=sql.key, stand_in=query)}
    called: dict[str, Value] = {
        "method": Literal(value="GET"),
        "url": Unknown(question=url.key, stand_in="https://example.com"),
    }
    postgres = _instead(read, "postgres.execute_query", f"Read {topic or 'the data'} from PostgreSQL", asked)
    http = _instead(read, "http_request", f"Fetch the {subject}", called)
    return Question(
        key="source",
        text=f"Where does the {subject} come from: which system (spreadsheet, database, web address)?",
        why="The report is made of it.",
        about=read.id,
        answer_kind="choice",
        choices=[
            Choice(value="google_sheets", label="A Google Sheet", step=chosen, questions=[sheet]),
            Choice(value="postgres", label="A PostgreSQL database", step=postgres, questions=[sql]),
            Choice(value="http", label="A web address (API)", step=http, questions=[url]),
        ],
        default="google_sheets",
    )


def _detail(read: Step, what: str, text: str, does: str, kind: Any, default: str = "") -> Question:
    return Question(
        key=f"source_{what}",
        text=text,
        why=f"The worker {does} it each time.",
        about=read.id,
        answer_kind=kind,
        default=default,
    )


def _instead(read: Step, operation: str, title: str, values: dict[str, Value]) -> Step:
    """The step that a choice puts in place; what a person chose is no doubt any more."""
    return read.model_copy(update={"operation": operation, "title": title, "inputs": values, "confidence": 1.0})


# --- to whom it goes --------------------------------------------------------------------------------------


def _mail(assembly: Assembly, wanted: Intent, topic: str, summary: Source) -> None:
    known = wanted.entities("email")
    to = Literal(value=", ".join(known)) if known else _to(assembly)
    values: dict[str, Value] = {
        "fromEmail": Literal(value=known[0]) if known else _from(assembly),
        "toEmail": to,
        "subject": Literal(value=f"{topic} report".strip().capitalize()),
        **_told(summary),
        "options": group(appendAttribution=False),
    }
    assembly.add("email_send.send", "Send the report", values, [Link(step=summary.step)], ident=_SEND)


def _to(assembly: Assembly) -> Value:
    text, why = "Who should get it: which e-mail address?", "The report needs a recipient."
    return assembly.ask("to", text, why, _SEND, stand_in="name@example.com", kind="email", essential=True)


def _from(assembly: Assembly) -> Value:
    text, why = "Which address should the e-mail come from?", "Your mail server sends under one of your addresses."
    return assembly.ask("from", text, why, _SEND, stand_in="worker@example.com", kind="email")


def _told(summary: Source) -> dict[str, Value]:
    """What stands in the mail."""
    made = Ref(step=summary.step, path=summary.fields["text"])
    kind = "html" if summary.style == "html" else "text"
    return {"emailFormat": Literal(value=kind), kind: made}
