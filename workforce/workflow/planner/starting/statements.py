"""Events told without `when`: `New ticket in Zendesk ->`, `save every attachment that arrives in Gmail`."""

from __future__ import annotations

from workforce.workflow.language.clauses.acting import object_follows
from workforce.workflow.language.clauses.clause import TO
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions import listing
from workforce.workflow.planner.intents import Start, StartKind
from workforce.workflow.planner.knowledge.cues import ARRIVES, NEW
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import mentions
from workforce.workflow.planner.starting.prompt import Found, Prompt, concepts_of, fields_of, without
from workforce.workflow.planner.starting.sources import CHAT, FORM, WEBHOOK

_EVERY = word_set("every each any all the jede jeden jedes cada chaque toda todo")
_TARGETS = frozenset(("email", "channel", "phone", "chatid"))
_SENT_BY = word_set("from by von de del par por do da")
_THAT = word_set("that which die der das que qui")
_SHALL = word_set("should must soll sollen muss debe deben doit doivent deve devem werden to")
_LEADING = word_set("the our into to on in a an en dans den das el la le no na")


def find_statement(prompt: Prompt, index: int) -> Found | None:
    """An event told without `when`, and the clauses that are left."""
    if not prompt.parts[index].pieces:
        return None
    said = _Statement(prompt, index)
    return next((found for way in _WAYS if (found := way(said))), None)


class _Statement:
    """One clause that may tell of an event, and what in it points to one."""

    def __init__(self, prompt: Prompt, index: int) -> None:
        self.prompt, self.index, self.clause = prompt, index, prompt.parts[index]
        self.found, self.words = self.clause.pieces, self.clause.words
        self.places = mentions(self.found, prompt.usual)
        self.fresh = any(p.fold in NEW for p in self.found[:4])
        self.arrives = any(p.kind == "word" and _arrives(p) for p in self.found)
        self.headed = self.clause.closed in ("arrow", "colon")
        self.commands = bool(self.found[0].verbs) and (not self.found[0].nouns or object_follows(self.found, 0))

    @property
    def only_starts(self) -> bool:
        """Whether a service is named that can do nothing but start workers."""
        named = [p.service for p in self.found if p.service]
        return any(self.prompt.has_trigger(key) and not self.prompt.acts(key) for key in named)

    @property
    def form(self) -> bool:
        """Whether a form of our own is spoken of, not one at a service."""
        spoken = FORM.search(self.words) and any("form" in p.nouns or "form" in p.fold for p in self.found)
        if any("sheet" in p.nouns for p in self.found):
            return False  # a Google Form's answers land in its sheet
        return bool(spoken) and not any(self.prompt.has_trigger(p.service) for p in self.found if p.service)

    def told(self, *kinds: StartKind) -> Found | None:
        """The whole clause as a start of one of these kinds."""
        return self.prompt.told(self.found, self.index, *kinds)


def _arrives(piece: Piece) -> bool:
    return any(ARRIVES.match(word) for word in piece.fold.split())


def _takes_each_new(said: _Statement) -> Found | None:
    """`take every new lead from HubSpot`, `save new photos that land in Dropbox into …`."""
    incoming = next((i for i, p in enumerate(said.found) if p.fold in NEW and i), None)
    if incoming is None or not said.commands or not said.places:
        return None
    first = said.places[0]
    if not said.prompt.has_trigger(first.service):
        return None
    every = said.found[incoming - 1].fold in _EVERY
    if len(said.places) == 1 and every and said.found[0].verbs[0] == "read":
        return said.told("app", "mail")
    if len(said.places) == 1 and every and first.index > incoming:
        target = next((i for i, p in enumerate(said.found) if i > first.index and p.kind in _TARGETS), None)
        place = next((i for i in range(first.index + 1, target or 0) if said.found[i].fold in TO), None)
        if place is not None:
            event, rest = said.found[incoming:place], said.found[: incoming - 1] + said.found[place:]
            return said.prompt.told(event, said.index, "app", "mail", tail=rest)
    if len(said.places) > 1 and first.index > incoming:
        return _relative(said, incoming)
    return None


