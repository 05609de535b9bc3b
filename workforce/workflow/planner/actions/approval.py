"""People decide: `I approve it in Slack`, `our counsel must approve by e-mail`, `approve/decline buttons`."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention

_APPROVAL_NOUNS = word_set(
    "approvals approval freigabe genehmigung aprobacion aprobaciones approbation aprovacao aprovacoes "
    "validation confirmation confirmations"
)


def is_approval(found: list[Piece], verbs: list[str], words: str) -> bool:
    """Whether somebody is asked to decide, and not just something that was decided is spoken of."""
    if "approve" not in verbs:
        return False
    place = next(i for i, p in enumerate(found) if "approve" in p.verbs)
    if found[place].fold in _APPROVAL_NOUNS and len(found) <= 3:
        return False
    noun = re.search(r"(tions?|ung|ungen|cion|ciones|cao|coes|approvals?|rejections?)$", found[place].fold)
    asked = re.search(
        (
            r"\b(ask|asks|request|requests|wait|needs?|get|gets|require\w*|um|einhol\w*|bitte|anforder\w*|pide|"
            r"pedir|solicit\w*|demand\w*|peca|pecam|obten\w*|obtenir|before|pour|for|zur|para)\b"
        ),
        words,
    )
    if noun and not asked and found[0].verbs and found[0].verbs[0] in TELL_VERBS:
        return False
    if re.match(r"(rejections?|refusals?|absagen?|rechazos?|refus$|recusas?)", found[place].fold):
        return False
    participle = re.match(
        (
            r"(approved|rejected|declined|genehmigte?[nrs]?|abgelehnte?[nrs]?|aprobad|rechazad|approuve|valide[es]|"
            r"refuse|aprovad|rejeitad|recusad|confirmed|accepted)"
        ),
        found[place].fold,
    )
    passive = re.search(
        (
            r"\b(must|has to|have to|needs? to|should|to) (first )?be (approved|confirmed|signed off)|(muss|soll|"
            r"werden|wird|lassen)\b.{0,40}(genehmigt|freigegeben|bestatigt)|(doit|devra) etre (approuve|valide)|"
            r"debe ser aprobad|deve ser aprovad|to be approved|until .{0,30}approve"
        ),
        words,
    )
    automatic = (
        re.search(r"\b(automatically|automatisch|automaticamente|automatiquement|auto-?approved)\b", words)
        or "auto" in words.split()
    )
    if automatic or re.search(
        (
            r"\b(after|once|nach|apres|tras|apos|only after|seulement apres|despues de|"
            r"depois da?)\b.{0,12}(approval|valid|freigabe|genehmigung|aprob|aprov|confirm)"
        ),
        words,
    ):
        return False
    return bool(passive) or not participle


def approval_intent(
    clause: Clause, found: list[Piece], scope: int, places: list[Mention], verbs: list[str], usual: Defaults
) -> Intent:
    able = [m.service for m in places if KIND_OF.get(m.service) in ("chat", "mail", "sms")]
    service = (
        able[0]
        if able
        else (usual.mail if any("email" in p.nouns for p in found) else usual.chat if usual.chat_named else usual.mail)
    )
    return Intent("approve", scope, found, clause.unit, service, ["approve"], verbs, nouns_of(found))
