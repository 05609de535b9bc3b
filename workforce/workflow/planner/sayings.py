"""What clauses say besides what is to be done: cases left out, answers, the same again, in every case."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import Comparison, between, several
from workforce.workflow.language.lexicon.joining import NOTHING
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.intents import Scope

NOTHING_TO_DO = re.compile(
    r"\b(" + "|".join(re.escape(phrase) for phrase in sorted(NOTHING, key=len, reverse=True)) + r")\b"
)
FACT = re.compile(
    r"^(the |our |my |die |der |das |el |la |le |o |a )?[\w-]*\s?(chat|channel|group|kanal|canal|groupe|grupo|"
    r"gruppe|chat-id|subject|betreff|asunto|objet|assunto|text|title|titel)( id| ?nummer| name)?( is| ist| es|"
    r" est| e|:| =| lautet| called| heisst)? ?[^ ]{0,60}( [^ ]{1,60}){0,4}$"
)
SO = re.compile(
    r"^(so|yes|that is the case|it is|that's the case|ja|das so ist|ja dann|das der fall ist|es asi|lo es|"
    r"es el caso|c'est le cas|oui|for|for o caso|sim|sea asi|positivo)\b"
)
CHECKS = re.compile(
    r"^(check|checks|verify|see|look|prufe|pruf\w*|schau\w*|comprueb\w*|verific\w*|verifi\w*|confir\w*|revisa|"
    r"regarde)\b.{0,12}\b(if|whether|ob|si|se)\b"
)
REFUSES = re.compile(
    r"(?:no|keine?[nr]?|sin|sem|sans|pas de|aucune?|without|ohne)\s(?!olvid|esquec|need to|matter|problem|oublie)"
)
SAME = re.compile(
    r"(?:the same|same|likewise|ditto|das ?selbe|die ?selbe|der ?selbe|genauso|lo mismo|la misma|el mismo|"
    r"la meme|le meme|"
    r"pareil|o mesmo|a mesma)\b"
)
BEFORE_THAT = re.compile(
    r"\b(?:before (?:that|this|it|doing)|beforehand|first|vorher|davor|zuvor|antes disso|antes de (?:eso|ello)|antes|"
    r"avant (?:cela|ca)|au prealable)$"
)
ONLY = word_set("only just nur bloss solo seulement uniquement so apenas somente")
DOING = frozenset(("update", "send", "post", "notify", "delete", "close", "move"))
SAY_SO = re.compile(
    r"(?:say|tell (?:me|us)|mention|state|write|dilo|dimelo|dis-le|dites-le|sag(?:e|t)?|schreib(?:e|t)?|diga)\b"
    r"(?: (?:so|it|that|too|also|as well|es|das|auch|bitte|tambien|aussi|tambem|isso))*$"
)
LEFT_OUT = re.compile(
    r"\b(?:don't|dont|do not|doesn't|should not|shouldn't|must not|never|won't|nicht|keine?n?|no|ne|nao)\b.{0,20}"
    r"\b(?:get|receive|need|count|be included|be sent|erhalten|bekommen|brauchen|recib\w*|necesit\w*|recoiv\w*|"
    r"receb\w*|precis\w*)\b"
    r"|\b(?:erhalten|bekommen|brauchen)\b.{0,20}\bkeine?n?\b"
)
OPPOSITE = {"lt": "gte", "lte": "gt", "gt": "lte", "gte": "lt"}
FEW = 3
OTHER = word_set("other others andere anderen sonstige otros otras autres outros outras remaining rest")
ANYWAY = re.compile(
    r"(?:either way|in any case|in (?:both|all|every) cases?|regardless|no matter what|in every event|so oder so|"
    r"in jedem fall|in (?:allen|beiden) fallen|en (?:todo|cualquier) caso|en (?:ambos|todos los) casos|"
    r"dans tous les cas|"
    r"dans les deux cas|em todo caso|em qualquer caso|de qualquer forma|nos dois casos)\b"
)
ERRORS = re.compile(
    r"(?:on )?(?:errors?|failures?|problems?|fehler|fehlerfall|errores?|fallos?|erreurs?|erros?|falhas?)$"
)
FOR = word_set("bei for fur para pour em en in on si")
MOST_STEPS = 60  # what asks for more is more than one worker
CUT = "… "  # in front of the words from which on a prompt was too long
LABEL_WORDS = 9
RELATIVE = word_set("that which die der das que qui without ohne sin sans sem from with")
LEADS_OFF = word_set("goes go gets becomes geht gehen wird va van vai vao vont are is")


def after_approval(words: str) -> bool:
    return bool(
        re.search(
            (
                r"\b(after|once|when|upon|on|in case of|only after|only if|bei|im falle|en caso de|en cas d|"
                r"em caso de|nach|sobald|erst nach|apres|une fois|"
                r"seulement apres|des|tras|despues de|una vez|solo tras|apos|depois d[ea]|assim que|so apos|"
                r"everything|anything|all|alles|todo|todos|tout|tudo)\b[^.]{0,25}\b(approv|genehmig|freig|valid|"
                r"aprob|aprov|confirm|accord|accept|ablehn|abgelehn|reject|declin|refus|rechaz|recus|rejet|rejeit)"
            ),
            words,
        )
        or re.search(
            (
                r"^(approved|declined|rejected|genehmigt\w*|abgelehnt\w*|aprobad\w*|rechazad\w*|approuve\w*|"
                r"refuse\w*|aprovad\w*|rejeitad\w*|recusad\w*)\b"
            ),
            words,
        )
    )


def approved_alone(clause: Clause) -> list[Comparison]:
    """`up to 3 days it is approved automatically`: a case that goes on without being asked about."""
    alone = any("approve" in p.verbs and "automatic" in p.flags for p in clause.pieces)
    bounds = tests_in(clause.pieces) if alone else []
    return bounds if bounds and bounds[0].numeric else []


def where(found: list[Piece]) -> list[Piece]:
    """What `rows where interest = high` says of them; empty where more is said or less."""
    place = next((i for i, p in enumerate(found) if p.fold in WHOSE and i), None)
    if place is None or len(found) - place < FEW or any(p.service or (p.verbs and not p.nouns) for p in found):
        return []
    return found[place + 1 :]


WHOSE = word_set("where whose wo deren dessen donde cuyo cuya dont onde cujo cuja")


def without_decision(clause: Clause) -> None:
    """`bei Ablehnung nur eine Mail` → `eine Mail`."""
    words = [p.fold for p in clause.pieces]
    place = next((i for i, word in enumerate(words[:4]) if DECISION.match(word)), None)
    if place is None or place + 2 >= len(words):
        return
    rest = clause.pieces[place + 1 :]
    while len(rest) > 1 and (rest[0].fold in ONLY or rest[0].kind == "mark"):
        rest = rest[1:]
    clause.pieces, clause.words = rest, " ".join(p.fold for p in rest)


DECISION = re.compile(
    r"(ablehnung|freigabe|genehmigung|zustimmung|rejection|approval|refusal|refus|rejet|validation|rechazo|aprobacion|"
    r"recusa|rejeicao|aprovacao)$"
)


def guards(scope: Scope) -> bool:
    """Whether a condition says that something needed is missing: then `only …` means nothing else is done."""
    return scope.kind == "if" and any(test.op == "empty" for test in scope.tests)


def tests_in(found: list[Piece]) -> list[Comparison]:
    kept = [p for p in found if p.kind != "time"]
    return between(kept) or several(kept)