def _something_new(said: _Statement) -> Found | None:
    """`New ticket in Zendesk`: a thing and where it is, without a verb."""
    if not any(p.fold in NEW for p in said.found[:2]) or any(p.verbs and not p.nouns for p in said.found):
        return None
    if len(said.places) != 1:
        return None
    service = said.places[0].service
    if not said.prompt.has_trigger(service) and KIND_OF.get(service) != "mail":
        return None
    return said.told("app", "mail", "webhook", "form", "chat", "schedule")


def _mail_heads(said: _Statement) -> Found | None:
    """`Mail in our Gmail -> …`."""
    first = all(c.closed == "colon" and not any(p.service for p in c.pieces) for c in said.prompt.parts[: said.index])
    if not said.headed or not first or (said.found[0].verbs and not said.found[0].nouns):
        return None
    addressed = [i for i, p in enumerate(said.found) if p.kind == "email"]
    if any(not i or said.found[i - 1].fold not in _SENT_BY for i in addressed):
        return None
    told = any("email" in p.nouns or KIND_OF.get(p.service) == "mail" for p in said.found[:3])
    mail = told and any(KIND_OF.get(p.service) == "mail" for p in said.found)
    return said.told("mail") if mail else None


def _nothing_happens(said: _Statement) -> bool:
    """Whether nothing in a clause points to an event: then the ways below are not tried."""
    return not (
        said.fresh
        or said.arrives
        or said.only_starts
        or said.form
        or WEBHOOK.search(said.words)
        or CHAT.search(said.words)
    )


def _plainly(said: _Statement) -> Found | None:
    """A head in front of an arrow, a call, a service that only starts workers."""
    tells = bool({"send", "post", "notify"} & {v for p in said.found for v in p.verbs})
    about = not said.prompt.is_action(said.found) or said.arrives or len(said.found) < 9 or not tells
    if (said.fresh and said.headed) or WEBHOOK.search(said.words) or (said.only_starts and about):
        return said.told()
    return None


def _a_form(said: _Statement) -> Found | None:
    if not said.form:
        return None
    nouns, verbs = concepts_of(said.found)
    start = Start("form", said.found, "form", nouns=nouns, verbs=verbs, fields=fields_of(said.found))
    if not start.fields and (listed := _fields_behind(said)):
        start.fields = listed
        del said.prompt.parts[said.index + 1]
    close = next((i for i, p in enumerate(said.found) if p.kind == "mark" and p.text == ")"), None)
    tail = said.found[close + 1 :] if close is not None else []
    return start, without(said.prompt.parts, said.index, tail if said.prompt.is_action(tail) else [])


def _fields_behind(said: _Statement) -> list[str]:
    """`form: name, email, company`: the fields are listed behind the colon."""
    if said.clause.closed != "colon" or said.index + 1 >= len(said.prompt.parts):
        return []
    behind = said.prompt.parts[said.index + 1]
    if behind.unit != said.clause.unit or any(p.service or p.kind in ("email", "channel") for p in behind.pieces):
        return []
    return listing(behind.pieces) if not any(p.verbs and not p.nouns for p in behind.pieces) else []


def _happening(said: _Statement) -> Found | None:
    """`save every file that arrives …`, `invoices in Gmail should be …`, `invoices arrive by Gmail`."""
    relative = _relative_at(said.found)
    if relative is not None and said.found[0].verbs:
        return _relative(said, relative)
    ordered = bool(said.found[0].verbs) and not said.found[0].nouns
    modal = next((i for i, p in enumerate(said.found) if i > 1 and p.fold in _SHALL and not ordered), None)
    if modal is not None and any(p.service for p in said.found[:modal]):
        told = said.prompt.told(said.found[:modal], said.index, tail=said.found[modal + 1 :])
        if told:
            return told
    plain = said.fresh and (said.headed or not said.prompt.is_action(said.found))
    return said.told() if plain or (said.arrives and not said.commands) else None


