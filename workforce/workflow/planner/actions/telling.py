"""No service is named: a mail or message to somebody, a sum, sorting, or something that has to be asked."""

from __future__ import annotations

from workforce.workflow.planner.actions.kinds import TELL_VERBS
from workforce.workflow.planner.actions.listing import carried
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.intents import Intent, Kind
from workforce.workflow.planner.knowledge.cues import ME, is_person
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.operations import wishes

_MAIL = frozenset(("mail", "mails", "e-mail", "mailed"))


def wants_sum(said: Said) -> bool:
    """`add up the invoices`; not `put the total on the list`."""
    return said.has("total") and not any(p.fold in ("list", "liste", "lista") for p in said.found)


def unnamed_intents(said: Said) -> list[Intent]:
    """No service is named: a mail or message to somebody, a sum, sorting, or something that has to be asked."""
    tell = unnamed_tell(said)
    if said.head == "post" and all(i.kind == "ask" for i in tell) and (social := _meant_for(said)):
        return [said.intent("act", social, ["tell", "create"])]
    if tell:
        _as_before(said, tell[0])
        return tell
    if wants_sum(said) and said.head in ("total", "summarise", "read"):
        return [said.intent("total")]
    return [said.intent("sort")] if said.head == "order" else []


def _meant_for(said: Said) -> str:
    """The social network that an AI wrote something for, if any: `draft a LinkedIn post. Post it.`"""
    written = [p.service for i in reversed(said.request.intents) if i.kind == "ai" for p in i.pieces]
    return next((service for service in written if KIND_OF.get(service) == "social"), "")


def _as_before(said: Said, intent: Intent) -> None:
    """`send them the guide` after a mail to somebody in the data goes the same way."""
    mails = [i for i in said.request.intents if i.kind == "act" and KIND_OF.get(i.service) == "mail"]
    if intent.kind == "ask" and mails and not mails[-1].entities("email") and said.head == "send":
        intent.kind, intent.service = "act", mails[-1].service
        intent.flags.add("same_person")


def unnamed_tell(said: Said) -> list[Intent]:
    """A mail, a text message, or telling a person: by the usual mail service where only a person is named."""
    mail = any("email" in p.nouns or "email" in p.fold.split() or p.fold in _MAIL for p in said.found)
    sms = any("sms" in p.nouns and p.fold not in ("text", "texto") for p in said.found)
    me = any(p.fold in ME for p in said.found)
    person = me or any(is_person(p) for p in said.found)
    if not (mail or sms) and (not said.tells or (not person and said.head not in TELL_VERBS)):
        return []
    service = said.usual.mail if mail else said.usual.sms if sms else ""
    wanted = wishes(v for v in said.verbs if v in TELL_VERBS) or ["tell"]
    kind: Kind = "act" if service else "ask"
    intent = said.intent(kind, service, wanted, nouns=nouns_of(said.found), fields=carried(said.found))
    if not service and person and not me:
        intent.kind, intent.service = "act", said.usual.mail
        intent.flags.add("assumed_mail")
    intent.each = said.each
    return [intent]
