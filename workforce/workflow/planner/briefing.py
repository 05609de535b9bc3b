"""The brief and the name of a worker, in plain words."""

from __future__ import annotations

import re

from workforce.workflow.language.times import find_schedules
from workforce.workflow.planner.assembly import Assembly, short
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Brief

_LONGEST_NAME = 56
_LOOSE = " ,;:.-–>()"
_ADJECTIVE = 0.6  # “weekly reports” is the thing's name, “every week” is not
# How people begin before they say what they want, in any order and number.
_LEADS = re.compile(
    r"""^(?:(?:
        hi|hello|hey|hallo|hola|bonjour|ol[aá]|please|bitte|por\ favor|s'il\ vous\ pla[iî]t|dear\ \w+
        |(?:i|we)(?:\ would|'d)?\ (?:need|want|like)|(?:can|could|would)\ you(?:\ please)?
        |give\ me|set\ up|build|make\ me
        |ich\ (?:brauche|möchte|hätte\ gern)|wir\ brauchen|(?:necesito|necesitamos|quiero)
        |j'ai\ besoin\ d[e']|je\ voudrais|nous\ voulons|(?:preciso|precisamos)\ de|(?:eu\ )?quero
        |(?:an?|one|eine?n?|une?|uma?|des?)\ (?:ai\ |new\ |neuen\ )?
            (?:worker|bot|automation|automatisation|workflow|mitarbeiter|agente?|trabajador|robot)
        |(?:that|who|which|to|der|die|das|que|qui|para|pour)(?=\s)
    )[\s,!.:]+)+""",
    re.IGNORECASE | re.VERBOSE,
)
_DANGLING = re.compile(
    r"[\s,;:.(–-]+(?:(?:and|or|then|to|the|a|an|of|with|in|on|from|for|und|oder|an|der|die|das|mit|im|y|o|de|la|el|con"
    r"|et|ou|le|les|du|avec|e|da|do|com)[\s,;:.]*)*$",
    re.IGNORECASE,
)


def worker_name(request: Request) -> str:
    """A short name: a heading the prompt has, else what it asks for without when and without courtesies."""
    text = re.sub(r"\s+", " ", request.text).strip()
    task = _LEADS.sub("", _LEADS.sub("", _without_rhythm(text, request.language)).lstrip(_LOOSE)) or text
    head = re.match(r"^([^\n.:!?]{4,48})[:.]\s", task)
    if head and len(head.group(1).split()) <= 5:
        return _capital(head.group(1).strip())
    first = re.split(r"[.!?;]\s|\s->\s", task, maxsplit=1)[0]
    return _capital(_shortened(first)) or "Worker"


def _without_rhythm(text: str, language: str) -> str:
    """The text without what says how often: that stands beside the name anyway."""
    for found in reversed(find_schedules(text, language)):
        if found.confidence > _ADJECTIVE:
            text = f"{text[: found.start]} {text[found.end :]}"
    return re.sub(r"\s+([,.:])", r"\1", re.sub(r"\s+", " ", text)).lstrip(_LOOSE)


def _shortened(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        clause = re.split(r",\s", text, maxsplit=1)[0]
        text = clause if 12 <= len(clause) <= _LONGEST_NAME else text[: _LONGEST_NAME + 1].rsplit(" ", 1)[0]
        text = _DANGLING.sub("", text)
    return text.rstrip(" ,;:.(-–")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def brief(assembly: Assembly) -> Brief:
    """What was read out of the prompt."""
    request = assembly.request
    reads = [short(i) for i in request.intents if i.kind == "read"]
    acts = [short(i) for i in request.intents if i.kind not in ("read",)]
    results = [
        short(i)
        for i in request.intents
        if i.kind == "act" and KIND_OF.get(i.service) in ("chat", "mail", "sms", "social")
    ]
    first = next((line.strip() for line in request.text.splitlines() if line.strip()), "")
    return Brief(
        objective=first[:200],
        trigger=request.start.text[:120] or request.start.kind,
        data_in=reads,
        actions=acts,
        results=results,
        assumptions=list(assembly.assumptions),
        open_questions=[question.text for question in assembly.questions],
    )
