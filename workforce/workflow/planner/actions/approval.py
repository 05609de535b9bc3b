"""People decide: `I approve it in Slack`, `our counsel must approve by e-mail`, `approve/decline buttons`."""

from __future__ import annotations

import re
from itertools import pairwise

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import mentions

_AFTERWARDS = word_set("after once nachdem sobald wenn apres despues depois tras when cuando quand quando")
_APPROVAL_NOUNS = word_set(
    "approvals approval freigabe genehmigung aprobacion aprobaciones approbation aprovacao aprovacoes "
    "validation confirmation confirmations"
)
_NOUN = re.compile(r"(tions?|ung|ungen|cion|ciones|cao|coes|approvals?|rejections?)$")
_ASKED = re.compile(
    r"\b(ask|asks|request|requests|wait|needs?|get|gets|require\w*|um|einhol\w*|bitte|anforder\w*|pide|"
    r"pedir|solicit\w*|demand\w*|peca|pecam|obten\w*|obtenir|before|pour|for|zur|para)\b"
)
_REFUSAL = re.compile(r"(rejections?|refusals?|absagen?|rechazos?|refus$|recusas?)")
_PARTICIPLE = re.compile(
    r"(approved|rejected|declined|genehmigte?[nrs]?|abgelehnte?[nrs]?|aprobad|rechazad|approuve|valide[es]|"
    r"refuse|aprovad|rejeitad|recusad|confirmed|accepted)"
)
_PASSIVE = re.compile(
    r"\b(must|has to|have to|needs? to|should|to) (first )?be (approved|confirmed|signed off)|(muss|soll|"
    r"werden|wird|lassen)\b.{0,40}(genehmigt|freigegeben|bestatigt)|(doit|devra) etre (approuve|valide)|"
    r"debe ser aprobad|deve ser aprovad|to be approved|until .{0,30}approve"
)
_AUTOMATIC = re.compile(r"\b(automatically|automatisch|automaticamente|automatiquement|auto-?approved)\b")
_ONCE_APPROVED = re.compile(
    r"\b(after|once|nach|apres|tras|apos|only after|seulement apres|despues de|"
    r"depois da?)\b.{0,12}(approval|valid|freigabe|genehmigung|aprob|aprov|confirm)"
)


def approval_in(said: Said) -> tuple[Intent, Clause | None] | None:
    """Who is asked to decide, and the clause that is left; None when nobody is asked.

    `send it after I approve it` asks first, then does what stands in front.
    """
    if _leaves_decision(said):
        return _approval(said, said.found), None
    place = next((i for i, p in enumerate(said.found) if "approve" in p.verbs), None)
    if place is None or not _is_approval(said, said.found[place].fold):
        return None
    after = next((i for i in range(place - 1, 1, -1) if said.found[i].fold in _AFTERWARDS), None)
    first = said.found[0].verbs
    if after is None or not first or "approve" in first:
        return _approval(said, said.found), None
    rest = said.found[:after]
    left = Clause(rest, unit=said.clause.unit, words=" ".join(p.fold for p in rest))
    return _approval(said, said.found[after + 1 :]), left


def _leaves_decision(said: Said) -> bool:
    """`the team lead decides in Slack`, `entscheidet die Leitung per Outlook`."""
    decides = any(re.match(r"(decid|entscheid)", p.fold) for p in said.found)
    asked = any(KIND_OF.get(m.service) in ("chat", "mail") for m in said.places)
    return decides and asked and not said.names_ai and not said.has("send", "post", "notify")


def _approval(said: Said, found: list[Piece]) -> Intent:
    able = [m.service for m in mentions(found, said.usual) if KIND_OF.get(m.service) in ("chat", "mail", "sms")]
    mailed = any("email" in p.nouns for p in found) or not said.usual.chat_named
    service = able[0] if able else said.usual.mail if mailed else said.usual.chat
    asked = said.intent("approve", service, ["approve"], nouns=nouns_of(found))
    asked.pieces = found
    return asked


def _is_approval(said: Said, word: str) -> bool:
    """Whether somebody is asked to decide, and not just something that was decided is spoken of."""
    if any("approve" in p.verbs and "automatic" in p.flags for p in said.found):
        return False
    if any(p.fold.startswith(("confirm", "acknowledg")) and q.fold == "to" for p, q in pairwise(said.found)):
        return False
    if said.found[0].fold in ("ok", "okay"):
        return False
    if word in _APPROVAL_NOUNS and len(said.found) <= 3:
        return False
    first = said.found[0].verbs
    if _NOUN.search(word) and not _ASKED.search(said.words) and first and first[0] in TELL_VERBS:
        return False
    if _REFUSAL.match(word) or _ONCE_APPROVED.search(said.words):
        return False
    if _AUTOMATIC.search(said.words) or "auto" in said.words.split():
        return False
    return bool(_PASSIVE.search(said.words)) or not _PARTICIPLE.match(word)
