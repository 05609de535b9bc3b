"""Only what the words behind a thing ask for: `worth more than 10,000`, `due in the next 30 days`, `completed`."""

from __future__ import annotations

import re

from workforce.workflow.build import condition, conditions
from workforce.workflow.language.comparisons import worded
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.conditions import rule, within_days
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.recipes.times import time_range
from workforce.workflow.spec import Link, Moment, Value

_SOON = re.compile(
    r"(?:next|nachsten|kommenden|proximos|prochains|proximas|within|innerhalb von|in den nachsten|dans les|"
    r"en los proximos|nos proximos|dentro de)\s+(?:the\s+|los\s+|les\s+|os\s+|den\s+)?(?:next\s+|proximos\s+|"
    r"prochains\s+)?(\d+)\s*(?:days|tage\w*|dias|jours)"
)
_TODAY = re.compile(r"\b(today|heute|hoy|aujourd'hui|hoje)\b")
_BIRTHDAY = re.compile(r"birthday|geburtstag|cumple|anniversaire|aniversari")
_STATES = {
    "open": r"open|offen\w*|abiert\w*|ouvert\w*|abert\w*|em aberto",
    "unpaid": r"unpaid|unbezahlt\w*|impagad\w*|impaye\w*|nao pag\w*",
    "overdue": r"overdue|uberfallig\w*|vencid\w*|en retard|atrasad\w*",
    "completed": r"completed|done|finished|erledigt\w*|abgeschlossen\w*|completad\w*|termin\w*|concluid\w*",
    "urgent": r"urgent\w*|dringend\w*|urgente\w*",
    "pending": r"pending|ausstehend\w*|pendiente\w*|en attente|pendente\w*",
    "active": r"active|aktiv\w*|activ\w*|actif\w*|ativ\w*",
    "cancelled": r"cancel+ed|storniert\w*|cancelad\w*|annule\w*",
    "won": r"won|gewonnen\w*|ganad\w*|gagne\w*|ganh\w*",
}
# services whose own search knows states: their recipes ask for them
_SETTLED = frozenset(
    ("quickbooks", "zendesk", "jira", "gmail", "googlecalendar", "postgres", "mysql", "microsoftoutlook")
)


def narrow(flow: Flow, intent: Intent, source: Source, link: Link) -> Link:
    """Add the filter that the words behind a read thing ask for, if any; returns what the next step hangs on."""
    found = _compared(flow, intent) or _due(flow, intent, source) or _dated_today(flow, intent, source)
    found = found or _falls_on(flow, intent, source)
    found = found or _within(flow, intent, source)
    found = found or _stated(flow, intent, source) or _in_state(intent, source)
    if found is None:
        return link
    title, tests = found
    step = flow.assembly.add("filter", title, {"conditions": tests}, [link])
    return Link(step=step.id)


def _compared(flow: Flow, intent: Intent) -> tuple[str, Value] | None:
    if not intent.tests or "status" in intent.flags or intent.service == "telegram":
        return None
    if intent.tests[0].op not in ("gt", "gte", "lt", "lte"):
        return None
    return f"Only {intent.tests[0].text[:40]}".strip(), rule(flow.assembly, intent.scope, intent.tests)


def _due(flow: Flow, intent: Intent, source: Source) -> tuple[str, Value] | None:
    soon = _SOON.search(_said_with(flow, intent))
    if soon is None and len([i for i in flow.request.intents if i.kind == "read"]) == 1:
        soon = _SOON.search(fold(" ".join(flow.request.loose))) or _SOON.search(fold(flow.request.text))
    if soon is None or source.service == "googlecalendar":
        return None
    days = within_days(flow.assembly, intent.scope, int(soon.group(1)), "due date")
    return f"Only the next {soon.group(1)} days", days


def _dated_today(flow: Flow, intent: Intent, source: Source) -> tuple[str, Value] | None:
    people = KIND_OF.get(intent.service) == "hr" and _BIRTHDAY.search(fold(flow.request.text))
    if not people and (source.style != "sheet" or intent.service not in ("googlesheets", "microsoftexcel")):
        return None
    if not _TODAY.search(fold(flow.request.text) if people else _said_with(flow, intent)):
        return None
    birthday = bool(_BIRTHDAY.search(fold(flow.request.text)))
    left = source.ref(source.path("birthday" if birthday else "date"))
    today = Moment(format="MM-dd" if birthday else "yyyy-MM-dd")
    return "Only today", conditions(condition(left, "contains", today))


_WHERE = word_set("where whose wo bei donde cuyo cuya cuyos ou onde cujo cuja deren dessen dont")


