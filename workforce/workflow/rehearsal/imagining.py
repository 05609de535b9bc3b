"""“What if Slack is down and the order has no e-mail?”: a person's question becomes a scenario."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workforce.workflow.rehearsal.deriving import failure_of, rule_for
from workforce.workflow.rehearsal.fields import Read, reads_of
from workforce.workflow.rehearsal.flow import Flow
from workforce.workflow.rehearsal.opening import without
from workforce.workflow.rehearsal.own import BadScenario
from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.scenario import Scenario
from workforce.workflow.rehearsal.world.services import service_name

EXAMPLES = "“What if Slack is down?”, “… the order has no e-mail?”, “… it arrives twice?”, “… nobody approves?”"
FAILURES: tuple[tuple[str, dict[str, Any]], ...] = (
    (r"slow|time ?out|times out|not answer|not respond|hangs|antwortet nicht", {"drop": True}),
    (r"busy|rate ?limit|too many requests|429|überlastet", {"status": 429, "times": 1}),
    (r"refuse|sign(ed)?[- ]?(in|out)|log(ged)?[- ]?out|unauthori[sz]ed|password|expired|401|403", {"status": 401}),
    (r"not found|does not exist|deleted|404|gibt es nicht", {"status": 404}),
    (r"down|fail|broken|breaks|unavailable|offline|error|not work|away|crash|500|ausfällt|kaputt", {"status": 500}),
)  # fmt: skip
NOTHING = re.compile(r"\b(nothing|no new|no rows|no results|is empty|are no|keine (neuen|zeilen)|nichts)\b", re.I)
TWICE = re.compile(r"\b(twice|two times|duplicate\w*|again|double|zweimal|doppelt)\b", re.I)
DENIED = re.compile(r"\b(den(y|ies|ied)|reject\w*|declin\w*|says no|not approved?|lehnt ab|abgelehnt)\b", re.I)
UNANSWERED = re.compile(r"\b(nobody|no one|niemand)\b.*\b(answer|approve|respond|react|antwort|genehmig)", re.I)
LACKING = re.compile(
    r"\b(?:has|have|with|there is|is|hat|ohne|without)\s+(?:no|keine?n?|any|an?|the)?\s*[“\"']?([\w-]+(?: [\w-]+)?)",
    re.I,
)
MISSING = re.compile(r"[“\"']?([\w-]+(?: [\w-]+)?)[”\"']?\s+(?:is|are|ist|fehlt)\s*(?:missing|empty|blank|leer)?", re.I)


def imagine(text: str, flow: Flow, normal: Scenario, calls: Sequence[Call]) -> Scenario:
    """The scenario that the question describes, next to the normal one. calls: of its last performance.

    Raises `BadScenario` when nothing in it can be acted.
    """
    changes: dict[str, Any] = {}
    for part in re.split(r"\b(?:and|und|but|,|;)\b|[,;]", text):
        changes = _merged(changes, _understood(part, flow, normal, calls))
    if not changes:
        raise BadScenario(f"We did not understand what should happen. Try: {EXAMPLES}")
    title = " ".join(text.split()).strip(" ?")[:120]
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "own"
    expect = changes.pop("expect", {"status": ""})
    base = normal.model_dump(include={"start", "trigger", "fields", "seed"})
    return Scenario.model_validate({**base, **changes, "name": slug, "title": title, "kind": "own", "expect": expect})


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    both = {**one, **other}
    for key in ("services", "missing", "empty"):
        if key in one and key in other:
            both[key] = [*one[key], *other[key]]
    return both


def _understood(part: str, flow: Flow, normal: Scenario, calls: Sequence[Call]) -> dict[str, Any]:
    named = _named(part, calls)
    failing = next((rule for words, rule in FAILURES if re.search(words, part, re.I)), None)
    if named and failing:
        rules = [{"match": rule_for(call), **failing} for call in named]
        return {"services": rules, "expect": failure_of(flow, normal.start, named[0].step).model_dump()}
    if named and NOTHING.search(part):
        return {"empty": sorted({call.url.split("/")[2].split(":")[0] for call in named})}
    if UNANSWERED.search(part):
        return {"approval": "expire"}
    if DENIED.search(part):
        return {"approval": "deny"}
    if TWICE.search(part):
        return {"deliveries": 2}
    return _lacking(part, flow, normal)


def _named(part: str, calls: Sequence[Call]) -> list[Call]:
    """The first call of each step whose service, host or name the text speaks of."""
    found: dict[str, Call] = {}
    for call in calls:
        if not call.url.startswith("http"):
            continue
        words = {service_name(call.url), call.step}
        if any(word and _plain(word) in _plain(part) for word in words):
            found.setdefault(call.step, call)
    return list(found.values())


def _lacking(part: str, flow: Flow, normal: Scenario) -> dict[str, Any]:
    wanted = {_plain(match[1]) for pattern in (LACKING, MISSING) for match in pattern.finditer(part)}
    read = next((one for one in reads_of(flow) if _is_named(one, wanted)), None)
    if read is None:
        return {}
    if read.source == normal.start:
        return {"trigger": [without(item, read.path) for item in normal.trigger]}
    return {"missing": [read.name]}


def _is_named(read: Read, wanted: set[str]) -> bool:
    name = _plain(read.name)
    return bool(name) and any(name in word or word in name for word in wanted if len(word) > 2)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9äöüß]", "", text.lower())
