"""What a clause does at the services it names."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import numeric
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS, TELLING
from workforce.workflow.planner.actions.listing import carried
from workforce.workflow.planner.actions.nouns import nouns_of, wants_sum
from workforce.workflow.planner.actions.reading import is_read, near_verbs
from workforce.workflow.planner.actions.telling import unnamed_tell
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import EACH, ONE_ONLY
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention
from workforce.workflow.planner.operations import wishes
from workforce.workflow.planner.services import Services


def service_intents(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    services: Services,
    usual: Defaults,
) -> list[Intent]:
    if not places:
        return []
    reads: list[Mention] = []
    acts: list[Mention] = []
    for number, mention in enumerate(places):
        (reads if is_read(found, mention, number, places, verbs) else acts).append(mention)
    made = [read_intent(clause, found, scope, mention, verbs) for mention in reads]
    if reads and not acts and wants_sum(verbs, found):
        made.append(Intent("total", scope, found, clause.unit, verbs=verbs))
    if reads and not acts and re.search(r"\b(csv|xlsx|excel file|excel-datei)\b", clause.words):
        made.append(Intent("csv", scope, found, clause.unit, verbs=verbs))
    urls = [p for p in found if p.kind == "url"]
    if len(urls) > 1 and len(reads) == 1 and reads[0].service in ("rssfeedread", "httprequest"):
        made = [_with_url(read_intent(clause, found, scope, reads[0], verbs), urls, url) for url in urls]
    if reads and acts and wants_sum(verbs, found):
        made.append(Intent("total", scope, found, clause.unit, verbs=verbs))
    made += [act_intent(clause, found, scope, mention, verbs) for mention in acts]
    if reads and not acts and set(verbs) & TELL_VERBS and verbs[0] in TELL_VERBS and reads[0].service != "httprequest":
        made += unnamed_tell(clause, found, scope, verbs, usual)
    return made


def _with_url(intent: Intent, urls: list[Piece], url: Piece) -> Intent:
    intent.pieces = [p for p in intent.pieces if p not in urls or p is url]
    return intent


def read_intent(clause: Clause, found: list[Piece], scope: int, mention: Mention, verbs: list[str]) -> Intent:
    test = numeric(found)
    return Intent(
        "read",
        scope,
        found,
        clause.unit,
        mention.service,
        ["read"],
        verbs,
        nouns_of(found, mention.index),
        tests=[test] if test else [],
        flags={"named"} if mention.named else set(),
    )


_RECORDS = word_set("marketing crm money shop hr base sheet database")


def act_intent(clause: Clause, found: list[Piece], scope: int, mention: Mention, verbs: list[str]) -> Intent:
    near = near_verbs(found, mention.index) or verbs
    wanted = wishes(near)
    kind = KIND_OF.get(mention.service, "")
    if kind in TELLING and "reply" not in near:
        wanted = (
            ["tell", *[w for w in wanted if w in ("upload", "tag", "delete", "move")]]
            if not {"tag", "delete", "invite"} & set(near[:1])
            else wanted
        )
    elif not wanted or wanted[0] == "read":
        wanted = ["create", "add"]
    if "update" in near and "create" in near:
        wanted = ["upsert", *wanted]
    wanted = [w for w in wanted if w != "read"]
    kept = kind in _RECORDS
    if kept and wanted[:1] == ["tell"] and not any("campaign" in p.nouns for p in found):
        wanted = ["create", "add"]
    if kind not in ("files", "docs") and wanted[:1] in (["copy"], ["move"]) and kind != "tracker":
        wanted = ["add", "create"]
    intent = Intent(
        "act",
        scope,
        found,
        clause.unit,
        mention.service,
        wanted,
        near,
        nouns_of(found, mention.index),
        fields=carried(found),
        flags={"named"} if mention.named else set(),
    )
    intent.each = bool(EACH.search(clause.words)) and not ONE_ONLY.search(clause.words)
    if ONE_ONLY.search(clause.words):
        intent.flags.add("one")
    return intent
