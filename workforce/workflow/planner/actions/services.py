"""What a clause does at the services it names."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from workforce.workflow.language.comparisons import numeric
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING
from workforce.workflow.planner.actions.listing import carried
from workforce.workflow.planner.actions.nouns import nouns_of
from workforce.workflow.planner.actions.reading import is_read, near_verbs
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.actions.telling import unnamed_tell, wants_sum
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import ONE_ONLY
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention
from workforce.workflow.planner.operations import resource_of, wishes

_TABLE_FILE = re.compile(r"\b(csv|xlsx|excel file|excel-datei)\b")
# kinds of services that keep things: nobody is told anything there
_RECORDS = word_set("marketing crm money shop hr base sheet database")


def service_intents(said: Said) -> list[Intent]:
    """What is read at the services of a clause, and what is done at them, in that order."""
    acts = [m for number, m in enumerate(said.places) if not is_read(said, m, number)]
    reads = [m for m in said.places if m not in acts]
    made = _reads(said, reads)
    if reads and wants_sum(said):
        made.append(said.intent("total"))
    if reads and not acts and _TABLE_FILE.search(said.words):
        made.append(said.intent("csv"))
    made += [intent for mention in acts for intent in _each_thing(said, mention)]
    if reads and not acts and said.head in TELL_VERBS and reads[0].service != "httprequest":
        made += unnamed_tell(said)
    return made


_BETWEEN = word_set("and + & und y et e a an the plus ein eine einen un una une um uma as well auch")


def _each_thing(said: Said, mention: Mention) -> list[Intent]:
    """`a contact and a deal in HubSpot`: two things at one service are two steps."""
    intent = act_intent(said, mention)
    service = said.services.get(mention.service)
    if service is None or KIND_OF.get(mention.service) not in ("crm", "desk", "tracker", "money"):
        return [intent]
    named = [(i, p.nouns[0]) for i, p in enumerate(said.found) if p.nouns and not p.service]
    for (left, one), (right, other) in pairwise(named):
        joined = [p.fold for p in said.found[left + 1 : right] if p.kind != "mark" or p.text in "+&"]
        if not joined or not set(joined) <= _BETWEEN:
            continue
        things = [resource_of(service, noun) for noun in (one, other)]
        if all(things) and things[0] != things[1]:
            rest = [n for n in intent.nouns if n not in (one, other)]
            return [replace(intent, nouns=[noun, *rest]) for noun in (one, other)]
    return [intent]


def _reads(said: Said, reads: list[Mention]) -> list[Intent]:
    """A read a service; a read an address where several addresses are given to one."""
    sheets = [p for p in said.found if p.names in ("sheet", "table", "database") and p.kind in ("quote", "name")]
    if len(sheets) > 1 and len(reads) == 1 and KIND_OF.get(reads[0].service) in ("sheet", "base", "database"):
        return [_only(read_intent(said, reads[0]), sheets, one) for one in sheets]
    urls = [p for p in said.found if p.kind == "url"]
    if len(urls) < 2 or len(reads) != 1 or reads[0].service not in ("rssfeedread", "httprequest"):
        return [read_intent(said, mention) for mention in reads]
    return [_only(read_intent(said, reads[0]), urls, url) for url in urls]


def _only(intent: Intent, others: list[Piece], one: Piece) -> Intent:
    """The intent with one of several things that were named."""
    intent.pieces = [p for p in intent.pieces if p is one or all(p is not other for other in others)]
    return intent


def read_intent(said: Said, mention: Mention, verbs: list[str] | None = None) -> Intent:
    """Something is read at a service."""
    test = numeric(said.found)
    return said.intent(
        "read",
        mention.service,
        ["read"],
        verbs=said.verbs if verbs is None else verbs,
        nouns=nouns_of(said.found, mention.index),
        tests=[test] if test else [],
        flags={"named"} if mention.named else set(),
    )


def act_intent(said: Said, mention: Mention) -> Intent:
    """Something is done at a service."""
    near = near_verbs(said.found, mention.index) or said.verbs
    intent = said.intent(
        "act",
        mention.service,
        _wanted(said, KIND_OF.get(mention.service, ""), near),
        verbs=near,
        nouns=nouns_of(said.found, mention.index),
        fields=carried(said.found),
        flags={"named"} if mention.named else set(),
    )
    intent.each = said.each
    if ONE_ONLY.search(said.words):
        intent.flags.add("one")
    return intent


def _sets_a(said: Said) -> bool:
    """`set a note in the sheet`: something new is put there."""
    return any(p.fold in ("set", "sets") and q.fold in ("a", "an") for p, q in pairwise(said.found))


def _wanted(said: Said, kind: str, near: list[str]) -> list[str]:
    """What the verbs near a service want of it, by what kind of service it is."""
    if any(p.fold.startswith("upsert") for p in said.found):
        return ["upsert", "update", "add"]
    wanted = wishes(near)
    if near[:1] == ["update"] and kind in ("sheet", "base", "database") and _sets_a(said):
        return ["add", "create"]
    if kind == "mail" and any("draft" in p.nouns for p in said.found):
        return ["create", "add"]
    if kind in TELLING and "reply" not in near:
        if not {"tag", "delete", "invite"} & set(near[:1]):
            wanted = ["tell", *[w for w in wanted if w in ("upload", "tag", "delete", "move")]]
    elif not wanted or wanted[0] == "read":
        wanted = ["create", "add"]
    if "update" in near and "create" in near:
        wanted = ["upsert", *wanted]
    wanted = [w for w in wanted if w != "read"]
    if kind in _RECORDS and wanted[:1] == ["tell"] and not any("campaign" in p.nouns for p in said.found):
        return ["create", "add"]
    if kind not in ("files", "docs", "tracker") and wanted[:1] in (["copy"], ["move"]):
        return ["add", "create"]
    return wanted