def _stated(flow: Flow, intent: Intent, source: Source) -> tuple[str, Value] | None:
    """`rows with status "ready"`, `everybody whose plan is Pro`: what the words behind a thing say of it."""
    if intent.service in _SETTLED or not source.many:
        return None
    named = intent.named("status", "stage")
    if named:
        left = source.ref(source.path(named[0].names))
        return f"Only {named[0].content}", conditions(condition(left, "contains", named[0].content))
    place = next((i for i, p in enumerate(intent.pieces) if p.fold in _WHERE and i), None)
    test = worded([p for p in intent.pieces[place + 1 :] if p.kind != "time"]) if place is not None else None
    if test is None or not test.subject or (not test.values and test.op not in ("empty", "filled")):
        return None
    return f"Only {test.text[:40]}".strip(), rule(flow.assembly, intent.scope, [test])


_FALLS_ON = re.compile(
    r"\b(?:whose|where|deren|dessen|wo|cuy[oa]|donde|dont|cuj[oa]|who's)\s(?P<what>[\w ]{2,24}?)\s?(?:is|"
    r"falls on|=|ist|es|est|e)\s"
    r"(?P<day>today|tomorrow|heute|morgen|hoy|manana|aujourd'hui|demain|hoje|amanha)\b"
)
_TOMORROW = frozenset(("tomorrow", "morgen", "manana", "demain", "amanha"))


def _falls_on(flow: Flow, intent: Intent, source: Source) -> tuple[str, Value] | None:
    """`for everyone whose start date is today`: told of the one thing that is read, wherever it stands."""
    reads = [i for i in flow.request.intents if i.kind == "read"]
    said = _FALLS_ON.search(fold(flow.request.text)) if len(reads) == 1 and source.many else None
    if said is None:
        return None
    day = Moment(shift={"days": 1} if said["day"] in _TOMORROW else {}, format="yyyy-MM-dd")
    return f"Only {said['day']}", conditions(condition(source.ref(source.path(said["what"])), "contains", day))


# services whose own search takes a stretch of time
_TIMED = frozenset(
    ("gmail", "microsoftoutlook", "googlecalendar", "shopify", "woocommerce", "zendesk", "googleanalytics")
)
_DATABASES = frozenset(("postgres", "mysql", "microsoftsql"))
_IN_SECONDS = frozenset(("stripe", "hubspot"))  # their dates are numbers, which no condition on dates reads
_PAST = re.compile(
    r"\b(?:last|previous|yesterday|this|past|letzte\w*|vorige\w*|vor(?:woche|tag|monat)\w*|gestern|gestrig\w*|"
    r"diese\w*|pasad[oa]|ayer|"
    r"est[ae]|derni\w*|passee?|hier|ce(?:tte)?|passad[oa]|ontem|today|heute|heutig\w*|hoy|aujourd'hui|hoje)\b"
)


def _within(flow: Flow, intent: Intent, source: Source) -> tuple[str, Value] | None:
    """`last week's rows`: what is dated within a stretch of time."""
    text = intent.text
    span = time_range(text) if _PAST.search(fold(text)) else None
    if span is None or not source.many or intent.service in _TIMED | _IN_SECONDS:
        return None
    known = source.path("date", guess=False)
    if not known and source.style != "sheet":
        return None
    if not known and intent.service in _DATABASES:
        # A guessed column would drop every row, and nobody would hear of it.
        flow.assembly.assume("All rows are read: which column of the table holds their date is not known.")
        return None
    path = known or source.path("date")
    if not known:
        flow.assembly.assume(f"The date of a row is in its column “{path}”; change it in the plan if it is another.")
    left = source.ref(path)
    rows = condition(left, "afterOrEquals", span[0], "dateTime"), condition(left, "before", span[1], "dateTime")
    return "Only in that time", conditions(*rows)


def _in_state(intent: Intent, source: Source) -> tuple[str, Value] | None:
    text = fold(intent.text)
    state = next((name for name, pattern in _STATES.items() if re.search(rf"\b(?:{pattern})\b", text)), "")
    if not state or intent.service in _SETTLED or not source.many:
        return None
    if source.style != "sheet" and not source.path("status", guess=False):
        return None
    return f"Only {state}", conditions(condition(source.ref(source.path("status")), "contains", state))


def _said_with(flow: Flow, intent: Intent) -> str:
    """An intent's words and those of what else its sentence reads."""
    others = [i.text for i in flow.request.intents if i.unit == intent.unit and i is not intent and i.kind == "read"]
    return fold(" ".join([intent.text, *others]))