def _relative_at(found: list[Piece]) -> int | None:
    """Where `that arrives …` begins."""
    for index in range(1, len(found) - 2):
        if found[index].fold in _THAT and any(_arrives(p) for p in found[index + 1 : index + 4]):
            return index
    return None


def _leads_away(piece: Piece) -> bool:
    """Whether a piece belongs to where things go, not to where they come from: `into`, `to #leads on`."""
    return piece.fold in _LEADING or piece.kind == "channel"


def _relative(said: _Statement, place: int) -> Found | None:
    """`save every file that arrives in Gmail into the folder X` → the mail starts it, the saving stays."""
    places = [m for m in said.places if m.index > place]
    if not places:
        return None
    end = places[1].index if len(places) > 1 else len(said.found)
    while len(places) > 1 and end > place and _leads_away(said.found[end - 1]):
        end -= 1
    event, rest = said.found[max(0, place - 1) : end], said.found[:place] + said.found[end:]
    return said.prompt.told(event, said.index, tail=rest)


def _eventful(said: _Statement) -> Found | None:
    if _nothing_happens(said):
        return None
    return _plainly(said) or _a_form(said) or _happening(said)


_GOING = word_set(
    "go goes get gets is are end ends flow flows come comes belong belongs gehen geht kommen kommt sollen "
    "landen wird werden "
    "va vont doivent van deben pasa pasan vao vai devem ficam entram"
)


def _new_goes(said: _Statement) -> Found | None:
    """`New form submissions go into the Airtable table X`: the event, and where its data goes."""
    if not any(p.fold in NEW for p in said.found[:2]) or len(said.places) < 2:
        return None
    first, second = said.places[0], said.places[1]
    if not said.prompt.has_trigger(first.service) or any(p.verbs and not p.nouns for p in said.found[: first.index]):
        return None
    between = range(first.index + 1, second.index)
    place = next((i for i in between if said.found[i].fold in _GOING), None)
    if place is None:
        return None
    return said.prompt.told(said.found[:place], said.index, tail=said.found[place + 1 :])


_FOR_EACH = word_set("from of out aus desde depuis for bei fur para por pour a per on upon")
_EACH = word_set("each every any new jeder jedem jeden jede cada chaque neue neuen nuevo nouvelle nouveau novo nova")


def _for_each_there(said: _Statement) -> Found | None:
    """`create a card for each refund in Shopify`: the event stands behind what is done."""
    for index in range(3, len(said.found) - 2):
        if said.found[index].fold not in _FOR_EACH or said.found[index + 1].fold not in _EACH:
            continue
        there = [m for m in said.places if m.index > index]
        if len(there) == 1 and said.prompt.has_trigger(there[0].service) and any(p.nouns for p in said.found[index:]):
            return said.prompt.told(said.found[index + 2 :], said.index, "app", "mail", tail=said.found[:index])
    return None


def _mail_alone(said: _Statement) -> Found | None:
    """`PDF per Outlook.`: what arrives where, without a verb, in front of everything."""
    first = all(c.closed == "colon" and not any(p.service for p in c.pieces) for c in said.prompt.parts[: said.index])
    arrives = any({"file", "email", "attachment", "invoice"} & set(p.nouns) for p in said.found)
    if not first or not arrives or any(p.verbs and not p.nouns for p in said.found):
        return None
    if len(said.places) != 1 or KIND_OF.get(said.places[0].service) != "mail" or not said.places[0].named:
        return None
    return said.told("mail") if not any(p.kind in ("email", "channel", "time") for p in said.found) else None


def _heads_chain(said: _Statement) -> Found | None:
    """`Slack message in #help -> Jira issue in project HD`: what a chain of arrows begins with."""
    if said.index or said.clause.closed != "arrow" or any(p.verbs and not p.nouns for p in said.found):
        return None
    known = len(said.places) == 1 and said.prompt.has_trigger(said.places[0].service)
    return said.told("app", "mail") if known else None


_WAYS = (_takes_each_new, _something_new, _new_goes, _for_each_there, _mail_heads, _eventful, _mail_alone, _heads_chain)
