"""Inputs of triggers whose shape has to be known, a function a service."""

from __future__ import annotations

import re
from collections.abc import Callable

from workforce.workflow.build import group, many
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.recipes import RECIPES, Order
from workforce.workflow.planner.triggers.events import happened
from workforce.workflow.spec import Literal, Locator, Value

_Inputs = dict[str, Value]
_HUBSPOT = (
    ("deal|geschaft|trato|negocio|affaire", "deal"),
    ("company|companies|firma|unternehmen|empresa|entreprise|societe", "company"),
    ("ticket", "ticket"),
    ("", "contact"),
)
_HUBSPOT_MADE = re.compile(
    r"\b(creat\w*|cread[oa]\w*|cree\w*|criad\w*|erstellt|angelegt|"
    r"(new|neu\w*|nuev\w*|nouv\w*|nov[oa])\s+(?!stage|phase|etapa|etape|fase|status)\w+)\b"
)
_HUBSPOT_PROPERTY = {"deal": "dealstage", "contact": "lifecyclestage"}
_PIPEDRIVE = {
    "deal": "deal",
    "contact": "person",
    "person": "person",
    "company": "organization",
    "lead": "lead",
    "task": "activity",
    "note": "note",
    "product": "product",
}
_SALESFORCE = {
    "deal": "opportunity",
    "lead": "lead",
    "case": "case",
    "ticket": "case",
    "contact": "contact",
    "company": "account",
    "customer": "account",
    "task": "task",
}
_URGENT = re.compile(r"\b(escalat\w*|urgent|dringend|urgente)\b")
_SOLVED = re.compile(r"\b(solved|closed|gelost|geschlossen|resuelt\w*|resolu\w*|resolvid\w*)\b")


def special(order: Order, start: Start, words: str) -> _Inputs:
    """What a service's trigger wants besides its event; nothing for most."""
    made = _SPECIAL.get(order.service)
    return made(order, start, words) if made else {}


def _cooked(**recipes: str) -> Callable[[Order, Start, str], _Inputs]:
    """Inputs that are made by the same recipes as a step's."""

    def inputs(order: Order, start: Start, words: str) -> _Inputs:
        return {name: RECIPES[recipe](order) or Literal(value="") for name, recipe in recipes.items()}

    return inputs


def _said(start: Start, *kinds: str) -> str:
    found = start.named(*kinds)
    return found[0].content if found else ""


def _watched(order: Order, said: str, key: str, text: str, why: str, stand_in: str = "") -> Value:
    """A folder, a table: chosen by the name that was said, else asked."""
    if said:
        return Locator(mode="list", value=Literal(value=said), name=said)
    return Locator(mode="list", value=order.ask(key, text, why, stand_in), name="")


def _google_drive(order: Order, start: Start, words: str) -> _Inputs:
    text, why = "Which Google Drive folder should be watched?", "The worker starts when a file arrives there."
    return {"folderToWatch": _watched(order, _said(start, "folder"), "drive_folder", text, why)}


def _postgres(order: Order, start: Start, words: str) -> _Inputs:
    text, why = "Which table should be watched?", "The worker starts on a change in it."
    table = _watched(order, _said(start, "table"), "postgres_table", text, why, "table_name")
    return {**_cooked(schema="schema")(order, start, words), "tableName": table}


def _airtable(order: Order, start: Start, words: str) -> _Inputs:
    table = _said(start, "table", "list", "sheet")
    link = order.ask(
        "airtable_base",
        f"What is the link to the Airtable table{f' “{table}”' if table else ''}?",
        "Airtable's trigger finds a table by its link.",
        "https://airtable.com/app00000000000000/tbl00000000000000/viw00000000000000",
        "url",
    )
    url = Locator(mode="url", value=link, name="")
    return {"baseId": url, "tableId": url, "triggerField": Literal(value="Created")}


def _hubspot(order: Order, start: Start, words: str) -> _Inputs:
    thing = next(name for pattern, name in _HUBSPOT if not pattern or re.search(rf"\b(?:{pattern})", words))
    if happened("updated", words) and not _HUBSPOT_MADE.search(words):
        changed = _HUBSPOT_PROPERTY.get(thing, "hs_pipeline_stage")
        return {"eventsUi": group(eventValues=many(group(name=f"{thing}.propertyChange", property=changed)))}
    event = "deletion" if happened("deleted", words) else "creation"
    return {"eventsUi": group(eventValues=many(group(name=f"{thing}.{event}")))}


def _pipedrive(order: Order, start: Start, words: str) -> _Inputs:
    thing = next((name for noun, name in _PIPEDRIVE.items() if noun in start.nouns), "deal")
    return {"entity": Literal(value=thing)}


def _zendesk(order: Order, start: Start, words: str) -> _Inputs:
    """Zendesk's trigger wants conditions: by default tickets that have just been created."""
    field, value = ("status", "solved") if _SOLVED.search(words) else ("status", "new")
    if _URGENT.search(words):
        field, value = "priority", "urgent"
    return {"conditions": group(all=many(group(field=field, operation="is", value=value)))}


def _slack(order: Order, start: Start, words: str) -> _Inputs:
    said = _said(start, "channel")
    if said:
        return {"channelId": Locator(mode="list", value=Literal(value=said), name=said)}
    return {"watchWorkspace": Literal(value=True)} if "channel" not in start.nouns else {}


def _trello(order: Order, start: Start, words: str) -> _Inputs:
    said = _said(start, "board", "list")
    text = f"What is the id of the Trello board or list{f' “{said}”' if said else ''}?"
    return {"id": order.ask("trello_board", text, "Trello's trigger watches a board or list by its id.", "board-id")}


def _teams(order: Order, start: Start, words: str) -> _Inputs:
    spoken = any(word in words for word in ("channel", "kanal", "canal"))
    return _cooked(teamId="team", channelId="channel")(order, start, words) if spoken else {}


def _woocommerce(order: Order, start: Start, words: str) -> _Inputs:
    thing = next((noun for noun in ("customer", "product", "coupon", "order") if noun in start.nouns), "order")
    changed = happened("updated", words) and "new" not in words.split()
    verb = "updated" if changed else "deleted" if happened("deleted", words) else "created"
    return {"event": Literal(value=f"{thing}.{verb}")}


def _salesforce(order: Order, start: Start, words: str) -> _Inputs:
    thing = next((name for noun, name in _SALESFORCE.items() if noun in start.nouns), "lead")
    changed = happened("updated", words) and "new" not in words.split()
    return {"triggerOn": Literal(value=f"{thing}{'Updated' if changed else 'Created'}")}


_SPECIAL: dict[str, Callable[[Order, Start, str], _Inputs]] = {
    "airtable": _airtable,
    "github": _cooked(owner="repo_owner", repository="repo_name"),
    "gitlab": _cooked(owner="repo_owner_text", repository="repo_name_text"),
    "googledrive": _google_drive,
    "googlesheets": _cooked(documentId="sheet", sheetName="tab"),
    "hubspot": _hubspot,
    "microsoftteams": _teams,
    "notion": _cooked(dataSourceId="base_named"),
    "pipedrive": _pipedrive,
    "postgres": _postgres,
    "rssfeedread": _cooked(feedUrl="url"),
    "salesforce": _salesforce,
    "slack": _slack,
    "trello": _trello,
    "woocommerce": _woocommerce,
    "zendesk": _zendesk,
}
