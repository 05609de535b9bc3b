"""No service is named: a mail or message to somebody, a sum, sorting, or something that has to be asked."""

from __future__ import annotations

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.actions.kinds import TELL_VERBS
from workforce.workflow.planner.actions.listing import carried
from workforce.workflow.planner.actions.nouns import nouns_of, wants_sum
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import EACH, ME, ONE_ONLY, is_person
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults
from workforce.workflow.planner.operations import wishes


def unnamed_intents(
    clause: Clause, found: list[Piece], scope: int, verbs: list[str], usual: Defaults, request: Request
) -> list[Intent]:
    """No service is named: a mail or message to somebody, a sum, sorting, or something that has to be asked."""
    tell = unnamed_tell(clause, found, scope, verbs, usual)
    social = next(
        (
            p.service
            for i in reversed(request.intents)
            if i.kind == "ai"
            for p in i.pieces
            if KIND_OF.get(p.service) == "social"
        ),
        "",
    )
    if social and verbs and verbs[0] == "post" and all(i.kind == "ask" for i in tell):
        return [Intent("act", scope, found, clause.unit, social, ["tell", "create"], verbs, [])]
    if tell:
        before = next(
            (i for i in reversed(request.intents) if i.kind == "act" and KIND_OF.get(i.service) == "mail"), None
        )
        if tell[0].kind == "ask" and before is not None and not before.entities("email") and verbs[0] == "send":
            tell[0].kind, tell[0].service = "act", before.service
            tell[0].flags.add("same_person")
        return tell
    if wants_sum(verbs, found) and verbs[0] in ("total", "summarise", "read"):
        return [Intent("total", scope, found, clause.unit, verbs=verbs)]
    if verbs and verbs[0] == "order":
        return [Intent("sort", scope, found, clause.unit, verbs=verbs)]
    return []


def unnamed_tell(clause: Clause, found: list[Piece], scope: int, verbs: list[str], usual: Defaults) -> list[Intent]:
    mail = any(
        "email" in p.nouns or "email" in p.fold.split() or p.fold in ("mail", "mails", "e-mail", "mailed")
        for p in found
    )
    sms = any("sms" in p.nouns and p.fold not in ("text", "texto") for p in found)
    telling = set(verbs) & TELL_VERBS
    person = any(is_person(p) or p.fold in ME for p in found)
    if not mail and not sms and not telling:
        return []
    if not mail and not sms and not person and verbs and verbs[0] not in TELL_VERBS:
        return []
    service = usual.mail if mail else usual.sms if sms else ""
    intent = Intent(
        "act" if service else "ask",
        scope,
        found,
        clause.unit,
        service,
        wishes(v for v in verbs if v in TELL_VERBS) or ["tell"],
        verbs,
        nouns_of(found),
        fields=carried(found),
    )
    if not service and person and not any(p.fold in ME for p in found):
        intent.kind, intent.service = "act", usual.mail
        intent.flags.add("assumed_mail")
    intent.each = bool(EACH.search(clause.words)) and not ONE_ONLY.search(clause.words)
    return [intent]
