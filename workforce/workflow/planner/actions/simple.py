"""Steps that n8n does itself: merging, duplicates, files, filters."""

from __future__ import annotations

import re

from workforce.workflow.language.comparisons import Comparison, numeric, worded
from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.listing import listing
from workforce.workflow.planner.actions.said import Said
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import SEEN_BEFORE
from workforce.workflow.planner.knowledge.kinds import KIND_OF

_CONTENTS = word_set("text texto texte contents content inhalt contenido contenu conteudo")
_DOCUMENTS = word_set("attachment anhang adjunto anexo piece_jointe scan attached")
_THE_FILE = word_set("it them lo le sie es ihn file datei archivo fichier arquivo")
_TABLE_FILE = re.compile(r"\bcsv\b|\bexcel file\b|\bxlsx\b|excel-datei|fichier excel|archivo excel|arquivo excel")


def own_steps(said: Said) -> list[Intent]:
    """Merging, removing duplicates, files, filters; nothing when the clause is about something else."""
    seen = SEEN_BEFORE.search(said.words) is not None
    if seen or said.head == "dedupe" or (said.has("dedupe") and not said.places):
        return [said.intent("dedupe", flags={"history"} if seen else set())]
    bare = not said.places and not said.names_ai
    if bare and said.has("merge"):
        return [said.intent("merge")]
    if bare and said.has("create", "convert", "compose", "add") and _TABLE_FILE.search(said.words):
        return [said.intent("csv")]
    if _reads_document(said):
        return _document(said)
    if bare and (test := _picked(said)) is not None:
        return [said.intent("gate", verbs=[], tests=[test])]
    if bare and said.head == "filter" and (test := numeric(said.found) or worded(said.found[1:])) is not None:
        return [said.intent("gate", verbs=[], tests=[test])]
    return []


_WHERE = word_set("where whose that which with wo deren dessen die donde cuyo cuya que ou dont qui onde cujo cuja")


def _picked(said: Said) -> Comparison | None:
    """`find the lines where spent is above 5000`: a choice among what was read before."""
    before = said.previous
    states = [p for p in said.found if p.names in ("status", "stage") and p.kind in ("name", "quote")]
    if before is not None and before.kind == "read" and said.has("filter") and states and not said.scope:
        return Comparison("status", "eq", [states[0].content], said.words)
    if before is None or before.kind != "read" or said.head not in ("read", "extract", "choose", "filter"):
        return None
    place = next((i for i, p in enumerate(said.found) if p.fold in _WHERE and i), None)
    if place is None or said.scope:
        return None
    test = numeric(said.found[place + 1 :])
    return test if test is not None and test.op in ("gt", "gte", "lt", "lte") and not test.unit else None


def _document(said: Said) -> list[Intent]:
    made = [said.intent("document")]
    fields = listing(said.found)
    if said.names_ai or len(fields) > 2:
        made.append(said.intent("ai", verbs=["extract"], fields=fields))
    return made


def _reads_document(said: Said) -> bool:
    """`read the PDF`, `extract the text`, `take the attached PDF`: the contents of a file are wanted."""
    if not said.has("read", "extract"):
        return False
    if any(m.named and KIND_OF.get(m.service) in ("base", "sheet", "crm") for m in said.places):
        return False
    text = any(p.fold in _CONTENTS for p in said.found)
    document = any("pdf" in p.fold or p.fold in _DOCUMENTS for p in said.found)
    few = len([p for p in said.found if p.fold not in FUNCTION]) <= 2
    bare = few and any(p.fold in _THE_FILE for p in said.found)
    return document or (text and said.has("extract")) or bare
