"""Short heads in front of a colon or arrow that say for which case something is done: `angry ones:`, `15-30 days:`."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import Comparison
from workforce.workflow.language.lexicon.small import FUNCTION, NOT
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.intents import Intent, Request

_THINGS = word_set(
    "ones one mails mail emails tickets cases leads items messages orders requests answers responses rows deals "
    "customers people results anfragen falle faelle nachrichten antworten casos correos mensajes respuestas cas "
    "demandes reponses messages casos mensagens respostas pedidos"
)
_STATES = word_set(
    "status state stage type kind priority category country severity level outcome result plan typ art prioritat "
    "kategorie land estado etapa tipo prioridad categoria pais gravedad statut etat priorite categorie pays gravite "
    "prioridade gravidade fase"
)
_SENTENCES = word_set(
    "then also finally important note trigger example steps step task goal attention danach dann achtung"
)
_YES = re.compile(
    r"^(?:yes|yep|so|true|it is|it does|they do|there (?:is|are)(?: one| some| any)?|es gibt (?:eine?|welche)|"
    r"hay (?:una?|alguna?)|il y en a|existe|ja|si|oui|sim|es asi|c'est le cas|for o caso)\b"
)
_NO = re.compile(r"^(?:no|nope|false|not|it is not|it isn't|it does not|nein|non|nao)$")
_LONGEST = 4


def state_of(clause: Clause, request: Request) -> Comparison | None:
    """`status delivered:`, `priority high ->`: a field that was spoken of, and what it says."""
    content = [p for p in clause.pieces if p.kind != "mark"]
    if not 2 <= len(content) <= _LONGEST or any(p.service or p.kind == "email" for p in content):
        return None
    known = {fold(name) for name in request.start.fields}
    first = content[0].fold
    if first not in _STATES and first not in known:
        return None
    said = [p.content for p in content[1:] if p.fold not in FUNCTION and p.text not in "=:"]
    return Comparison(content[0].content, "eq", [" ".join(said)], clause.text) if said else None


def kind_of(clause: Clause, request: Request) -> Comparison | None:
    """`Angry ones:` behind an AI step that judges: one more of its categories."""
    judge = next((i for i in reversed(request.intents) if i.kind == "ai" and _judges(i)), None)
    content = [p for p in clause.pieces if p.kind != "mark"]
    if judge is None or not 1 <= len(content) <= _LONGEST:
        return None
    if any(p.service or p.kind not in ("word", "name", "quote") or (p.verbs and not p.nouns) for p in content):
        return None
    words = [p.content for p in content if p.fold not in FUNCTION and p.fold not in _THINGS]
    if not words or fold(words[0]) in _SENTENCES:
        return None
    name = " ".join(words)
    if name not in judge.categories:
        judge.categories.append(name)
    negated = any(p.fold in NOT for p in content)
    return Comparison("category", "neq" if negated else "eq", [name], clause.text)


def _judges(judge: Intent) -> bool:
    words = fold(judge.text)
    asked = re.search(
        r"\b(whether|if|ob|or|oder|o|ou|judge\w*|tell\w*|decid\w*|class\w*|klass\w*|sort\w*|rat(e|es|ing))\b", words
    )
    return bool(judge.categories) or asked is not None


def answered(pieces: list[Piece], request: Request) -> tuple[str, Comparison | None]:
    """`if yes …`, `no: …`: ("yes" or "no", the test on what the AI was asked); ("", None) where nothing was asked."""
    words = " ".join(p.fold for p in pieces if p.kind != "mark")
    answer = "yes" if _YES.match(words) and len(pieces) <= _LONGEST else "no" if _NO.match(words) else ""
    asked = next((i for i in reversed(request.intents) if i.kind in ("ai", "approve")), None)
    if not answer or asked is None:
        return "", None
    if asked.kind == "approve":
        return answer, None
    if not asked.categories:
        asked.categories = ["yes", "no"]
    category = next(
        (c for c in asked.categories if fold(c) == answer), answer if asked.categories == ["yes", "no"] else ""
    )
    if not category:
        category = asked.categories[0] if answer == "yes" else asked.categories[-1]
    return answer, Comparison("category", "eq", [category], words)
