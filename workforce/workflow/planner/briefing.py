"""The brief and the name of a worker, in plain words."""

from __future__ import annotations

import re

from workforce.workflow.planner.assembly import Assembly, short
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Brief

_LEADS = re.compile(r"^(hi|hello|hallo|hola|bonjour|ola|please|bitte|por favor|hey|dear \w+)[\s,!.:]+", re.IGNORECASE)


def worker_name(request: Request) -> str:
    """A short name: a heading the prompt has, else its first words."""
    text = _LEADS.sub("", request.text.strip())
    head = re.match(r"^([^\n.:!?]{4,48})[:.]\s", text)
    if head and len(head.group(1).split()) <= 5:
        return head.group(1).strip().capitalize() if head.group(1).islower() else head.group(1).strip()
    words = re.sub(r"\s+", " ", text).split(" ")[:8]
    return re.sub(r"[\s,;:.(-]+$", "", " ".join(words))[:60] or "Worker"


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
